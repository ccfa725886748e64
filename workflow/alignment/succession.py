"""Say which lasting unit each text of a new revision is.

A unit lives through the revisions of its document: moved, edited, taken out and put back. `align`
says where each text comes from; here it is settled who inherits, since several texts may claim one
unit and one unit may once have had several wordings.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.alignment.align import align
from workflow.alignment.texts import Text
from workflow.model import Change, ChangeKind, UnitKey

_SURE = (ChangeKind.SAME, ChangeKind.MOVED)
_WORKED = (ChangeKind.EDITED, ChangeKind.SPLIT, ChangeKind.MERGED)


@dataclass(frozen=True, slots=True)
class Ancestor:
    """A unit of the document as it is before the revision."""

    id: str
    key: UnitKey
    """Its wording now, or the last one that it had."""
    kind: str = ""
    """What it is to its reader, marker and all; empty if unknown."""
    is_living: bool = True
    former: tuple[UnitKey, ...] = ()
    """Wordings that it had before, the newest last."""
    places: int = 1
    """How many places of the document it stands in."""
    has_stood: bool = True
    """Whether any revision had it; what only a catalog ever had is nobody's ancestor."""


@dataclass(frozen=True, slots=True)
class Origin:
    """A wording of a unit, from which a text comes."""

    unit: str
    key: UnitKey


@dataclass(frozen=True, slots=True)
class Heir:
    """A text of the new revision, and the unit that it is."""

    key: UnitKey
    kind: ChangeKind
    unit: str = ""
    """Id of the unit; empty where it becomes a new one."""
    origins: tuple[Origin, ...] = ()
    """What it comes from: several where they were merged, or where several units once had this very
    wording."""
    is_offered: bool = True
    """False for the pieces of a split text that get none of its translation."""
    similarity: int = 0
    is_harmless: bool = False
    twin: str = ""
    """Id of a unit of this very wording that never stood in the document; its texts come here."""


@dataclass(frozen=True, slots=True)
class Succession:
    """What a revision does to the units of a document."""

    heirs: tuple[Heir, ...]
    """One for each text of the new revision, in its order."""
    gone: tuple[str, ...]
    """Ids of the units that leave the document, in its old order."""


def succeed(old: Sequence[Ancestor], new: Sequence[Text], *, locale: str = "") -> Succession:
    """Settle which unit each text of a new revision is.

    Args:
        old: the living units in document order, then those that are gone, the last one last; those
            that never stood in the document are left to `with_twins`.
        new: the texts of the new revision; keys are unique.
        locale: language of the texts.

    >>> units = [Ancestor("a", UnitKey("Rivers")), Ancestor("b", UnitKey("We ask the mayors."))]
    >>> found = succeed(units, [Text(UnitKey("We ask all mayors.")), Text(UnitKey("Rivers"))])
    >>> [(heir.unit, heir.kind.value) for heir in found.heirs]
    [('b', 'edited'), ('a', 'same')]

    Where several texts claim one unit, it goes to the one that equals its wording, else to what
    was made of that wording, else to one that equals a wording it once had.

    Laws: each new text has one heir; no unit has two; a living unit has an heir or is gone; equal
    keys are never anything but same, moved or restored.
    """
    return _Settlement([each for each in old if each.has_stood], new, locale).settle()


