"""Who inherits a unit when a document is revised."""

from hypothesis import given
from hypothesis import strategies as st

from workflow.alignment.succession import (
    Ancestor,
    Heir,
    Origin,
    Succession,
    succeed,
    with_lost_places,
    with_twins,
)
from workflow.alignment.texts import Text
from workflow.model import ChangeKind, UnitKey

MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."
SHELF = "Every child needs a shelf of books within an hour of home."
LAKE = "Nobody may close the path around the lake to those who live there."


def unit(name: str, text: str, *former: str, is_living: bool = True) -> Ancestor:
    return Ancestor(name, UnitKey(text), "", is_living, tuple(map(UnitKey, former)))


def heirs(old: list[Ancestor], *new: str) -> tuple[Heir, ...]:
    return succeed(old, [Text(UnitKey(each)) for each in new], locale="en").heirs


def brief(old: list[Ancestor], *new: str) -> list[tuple[str, str]]:
    return [(heir.kind.value, heir.unit) for heir in heirs(old, *new)]


def test_what_stays_moves_or_is_edited_keeps_its_unit() -> None:
    old = [unit("a", MILL), unit("b", SHELF), unit("c", LAKE)]
    found = succeed(old, [Text(UnitKey(each)) for each in (LAKE, LENT, "A new one.")])
    assert [(heir.kind.value, heir.unit) for heir in found.heirs] == [
        ("moved", "c"), ("edited", "a"), ("new", ""),
    ]  # fmt: skip
    assert found.heirs[1].origins == (Origin("a", UnitKey(MILL)),)
    assert found.gone == ("b",)


def test_what_was_taken_out_finds_its_unit_again() -> None:
    old = [unit("a", SHELF), unit("b", MILL, is_living=False)]
    assert brief(old, SHELF, MILL) == [("same", "a"), ("restored", "b")]


def test_of_a_split_the_longest_piece_is_the_heir() -> None:
    [first, second] = heirs([unit("a", f"{SHELF} {LAKE}")], SHELF, LAKE)
    assert (first.unit, first.is_offered) == ("", False)
    assert (second.unit, second.is_offered) == ("a", True)
    assert first.kind is second.kind is ChangeKind.SPLIT


def test_of_a_merger_the_longest_text_gives_the_unit() -> None:
    found = succeed([unit("a", SHELF), unit("b", LAKE)], [Text(UnitKey(f"{SHELF} {LAKE}"))])
    [heir] = found.heirs
    assert (heir.kind, heir.unit) == (ChangeKind.MERGED, "b")
    assert [origin.unit for origin in heir.origins] == ["a", "b"]
    assert found.gone == ("a",)


def test_a_former_wording_is_taken_back() -> None:
    [heir] = heirs([unit("a", LENT, MILL)], MILL)
    assert (heir.kind, heir.unit) == (ChangeKind.RESTORED, "a")
    assert heir.origins == (Origin("a", UnitKey(MILL)),)


def test_a_former_wording_of_a_unit_in_use_becomes_a_new_one_with_an_origin() -> None:
    [stays, again] = heirs([unit("a", LENT, MILL)], LENT, MILL)
    assert (stays.kind, stays.unit) == (ChangeKind.SAME, "a")
    assert (again.kind, again.unit, again.origins[0].unit) == (ChangeKind.RESTORED, "", "a")


def test_of_several_units_that_had_a_wording_a_free_one_takes_it_back() -> None:
    old = [unit("a", SHELF, MILL), unit("b", LAKE, MILL, is_living=False)]
    [_, again] = heirs(old, SHELF, MILL)
    assert again.unit == "b"
    assert {origin.unit for origin in again.origins} == {"a", "b"}


def test_the_wording_it_has_goes_before_the_ones_it_had() -> None:
    old = [unit("a", LENT, MILL)]
    assert brief(old, MILL, LENT) == [("restored", ""), ("same", "a")]


def test_what_was_made_of_its_wording_goes_before_what_is_like_a_former_one() -> None:
    old = [unit("a", LAKE, MILL)]
    edited = LAKE.replace("path", "road")
    assert brief(old, LENT, edited) == [("edited", ""), ("edited", "a")]


