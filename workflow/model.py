"""The values of the house: what a document, a unit, a translation and a statement are.

Frozen and slotted; tuples, never lists; every field is explained under itself. Nothing here reads a
file, a clock or the environment, and nothing here imports anything of ours: whoever knows this page
knows what travels between the rooms.

`targets` is a `Mapping[UnitKey, str]` everywhere: the target text of each unit. A target of exactly
one space (`EMPTY_ON_PURPOSE`) says "said in the neighbouring sentence": it is dropped on assembly.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TypeAlias

EMPTY_ON_PURPOSE = " "


def is_translation(target: str) -> bool:
    """Tell whether a target is a translation: a text, or one space that is empty on purpose."""
    return target == EMPTY_ON_PURPOSE or bool(target.strip())


class BlockKind(StrEnum):
    """What a block of a statement is to its reader; see `TREE_ONLY` for the last four."""

    HEADING = "heading"
    """A title is a heading of level 1."""
    DATE_LINE = "date_line"
    BYLINE = "byline"
    SALUTATION = "salutation"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    ORDERED_ITEM = "ordered_item"
    UNORDERED_ITEM = "unordered_item"
    SIGNATORY = "signatory"
    FOOTNOTE = "footnote"
    SOURCE_LINE = "source_line"
    BOILERPLATE = "boilerplate"
    TABLE_CELL = "table_cell"
    CAPTION = "caption"
    TABLE = "table"
    """Holds rows."""
    TABLE_ROW = "table_row"
    """Holds cells; level 1 is the row of headings, else 0."""
    CODE = "code"
    """Lines that are shown as they are."""
    RULE = "rule"
    """A line between two parts."""


TREE_ONLY = frozenset({BlockKind.TABLE, BlockKind.TABLE_ROW, BlockKind.CODE, BlockKind.RULE})
"""The kinds that hold blocks, or texts that are not translated; no unit stands in one of them."""


class State(IntEnum):
    """How far a translation is, in this order; gettext's fuzzy flag is `NEEDS_WORK`."""

    UNTRANSLATED = 0
    NEEDS_WORK = 1
    TRANSLATED = 2
    REVIEWED = 3


class Missing(StrEnum):
    """What stands where a translation is missing."""

    REFUSE = "refuse"
    SOURCE = "source"
    MARKED = "marked"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of a text, in code points."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Cut this stretch out of a text."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class UnitKey:
    """The identity of a unit inside a catalog: gettext's `(msgid, msgctxt)`."""

    source: str
    context: str = ""
    """Empty unless an author or a coordinator separates two equal texts."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its document a unit stands."""

    kind: BlockKind
    line: int
    """1-based line of the source at which the text begins."""
    group: int
    """Number of the block, from 0, in document order; the sentences of one block share it."""
    marker: str = ""
    """What stands before the text and is not translated: `1.`, `(3)`, `•`, `[1]`."""
    level: int = 0
    """Rank of a heading (1 is the title), depth of an item (1 is the outermost); else 0."""
    depth: int = 0
    """How many items this block stands inside: 1 for a paragraph under article `2.`."""
    section: str = ""
    """Source text of the heading this block stands under."""
    position: int = 0
    """1-based number of the sentence in its block; 0 where the block is one unit."""
    size: int = 0
    """Number of sentences in the block; 0 where the block is one unit."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One translatable text of a document; equal texts are one unit with several places."""

    key: UnitKey
    places: tuple[Place, ...]
    """At least one, in document order."""
    note: str = ""
    """What the author says to translators."""
    max_length: int | None = None
    """Longest target in code points, where the author sets one."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A hole of a skeleton: where a unit's target goes."""

    key: UnitKey
    original: str
    """The source's own slice, line breaks and all; filling with nothing puts it back."""
    place: Place
    form: str = ""
    """How a target must be written here, in the filter's own words; empty where as it is."""
    prefix: str = ""
    """What each further line of a target begins with: the marks of a quotation, an indent."""
    note: str = ""
    """What the author says to translators here."""


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two sentences of one block; the target language decides on it."""

    original: str
    group: int


Part: TypeAlias = str | Slot | Gap


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A document with holes: everything that is not translated, in order."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One block of a source with its offsets, in code points of the file.

    `start <= text_start <= end`; `[start:text_start]` is the marker and the white space after it.
    """

    kind: BlockKind
    marker: str
    level: int
    start: int
    text_start: int
    end: int
    text: str
    """The exact slice `[text_start:end]`."""
    sentences: tuple[Span, ...]
    """In code points of the file; only white space or nothing lies between two of them."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Of a signatory line: `name`, `organisation`, `country`, where the line has them."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding as data; where it is shown it is said in a sentence, in the reader's language."""

    name: str
    """What is wrong, such as `unclosed_fence` or `lost_link`."""
    line: int = 0
    """1-based line of the source it is about; 0 where it is about none."""
    detail: str = ""
    """The piece of text it is about: the link, the mark, the field."""
    key: UnitKey | None = None
    """The unit whose target it is about; None where it is about the source."""


