"""A document with holes, and how they are filled."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import tries
from tests.strategies import hostile_texts
from workflow.model import BlockKind, Gap, Place, Skeleton, Slot, Unit, UnitKey
from workflow.skeleton import fill, joint, slots, source_text, units


def slot(source: str, group: int, original: str = "", position: int = 0, context: str = "") -> Slot:
    place = Place(BlockKind.PARAGRAPH, 1, group, position=position, size=3 * bool(position))
    return Slot(UnitKey(source, context), original or source, place)


ONE, TWO, THREE = (
    slot("One.", 1, position=1),
    slot("Two.", 1, position=2),
    slot("Three.", 1, position=3),
)
CUT = Skeleton(("1. ", ONE, Gap("  ", 1), TWO, Gap("", 1), THREE, "\n-----\n", slot("End", 2)))


@pytest.mark.parametrize(
    ("targets", "joiner", "filled"),
    [
        ({}, " ", "1. One.  Two.Three.\n-----\nEnd"),
        ({"End": "Fin"}, " ", "1. One.  Two.Three.\n-----\nFin"),
        ({"One.": "Un."}, " ", "1. Un. Two.Three.\n-----\nEnd"),
        ({"One.": "一。", "Two.": "二。", "Three.": "三。"}, "", "1. 一。二。三。\n-----\nEnd"),
        ({"One.": "Un et deux.", "Two.": " "}, " ", "1. Un et deux. Three.\n-----\nEnd"),
        ({"One.": " ", "Two.": "Un et deux."}, " ", "1. Un et deux. Three.\n-----\nEnd"),
        ({"One.": " ", "Two.": " ", "Three.": " "}, " ", "1. \n-----\nEnd"),
        ({"Two.": ""}, " ", "1. One.  Two.Three.\n-----\nEnd"),
        ({"Two.": "Deux.\u00a0"}, " ", "1. One. Deux.\u00a0Three.\n-----\nEnd"),
        ({"Two.": "二。"}, "", "1. One. 二。 Three.\n-----\nEnd"),
        ({"One.": "  "}, " ", "1. One.  Two.Three.\n-----\nEnd"),
        ({"Four.": "Quatre."}, " ", "1. One.  Two.Three.\n-----\nEnd"),
    ],
)
def test_fill(targets: dict[str, str], joiner: str, filled: str) -> None:
    keyed = {UnitKey(source): target for source, target in targets.items()}
    assert fill(CUT, keyed, joiner=joiner) == filled


def test_a_target_is_fitted_and_the_source_is_not() -> None:
    skeleton = Skeleton((slot("a b", 0, "a\nb"), "|", slot("c", 1)))
    fitted = fill(
        skeleton, {UnitKey("c"): "d"}, fit=lambda found, text: f"<{found.key.source}{text}>"
    )
    assert fitted == "a\nb|<cd>"


def test_the_context_tells_equal_texts_apart() -> None:
    skeleton = Skeleton((slot("May", 0, context="month"), " ", slot("May", 1)))
    assert fill(skeleton, {UnitKey("May", "month"): "mai"}) == "mai May"


def test_equal_texts_are_one_unit_with_several_places() -> None:
    first, other, again = slot("Yes", 0), slot("No", 1), slot("Yes", 2)
    assert units(Skeleton((first, other, again))) == (
        Unit(UnitKey("Yes"), (first.place, again.place)),
        Unit(UnitKey("No"), (other.place,)),
    )
    assert list(slots(Skeleton((first, "x", other)))) == [first, other]


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [("a", "b", " "), ("a ", "b", ""), ("a", " b", ""), ("a\u3000", "b", ""), ("", "b", " ")],
)
def test_white_space_is_never_doubled(before: str, after: str, between: str) -> None:
    assert joint(before, after, " ") == between


@st.composite
def skeletons(draw: st.DrawFn) -> Skeleton:
    parts: list[str | Slot | Gap] = []
    for group in range(draw(st.integers(0, 4))):
        parts.append(draw(hostile_texts()))
        for position in range(1, draw(st.integers(1, 4)) + 1):
            if position > 1:
                parts.append(Gap(draw(st.sampled_from(["", " ", "\n"])), group))
            source = draw(st.sampled_from(["a", "b", "c d"]))
            parts.append(slot(source, group, source.replace(" ", "\n"), position))
    return Skeleton(tuple(parts))


@settings(max_examples=tries(200))
@given(skeleton=skeletons(), target=hostile_texts())
def test_laws(skeleton: Skeleton, target: str) -> None:
    source = source_text(skeleton)
    assert fill(skeleton, {}) == source
    assert fill(skeleton, {UnitKey(each): each for each in ("a", "b", "c d")}) == source
    filled = fill(skeleton, {UnitKey("a"): target})
    if target and target != " ":
        wanted = sum(each.key.source == "a" for each in slots(skeleton))
        assert filled.count(target) >= wanted
