"""A chain of acts in which no link can be changed unseen."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.live import MINUTE, NOW
from workflow.store import Db, Store, audit, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    with opened.writing() as db:
        audit.record(db, NOW, "ana", "translation.save", "unit:1:fr", "1")
        done = [("unit:2:fr", "1"), ("unit:3:fr", "1")]
        audit.record_many(db, NOW + MINUTE, "bo", "review.approve", done)
        audit.record_many(db, NOW + MINUTE, "bo", "review.approve", [])
    yield opened
    opened.close()


def tamper(store: Store, statement: str) -> None:
    """Do what somebody with the file in his hands can do."""
    with store.writing() as db:
        for action in ("update", "delete"):
            db.exec_driver_sql(f"DROP TRIGGER audit_no_{action}")
        db.exec_driver_sql(statement)


def broken(store: Store) -> list[int]:
    with store.reading() as db:
        return audit.broken_links(db)


def test_acts_are_kept_in_order(store: Store) -> None:
    with store.reading() as db:
        found = list(audit.acts(db))
    assert [(each.n, each.actor, each.target) for each in found] == [
        (1, "ana", "unit:1:fr"),
        (2, "bo", "unit:2:fr"),
        (3, "bo", "unit:3:fr"),
    ]
    assert found[0].previous == ""
    assert [each.previous for each in found[1:]] == [each.hash for each in found[:-1]]
    assert broken(store) == []


def test_the_second_is_nobodys_business(store: Store) -> None:
    with store.writing() as db:
        audit.record(db, NOW + timedelta(seconds=42.5), "ana", "translation.save", "unit:1:fr")
    with store.reading() as db:
        assert [*audit.acts(db)][-1].at == NOW
    assert broken(store) == []


@pytest.mark.parametrize("column", ["actor", "action", "target", "detail", "previous", "hash"])
def test_a_changed_field_is_found(store: Store, column: str) -> None:
    tamper(store, f"UPDATE audit SET {column} = 'x' WHERE n = 2")
    assert 2 in broken(store)


def test_a_changed_moment_is_found(store: Store) -> None:
    tamper(store, "UPDATE audit SET at = '2026-03-14T10:00:00.000000Z' WHERE n = 1")
    assert broken(store) == [1]


def test_an_act_that_was_taken_out_is_found(store: Store) -> None:
    tamper(store, "DELETE FROM audit WHERE n = 2")
    assert broken(store) == [3]


def test_acts_that_changed_places_are_found(store: Store) -> None:
    tamper(store, "UPDATE audit SET n = CASE n WHEN 2 THEN 30 ELSE n END")
    assert broken(store) != []


def test_an_act_is_undone_with_what_it_tells_of(store: Store) -> None:
    def fail(db: Db) -> None:
        audit.record(db, NOW, "ana", "translation.save", "unit:4:fr")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), store.writing() as db:
        fail(db)
    with store.reading() as db:
        assert len(list(audit.acts(db))) == 3