def test_half_a_unit_that_was_edited_is_offered_its_translation() -> None:
    title = Ancestor("a", UnitKey(MILL), places=2)
    found = succeed([title], [Text(UnitKey(MILL)), Text(UnitKey(LENT))], locale="en")
    assert [heir.kind for heir in found.heirs] == [ChangeKind.SAME, ChangeKind.NEW]
    [kept, half] = with_lost_places(found, [title], [1, 1], locale="en").heirs
    assert (kept.unit, kept.kind) == ("a", ChangeKind.SAME)
    assert (half.unit, half.kind, half.origins) == (
        "", ChangeKind.EDITED, (Origin("a", UnitKey(MILL)),),
    )  # fmt: skip
    assert with_lost_places(found, [title], [2, 1], locale="en") == found


def kept(name: str, text: str) -> Ancestor:
    return Ancestor(name, UnitKey(text), is_living=False, has_stood=False)


def test_what_never_stood_in_the_document_is_no_ancestor() -> None:
    old = [unit("a", MILL), unit("b", SHELF), kept("later", LENT), kept("else", f"{LAKE} Ever.")]
    new = (LENT, SHELF, LAKE)
    assert heirs(old, *new) == heirs(old[:2], *new)
    assert brief(old, *new) == [("edited", "a"), ("same", "b"), ("new", "")]


def test_a_new_text_takes_the_unit_that_was_kept_for_it() -> None:
    old = [unit("a", SHELF), kept("later", LAKE)]
    found = succeed(old, [Text(UnitKey(each)) for each in (SHELF, LAKE, MILL)], locale="en")
    [same, again, new] = with_twins(found, old).heirs
    assert again.kind is ChangeKind.RESTORED
    assert (again.unit, again.origins) == ("later", (Origin("later", UnitKey(LAKE)),))
    assert (same, new) == (found.heirs[0], found.heirs[2])


def test_a_text_that_comes_from_another_stays_its_unit_and_has_a_twin() -> None:
    old = [unit("a", MILL), unit("b", f"{SHELF} {LAKE}"), kept("l", LENT), kept("m", SHELF)]
    found = succeed(old, [Text(UnitKey(each)) for each in (LENT, SHELF, LAKE)], locale="en")
    known = with_twins(found, old)
    assert [heir.twin for heir in known.heirs] == ["l", "m", ""]
    assert [heir.unit for heir in known.heirs] == ["a", "", "b"]
    assert known.gone == found.gone


# --- laws ----------------------------------------------------------------------------------------

_TEXTS = (
    MILL, LENT, SHELF, LAKE, f"{SHELF} {LAKE}", f"{MILL} {SHELF}", "Note", "Notes", "12",
    f"{MILL} Always.", f"{LENT} Always, we hope.", f"{LAKE} {LENT}", "橋は皆のものである。",
)  # fmt: skip
texts = st.lists(st.sampled_from(_TEXTS), unique=True, max_size=8)


@st.composite
def ancestors(draw: st.DrawFn) -> list[Ancestor]:
    living, gone = draw(texts), draw(texts)
    former = st.lists(st.sampled_from(_TEXTS), max_size=2, unique=True)
    return [
        Ancestor(f"{at}", UnitKey(text), "", at < len(living), tuple(map(UnitKey, draw(former))))
        for at, text in enumerate([*living, *gone])
    ]


@given(ancestors(), texts)
def test_nobody_inherits_twice_and_nobody_is_forgotten(old: list[Ancestor], new: list[str]) -> None:
    found: Succession = succeed(old, [Text(UnitKey(each)) for each in new], locale="en")
    assert [heir.key.source for heir in found.heirs] == new
    taken = [heir.unit for heir in found.heirs if heir.unit]
    assert len(set(taken)) == len(taken)
    living = {each.id for each in old if each.is_living}
    assert set(found.gone) == living - set(taken)
    by_key = {each.key: each.id for each in old if each.is_living}
    for heir in found.heirs:
        if heir.key in by_key:
            assert heir.unit == by_key[heir.key]
            assert heir.kind in (ChangeKind.SAME, ChangeKind.MOVED)
        assert heir.unit in {"", *(origin.unit for origin in heir.origins)}
        assert heir.is_offered or not heir.unit
