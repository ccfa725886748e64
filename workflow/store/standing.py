"""How far everything stands, seen by one member: where he is, what is to do, what changed since.

A few queries for the whole workspace, whatever the number of documents and languages.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    func,
    select,
)

from workflow.model import State
from workflow.store.columns import given
from workflow.store.engine import Db
from workflow.store.listing import TOLD, WRITES, written_from
from workflow.store.schema import comment, place, revision, translation
from workflow.store.schema import document as documents
from workflow.store.schema import unit as units

_SHOWN = 200
"""Code points of a paragraph's beginning that are read."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a document is in a language."""

    document: str
    """Its id."""
    locale: str
    units: int
    words: int
    """Of the source."""
    needs_work: int
    translated: int
    reviewed: int
    first: int | None
    """Position of the first paragraph to do; None where nothing is to do."""
    next: int | None
    """Position of the first to do after the one that this member wrote last; None where he wrote
    nothing, or nothing after it is to do."""
    last: int | None
    """Position of the one that he wrote last."""

    @property
    def untranslated(self) -> int:
        """Count the paragraphs without a translation."""
        return self.units - self.needs_work - self.translated - self.reviewed


def standings(db: Db, person: str, locales: Collection[str]) -> tuple[Standing, ...]:
    """Count the paragraphs of each document in work in some languages, and say where one goes on.

    Args:
        db: the transaction.
        person: id of the member.
        locales: the languages.
    """
    if not locales:
        return ()
    rows = db.execute(_standings(tuple(sorted(locales))), {"person": person})
    return tuple(Standing(*row) for row in rows)


@lru_cache(maxsize=64)  # to put it into words takes longer than to answer it
def _standings(locales: tuple[str, ...]) -> Select[Any]:
    tags = given("locale", locales)
    mine = _last()
    there = and_(translation.c.unit == units.c.id, translation.c.locale == tags.c.locale)
    state = func.coalesce(translation.c.state, 0)
    is_to_do = state < int(State.TRANSLATED)
    return (
        select(
            units.c.document,
            tags.c.locale,
            func.count(),
            func.sum(units.c.words),
            *(_how_many(state == int(each)) for each in list(State)[1:]),
            func.min(case((is_to_do, units.c.position))),
            func.min(case((and_(is_to_do, units.c.position > mine.c.position), units.c.position))),
            func.max(mine.c.position),
        )
        .join(documents, documents.c.id == units.c.document)
        .join(tags, tags.c.locale != documents.c.source_locale)
        .outerjoin(translation, there)
        .outerjoin(mine, and_(mine.c.document == units.c.document, mine.c.locale == tags.c.locale))
        .where(units.c.position.is_not(None), documents.c.status == "active")
        .group_by(units.c.document, tags.c.locale)
    )


