"""Putting a statement together in one language, and saying where it has holes.

Only texts that are good enough come in; a fuzzy text never does by accident. Where one is missing,
the policy decides: refuse, let the source stand, or let it stand with a mark. Whatever it decides,
the holes are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Protocol

from workflow import segmentation
from workflow.errors import Incomplete
from workflow.model import (
    Block,
    BlockKind,
    Catalog,
    Document,
    Hole,
    Inline,
    Missing,
    Slot,
    State,
    TargetDocument,
    UnitKey,
    is_translation,
)
from workflow.skeleton import fill, slots


@dataclass(frozen=True, slots=True)
class Policy:
    """What is good enough, and what happens where nothing is."""

    minimum: State = State.TRANSLATED
    missing: Missing = Missing.REFUSE


class SourceFormat(Protocol):
    """What assembly needs of a filter."""

    def fit(self, slot: Slot, target: str, /) -> str:
        """Make a target fit its hole."""

    def join(self, before: str, after: str, joiner: str, /) -> str:
        """Say what stands between two sentences."""

    def render(
        self, document: Document, targets: Mapping[UnitKey, str], locale: str, /
    ) -> tuple[Block, ...]:
        """Build the tree a reader sees."""


NO_STATES: Mapping[UnitKey, State] = MappingProxyType({})


def targets_of(catalog: Catalog, minimum: State = State.TRANSLATED) -> dict[UnitKey, str]:
    """Take the texts out of a catalog that are good enough, obsolete ones left aside."""
    return {
        entry.key: entry.target
        for entry in catalog.entries
        if not entry.obsolete and entry.state >= minimum and is_translation(entry.target)
    }


def states_of(catalog: Catalog) -> dict[UnitKey, State]:
    """Say how far each living text of a catalog is."""
    return {entry.key: entry.state for entry in catalog.entries if not entry.obsolete}


def holes(
    document: Document,
    targets: Mapping[UnitKey, str],
    states: Mapping[UnitKey, State] = NO_STATES,
) -> tuple[Hole, ...]:
    """Give the places of a document that have no target, in order."""
    return tuple(
        Hole(slot.key, slot.place, states.get(slot.key, State.UNTRANSLATED))
        for slot in slots(document.skeleton)
        if not is_translation(targets.get(slot.key, ""))
    )


def assemble(
    document: Document,
    targets: Mapping[UnitKey, str],
    policy: Policy,
    *,
    locale: str,
    source_format: SourceFormat,
    states: Mapping[UnitKey, State] = NO_STATES,
) -> TargetDocument:
    """Put a document together in one language.

    Args:
        document: the source, extracted.
        targets: the texts that are good enough (see `targets_of`).
        policy: what happens at a hole.
        locale: BCP 47 tag of the target language; empty where it is not known.
        source_format: the filter that made the document.
        states: how far the other texts are, for the report.

    Raises:
        Incomplete: a text is missing and the policy is to refuse.
    """
    missing = holes(document, targets, states)
    total = sum(1 for _ in slots(document.skeleton))
    if missing and policy.missing is Missing.REFUSE:
        raise _incomplete(document, locale, missing)
    shown = dict(targets)
    if policy.missing is Missing.MARKED:
        shown |= {hole.key: mark(hole.key.source, document.source_locale) for hole in missing}
    text = fill(
        document.skeleton,
        shown,
        joiner=segmentation.joiner(locale),
        fit=source_format.fit,
        join=source_format.join,
        foreign=frozenset(hole.key for hole in missing),
    )
    blocks = source_format.render(document, targets, locale or document.source_locale)
    return TargetDocument(
        name=document.name,
        title=title_of(blocks) or document.name,
        locale=locale,
        source_locale=document.source_locale,
        data=text.encode("utf-8"),
        blocks=blocks if locale else tuple(_without_language(blocks)),
        missing=missing,
        total=total,
    )


def _incomplete(document: Document, locale: str, missing: Iterable[Hole]) -> Incomplete:
    """Say which texts are not there or not good enough; each counts once, wherever it stands."""
    texts: dict[UnitKey, Hole] = {}
    for hole in missing:
        texts.setdefault(hole.key, hole)
    states = [hole.state for hole in texts.values()]
    return Incomplete(
        document.name,
        locale,
        (hole.place.line for hole in texts.values()),
        len(document.units),
        needs_work=states.count(State.NEEDS_WORK),
        unreviewed=states.count(State.TRANSLATED),
    )


def mark(text: str, source_locale: str) -> str:
    """Show that a text still stands in the source language: `[en] We, the undersigned ...`."""
    return f"[{source_locale}] {text}"


def title_of(blocks: Iterable[Block]) -> str:
    """Give the text of the first title, or nothing."""
    for block in blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            return "".join(child.text for child in block.children if isinstance(child, Inline))
    return ""


def _without_language(blocks: Iterable[Block]) -> Iterator[Block]:
    """Take the language marks off: without a target language nothing is foreign."""
    for block in blocks:
        children = tuple(
            replace(child, language="")
            if isinstance(child, Inline)
            else next(_without_language([child]))
            for child in block.children
        )
        yield replace(block, children=children)
