"""Restoring a backup, without a moment in which there is neither the old store nor the new.

A store that can still be read is not replaced as a file: the copy is written *into* it, in one
transaction of SQLite. Whoever has it open, such as a server, goes on with the restored one, and a
program that dies in the middle leaves the old one. Only a store that is damaged or gone is replaced
as a file, and only when nobody has it open.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import update

from workflow.errors import NewerStore, NotPossible, StoreBroken
from workflow.store import erasures
from workflow.store.backup import backups_beside, free_name, put_copy, write_copy, writing_to
from workflow.store.engine import Store, connect
from workflow.store.inspection import damage, facts_of, opened, verify
from workflow.store.members import erase_member
from workflow.store.migrations import bring_up_to_date
from workflow.store.places import keep_folder
from workflow.store.schema import VERSION, invitation, return_link, session


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring a backup did."""

    aside: Path | None
    """The store that was there before, kept among the backups; None if there was none."""
    erased: tuple[str, ...]
    """Ids of members who were erased after the backup was made, and now again."""


def restore(path: Path, backup: Path, now: datetime, *, despite: bool = False) -> Restored:
    """Put a backup in the place of a store.

    Members who were erased since are erased again. All sessions end, and invitations that were open
    are void, since nobody knows whether they were used after the backup; links that were revoked
    since stay so.

    Args:
        path: the file of the store.
        backup: the file of the backup; it is left as it is.
        now: the moment.
        despite: restore it although its histories are not whole. A damaged file is always refused.

    Raises:
        StoreBroken: the backup is not whole; nothing was changed.
        NewerStore: a newer program made it.
        NotPossible: the store is damaged or gone, and some program has it open all the same.
        StoreBusy, StoreFull: not now; nothing was changed.
    """
    problems = damage(backup) or (() if despite else verify(backup))
    if problems:
        raise StoreBroken(
            f"the backup {backup.name} is not whole: {' '.join(problems).rstrip('.')}",
            "Nothing was changed. Choose another backup.",
        )
    if (found := int(facts_of(backup)["schema"])) > VERSION:
        raise NewerStore(found, VERSION)
    folder = backups_beside(path)
    with writing_to(folder):
        prepared = free_name(folder, "restoring", now)
        prepared = prepared.with_name(f".{prepared.name}.part")
        try:
            with contextlib.closing(opened(backup)) as source:
                write_copy(source.backup, prepared)
            is_there = path.exists() and not damage(path)
            return (_put_into if is_there else _put_instead)(path, prepared, now)
        finally:
            for ending in ("", "-wal", "-shm", "-journal", ".lock"):
                prepared.with_name(prepared.name + ending).unlink(missing_ok=True)


def _put_into(path: Path, prepared: Path, now: datetime) -> Restored:
    """Write a copy into a store, all of it in one turn: nothing is saved in between and lost."""
    store = connect(f"sqlite:///{path}")
    try:
        with store.alone() as live:
            aside = put_copy(live.backup, free_name(backups_beside(path), "before-restore", now))
            former = _ids(live, "SELECT id FROM member WHERE status = 'former'")
            revoked = _ids(live, "SELECT id FROM return_link WHERE revoked IS NOT NULL")
            erased = _make_safe(path, prepared, now, former, revoked)
            with contextlib.closing(opened(prepared)) as source:
                source.backup(live)
            live.execute("PRAGMA busy_timeout = 200")  # whoever reads on does not hold us up
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        store.close()
    return Restored(aside, erased)


def _ids(live: sqlite3.Connection, query: str) -> tuple[str, ...]:
    """Ask a store that may be of a newer version than ours."""
    with contextlib.suppress(sqlite3.OperationalError):
        return tuple(row[0] for row in live.execute(query))
    return ()


def _put_instead(path: Path, prepared: Path, now: datetime) -> Restored:
    """Put a copy in the place of a store that is damaged or gone."""
    store = connect(f"sqlite:///{path}")
    try:
        with store.gate.turn():
            if not store.presence.enter():
                raise NotPossible(
                    "another program has the damaged store open",
                    "Stop it (the server, other commands) and restore again.",
                )
            erased = _make_safe(path, prepared, now, (), ())
            aside = _move_aside(path, free_name(backups_beside(path), "broken", now))
            prepared.replace(path)
            keep_folder(path.parent)
    finally:
        store.close()
    return Restored(aside, erased)


def _move_aside(path: Path, aside: Path) -> Path | None:
    """Keep what is damaged. It stays in its place too until the copy takes it in one step."""
    if path.exists():
        try:
            os.link(path, aside)
        except OSError:
            shutil.copy2(path, aside)
    for ending in ("-wal", "-shm"):
        beside = path.with_name(path.name + ending)
        if beside.exists():
            beside.replace(aside.with_name(aside.name + ending))
    keep_folder(aside.parent)
    return aside if aside.exists() else None


def _make_safe(
    path: Path, prepared: Path, now: datetime, former: tuple[str, ...], revoked: tuple[str, ...]
) -> tuple[str, ...]:
    """Bring a copy up to date, and do again what must not be undone: erasures and revocations."""
    listed = erasures.erased_path(path)
    for each in former:
        erasures.add(listed, each)
    copy = connect(f"sqlite:///{prepared}")
    try:
        bring_up_to_date(copy, now, is_a_copy=True)
        erased = _do_again(copy, now, erasures.read(listed), revoked)
    finally:
        copy.close()
    if problems := damage(prepared):
        raise StoreBroken(f"the copy is damaged: {problems[0].rstrip('.')}", "Look at the disk.")
    return erased


def _do_again(
    copy: Store, now: datetime, former: tuple[str, ...], revoked: tuple[str, ...]
) -> tuple[str, ...]:
    with copy.writing() as db:
        erased = tuple(each for each in former if erase_member(db, each))
        open_sessions = update(session).where(session.c.revoked.is_(None))
        db.execute(open_sessions.values(revoked=now))
        unused = invitation.c.used.is_(None) & invitation.c.revoked.is_(None)
        db.execute(update(invitation).where(unused).values(revoked=now))
        for each in revoked:
            link = (return_link.c.id == each) & return_link.c.revoked.is_(None)
            db.execute(update(return_link).where(link).values(revoked=now))
    return erased
