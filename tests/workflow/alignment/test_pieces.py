from workflow.alignment.evidence import profile
from workflow.alignment.index import Weights
from workflow.alignment.pieces import Parted, parted
from workflow.alignment.texts import features

RIVER = "Rivers carried the mills of this valley for six hundred years."
CHILD = "Every child walks to school across the old stone bridge."
LAKE = "The lake is the only water that two counties share."


def found(whole: str, *pieces: str) -> list[Parted]:
    weights = Weights(map(features, (whole, *pieces)))
    numbered = {number: profile(each, weights) for number, each in enumerate(pieces)}
    pairs = [(9, number) for number in numbered]
    return parted({9: profile(whole, weights)}, numbered, pairs, weights)


def test_a_text_is_made_up_of_its_pieces() -> None:
    [each] = found(f"{RIVER} {CHILD}", RIVER, CHILD)
    assert (each.whole, each.pieces) == (9, (0, 1))
    assert each.covered > 0.99


def test_pieces_may_have_been_edited_and_stand_anywhere() -> None:
    edited = CHILD.replace("old stone", "wooden")
    [each] = found(f"{RIVER} {CHILD}", edited, LAKE, RIVER)
    assert each.pieces == (0, 2)


def test_pieces_stand_beside_each_other() -> None:
    others = [f"Something else {number}" for number in range(5)]
    assert found(f"{RIVER} {CHILD}", RIVER, *others, CHILD) == []
    assert len(found(f"{RIVER} {CHILD}", RIVER, *others[:2], CHILD)) == 1


def test_one_piece_is_an_edit_and_not_a_part() -> None:
    assert found(f"{RIVER} {CHILD}", RIVER) == []
    assert found(f"{RIVER} {CHILD}", RIVER, LAKE) == []


def test_a_copy_and_a_piece_of_it_do_not_make_it_up() -> None:
    assert found(RIVER, RIVER.replace("six", "five"), "Rivers carried the mills") == []


def test_the_same_piece_twice_does_not_make_it_up() -> None:
    assert found(f"{RIVER} {CHILD}", RIVER, RIVER.upper()) == []


def test_a_piece_as_long_as_all_is_none() -> None:
    assert found("", "", "") == []
    assert found("…", "…", "!") == []
