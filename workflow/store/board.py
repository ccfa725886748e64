"""What a board shows beside figures; one query for each kind of thing, for all that is shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, case, func, or_, select, true

from workflow.access import OPERATOR, Grant, Role
from workflow.model import State
from workflow.store.columns import given
from workflow.store.engine import Db
from workflow.store.schema import comment, member, revision, role_grant, translation, unit


def firsts(
    db: Db, documents: Collection[str], locales: Collection[str]
) -> Mapping[tuple[str, str], int]:
    """Give the position of the paragraph that holds a document up in a language.

    It is the first without a translation or whose translation needs work; where there is none, the
    first that waits for a review.

    Args:
        db: the transaction.
        documents: their ids.
        locales: the languages.

    Returns:
        By document id and language; nothing where all is reviewed.
    """
    if not documents or not locales:
        return {}
    tags = given("locale", locales)
    state = func.coalesce(translation.c.state, int(State.UNTRANSLATED))
    rows = db.execute(
        select(
            unit.c.document,
            tags.c.locale,
            func.min(case((state < int(State.TRANSLATED), unit.c.position))),
            func.min(case((state == int(State.TRANSLATED), unit.c.position))),
        )
        .select_from(unit)
        .join(tags, true())
        .outerjoin(
            translation,
            and_(translation.c.unit == unit.c.id, translation.c.locale == tags.c.locale),
        )
        .where(unit.c.document.in_(documents), unit.c.position.is_not(None))
        .group_by(unit.c.document, tags.c.locale)
    )
    found = {
        (document, locale): waits if to_do is None else to_do
        for document, locale, to_do, waits in rows
    }
    return {where: position for where, position in found.items() if position is not None}


@dataclass(frozen=True, slots=True)
class Active:
    """A member who did something to translations of a document in a language."""

    document: str
    """Its id."""
    locale: str
    member: str
    """His id."""
    last: datetime


def active(db: Db, documents: Collection[str], since: datetime) -> tuple[Active, ...]:
    """Say who did something to translations since a moment, newest first; commands are nobody."""
    last = func.max(revision.c.at)
    rows = db.execute(
        select(unit.c.document, revision.c.locale, revision.c.actor, last)
        .join(unit, unit.c.id == revision.c.unit)
        .where(
            unit.c.document.in_(documents),
            revision.c.at >= since,
            revision.c.actor != OPERATOR,
        )
        .group_by(unit.c.document, revision.c.locale, revision.c.actor)
        .order_by(last.desc(), revision.c.actor)
    )
    return tuple(Active(*row) for row in rows)


def last_work(db: Db) -> Mapping[str, datetime]:
    """Say when a translation of each document was last changed, by document id."""
    rows = db.execute(
        select(unit.c.document, func.max(translation.c.updated))
        .join(translation, translation.c.unit == unit.c.id)
        .where(unit.c.position.is_not(None))
        .group_by(unit.c.document)
    )
    return {row[0]: row[1] for row in rows}


def waiting_authors(db: Db, documents: Collection[str]) -> Mapping[tuple[str, str], frozenset[str]]:
    """Say whose words wait for a review, by document id and language."""
    rows = db.execute(
        select(unit.c.document, translation.c.locale, translation.c.author)
        .join(translation, translation.c.unit == unit.c.id)
        .where(
            unit.c.document.in_(documents),
            unit.c.position.is_not(None),
            translation.c.state == int(State.TRANSLATED),
        )
        .distinct()
    )
    found: dict[tuple[str, str], set[str]] = {}
    for document, locale, author in rows:
        found.setdefault((document, locale), set()).add(author)
    return {where: frozenset(who) for where, who in found.items()}


def open_questions(db: Db) -> Mapping[tuple[str, str], int]:
    """Count the questions about living units that nobody has settled.

    Returns:
        Only where there are any, by document id and language; those about the source, which
        concern every language, under the empty one.
    """
    rows = db.execute(
        select(unit.c.document, comment.c.locale, func.count())
        .join(unit, unit.c.id == comment.c.unit)
        .where(
            comment.c.kind == "question",
            comment.c.parent == "",
            comment.c.resolved.is_(None),
            unit.c.position.is_not(None),
        )
        .group_by(unit.c.document, comment.c.locale)
    )
    return {(document, locale): count for document, locale, count in rows}


def all_grants(db: Db, now: datetime) -> tuple[tuple[str, Grant], ...]:
    """Give the grants of all members that hold now, each with the id of its member."""
    rows = db.execute(
        select(role_grant.c.member, role_grant.c.role, role_grant.c.document, role_grant.c.locale)
        .join(member, member.c.id == role_grant.c.member)
        .where(
            member.c.status == "active",
            or_(role_grant.c.until.is_(None), role_grant.c.until > now),
        )
        .order_by(role_grant.c.member)
    )
    return tuple((who, Grant(Role(role), document, locale)) for who, role, document, locale in rows)


@dataclass(frozen=True, slots=True)
class Step:
    """A translation of a living unit came into a state."""

    unit: str
    locale: str
    state: State
    at: datetime


def steps(db: Db, document: str, locale: str = "") -> Iterator[Step]:
    """Give what was done to the living units of a document: by language and unit, oldest first."""
    query = (
        select(revision.c.unit, revision.c.locale, revision.c.state, revision.c.at)
        .join(unit, unit.c.id == revision.c.unit)
        .where(unit.c.document == document, unit.c.position.is_not(None))
        .order_by(revision.c.locale, revision.c.unit, revision.c.version)
    )
    if locale:
        query = query.where(revision.c.locale == locale)
    for one, tag, state, at in db.execute(query):
        yield Step(one, tag, State(state), at)
