"""A whole statement in one language, as a browser opens it, and the stamp that tells of changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workflow import access, languages
from workflow.access import RIGHTS
from workflow.errors import NotPossible
from workflow.placeholders import placeholders
from workflow.services.desk import document_for
from workflow.services.translation.rows import Row, rows_of
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument
from workflow.store.drafts import newest
from workflow.store.figures import last_change, stamp_of
from workflow.store.ids import digest_of
from workflow.store.listing import names
from workflow.store.people import bound_to, grants_of


@dataclass(frozen=True, slots=True)
class Sheet:
    """A statement in work in one language, as one member sees it."""

    document: str
    """Its name."""
    title: str
    source_locale: str
    locale: str
    deadline: date | None
    stamp: str
    """Another one after anything in the statement changed; see `follows`."""
    rows: tuple[Row, ...]
    codes: tuple[tuple[str, ...], ...]
    """For each row, what its translation must keep as it is, in order: addresses, references."""
    may: frozenset[str]
    """What this member may do here: verbs of `translation` and `review`."""


def sheet(workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str) -> Sheet:
    """Open a statement in one language: all its paragraphs, and what one may do with them.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the language is none.
        NotPossible: it is the language of the source.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "translation.sheet", document, now)
        _refuse_source(stored, locale)
        own = workspace.settings.of(stored.name)
        rows = rows_of(db, actor, stored, locale)
        return Sheet(
            document=stored.name,
            title=own.title or stored.name,
            source_locale=stored.source_locale,
            locale=locale,
            deadline=own.deadline,
            stamp=stamp_of(db, stored, locale),
            rows=rows,
            codes=tuple(_codes(row.source, stored.format) for row in rows),
            may=_may(db, actor, now, stored, locale),
        )


def stamp(workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str) -> str:
    """Say how far a statement is, in a word: it is another one after anything changed.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the language is none.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "translation.stamp", document, now)
        return stamp_of(db, stored, locale)


def sheet_stamp(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str
) -> str:
    """Say how far a sheet is for this member, without opening it: to know whether he has it.

    It is another one after anything changed that `sheet` shows him: texts, what is said beside
    them, names, what he typed, what he may do.

    Raises:
        NotFound, NotAllowed, UnknownLocale, NotPossible: as `sheet` does.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "translation.sheet_stamp", document, now)
        _refuse_source(stored, locale)
        shown = (
            actor,
            stored.name,
            workspace.settings.of(stored.name),
            stamp_of(db, stored, locale),
            last_change(db, stored, locale),  # after a restored backup saves are counted anew
            sorted(_may(db, actor, now, stored, locale)),
            sorted(names(db).items()),
            newest(db, actor, stored.id, locale),
            sorted(bound_to(db, actor, now)),  # whose words he may approve, see `review.readings`
        )
    return digest_of(repr(shown))


def follows(stamp: str, earlier: str) -> bool:
    """Tell whether exactly one save, and nothing else, lies between two stamps.

    >>> follows("8.a", "7.a"), follows("9.a", "7.a"), follows("8.b", "7.a"), follows("8.a", "")
    (True, False, False, False)
    """
    saves, _, rest = stamp.partition(".")
    before, _, rest_before = earlier.partition(".")
    return before.isdecimal() and rest == rest_before and int(saves) == int(before) + 1


def _refuse_source(document: StoredDocument, locale: str) -> None:
    if locale == document.source_locale:
        reason = f"'{document.name}' is written in '{locale}'"
        raise NotPossible(reason, "Translate it into another language.")


def _codes(source: str, notation: str) -> tuple[str, ...]:
    found = (each.text for each in placeholders(source, notation))
    return tuple(dict.fromkeys(found))


def _may(
    db: Db, actor: str, now: datetime, document: StoredDocument, locale: str
) -> frozenset[str]:
    grants = grants_of(db, actor, now)
    rooms = ("translation.", "review.")
    return frozenset(
        verb
        for verb in RIGHTS
        if verb.startswith(rooms)
        and document.status == "active"
        and access.may(actor, grants, verb, document=document.id, locale=locale)
    )
