"""A statement to be read: its blocks in a language beside those of the source, with their states.

Which paragraph a block was made from is found by a trick: the source is put together once more with
a mark behind each text, which is then taken off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest

from workflow import plumbing
from workflow.assembly import Policy
from workflow.model import Block, Document, Inline, Missing, State, UnitKey
from workflow.services.files.finishing import original
from workflow.services.released import states_of, targets_of
from workflow.store.translations import Current

# Letters that no script uses; the blank keeps a mark apart from Markdown's own signs before it.
_MARK = re.compile(" \ue000([0-9]{1,9})\ue001")


@dataclass(frozen=True, slots=True)
class Written:
    """A paragraph that a part was made from."""

    unit: str
    """Its id."""
    number: int
    """In the document, from 1."""
    state: State


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a statement, and the block of the source in its place."""

    block: Block
    """Its own children are texts only; `inside` has the others."""
    source: Block | None
    """None where it is not known which one it is."""
    written: tuple[Written, ...]
    """What it was made from; several where a paragraph was cut into sentences."""
    inside: tuple[Part, ...] = ()

    @property
    def state(self) -> State | None:
        """Give the state of the least done of what it was made from; None for what is no text."""
        return min((each.state for each in self.written), default=None)


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement in one language, to be read."""

    document: str
    """Its name."""
    title: str
    """As the settings have it, else as the statement does in its own language."""
    source_locale: str
    locale: str
    deadline: date | None
    parts: tuple[Part, ...]
    states: Mapping[State, int]
    """How many paragraphs are in each state; nothing in the source language."""
    may: frozenset[str]
    """`translation.save` and `review.approve`, where the reader may do that here."""

    @property
    def units(self) -> int:
        """Count the paragraphs."""
        return sum(self.states.values())


def read(
    source: Document,
    translations: Mapping[UnitKey, Current],
    locale: str,
    *,
    title: str,
    deadline: date | None,
    may: frozenset[str],
) -> Reading:
    """Put a statement together for reading.

    Args:
        source: the released text.
        translations: what stands of each text, by key; nothing in the source language.
        locale: the language to read it in.
        title: what the settings call it; empty where they do not.
        deadline: by when it shall be done.
        may: what the reader is offered beside it.
    """
    own = original(source)
    states = states_of(translations)
    shown = own.blocks
    if translations:
        targets = targets_of(translations, State.TRANSLATED)
        policy = Policy(State.TRANSLATED, Missing.SOURCE)
        shown = plumbing.assembled(source, targets, policy, locale=locale, states=states).blocks
    marked = _marked(source)
    keys = [unit.key for unit in source.units]
    written = {
        number: Written(translations[key].unit, number + 1, states[key])
        for number, key in enumerate(keys)
        if key in translations
    }
    return Reading(
        document=source.name,
        title=title or own.title,
        source_locale=source.source_locale,
        locale=locale,
        deadline=deadline,
        parts=tuple(_parts(shown, own.blocks, marked, written)),
        states={state: list(states.values()).count(state) for state in State} if states else {},
        may=may,
    )


def _marked(source: Document) -> tuple[Block, ...]:
    """Give the blocks of the source with a mark behind each text: the number of its paragraph."""
    targets = {
        unit.key: f"{unit.key.source} \ue000{number}\ue001"
        for number, unit in enumerate(source.units)
    }
    return plumbing.assembled(source, targets, Policy(), locale=source.source_locale).blocks


def _parts(
    shown: Sequence[Block],
    own: Sequence[Block],
    marked: Sequence[Block],
    written: Mapping[int, Written],
) -> Iterator[Part]:
    marks: Sequence[Block | None] = marked if _alike(own, marked) else [None] * len(own)
    with_marks = list(zip(own, marks, strict=True))
    for block, beside in _paired(shown, with_marks):
        source, mark = beside or (None, None)
        texts = "".join(each.text for each in _inlines(mark)) if mark else ""
        numbers = dict.fromkeys(int(each) for each in _MARK.findall(texts))
        yield Part(
            block=replace(block, children=_inlines(block)),
            source=replace(source, children=_inlines(source)) if source else None,
            written=tuple(written[each] for each in numbers if each in written),
            inside=tuple(_parts(_blocks(block), _blocks(source), _blocks(mark), written)),
        )


_Beside = tuple[Block, Block | None]


def _paired(
    shown: Sequence[Block], own: Sequence[_Beside]
) -> Iterator[tuple[Block, _Beside | None]]:
    """Pair blocks with those of the source in their places; some may be left out on purpose."""
    sources = [each for each, _ in own]
    if _alike(shown, sources):
        yield from zip(shown, own, strict=True)
        return
    here, there = ([(each.kind, each.marker) for each in row] for row in (shown, sources))
    for _, first, last, begin, end in SequenceMatcher(
        None, here, there, autojunk=False
    ).get_opcodes():
        yield from zip_longest(shown[first:last], own[begin:end][: last - first])


def _alike(one: Sequence[Block], other: Sequence[Block]) -> bool:
    return [(each.kind, each.marker) for each in one] == [
        (each.kind, each.marker) for each in other
    ]


def _inlines(block: Block) -> tuple[Inline, ...]:
    return tuple(child for child in block.children if isinstance(child, Inline))


def _blocks(block: Block | None) -> tuple[Block, ...]:
    if block is None:
        return ()
    return tuple(child for child in block.children if isinstance(child, Block))
