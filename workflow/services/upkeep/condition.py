"""The condition of a store: what is measured, and what of it should worry somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

HOUR = timedelta(hours=1)
LATE = 2 * HOUR
"""A server whose newest backup is older than this is told so."""
LITTLE_ROOM = 500_000_000
"""Bytes; with less than this on the disk people are warned."""
LONG_WAIT = 1.0
"""Seconds; with more than this in the queue people are warned."""
LARGE_LOG = 64_000_000
"""Bytes; a log that has grown beyond this is held open by somebody who reads without end."""
_EARLY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Backup:
    """A whole copy of the store, among the backups."""

    name: str
    """Of the file, such as `store-20260314T093000Z.db`."""
    at: datetime
    size: int
    """Bytes."""
    schema: int
    """Version of its tables; 0 where it cannot be read."""
    kind: str
    """`store`; `before-sync`, `before-restore`, `before-version-2`: what was there before;
    `broken`, `file`."""
    problems: tuple[str, ...] = ()
    """What is wrong with what it says, in sentences; looked at only when it is made."""


@dataclass(frozen=True, slots=True)
class Concern:
    """Something that somebody should look at."""

    name: str
    """A word for the interface: `sqlite`, `disk`, `log`, `queue`, `backup_missing`, `backup_late`,
    `backup_failed`, `clock`."""
    detail: str
    """The same in English sentences."""


@dataclass(frozen=True, slots=True)
class Health:
    """How the store is; sizes in bytes."""

    address: str
    sqlite: str
    """Version of SQLite; empty where the store is on a server."""
    affected: bool
    """Whether this SQLite can lose a commit, were it not for our queue."""
    schema: int
    size: int
    log: int
    """What is saved and not in the database's file yet."""
    wait: float
    """Seconds within which 95 in 100 of the last thousand turns came, in this process."""
    waiting: int
    """So many stand in line now, in this process."""
    free: int
    """On the disk."""
    backup: Backup | None
    """The newest one."""
    age: timedelta | None
    """Of the newest backup."""
    concerns: tuple[Concern, ...]


def concerns_of(
    seen: Health, now: datetime, newest: datetime | None, problem: str
) -> tuple[Concern, ...]:
    """Name what somebody should look at.

    Args:
        seen: what was measured.
        now: the moment.
        newest: when the last act was written down, by the clock of then.
        problem: why the last backup failed; empty if it did not.
    """
    if not seen.sqlite:
        return ()
    found = []
    if seen.affected:
        found.append(
            Concern(
                "sqlite",
                f"SQLite {seen.sqlite} can lose a save when two programs write at once. Ours take "
                "turns; let no other program write to the file.",
            )
        )
    if seen.free < LITTLE_ROOM:
        found.append(Concern("disk", f"Only {seen.free // 1_000_000} MB are free on the disk."))
    if seen.log > LARGE_LOG:
        found.append(Concern("log", f"The log has grown to {seen.log // 1_000_000} MB."))
    if seen.wait > LONG_WAIT:
        found.append(Concern("queue", f"Saves wait up to {seen.wait:.1f} seconds for their turn."))
    if seen.age is None:
        found.append(Concern("backup_missing", "There is no backup yet."))
    elif seen.age > LATE:
        hours = seen.age // HOUR
        found.append(Concern("backup_late", f"The last backup is {hours} hours old."))
    if problem:
        found.append(Concern("backup_failed", problem))
    if newest is not None and newest > now + _EARLY:
        found.append(Concern("clock", "Something was done later than now: is the clock right?"))
    return tuple(found)
