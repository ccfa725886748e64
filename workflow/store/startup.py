"""Opening a store: made where there is none, and looked at before anybody relies on it."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from sqlalchemy import insert

from workflow.errors import StoreBroken
from workflow.store.engine import Store, connect, wrong_pragmas
from workflow.store.ids import new_id
from workflow.store.migrations import bring_up_to_date, version_of
from workflow.store.places import prepare_place
from workflow.store.schema import METADATA, VERSION, meta

FIXED_IN = ((3, 44, 6), (3, 50, 7), (3, 51, 3))
"""Versions of SQLite since which, in their line, a log that is reset loses no commit."""


def open_store(url: str, now: datetime, *, check: bool = False) -> Store:
    """Open a store, or make it where there is none yet; bring an older one up to date.

    Args:
        url: such as `sqlite:////srv/letters/.undersigned/store.db`.
        now: for what is made.
        check: whether to read the whole file and see that it is sound. That takes a second for
            each few hundred megabytes, so it is done without asking only where the last program
            did not close the store: it was killed, or the power failed.

    Raises:
        NewerStore: a newer program made it.
        StoreBroken: it cannot be used safely.
        StoreBusy, StoreFull: not now.
    """
    store = connect(url)
    try:
        if store.path is not None:
            prepare_place(store.path)
            was_left = _enter(store)
            _set_journal(store)
            if was_left or check:
                check_quickly(store)
        _make_tables(store, now)
        bring_up_to_date(store, now)
    except BaseException:
        store.close()
        raise
    return store


def _enter(store: Store) -> bool:
    """Say that we are here; tell whether whoever was here last did not close the store."""
    with store.gate.turn():
        return store.presence.enter() and store.log_bytes > 0


def _set_journal(store: Store) -> None:
    with store.alone() as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    if wrong := wrong_pragmas(store):
        raise StoreBroken(", ".join(wrong), "Look whether its folder is on a local disk.")


def check_quickly(store: Store) -> None:
    """See that the file is sound: every page in its place, every row as its table says.

    Raises:
        StoreBroken: it is not.
    """
    with store.alone() as connection:
        found = [row[0] for row in connection.execute("PRAGMA quick_check(3)")]
    if found != ["ok"]:
        raise StoreBroken("; ".join(found))


def _make_tables(store: Store, now: datetime) -> None:
    with store.reading() as db:
        if version_of(db):
            return
    with store.writing() as db:
        if not version_of(db):  # somebody may have been faster
            METADATA.create_all(db)
            facts = {"schema": str(VERSION), "created": now.isoformat(), "store": new_id(now)}
            db.execute(insert(meta), [{"name": key, "value": facts[key]} for key in facts])


def is_affected(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Tell whether this SQLite may lose a commit when two connections write and tidy up at once.

    That is no reason to refuse it: ours never do, see `gate`. Other programs that write to the
    file might.
    """
    line = [each for each in FIXED_IN if each[:2] == version[:2]]
    return (3, 7, 0) <= version < FIXED_IN[-1] and not any(version >= each for each in line)
