"""Whether what a store says is whole: each page, each history, each act.

SQLite finds pages that are torn. Whether histories are without gaps, whether texts are still the
ones whose digests were taken, and whether somebody has changed the list of acts, is looked up here.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import and_, func, or_, select
from sqlalchemy.pool import StaticPool

from workflow.store import audit
from workflow.store.engine import Db
from workflow.store.ids import digest_of
from workflow.store.schema import audit as acts
from workflow.store.schema import meta, revision, translation

_SHOWN = 3


def verify(path: Path) -> tuple[str, ...]:
    """Say what is wrong with a copy of a store, each in a sentence; nothing where it is whole.

    Nothing is written, so that a copy on a disk for reading only can be looked at.
    """
    problems = damage(path)
    if problems:
        return problems
    with looking_into(path) as db:
        try:
            return tuple(_wrong(db))
        except sa.exc.DBAPIError as error:
            return (f"It cannot be read: {error.orig}.",)


def damage(path: Path) -> tuple[str, ...]:
    """Say what SQLite finds wrong with a file: pages, indexes, rows that name missing rows."""
    if not path.is_file():
        return ("There is no such file.",)
    try:
        connection = opened(path)
    except sqlite3.Error as error:
        return (f"It cannot be opened: {error}.",)
    try:
        found = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_SHOWN})")]
        dangling = connection.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN)
        schema = connection.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
    except sqlite3.Error as error:
        return (f"It is no store that can be read: {error}.",)
    finally:
        connection.close()
    problems = [f"The file is damaged: {each}." for each in found if each != "ok"]
    problems += [
        f"A row of {row[0]} names a row of {row[2]} that is not there." for row in dangling
    ]
    if not schema:
        problems.append("It does not say of which version it is.")
    return tuple(problems)


@contextlib.contextmanager
def looking_into(path: Path) -> Iterator[Db]:
    """Open a copy of a store for reading only; nothing is made beside it."""
    engine = sa.create_engine("sqlite://", creator=lambda: opened(path), poolclass=StaticPool)
    try:
        with engine.connect() as db:
            yield db
    finally:
        engine.dispose()


def opened(path: Path) -> sqlite3.Connection:
    """Open a file for reading; one without a log beside it is taken to lie still."""
    lies_still = not path.with_name(path.name + "-wal").exists()
    address = f"file:{quote(str(path.absolute()))}?mode=ro{'&immutable=1' if lies_still else ''}"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def facts_of(path: Path) -> dict[str, str]:
    """Give what a copy says of itself: `schema`, `store`, `created`; nothing if it is no store."""
    try:
        with looking_into(path) as db:
            return {row.name: row.value for row in db.execute(select(meta))}
    except sa.exc.DBAPIError:
        return {}


def newest_act(db: Db) -> datetime | None:
    """Give the moment of the last act, to the minute."""
    newest = select(acts.c.at).order_by(acts.c.n.desc()).limit(1)
    return db.execute(newest).scalar()


def _wrong(db: Db) -> Iterator[str]:
    for what, query in _histories():
        if found := db.execute(select(func.count()).select_from(query.subquery())).scalar():
            yield f"{what}: {found}."
    if changed := _changed_texts(db):
        yield f"The digests of {len(changed)} revisions are not those of their texts."
    if broken := audit.broken_links(db):
        shown = ", ".join(map(str, broken[:_SHOWN]))
        yield f"Acts were changed after they were written down: {shown}."


def _histories() -> Iterator[tuple[str, sa.Select[tuple[str]]]]:
    """Give what must not be: a sentence, and the query that finds it."""
    same = and_(
        revision.c.unit == translation.c.unit,
        revision.c.locale == translation.c.locale,
        revision.c.version == translation.c.version,
    )
    differs = or_(
        revision.c.unit.is_(None),
        *(
            revision.c[name] != translation.c[name]
            for name in ("text", "state", "author", "source_digest")
        ),
    )
    yield (
        "Translations that are not their newest revision",
        select(translation.c.unit).outerjoin(revision, same).where(differs),
    )
    newest = (
        select(
            revision.c.unit,
            revision.c.locale,
            func.min(revision.c.version).label("first"),
            func.max(revision.c.version).label("last"),
            func.count().label("number"),
        )
        .group_by(revision.c.unit, revision.c.locale)
        .subquery()
    )
    yield (
        "Histories with gaps",
        select(newest.c.unit).where(or_(newest.c.first != 1, newest.c.last != newest.c.number)),
    )
    there = and_(
        translation.c.unit == newest.c.unit,
        translation.c.locale == newest.c.locale,
        translation.c.version == newest.c.last,
    )
    yield (
        "Histories whose end is not shown",
        select(newest.c.unit).outerjoin(translation, there).where(translation.c.unit.is_(None)),
    )


def _changed_texts(db: Db) -> list[str]:
    rows = db.execute(select(revision.c.id, revision.c.text, revision.c.text_digest))
    return [made for made, text, digest in rows if digest_of(text) != digest]
