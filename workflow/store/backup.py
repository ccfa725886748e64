"""Backups: whole copies of the store, made while people work, looked at before they count.

A copy is made beside its name, checked, written to the disk and only then given its name: a file
that is called a backup is one. Not a folder is copied and not a file: the log belongs to the store,
and SQLite alone knows what is in it.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from workflow.errors import NotPossible, StoreBroken, StoreFull
from workflow.store.engine import Store
from workflow.store.inspection import damage
from workflow.store.places import PRIVATE_FILE, PRIVATE_FOLDER, keep_folder, room

HOURS, DAYS, WEEKS = 24, 14, 8
"""How many are kept: the newest of so many hours, of so many days, of so many weeks."""
BEFORE_SYNC = "before-sync"
"""Kind of the copies that an exchange makes before a file changes what people did."""
EXCHANGES = 20
"""So many of those are kept."""
LONGEST = timedelta(weeks=WEEKS)
"""Nothing is kept longer, so that whoever was erased is gone from all copies then."""

_STAMP = "%Y%m%dT%H%M%SZ"
_NAME = re.compile(r"(?P<kind>[a-z][a-z0-9-]*)-(?P<at>\d{8}T\d{6}Z)(?:-\d+)?\.db")
_PARTS = (".db", ".db-wal", ".db-shm")


@dataclass(frozen=True, slots=True)
class Kept:
    """A copy in the folder of backups."""

    path: Path
    kind: str
    """`store`; `before-sync`, `before-restore`, `before-version-2`: what was there before;
    `broken`."""
    at: datetime
    size: int
    """Bytes."""


def backups_beside(store: Path) -> Path:
    """Say where the backups of a store lie."""
    return store.parent / "backups"


def back_up(store: Store, folder: Path, now: datetime, *, prefix: str = "store") -> Path:
    """Copy a store into a folder, while others go on to read and to write.

    Args:
        store: the store.
        folder: made if need be, for our eyes only.
        now: the moment, for the name.
        prefix: what the name begins with: its kind, by which copies are thinned out.

    Raises:
        NotPossible: the store is on a server.
        StoreFull: there is not enough room for it and for people's work; nothing is left behind.
        StoreBroken: the copy is damaged, so the store is; the older backups are left alone.
    """
    if store.path is None:
        raise NotPossible(
            "the store is on a server, which has its own way to make backups",
            "Use pg_dump to make one and pg_restore to restore it.",
        )
    with writing_to(folder):
        _sweep(folder, now)
        if not room(folder, store.path.stat().st_size + store.log_bytes)[1]:
            raise StoreFull
        return put_copy(store.copy_to, free_name(folder, prefix, now))


def put_copy(copy: Callable[[sqlite3.Connection], None], place: Path) -> Path:
    """Put a copy in its place, once it is whole and on the disk.

    Args:
        copy: writes it to the connection it is given.
        place: a name that is free.

    Raises:
        StoreBroken: it is damaged.
    """
    part = place.with_name(f".{place.name}.part")
    try:
        write_copy(copy, part)
        if problems := damage(part):
            raise StoreBroken(f"a copy of it is damaged: {problems[0].rstrip('.')}")
        part.rename(place)
        keep_folder(place.parent)
    finally:
        part.unlink(missing_ok=True)
    return place


def write_copy(copy: Callable[[sqlite3.Connection], None], path: Path) -> None:
    """Write a copy to a new file, in one piece without a log beside it, and onto the disk."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
    with contextlib.closing(sqlite3.connect(path)) as target:
        copy(target)
        target.execute("PRAGMA journal_mode = DELETE")
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def free_name(folder: Path, prefix: str, now: datetime) -> Path:
    """Give a path for a copy of this moment at which nothing is."""
    name = f"{prefix}-{now.astimezone(UTC).strftime(_STAMP)}"
    path, number = folder / f"{name}.db", 1
    while path.exists():
        number += 1
        path = folder / f"{name}-{number}.db"
    return path


@contextlib.contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Make a private folder and write into it; what the system refuses becomes our error."""
    try:
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        yield
    except (OSError, sqlite3.Error) as error:
        if getattr(error, "errno", 0) == errno.ENOSPC or "is full" in str(error):
            raise StoreFull from error
        reason = str(getattr(error, "strerror", None) or error).lower()
        raise StoreBroken(
            f"no copy can be put into {folder.name}: {reason}",
            "Look whether you may write there and whether there is room.",
        ) from error


# --- which there are, and which are kept ---------------------------------------------------------


def kept(folder: Path) -> tuple[Kept, ...]:
    """Give all copies in a folder, the newest first."""
    found = []
    for path in folder.glob("*.db"):
        if name := _NAME.fullmatch(path.name):
            with contextlib.suppress(ValueError, OSError):
                at = datetime.strptime(name["at"], _STAMP).replace(tzinfo=UTC)
                found.append(Kept(path, name["kind"], at, path.stat().st_size))
    return tuple(sorted(found, key=lambda each: (each.at, each.path.name), reverse=True))


def rotate(folder: Path, now: datetime) -> tuple[Path, ...]:
    """Remove the backups that are not kept any longer; give what was removed."""
    there = kept(folder)
    regular = [each for each in there if each.kind == "store"]
    gone = expired((each.at for each in regular), now)
    removed = [each.path for each in regular if each.at in gone]
    others = (each for each in there if each.kind != "store")
    removed += [each.path for each in others if each.at < now - LONGEST]
    _remove(removed)
    return (*removed, *thin_exchanges(folder, now))


def thin_exchanges(folder: Path, now: datetime) -> tuple[Path, ...]:
    """Remove the copies from before exchanges that are too many or too old; give them."""
    there = [each for each in kept(folder) if each.kind == BEFORE_SYNC]
    removed = [
        each.path
        for number, each in enumerate(there)
        if number >= EXCHANGES or each.at < now - LONGEST
    ]
    _remove(removed)
    return tuple(removed)


def _remove(copies: Iterable[Path]) -> None:
    for path in copies:
        for ending in _PARTS:
            path.with_name(path.stem + ending).unlink(missing_ok=True)


def expired(moments: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Say which backups are not kept: all but the newest of each hour, day and week, as counted.

    Hours, days and weeks without a backup do not count. The newest of all is kept however old.
    """
    newest_first = sorted(set(moments), reverse=True)
    wanted = set(newest_first[:1])
    for number, form in ((HOURS, "%Y%m%d%H"), (DAYS, "%Y%m%d"), (WEEKS, "%G%V")):
        spans: dict[str, datetime] = {}
        for each in newest_first:
            spans.setdefault(each.astimezone(UTC).strftime(form), each)
        wanted |= {each for each in list(spans.values())[:number] if each >= now - LONGEST}
    return frozenset(newest_first) - wanted


def _sweep(folder: Path, now: datetime) -> None:
    """Remove what a backup left that was killed; one that is under way is younger."""
    for part in folder.glob(".*.part*"):
        with contextlib.suppress(OSError):
            if part.stat().st_mtime < now.timestamp() - 24 * 3600:
                part.unlink()
