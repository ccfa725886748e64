"""Two revisions side by side: what the newer one does to each text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow import languages, plumbing
from workflow.errors import UnknownLocale, one_line
from workflow.exchange.catalogs import template
from workflow.exchange.files import shown
from workflow.model import Catalog, Change, ChangeKind, UnitKey
from workflow.segmentation import joiner
from workflow.services.files.catalogs import read_catalog_file
from workflow.services.files.reshaping import Reshaped, line_of, reshaped
from workflow.services.files.sources import read_document, single_source

CATALOGS = (".po", ".pot")
UNTOUCHED = frozenset({ChangeKind.SAME})
"""What a reader need not see."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One revision of a document's texts, from the document or from a catalog."""

    path: Path
    texts: Catalog
    locale: str
    """Language of the texts; empty where nobody knows."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changes from one revision to the next."""

    old: Revision
    new: Revision
    changes: tuple[Change, ...]
    """In the order of the new revision, what is gone at the end."""

    @property
    def reshaped(self) -> tuple[Reshaped, ...]:
        """Give the texts that are something else to their reader, in the new order."""
        new = [entry for entry in self.new.texts.entries if not entry.obsolete]
        return tuple(
            reshaped(
                (change.new_numbers[0] + 1, self.old.texts.entries[at], new[change.new_numbers[0]])
                for change in self.changes
                if len(change.old) == len(change.new) == 1
                for at in change.old_numbers
            )
        )

    @property
    def counts(self) -> dict[str, int]:
        """Count the changes of each kind that there are."""
        found = Counter(change.kind for change in self.changes)
        return {kind.value: found[kind] for kind in ChangeKind if found[kind]}

    @property
    def is_different(self) -> bool:
        """Tell whether anything is not as it was."""
        is_reworded = any(change.kind not in UNTOUCHED for change in self.changes)
        return is_reworded or bool(self.reshaped)


def compare(old: Path, new: Path, locale: str = "") -> Comparison:
    """Compare two source documents, two catalogs, or one of each.

    Blocks of the newer document are cut as those of the older one were.

    Raises:
        UnknownFormat: no filter reads one of them.
        UndersignedError: one of them is refused at the edge.
    """
    before = _revision(old, locale, None)
    sources = [entry.key.source for entry in before.texts.entries if not entry.obsolete]
    after = _revision(new, locale or before.locale, sources)
    language = after.locale or before.locale
    return Comparison(before, after, plumbing.diff(before.texts, after.texts, locale=language))


def _revision(path: Path, locale: str, before: Sequence[str] | None) -> Revision:
    if path.suffix.lower() in CATALOGS:
        catalog = read_catalog_file(path)
        return Revision(path, catalog, locale or _source_language(catalog))
    source = single_source(path, locale)
    document = read_document(source, before)
    return Revision(path, template(document, source=path.name), source.locale)


def _source_language(catalog: Catalog) -> str:
    try:
        return languages.normalise(catalog.header("X-Source-Language"))
    except UnknownLocale:
        return ""


# --- as data for programs ------------------------------------------------------------------------


def rows(comparison: Comparison) -> list[dict[str, object]]:
    """Give every change as data: texts, lines, word differences."""
    old_lines, new_lines = _lines(comparison.old), _lines(comparison.new)
    return [
        {
            "kind": change.kind.value,
            "old": [_row(key, old_lines) for key in change.old],
            "new": [_row(key, new_lines) for key in change.new],
            "similarity": change.similarity,
            "harmless": change.is_harmless,
            "words": _words(comparison, change),
        }
        for change in comparison.changes
    ]


def _lines(revision: Revision) -> dict[UnitKey, int]:
    return {entry.key: line_of(entry) for entry in revision.texts.entries}


def _row(key: UnitKey, lines: dict[UnitKey, int]) -> dict[str, object]:
    return {"text": key.source, "context": key.context, "line": lines[key]}


def _words(comparison: Comparison, change: Change) -> list[list[str]]:
    from workflow.alignment import worddiff  # 40 ms

    if not (change.old and change.new) or change.old == change.new:
        return []
    pieces = worddiff(*_sides(comparison, change))
    return [[piece.mark.value, piece.text] for piece in pieces]


def _sides(comparison: Comparison, change: Change) -> tuple[str, str]:
    """Give both sides of a change as one text each."""
    between = joiner(comparison.new.locale)
    old, new = (between.join(key.source for key in keys) for keys in (change.old, change.new))
    return old, new


# --- as lines for people -------------------------------------------------------------------------


def lines(comparison: Comparison) -> Iterator[str]:
    """Say in lines what changes, with the words that differ marked; what stays is left out."""
    old_lines, new_lines = _lines(comparison.old), _lines(comparison.new)
    for change in comparison.changes:
        if change.kind in UNTOUCHED:
            continue
        path, key, places = (
            (comparison.new.path, change.new[0], new_lines)
            if change.new
            else (comparison.old.path, change.old[0], old_lines)
        )
        yield f"{shown(path)}:{places[key]}: {_said(change)}"
        for line in _shown_text(comparison, change).split("\n"):
            yield f"    {one_line(line)}"
    for each in comparison.reshaped:
        yield f"{shown(comparison.new.path)}:{each.line}: {each.sentence}"
        yield f"    {one_line(each.text)}"


def _said(change: Change) -> str:
    kind = change.kind
    if kind is ChangeKind.SPLIT:
        return f"split into {len(change.new)}"
    if kind is ChangeKind.MERGED:
        return f"merged from {len(change.old)}"
    if kind is ChangeKind.EDITED:
        harmless = ", may be harmless" if change.is_harmless else ""
        return f"edited, {change.similarity} % alike{harmless}"
    return kind.value


def _shown_text(comparison: Comparison, change: Change) -> str:
    from workflow.alignment import Mark, Piece, marked, worddiff  # 40 ms

    old, new = _sides(comparison, change)
    if change.kind is ChangeKind.NEW:
        return marked([Piece(Mark.ADDED, new)])
    if change.kind is ChangeKind.GONE:
        return marked([Piece(Mark.REMOVED, old)])
    return marked(worddiff(old, new))
