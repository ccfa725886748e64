"""The text that waits: what differs, what it costs, and what two coordinators do to it at once."""

from __future__ import annotations

import pytest

from tests.serving import LETTER, Member
from tests.ui.screens.document.conftest import PageOf
from tests.ui.screens.document.doing import field, labels, press
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import save, units
from ui.language import words
from ui.refusals import CASES
from ui.screens.document import proposal
from ui.served import Served
from workflow.access import OPERATOR
from workflow.model import State
from workflow.services import documents, translation
from workflow.services.documents import ChangeKind, Difference, Proposal

NEW = (
    LETTER.replace("open for everybody", "open for all")
    .replace("each end.", "each  end of it.")
    .replace("Harbour Bay, 14 March 2026\n\n", "")
    + "\nThe end.\n"
)


def propose(house: Served, who: Member, text: str = NEW) -> Proposal:
    return documents.propose(
        house.workspace, who.id, house.clock(), document="letter", data=text.encode()
    )


def released(house: Served) -> str:
    found = documents.source(house.workspace, OPERATOR, house.clock(), document="letter")
    return found.data.decode()


def state(house: Served, who: Member, unit: str) -> State:
    sheet = translation.sheet(
        house.workspace, who.id, house.clock(), document="letter", locale="fr"
    )
    return next(row.state for row in sheet.rows if row.unit == unit)


def edited_unit(house: Served, made: Proposal) -> str:
    return next(each.unit for each in made.differences if "for all" in each.new)


