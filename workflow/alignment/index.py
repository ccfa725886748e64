"""Find the few texts that share the rarest words with a text, without comparing it with all."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from math import fsum, log

Features = frozenset[str]

_ASKED = 16
"""So many of its rarest features are looked up for a text."""

_LISTED = 48
"""A feature that more texts share tells only of those that stand nearest."""

CANDIDATES = 20


class Weights(dict[str, float]):
    """How much each feature tells: the rarer the more; trigrams, of which there are many, less."""

    def __init__(self, texts: Iterable[Features]) -> None:
        """Count in how many of the texts each feature stands."""
        counts: Counter[str] = Counter()
        total = 1
        for features in texts:
            total += 1
            counts.update(features)
        self._rarest = log(1 + total)
        for feature, count in counts.items():
            weight = log(1 + total / count)
            self[feature] = weight / 4 if feature[0] == "~" else weight

    def __missing__(self, feature: str) -> float:
        """Weigh one that stands nowhere: it tells most."""
        return self._rarest / 4 if feature[0] == "~" else self._rarest

    def sum(self, features: Iterable[str]) -> float:
        """Weigh many, to the last digit the same in whatever order a set gives them."""
        return fsum(map(self.__getitem__, features))


class Index:
    """Texts by their features."""

    def __init__(self, texts: Mapping[int, Iterable[Features]], weights: Weights) -> None:
        """Take texts by their numbers, each with the features of its wordings."""
        self._weights = weights
        postings: defaultdict[str, list[int]] = defaultdict(list)
        for number in sorted(texts):
            for feature in frozenset().union(*texts[number]):
                postings[feature].append(number)
        self._postings: Mapping[str, Sequence[int]] = dict(postings)

    def nearest(self, features: Features, near: int) -> list[int]:
        """Give the texts that share most with a text, best first; of equal ones, the nearest.

        `near` is where in the order it is expected. Of features that are everywhere, only those
        around this place are looked at, so that the work does not grow with the catalog.
        """
        known = [each for each in features if each in self._postings]
        known.sort(key=lambda each: (len(self._postings[each]), each))
        votes: defaultdict[int, float] = defaultdict(float)
        for feature in known[:_ASKED]:
            weight = self._weights[feature]
            for number in self._listed(feature, near):
                votes[number] += weight
        return nlargest(
            CANDIDATES, votes, key=lambda number: (votes[number], -abs(number - near), -number)
        )

    def _listed(self, feature: str, near: int) -> Sequence[int]:
        numbers = self._postings[feature]
        if len(numbers) <= _LISTED:
            return numbers
        middle = bisect_left(numbers, near)
        start = max(0, min(middle - _LISTED // 2, len(numbers) - _LISTED))
        return numbers[start : start + _LISTED]
