"""The rows of a statement in work: each paragraph with all that a screen shows of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from workflow import plumbing
from workflow.model import Issue, Place, State, UnitKey, is_translation
from workflow.services.examined import findings_of_text
from workflow.services.released import released_document
from workflow.store import Db
from workflow.store.comments import Open, open_threads
from workflow.store.documents import StoredDocument, StoredUnit, living_units, source_texts
from workflow.store.drafts import Draft
from workflow.store.listing import (
    drafts_in,
    last_written_from,
    name_in,
    names,
    open_suggestions,
    places,
    wordings,
)
from workflow.store.translations import Current, current, nothing_yet, of_document

_MOST_DIGESTS = 1000
_NOTHING_OPEN = Open()


@dataclass(frozen=True, slots=True)
class Row:
    """One paragraph of a statement, in one language, as one member sees it."""

    unit: str
    """Its id."""
    position: int | None
    """In the document, from 0; None where it is gone."""
    source: str
    context: str
    source_digest: str
    """Of the source text; a save sends it back as `made_from`."""
    note: str
    """What the author says to translators."""
    max_length: int | None
    words: int
    places: tuple[Place, ...]
    """Where it stands, in document order."""
    text: str
    state: State
    version: int
    """Of the translation; 0 where there was none yet. A save sends it back as `seen`."""
    author: str
    """Pseudonym of whose words the translation is; empty where there is none."""
    is_mine: bool
    updated: datetime | None
    source_changed: bool
    """Whether the translation was made from another source text than the one of now."""
    made_from: str
    """That other source text, for the differences; empty where there is none, or none is known."""
    mine_made_from: str
    """The source text from which this member last wrote here, where it says something else now."""
    draft: Draft | None
    """What this member typed and did not save."""
    suggestions: int
    """On which nobody has decided."""
    comments: int
    """Threads that are open, questions not counted."""
    questions: int
    """That are open."""
    findings: tuple[Issue, ...] = ()
    """What the checks say; only where it was asked for."""

    @property
    def changed(self) -> bool:
        """Tell whether the source changed since the translation, or since what I wrote here."""
        return self.source_changed or bool(self.mine_made_from)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is read of a document besides its units: by unit id, all of it."""

    texts: Mapping[str, Current]
    places: Mapping[str, tuple[Place, ...]]
    suggestions: Mapping[str, int]
    threads: Mapping[str, Open]
    drafts: Mapping[str, Draft]
    mine: Mapping[str, str]
    names: Mapping[str, str]
    wordings: Mapping[tuple[str, str], str]
    """By unit id and digest."""


def rows_of(db: Db, actor: str, document: StoredDocument, locale: str) -> tuple[Row, ...]:
    """Give every paragraph of a document's released revision, in document order.

    One query for each kind of thing, whatever the number of paragraphs.
    """
    units = living_units(db, document.id)
    texts = {unit: each for (unit, _), each in of_document(db, document.id, locale).items()}
    return _rows(db, actor, document, locale, units, texts, names(db))


def row_of(
    db: Db,
    actor: str,
    document: StoredDocument,
    unit: StoredUnit,
    locale: str,
    known: Mapping[str, str],
) -> Row:
    """Give one paragraph, which may be gone from its document; `known` are pseudonyms by id."""
    texts = {unit.id: current(db, unit.id, locale)}
    return _rows(db, actor, document, locale, [unit], texts, known, unit.id)[0]


def _rows(  # noqa: PLR0917 - what was read
    db: Db,
    actor: str,
    document: StoredDocument,
    locale: str,
    units: Sequence[StoredUnit],
    texts: Mapping[str, Current],
    known: Mapping[str, str],
    only: str = "",
) -> tuple[Row, ...]:
    mine = last_written_from(db, document.id, locale, actor, only)
    beside = _Beside(
        texts=texts,
        places=places(db, document.revision, only),
        suggestions=open_suggestions(db, document.id, locale, only),
        threads=open_threads(db, document.id, locale, only),
        drafts=drafts_in(db, document.id, locale, actor, only),
        mine=mine,
        names=known,
        wordings=_wordings(db, document.id, units, texts, mine),
    )
    return tuple(_row(unit, locale, actor, beside) for unit in units)


def _wordings(
    db: Db,
    document: str,
    units: Sequence[StoredUnit],
    texts: Mapping[str, Current],
    mine: Mapping[str, str],
) -> Mapping[tuple[str, str], str]:
    """Read the source texts from which something was made, where they say something else now."""
    wanted = set()
    for unit in units:
        there = texts.get(unit.id)
        made_from = {there.source_digest if there else "", mine.get(unit.id, "")}
        wanted |= made_from - {"", unit.source_digest}
    if not wanted:
        return {}
    if len(units) == 1:
        only = units[0].id
        return {(only, digest): text for digest, text in wordings(db, only).items()}
    found = source_texts(db, document, wanted if len(wanted) < _MOST_DIGESTS else ())
    return {which: key.source for which, key in found.items()}


def _row(unit: StoredUnit, locale: str, actor: str, beside: _Beside) -> Row:
    there = beside.texts.get(unit.id) or nothing_yet(unit.id, locale)
    has_text = is_translation(there.text)
    threads = beside.threads.get(unit.id, _NOTHING_OPEN)
    source_changed = has_text and there.source_digest != unit.source_digest
    mine = beside.mine.get(unit.id, unit.source_digest)
    return Row(
        unit=unit.id,
        position=unit.position,
        source=unit.source,
        context=unit.context,
        source_digest=unit.source_digest,
        note=unit.note,
        max_length=unit.max_length,
        words=unit.words,
        places=beside.places.get(unit.id, ()),
        text=there.text,
        state=there.state,
        version=there.version,
        author=name_in(beside.names, there.author) if has_text else "",
        is_mine=has_text and there.author == actor,
        updated=there.updated,
        source_changed=source_changed,
        made_from=beside.wordings.get((unit.id, there.source_digest), "") if source_changed else "",
        mine_made_from=beside.wordings.get((unit.id, mine), "")
        if mine != unit.source_digest
        else "",
        draft=beside.drafts.get(unit.id),
        suggestions=beside.suggestions.get(unit.id, 0),
        comments=threads.comments,
        questions=threads.questions,
    )


def with_findings(
    db: Db, document: StoredDocument, locale: str, rows: Sequence[Row]
) -> tuple[Row, ...]:
    """Let the checks look at all translations of a document."""
    targets = {
        UnitKey(row.source, row.context): row.text for row in rows if is_translation(row.text)
    }
    found: dict[UnitKey, list[Issue]] = {}
    for issue in plumbing.findings(released_document(db, document), targets, locale=locale):
        if issue.key is not None:
            found.setdefault(issue.key, []).append(issue)
    if not found:
        return tuple(rows)
    return tuple(
        replace(row, findings=tuple(found.get(UnitKey(row.source, row.context), ())))
        for row in rows
    )


def with_own_findings(db: Db, document: StoredDocument, locale: str, row: Row) -> Row:
    """Let the checks look at one translation, without reading the document around it."""
    key = UnitKey(row.source, row.context)
    return replace(row, findings=findings_of_text(db, document, key, row.text, locale))
