"""Upkeep: backups, restoring one, and whether the store is well."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from weakref import WeakKeyDictionary

from workflow import access
from workflow.errors import NotFound, NotPossible, UndersignedError
from workflow.services.desk import OPERATOR, allow
from workflow.services.upkeep.condition import HOUR, Backup, Health, concerns_of
from workflow.services.workspace import Workspace
from workflow.store import audit, drafts, restoring
from workflow.store.backup import Kept, back_up, backups_beside, kept, rotate
from workflow.store.engine import file_of
from workflow.store.inspection import facts_of, newest_act, verify
from workflow.store.migrations import version_of
from workflow.store.places import room
from workflow.store.startup import is_affected

DRAFTS_KEPT = timedelta(days=30)
"""For so long a draft waits for whoever began it."""
_PROBLEMS: WeakKeyDictionary[Workspace, str] = WeakKeyDictionary()
"""Why the last backup of a workspace failed, where it did."""


@dataclass(frozen=True, slots=True)
class Restoration:
    """What restoring a backup did."""

    backup: Backup
    aside: str
    """Name of the copy of what was there before; empty if nothing was."""
    erased: int
    """So many members had been erased since the backup, and were erased again."""
    links_are_void: bool
    """Whether members need new return links, since it is not known which were revoked."""


# --- the verbs -----------------------------------------------------------------------------------


def backup(workspace: Workspace, actor: str, now: datetime) -> Backup:
    """Make a backup, and remove those that are too many or too old.

    If the histories in it are not whole, its `problems` say so, and no older one is removed.

    Raises:
        NotAllowed: he may not.
        NotPossible: the store is on a server.
        StoreBroken, StoreFull: no backup was made; the older ones are all there.
    """
    _allow(workspace, actor, "upkeep.backup", now)
    folder = _folder(workspace)
    made = back_up(workspace.store, folder, now)
    problems = verify(made)
    found = next(each for each in kept(folder) if each.path == made)
    if not problems:
        rotate(folder, now)
    with workspace.store.writing() as db:
        audit.record(db, now, actor, "upkeep.backup", "store", made.name)
    return _described(found, problems)


def backups(workspace: Workspace, actor: str, now: datetime) -> tuple[Backup, ...]:
    """List the backups, the newest first.

    Raises:
        NotAllowed: he may not.
        NotPossible: the store is on a server.
    """
    _allow(workspace, actor, "upkeep.backups", now)
    return tuple(_described(each) for each in kept(_folder(workspace)))


def restore(
    workspace: Workspace, actor: str, now: datetime, *, name: str, despite: bool = False
) -> Restoration:
    """Put a backup in the place of the store; what was there is kept among the backups.

    A server goes on with what was restored. Everybody has to come in again by his own link; where
    the store was damaged or gone, these are void too.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        name: of a backup as they are listed; for a command also the path of a file.
        despite: restore it although its histories are not whole.

    Raises:
        NotAllowed: he may not.
        NotFound: there is no such backup.
        NotPossible: the store is on a server; or it is damaged, and another program has it open.
        StoreBroken: the backup is not whole; nothing was changed.
        NewerStore: a newer program made it.
        StoreBusy, StoreFull: nothing was changed.
    """
    _allow(workspace, actor, "upkeep.restore", now)
    chosen = _chosen(workspace, name, any_file=actor == OPERATOR)
    workspace.close()
    done = restoring.restore(_path(workspace), chosen.path, now, despite=despite)
    with workspace.store.writing() as db:
        which = "file" if chosen.kind == "file" else chosen.path.name
        detail = f"{which} erased:{len(done.erased)}"
        audit.record(db, now, actor, "upkeep.restore", "store", detail)
    workspace.store.settle()  # the log may still have those who were erased
    aside = done.aside.name if done.aside else ""
    return Restoration(_described(chosen), aside, len(done.erased), done.links_are_void)


def health(workspace: Workspace, actor: str, now: datetime) -> Health:
    """Look how the store is.

    Raises:
        NotAllowed: he may not.
        StoreError: it cannot be opened, which says enough.
    """
    _allow(workspace, actor, "upkeep.health", now)
    store = workspace.store
    with store.reading() as db:
        schema = version_of(db)
        newest = newest_act(db)
    path = store.path
    found = _last_backup(path)
    last = _described(found) if found else None
    seen = Health(
        address=store.address,
        sqlite=sqlite3.sqlite_version if path else "",
        affected=bool(path) and is_affected(),
        schema=schema,
        size=path.stat().st_size if path else 0,
        log=store.log_bytes,
        wait=store.gate.longest_waits(),
        waiting=store.gate.waiting,
        free=room(path.parent)[0] if path else 0,
        backup=last,
        age=now - last.at if last else None,
        concerns=(),
    )
    problem = _PROBLEMS.get(workspace, "")
    return replace(seen, concerns=concerns_of(seen, now, newest, problem))


# --- each hour -----------------------------------------------------------------------------------


class Hourly:
    """Backups in the background, while a server runs; what goes wrong is for `health` to say.

    After each one, drafts are dropped that nobody came back to for `DRAFTS_KEPT`.
    """

    def __init__(
        self, workspace: Workspace, clock: Callable[[], datetime], every: timedelta = HOUR
    ) -> None:
        self._workspace = workspace
        self._clock = clock
        self._every = every
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin; the first backup is made when the last one is an hour old. Do not start it twice.

        For a store on a server nothing is done: that has its own backups.
        """
        if file_of(self._workspace.url) is not None:
            self._thread = threading.Thread(target=self._run, name="backups", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Make no more backups; one that is under way is finished first."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        found = _last_backup(file_of(self._workspace.url))
        wait = self._every - (self._clock() - found.at) if found else timedelta()
        while not self._stop.wait(max(0.0, min(wait, self._every).total_seconds())):
            self.once()
            wait = self._every

    def once(self) -> None:
        """Make a backup and drop old drafts now; if it fails, remember why."""
        try:
            now = self._clock()
            made = backup(self._workspace, OPERATOR, now)
            with self._workspace.store.writing() as db:
                drafts.drop_older(db, now - DRAFTS_KEPT)
        except Exception as error:  # noqa: BLE001 - a thread that dies makes no more backups
            known = isinstance(error, UndersignedError)
            _PROBLEMS[self._workspace] = str(error) if known else repr(error)
        else:
            _PROBLEMS.pop(self._workspace, None)
            if made.problems:
                _PROBLEMS[self._workspace] = " ".join(made.problems)


# --- how it is done ------------------------------------------------------------------------------


def _allow(workspace: Workspace, actor: str, verb: str, now: datetime) -> None:
    """Let somebody do something; a command may, even where the store cannot be opened."""
    if actor == OPERATOR and access.may(actor, (), verb):
        return
    with workspace.store.reading() as db:
        allow(db, actor, verb, now)


def _path(workspace: Workspace) -> Path:
    if (path := file_of(workspace.url)) is None:
        raise NotPossible(
            "the store is on a server, which has its own way to make backups",
            "Use pg_dump to make one and pg_restore to restore it.",
        )
    return path


def _folder(workspace: Workspace) -> Path:
    return backups_beside(_path(workspace))


def _last_backup(path: Path | None) -> Kept | None:
    there = kept(backups_beside(path)) if path else ()
    return next((each for each in there if each.kind == "store"), None)


def _chosen(workspace: Workspace, name: str, *, any_file: bool) -> Kept:
    """Find a backup by its name; members cannot name other files of the machine."""
    for each in kept(_folder(workspace)):
        if each.path.name == name:
            return each
    path = Path(name)
    if any_file and path.is_file():
        found = path.stat()
        return Kept(path, "file", datetime.fromtimestamp(found.st_mtime, UTC), found.st_size)
    raise NotFound("backup")


def _described(found: Kept, problems: tuple[str, ...] = ()) -> Backup:
    schema = facts_of(found.path).get("schema", "")
    number = int(schema) if schema.isdecimal() else 0
    return Backup(found.path.name, found.at, found.size, number, found.kind, problems)