def test_what_differs_and_what_it_costs_is_shown(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    propose(house, kim)
    app = page_of(kim)
    drawn = html(app)
    assert "<del>everybody</del><ins>all</ins>" in drawn
    assert "4 paragraphs change" in words_of(app)
    for said in ("Edited · line", "New · line", "Taken out · line", "Kim proposed it"):
        assert said in words_of(app)
    assert '<th scope="row">French</th>' in drawn
    assert "1 (2 words)" in drawn
    assert "Translators see the released text until you release this one." in drawn


def test_an_edit_is_a_change_of_meaning_until_somebody_says_otherwise(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    save(house, kim, units(house, kim)[3], "Le pont reste ouvert à tous [1].")
    made = propose(house, kim)
    unit = edited_unit(house, made)
    app = page_of(kim)
    assert "<td>1 (" in html(app).partition("French</th>")[2][:20]
    meant = next(each for each in app.radio if each.label.startswith("What was meant"))
    assert meant.index == 0
    meant.set_value(documents.Intent.TYPO)
    app.run()
    assert html(app).partition("French</th>")[2].startswith("<td>0</td>")
    app = press(app, "Release")
    assert "Released: this is the text that translators see now." in words_of(app)
    assert (released(house), state(house, kim, unit)) == (NEW, State.TRANSLATED)


def test_a_change_of_meaning_lets_translations_be_looked_at_again(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    save(house, kim, units(house, kim)[3], "Le pont reste ouvert à tous [1].")
    unit = edited_unit(house, propose(house, kim))
    press(page_of(kim), "Release")
    assert state(house, kim, unit) is State.NEEDS_WORK


def test_all_edits_can_be_typos_at_once(house: Served, page_of: PageOf, kim: Member) -> None:
    save(house, kim, units(house, kim)[3], "Le pont reste ouvert à tous [1].")
    unit = edited_unit(house, propose(house, kim))
    app = page_of(kim)
    field(app, "checkbox", "All edits are typos: no meaning has changed").check().run()
    assert [each for each in app.radio if each.label.startswith("What was meant")] == []
    press(app, "Release")
    assert state(house, kim, unit) is State.TRANSLATED


def test_a_harmless_edit_is_said_to_be_one_and_not_taken_for_one(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    propose(house, kim, LETTER.replace("all who walked", "all, who walked"))
    app = page_of(kim)
    assert "Perhaps a typo: only signs or spelling seem to differ." in words_of(app)
    (meant,) = [each for each in app.radio if each.label.startswith("What was meant")]
    assert meant.index == 0


def test_it_is_discarded(house: Served, page_of: PageOf, kim: Member) -> None:
    propose(house, kim)
    app = press(page_of(kim), "Discard")
    assert "Discarded. It stays among the versions" in words_of(app)
    assert "Release" not in labels(app)
    assert released(house) == LETTER


@pytest.mark.parametrize("act", ["Release", "Discard"])
def test_another_text_that_came_meanwhile_is_looked_at_first(
    house: Served, page_of: PageOf, kim: Member, nia: Member, act: str
) -> None:
    propose(house, kim)
    app = page_of(kim)
    propose(house, nia, "We ask no more.\n")
    app = press(app, act)
    drawn = words_of(app)
    assert "somebody proposed another text meanwhile" in drawn
    assert "We ask no more." in drawn
    assert released(house) == LETTER
    press(app, act)
    assert (released(house) == "We ask no more.\n") is (act == "Release")


def test_a_text_that_comes_while_another_is_discarded_stays(
    house: Served, page_of: PageOf, kim: Member, nia: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    propose(house, kim)
    app = page_of(kim)
    real = documents.discard

    def late(*args: object, **which: object) -> None:
        propose(house, nia, "We ask no more.\n")
        real(*args, **which)  # type: ignore[arg-type]

    monkeypatch.setattr(documents, "discard", late)
    assert "somebody proposed another text meanwhile" in words_of(press(app, "Discard"))
    waits = documents.proposal(house.workspace, OPERATOR, house.clock(), document="letter")
    assert waits is not None
    assert waits.author == nia.id


@pytest.mark.parametrize("act", ["Release", "Discard"])
def test_what_another_has_decided_is_said_by_the_page(
    house: Served, page_of: PageOf, kim: Member, nia: Member, act: str
) -> None:
    propose(house, kim)
    app = page_of(kim)
    documents.discard(house.workspace, nia.id, house.clock(), document="letter")
    app = press(app, act)
    assert "Release" not in labels(app)
    assert "discarded" in words_of(app)
    assert released(house) == LETTER


def test_a_file_that_was_changed_meanwhile_is_not_written_over(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    propose(house, kim)
    app = page_of(kim)
    path = house.workspace.root / "sources" / "letter.txt"
    path.write_text("By an editor.\n", "utf-8")
    app = press(app, "Release")
    assert "that text is none of its versions. It would be lost." in words_of(app)
    assert path.read_text("utf-8") == "By an editor.\n"
    assert released(house) == LETTER


def test_a_long_list_of_changes_is_cut(house: Served, page_of: PageOf, kim: Member) -> None:
    many = "".join(f"\nParagraph {number} is new here.\n" for number in range(80))
    propose(house, kim, LETTER + many)
    app = page_of(kim)
    assert "20 more changes are not shown here." in words_of(app)


def test_a_text_that_only_differs_around_its_paragraphs_can_be_released(
    house: Served, page_of: PageOf, kim: Member
) -> None:
    propose(house, kim, LETTER + "\n\n")
    app = page_of(kim)
    assert "No paragraph changes: only what stands around them." in words_of(app)
    press(app, "Release")
    assert released(house) == LETTER + "\n\n"


@pytest.mark.parametrize("kind", [each for each in ChangeKind if each is not ChangeKind.SAME])
def test_every_kind_is_said(kind: ChangeKind) -> None:
    each = Difference(1, kind, "<b>", "<i>", "", 4, 50, is_harmless=True)
    drawn = proposal.difference(words("en"), each, "en")
    assert "<b>" not in drawn
    assert "<i>" not in drawn
    assert drawn.startswith('<p class="us-kind">')
    assert "· line 4" in drawn


def test_all_cases_of_these_verbs_are_worded() -> None:
    assert {"nothing_waits", "not_edited", "file_changed", "archived"} <= CASES