def _how_many(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _last() -> Subquery:
    """Find, in each document and language, the place that a person wrote last; ids tell time."""
    newest = (
        select(func.max(revision.c.id).label("id"))
        .join(units, units.c.id == revision.c.unit)
        .where(*_wrote())
        .group_by(units.c.document, revision.c.locale)
        .subquery()
    )
    return (
        select(units.c.document, revision.c.locale, units.c.position)
        .join(newest, newest.c.id == revision.c.id)
        .join(units, units.c.id == revision.c.unit)
        .subquery()
    )


def _wrote() -> tuple[ColumnElement[bool], ...]:
    """Say what makes a revision one that a person wrote."""
    return revision.c.actor == bindparam("person"), revision.c.act.in_(WRITES)


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph that the authors changed since somebody wrote its translation."""

    unit: str
    document: str
    """Id of its document."""
    locale: str
    position: int


def changed_since(db: Db, person: str) -> tuple[Changed, ...]:
    """Give the paragraphs that say something else now than when one last wrote there, in order."""
    facts: dict[tuple[str, str], tuple[str, int, str]] = {}
    rows: list[tuple[tuple[str, str], int, str, str]] = []
    for is_told in (False, True):
        for each in db.execute(_happened(is_told), {"person": person}):
            which = (each.unit, each.locale)
            facts[which] = (each.document, each.position, each.now)
            rows.append((which, each.version, each.act, each.source_digest))
    rows.sort(key=lambda row: row[:2])
    from_ = written_from((which, act, digest) for which, _, act, digest in rows)
    found = (
        Changed(unit, facts[unit, locale][0], locale, facts[unit, locale][1])
        for (unit, locale), digest in from_.items()
        if digest != facts[unit, locale][2]
    )
    return tuple(sorted(found, key=lambda each: (each.document, each.locale, each.position)))


@cache
def _happened(is_told: bool) -> Select[Any]:  # noqa: FBT001 - a key of what is remembered
    """Find what a person wrote; or what was told of the source, where that person wrote."""
    wrote = and_(*_wrote())
    of_another_text = (
        select(revision.c.unit)
        .join(units, units.c.id == revision.c.unit)
        .where(wrote, revision.c.source_digest != units.c.source_digest)
    )  # whoever wrote for the text of now only has nothing to look at, and most is of that kind
    return (
        select(
            revision.c.unit,
            revision.c.locale,
            revision.c.version,
            revision.c.act,
            revision.c.source_digest,
            units.c.document,
            units.c.position,
            units.c.source_digest.label("now"),
        )
        .join(units, units.c.id == revision.c.unit)
        .join(documents, documents.c.id == units.c.document)
        .where(
            units.c.position.is_not(None),
            documents.c.status == "active",
            revision.c.unit.in_(of_another_text),
            revision.c.act.in_(TOLD) if is_told else wrote,
        )
    )


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a paragraph stands and how it begins."""

    unit: str
    document: str
    """Id of its document."""
    position: int
    marker: str
    """Of its first place."""
    begins: str
    """The first 200 code points of its source."""


def beginnings(db: Db, wanted: Collection[tuple[str, int]]) -> Mapping[tuple[str, int], Beginning]:
    """Say how paragraphs begin, by id of the document and position."""
    if not wanted:
        return {}
    rows = db.execute(
        select(
            units.c.id,
            units.c.document,
            units.c.position,
            place.c.marker,
            func.substr(units.c.source, 1, _SHOWN),
        )
        .join(documents, documents.c.id == units.c.document)
        .join(
            place,
            and_(place.c.unit == units.c.id, place.c.source_revision == documents.c.revision),
        )
        .where(
            units.c.document.in_({document for document, _ in wanted}),
            units.c.position.in_({position for _, position in wanted}),
        )
        .order_by(place.c.number.desc())  # so that its first place has the last word
    )
    found = {(each[1], each[2]): Beginning(*each) for each in rows}
    return {which: found[which] for which in wanted if which in found}


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to something that somebody said or asked, and that is still open."""

    document: str
    """Id of its document."""
    name: str
    """Name of its document."""
    unit: str
    locale: str
    """Empty where it is about the source."""
    said: str
    answer: str
    by: str
    """Id."""
    at: datetime


def answered(db: Db, person: str, since: datetime) -> Sequence[Answered]:
    """Give the answers of others to one's open questions and comments, newest first."""
    reply = comment.alias("reply")
    rows = db.execute(
        select(
            documents.c.id,
            documents.c.name,
            comment.c.unit,
            comment.c.locale,
            comment.c.text,
            reply.c.text.label("answer"),
            reply.c.author,
            reply.c.at,
        )
        .join(reply, and_(reply.c.parent == comment.c.id, reply.c.unit == comment.c.unit))
        .join(units, units.c.id == comment.c.unit)
        .join(documents, documents.c.id == units.c.document)
        .where(
            comment.c.author == person,
            comment.c.resolved.is_(None),
            reply.c.author != person,
            reply.c.at >= since,
            documents.c.status == "active",
        )
        .order_by(reply.c.at.desc(), reply.c.id.desc())
    )
    return [Answered(*row) for row in rows]
