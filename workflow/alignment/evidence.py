"""Weigh what speaks for one text being an earlier wording of another."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from workflow.alignment.index import Weights
from workflow.alignment.texts import Text, features

_WORDS_FROM = 2_000
"""Texts of more characters than this are compared word by word."""

_TIMES = 10
"""A text so many times as long as another is not compared with it."""

_PIECE = re.compile(r"\w+|\W")

# Tried on some fifty thousand texts of real catalogs, in order and shuffled.
_LEAST = (42.0, 37.0, 32.0)
"""How alike a long text must be with no, one and two neighbours to speak for it."""
_MORE_FOR_SHORT = ((3000.0, 2), (100.0, 1), (20.0, 1))
"""What is added, divided by that power of the length: short texts need near identity, or both."""
_NEIGHBOURS = (0.0, 8.0, 20.0)
"""What they count among several candidates."""
_SAME_KIND = 3.0
_SAME_MARKER = 1.0
_NEAR_IDENTITY = 90


@dataclass(frozen=True, slots=True)
class Profile:
    """A wording with what it is compared by."""

    wording: str
    features: frozenset[str]
    weight: float


def profile(wording: str, weights: Weights) -> Profile:
    """Prepare a wording for comparisons."""
    found = features(wording)
    return Profile(wording, found, weights.sum(found))


def shared_weight(one: Profile, other: Profile, weights: Weights) -> float:
    """Weigh the features that two texts share."""
    return weights.sum(one.features & other.features)


def likeness(one: Profile, other: Profile, weights: Weights) -> float:
    """Say how alike two texts are, 0 to 100: half by their letters, half by what they share.

    Letters alone find long texts alike that only are in one language; shared words alone do not
    see a typo.
    """
    short, long = sorted((len(one.wording), len(other.wording)))
    if short * _TIMES < long:
        return 0.0
    both = one.weight + other.weight
    shared = 200 * shared_weight(one, other, weights) / both if both else 0.0
    return (similarity(one.wording, other.wording) + shared) / 2


def similarity(one: str, other: str) -> float:
    """Say how much of two texts is the same in the same order, 0 to 100.

    >>> round(similarity("The mayor asks", "The mayor asked"))
    90
    """
    if max(len(one), len(other)) <= _WORDS_FROM:
        return float(ratio(one, other))
    return 100 * Indel.normalized_similarity(_PIECE.findall(one), _PIECE.findall(other))


def is_enough(likeness: float, length: int, neighbours: int) -> bool:
    """Say whether two texts are alike enough: short ones must be more so, neighbours help.

    Args:
        likeness: 0 to 100.
        length: characters of the shorter one.
        neighbours: how many of the two neighbours are the same in both revisions.
    """
    more, power = _MORE_FOR_SHORT[neighbours]
    needed = _LEAST[neighbours] + more / float(max(length, 1)) ** power
    return likeness >= min(_NEAR_IDENTITY, needed)


def merit(likeness: float, neighbours: int, old: Text, new: Text) -> float:
    """Rank a candidate among others: likeness first, then neighbours, kind and marker."""
    kind, _, marker = old.kind.rpartition(" ")
    new_kind, _, new_marker = new.kind.rpartition(" ")
    is_same = old.kind == new.kind or (bool(kind) and kind == new_kind)
    alike = _SAME_KIND * is_same + _SAME_MARKER * (marker == new_marker)
    return likeness + _NEIGHBOURS[neighbours] + alike - bool(old.made_from)
