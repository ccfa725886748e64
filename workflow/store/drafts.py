"""Drafts: what somebody is typing, kept until it is saved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from workflow.store.engine import Db
from workflow.store.schema import draft, unit

_DROP = delete(draft).where(
    draft.c.member == bindparam("person"),
    draft.c.unit == bindparam("unit"),
    draft.c.locale == bindparam("locale"),
)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a member typed and has not saved yet; nobody else sees it."""

    member: str
    unit: str
    locale: str
    text: str
    seen: int
    """Version of the translation that he saw."""
    source_digest: str
    at: datetime


def put(db: Db, new: Draft) -> None:
    """Keep a draft in the place of the one before."""
    mine = (
        draft.c.member == new.member,
        draft.c.unit == new.unit,
        draft.c.locale == new.locale,
    )
    values = {
        "text": new.text,
        "seen": new.seen,
        "source_digest": new.source_digest,
        "at": new.at,
    }
    if not db.execute(update(draft).where(*mine).values(values)).rowcount:
        names = {"member": new.member, "unit": new.unit, "locale": new.locale}
        db.execute(insert(draft), {**names, **values})


def count(db: Db, person: str) -> int:
    """Count the drafts of a member."""
    query = select(func.count()).where(draft.c.member == person)
    return db.execute(query).scalar() or 0


def newest(db: Db, person: str, document: str, locale: str) -> tuple[int, datetime | None]:
    """Count a member's drafts in a document and a language, and say when the last was kept."""
    query = (
        select(func.count(), func.max(draft.c.at))
        .join(unit, unit.c.id == draft.c.unit)
        .where(draft.c.member == person, draft.c.locale == locale, unit.c.document == document)
    )
    number, at = db.execute(query).one()
    return number, at


def drop(db: Db, person: str, unit: str, locale: str) -> None:
    """Forget a draft."""
    db.execute(_DROP, {"person": person, "unit": unit, "locale": locale})


def drop_older(db: Db, moment: datetime) -> int:
    """Forget the drafts that nobody came back to since a moment; say how many there were."""
    return db.execute(delete(draft).where(draft.c.at < moment)).rowcount


def drafts_of(db: Db, person: str, units: Iterable[str] | None = None) -> tuple[Draft, ...]:
    """Give the drafts of a member, newest first; of some units only, where they are given."""
    query = select(draft).where(draft.c.member == person).order_by(draft.c.at.desc())
    if units is not None:
        query = query.where(draft.c.unit.in_(tuple(units)))
    return tuple(Draft(*row) for row in db.execute(query))
