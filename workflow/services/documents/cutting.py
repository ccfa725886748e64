"""A new document before it is in: checked as it will be, and shown as it will be cut."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from workflow import guard, plumbing
from workflow.assembly import Policy
from workflow.exchange.files import shown
from workflow.filters import FILTERS, filter_for
from workflow.languages import count_words
from workflow.model import Block, BlockKind, Document, Inline, Issue, Missing, Slot, State
from workflow.services.documents import originals
from workflow.services.files.sources import SourceFile, split_name
from workflow.services.workspace import Workspace
from workflow.settings import DocumentChanges
from workflow.skeleton import slots

_LINE_END = re.compile("\r\n|[\n\r]")
_WORD = re.compile(r"[^\W\d_]{2}")
_LONGEST_TITLE = 120
"""Code points; a longer one is cut after a word."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A text that nothing speaks against, but perhaps what else there is."""

    source: SourceFile
    document: Document
    languages: tuple[str, ...]
    """Those that were named for it."""
    changes: DocumentChanges
    """What the settings will say of it."""


@dataclass(frozen=True, slots=True)
class CutBlock:
    """A block of a statement: what its translators see as one paragraph."""

    kind: BlockKind
    level: int
    """Rank of a heading, depth of an item; else 0."""
    marker: str
    """What stands before it and is not translated: `1.`, `•`."""
    texts: tuple[str, ...]
    """What is translated one by one: the sentences of a paragraph that is cut, else one text."""
    note: str
    """What the author says to translators."""
    line: int
    """Of the source, from 1."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Lines that are not translated and stay as they are: code, remarks, what is to be skipped."""

    line: int
    """Of the source, from 1."""
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """What a text becomes when it is put in."""

    name: str
    file_name: str
    """What it will be called in `sources/`."""
    format: str
    """Name of the filter."""
    locale: str
    told_by: str
    """What told its language: `you`, `workspace.toml`, `file name`, `script` or `default`."""
    title: str
    """What it may be called: its first heading, else its first line."""
    languages: tuple[str, ...]
    """Those it will be translated into."""
    blocks: tuple[CutBlock, ...]
    """In document order."""
    units: int
    """Texts to translate; what stands in several places is one."""
    words: int
    """Of these."""
    left_out: tuple[LeftOut, ...]
    issues: tuple[Issue, ...]
    """What could not be told for sure, each with its line."""

    @property
    def sentences(self) -> int:
        """Count the sentences of the paragraphs that are cut."""
        return sum(len(each.texts) for each in self.blocks if len(each.texts) > 1)

    @property
    def divided(self) -> int:
        """Count the paragraphs that are cut into sentences."""
        return sum(1 for each in self.blocks if len(each.texts) > 1)


def take(
    workspace: Workspace,
    data: bytes,
    file_name: str,
    name: str,
    *,
    locale: str,
    languages: Collection[str],
    title: str = "",
) -> Taken:
    """Take a new document from outside, or refuse it; arguments and errors are those of `add`."""
    found = originals.new_source(workspace, data, file_name, name, locale)
    text_format = filter_for(found.path.name).name
    document = plumbing.extract(data, format=text_format, locale=found.locale, name=found.name)
    guard.check_units(document, shown(file_name))
    if not document.units:
        raise originals.no_text(shown(file_name))
    targets = originals.targets_of(found, languages)
    changes = DocumentChanges(title or None, found.locale if locale else None, targets or None)
    return Taken(found, document, targets, changes)


def cut_of(workspace: Workspace, taken: Taken) -> Cut:
    """Show what a text becomes."""
    source, document = taken.source, taken.document
    usual = workspace.settings.of(source.name).languages
    return Cut(
        name=source.name,
        file_name=source.path.name,
        format=document.format,
        locale=source.locale,
        told_by=source.told_by,
        title=_title(document),
        languages=taken.languages or tuple(each for each in usual if each != source.locale),
        blocks=tuple(_blocks(document)),
        units=len(document.units),
        words=sum(count_words(unit.key.source) for unit in document.units),
        left_out=tuple(_left_out(document)),
        issues=document.issues,
    )


def name_for(title: str) -> str:
    """Make the name of a document out of what it is called.

    >>> name_for("Appeal for the Rivers!")
    'appeal-for-the-rivers'
    """
    return guard.slug(title)


def name_in(file_name: str) -> str:
    """Give the name that a document has after its file, where it is given none.

    >>> name_in("River Appeal.ar.txt")
    'river-appeal'
    """
    return guard.slug(split_name(Path(file_name))[0])


def suffixes(kind: str = "") -> tuple[str, ...]:
    """Name the files that can be put in, by how their names end; of all formats, or of one."""
    return tuple(one for each in FILTERS if kind in ("", each.name) for one in each.suffixes)


def title_of(data: bytes, file_name: str) -> str:
    r"""Guess what a text is called before anything else is known of it: its first line of words.

    Empty where there is none. It is no check: what cannot be read at all has no title.

    >>> title_of(b"# An appeal\n\nTo all,", "a.md")
    'An appeal'
    """
    lines = data[: 4 * 4096].decode("utf-8", "replace").removeprefix("\ufeff").splitlines()
    first = next((line for line in lines if _WORD.search(line)), "")
    if Path(file_name).suffix.lower() in FILTERS["markdown"].suffixes:
        first = first.strip("#*_> \t")
    return _short(first)


def _blocks(document: Document) -> Iterator[CutBlock]:
    for _, together in groupby(slots(document.skeleton), key=lambda slot: slot.place.group):
        run: list[Slot] = [*together]
        first = run[0].place
        yield CutBlock(
            kind=first.kind,
            level=first.level,
            marker=first.marker,
            texts=tuple(slot.key.source for slot in run),
            note=next((slot.note for slot in run if slot.note), ""),
            line=first.line,
        )


def _title(document: Document) -> str:
    """Give the first heading as its readers see it, else the first text."""
    assembled = plumbing.assembled(
        document, {}, Policy(State.UNTRANSLATED, Missing.SOURCE), locale=document.source_locale
    )
    tops = [each for each in assembled.blocks if each.kind is BlockKind.HEADING and each.level == 1]
    return _short(next(filter(None, map(_seen, tops)), "") or document.units[0].key.source)


def _seen(block: Block) -> str:
    return "".join(child.text for child in block.children if isinstance(child, Inline))


def _short(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= _LONGEST_TITLE:
        return text
    head = text[: _LONGEST_TITLE - 1]
    return f"{head.rpartition(' ')[0] or head}…"


def _left_out(document: Document) -> Iterator[LeftOut]:
    """Find whole lines with words in them that no text takes up; marks beside a text are none."""
    line, pieces, fresh = 1, document.skeleton.parts, True
    for part in pieces:
        if not isinstance(part, str):
            line += len(_LINE_END.findall(part.original))
            fresh = False
            continue
        lines = _LINE_END.split(part)
        is_last = part is pieces[-1]
        whole = [
            (at, text)
            for at, text in enumerate(lines)
            if (at or fresh) and (at < len(lines) - 1 or is_last)
        ]
        found = [(at, text) for at, text in whole if _WORD.search(text)]
        if found:
            yield LeftOut(line + found[0][0], "\n".join(text for _, text in found))
        line += len(lines) - 1
        fresh = len(lines) > 1 and not lines[-1]
