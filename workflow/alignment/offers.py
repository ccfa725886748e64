"""Say which old translation is offered for a text that no old one equals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.alignment.align import align
from workflow.alignment.texts import texts
from workflow.guard import UNIT_CODE_POINTS
from workflow.model import (
    EMPTY_ON_PURPOSE,
    Change,
    ChangeKind,
    Entry,
    State,
    UnitKey,
    is_translation,
)


@dataclass(frozen=True, slots=True)
class Offer:
    """A translation that needs work, for one new text."""

    targets: tuple[str, ...]
    previous: UnitKey
    """What the translation was made from, however many revisions ago."""
    previous_plural: str = ""
    comments: tuple[str, ...] = ()
    moved: UnitKey | None = None
    """The entry it is taken from, where nothing of that is kept: an offer nobody has touched."""


@dataclass(frozen=True, slots=True)
class Joiners:
    """What stands between two sentences in the language of the sources and of the targets."""

    source: str = " "
    target: str = " "


def offers(
    known: Sequence[Entry], wanted: Sequence[Entry], joiners: Joiners
) -> dict[UnitKey, Offer]:
    """Give an offer for each new text that has one.

    Args:
        known: the entries of the old catalog in its order, living and obsolete; keys are unique.
        wanted: the entries of the new template; keys are unique.
        joiners: what stands between two sentences.

    Laws: no old text is offered twice, but that nothing is taken from it; a text that was there in
    any state has no offer, so that an offer once rejected is not made again.
    """
    by_key = {entry.key: entry for entry in known}
    if all(entry.key in by_key for entry in wanted):
        return {}
    found: dict[UnitKey, Offer] = {}
    used: set[UnitKey] = set()
    without: set[UnitKey] = set()
    for change in align(texts(known), texts(wanted)):
        for key, offer in _of(change, by_key, joiners):
            if offer:
                found[key] = offer
                used.update(change.old)
            else:
                without.add(key)
    past = [entry for entry in known if entry.obsolete and entry.key not in used]
    again = [entry for entry in wanted if entry.key in without]
    if past and again:
        for change in align(texts(past), texts(again)):
            found.update((key, offer) for key, offer in _of(change, by_key, joiners) if offer)
    return found


def _of(
    change: Change, by_key: Mapping[UnitKey, Entry], joiners: Joiners
) -> Iterator[tuple[UnitKey, Offer | None]]:
    """Turn a change into offers: to one new text at most, even where it was split."""
    if change.kind in (ChangeKind.EDITED, ChangeKind.SPLIT, ChangeKind.MERGED):
        heir = max(change.new, key=lambda key: len(key.source))
        old = [by_key[key] for key in change.old]
        offer = _joined(old, joiners) if len(old) > 1 else None
        yield heir, offer or _single(old, by_key)


def _single(old: Sequence[Entry], by_key: Mapping[UnitKey, Entry]) -> Offer | None:
    """Offer the one translation there is; of several, that of the longest text."""
    translated = [entry for entry in old if any(map(is_translation, entry.targets))]
    if not translated:
        return None
    entry = max(translated, key=lambda entry: len(entry.key.source))
    previous, plural = entry.key, entry.plural
    if "fuzzy" in entry.flags and entry.previous:
        previous, plural = entry.previous, entry.previous_plural
    moved = entry.key if _is_untouched(entry, by_key) else None
    return Offer(entry.targets, previous, plural, entry.comments, moved)


def _is_untouched(entry: Entry, by_key: Mapping[UnitKey, Entry]) -> bool:
    """Tell whether an entry says no more than the one that its offer was made from."""
    if "fuzzy" not in entry.flags or not entry.previous or entry.comments:
        return False
    origin = by_key.get(entry.previous)
    return origin is not None and origin is not entry and origin.targets == entry.targets


def _joined(old: Sequence[Entry], joiners: Joiners) -> Offer | None:
    """Offer several translations as one, where each is good and the whole is not too long."""
    if any(entry.plural or entry.state < State.TRANSLATED for entry in old):
        return None
    said = [entry.target for entry in old if entry.target != EMPTY_ON_PURPOSE]
    target = joiners.target.join(said) or EMPTY_ON_PURPOSE
    source = joiners.source.join(entry.key.source for entry in old)
    if max(len(target), len(source)) > UNIT_CODE_POINTS:
        return None
    comments = dict.fromkeys(line for entry in old for line in entry.comments)
    return Offer((target,), replace(old[0].key, source=source), "", tuple(comments))
