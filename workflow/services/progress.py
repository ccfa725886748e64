"""How far each document is in each language, as tables."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass

import pandas as pd

from workflow import languages, plumbing
from workflow.assembly import states_of, targets_of
from workflow.errors import UndersignedError
from workflow.exchange.catalogs import write_catalog
from workflow.exchange.files import read_file, shown
from workflow.guard import CATALOG_BYTES
from workflow.model import Catalog, Document, State
from workflow.services.documents import (
    SourceFile,
    Workspace,
    look_at_sources,
    read_document,
)
from workflow.services.exchange import read_target, source_template, target_locales
from workflow.services.wording import catalog_sentences, sentences

COLUMNS = [
    "document",
    "locale",
    "texts",
    "untranslated",
    "needs_work",
    "translated",
    "words",
    "words_translated",
    "percent",
]


@dataclass(frozen=True, slots=True)
class Progress:
    """The figures of one document in one language."""

    document: str
    locale: str
    texts: int
    """Units."""
    untranslated: int
    needs_work: int
    translated: int
    """At least translated: a file proves no review."""
    words: int
    """Words of the source."""
    words_translated: int
    percent: float
    """Translated words of all words, 0 to 100, rounded down: 100 means that nothing is missing."""


@dataclass(frozen=True, slots=True)
class Report:
    """What `status` says: figures, and what is wrong."""

    table: pd.DataFrame
    """One row per document and language; columns as in `COLUMNS`."""
    findings: tuple[str, ...]
    """A sentence each: a template behind its source, a catalog that cannot be read."""


def figures(document: Document, catalog: Catalog | None, locale: str) -> Progress:
    """Count how far one document is in one language."""
    states = states_of(catalog) if catalog else {}
    counts: Counter[State] = Counter()
    words = done = 0
    for unit in document.units:
        state = states.get(unit.key, State.UNTRANSLATED)
        size = count_words(unit.key.source)
        counts[state] += 1
        words += size
        done += size if state >= State.TRANSLATED else 0
    return Progress(
        document=document.name,
        locale=locale,
        texts=len(document.units),
        untranslated=counts[State.UNTRANSLATED],
        needs_work=counts[State.NEEDS_WORK],
        translated=counts[State.TRANSLATED] + counts[State.REVIEWED],
        words=words,
        words_translated=done,
        percent=math.floor(1000 * done / words) / 10 if words else 100.0,
    )


def count_words(text: str) -> int:
    """Count the words of a text; Chinese and Japanese letters count each, as in word processors.

    >>> count_words("We ask 3 cities"), count_words("川を守る"), count_words("마을 도서관")
    (4, 4, 2)
    """
    unspaced = sum(1 for one in _UNSPACED.findall(text) if one.isalnum())
    spaced = _UNSPACED.sub(" ", text).split()
    return unspaced + sum(any(one.isalnum() for one in word) for word in spaced)


# Han, kana and bopomofo with their signs, wide and narrow; Hangul puts spaces between words.
_UNSPACED = re.compile(
    "[\u2e80-\u312f\u3190-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff0f\uff1a-\uff20"
    "\uff3b-\uff40\uff5b-\uff9f\U00020000-\U0003ffff]"
)


def report(workspace: Workspace) -> Report:
    """Say how far every document is in every language, and what is wrong in the folder."""
    rows: list[Progress] = []
    sources, refused = look_at_sources(workspace)
    findings = [str(error) for error in refused]
    findings += _orphans(workspace, {source.name for source in sources})
    for source in sources:
        try:
            document = read_document(source)
            locales = target_locales(workspace, source.name, source.locale)
            findings += _stale(workspace, source, document)
            findings += sentences(document.issues, shown(source.path))
        except UndersignedError as error:
            findings.append(str(error))
            continue
        for locale in locales:
            try:
                catalog = read_target(workspace, source.name, locale)
            except UndersignedError as error:
                findings.append(str(error))
                continue
            findings += _behind(workspace, document, catalog, locale)
            findings += _broken(workspace, document, catalog, locale)
            rows.append(figures(document, catalog, locale))
    return Report(table(rows), tuple(findings))


def _orphans(workspace: Workspace, names: set[str]) -> list[str]:
    """Name the catalogs and settings of documents that are not in `sources/`."""
    locales = workspace.root / "locales"
    files = sorted([*locales.glob("templates/*.pot"), *locales.glob("*/LC_MESSAGES/*.po")])
    remedy = "Put it back; or, if it has a new name, give this file that name too."
    lost = [
        f"{shown(path)}: there is no document '{shown(path.stem)}' in sources/. {remedy}"
        for path in files
        if path.stem not in names
    ]
    unknown = [
        f"workspace.toml: '{tag}' is no language we know. Did you mean {meant}?"
        for tag in workspace.settings.languages
        if (meant := languages.suggestion(tag))
    ]
    return (
        unknown
        + lost
        + [
            f"workspace.toml: documents.{name}: there is no such document in sources/. Remove it."
            for name in workspace.settings.documents
            if name not in names
        ]
    )


def _behind(
    workspace: Workspace, document: Document, catalog: Catalog | None, locale: str
) -> list[str]:
    """Say that a catalog has not all the texts of its document."""
    if catalog is None:
        return []
    there = {entry.key for entry in catalog.entries if not entry.obsolete}
    lacking = sum(unit.key not in there for unit in document.units)
    if not lacking:
        return []
    path = shown(workspace.catalog_path(document.name, locale))
    return [f"{path}: texts of its document that it lacks: {lacking}. {_remedy(workspace)}"]


def _broken(
    workspace: Workspace, document: Document, catalog: Catalog | None, locale: str
) -> list[str]:
    """Say what is wrong inside a catalog, and which translations would break their place."""
    if catalog is None:
        return []
    path = shown(workspace.catalog_path(document.name, locale))
    found = sentences(catalog.issues, path)
    issues = plumbing.check(document, targets_of(catalog))
    return found + catalog_sentences(issues, catalog, path)


def _remedy(workspace: Workspace) -> str:
    return f"Run: undersigned extract {shown(workspace.root)}"


def table(rows: Iterable[Progress]) -> pd.DataFrame:
    """Put figures into a table; columns as in `COLUMNS`, one row per document and language."""
    return pd.DataFrame([asdict(row) for row in rows], columns=COLUMNS)


def _stale(workspace: Workspace, source: SourceFile, document: Document) -> list[str]:
    path = workspace.template_path(source.name)
    remedy = _remedy(workspace)
    if not path.exists():
        return [f"{shown(source.path)}: this document has no template yet. {remedy}"]
    expected = write_catalog(source_template(source, document, workspace.root))
    if read_file(path, CATALOG_BYTES) != expected:
        return [f"{shown(source.path)}: its template is behind. {remedy}"]
    return []
