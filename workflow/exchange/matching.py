"""The entries of a catalog find the units that they are about.

A catalog knows a text by its source and context; the store gives it an id that outlives every edit.
A file may be older than the source: then its entry carries a wording that a unit once had.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workflow.model import Entry, UnitKey


@dataclass(frozen=True, slots=True)
class Known:
    """The units of a document, by their keys."""

    living: Mapping[UnitKey, str]
    """Ids of the units that stand in it."""
    gone: Mapping[UnitKey, Sequence[str]] = field(default_factory=dict)
    """Ids of those that left it, in order of their creation; a key may have been there twice."""
    former: Mapping[UnitKey, str] = field(default_factory=dict)
    """Ids of units by a wording that they once had."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """What the catalog said of the gone units when it was last read, by id."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The entries of a catalog, by what they are about."""

    own: Mapping[str, Entry]
    """The entry of a unit, by its id."""
    others: Mapping[str, Sequence[Entry]]
    """Further entries for a unit: under a former wording, or under the same key a second time."""
    unknown: Mapping[UnitKey, Sequence[Entry]]
    """Entries under keys that no unit ever had, in the order of the file."""


def match(entries: Iterable[Entry], known: Known) -> Matched:
    """Find the unit of each entry.

    Living entries are looked at before obsolete ones: first for a unit that stands in the document
    under this key, then for one that left it, then for one that once had this wording. An obsolete
    entry belongs to a unit that left, where there is one of its key.

    Law: every entry is in exactly one place of the answer.
    """
    own: dict[str, Entry] = {}
    others: defaultdict[str, list[Entry]] = defaultdict(list)
    unknown: defaultdict[UnitKey, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: each.obsolete):
        unit = _unit_of(entry, known, own)
        if unit is not None:
            own[unit] = entry
            continue
        unit = _relative_of(entry, known)
        if unit is not None:
            others[unit].append(entry)
        else:
            unknown[entry.key].append(entry)
    return Matched(own, others, unknown)


def _unit_of(entry: Entry, known: Known, taken: Mapping[str, Entry]) -> str | None:
    """Find a unit of this very key that has no entry yet."""
    gone = [each for each in known.gone.get(entry.key, ()) if each not in taken]
    same = [each for each in gone if known.texts.get(each) == entry.target]
    living = known.living.get(entry.key)
    alive = [living] if living is not None and living not in taken else []
    candidates = [*same, *gone, *alive] if entry.obsolete else [*alive, *same, *gone]
    return candidates[0] if candidates else None


def _relative_of(entry: Entry, known: Known) -> str | None:
    """Find a unit that an entry says something about, though not under its key or not alone."""
    if entry.key in known.living:
        return known.living[entry.key]
    if gone := known.gone.get(entry.key):
        return gone[0]
    return known.former.get(entry.key)
