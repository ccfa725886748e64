"""Show what changed between two texts, word by word, as data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Levenshtein

# Thai, Lao, Burmese, Khmer, kana, ideographs: scripts without spaces, compared sign by sign.
_SIGN = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # noqa: E501
_TOKEN = re.compile(rf"[{_SIGN}]|[^\W{_SIGN}]+|\s+|.", re.DOTALL)
_STRETCH = re.compile(r"[^\s.!?。！？]*(?:[\s.!?。！？]+|$)")
_TOKENS = 20_000
"""Texts of more tokens than this are compared by stretches between spaces and full stops."""


class Mark(StrEnum):
    """What became of a piece of text."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the old text, of the new one, or of both."""

    mark: Mark
    text: str


def worddiff(old: str, new: str) -> tuple[Piece, ...]:
    """Cut two texts into what was kept, removed and added.

    >>> [(piece.mark.value, piece.text) for piece in worddiff("We ask three", "We ask four")]
    [('kept', 'We ask '), ('removed', 'three'), ('added', 'four')]

    Laws: kept and removed pieces together are the old text, kept and added ones the new; no two
    pieces of one mark follow each other, and what is added follows what is removed.
    """
    one, other = _tokens(old), _tokens(new)
    return tuple(_joined(_pieces(one, other)))


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(text)
    if len(tokens) <= _TOKENS:
        return tokens
    return [each for each in _STRETCH.findall(text) if each]


def _pieces(one: Sequence[str], other: Sequence[str]) -> Iterator[Piece]:
    """Give the pieces as they come; a space alone between two changes belongs to both."""
    steps = Levenshtein.opcodes(one, other)
    for number, step in enumerate(steps):
        before = "".join(one[step.src_start : step.src_end])
        after = "".join(other[step.dest_start : step.dest_end])
        is_between = 0 < number < len(steps) - 1
        if step.tag == "equal" and not (is_between and before.isspace()):
            yield Piece(Mark.KEPT, before)
        else:
            yield Piece(Mark.REMOVED, before)
            yield Piece(Mark.ADDED, after)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Join what follows each other: first all that was removed, then all that was added."""
    removed: list[str] = []
    added: list[str] = []
    kept: list[str] = []
    for piece in pieces:
        if piece.mark is Mark.KEPT:
            yield from _change(removed, added)
            kept.append(piece.text)
        else:
            if kept and piece.text:
                yield Piece(Mark.KEPT, "".join(kept))
                kept.clear()
            (removed if piece.mark is Mark.REMOVED else added).append(piece.text)
    yield from _change(removed, added)
    if kept:
        yield Piece(Mark.KEPT, "".join(kept))


def _change(removed: list[str], added: list[str]) -> Iterator[Piece]:
    for mark, texts in ((Mark.REMOVED, removed), (Mark.ADDED, added)):
        if text := "".join(texts):
            yield Piece(mark, text)
        texts.clear()


def marked(pieces: Sequence[Piece]) -> str:
    """Write the pieces on a terminal without colours, as `git diff --word-diff` does.

    >>> print(marked(worddiff("We ask three cities", "We ask four cities")))
    We ask [-three-]{+four+} cities
    """
    form = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "{{+{}+}}"}
    return "".join(form[piece.mark].format(piece.text) for piece in pieces)
