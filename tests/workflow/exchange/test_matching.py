"""The entries of a catalog find their units."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workflow.exchange.matching import Known, match
from workflow.model import Entry, UnitKey

OLD, NEW, GONE = UnitKey("We meet."), UnitKey("We meet in May."), UnitKey("Farewell.")


def entry(key: UnitKey, text: str = "x", *, obsolete: bool = False) -> Entry:
    return Entry(key, (text,), obsolete=obsolete)


def test_a_living_unit_goes_before_all_others() -> None:
    known = Known(living={NEW: "1"}, gone={NEW: ["2"]}, former={NEW: "3"})
    found = match([entry(NEW)], known)
    assert list(found.own) == ["1"]
    assert match([entry(NEW, obsolete=True)], known).own == {"2": entry(NEW, obsolete=True)}


def test_a_text_that_left_finds_its_unit_by_what_was_said() -> None:
    known = Known(living={}, gone={GONE: ["1", "2"]}, texts={"1": "a", "2": "b"})
    second, first = entry(GONE, "b", obsolete=True), entry(GONE, "c", obsolete=True)
    assert match([second, first], known).own == {"2": second, "1": first}


def test_a_former_wording_is_about_its_unit() -> None:
    found = match([entry(OLD), entry(NEW)], Known(living={NEW: "1"}, former={OLD: "1"}))
    assert found.own == {"1": entry(NEW)}
    assert found.others == {"1": [entry(OLD)]}


def test_a_key_that_stands_twice_says_something_more() -> None:
    double = entry(NEW, "y", obsolete=True)
    found = match([double, entry(NEW)], Known(living={NEW: "1"}))
    assert (found.own, found.others) == ({"1": entry(NEW)}, {"1": [double]})


def test_what_nobody_knows_is_kept_by_its_key() -> None:
    entries = [entry(GONE, "a"), entry(GONE, "b", obsolete=True)]
    assert match(entries, Known(living={NEW: "1"})).unknown == {GONE: entries}


KEYS = st.sampled_from([OLD, NEW, GONE])
ENTRIES = st.lists(st.builds(entry, KEYS, st.sampled_from("abc"), obsolete=st.booleans()))


@given(ENTRIES)
def test_every_entry_is_in_exactly_one_place(entries: list[Entry]) -> None:
    known = Known(living={NEW: "1"}, gone={GONE: ["2", "3"]}, former={OLD: "1"})
    found = match(entries, known)
    placed = [*found.own.values()]
    placed += [each for those in found.others.values() for each in those]
    placed += [each for those in found.unknown.values() for each in those]
    assert sorted(map(repr, placed)) == sorted(map(repr, entries))
