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
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select, update

from workflow.access import Role
from workflow.errors import NameTaken, NewerStore, NotPossible, StoreBroken
from workflow.store import erasures
from workflow.store.backup import backups_beside, free_name, put_copy, write_copy, writing_to
from workflow.store.engine import Db, connect
from workflow.store.inspection import damage, facts_of, opened, verify
from workflow.store.members import (
    HeldRole,
    erase_member,
    held_roles,
    rename,
    set_preferences,
    take_role,
)
from workflow.store.migrations import bring_up_to_date
from workflow.store.places import keep_folder
from workflow.store.schema import VERSION, audit, invitation, return_link, session


@dataclass(frozen=True, slots=True)
class Restored:
    """What restoring a backup did."""

    aside: Path | None
    """The store that was there before, kept among the backups; None if there was none."""
    erased: tuple[str, ...]
    """Ids of members who were erased after the backup was made, and now again."""
    links_are_void: bool = False
    """Whether all return links open nothing any more, since it is not known which were revoked."""


@dataclass(frozen=True, slots=True)
class _Live:
    """What a store knows that a backup of it must not undo."""

    former: tuple[str, ...]
    """Ids of who left."""
    active: tuple[tuple[str, str, str, str, str], ...]
    """Id, name, skeleton, credit and language of who is here."""
    revoked: tuple[str, ...]
    """Ids of return links."""
    held: frozenset[HeldRole]
    acts: Mapping[str, tuple[str, str, str]]
    """What was done to members: action, target and detail by the hash."""


_DONE_AGAIN = ("people.withdraw", "people.change_me", "people.change_name")
"""Acts that are done again after a restore; of the others about people, `_do_again` knows."""


def restore(path: Path, backup: Path, now: datetime, *, despite: bool = False) -> Restored:
    """Put a backup in the place of a store.

    What was done since so that it does not come back is done again: members who were erased, links
    that were revoked, roles that were withdrawn, names and credits that were changed. All sessions
    end, and invitations that were open are void, since nobody knows whether they were used after
    the backup. Of a store that is damaged or gone only the list of the erased is left; then all
    return links are void too, and roles are as they were when the backup was made.

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
            erased = _make_safe(path, prepared, now, _asked(live))
            with contextlib.closing(opened(prepared)) as source:
                source.backup(live)
            live.execute("PRAGMA busy_timeout = 200")  # whoever reads on does not hold us up
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        store.close()
    return Restored(aside, erased)


def _asked(live: sqlite3.Connection) -> _Live:
    """Ask a store for what must not be undone; it may be of a newer version than ours."""

    def rows(query: str) -> list[tuple[Any, ...]]:
        with contextlib.suppress(sqlite3.OperationalError):
            return live.execute(query).fetchall()
        return []

    people = "SELECT id, name, skeleton, credit, interface_locale FROM member"
    roles = rows("SELECT member, role, document, locale FROM role_grant")
    acts = rows("SELECT hash, action, target, detail FROM audit WHERE action LIKE 'people.%'")
    return _Live(
        former=tuple(each for each, *_ in rows(f"{people} WHERE status = 'former'")),
        active=tuple(rows(f"{people} WHERE status = 'active'")),
        revoked=tuple(
            each for (each,) in rows("SELECT id FROM return_link WHERE revoked IS NOT NULL")
        ),
        held=frozenset(HeldRole(each, Role(role), *where) for each, role, *where in roles),
        acts={each: (action, *about) for each, action, *about in acts if action in _DONE_AGAIN},
    )


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
            erased = _make_safe(path, prepared, now, None)
            aside = _move_aside(path, free_name(backups_beside(path), "broken", now))
            prepared.replace(path)
            keep_folder(path.parent)
    finally:
        store.close()
    return Restored(aside, erased, links_are_void=True)


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


def _make_safe(path: Path, prepared: Path, now: datetime, live: _Live | None) -> tuple[str, ...]:
    """Bring a copy up to date, and do again what must not be undone.

    Returns:
        Ids of whom it erased.
    """
    listed = erasures.erased_path(path)
    for each in live.former if live else ():
        erasures.add(listed, each)
    # Who is on the list and here all the same was told that he could not be erased.
    here = {each for each, *_ in live.active} if live else set()
    leaving = tuple(each for each in erasures.read(listed) if each not in here)
    copy = connect(f"sqlite:///{prepared}")
    try:
        bring_up_to_date(copy, now, is_a_copy=True)
        with copy.writing() as db:
            erased = tuple(each for each in leaving if erase_member(db, each))
            _shut_doors(db, now, live)
            if live:
                _do_again(db, now, live)
    finally:
        copy.close()
    if problems := damage(prepared):
        raise StoreBroken(f"the copy is damaged: {problems[0].rstrip('.')}", "Look at the disk.")
    return erased


def _shut_doors(db: Db, now: datetime, live: _Live | None) -> None:
    """End sessions, void what was open, and revoke the links that were revoked since, or all."""
    db.execute(update(session).where(session.c.revoked.is_(None)).values(revoked=now))
    unused = invitation.c.used.is_(None) & invitation.c.revoked.is_(None)
    db.execute(update(invitation).where(unused).values(revoked=now))
    living = update(return_link).where(return_link.c.revoked.is_(None)).values(revoked=now)
    if live is None:
        db.execute(living)
    for each in live.revoked if live else ():
        db.execute(living.where(return_link.c.id == each))


def _do_again(db: Db, now: datetime, live: _Live) -> None:
    """Withdraw roles and change names and credits as it was done since the copy was made.

    What the store does not have because it is older than the copy is no reason to take it away.
    """
    known = set(db.execute(select(audit.c.hash).where(audit.c.action.in_(_DONE_AGAIN))).scalars())
    since = {act for each, act in live.acts.items() if each not in known}
    for held in set(held_roles(db, now)) - live.held:
        if ("people.withdraw", f"member:{held.member}", held.said) in since:
            take_role(db, held)
    about = {(action, target) for action, target, _ in since}
    for each, name, looks_like, credit, interface_locale in live.active:
        if ("people.change_me", f"member:{each}") in about:
            set_preferences(db, each, credit, interface_locale)
        if ("people.change_name", f"member:{each}") in about:
            with contextlib.suppress(NameTaken):  # somebody of the copy has it
                rename(db, each, name, looks_like)
