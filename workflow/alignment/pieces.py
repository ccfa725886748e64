"""See where one text became several, or several one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from workflow.alignment.evidence import Profile
from workflow.alignment.index import Weights

_INSIDE = 0.7
"""So much of a piece, by weight, stands in the whole."""
_COVERED = 0.7
"""So much of the whole stands in its pieces."""
_SMALLER = 0.9
"""A piece in the middle, or one that was edited, has at most so much of the whole's length."""
_TOGETHER = 1.4
"""All pieces have at most so much of it."""
_APART = 3
"""Pieces follow each other, with no more than two other texts between two of them."""


@dataclass(frozen=True, slots=True)
class Parted:
    """A whole text, and the pieces that make it up, in the order of their revision."""

    whole: int
    pieces: tuple[int, ...]
    covered: float
    """How much of the whole they hold, 0 to 1."""


def parted(
    wholes: Mapping[int, Profile],
    pieces: Mapping[int, Profile],
    pairs: Iterable[tuple[int, int]],
    weights: Weights,
) -> list[Parted]:
    """Find the wholes that are made up of two pieces or more, the surest first.

    Args:
        wholes: texts of one revision, by their numbers.
        pieces: texts of the other.
        pairs: whole and piece, where they have something in common.
        weights: how much each feature tells.
    """
    inside: defaultdict[int, list[int]] = defaultdict(list)
    for whole, piece in pairs:
        if _stands_in(pieces[piece], wholes[whole], weights):
            inside[whole].append(piece)
    found = [
        each
        for whole, numbers in inside.items()
        if len(numbers) > 1
        and (each := _made_up(whole, numbers, wholes[whole], pieces, weights)) is not None
    ]
    return sorted(found, key=lambda each: (-each.covered, each.whole))


def _stands_in(piece: Profile, whole: Profile, weights: Weights) -> bool:
    """Tell whether a shorter text stands in a longer one, all or nearly all of it."""
    said = piece.wording.strip()
    if not said or len(said) >= len(whole.wording):
        return False
    if whole.wording.startswith(said) or whole.wording.endswith(said):
        return True
    words = _words(piece)
    if not words or len(said) > _SMALLER * len(whole.wording):
        return False
    shared = weights.sum(words & whole.features)
    return shared >= _INSIDE * weights.sum(words)


def _made_up(
    whole: int,
    numbers: Sequence[int],
    text: Profile,
    pieces: Mapping[int, Profile],
    weights: Weights,
) -> Parted | None:
    """Choose the pieces that each hold a part of their own, the longest first."""
    numbers = _beside_longest(numbers, pieces)
    left = set(_words(text))
    total = weights.sum(left)
    room = _TOGETHER * len(text.wording)
    chosen = []
    for number in sorted(numbers, key=lambda each: (-len(pieces[each].wording), each)):
        words = _words(pieces[number])
        own = words & left
        is_new = weights.sum(own) >= _INSIDE / 2 * weights.sum(words & text.features)
        if own and is_new and len(pieces[number].wording) <= room:
            chosen.append(number)
            left -= own
            room -= len(pieces[number].wording)
    covered = 1 - weights.sum(left) / total if total else 0.0
    if len(chosen) < 2 or covered < _COVERED:  # noqa: PLR2004
        return None
    return Parted(whole, tuple(sorted(chosen)), covered)


def _beside_longest(numbers: Sequence[int], pieces: Mapping[int, Profile]) -> Sequence[int]:
    """Keep the run of pieces around the longest one."""
    longest = max(numbers, key=lambda each: (len(pieces[each].wording), -each))
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if not runs or number - runs[-1][-1] > _APART:
            runs.append([])
        runs[-1].append(number)
    return next(run for run in runs if longest in run)


def _words(text: Profile) -> frozenset[str]:
    """Give the words of a text without its trigrams: a long text has none to compare with."""
    return frozenset(each for each in text.features if each[0] != "~")
