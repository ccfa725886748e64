from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.alignment.worddiff import Mark, Piece, marked, worddiff

words = st.lists(st.sampled_from(["river", "لا", "川", "12", " ", "  ", "\n", ".", "a", "é"]))
texts = st.one_of(st.text(max_size=40), words.map("".join))


def joined(pieces: tuple[Piece, ...], mark: Mark) -> str:
    return "".join(piece.text for piece in pieces if piece.mark in (Mark.KEPT, mark))


@given(texts, texts)
def test_both_texts_are_there(old: str, new: str) -> None:
    pieces = worddiff(old, new)
    assert joined(pieces, Mark.REMOVED) == old
    assert joined(pieces, Mark.ADDED) == new
    assert all(piece.text for piece in pieces)


@given(texts, texts)
def test_pieces_are_whole(old: str, new: str) -> None:
    allowed = {(Mark.KEPT, Mark.REMOVED), (Mark.KEPT, Mark.ADDED), (Mark.REMOVED, Mark.ADDED),
               (Mark.REMOVED, Mark.KEPT), (Mark.ADDED, Mark.KEPT)}  # fmt: skip
    marks = [piece.mark for piece in worddiff(old, new)]
    assert set(pairwise(marks)) <= allowed


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("", "", ""),
        ("Dear friends,", "Dear friends,", "Dear friends,"),
        ("Dear friend,", "Dear friends:", "Dear [-friend,-]{+friends:+}"),
        ("", "A river", "{+A river+}"),
        ("We ask the old mayor", "We ask our new mayor", "We ask [-the old-]{+our new+} mayor"),
        ("川を守る。", "村を守れ。", "[-川-]{+村+}を守[-る-]{+れ+}。"),
        ("in 2024", "in 2025", "in [-2024-]{+2025+}"),
    ],
)
def test_what_is_shown(old: str, new: str, shown: str) -> None:
    assert marked(worddiff(old, new)) == shown


@pytest.mark.parametrize("letter", ["a ", "川"])
def test_long_texts_take_no_time(letter: str) -> None:
    old = "".join(f"{number} {letter}" for number in range(4_000))
    began = process_time()
    pieces = worddiff(old, old.replace("7", "8"))
    assert process_time() - began < 2
    assert joined(pieces, Mark.REMOVED) == old
    huge = letter * 100_000
    assert joined(worddiff(huge, f"{huge}. End"), Mark.REMOVED) == huge
    assert process_time() - began < 8
