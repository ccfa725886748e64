"""Copies that are whole, private, and not too many."""

from __future__ import annotations

import sqlite3
import stat
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import insert, select

from tests.live import MINUTE, NOW
from workflow.errors import NotPossible, StoreBroken, StoreFull
from workflow.store import Store, backup, open_store
from workflow.store.backup import (
    BEFORE_SYNC,
    DAYS,
    EXCHANGES,
    HOURS,
    LONGEST,
    WEEKS,
    back_up,
    backups_beside,
    expired,
    free_name,
    kept,
    put_copy,
    rotate,
    thin_exchanges,
)
from workflow.store.inspection import looking_into, verify
from workflow.store.schema import meta

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    yield opened
    opened.close()


def put(store: Store, name: str) -> None:
    with store.writing() as db:
        db.execute(insert(meta), {"name": name, "value": "x" * 1000})


def names_in(path: Path) -> set[str]:
    with looking_into(path) as db:
        return set(db.execute(select(meta.c.name)).scalars())


def test_a_backup_holds_all_that_was_saved(store: Store, tmp_path: Path) -> None:
    put(store, "saved")
    assert store.log_bytes > 0  # it is in the log only
    made = back_up(store, backups_beside(tmp_path / "store.db"), NOW)
    assert made == tmp_path / "backups" / "store-20260314T093000Z.db"
    assert "saved" in names_in(made)
    assert verify(made) == ()


def test_it_is_one_private_file(store: Store, tmp_path: Path) -> None:
    made = back_up(store, tmp_path / "backups", NOW)
    assert [each.name for each in made.parent.iterdir()] == [made.name]
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700


def test_people_go_on_to_save_meanwhile(store: Store, tmp_path: Path) -> None:
    stop = threading.Event()
    saved: list[str] = []

    def save() -> None:
        while not stop.is_set():
            put(store, str(len(saved)))
            saved.append(str(len(saved)))

    thread = threading.Thread(target=save)
    thread.start()
    sure = []
    for number in range(5):
        before = set(saved)
        made = back_up(store, tmp_path / "backups", NOW + number * MINUTE)
        sure.append(before <= names_in(made) and verify(made) == ())
    stop.set()
    thread.join()
    assert all(sure)


def test_two_of_one_second_are_two(store: Store, tmp_path: Path) -> None:
    made = [back_up(store, tmp_path / "backups", NOW) for _ in range(3)]
    assert [each.name for each in made] == [
        "store-20260314T093000Z.db",
        "store-20260314T093000Z-2.db",
        "store-20260314T093000Z-3.db",
    ]
    assert len(kept(tmp_path / "backups")) == 3


def test_a_damaged_copy_gets_no_name(tmp_path: Path) -> None:
    def damaged(target: sqlite3.Connection) -> None:
        target.execute("CREATE TABLE meta (name TEXT, value TEXT)")

    with pytest.raises(StoreBroken, match="does not say of which version"):
        put_copy(damaged, tmp_path / "store-20260314T093000Z.db")
    assert list(tmp_path.iterdir()) == []


def test_a_copy_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    def breaks_off(target: sqlite3.Connection) -> None:
        target.execute("CREATE TABLE meta (name TEXT, value TEXT)")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        put_copy(breaks_off, tmp_path / "store-20260314T093000Z.db")
    assert list(tmp_path.iterdir()) == []


