from collections.abc import Callable
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.alignment.align import align
from workflow.alignment.texts import Text
from workflow.model import Change, ChangeKind, UnitKey

WORDS = ("river", "lake", "school", "bridge", "the", "not", "12", "川を守る", "ليس")
sentences = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
keys = st.builds(UnitKey, sentences, st.sampled_from(["", "", "map"]))
kinds = st.sampled_from(["", "paragraph", "numbered item 1.", "numbered item 2."])
some_texts = st.lists(
    st.builds(Text, keys, kinds, st.booleans(), st.one_of(st.just(""), sentences)),
    unique_by=lambda text: text.key,
    max_size=9,
)
living_texts = st.lists(st.builds(Text, keys, kinds), unique_by=lambda text: text.key, max_size=9)

TITLE = "An appeal for the school library"
MILL = "The mill gave us its hall for as long as the library needs it."
SHELF = "Every child needs a shelf of books within an hour of home."
CLOSES = "The reading room closes at five on every day but Sunday."


def said(old: list[str], new: list[str], *, gone: tuple[str, ...] = ()) -> list[Change]:
    before = [Text(UnitKey(each)) for each in old]
    before += [Text(UnitKey(each), is_living=False) for each in gone]
    return list(align(before, [Text(UnitKey(each)) for each in new], locale="en"))


def brief(changes: list[Change]) -> list[tuple[str, tuple[int, ...], tuple[int, ...]]]:
    return [(each.kind.value, each.old_numbers, each.new_numbers) for each in changes]


# --- laws ----------------------------------------------------------------------------------------


@given(some_texts, living_texts)
def test_every_text_is_in_one_change(old: list[Text], new: list[Text]) -> None:
    changes = align(old, new)
    assert sorted(at for each in changes for at in each.new_numbers) == list(range(len(new)))
    used = sorted(number for each in changes for number in each.old_numbers)
    assert len(used) == len(set(used))
    assert {number for number, text in enumerate(old) if text.is_living} <= set(used)


@given(some_texts, living_texts)
def test_a_change_says_what_it_is(old: list[Text], new: list[Text]) -> None:
    before = {text.key: text for text in old}
    for each in align(old, new):
        assert each.old == tuple(old[number].key for number in each.old_numbers)
        assert each.new == tuple(new[at].key for at in each.new_numbers)
        if any(key in before for key in each.new):
            assert each.kind in (ChangeKind.SAME, ChangeKind.MOVED, ChangeKind.RESTORED)
            assert each.old == each.new
            assert each.similarity == 100
        sides = (len(each.old), len(each.new))
        assert (each.kind is ChangeKind.SPLIT) == (sides > (1, 1) and sides[0] == 1)
        assert (each.kind is ChangeKind.MERGED) == (sides[0] > 1)
        assert (each.kind is ChangeKind.NEW) == (sides == (0, 1))
        assert (each.kind is ChangeKind.GONE) == (sides == (1, 0))


@given(living_texts)
def test_no_revision_changes_nothing(texts: list[Text]) -> None:
    assert {each.kind for each in align(texts, texts)} <= {ChangeKind.SAME}


# --- cases ---------------------------------------------------------------------------------------


def test_same_and_moved() -> None:
    changes = said([TITLE, MILL, SHELF, CLOSES], [TITLE, CLOSES, MILL, SHELF])
    assert [each.kind.value for each in changes] == ["same", "moved", "same", "same"]


def test_edited_and_how_much() -> None:
    [_, change] = said([TITLE, MILL], [TITLE, MILL.replace("gave", "lent")])
    assert (change.kind, change.old_numbers) == (ChangeKind.EDITED, (1,))
    assert 90 < change.similarity < 100
    assert not change.is_harmless
    [change] = said([MILL], [MILL.removesuffix(".")])
    assert (change.similarity, change.is_harmless) == (99, True)


def test_split_merged_and_joined_again() -> None:
    whole = f"{MILL} {SHELF}"
    assert brief(said([TITLE, whole], [TITLE, MILL, SHELF])) == [
        ("same", (0,), (0,)),
        ("split", (1,), (1, 2)),
    ]
    assert brief(said([TITLE, MILL, SHELF, CLOSES], [TITLE, whole, CLOSES])) == [
        ("same", (0,), (0,)),
        ("merged", (1, 2), (1,)),
        ("same", (3,), (2,)),
    ]


def test_new_gone_restored() -> None:
    assert brief(said([TITLE, MILL], [TITLE, CLOSES, SHELF], gone=(SHELF,))) == [
        ("same", (0,), (0,)),
        ("new", (), (1,)),
        ("restored", (2,), (2,)),
        ("gone", (1,), ()),
    ]


def test_one_text_is_the_origin_of_one() -> None:
    one, other = MILL.replace("gave", "lent"), MILL.replace("hall", "attic and cellar")
    changes = said([TITLE, MILL], [TITLE, one, other])
    assert [each.kind.value for each in changes] == ["same", "edited", "new"]


def test_a_short_text_needs_its_neighbours() -> None:
    assert said(["Notes"], ["Voters", TITLE])[0].kind is ChangeKind.NEW
    changes = said([TITLE, "Notes", MILL], [TITLE, "Footnotes", MILL])
    assert [each.kind.value for each in changes] == ["same", "edited", "same"]


def test_between_two_alike_the_place_decides() -> None:
    first, second = "Item one of the list.", "Item two of the list."
    changes = said([TITLE, first, MILL, second], [TITLE, "Item of the list.", MILL])
    assert changes[1].old_numbers == (1,)
    changes = said([TITLE, first, MILL, second], [TITLE, MILL, "Item of the list."])
    assert changes[2].old_numbers == (3,)


def test_what_a_translation_was_made_from_counts_too() -> None:
    old = [Text(UnitKey("Quite another wording by now"), made_from=MILL)]
    [change] = align(old, [Text(UnitKey(MILL.replace("hall", "attic")))])
    assert change.kind is ChangeKind.EDITED


def test_another_context_is_another_text_but_a_likely_origin() -> None:
    [change] = align([Text(UnitKey("River"))], [Text(UnitKey("River", "map"))])
    assert (change.kind, change.similarity) == (ChangeKind.EDITED, 99)


# --- hostile -------------------------------------------------------------------------------------

HOSTILE: dict[str, Callable[[int, str], str]] = {
    "the same words": lambda number, end: (
        "".join(f"{'ab'[number >> bit & 1]} the " for bit in range(12)) + end
    ),
    "near duplicates": lambda number, end: f"Row {number:06} of the table{end}",
    "near duplicates, long": lambda number, end: f"Row {number:06} of {'the table ' * 20}{end}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_take_no_quadratic_time(name: str) -> None:
    def run(count: int) -> float:
        old = [Text(UnitKey(HOSTILE[name](number, "."))) for number in range(count)]
        new = [Text(UnitKey(HOSTILE[name](number, ", now"))) for number in range(count)]
        began = process_time()
        align(list(dict.fromkeys(old)), list(dict.fromkeys(new)))
        return process_time() - began

    small, large = run(500), run(2_000)
    assert large < 10 * small + 0.5


def test_one_very_long_text() -> None:
    long = " ".join(f"word{number}" for number in range(25_000))
    began = process_time()
    [change] = said([long], [f"{long} more"])
    assert change.kind is ChangeKind.EDITED
    assert process_time() - began < 5
