"""What is read of a statement in work: its paragraphs in order, one of them whole, its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow import languages
from workflow.model import State
from workflow.review import Act
from workflow.services.desk import document_for, unit_for
from workflow.services.translation.remarks import Remark, remarks_on
from workflow.services.translation.rows import (
    Row,
    row_of,
    rows_of,
    with_findings,
    with_own_findings,
)
from workflow.services.workspace import Workspace
from workflow.store import Db, suggestions, translations
from workflow.store.documents import StoredUnit
from workflow.store.listing import name_in, names, wordings
from workflow.typed import check_query


class Show(StrEnum):
    """Which paragraphs a list shows."""

    ALL = "all"
    UNTRANSLATED = "untranslated"
    NEEDS_WORK = "needs_work"
    TO_DO = "to_do"
    """Untranslated, or needs work."""
    CHANGED = "changed"
    """The source changed since the translation, or since what I wrote there."""
    MINE = "mine"
    """The words are mine, or I am typing there."""
    COMMENTED = "commented"
    """A comment or a question is open."""
    SUGGESTED = "suggested"
    """Nobody has decided on a suggestion."""
    FINDINGS = "findings"
    """A check has something to say."""


_SHOWS: Mapping[Show, Callable[[Row], bool]] = {
    Show.ALL: lambda _: True,
    Show.UNTRANSLATED: lambda row: row.state is State.UNTRANSLATED,
    Show.NEEDS_WORK: lambda row: row.state is State.NEEDS_WORK,
    Show.TO_DO: lambda row: row.state < State.TRANSLATED,
    Show.CHANGED: lambda row: row.changed,
    Show.MINE: lambda row: row.is_mine or row.draft is not None,
    Show.COMMENTED: lambda row: row.comments + row.questions > 0,
    Show.SUGGESTED: lambda row: row.suggestions > 0,
    Show.FINDINGS: lambda row: bool(row.findings),
}


@dataclass(frozen=True, slots=True)
class Suggested:
    """A text that stands beside a translation."""

    id: str
    text: str
    author: str
    """Pseudonym."""
    is_mine: bool
    origin: str
    """`person`, `conflict` (two people saved) or `file` (a catalog said otherwise)."""
    status: str
    """`open`, `accepted` or `rejected`."""
    reason: str
    """Why it was decided so."""
    decided_by: str
    """Pseudonym."""
    source_changed: bool
    """Whether it was made for another source text than the one of now."""
    made_from: str
    """That other source text."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Past:
    """One revision of a translation."""

    version: int
    text: str
    state: State
    act: Act
    author: str
    """Pseudonym of whose words these are."""
    actor: str
    """Pseudonym of who did it."""
    is_mine: bool
    """Whether the words are mine."""
    reason: str
    origin: str
    """Where the text came from, if from no person's hands."""
    source_changed: bool
    """Whether it was made from another source text than the one of now."""
    made_from: str
    """The source text it was made from."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with all that belongs to it."""

    row: Row
    document: str
    """Name of its document."""
    suggestions: tuple[Suggested, ...]
    """Newest first."""
    remarks: tuple[Remark, ...]
    """Oldest first."""
    history: tuple[Past, ...]
    """Newest first."""


def units(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    locale: str,
    show: Show = Show.ALL,
    search: str = "",
    findings: bool = False,
) -> tuple[Row, ...]:
    """List the paragraphs of a statement in document order, with all that a screen draws of them.

    Args:
        workspace: where.
        actor: id of the member who looks.
        now: the moment.
        document: name of the document.
        locale: the language.
        show: which of them.
        search: only those with these words in the source or the translation, whatever their case
            and accents.
        findings: whether the checks are asked too, which takes longer; `Show.FINDINGS` asks them.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the language is none.
        LimitExceeded, HostileInput: the search is refused.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "translation.units", document, now)
        wanted = languages.fold(check_query(search))
        rows = rows_of(db, actor, stored, locale)
        if findings or show is Show.FINDINGS:
            rows = with_findings(db, stored, locale, rows)
    is_shown = _SHOWS[show]
    return tuple(row for row in rows if is_shown(row) and _says(row, wanted))


def _says(row: Row, wanted: str) -> bool:
    return not wanted or wanted in _fold(row.source) or wanted in _fold(row.text)


def _fold(text: str) -> str:
    """Fold a text; most are ASCII, where it is the same and takes no time."""
    return text.lower() if text.isascii() else languages.fold(text)


def unit(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    findings: bool = False,
) -> Paragraph:
    """Give one paragraph with its suggestions, what was said about it, and its history.

    With `findings` the checks are asked about this text alone; what only the whole document can
    tell is found by `units`.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the language is none.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored, document = unit_for(db, actor, "translation.unit", unit, locale, now)
        known, texts = names(db), wordings(db, unit)
        row = row_of(db, actor, document, stored, locale, known)
        return Paragraph(
            row=with_own_findings(db, document, locale, row) if findings else row,
            document=document.name,
            suggestions=_suggestions(db, actor, stored, locale, known, texts),
            remarks=remarks_on(db, actor, unit, locale, known),
            history=_history(db, actor, stored, locale, known, texts),
        )


def history(
    workspace: Workspace, actor: str, now: datetime, *, unit: str, locale: str
) -> tuple[Past, ...]:
    """Give every revision of a translation, newest first.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the language is none.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored, _ = unit_for(db, actor, "translation.history", unit, locale, now)
        return _history(db, actor, stored, locale, names(db), wordings(db, unit))


def _suggestions(
    db: Db,
    actor: str,
    unit: StoredUnit,
    locale: str,
    known: Mapping[str, str],
    texts: Mapping[str, str],
) -> tuple[Suggested, ...]:
    return tuple(
        Suggested(
            id=each.id,
            text=each.text,
            author=name_in(known, each.author),
            is_mine=each.author == actor,
            origin=each.origin,
            status=each.status,
            reason=each.reason,
            decided_by=name_in(known, each.decided_by),
            source_changed=each.source_digest != unit.source_digest,
            made_from=texts.get(each.source_digest, ""),
            at=each.at,
        )
        for each in suggestions.of_unit(db, unit.id, locale)
    )


def _history(
    db: Db,
    actor: str,
    unit: StoredUnit,
    locale: str,
    known: Mapping[str, str],
    texts: Mapping[str, str],
) -> tuple[Past, ...]:
    return tuple(
        Past(
            version=each.version,
            text=each.text,
            state=each.state,
            act=each.act,
            author=name_in(known, each.author),
            actor=name_in(known, each.actor),
            is_mine=each.author == actor,
            reason=each.note,
            origin=each.origin,
            source_changed=each.source_digest != unit.source_digest,
            made_from=texts.get(each.source_digest, ""),
            at=each.at,
        )
        for each in translations.history(db, unit.id, locale)
    )
