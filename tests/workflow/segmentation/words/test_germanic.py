from tests.workflow.segmentation.conftest import Check

ENGLISH = """\
The baker is Anna K. Brown.
Were Tom and co. at the fair?
We asked Tom and co.|They should know.
They signed with Hill, Dale & Co. at ten.
They signed with Hill, Dale & Co.|It closed on Monday.
St. Mary's Hall is on 3rd st. near the park.
We toured the U.S.A. last year.
We live in the U.S.|What about you?
We work for the U.S. Congress in town.
At 7 a.m. Mrs. Brown went to the shop.|She left the shop at 8 P.M.|Mr. Brown then went home.
We are friends, you and I.|Did you meet Karl I. Hill there?
She lives in Washington, D.C.|Her son lives in N.Y.
She lives in Washington, D.C. and works there.
He has a Ph.D. in law.|His son has an M.A.
They came, etc.|We went.
This is what i.e. means.|That is what e.g. John said.
It was in the case Hill v. Dale that this was said.
Gov. Hill and Sen. Dale (D-Mass.) spoke.|They agreed.
Hill et al. (1990) said so.|Dale et al. said no.
He lives at 5 Oak Ave.|The house is old.
The U.N. General Assembly met.|It voted.
""".splitlines()

GERMAN = """\
Sie ist in der 4. Klasse.|Er nicht.
Am 3. Oktober 1990 war es so weit.|Alle feierten.
Er ist 45.|Sie ist jünger.
Das gilt z. B. für Flüsse, d. h. für Wasser.|Es gilt auch für Seen usw.|Nur nicht hier.
Prof. Dr. Meier kam um 5 Uhr.|Frau Dr. Klein blieb.
Vgl. Abs. 3 und Art. 7 des Gesetzes.|Das genügt.
„Komm her“, sagte er.|„Nein!“, rief sie.
»Komm her!« rief er.|Sie ging.
Kaiser Karl V. war alt.|Er starb.
Das kostet 1.000.000 Euro.|Das ist viel.
Die Firma Klein GmbH & Co. KG baut Häuser.|Sie ist alt.
""".splitlines()

DUTCH = """\
Dhr. Jansen en mevr. De Vries kwamen.|Dr. Smit niet.
Dat geldt bijv. voor water.|Zie ook blz. 5.
Brood, melk, enz.|Meer niet.
""".splitlines()

DANISH = """\
Hr. Jensen og fru Holm kom kl. 5.|De gik igen.
Det er f.eks. den 3. januar.|Det er godt.
Brød, mælk osv.|Det er alt.
Vi spurgte Tom og co.|De burde vide det.
""".splitlines()

NORWEGIAN = ["Det er f.eks. den 3. mai.|Det er bra.", "Brød, melk osv.|Det er alt."]
SWEDISH = ["Det gäller t.ex. vatten, dvs. floder.|Det är bra.", "Hr. Holm kom kl. 5.|Han gick."]


def test_english(check_sentences: Check) -> None:
    check_sentences("en", ENGLISH)


def test_german(check_sentences: Check) -> None:
    check_sentences("de", GERMAN)


def test_dutch(check_sentences: Check) -> None:
    check_sentences("nl", DUTCH)


def test_danish(check_sentences: Check) -> None:
    check_sentences("da", DANISH)


def test_norwegian_in_both_forms(check_sentences: Check) -> None:
    check_sentences("nb", NORWEGIAN)
    check_sentences("nn", NORWEGIAN)


def test_swedish(check_sentences: Check) -> None:
    check_sentences("sv", SWEDISH)
