"""Transactions: of one moment, all or nothing, and in plain words when they fail."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import insert, select

from tests.live import NOW
from workflow.errors import StoreBroken, StoreBusy, StoreFull
from workflow.store import Store, engine, open_store
from workflow.store.engine import close_all, connect, file_of, wrong_pragmas
from workflow.store.schema import meta


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    yield opened
    opened.close()


def put(store: Store, name: str, value: str = "") -> None:
    with store.writing() as db:
        db.execute(insert(meta), {"name": name, "value": value})


def names(store: Store) -> set[str]:
    with store.reading() as db:
        return set(db.execute(select(meta.c.name)).scalars()) - {"schema", "created", "store"}


def log_of(store: Store) -> Path:
    assert store.path
    return store.path.with_name(store.path.name + "-wal")


def test_who_reads_sees_one_moment(store: Store) -> None:
    with store.reading() as db:
        before = db.execute(select(meta)).all()
        put(store, "later")
        assert db.execute(select(meta)).all() == before
    assert names(store) == {"later"}


def test_an_error_undoes_all_of_it(store: Store) -> None:
    def fail() -> None:
        with store.writing() as db:
            db.execute(insert(meta), {"name": "a", "value": ""})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert names(store) == set()


def test_who_only_reads_cannot_write(store: Store) -> None:
    with pytest.raises(StoreBroken, match="readonly"), store.reading() as db:
        db.execute(insert(meta), {"name": "a", "value": ""})
    put(store, "b")
    assert names(store) == {"b"}


def test_who_writes_says_so_before_his_first_word(store: Store) -> None:
    foreign = sqlite3.connect(str(store.path), isolation_level=None, timeout=0)
    with store.writing(), pytest.raises(sqlite3.OperationalError, match="locked"):
        foreign.execute("BEGIN IMMEDIATE")
    foreign.close()


def test_many_threads_write_and_nobody_is_refused(store: Store) -> None:
    threads = [threading.Thread(target=put, args=(store, str(n))) for n in range(30)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert names(store) == {str(n) for n in range(30)}


def test_what_was_written_by_one_is_read_by_another(store: Store) -> None:
    other = connect(f"sqlite:///{store.path}")
    put(store, "a")
    put(other, "b")
    assert names(store) == names(other) == {"a", "b"}
    other.close()


# --- errors --------------------------------------------------------------------------------------


def test_a_full_disk_is_said_and_later_it_works(store: Store) -> None:
    with store.alone() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFull):
        put(store, "a", "x" * 100_000)
    with store.writing() as db:
        db.exec_driver_sql("PRAGMA max_page_count = 1000000")
    put(store, "b")
    assert names(store) == {"b"}


def test_a_damaged_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "store.db").write_bytes(b"this is no database at all" * 400)
    broken = connect(f"sqlite:///{tmp_path}/store.db")
    with pytest.raises(StoreBroken, match="not a database") as caught, broken.reading():
        pass
    assert "undersigned restore" in str(caught.value)
    broken.close()


def test_a_program_that_does_not_stand_in_line_is_waited_for_and_then_said(store: Store) -> None:
    foreign = sqlite3.connect(str(store.path), isolation_level=None)
    foreign.execute("BEGIN IMMEDIATE")
    with store.alone() as connection:
        connection.execute("PRAGMA busy_timeout = 20")
    with pytest.raises(StoreBusy):
        put(store, "a")
    foreign.execute("ROLLBACK")
    foreign.close()
    put(store, "b")
    assert names(store) == {"b"}


def test_too_many_readers_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "PATIENCE", 0.01)
    monkeypatch.setattr(engine, "_READERS", 1)
    few = connect(f"sqlite:///{tmp_path}/few.db")
    with few.reading(), few.reading(), pytest.raises(StoreBusy), few.reading():
        pass
    few.close()


def test_errors_of_the_queries_stay_as_they_are(store: Store) -> None:
    from sqlalchemy.exc import IntegrityError

    put(store, "a")
    with pytest.raises(IntegrityError):
        put(store, "a")


def test_what_fails_after_a_save_does_not_deny_it(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(mode: str) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(store, "_checkpoint", fail)
    monkeypatch.setattr(engine, "_LOG_BYTES", 0)
    put(store, "a")
    assert names(store) == {"a"}


# --- the log -------------------------------------------------------------------------------------


def test_the_log_is_brought_in_when_it_has_grown_and_not_at_each_save(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    checkpoint = store._checkpoint

    def count(mode: str) -> None:
        done.append(mode)
        checkpoint(mode)

    monkeypatch.setattr(store, "_checkpoint", count)
    put(store, "large", "x" * 6_000_000)
    assert done == ["PASSIVE"]
    for number in range(10):
        put(store, str(number))
    assert done == ["PASSIVE"]
    assert log_of(store).stat().st_size < engine._LOG_BYTES


def test_a_large_log_does_not_wait_for_those_who_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "_LOG_BYTES", 10)
    waits: list[int] = []
    with store.reading() as db:
        db.execute(select(meta)).all()
        came = time.monotonic()
        put(store, "a")
        waits.append(store.log_bytes)
    assert waits[0] > 0
    assert time.monotonic() - came < 5
    put(store, "b")
    assert store.log_bytes == 0
    assert wrong_pragmas(store) == []


def test_a_log_that_cannot_be_emptied_is_emptied_later(store: Store) -> None:
    with store.reading() as db:
        db.execute(select(meta)).all()
        put(store, "a")
        store.settle()
        put(store, "b")
        assert store.log_bytes > 0
    put(store, "c")
    assert store.log_bytes == 0
    put(store, "d")
    assert store.log_bytes > 0
    store.settle()
    assert store.log_bytes == 0


# --- another file in its place -------------------------------------------------------------------


def test_nothing_is_written_into_a_file_that_was_replaced(store: Store, tmp_path: Path) -> None:
    put(store, "a")
    assert store.path
    for each in tmp_path.glob("store.db*"):
        if each.suffix not in (".lock", ".open"):
            each.rename(tmp_path / f"old-{each.name}")
    store.path.touch()
    new = connect(f"sqlite:///{store.path}")
    with new.alone() as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
    put(new, "new")
    with pytest.raises(StoreBroken, match=r"replaced. Start the program again\."):
        put(store, "lost")
    with pytest.raises(StoreBroken, match="replaced"), store.alone():
        pass
    size = log_of(new).stat().st_size
    store.close()  # it must not take the other one's log away
    assert log_of(new).stat().st_size == size > 0
    assert names(new) == {"new"}
    new.close()


def test_nothing_is_written_into_a_file_that_is_gone(store: Store) -> None:
    assert store.path
    store.path.unlink()
    with pytest.raises(StoreBroken, match="gone"):
        put(store, "lost")


# --- opening and closing -------------------------------------------------------------------------


def test_whoever_closes_last_leaves_one_file(tmp_path: Path) -> None:
    stores = [open_store(f"sqlite:///{tmp_path}/store.db", NOW) for _ in range(2)]
    for number, each in enumerate(stores):
        put(each, str(number))
        assert log_of(each).exists()
    stores[0].close()
    assert log_of(stores[1]).exists()
    assert names(stores[1]) == {"0", "1"}
    stores[1].close()
    assert not log_of(stores[1]).exists()


def test_closing_does_not_wait_for_ever(store: Store) -> None:
    other = connect(f"sqlite:///{store.path}")
    with other.gate.turn():
        store.close(0.01)
    other.close()


def test_what_is_still_open_at_the_end_is_closed(tmp_path: Path) -> None:
    left = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    put(left, "a")
    close_all()
    assert not log_of(left).exists()


def test_a_program_that_ends_without_a_word_leaves_one_file(tmp_path: Path) -> None:
    code = """
