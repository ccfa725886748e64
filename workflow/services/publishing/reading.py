"""A statement to be read: its blocks in a language beside those of the source, with their states.

Which block of the source stands beside a block is found by a trick: a mark is put behind each text
before the statement is put together, in both languages, and taken off again afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import unescape
from itertools import count, groupby

from workflow import plumbing
from workflow.assembly import Policy
from workflow.model import (
    EMPTY_ON_PURPOSE,
    Block,
    Document,
    Inline,
    Missing,
    Skeleton,
    Slot,
    State,
    TargetDocument,
    UnitKey,
)
from workflow.services.released import states_of, targets_of
from workflow.skeleton import slots
from workflow.store.translations import Current

_FIRST_LETTER, _LAST_LETTER = 0xE000, 0x10FFFF
"""Among them are the letters that no script uses, which come first."""


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
    states = states_of(translations)
    targets = targets_of(translations, State.TRANSLATED)
    marks = _Marks.unlike([*_texts(source), *targets.values()])
    marked = _marked(source, marks)
    own = _assembled(marked, {}, source.source_locale)
    shown = own
    if translations:
        shown = _assembled(marked, _marked_targets(source, targets, marks), locale)
    numbers = {unit.key: number for number, unit in enumerate(source.units, 1)}
    written = {
        place: Written(translations[slot.key].unit, numbers[slot.key], states[slot.key])
        for place, slot in enumerate(slots(source.skeleton))
        if slot.key in translations
    }
    return Reading(
        document=source.name,
        title=title or marks.taken_off(own.title),
        source_locale=source.source_locale,
        locale=locale,
        deadline=deadline,
        parts=tuple(_Pairing(marks, written).parts(shown.blocks, own.blocks)),
        states={state: list(states.values()).count(state) for state in State} if states else {},
        may=may,
    )


def _texts(source: Document) -> Iterator[str]:
    """Give all that is written in a document, and its texts as they are read."""
    yield from (part if isinstance(part, str) else part.original for part in source.skeleton.parts)
    yield from (unit.key.source for unit in source.units)


def _assembled(source: Document, targets: Mapping[UnitKey, str], locale: str) -> TargetDocument:
    policy = Policy(State.TRANSLATED, Missing.SOURCE)
    return plumbing.assembled(source, targets, policy, locale=locale)


@dataclass(frozen=True, slots=True)
class _Marks:
    """Signs behind texts, each with the number of a place of the document, from 0."""

    opening: str
    closing: str

    @classmethod
    def unlike(cls, texts: Iterable[str]) -> _Marks:
        """Make marks of two letters that stand in none of these texts, not even as `&#xe000;`."""
        used: set[str] = set()
        for text in texts:
            used.update(text, unescape(text))
        letters = (chr(number) for number in range(_FIRST_LETTER, _LAST_LETTER))
        free = (letter for letter in letters if letter not in used)
        return cls(next(free), next(free))

    def behind(self, text: str, place: int) -> str:
        """Mark a text; the blank keeps the mark apart from signs of markup before it."""
        return f"{text.rstrip()} {self.opening}{place}{self.closing}"

    def found(self, text: str) -> Iterator[int]:
        """Give the places that a text has the marks of."""
        marks = re.finditer(f"{self.opening}([0-9]+){self.closing}", text)
        return (int(each[1]) for each in marks)

    def taken_off(self, text: str) -> str:
        """Give a text without its marks."""
        return re.sub(f" ?{self.opening}[0-9]+{self.closing}", "", text)


def _marked(source: Document, marks: _Marks) -> Document:
    """Put a mark behind each text of a document; its blocks are read as before."""
    places = count()
    parts = tuple(
        replace(part, key=_marked_key(part.key, marks, next(places)))
        if isinstance(part, Slot)
        else part
        for part in source.skeleton.parts
    )
    return replace(source, skeleton=Skeleton(parts))


def _marked_key(key: UnitKey, marks: _Marks, place: int) -> UnitKey:
    return replace(key, source=marks.behind(key.source, place))


def _marked_targets(
    source: Document, targets: Mapping[UnitKey, str], marks: _Marks
) -> dict[UnitKey, str]:
    """Put a mark behind each target, by the keys of the marked document.

    A block all of which is left out on purpose keeps its mark, and thereby its place.
    """
    found: dict[UnitKey, str] = {}
    numbered = enumerate(slots(source.skeleton))
    for _, run in groupby(numbered, key=lambda each: each[1].place.group):
        block = [(place, slot.key, targets.get(slot.key, "")) for place, slot in run]
        is_left_out = all(target == EMPTY_ON_PURPOSE for _, _, target in block)
        for number, (place, key, target) in enumerate(block):
            keeps_mark = target != EMPTY_ON_PURPOSE or (is_left_out and number == 0)
            if target:
                shown = marks.behind(target, place) if keeps_mark else target
                found[_marked_key(key, marks, place)] = shown
    return found


@dataclass(frozen=True, slots=True)
class _Pairing:
    """Puts blocks and those of the source beside each other by their marks."""

    marks: _Marks
    written: Mapping[int, Written]
    """By the number of a place."""

    def parts(self, shown: Sequence[Block], own: Sequence[Block]) -> Iterator[Part]:
        """Pair blocks, with what stands inside them."""
        for block, source in self._paired(shown, own):
            places = self._found(_inlines(source or block))
            yield Part(
                block=replace(block, children=self._unmarked(block)),
                source=replace(source, children=self._unmarked(source)) if source else None,
                written=tuple(
                    dict.fromkeys(self.written[each] for each in places if each in self.written)
                ),
                inside=tuple(self.parts(_blocks(block), _blocks(source))),
            )

    def _paired(
        self, shown: Sequence[Block], own: Sequence[Block]
    ) -> Iterator[tuple[Block, Block | None]]:
        """Pair by marks, since footnotes come in another order; what has no text, one by one."""
        by_place = {place: block for block in own for place in self._within(block)}
        others = (block for block in own if not any(True for _ in self._within(block)))
        for block in shown:
            place = next(self._within(block), None)
            yield block, next(others, None) if place is None else by_place.get(place)

    def _within(self, block: Block) -> Iterator[int]:
        """Give the places of all that stands in a block, in order."""
        yield from self._found(_inlines(block))
        for each in _blocks(block):
            yield from self._within(each)

    def _found(self, texts: Iterable[Inline]) -> Iterator[int]:
        return self.marks.found("".join(each.text for each in texts))

    def _unmarked(self, block: Block) -> tuple[Inline, ...]:
        found = (replace(each, text=self.marks.taken_off(each.text)) for each in _inlines(block))
        return tuple(each for each in found if each.text)


def _inlines(block: Block) -> tuple[Inline, ...]:
    return tuple(child for child in block.children if isinstance(child, Inline))


def _blocks(block: Block | None) -> tuple[Block, ...]:
    if block is None:
        return ()
    return tuple(child for child in block.children if isinstance(child, Block))
