"""Suggestions: texts that stand beside a translation until somebody decides on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, insert, select, update

from workflow.store.engine import Db
from workflow.store.ids import digest_of, new_id, words_digest
from workflow.store.schema import suggestion
from workflow.store.schema import unit as units
from workflow.store.translations import Written


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A text that somebody proposes, or that lost to one that came first."""

    id: str
    unit: str
    locale: str
    text: str
    source_digest: str
    """Of the source text that it translates."""
    author: str
    origin: str
    """`person`, `conflict` (two people saved) or `file` (a catalog said otherwise)."""
    base_version: int
    """Version of the translation beside which it was kept."""
    status: str
    """`open`, `accepted` or `rejected`."""
    reason: str
    decided_by: str
    at: datetime
    decided: datetime | None


_COLUMNS = (
    suggestion.c.id,
    suggestion.c.unit,
    suggestion.c.locale,
    suggestion.c.text,
    suggestion.c.source_digest,
    suggestion.c.author,
    suggestion.c.origin,
    suggestion.c.base_version,
    suggestion.c.status,
    suggestion.c.reason,
    suggestion.c.decided_by,
    suggestion.c.at,
    suggestion.c.decided,
)

# Every step asks these: to put a query into words anew takes longer than to answer it.
_OF_UNIT = (
    select(*_COLUMNS)
    .where(suggestion.c.unit == bindparam("unit"), suggestion.c.locale == bindparam("locale"))
    .order_by(suggestion.c.id.desc())
)
_BY_TOKEN = select(*_COLUMNS).where(suggestion.c.token == bindparam("token"))


def _suggestion(row: Iterable[Any]) -> Suggestion:
    return Suggestion(*row)


def keep(db: Db, new: Written, *, origin: str, base: int) -> str:
    """Keep a text as a suggestion, once; give its id.

    A text that was suggested before and decided on is open again, for the source text of now.
    """
    digest = digest_of(new.text)
    same = (
        suggestion.c.unit == new.unit,
        suggestion.c.locale == new.locale,
        suggestion.c.text_digest == digest,
    )
    there = db.execute(select(suggestion.c.id, suggestion.c.status).where(*same)).first()
    if there is not None:
        said_again: dict[str, object] = {"source_digest": new.source_digest, "base_version": base}
        if there.status != "open":
            said_again |= {"status": "open", "reason": "", "decided_by": "", "decided": None}
        db.execute(update(suggestion).where(suggestion.c.id == there.id).values(said_again))
        return str(there.id)
    made = new_id(new.at)
    db.execute(insert(suggestion), _row(made, new, digest, origin, base))
    return made


def keep_many(db: Db, document: str, locale: str, new: Sequence[tuple[Written, int]]) -> None:
    """Keep texts as suggestions that a file made, each once; see `keep`.

    With each text goes the version of the translation beside which it is kept.
    """
    if not new:
        return
    rows = db.execute(
        select(suggestion.c.id, suggestion.c.unit, suggestion.c.text_digest, suggestion.c.status)
        .join(units, units.c.id == suggestion.c.unit)
        .where(units.c.document == document, suggestion.c.locale == locale)
    )
    there = {(each, digest): (made, status) for made, each, digest, status in rows}
    fresh: dict[tuple[str, str], dict[str, object]] = {}
    again = []
    for each, base in new:
        digest = digest_of(each.text)
        if (each.unit, digest) not in there:
            row = _row(new_id(each.at), each, digest, "file", base)
            fresh.setdefault((each.unit, digest), row)
        elif there[each.unit, digest][1] != "open":
            again.append({"b_id": there[each.unit, digest][0]})
    if fresh:
        db.execute(insert(suggestion), list(fresh.values()))
    if again:
        reopened = {"status": "open", "reason": "", "decided_by": "", "decided": None}
        same = suggestion.c.id == bindparam("b_id")
        db.execute(update(suggestion).where(same).values(reopened), again)


def _row(made: str, new: Written, digest: str, origin: str, base: int) -> dict[str, object]:
    return {
        "id": made,
        "unit": new.unit,
        "locale": new.locale,
        "text": new.text,
        "text_digest": digest,
        "words_digest": words_digest(new.text),
        "source_digest": new.source_digest,
        "author": new.author,
        "origin": origin,
        "base_version": base,
        "at": new.at,
        "token": new.token,
    }


def by_id(db: Db, wanted: str) -> Suggestion | None:
    """Find a suggestion by its id."""
    row = db.execute(select(*_COLUMNS).where(suggestion.c.id == wanted)).first()
    return _suggestion(row) if row else None


def by_token(db: Db, token: str) -> Suggestion | None:
    """Find the suggestion that a save token made, if any."""
    row = db.execute(_BY_TOKEN, {"token": token}).first()
    return _suggestion(row) if row else None


def of_text(db: Db, unit: str, locale: str, text: str) -> Suggestion | None:
    """Find the suggestion of a text, word for word; there is one at most."""
    query = select(*_COLUMNS).where(
        suggestion.c.unit == unit,
        suggestion.c.locale == locale,
        suggestion.c.text_digest == digest_of(text),
    )
    row = db.execute(query).first()
    return _suggestion(row) if row else None


def count_open(db: Db, unit: str, author: str) -> int:
    """Count the suggestions of somebody for a unit on which nobody has decided."""
    query = select(func.count()).where(
        suggestion.c.unit == unit, suggestion.c.author == author, suggestion.c.status == "open"
    )
    return db.execute(query).scalar() or 0


def of_unit(db: Db, unit: str, locale: str) -> tuple[Suggestion, ...]:
    """Give the suggestions for a translation, newest first."""
    return tuple(map(_suggestion, db.execute(_OF_UNIT, {"unit": unit, "locale": locale})))


def of_document(db: Db, document: str, locale: str, status: str = "open") -> Sequence[Suggestion]:
    """Give the suggestions of a document in a language, in order of their making."""
    query = (
        select(*_COLUMNS)
        .join(units, units.c.id == suggestion.c.unit)
        .where(
            units.c.document == document,
            suggestion.c.locale == locale,
            suggestion.c.status == status,
        )
        .order_by(suggestion.c.id)
    )
    return tuple(map(_suggestion, db.execute(query)))


def decide(db: Db, wanted: str, status: str, *, by: str, reason: str, now: datetime) -> bool:
    """Accept or reject a suggestion that is open; tell whether it still was."""
    done = db.execute(
        update(suggestion)
        .where(suggestion.c.id == wanted, suggestion.c.status == "open")
        .values(status=status, decided_by=by, reason=reason, decided=now)
    )
    return done.rowcount == 1
