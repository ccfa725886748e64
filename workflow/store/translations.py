"""Translations: the newest revision of each, and the one way to add another.

Whoever changes a translation says which version he saw. If it is not the newest any more, nothing
is written and he is told (`Stale`); no lock is held while a person types.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from workflow.model import State
from workflow.review import Act
from workflow.store.engine import Db
from workflow.store.ids import digest_of, new_id, words_digest
from workflow.store.schema import revision, suggestion, translation
from workflow.store.schema import unit as units

MOST_VERSIONS = 2**31 - 1
"""What a column for whole numbers can hold, in every database."""


class Stale(Exception):
    """Another version has come in between; nothing was written."""


@dataclass(frozen=True, slots=True)
class Current:
    """A translation as it stands."""

    unit: str
    locale: str
    text: str
    state: State
    version: int
    """1 for the first text; it grows by one with each revision."""
    source_digest: str
    """Of the source text that it translates."""
    author: str
    """Id of the member whose words these are."""
    updated: datetime | None


@dataclass(frozen=True, slots=True)
class Written:
    """One revision of a translation, as it is or will be in the history."""

    unit: str
    locale: str
    version: int
    text: str
    state: State
    act: Act
    author: str
    actor: str
    source_digest: str
    at: datetime
    origin: str = ""
    """Where the text came from, if from no person's hands: `locales/fr/...`, a unit's id."""
    note: str = ""
    """A reason, said to people."""
    token: str | None = None
    """Of the save, so that a repeated request is answered and not repeated."""


def nothing_yet(unit: str, locale: str) -> Current:
    """Give the translation that a unit has before anybody wrote one: version 0."""
    return Current(unit, locale, "", State.UNTRANSLATED, 0, "", "", None)


def current_from(row: Row[tuple[object, ...]]) -> Current:
    """Read a translation off a row of its table."""
    fields = row._mapping  # noqa: SLF001 - how SQLAlchemy names it
    return Current(
        unit=fields["unit"],
        locale=fields["locale"],
        text=fields["text"],
        state=State(fields["state"]),
        version=fields["version"],
        source_digest=fields["source_digest"],
        author=fields["author"],
        updated=fields["updated"],
    )


# Every step asks these: to put a query into words anew takes longer than to answer it.
_CURRENT = select(translation).where(
    translation.c.unit == bindparam("unit"), translation.c.locale == bindparam("locale")
)
_HISTORY = (
    select(revision)
    .where(revision.c.unit == bindparam("unit"), revision.c.locale == bindparam("locale"))
    .order_by(revision.c.version.desc())
)
_FOLLOW = update(translation).where(
    translation.c.unit == bindparam("b_unit"),
    translation.c.locale == bindparam("b_locale"),
    translation.c.version == bindparam("b_seen"),
)
_FIRST_AUTHOR = tuple(
    select(table.c.at, table.c.author)
    .where(
        table.c.unit == bindparam("unit"),
        table.c.locale == bindparam("locale"),
        table.c.words_digest == bindparam("words"),
    )
    .order_by(table.c.at, table.c.id)
    .limit(1)
    for table in (revision, suggestion)
)
_SAID = select(revision.c.id).where(
    revision.c.unit == bindparam("unit"),
    revision.c.locale == bindparam("locale"),
    revision.c.words_digest == bindparam("words"),
    revision.c.text_digest == bindparam("digest"),
)
_BY_TOKEN = select(revision).where(revision.c.token == bindparam("token"))
_AT = select(revision).where(
    revision.c.unit == bindparam("unit"),
    revision.c.locale == bindparam("locale"),
    revision.c.version == bindparam("version"),
)


def current(db: Db, unit: str, locale: str) -> Current:
    """Give a translation as it stands."""
    row = db.execute(_CURRENT, {"unit": unit, "locale": locale}).first()
    return current_from(row) if row else nothing_yet(unit, locale)


def add_revision(db: Db, new: Written) -> None:
    """Add a revision to a translation; `new.version` is the one seen plus one.

    Raises:
        Stale: there is a newer one.
    """
    if new.version == 1:
        try:
            with db.begin_nested():
                db.execute(insert(translation), _first(new))
        except IntegrityError:
            raise Stale from None
    elif db.execute(_FOLLOW, _following(new)).rowcount != 1:
        raise Stale
    db.execute(insert(revision), _row(new))


def add_revisions(db: Db, new: Sequence[Written]) -> None:
    """Add many revisions in one transaction that has read what they follow; at most one a unit."""
    if not new:
        return
    firsts = [each for each in new if each.version == 1]
    others = [each for each in new if each.version > 1]
    if firsts:
        db.execute(insert(translation), [_first(each) for each in firsts])
    if others:
        done = db.execute(_FOLLOW, [_following(each) for each in others])
        if done.rowcount not in (len(others), -1):
            raise Stale
    db.execute(insert(revision), [_row(each) for each in new])


def _first(new: Written) -> dict[str, object]:
    return {"unit": new.unit, "locale": new.locale, **_newest(new)}


def _following(new: Written) -> dict[str, object]:
    """Say what becomes of the version before."""
    names = {"b_unit": new.unit, "b_locale": new.locale, "b_seen": new.version - 1}
    return {**names, **_newest(new)}


def _newest(new: Written) -> dict[str, object]:
    return {
        "text": new.text,
        "state": int(new.state),
        "version": new.version,
        "source_digest": new.source_digest,
        "author": new.author,
        "updated": new.at,
    }


def _row(new: Written) -> dict[str, object]:
    return {
        "id": new_id(new.at),
        "unit": new.unit,
        "locale": new.locale,
        "version": new.version,
        "text": new.text,
        "text_digest": digest_of(new.text),
        "words_digest": words_digest(new.text),
        "state": int(new.state),
        "act": new.act.value,
        "author": new.author,
        "actor": new.actor,
        "origin": new.origin,
        "token": new.token,
        "source_digest": new.source_digest,
        "note": new.note,
        "at": new.at,
    }


def first_author(db: Db, unit: str, locale: str, text: str) -> str:
    """Say who wrote the words of a text first in this place, as a translation or as a suggestion.

    They belong to whoever wrote them first, whatever road they come by and however they are spaced;
    empty where they are new.
    """
    place = {"unit": unit, "locale": locale, "words": words_digest(text)}
    found: list[tuple[datetime, str]] = []
    for query in _FIRST_AUTHOR:
        row = db.execute(query, place).first()
        if row:
            found.append((row.at, row.author))
    return min(found)[1] if found else ""


def was_there(db: Db, unit: str, locale: str, text: str) -> bool:
    """Tell whether a text, word for word, ever was the translation."""
    place = {"unit": unit, "locale": locale}
    digests = {"words": words_digest(text), "digest": digest_of(text)}
    return db.execute(_SAID, {**place, **digests}).first() is not None


def by_token(db: Db, token: str) -> Written | None:
    """Find the revision that a save token made, if any."""
    row = db.execute(_BY_TOKEN, {"token": token}).first()
    return _written(row) if row else None


def _written(row: Row[tuple[object, ...]]) -> Written:
    fields = row._mapping  # noqa: SLF001
    return Written(
        unit=fields["unit"],
        locale=fields["locale"],
        version=fields["version"],
        text=fields["text"],
        state=State(fields["state"]),
        act=Act(fields["act"]),
        author=fields["author"],
        actor=fields["actor"],
        source_digest=fields["source_digest"],
        at=fields["at"],
        origin=fields["origin"],
        note=fields["note"],
        token=fields["token"],
    )


def history(db: Db, unit: str, locale: str) -> tuple[Written, ...]:
    """Give every revision of a translation, newest first."""
    return tuple(map(_written, db.execute(_HISTORY, {"unit": unit, "locale": locale})))


def revision_at(db: Db, unit: str, locale: str, version: int) -> Written | None:
    """Give one revision of a translation, if there is one of that version."""
    if not 0 < version <= MOST_VERSIONS:
        return None
    row = db.execute(_AT, {"unit": unit, "locale": locale, "version": version}).first()
    return _written(row) if row else None


def has_any(db: Db, document: str, locale: str) -> bool:
    """Tell whether anything of a document was ever translated into a language."""
    query = select(translation.c.unit).join(units, units.c.id == translation.c.unit)
    query = query.where(units.c.document == document, translation.c.locale == locale)
    return db.execute(query.limit(1)).first() is not None


def of_document(db: Db, document: str, locale: str = "") -> Mapping[tuple[str, str], Current]:
    """Give all translations of a document, those of units that are gone too.

    Keyed by unit id and locale; of one locale where one is given.
    """
    query = select(translation).join(units, units.c.id == translation.c.unit)
    query = query.where(units.c.document == document)
    if locale:
        query = query.where(translation.c.locale == locale)
    found: Iterable[Current] = map(current_from, db.execute(query))
    return {(each.unit, each.locale): each for each in found}
