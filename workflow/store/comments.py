"""Comments on texts: what people say to each other, what they ask, and why a text was sent back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, func, insert, or_, select, update

from workflow.store.engine import Db
from workflow.store.ids import new_id
from workflow.store.schema import comment
from workflow.store.schema import unit as units


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody said about a text."""

    id: str
    unit: str
    locale: str
    """Empty where it is about the source, for translators of all languages."""
    parent: str
    """Id of the comment that it answers; empty where it begins a thread."""
    author: str
    kind: str
    """`comment`, `question` or `reason` (why a text was sent back)."""
    text: str
    at: datetime
    resolved_by: str
    resolved: datetime | None


@dataclass(frozen=True, slots=True)
class Open:
    """How many threads about a text are not resolved."""

    comments: int = 0
    questions: int = 0


_COLUMNS = (
    comment.c.id,
    comment.c.unit,
    comment.c.locale,
    comment.c.parent,
    comment.c.author,
    comment.c.kind,
    comment.c.text,
    comment.c.at,
    comment.c.resolved_by,
    comment.c.resolved,
)
# Every step asks these: to put a query into words anew takes longer than to answer it.
_HEARD = or_(comment.c.locale == "", comment.c.locale == bindparam("locale"))
_OF_UNIT = (
    select(*_COLUMNS).where(comment.c.unit == bindparam("unit"), _HEARD).order_by(comment.c.id)
)


def _comment(row: Iterable[Any]) -> Comment:
    return Comment(*row)


def add(
    db: Db,
    now: datetime,
    *,
    unit: str,
    locale: str,
    author: str,
    kind: str,
    text: str,
    parent: str = "",
) -> str:
    """Add a comment and give its id.

    What the same person said last in this place, word for word, is a request that came twice: it
    is there already. Reasons are always said anew.
    """
    last = db.execute(
        select(*_COLUMNS)
        .where(comment.c.unit == unit, comment.c.locale == locale, comment.c.parent == parent)
        .order_by(comment.c.id.desc())
        .limit(1)
    ).first()
    is_there = last and (last.author, last.kind, last.text) == (author, kind, text)
    if last and is_there and last.resolved is None and kind != "reason":
        return str(last.id)
    made = new_id(now)
    row = {
        "id": made,
        "unit": unit,
        "locale": locale,
        "parent": parent,
        "author": author,
        "kind": kind,
        "text": text,
        "at": now,
    }
    db.execute(insert(comment), row)
    return made


def count(db: Db, unit: str, author: str) -> int:
    """Count what somebody has said about a unit, in all languages."""
    query = select(func.count()).where(comment.c.unit == unit, comment.c.author == author)
    return db.execute(query).scalar() or 0


def by_id(db: Db, wanted: str) -> Comment | None:
    """Find a comment by its id."""
    row = db.execute(select(*_COLUMNS).where(comment.c.id == wanted)).first()
    return _comment(row) if row else None


def of_unit(db: Db, unit: str, locale: str) -> tuple[Comment, ...]:
    """Give what was said about a text in a language and about its source, oldest first."""
    return tuple(map(_comment, db.execute(_OF_UNIT, {"unit": unit, "locale": locale})))


def resolve(db: Db, wanted: str, *, by: str, now: datetime) -> bool:
    """Close a thread; tell whether it was open."""
    done = db.execute(
        update(comment)
        .where(comment.c.id == wanted, comment.c.resolved.is_(None))
        .values(resolved_by=by, resolved=now)
    )
    return done.rowcount == 1


@cache
def _open_threads(one: bool) -> Select[Any]:  # noqa: FBT001 - a key of what is remembered
    about = units.c.id == bindparam("unit") if one else units.c.document == bindparam("document")
    return (
        select(comment.c.unit, comment.c.kind, func.count())
        .join(units, units.c.id == comment.c.unit)
        .where(
            about,
            _HEARD,
            comment.c.parent == "",
            comment.c.kind != "reason",
            comment.c.resolved.is_(None),
        )
        .group_by(comment.c.unit, comment.c.kind)
    )


def open_threads(db: Db, document: str, locale: str, unit: str = "") -> Mapping[str, Open]:
    """Count what is open in a document, or about one unit, for a language; reasons do not count.

    Keyed by unit id.
    """
    asked = {"document": document, "unit": unit, "locale": locale}
    rows = db.execute(_open_threads(bool(unit)), asked)
    found: dict[str, dict[str, int]] = {}
    for each, kind, number in rows:
        found.setdefault(each, {})[kind] = number
    return {
        each: Open(kinds.get("comment", 0), kinds.get("question", 0))
        for each, kinds in found.items()
    }
