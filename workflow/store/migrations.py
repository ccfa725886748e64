"""Migrations: how a store of an older version becomes one of this version.

They are numbered, and each is done once. Before the first one a backup is made; then all are done
in one transaction, so that a program that dies in the middle leaves the old store as it was. There
is no way back but to restore the backup.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import inspect, select, update
from sqlalchemy.schema import CreateIndex

from workflow.errors import NewerStore, StoreBroken
from workflow.store.backup import back_up, backups_beside
from workflow.store.engine import Db, Store
from workflow.store.schema import STATES, VERSION, meta


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from a version to the next."""

    number: int
    """The version that it makes."""
    what: str
    """One sentence on what it changes."""
    run: Callable[[Db], None]
    """Does it; rows may name missing rows meanwhile, but not at the end."""


def _index_states(db: Db) -> None:
    db.execute(CreateIndex(STATES, if_not_exists=True))


MIGRATIONS: tuple[Migration, ...] = (
    Migration(2, "Figures are counted without a look at the texts.", _index_states),
)
"""From version 2 on, in order and without gaps, up to `VERSION`."""


def version_of(db: Db) -> int:
    """Give the version of a store's tables; 0 where there are none."""
    if not inspect(db).has_table(meta.name):
        return 0
    found = db.execute(select(meta.c.value).where(meta.c.name == "schema")).scalar()
    try:
        return int(found or "")
    except ValueError:
        raise StoreBroken("it does not say of which version it is") from None


def bring_up_to_date(
    store: Store, now: datetime, *, is_a_copy: bool = False
) -> tuple[Migration, ...]:
    """Do the migrations that a store still lacks, after a backup into the folder beside it.

    On a server the backup is the operator's business; of a copy none is needed.

    Returns:
        What was done.

    Raises:
        NewerStore: a newer program made it; it is left alone.
        StoreBroken: a migration leaves rows that name missing rows; it is as it was.
    """
    with store.reading() as db:
        found = version_of(db)
    if not _missing(found):
        return ()
    if store.path is not None and not is_a_copy:
        back_up(store, backups_beside(store.path), now, prefix=f"before-version-{VERSION}")
    with store.writing(unbound=True) as db:
        missing = _missing(version_of(db))  # another program may have been faster
        for each in missing:
            each.run(db)
        _refuse_dangling(db)
        if missing:
            db.execute(update(meta).where(meta.c.name == "schema").values(value=str(VERSION)))
    return missing


def _missing(found: int) -> tuple[Migration, ...]:
    if found > VERSION:
        raise NewerStore(found, VERSION)
    missing = tuple(each for each in MIGRATIONS if each.number > found)
    if [each.number for each in missing] != list(range(found + 1, VERSION + 1)):
        raise StoreBroken(
            f"no migration leads from version {found} to {VERSION}",
            "Open it first with the program that came in between.",
        )
    return missing


def _refuse_dangling(db: Db) -> None:
    """Look after what SQLite did not while rows were unbound; other databases did."""
    if db.dialect.name == "sqlite" and db.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreBroken(
            "a migration would leave rows without what they belong to",
            "Nothing was changed; go on with the older program, and tell us.",
        )