import sys
from datetime import UTC, datetime
from workflow.store import open_store
from workflow.store.schema import meta
store = open_store(sys.argv[1], datetime.now(UTC))
with store.writing() as db:
    db.execute(meta.insert(), {"name": "a", "value": ""})
print(store.log_bytes)
"""
    command = [sys.executable, "-c", code, f"sqlite:///{tmp_path}/store.db"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert int(done.stdout) > 0
    assert not (tmp_path / "store.db-wal").exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
def test_a_forked_process_takes_connections_of_its_own(store: Store) -> None:
    put(store, "before")
    pool, is_well = store._engine.pool, False
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # that is what is tried here
        child = os.fork()
    if child == 0:
        try:
            put(store, "child")
            is_well = names(store) == {"before", "child"} and store._engine.pool is not pool
            store.close()
        finally:
            os._exit(0 if is_well else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    put(store, "after")
    assert names(store) == {"before", "child", "after"}


@pytest.mark.parametrize("name", ["a?b.db", "a%20b.db", "a#b & c.db", "ä b.db"])
def test_any_name_of_a_file_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    odd = open_store(f"sqlite:///{tmp_path / name}", NOW)
    put(odd, "a")
    odd.close()
    assert (tmp_path / name).is_file()
    assert odd.address == str(tmp_path / name)


def test_a_store_in_memory_is_refused() -> None:
    for url in ("sqlite://", "sqlite:///:memory:"):
        with pytest.raises(StoreBroken, match="memory"):
            connect(url)


def test_a_server_has_no_file() -> None:
    assert file_of("postgresql://somebody@localhost/letters") is None


def test_pragmas_are_read_back(store: Store) -> None:
    assert wrong_pragmas(store) == []
    with store.alone() as connection:
        connection.execute("PRAGMA synchronous = OFF")
    assert wrong_pragmas(store) == ["synchronous is 0, not 2"]


def test_all_of_one_moment_is_copied_while_others_write(store: Store) -> None:
    put(store, "a")
    target = sqlite3.connect(":memory:")
    with store.gate.turn():
        store.copy_to(target)  # it needs no turn
    assert ("a",) in target.execute("SELECT name FROM meta").fetchall()
    target.close()
