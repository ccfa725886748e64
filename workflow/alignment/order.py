"""Tell which of the texts that stayed have moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def unmoved(numbers: Sequence[int]) -> frozenset[int]:
    """Give the longest run of numbers that rise: those that need not have moved.

    >>> sorted(unmoved([0, 3, 1, 2, 4]))
    [0, 1, 2, 4]
    """
    lowest_ends: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(lowest_ends, number)
        before.append(ends[length - 1] if length else -1)
        if length == len(ends):
            lowest_ends.append(number)
            ends.append(at)
        else:
            lowest_ends[length] = number
            ends[length] = at
    found = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(numbers[at])
        at = before[at]
    return frozenset(found)