class _Settlement:
    """The texts that stand side by side, the claims, and what is settled of them."""

    def __init__(self, old: Sequence[Ancestor], new: Sequence[Text], locale: str) -> None:
        self._old, self._new, self._locale = old, new, locale
        self._entries = list(_entries(old))
        self._had: defaultdict[UnitKey, list[str]] = defaultdict(list)
        for each in old:
            for key in each.former:
                self._had[key].append(each.id)
        self._current = {each.id: each.key for each in old}
        self._taken: set[str] = set()
        self._heirs: dict[int, Heir] = {}

    def settle(self) -> Succession:
        texts = [text for _, text in self._entries]
        changes = align(texts, self._new, locale=self._locale)
        for change in sorted(changes, key=self._rank):
            if change.new:
                self._inherit(change)
        heirs = tuple(self._heirs[number] for number in range(len(self._new)))
        left = (each.id for each in self._old if each.is_living and each.id not in self._taken)
        return Succession(heirs, tuple(left))

    def _rank(self, change: Change) -> tuple[int, tuple[int, ...]]:
        """Order claims: what equals first, then what was made of it, then what once was."""
        is_current = all(self._is_current(number) for number in change.old_numbers)
        if change.kind in _SURE:
            rank = 0
        elif change.kind is ChangeKind.RESTORED:
            rank = 2 if is_current else 3
        else:
            rank = 1 if is_current else 4
        return rank, change.new_numbers

    def _is_current(self, number: int) -> bool:
        unit, text = self._entries[number]
        return self._current[unit] == text.key

    def _inherit(self, change: Change) -> None:
        """Give a unit to one of the texts of a change, and say of all where they come from."""
        origins = tuple(
            Origin(self._entries[number][0], self._entries[number][1].key)
            for number in change.old_numbers
        )
        if change.kind is ChangeKind.RESTORED and not self._is_current(change.old_numbers[0]):
            origins = self._all_with(origins[0].key)
        chosen = max(change.new_numbers, key=lambda at: len(self._new[at].key.source))
        for at in change.new_numbers:
            is_offered = at == chosen
            self._heirs[at] = Heir(
                self._new[at].key,
                change.kind,
                self._take(origins, change.kind) if is_offered else "",
                origins,
                is_offered,
                change.similarity,
                change.is_harmless,
            )

    def _all_with(self, key: UnitKey) -> tuple[Origin, ...]:
        """Give all units that once had a wording, those that are free first, the newest before."""
        newest_first = self._had[key][::-1]
        units = sorted(newest_first, key=self._taken.__contains__)
        return tuple(Origin(unit, key) for unit in units)

    def _take(self, origins: Sequence[Origin], kind: ChangeKind) -> str:
        """Take the unit with the longest text that is free, or of equal ones the first."""
        free = [each for each in origins if each.unit not in self._taken]
        if not free:
            return ""
        best = free[0]
        if kind is ChangeKind.MERGED:
            best = max(free, key=lambda each: len(each.key.source))
        self._taken.add(best.unit)
        return best.unit


def _entries(old: Sequence[Ancestor]) -> Iterator[tuple[str, Text]]:
    """Give each wording once: of living units, of those gone last, and those they had before."""
    seen: set[UnitKey] = set()
    living = [each for each in old if each.is_living]
    gone = [each for each in reversed(old) if not each.is_living]
    for each in (*living, *gone):
        if each.key not in seen:
            seen.add(each.key)
            yield each.id, Text(each.key, each.kind, each.is_living)
    for each in (*living, *gone):
        for key in reversed(each.former):
            if key not in seen:
                seen.add(key)
                yield each.id, Text(key, each.kind, is_living=False)


def with_lost_places(
    found: Succession, old: Sequence[Ancestor], places: Sequence[int], *, locale: str = ""
) -> Succession:
    """Say what new texts come from that were edited in one of the places of a unit.

    A title may stand in the front matter and above the text; who edits one of them edits half a
    unit: the other half keeps the unit, and this one is offered its translation.

    Args:
        found: who inherits.
        old: the units before the revision.
        places: in how many places each text of the new revision stands.
        locale: language of the texts.
    """
    before = {each.id: each for each in old}
    lost = [
        before[heir.unit]
        for heir, now in zip(found.heirs, places, strict=True)
        if heir.kind in _SURE and now < before[heir.unit].places
    ]
    new = [at for at, heir in enumerate(found.heirs) if heir.kind is ChangeKind.NEW]
    if not lost or not new:
        return found
    heirs = list(found.heirs)
    texts = [Text(each.key, each.kind) for each in lost]
    for change in align(texts, [Text(heirs[at].key) for at in new], locale=locale):
        if change.kind is ChangeKind.EDITED:
            at, unit = new[change.new_numbers[0]], lost[change.old_numbers[0]]
            heirs[at] = replace(
                heirs[at],
                kind=ChangeKind.EDITED,
                origins=(Origin(unit.id, unit.key),),
                similarity=change.similarity,
                is_harmless=change.is_harmless,
            )
    return replace(found, heirs=tuple(heirs))


def with_twins(found: Succession, old: Iterable[Ancestor]) -> Succession:
    """Say which new texts there were in a catalog before any revision had them.

    A catalog may be ahead of the source. What is new takes the unit that was kept for it; a text
    that comes from another one stays the unit that it is, and is told of its twin.

    Args:
        found: who inherits, all else being settled.
        old: the units before the revision, the last one last.
    """
    kept = {each.key: each.id for each in old if not each.has_stood}
    return replace(found, heirs=tuple(_with_twin(heir, kept) for heir in found.heirs))


def _with_twin(heir: Heir, kept: Mapping[UnitKey, str]) -> Heir:
    twin = kept.get(heir.key, "")
    if twin and heir.kind is ChangeKind.NEW:
        origins = (Origin(twin, heir.key),)
        return Heir(heir.key, ChangeKind.RESTORED, twin, origins, similarity=100, is_harmless=True)
    return replace(heir, twin=twin) if twin and heir.kind in _WORKED else heir
