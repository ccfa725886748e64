import pytest

from workflow.alignment.evidence import is_enough, likeness, merit, profile, similarity
from workflow.alignment.index import Weights
from workflow.alignment.texts import Text, features
from workflow.model import UnitKey


def alike(one: str, other: str) -> float:
    weights = Weights(map(features, (one, other, "the one and the other", "the mill")))
    return likeness(profile(one, weights), profile(other, weights), weights)


def test_likeness_counts_letters_and_words() -> None:
    assert alike("The mayor asks", "The mayor asks") == 100
    assert alike("The mayor asks", "The mayor asked") > alike("The mayor asks", "The lake is low")
    assert alike("…", "…") >= 50
    assert alike("", "") >= 0


def test_long_texts_of_one_language_are_not_alike_for_that() -> None:
    one = "the school by the river shall remain open for all children of the valley " * 3
    other = "a library without heating cannot serve those who come after work hours " * 3
    assert similarity(one, other) > 40
    assert alike(one, other) < 40


def test_very_long_texts_are_compared_by_words() -> None:
    long = "we ask all cities " * 15_000
    assert similarity(long, f"{long} now") > 99


@pytest.mark.parametrize(
    ("likeness", "length", "neighbours", "enough"),
    [
        (50, 200, 0, True), (50, 12, 0, False), (70, 12, 0, True), (50, 12, 1, True),
        (40, 200, 0, False), (40, 200, 1, True), (35, 200, 1, False), (35, 200, 2, True),
        (45, 4, 1, False), (45, 4, 2, True),
        (89, 1, 0, False), (90, 1, 0, True), (10, 500, 2, False),
    ],
)  # fmt: skip
def test_short_texts_need_more_and_neighbours_help(
    likeness: float, length: int, neighbours: int, enough: bool
) -> None:
    assert is_enough(likeness, length, neighbours) is enough


def test_kind_marker_and_neighbours_decide_between_equals() -> None:
    def text(kind: str) -> Text:
        return Text(UnitKey("River"), kind)

    def of(old: str, new: str, neighbours: int = 0) -> float:
        return merit(50, neighbours, text(old), text(new))

    assert of("numbered item 2.", "numbered item 2.") > of("numbered item 1.", "numbered item 2.")
    assert of("numbered item 1.", "numbered item 2.") > of("paragraph", "numbered item 2.")
    assert of("paragraph", "title", 1) > of("title", "title", 0)
