"""A store is made, found again, and looked at where there is reason to."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from tests.live import NOW
from workflow.errors import NewerStore, StoreBroken
from workflow.store import Store, open_store, startup
from workflow.store.schema import VERSION, meta
from workflow.store.startup import is_affected


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/store.db"


def facts(store: Store) -> dict[str, str]:
    with store.reading() as db:
        return {row.name: row.value for row in db.execute(select(meta))}


def test_it_is_made_once_and_found_again(url: str) -> None:
    store = open_store(url, NOW)
    made = facts(store)
    store.close()
    assert made["schema"] == str(VERSION)
    assert made["created"] == NOW.isoformat()
    again = open_store(url, NOW)
    assert facts(again) == made
    again.close()


def test_many_who_make_it_at_once_make_one(url: str) -> None:
    made: list[dict[str, str]] = []

    def make() -> None:
        store = open_store(url, NOW)
        made.append(facts(store))
        store.close()

    threads = [threading.Thread(target=make) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 8
    assert all(each == made[0] for each in made)


def test_a_newer_store_is_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    store = open_store(url, NOW)
    with store.writing() as db:
        db.execute(update(meta).where(meta.c.name == "schema").values(value=str(VERSION + 1)))
    store.close()
    before = (tmp_path / "store.db").read_bytes()
    with pytest.raises(NewerStore) as caught:
        open_store(url, NOW)
    assert (caught.value.found, caught.value.known) == (VERSION + 1, VERSION)
    assert (tmp_path / "store.db").read_bytes() == before
    assert not (tmp_path / "backups").exists()


def test_a_store_that_does_not_say_its_version_is_refused(url: str) -> None:
    store = open_store(url, NOW)
    with store.writing() as db:
        db.execute(update(meta).where(meta.c.name == "schema").values(value="one"))
    store.close()
    with pytest.raises(StoreBroken, match="of which version"):
        open_store(url, NOW)


def test_what_is_no_database_is_refused_and_left_alone(url: str, tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"a letter to everybody, " * 100)
    with pytest.raises(StoreBroken, match="not a database"):
        open_store(url, NOW)
    assert (tmp_path / "store.db").read_bytes() == b"a letter to everybody, " * 100


def test_a_folder_that_cannot_be_used_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreBroken, match=r"cannot be made"):
        open_store(f"sqlite:///{tmp_path}/file/store.db", NOW)


# --- the quick look ------------------------------------------------------------------------------


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[Store]:
    """Give the stores that were looked at."""
    done: list[Store] = []
    look = startup.check_quickly

    def count(store: Store) -> None:
        done.append(store)
        look(store)

    monkeypatch.setattr(startup, "check_quickly", count)
    return done


DIE = """
import os, sys
from datetime import UTC, datetime
from workflow.store import open_store
from workflow.store.schema import meta
store = open_store(sys.argv[1], datetime.now(UTC))
with store.writing() as db:
    db.execute(meta.insert(), {"name": "saved", "value": ""})
os.kill(os.getpid(), 9)
"""


def test_it_is_looked_at_after_a_program_died(url: str, looks: list[Store]) -> None:
    done = subprocess.run([sys.executable, "-c", DIE, url], check=False)
    assert done.returncode == -9
    store = open_store(url, NOW)
    assert looks == [store]
    assert "saved" in facts(store)
    store.close()


def test_it_is_not_looked_at_after_a_proper_end(url: str, looks: list[Store]) -> None:
    for _ in range(3):
        open_store(url, NOW).close()
    assert looks == []


def test_it_is_not_looked_at_while_others_have_it_open(url: str, looks: list[Store]) -> None:
    first = open_store(url, NOW)
    with first.writing() as db:
        db.execute(insert(meta), {"name": "saved", "value": ""})
    assert first.log_bytes > 0
    second = open_store(url, NOW)
    assert looks == []
    second.close()
    first.close()


def test_it_is_looked_at_when_asked(url: str, looks: list[Store]) -> None:
    store = open_store(url, NOW, check=True)
    assert looks == [store]
    store.close()


def test_a_torn_page_is_found(url: str, tmp_path: Path) -> None:
    store = open_store(url, NOW)
    with store.writing() as db:
        rows = [{"name": f"{number:09}", "value": "x" * 100} for number in range(5000)]
        db.execute(insert(meta), rows)
    store.close()
    with (tmp_path / "store.db").open("r+b") as file:
        file.seek(file.seek(0, os.SEEK_END) - 3 * 4096)
        file.write(os.urandom(4096))
    with pytest.raises(StoreBroken, match="undersigned restore"):
        open_store(url, NOW, check=True)


# --- SQLite --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "affected"),
    [
        ((3, 6, 23), False),
        ((3, 7, 0), True),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 45, 0), True),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 52, 0), False),
        ((4, 0, 0), False),
    ],
)
def test_versions_that_lose_commits_are_known(version: tuple[int, ...], *, affected: bool) -> None:
    assert is_affected(version) is affected
