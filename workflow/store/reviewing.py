"""What reviewers and those they answer look for: whose words wait, what was sent back and why."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, and_, exists, func, select

from workflow.model import State
from workflow.review import Act
from workflow.store.engine import Db
from workflow.store.ids import words_digest
from workflow.store.listing import WRITES
from workflow.store.schema import comment, revision, suggestion, translation
from workflow.store.schema import document as documents
from workflow.store.schema import unit as units


def authors_of(db: Db, unit: str, locale: str, text: str) -> frozenset[str]:
    """Give everybody with whose name the words of a text ever stood in this place.

    One member, as a rule: words stay those of whoever wrote them first, whatever road they come
    by and however they are spaced. A file may name another one; then both are here, and no clock
    decides who was first.
    """
    digest = words_digest(text)
    found: set[str] = set()
    for table in (revision, suggestion):
        found |= set(
            db.execute(
                select(table.c.author).where(
                    table.c.unit == unit, table.c.locale == locale, table.c.words_digest == digest
                )
            ).scalars()
        )
    return frozenset(found)


def authors(db: Db, document: str, locale: str) -> Mapping[str, frozenset[str]]:
    """Give the answer of `authors_of` for all texts that wait for a review, by unit id."""
    current = revision.alias("current")
    waiting = (
        select(current.c.unit, current.c.words_digest)
        .join(
            translation,
            and_(
                translation.c.unit == current.c.unit,
                translation.c.locale == current.c.locale,
                translation.c.version == current.c.version,
            ),
        )
        .join(units, units.c.id == current.c.unit)
        .where(
            units.c.document == document,
            current.c.locale == locale,
            translation.c.state == int(State.TRANSLATED),
        )
        .subquery()
    )
    found: dict[str, set[str]] = {}
    for table in (revision, suggestion):
        same = and_(
            table.c.unit == waiting.c.unit,
            table.c.locale == locale,
            table.c.words_digest == waiting.c.words_digest,
        )
        query = select(table.c.unit, table.c.author).join(waiting, same).distinct()
        for unit, author in db.execute(query):
            found.setdefault(unit, set()).add(author)
    return {unit: frozenset(who) for unit, who in found.items()}


def last_reviewed(db: Db, document: str, locale: str) -> Mapping[str, str]:
    """Give the text of each unit that was last approved, by unit id."""
    newest = (
        select(revision.c.unit, func.max(revision.c.version).label("version"))
        .join(units, units.c.id == revision.c.unit)
        .where(
            units.c.document == document,
            revision.c.locale == locale,
            revision.c.state == int(State.REVIEWED),
        )
        .group_by(revision.c.unit)
        .subquery()
    )
    same = and_(
        newest.c.unit == revision.c.unit,
        newest.c.version == revision.c.version,
        revision.c.locale == locale,
    )
    rows = db.execute(select(revision.c.unit, revision.c.text).join(newest, same))
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class SentBack:
    """A text that somebody found wanting, and why."""

    document: str
    """Id of its document."""
    name: str
    """Name of its document."""
    unit: str
    locale: str
    source: str
    text: str
    version: int
    """Of the translation as it stands."""
    reason: str
    by: str
    at: datetime
    thread: str | None
    """Id of the comment that says the reason, to be answered; None where none was said."""


def sent_back(db: Db, person: str) -> tuple[SentBack, ...]:
    """Give the texts of somebody that others sent back, newest first, until one is written anew."""
    later = revision.alias("later")
    written_anew = exists().where(
        later.c.unit == revision.c.unit,
        later.c.locale == revision.c.locale,
        later.c.version > revision.c.version,
        later.c.act.in_(WRITES),
    )
    rows = db.execute(
        _with_document(
            select(
                documents.c.id,
                documents.c.name,
                units.c.id.label("unit"),
                translation.c.locale,
                units.c.source,
                translation.c.text,
                translation.c.version,
                revision.c.note,
                revision.c.actor,
                revision.c.at,
                _thread(),
            ),
            revision.c.unit,
        )
        .join(
            translation,
            and_(translation.c.unit == revision.c.unit, translation.c.locale == revision.c.locale),
        )
        .where(
            translation.c.author == person,
            translation.c.state == int(State.NEEDS_WORK),
            revision.c.actor != person,
            revision.c.act.in_([Act.SEND_BACK.value, Act.MARK.value]),
            ~written_anew,
        )
        .order_by(revision.c.at.desc(), revision.c.version.desc())
    )
    newest: dict[tuple[str, str], SentBack] = {}
    for row in rows:
        each = SentBack(*row)
        newest.setdefault((each.unit, each.locale), each)
    return tuple(newest.values())


def _thread() -> ScalarSelect[str]:
    """Find the comment in which the reason of a revision was said."""
    return (
        select(func.max(comment.c.id))
        .where(
            comment.c.unit == revision.c.unit,
            comment.c.locale == revision.c.locale,
            comment.c.author == revision.c.actor,
            comment.c.kind == "reason",
            comment.c.text == revision.c.note,
        )
        .scalar_subquery()
    )


@dataclass(frozen=True, slots=True)
class WaitingFor:
    """How many texts of a document in a language wait for one reviewer."""

    document: str
    """Id of the document."""
    locale: str
    units: int
    first: int
    """Position of the first one."""


def waiting_for(db: Db, person: str, bound: Collection[str]) -> tuple[WaitingFor, ...]:
    """Count the texts in work that wait for a review and whose words are of others.

    Whoever came to the same words by another road is not looked for here; approving does.

    Args:
        db: the transaction.
        person: the reviewer.
        bound: ids of members who may be the same person as he.
    """
    rows = db.execute(
        select(units.c.document, translation.c.locale, func.count(), func.min(units.c.position))
        .join(units, units.c.id == translation.c.unit)
        .join(documents, documents.c.id == units.c.document)
        .where(
            translation.c.state == int(State.TRANSLATED),
            translation.c.author.not_in([person, *bound]),
            translation.c.source_digest == units.c.source_digest,
            units.c.position.is_not(None),
            documents.c.status == "active",
        )
        .group_by(units.c.document, translation.c.locale)
        .order_by(units.c.document, translation.c.locale)
    )
    return tuple(WaitingFor(*row) for row in rows)


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a suggestion."""

    id: str
    document: str
    """Id of its document."""
    name: str
    """Name of its document."""
    unit: str
    locale: str
    source: str
    text: str
    status: str
    """`accepted` or `rejected`."""
    reason: str
    by: str
    at: datetime


def decided(db: Db, person: str, since: datetime | None, limit: int) -> tuple[Decided, ...]:
    """Give the suggestions of somebody on which others decided, newest first."""
    query = _with_document(
        select(
            suggestion.c.id,
            documents.c.id.label("document"),
            documents.c.name,
            suggestion.c.unit,
            suggestion.c.locale,
            units.c.source,
            suggestion.c.text,
            suggestion.c.status,
            suggestion.c.reason,
            suggestion.c.decided_by,
            suggestion.c.decided,
        ),
        suggestion.c.unit,
    ).where(
        suggestion.c.author == person,
        suggestion.c.status != "open",
        suggestion.c.decided_by != person,
    )
    if since is not None:
        query = query.where(suggestion.c.decided > since)
    rows = db.execute(query.order_by(suggestion.c.decided.desc(), suggestion.c.id).limit(limit))
    return tuple(Decided(*row) for row in rows)


def _with_document(query: Select[Any], unit: ColumnElement[str]) -> Select[Any]:
    """Join the unit of each row, and its document where that is not archived."""
    return query.join(units, units.c.id == unit).join(
        documents, and_(documents.c.id == units.c.document, documents.c.status == "active")
    )
