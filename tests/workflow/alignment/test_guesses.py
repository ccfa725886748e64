from workflow.alignment.guesses import Link, guess
from workflow.alignment.texts import Text
from workflow.model import UnitKey

MILL = "The mill gave us its hall for as long as the library needs it."
SHELF = "Every child needs a shelf of books within an hour of home."
CLOSES = "The reading room closes at five on every day but Sunday."


def links(old: list[str], new: list[str], past: tuple[str, ...] = ()) -> list[Link]:
    before = [Text(UnitKey(each)) for each in old]
    before += [Text(UnitKey(each), is_living=False) for each in past]
    numbers = {text.key.source: number for number, text in enumerate(before)}
    kept = {at: numbers[each] for at, each in enumerate(new) if each in numbers}
    return guess(before, [Text(UnitKey(each)) for each in new], kept)


def pairs(found: list[Link]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(link.old, link.new) for link in found]


def test_nothing_is_left_to_guess() -> None:
    assert links([MILL, SHELF], [SHELF, MILL]) == []
    assert links([], [MILL]) == links([MILL], []) == []


def test_the_best_pair_goes_first() -> None:
    close, far = MILL.replace("gave", "lent"), MILL.replace("hall for as long", "attic until")
    assert pairs(links([MILL], [far, close])) == [((0,), (1,))]


def test_a_text_that_is_found_is_a_neighbour_to_the_next() -> None:
    old = ["Title", "Note one", "Note two", "Note three", MILL]
    new = ["Title", "Footnote one", "Footnote two", "Footnote three", MILL]
    assert sorted(pairs(links(old, new))) == [((1,), (1,)), ((2,), (2,)), ((3,), (3,))]


def test_what_still_stood_there_goes_before_what_once_did() -> None:
    edited = MILL.replace("gave", "lent")
    assert pairs(links([MILL.replace("us ", "")], [edited], past=(MILL,))) == [((0,), (0,))]
    assert pairs(links([CLOSES], [edited], past=(MILL,))) == [((1,), (0,))]


def test_sentences_that_were_one_paragraph() -> None:
    whole = f"{MILL} {SHELF} {CLOSES}"
    assert pairs(links(["Title", whole], ["Title", MILL, SHELF, CLOSES])) == [((1,), (1, 2, 3))]
    assert pairs(links([MILL, SHELF, CLOSES], [whole])) == [((0, 1, 2), (0,))]
