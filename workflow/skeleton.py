"""A document with holes, and how they are filled.

The law of this room: filling with nothing gives back the source. The pieces `original` of a
skeleton, joined, are the document; whatever is not translated is never touched.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import groupby

from workflow.model import (
    EMPTY_ON_PURPOSE,
    Gap,
    Part,
    Skeleton,
    Slot,
    Unit,
    UnitKey,
    is_translation,
)

Fit = Callable[[Slot, str], str]
"""Makes a target fit its hole: what a format must escape, fold or indent."""

Join = Callable[[str, str, str], str]
"""Says what stands between two sentences, given both and what the language puts there."""


def joint(before: str, after: str, joiner: str) -> str:
    """Say what stands between two sentences of the target; white space is never doubled."""
    return "" if before[-1:].isspace() or after[:1].isspace() else joiner


def fill(
    skeleton: Skeleton,
    targets: Mapping[UnitKey, str],
    *,
    joiner: str = " ",
    fit: Fit | None = None,
    join: Join = joint,
    foreign: Container[UnitKey] = (),
) -> str:
    """Put target texts into the holes of a document.

    Args:
        skeleton: the document.
        targets: the target text of each unit; where one is missing, the source stays.
        joiner: what stands between two sentences of one block in the target language.
        fit: makes a target fit its hole; by default it is put in as it is.
        join: says what stands between two sentences; by default the joiner.
        foreign: the units whose target is still in the source language.

    Laws:
        `fill(s, {})` is the source; so is filling each unit with its own source text.
    """
    fit = fit or _as_it_is
    pieces: list[str] = []
    for is_whole, parts in groupby(skeleton.parts, key=_is_whole):
        if is_whole:
            pieces += [
                _target(part, targets, fit) if isinstance(part, Slot) else _original(part)
                for part in parts
            ]
            continue
        for _, sentences in groupby(parts, key=_group):
            run = list(sentences)
            if any(_is_changed(part, targets) for part in run):
                pieces += _fill_block(run, targets, joiner, fit, join, foreign)
            else:
                pieces += [_original(part) for part in run]
    return "".join(pieces)


def _is_whole(part: Part) -> bool:
    """Tell whether a part stands for itself: all do but the sentences of a block."""
    return isinstance(part, str) or (isinstance(part, Slot) and not part.place.size)


def _fill_block(
    parts: Iterable[Part],
    targets: Mapping[UnitKey, str],
    joiner: str,
    fit: Fit,
    join: Join,
    foreign: Container[UnitKey],
) -> Iterator[str]:
    """Write the sentences of one block, with what stands between them."""
    before, was_foreign, gap = "", False, ""
    for part in parts:
        if isinstance(part, Gap):
            gap = part.original
        elif isinstance(part, Slot):
            text = _target(part, targets, fit)
            is_foreign = part.key in foreign or not is_translation(targets.get(part.key, ""))
            if before and text:
                yield join(before, text, between(joiner, gap, was_foreign, is_foreign))
            yield text
            if text:
                before, was_foreign = text, is_foreign


def between(joiner: str, source_joiner: str, was_foreign: bool, is_foreign: bool) -> str:  # noqa: FBT001
    """Say what joins two sentences, each in the target language or still in the source's.

    Two of the source keep their own joiner; where the languages meet, there is a space at least.
    """
    if was_foreign and is_foreign:
        return source_joiner
    return joiner or (" " if was_foreign != is_foreign else "")


def _target(slot: Slot, targets: Mapping[UnitKey, str], fit: Fit) -> str:
    target = targets.get(slot.key, "")
    if target == EMPTY_ON_PURPOSE:
        return fit(slot, "")
    if not is_translation(target) or target == slot.key.source:
        return slot.original
    return fit(slot, target)


def _is_changed(part: Part, targets: Mapping[UnitKey, str]) -> bool:
    if not isinstance(part, Slot):
        return False
    target = targets.get(part.key, "")
    return is_translation(target) and target != part.key.source


def _as_it_is(_slot: Slot, target: str) -> str:
    return target


def _group(part: Part) -> int | None:
    if isinstance(part, Slot):
        return part.place.group
    return part.group if isinstance(part, Gap) else None


def _original(part: Part) -> str:
    return part if isinstance(part, str) else part.original


def source_text(skeleton: Skeleton) -> str:
    """Give back the document a skeleton was made from."""
    return "".join(_original(part) for part in skeleton.parts)


def slots(skeleton: Skeleton) -> Iterator[Slot]:
    """Give the holes of a document, in order."""
    return (part for part in skeleton.parts if isinstance(part, Slot))


def units(skeleton: Skeleton) -> tuple[Unit, ...]:
    """Collect the units of a document: equal texts are one unit with several places."""
    places: dict[UnitKey, list[Slot]] = {}
    for slot in slots(skeleton):
        places.setdefault(slot.key, []).append(slot)
    return tuple(
        Unit(key, tuple(slot.place for slot in found), _note(found))
        for key, found in places.items()
    )


def _note(found: Iterable[Slot]) -> str:
    """Put together what an author says in each place of a text."""
    said = [slot.note for slot in found if slot.note]
    return "\n".join(dict.fromkeys(said)) if said else ""
