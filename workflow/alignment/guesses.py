"""Find where the texts come from that no old text equals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.alignment.evidence import (
    is_enough,
    likeness,
    merit,
    profile,
    similarity,
)
from workflow.alignment.index import Index, Weights
from workflow.alignment.pieces import Parted, parted
from workflow.alignment.texts import Text, features

_ROUNDS = 4
"""Each text that is found is a neighbour to its neighbours; so often they are asked again."""


@dataclass(frozen=True, slots=True)
class Link:
    """Old texts that became new ones: one on one side, one or several on the other."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float


def guess(old: Sequence[Text], new: Sequence[Text], kept: Mapping[int, int]) -> list[Link]:
    """Link what no equal text explains: with what still stands there, else with what once did.

    Args:
        old: the texts of the old revision.
        new: the texts of the new one.
        kept: for each new text that equals an old one the old one.
    """
    if len(kept) in (len(new), len(old)):
        return []
    return _Left(old, new, kept).links()


class _Left:
    """The old texts that are left, the new ones that are left, and what is known of them."""

    def __init__(self, old: Sequence[Text], new: Sequence[Text], kept: Mapping[int, int]) -> None:
        self._old, self._new = old, new
        taken = set(kept.values())
        living = sum(text.is_living for text in old)
        stayed = {at: number for at, number in kept.items() if old[number].is_living}
        self._origins = {-1: -1, len(new): living, **stayed}
        new_left = [at for at in range(len(new)) if at not in kept]
        texts = [*old, *(new[at] for at in new_left)]
        self._weights = Weights(features(text.key.source) for text in texts)
        self._olds = {
            number: [profile(each, self._weights) for each in text.wordings]
            for number, text in enumerate(old)
            if number not in taken
        }
        self._news = {at: profile(new[at].key.source, self._weights) for at in new_left}
        self._candidates: dict[int, dict[int, float]] = {}

    def links(self) -> list[Link]:
        """Link wholes and their pieces, then one to one, the best first."""
        links: list[Link] = []
        for is_living in (True, False):
            self._candidates = self._look_up(is_living=is_living)
            links += self._parted()
            links += self._one_to_one()
        return links

    # --- candidates ------------------------------------------------------------------------------

    def _look_up(self, *, is_living: bool) -> dict[int, dict[int, float]]:
        """Give for each new text the old ones that may be its origin, and how alike they are."""
        numbers = [each for each in self._olds if self._old[each].is_living == is_living]
        index = Index(
            {number: [each.features for each in self._olds[number]] for number in numbers},
            self._weights,
        )
        if not numbers:
            return {}
        found: dict[int, dict[int, float]] = {}
        near = 0
        for at in range(len(self._new)):
            near = self._origins.get(at, near + 1)
            if at in self._news:
                nearest = index.nearest(self._news[at].features, near)
                found[at] = {number: self._likeness(number, at) for number in nearest}
        return found

    def _likeness(self, number: int, at: int) -> float:
        return max(likeness(each, self._news[at], self._weights) for each in self._olds[number])

    # --- wholes and pieces -----------------------------------------------------------------------

    def _parted(self) -> Iterator[Link]:
        """Link wholes with their pieces, the surest first."""
        pairs = [(number, at) for at, found in self._candidates.items() for number in found]
        olds = {number: wordings[0] for number, wordings in self._olds.items()}
        turned = [(at, number) for number, at in pairs]
        split = parted(olds, self._news, pairs, self._weights)
        merged = parted(self._news, olds, turned, self._weights)
        for each, is_split in _surest(split, merged):
            whole = (each.whole,)
            old, new = (whole, each.pieces) if is_split else (each.pieces, whole)
            if self._is_open(old, new):
                yield self._link(old, new, 100 * each.covered)

    def _is_open(self, old: Iterable[int], new: Iterable[int]) -> bool:
        return all(each in self._olds for each in old) and all(each in self._news for each in new)

    def _link(self, old: tuple[int, ...], new: tuple[int, ...], similarity: float) -> Link:
        """Take texts out of what is left."""
        for at, number in zip((*new[:1], *new[-1:]), (*old[:1], *old[-1:]), strict=True):
            self._origins[at] = number
        for number in old:
            del self._olds[number]
        for at in new:
            del self._news[at]
        return Link(old, new, similarity)

    # --- one to one ------------------------------------------------------------------------------

    def _one_to_one(self) -> Iterator[Link]:
        """Link the best pairs first, until no neighbour tells anything new."""
        for _ in range(_ROUNDS):
            found = False
            for _, number, at in self._ranked():
                if self._is_open((number,), (at,)):
                    found = True
                    alike = similarity(self._olds[number][0].wording, self._news[at].wording)
                    yield self._link((number,), (at,), alike)
            if not found:
                return

    def _ranked(self) -> list[tuple[float, int, int]]:
        """Give the pairs that are alike enough, the best first."""
        ranked = []
        for at, found in self._candidates.items():
            if at not in self._news:
                continue
            beside = self._beside(at)
            for number in beside:
                if number not in found:
                    found[number] = self._likeness(number, at)
            for number, alike in found.items():
                if number not in self._olds:
                    continue
                neighbours = beside.count(number)
                length = self._shortest(number, at)
                if is_enough(alike, length, neighbours):
                    good = merit(alike, neighbours, self._old[number], self._new[at])
                    ranked.append((-good, number, at))
        return sorted(ranked)

    def _shortest(self, number: int, at: int) -> int:
        return min(len(self._old[number].key.source), len(self._new[at].key.source))

    def _beside(self, at: int) -> list[int]:
        """Give the old texts that stand beside the origins of a text's neighbours."""
        found = []
        for neighbour, step in ((at - 1, 1), (at + 1, -1)):
            origin = self._origins.get(neighbour)
            if origin is not None:
                found.append(origin + step)
        return [each for each in found if each in self._olds and self._old[each].is_living]


def _surest(split: list[Parted], merged: list[Parted]) -> list[tuple[Parted, bool]]:
    both = [*((each, True) for each in split), *((each, False) for each in merged)]
    return sorted(both, key=lambda pair: (-pair[0].covered, pair[0].whole))
