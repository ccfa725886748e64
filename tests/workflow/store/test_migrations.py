"""From an older version to this one: after a backup, all or nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from tests.live import NOW
from workflow.errors import NewerStore, StoreBroken, StoreFull
from workflow.store import Db, Store, backup, migrations, open_store
from workflow.store.inspection import facts_of, verify
from workflow.store.migrations import MIGRATIONS, Migration, version_of
from workflow.store.schema import VERSION, meta


def add_colour(db: Db) -> None:
    db.exec_driver_sql("ALTER TABLE document ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'")


def make_meta_anew(db: Db) -> None:
    """Do what SQLite has no statement for."""
    db.exec_driver_sql("CREATE TABLE new (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    db.exec_driver_sql("INSERT INTO new SELECT name, value FROM meta")
    db.exec_driver_sql("DROP TABLE meta")
    db.exec_driver_sql("ALTER TABLE new RENAME TO meta")
    db.execute(insert(meta), {"name": "anew", "value": "yes"})


def fail(db: Db) -> None:
    add_colour(db)
    raise ZeroDivisionError


def leave_orphans(db: Db) -> None:
    db.exec_driver_sql("INSERT INTO draft VALUES ('nobody', 'nothing', 'fr', '', 0, '', 'now')")


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Give the address of a store of this version, which is an older one once more is planted."""
    address = f"sqlite:///{tmp_path}/store.db"
    open_store(address, NOW).close()
    return address


@pytest.fixture
def plant(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    def planted(*runs: Callable[[Db], None]) -> None:
        steps = tuple(
            Migration(number, "It changes something.", run)
            for number, run in enumerate(runs, VERSION + 1)
        )
        monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, *steps))
        monkeypatch.setattr(migrations, "VERSION", VERSION + len(runs))

    return planted


def state(store: Store) -> tuple[int, bool, bool]:
    with store.reading() as db:
        columns = [row[1] for row in db.exec_driver_sql("PRAGMA table_info(document)")]
        anew = db.execute(select(meta.c.value).where(meta.c.name == "anew")).scalar()
        return version_of(db), "colour" in columns, anew == "yes"


OLD = (VERSION, False, False)


def left_as_it_was(url: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.undo()
    store = open_store(url, NOW, check=True)
    found = state(store)
    store.close()
    return found == OLD


def test_there_is_one_step_to_each_version() -> None:
    assert [each.number for each in MIGRATIONS] == list(range(2, VERSION + 1))
    assert all(each.what.endswith(".") for each in MIGRATIONS)


def tables(store: Store) -> set[tuple[str, str]]:
    """Give all that was made in a store, with the words that made it."""
    with store.reading() as db:
        rows = db.exec_driver_sql("SELECT name, sql FROM sqlite_master")
        return {(name, " ".join((made or "").split())) for name, made in rows}


def test_a_store_of_the_first_version_becomes_one_of_this(url: str, tmp_path: Path) -> None:
    store = open_store(url, NOW)
    new = tables(store)
    with store.writing() as db:
        db.exec_driver_sql("DROP INDEX ix_translation_state")
        db.execute(update(meta).where(meta.c.name == "schema").values(value="1"))
    assert tables(store) != new
    store.close()
    store = open_store(url, NOW, check=True)
    assert (state(store), tables(store)) == (OLD, new)
    store.close()
    (kept,) = backup.kept(tmp_path / "backups")
    assert facts_of(kept.path)["schema"] == "1"


def test_an_older_store_is_brought_up_to_date(
    url: str, plant: Callable[..., None], tmp_path: Path
) -> None:
    plant(add_colour, make_meta_anew)
    store = open_store(url, NOW)
    assert state(store) == (VERSION + 2, True, True)
    store.close()
    (kept,) = backup.kept(tmp_path / "backups")
    assert kept.path.name == f"before-version-{VERSION + 2}-20260314T093000Z.db"
    assert facts_of(kept.path)["schema"] == str(VERSION)
    assert verify(kept.path) == ()


def test_it_is_done_once(url: str, plant: Callable[..., None], tmp_path: Path) -> None:
    plant(add_colour)
    for _ in range(3):
        open_store(url, NOW).close()
    assert len(backup.kept(tmp_path / "backups")) == 1


def test_only_what_is_missing_is_done(url: str, plant: Callable[..., None]) -> None:
    plant(add_colour)
    open_store(url, NOW).close()
    plant(add_colour, make_meta_anew)
    store = open_store(url, NOW)
    assert state(store) == (VERSION + 2, True, True)
    store.close()


def test_a_new_store_needs_none(tmp_path: Path, plant: Callable[..., None]) -> None:
    open_store(f"sqlite:///{tmp_path}/new.db", NOW).close()
    assert not (tmp_path / "backups").exists()


@pytest.mark.parametrize(
    ("last", "error"), [(fail, ZeroDivisionError), (leave_orphans, StoreBroken)]
)
def test_one_that_fails_leaves_the_old_store(
    url: str,
    plant: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    last: Callable[[Db], None],
    error: type[Exception],
) -> None:
    plant(make_meta_anew, last)
    with pytest.raises(error):
        open_store(url, NOW)
    assert left_as_it_was(url, monkeypatch)


DIE = """
import os, sys
from datetime import UTC, datetime
from workflow.store import migrations, open_store
def die(db):
    db.exec_driver_sql("ALTER TABLE document ADD COLUMN colour TEXT")
    os.kill(os.getpid(), 9)
migrations.VERSION += 1
migrations.MIGRATIONS += (migrations.Migration(migrations.VERSION, "It dies.", die),)
open_store(sys.argv[1], datetime.now(UTC))
"""


def test_a_program_that_dies_in_the_middle_leaves_the_old_store(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = subprocess.run([sys.executable, "-c", DIE, url], check=False)
    assert done.returncode == -9
    assert left_as_it_was(url, monkeypatch)


def test_without_a_backup_nothing_is_done(
    url: str, plant: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(add_colour)
    monkeypatch.setattr(backup, "room", lambda *_: (0, False))
    with pytest.raises(StoreFull):
        open_store(url, NOW)
    assert left_as_it_was(url, monkeypatch)


def test_rules_hold_again_afterwards(url: str, plant: Callable[..., None]) -> None:
    from sqlalchemy.exc import IntegrityError

    plant(add_colour)
    store = open_store(url, NOW)
    with pytest.raises(IntegrityError, match="FOREIGN KEY"), store.writing() as db:
        leave_orphans(db)
    store.close()


def test_a_newer_store_is_refused(url: str, plant: Callable[..., None]) -> None:
    plant(add_colour)
    open_store(url, NOW).close()
    plant()
    with pytest.raises(NewerStore):
        open_store(url, NOW)


def test_a_gap_is_refused(
    url: str, plant: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(add_colour, make_meta_anew)
    without = (*MIGRATIONS, migrations.MIGRATIONS[-1])
    monkeypatch.setattr(migrations, "MIGRATIONS", without)
    said = f"no migration leads from version {VERSION} to {VERSION + 2}"
    with pytest.raises(StoreBroken, match=said):
        open_store(url, NOW)
    assert left_as_it_was(url, monkeypatch)