def test_a_backup_does_not_take_the_last_room(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []

    def room(_folder: Path, wanted: int) -> tuple[int, bool]:
        asked.append(wanted)
        return wanted, False

    monkeypatch.setattr(backup, "room", room)
    with pytest.raises(StoreFull):
        back_up(store, tmp_path / "backups", NOW)
    assert asked[0] >= (tmp_path / "store.db").stat().st_size
    assert kept(tmp_path / "backups") == ()


def test_a_disk_that_fills_up_is_said(tmp_path: Path) -> None:
    def fills_up(target: sqlite3.Connection) -> None:
        target.execute("PRAGMA max_page_count = 1")
        target.execute("CREATE TABLE meta (name TEXT, value TEXT)")

    with pytest.raises(StoreFull), backup.writing_to(tmp_path / "backups"):
        put_copy(fills_up, tmp_path / "backups" / "store-20260314T093000Z.db")


def test_a_folder_that_cannot_be_made_is_said(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreBroken, match=r"no copy can be put into backups"):
        back_up(store, tmp_path / "file" / "backups", NOW)


def test_a_server_has_its_own_way() -> None:
    server = Store(sa.create_engine("sqlite://"))
    with pytest.raises(NotPossible, match="pg_dump"):
        back_up(server, Path("backups"), NOW)


def test_what_a_killed_backup_left_is_swept_away(store: Store, tmp_path: Path) -> None:
    import os

    folder = tmp_path / "backups"
    folder.mkdir()
    for name, age in (("old", 2 * DAY), ("young", HOUR)):
        part = folder / f".store-{name}.db.part"
        part.write_bytes(b"members")
        moment = (NOW - age).timestamp()
        os.utime(part, (moment, moment))
    back_up(store, folder, NOW)
    assert [each.name for each in folder.glob(".*")] == [".store-young.db.part"]


# --- which there are -----------------------------------------------------------------------------


def touch(folder: Path, *names: str) -> None:
    folder.mkdir(exist_ok=True)
    for each in names:
        (folder / each).write_bytes(b"12345")


def test_copies_are_listed_by_age_and_other_files_are_not(tmp_path: Path) -> None:
    touch(
        tmp_path,
        "store-20260314T093000Z.db",
        "store-20260315T093000Z.db",
        "before-version-2-20260314T100000Z.db",
        "store-20269999T093000Z.db",
        "letter.db",
        ".store-20260316T093000Z.db.part",
    )
    found = kept(tmp_path)
    assert [(each.kind, each.at.day, each.at.hour) for each in found] == [
        ("store", 15, 9),
        ("before-version-2", 14, 10),
        ("store", 14, 9),
    ]
    assert {each.size for each in found} == {5}
    assert kept(tmp_path / "nothing") == ()


def test_names_are_in_utc(tmp_path: Path) -> None:
    from datetime import timezone

    there = datetime(2026, 3, 14, 1, 30, tzinfo=timezone(timedelta(hours=5)))
    assert free_name(tmp_path, "store", there).name == "store-20260313T203000Z.db"


# --- how many are kept ---------------------------------------------------------------------------


def test_after_a_hundred_days_of_hours_the_right_ones_are_there() -> None:
    there: set[datetime] = set()
    now = NOW
    for _ in range(100 * 24):
        there.add(now)
        there -= expired(there, now)
        now += HOUR
    last = now - HOUR
    newest_first = sorted(there, reverse=True)
    assert newest_first[:HOURS] == [last - number * HOUR for number in range(HOURS)]
    days = {each.date() for each in there}
    assert {(last - number * DAY).date() for number in range(DAYS)} <= days
    weeks = {each.isocalendar()[:2] for each in there}
    assert {(last - number * 7 * DAY).isocalendar()[:2] for number in range(WEEKS)} <= weeks
    assert min(there) >= last - LONGEST
    assert len(there) <= HOURS + DAYS + WEEKS


def test_one_a_year_is_still_kept() -> None:
    old = NOW - 365 * DAY
    assert expired([old], NOW) == frozenset()
    assert expired([old, NOW], NOW) == {old}


MOMENTS = st.lists(
    st.integers(0, 100 * 24 * 60).map(lambda minutes: NOW - minutes * MINUTE), max_size=80
)


@given(MOMENTS)
def test_laws_of_keeping(moments: list[datetime]) -> None:
    there = frozenset(moments)
    gone = expired(moments, NOW)
    assert gone <= there
    left = there - gone
    assert expired(left, NOW) == frozenset(), "once is enough"
    assert len(left) <= HOURS + DAYS + WEEKS
    assert not there or max(there) in left
    assert all(each >= NOW - LONGEST for each in left - {max(there, default=NOW)})
    young = {each for each in there if each > NOW - HOURS * HOUR}
    for each in young:
        hour = each.replace(minute=0)
        assert any(other.replace(minute=0) == hour for other in left)


def test_files_are_removed_with_what_lies_beside_them(tmp_path: Path) -> None:
    old, young = NOW - LONGEST - DAY, NOW - DAY
    names = []
    for moment in (old, young):
        for kind in ("store", "before-restore", "broken"):
            name = free_name(tmp_path, kind, moment).name
            touch(tmp_path, name)
            names.append(name)
    touch(tmp_path, names[2] + "-wal", "letter.db", names[5] + "-wal")
    removed = rotate(tmp_path, NOW)
    assert {each.name for each in removed} == set(names[:3])
    left = {each.name for each in tmp_path.iterdir()}
    assert left == {*names[3:], "letter.db", names[5] + "-wal"}


def test_copies_from_before_exchanges_are_thinned_by_count(tmp_path: Path) -> None:
    moments = [NOW - number * MINUTE for number in range(EXCHANGES + 5)]
    moments += [NOW - LONGEST - DAY]
    for moment in moments:
        touch(tmp_path, free_name(tmp_path, BEFORE_SYNC, moment).name)
    touch(tmp_path, free_name(tmp_path, "store", NOW - HOUR).name)
    removed = rotate(tmp_path, NOW)
    left = [each.at for each in kept(tmp_path) if each.kind == BEFORE_SYNC]
    assert left == moments[:EXCHANGES]
    assert len(removed) == len(moments) - EXCHANGES


def test_an_exchange_thins_its_own_copies_only(tmp_path: Path) -> None:
    for number in range(EXCHANGES + 1):
        touch(tmp_path, free_name(tmp_path, BEFORE_SYNC, NOW - LONGEST - number * HOUR).name)
        touch(tmp_path, free_name(tmp_path, "store", NOW - number * MINUTE).name)
    removed = thin_exchanges(tmp_path, NOW)
    assert len(removed) == EXCHANGES
    kinds = [each.kind for each in kept(tmp_path)]
    assert (kinds.count(BEFORE_SYNC), kinds.count("store")) == (1, EXCHANGES + 1)


def test_what_is_set_aside_is_not_thinned_out(tmp_path: Path) -> None:
    for number in range(50):
        touch(tmp_path, free_name(tmp_path, "before-restore", NOW - number * MINUTE).name)
        touch(tmp_path, free_name(tmp_path, "store", NOW - number * MINUTE).name)
    rotate(tmp_path, datetime(2026, 3, 14, 10, tzinfo=UTC))
    kinds = [each.kind for each in kept(tmp_path)]
    assert kinds.count("before-restore") == 50
    assert kinds.count("store") == 2  # of nine o'clock, and of eight