@dataclass(frozen=True, slots=True)
class Document:
    """A source document, extracted."""

    name: str
    """A slug, unique in a workspace whatever the suffix; empty where nobody named it."""
    format: str
    """Name of the filter that made it."""
    source_locale: str
    digest: str
    """SHA-256 of the source's bytes, in hexadecimal."""
    segmentation: str
    """Version of the rules that cut it."""
    skeleton: Skeleton
    units: tuple[Unit, ...]
    """In document order of their first places."""
    issues: tuple[Issue, ...] = ()
    """What the filter could not be sure of, in document order; nothing was lost by it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a catalog."""

    key: UnitKey
    targets: tuple[str, ...] = ("",)
    """One text, or one for each plural form where `plural` is set."""
    plural: str = ""
    """gettext's `msgid_plural`; documents have none, other catalogs may."""
    flags: tuple[str, ...] = ()
    """Such as `fuzzy`, `reviewed`, `no-wrap`, in the file's order."""
    extracted: tuple[str, ...] = ()
    """Lines of `#.`: what the program tells the translator."""
    comments: tuple[str, ...] = ()
    """Lines of `#`: what translators wrote."""
    references: tuple[str, ...] = ()
    """Words of `#:`, such as `sources/letter.txt:12`."""
    previous: UnitKey | None = None
    """`#|`: the source the target was made from, where it differs."""
    previous_plural: str = ""
    obsolete: bool = False
    """`#~`: no longer in the source, kept for the day it returns."""
    line: int = field(default=0, compare=False)
    """1-based line of the file it was read from; 0 where it was not."""

    @property
    def target(self) -> str:
        """Give the text, or the first plural form."""
        return self.targets[0]

    @property
    def state(self) -> State:
        """Say how far this entry is; the flag `reviewed` proves nothing in a file."""
        if not all(map(is_translation, self.targets)):
            return State.UNTRANSLATED
        return State.NEEDS_WORK if "fuzzy" in self.flags else State.TRANSLATED


@dataclass(frozen=True, slots=True)
class Catalog:
    """A PO or POT file as values."""

    locale: str
    """BCP 47 tag of the target language; empty for a template."""
    headers: tuple[tuple[str, str], ...] = ()
    """The header entry's fields, in the file's order."""
    entries: tuple[Entry, ...] = ()
    """Living and obsolete ones, in the file's order."""
    comments: tuple[str, ...] = ()
    """Comment lines above the header entry."""
    flags: tuple[str, ...] = ()
    """Flags of the header entry; a template carries `fuzzy`."""
    issues: tuple[Issue, ...] = field(default=(), compare=False)
    """What the reader of the file had to settle, in the file's order; nothing was lost by it."""

    def header(self, name: str) -> str:
        """Give one header field, or nothing; names are compared without case."""
        wanted = name.casefold()
        return next((value for key, value in self.headers if key.casefold() == wanted), "")


class ChangeKind(StrEnum):
    """What a revision does to a text."""

    SAME = "same"
    MOVED = "moved"
    """Word for word, but elsewhere in the order."""
    EDITED = "edited"
    SPLIT = "split"
    """One text became several."""
    MERGED = "merged"
    """Several texts became one."""
    NEW = "new"
    GONE = "gone"
    RESTORED = "restored"
    """Word for word as it once was, before it was taken out."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a revision does to one text, or to the several that were one or became one."""

    kind: ChangeKind
    old: tuple[UnitKey, ...] = ()
    """The texts it comes from; several only where they were merged, none where it is new."""
    new: tuple[UnitKey, ...] = ()
    """The texts it became; several only where it was split, none where it is gone."""
    old_numbers: tuple[int, ...] = ()
    """Where `old` stand in the old revision, from 0, in its order."""
    new_numbers: tuple[int, ...] = ()
    """Where `new` stand in the new revision, from 0, in its order."""
    similarity: int = 0
    """How alike the two sides are, 0 to 100; 100 only where they are equal."""
    is_harmless: bool = False
    """Whether an edit may well have left the meaning alone; for people, nothing relies on it."""


@dataclass(frozen=True, slots=True)
class Inline:
    """A stretch of text inside a block, as its reader sees it."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    struck: bool = False
    """Struck through: no longer said."""
    link: str = ""
    """Where it leads; `#note-1` leads to the footnote with the marker `[1]`."""
    language: str = ""
    """Set where the text is in another language than the document: a fallback, a quotation."""


@dataclass(frozen=True, slots=True)
class Block:
    """A block of the tree that a reader sees; made by a filter, consumed by every exporter."""

    kind: BlockKind
    level: int = 0
    marker: str = ""
    children: tuple[Block | Inline, ...] = ()
    """Inline texts first, then the blocks that stand inside this one."""
    align: str = ""
    """Of a table cell: `left`, `center` or `right`, where the author says so."""


@dataclass(frozen=True, slots=True)
class Hole:
    """A place of an assembled document that has no translation good enough."""

    key: UnitKey
    place: Place
    state: State


@dataclass(frozen=True, slots=True)
class TargetDocument:
    """A document assembled in one language."""

    name: str
    title: str
    locale: str
    source_locale: str
    data: bytes
    """The document in its own format."""
    blocks: tuple[Block, ...]
    missing: tuple[Hole, ...] = ()
    """Where the target text was not there or not good enough, in document order."""
    total: int = 0
    """Number of places that hold a text."""
