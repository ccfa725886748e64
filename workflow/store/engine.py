"""The store opened: transactions that read, and transactions that write one after another."""

from __future__ import annotations

import atexit
import contextlib
import os
import sqlite3
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.pool import Pool

from workflow.errors import StoreBroken, StoreBusy, StoreError, StoreFull, UndersignedError
from workflow.store import server
from workflow.store.gate import PATIENCE, Gate, Presence

Db: TypeAlias = Connection
"""A transaction under way; what the queries of this room take."""

_PRAGMAS = (
    "busy_timeout = 10000",
    "synchronous = FULL",
    "fullfsync = ON",  # macOS has two kinds of it
    "foreign_keys = ON",
    "recursive_triggers = ON",  # else INSERT OR REPLACE deletes from a history unseen
    "trusted_schema = OFF",
    "wal_autocheckpoint = 0",  # ours stand in line, see `gate`
    "journal_size_limit = 1000000",  # else a log that was long once stays long, see `_tidy`
    "secure_delete = ON",  # who is erased leaves no bytes behind
)
_EXPECTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
_LOG_BYTES = 4_000_000
_READERS = 20
_FAREWELL = 2.0
"""Seconds for which the end of a program waits for its turn."""


class Store:
    """A database with its gate."""

    def __init__(self, engine: Engine, path: Path | None = None) -> None:
        self._engine = engine
        self.path = path
        """The database's file; None where it is a server."""
        self.gate = Gate(_beside(path, "lock"))
        self.presence = Presence(_beside(path, "open"))
        self._file: tuple[int, int] | None = None
        self._owes_settling = False
        _LIVING.add(self)

    @property
    def address(self) -> str:
        """Say where it is, without a password."""
        return str(self.path) if self.path else self._engine.url.render_as_string()

    @contextlib.contextmanager
    def reading(self) -> Iterator[Db]:
        """Begin to read: all that is read until the end is of one moment.

        On SQLite whoever writes here is refused, since he has not stood in line.
        """
        with _plainly(), self._engine.connect() as db, db.begin():
            yield db

    @contextlib.contextmanager
    def writing(self, *, unbound: bool = False) -> Iterator[Db]:
        """Begin to write: at the end all of it is on the disk, or after an error none of it.

        Args:
            unbound: whether rows may name rows that are not there; for migrations.

        Raises:
            StoreBusy, StoreFull, StoreBroken: nothing was saved.
        """
        options = {"writes": True, "unbound": unbound}
        with _plainly(), self.gate.turn():
            self._check_file()
            with self._engine.connect().execution_options(**options) as db, db.begin():
                yield db
            self._tidy()

    def _check_file(self) -> None:
        """See that the file that was opened is still in its place.

        If somebody has put another one there, what we write would be gone with the old one.
        """
        if self.path is None:
            return
        try:
            found = self.path.stat()
        except OSError as error:
            raise StoreBroken(
                "its file is gone", "Put it back, or restore a backup, and start the program again."
            ) from error
        if self._file is None:
            self._file = found.st_dev, found.st_ino
        if self._file != (found.st_dev, found.st_ino):
            raise StoreBroken("the store was replaced", "Start the program again.")

    def _tidy(self) -> None:
        """Bring the log into the database where it has grown; we are alone here.

        Nothing that goes wrong here may come out: what was written is saved.
        """
        if self.path is None:
            return
        with contextlib.suppress(OSError, sqlite3.Error, sa.exc.SQLAlchemyError):
            size = self.log_bytes
            if self._owes_settling:
                self._settle()
            elif size > _LOG_BYTES:
                self._checkpoint("PASSIVE" if size < 16 * _LOG_BYTES else "TRUNCATE")

    def _checkpoint(self, mode: str) -> bool:
        """Bring the log into the database, without waiting long for those who read.

        Returns:
            Whether nobody was in the way.
        """
        with self._bare() as connection:
            connection.execute("PRAGMA busy_timeout = 200")
            try:
                is_busy, _, _ = connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
            finally:
                connection.execute(f"PRAGMA {_PRAGMAS[0]}")
        return not is_busy

    @property
    def log_bytes(self) -> int:
        """Measure the log that is not in the database yet; 0 where there is none."""
        log = _beside(self.path, "wal", "-")
        return log.stat().st_size if log and log.exists() else 0

    @contextlib.contextmanager
    def alone(self) -> Iterator[sqlite3.Connection]:
        """Lend the bare connection while nobody writes: for checks of SQLite, and to restore."""
        with _plainly(), self.gate.turn():
            self._check_file()
            with self._bare() as connection:
                connection.execute("PRAGMA query_only = OFF")
                yield connection

    @contextlib.contextmanager
    def _bare(self) -> Iterator[sqlite3.Connection]:
        raw = self._engine.raw_connection()
        try:
            yield raw.driver_connection  # type: ignore[misc]
        finally:
            raw.close()

    def copy_to(self, target: sqlite3.Connection) -> None:
        """Copy all that is in it at one moment, while others go on to read and to write."""
        with _plainly(), self._bare() as connection:
            connection.backup(target)

    def settle(self) -> None:
        """Bring the whole log into the database and empty it: what was erased is gone then.

        While somebody reads what was there before, it cannot be done; then it is tried again after
        each save.
        """
        if self.path is not None:
            self._owes_settling = True
            with _plainly(), self.gate.turn():
                self._settle()

    def _settle(self) -> None:
        self._owes_settling = not self._checkpoint("TRUNCATE")

    def close(self, patience: float | None = None) -> None:
        """Let go of all connections; the last one brings the log into the database."""
        with contextlib.ExitStack() as stack:
            # Whoever cannot have his turn leaves all the same: see `gate` on the last checkpoint.
            with contextlib.suppress(StoreError):
                stack.enter_context(self.gate.turn(patience))
            self._engine.dispose()
            self.presence.leave()
        _LIVING.discard(self)

    def forget(self) -> None:
        """Leave the connections to the process that this one was forked from, and take new ones.

        SQLite's locks belong to a process: a connection that two of them use destroys a database.
        """
        _INHERITED.append(self._engine.pool)
        self._engine.dispose(close=False)
        self.gate = Gate(_beside(self.path, "lock"))
        self.presence.renew()


