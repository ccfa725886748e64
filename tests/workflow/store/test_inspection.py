"""What is not whole is found, whatever it is; and looking changes nothing."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from workflow.access import Role
from workflow.model import State
from workflow.review import Act
from workflow.store import audit
from workflow.store.backup import back_up
from workflow.store.inspection import damage, facts_of, looking_into, newest_act, verify
from workflow.store.schema import VERSION
from workflow.store.translations import Written, add_revision


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a backup with histories and acts in it."""
    with live(tmp_path) as workspace:
        ana = person(workspace, "ana", Role.TRANSLATOR)
        _, made = put_document(workspace, ["Peace.", "Bread.", "Land."])
        with workspace.store.writing() as db:
            for unit in made:
                for version in (1, 2, 3):
                    new = Written(
                        unit, "fr", version, f"{version}", State.TRANSLATED, Act.SAVE, ana, ana,
                        "digest", NOW,
                    )  # fmt: skip
                    add_revision(db, new)
                    audit.record(db, NOW, ana, "translation.save", f"unit:{unit}:fr", "1")
        return back_up(workspace.store, tmp_path / "backups", NOW)


def change(path: Path, *statements: str) -> None:
    """Do what a defect of the program, or somebody with the file in his hands, can do."""
    connection = sqlite3.connect(path, isolation_level=None)
    triggers = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f"DROP TRIGGER {name}")
    for each in statements:
        connection.execute(each)
    connection.close()


def test_what_is_whole_is_left_as_it_is(copy: Path) -> None:
    before = copy.read_bytes()
    assert verify(copy) == ()
    assert damage(copy) == ()
    assert copy.read_bytes() == before
    assert [each.name for each in copy.parent.iterdir()] == [copy.name]


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE translation SET text = 'x' WHERE rowid = 1", "not their newest revision: 1."),
        ("UPDATE translation SET state = 3 WHERE rowid < 3", "not their newest revision: 2."),
        ("UPDATE translation SET author = 'x' WHERE rowid = 1", "not their newest revision: 1."),
        ("UPDATE translation SET version = 4 WHERE rowid = 1", "not their newest revision: 1."),
        ("DELETE FROM revision WHERE version = 3", "not their newest revision: 3."),
        ("DELETE FROM revision WHERE version = 2", "Histories with gaps: 3."),
        ("DELETE FROM revision WHERE version = 1", "Histories with gaps: 3."),
        ("DELETE FROM translation WHERE rowid = 2", "Histories whose end is not shown: 1."),
        ("UPDATE translation SET version = 2, text = '2'", "Histories whose end is not shown: 3."),
        ("UPDATE revision SET text = 'x' WHERE version = 1", "The digests of 3 revisions"),
        ("UPDATE audit SET actor = 'x' WHERE n = 4", "Acts were changed .*: 4."),
        ("DELETE FROM audit WHERE n = 4", "Acts were changed .*: 5."),
        ("DELETE FROM meta WHERE name = 'schema'", "does not say of which version"),
        ("DELETE FROM unit WHERE number = 1", "names a row of unit that is not there"),
        ("DROP TABLE audit", "It cannot be read: no such table: audit"),
        ("DROP TABLE meta", "It is no store"),
    ],
)
def test_what_was_changed_is_found(copy: Path, statement: str, said: str) -> None:
    change(copy, statement)
    found = verify(copy)
    assert found
    import re

    assert any(re.search(said, each) for each in found), found
    assert all(each.endswith(".") for each in found)


def test_a_torn_page_is_found(copy: Path) -> None:
    page = 4096
    with copy.open("r+b") as file:
        size = file.seek(0, os.SEEK_END)
        for number in range(2, size // page, 3):
            file.seek(number * page)
            file.write(os.urandom(page))
    assert damage(copy) != ()


def test_a_file_that_was_cut_off_is_found(copy: Path) -> None:
    os.truncate(copy, copy.stat().st_size // 2)
    assert damage(copy) != ()


@pytest.mark.parametrize("data", [b"", b"SQLite", b"a letter to everybody " * 500])
def test_what_is_no_store_is_found(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(data)
    assert len(verify(path)) == 1
    assert facts_of(path) == {}
    assert verify(tmp_path / "nothing.db") == ("There is no such file.",)
    assert verify(tmp_path) == ("There is no such file.",)


def test_a_file_for_reading_only_is_looked_at(copy: Path) -> None:
    copy.chmod(0o400)
    copy.parent.chmod(0o500)
    try:
        assert verify(copy) == ()
        assert facts_of(copy)["schema"] == str(VERSION)
    finally:
        copy.parent.chmod(0o700)


def test_a_name_with_signs_is_taken_as_it_is(copy: Path) -> None:
    odd = copy.rename(copy.with_name("a?b#c%20 d.db"))
    assert verify(odd) == ()


def test_a_store_in_use_is_looked_at_with_its_log(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        person(workspace, "ana")
        assert workspace.store.path
        assert workspace.store.log_bytes > 0
        assert verify(workspace.store.path) == ()
        with looking_into(workspace.store.path) as db:
            found = db.exec_driver_sql("SELECT name FROM member WHERE name = 'ana'").all()
        assert found == [("ana",)]


def test_the_newest_act_is_known(copy: Path, tmp_path: Path) -> None:
    with looking_into(copy) as db:
        assert newest_act(db) == NOW
    change(copy, "DELETE FROM audit")
    with looking_into(copy) as db:
        assert newest_act(db) is None
