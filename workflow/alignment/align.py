"""Say of each text of a revision where it comes from: the one mechanism for whatever is revised."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workflow.alignment.guesses import Link, guess
from workflow.alignment.meaning import is_harmless
from workflow.alignment.order import unmoved
from workflow.alignment.texts import Text
from workflow.model import Change, ChangeKind, UnitKey


def align(old: Sequence[Text], new: Sequence[Text], *, locale: str = "") -> tuple[Change, ...]:
    """Say what a revision does to each text.

    Args:
        old: the texts of the old revision in document order; those that are not living stood in
            one before it. Keys are unique.
        new: the texts of the new revision, all living. Keys are unique.
        locale: language of the texts, for telling edits that may be harmless.

    >>> from workflow.model import UnitKey
    >>> old = [Text(UnitKey(each)) for each in ("Rivers", "We ask the mayors to act now.")]
    >>> new = [Text(UnitKey(each)) for each in ("We ask all mayors to act now.", "Rivers")]
    >>> [(change.kind.value, change.old_numbers) for change in align(old, new)]
    [('edited', (1,)), ('same', (0,))]

    Changes come in the order of the new revision, what is gone at the end.

    Laws: each new text is in exactly one change, each old one in at most one, each living old one
    in exactly one; equal keys are never anything but same, moved or restored.
    """
    there: dict[UnitKey, int] = {}
    for number in sorted(range(len(old)), key=lambda number: not old[number].is_living):
        there.setdefault(old[number].key, number)
    kept = {at: there[text.key] for at, text in enumerate(new) if text.key in there}
    links = guess(old, new, kept)
    pairs = [(at, number) for at, number in kept.items() if old[number].is_living]
    pairs += [(link.new[0], link.old[0]) for link in links if old[link.old[0]].is_living]
    stayed = unmoved([number for _, number in sorted(pairs)])
    changes = [_kept(old, at, number, stayed) for at, number in kept.items()]
    changes += [_linked(old, new, link, locale) for link in links]
    used_old = {number for change in changes for number in change.old_numbers}
    used_new = {at for change in changes for at in change.new_numbers}
    changes += [
        Change(ChangeKind.NEW, new=(text.key,), new_numbers=(at,))
        for at, text in enumerate(new)
        if at not in used_new
    ]
    changes.sort(key=lambda change: change.new_numbers)
    return (*changes, *_gone(old, used_old))


def _kept(old: Sequence[Text], at: int, number: int, stayed: frozenset[int]) -> Change:
    key = old[number].key
    if not old[number].is_living:
        kind = ChangeKind.RESTORED
    else:
        kind = ChangeKind.SAME if number in stayed else ChangeKind.MOVED
    return Change(kind, (key,), (key,), (number,), (at,), 100, is_harmless=True)


def _linked(old: Sequence[Text], new: Sequence[Text], link: Link, locale: str) -> Change:
    kind = ChangeKind.EDITED
    if len(link.old) > 1:
        kind = ChangeKind.MERGED
    elif len(link.new) > 1:
        kind = ChangeKind.SPLIT
    before, after = _keys(old, link.old), _keys(new, link.new)
    harmless = kind is ChangeKind.EDITED and is_harmless(before[0].source, after[0].source, locale)
    return Change(kind, before, after, link.old, link.new, min(99, int(link.similarity)), harmless)


def _keys(texts: Sequence[Text], numbers: Sequence[int]) -> tuple[UnitKey, ...]:
    return tuple(texts[number].key for number in numbers)


def _gone(old: Sequence[Text], used: set[int]) -> Iterator[Change]:
    for number, text in enumerate(old):
        if text.is_living and number not in used:
            yield Change(ChangeKind.GONE, old=(text.key,), old_numbers=(number,))
