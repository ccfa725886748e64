from workflow.alignment.offers import Joiners, Offer, offers
from workflow.guard import UNIT_CODE_POINTS
from workflow.model import Entry, UnitKey

MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."
SHELF = "Every child needs a shelf of books within an hour of home."


def entry(source: str, target: str = "", **more: object) -> Entry:
    return Entry(UnitKey(source), (target,), **more)  # type: ignore[arg-type]


def found(known: list[Entry], *wanted: str, joiners: Joiners = Joiners()) -> dict[UnitKey, Offer]:  # noqa: B008
    return offers(known, [entry(each) for each in wanted], joiners)


def test_what_was_there_has_no_offer() -> None:
    assert found([entry(MILL, "Moulin")], MILL) == {}
    assert found([entry(MILL, "Moulin"), entry(LENT)], LENT) == {}
    assert found([entry(MILL)], LENT) == {}


def test_an_edited_text_is_offered_the_old_translation() -> None:
    assert found([entry(MILL, "Moulin", comments=("me",))], LENT) == {
        UnitKey(LENT): Offer(("Moulin",), UnitKey(MILL), comments=("me",))
    }


def test_previous_stays_what_the_translation_was_made_from() -> None:
    fuzzy = entry(LENT, "Moulin~", flags=("fuzzy",), previous=UnitKey(MILL))
    again = LENT.replace("library", "school")
    assert found([fuzzy], again) == {UnitKey(again): Offer(("Moulin~",), UnitKey(MILL))}


def test_an_offer_that_nobody_touched_is_carried_on_and_not_kept_twice() -> None:
    known = [
        entry(LENT, "Moulin", flags=("fuzzy",), previous=UnitKey(MILL)),
        entry(MILL, "Moulin", obsolete=True),
    ]
    again = LENT.replace("library", "school")
    [offer] = found(known, again).values()
    assert (offer.previous, offer.moved) == (UnitKey(MILL), UnitKey(LENT))


def test_of_a_split_the_larger_half_is_offered_the_whole() -> None:
    known = [entry(f"{SHELF} {MILL}", "Étagère. Moulin.")]
    assert found(known, SHELF, MILL) == {
        UnitKey(MILL): Offer(("Étagère. Moulin.",), UnitKey(f"{SHELF} {MILL}"))
    }


def test_what_was_merged_is_offered_joined() -> None:
    known = [entry(MILL, "Moulin.", comments=("a",)), entry(SHELF, "Étagère.", comments=("b",))]
    whole = f"{MILL} {SHELF}"
    assert found(known, whole) == {
        UnitKey(whole): Offer(("Moulin. Étagère.",), UnitKey(whole), comments=("a", "b"))
    }
    [offer] = found(known, whole, joiners=Joiners(target="")).values()
    assert offer.targets == ("Moulin.Étagère.",)


def test_what_was_merged_is_joined_only_where_all_of_it_is_good() -> None:
    fuzzy = entry(SHELF, "Étagère.", flags=("fuzzy",))
    for other in (entry(SHELF), fuzzy, entry(SHELF, "É" * UNIT_CODE_POINTS)):
        [offer] = found([entry(MILL, "Moulin."), other], f"{MILL} {SHELF}").values()
        assert offer.targets == ("Moulin.",)
        assert offer.previous == UnitKey(MILL)
    assert found([entry(MILL), entry(SHELF)], f"{MILL} {SHELF}") == {}


def test_what_is_empty_on_purpose_joins_to_nothing() -> None:
    [offer] = found([entry(MILL, "Moulin."), entry(SHELF, " ")], f"{MILL} {SHELF}").values()
    assert offer.targets == ("Moulin.",)
    [offer] = found([entry(MILL, " "), entry(SHELF, " ")], f"{MILL} {SHELF}").values()
    assert offer.targets == (" ",)


def test_what_was_taken_out_long_ago_is_offered_if_nothing_living_is_better() -> None:
    past = entry(MILL, "Moulin", obsolete=True)
    assert found([past], LENT)[UnitKey(LENT)].targets == ("Moulin",)
    better = entry(LENT.replace("lent", "let"), "Mieux")
    assert found([better, past], LENT)[UnitKey(LENT)].targets == ("Mieux",)
    empty = entry(LENT.replace("lent", "let"))
    assert found([empty, past], LENT)[UnitKey(LENT)].targets == ("Moulin",)
