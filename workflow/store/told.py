"""What deeds were about: the paragraphs they were done to, and what was said with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, exists, func, select, tuple_

from workflow.access import OPERATOR
from workflow.store.engine import Db
from workflow.store.figures import A_DOCUMENT, OF_DOCUMENTS, Deed
from workflow.store.schema import audit, comment, member, revision, source_text, suggestion, unit

_SAYING = frozenset({"comment", "question", "reason"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph of a document."""

    number: int
    """From 1; 0 where it is gone from the document."""
    source: str


_NOWHERE = Spot(0, "")
_Saying = tuple[str, str, str, str, datetime]
"""Unit, language, author, kind and moment of something that was said."""
_Made = tuple[str, str, int]
"""Unit, language and version of a translation."""
_Act = tuple[datetime, str, str, str, str]
"""Moment, actor, act, document and language of what was done to one paragraph or to several."""


@dataclass(frozen=True, slots=True)
class About:
    """What some deeds were about."""

    spots: Mapping[str, Spot]
    sayings: Mapping[_Saying, str]
    sources: Mapping[_Made, str]
    together: Mapping[_Act, int]

    def source(self, each: Deed) -> str:
        """Give the source text that a deed had before it; of today where it is not known."""
        return self.sources.get(_made(each)) or self.spot(each.unit).source

    def alike(self, each: Deed) -> int:
        """Count the translations to which one act did the same, this one among them."""
        return self.together.get(_act(each), 1) if each.version else 1

    def spot(self, unit: str) -> Spot:
        """Say where a paragraph stands."""
        return self.spots.get(unit, _NOWHERE)

    def said(self, each: Deed) -> str:
        """Give what was said with a deed: the comment itself, or the reason for an act."""
        if each.action not in _SAYING:
            return each.note
        return self.sayings.get((each.unit, each.locale, each.actor, each.action, each.at), "")


def about(db: Db, deeds: Iterable[Deed]) -> About:
    """Read what deeds were about, with one query for each kind of thing."""
    deeds = tuple(deeds)
    units = {each.unit for each in deeds if each.unit}
    saying = {each.unit for each in deeds if each.action in _SAYING}
    spots = {
        id_: Spot(0 if position is None else position + 1, source)
        for id_, position, source in db.execute(
            select(unit.c.id, unit.c.position, unit.c.source).where(unit.c.id.in_(units))
        )
    }
    sayings = {}
    if saying:
        said = select(
            comment.c.unit,
            comment.c.locale,
            comment.c.author,
            comment.c.kind,
            comment.c.at,
            comment.c.text,
        ).where(comment.c.unit.in_(saying))
        sayings = {
            (of, locale, author, kind, at): text
            for of, locale, author, kind, at, text in db.execute(said)
        }
    return About(spots, sayings, _sources(db, deeds), _together(db, deeds))


def _made(each: Deed) -> _Made:
    return each.unit, each.locale, each.version


def _sources(db: Db, deeds: Iterable[Deed]) -> Mapping[_Made, str]:
    """Give the source texts from which translations were made."""
    made = (revision.c.unit, revision.c.locale, revision.c.version)
    same = and_(
        source_text.c.unit == revision.c.unit, source_text.c.digest == revision.c.source_digest
    )
    wanted = {_made(each) for each in deeds if each.version}
    query = select(*made, source_text.c.source).join(source_text, same)
    found = db.execute(query.where(tuple_(*made).in_(wanted))) if wanted else ()
    return {(unit, locale, version): source for unit, locale, version, source in found}


def _act(each: Deed) -> _Act:
    return each.at, each.actor, each.action, each.document, each.locale


def _together(db: Db, deeds: Iterable[Deed]) -> Mapping[_Act, int]:
    """Count what was done at the moments of some deeds, whether or not it is among them."""
    moments = {each.at for each in deeds if each.version}
    done = (
        revision.c.at,
        revision.c.actor,
        revision.c.act,
        unit.c.document,
        revision.c.locale,
    )
    query = (
        select(*done, func.count())
        .join(unit, unit.c.id == revision.c.unit)
        .where(revision.c.at.in_(moments))
        .group_by(*done)
    )
    return {(at, *rest): count for at, *rest, count in db.execute(query)} if moments else {}


def at_work(db: Db, documents: Collection[str]) -> frozenset[str]:
    """Give the ids of members who did something in or to some documents, given by their ids."""
    here = unit.c.document.in_(documents)
    wrote = exists().where(
        revision.c.actor == member.c.id,
        unit.c.id == revision.c.unit,
        unit.c.document.in_(documents),
    )
    found = set(db.scalars(select(member.c.id).where(wrote)))
    acted = select(audit.c.actor).where(
        audit.c.action.startswith(OF_DOCUMENTS),
        audit.c.target.in_([f"{A_DOCUMENT}{each}" for each in documents]),
    )
    found |= set(db.scalars(acted.distinct())) - {OPERATOR}
    for table in (comment, suggestion):
        query = select(table.c.author).join(unit, unit.c.id == table.c.unit).where(here)
        found |= set(db.scalars(query.distinct()))
    return frozenset(found)
