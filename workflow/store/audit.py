"""What was done, in a chain that shows when somebody changed a link by hand."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select

from workflow.store.engine import Db
from workflow.store.schema import audit

_SEPARATOR = "\x1f"
_LAST = select(audit.c.hash).order_by(audit.c.n.desc()).limit(1)


@dataclass(frozen=True, slots=True)
class Done:
    """One act, as it was written down."""

    n: int
    at: datetime
    """To the minute: when somebody works is nobody's business to the second."""
    actor: str
    action: str
    """The verb, such as `translation.save`."""
    target: str
    """What it was done to: ids and languages, such as `unit:<id>:fr`."""
    detail: str
    previous: str
    hash: str


def record(db: Db, now: datetime, actor: str, action: str, target: str, detail: str = "") -> None:
    """Write down an act, in the transaction that does it."""
    record_many(db, now, actor, action, [(target, detail)])


def record_many(
    db: Db, now: datetime, actor: str, action: str, done: Sequence[tuple[str, str]]
) -> None:
    """Write down several acts of one kind: targets and details."""
    if not done:
        return
    at = now.replace(second=0, microsecond=0)
    previous = db.execute(_LAST).scalar() or ""
    rows = []
    for target, detail in done:
        link = _hash(previous, at, actor, action, target, detail)
        rows.append(
            {
                "at": at,
                "actor": actor,
                "action": action,
                "target": target,
                "detail": detail,
                "previous": previous,
                "hash": link,
            }
        )
        previous = link
    db.execute(insert(audit), rows)


def _hash(previous: str, at: datetime, *fields: str) -> str:
    parts = (previous, at.strftime("%Y-%m-%dT%H:%MZ"), *fields)
    return hashlib.sha256(_SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def acts(db: Db) -> Iterator[Done]:
    """Give every act, in order."""
    for row in db.execute(select(audit).order_by(audit.c.n)):
        yield Done(*row)


def broken_links(db: Db) -> list[int]:
    """Name the rows that are not what was written, by number."""
    found, previous = [], ""
    for each in acts(db):
        link = _hash(each.previous, each.at, each.actor, each.action, each.target, each.detail)
        if each.previous != previous or each.hash != link:
            found.append(each.n)
        previous = each.hash
    return found