_LIVING: weakref.WeakSet[Store] = weakref.WeakSet()
_INHERITED: list[Pool] = []
"""Connections of another process, kept so that nobody closes them here."""


def _beside(path: Path | None, ending: str, joint: str = ".") -> Path | None:
    return path.with_name(f"{path.name}{joint}{ending}") if path else None


@atexit.register
def close_all() -> None:
    """Close what is still open at the end of the program."""
    for store in tuple(_LIVING):
        with contextlib.suppress(Exception):  # nobody is left to tell
            store.close(_FAREWELL)


def _after_fork() -> None:
    for store in tuple(_LIVING):
        store.forget()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


@contextlib.contextmanager
def _plainly() -> Iterator[None]:
    """Turn what the database says into our errors."""
    try:
        yield
    except (sa.exc.DBAPIError, sqlite3.Error) as error:
        said = error.orig if isinstance(error, sa.exc.DBAPIError) else error
        if ours := _ours(said):
            raise ours from error
        raise
    except sa.exc.TimeoutError as error:  # all connections are lent
        raise StoreBusy(PATIENCE) from error


_FULL = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")


def _ours(error: BaseException | None) -> UndersignedError | None:
    if not isinstance(error, sqlite3.Error):
        return server.ours(error)
    name = getattr(error, "sqlite_errorname", "")
    said = str(error)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusy(PATIENCE)
    if name in _FULL or "no space left" in said.lower():
        return StoreFull()
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return StoreBroken(said)
    if name.startswith(("SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY")):
        return StoreBroken(said, "Look at its folder: is the disk well, may you write there?")
    return None


def file_of(url: str) -> Path | None:
    """Give the file in which a store lies; None where it is on a server."""
    if not url.startswith("sqlite"):
        return None
    found = url.partition(":///")[2]
    if not found or found == ":memory:":
        raise StoreBroken("it would live in memory only", "Give the path of a file.")
    return Path(found)


def connect(url: str) -> Store:
    """Connect to a database; nothing is made or checked, see `startup`."""
    path = file_of(url)
    if path is None:
        return _connect_to_server(url)
    engine = sa.create_engine(
        URL.create("sqlite", database=str(path)),  # a path may have any sign in it, `?` too
        connect_args={"check_same_thread": False, "timeout": 10},
        pool_size=_READERS,
        max_overflow=_READERS,
        pool_timeout=PATIENCE,
        hide_parameters=True,  # names and texts get into no log and no error
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return Store(engine, path)


def _connect_to_server(url: str) -> Store:
    engine = sa.create_engine(
        make_url(url), pool_pre_ping=True, hide_parameters=True, isolation_level="READ COMMITTED"
    )
    event.listen(engine, "begin", server.begin)
    return Store(engine)


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(db: Connection) -> None:
    """Say at once that one is going to write: a lock taken later cannot be waited for."""
    options = db.get_execution_options()
    writes, unbound = options.get("writes", False), options.get("unbound", False)
    bare: sqlite3.Connection = db.connection.driver_connection  # type: ignore[assignment]
    bare.execute(f"PRAGMA query_only = {'OFF' if writes else 'ON'}")
    bare.execute(f"PRAGMA foreign_keys = {'OFF' if unbound else 'ON'}")
    bare.execute("BEGIN IMMEDIATE" if writes else "BEGIN")


def wrong_pragmas(store: Store) -> list[str]:
    """Read back what every connection must be set to, and name what is not so."""
    with store.alone() as connection:
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in _EXPECTED}
    return [
        f"{name} is {found[name]}, not {wanted}"
        for name, wanted in _EXPECTED.items()
        if found[name] != wanted
    ]
