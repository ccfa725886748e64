"""Backups are made, listed, restored; live work is never replaced without a word."""

import json
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.workspaces import FRENCH, make_workspace, po, put

STORE = Path(".undersigned/store.db")
BACKUPS = Path(".undersigned/backups")


@pytest.fixture(autouse=True)
def workspace(undersigned: Undersigned) -> None:
    """Stand in a workspace whose letter is finished in French."""
    make_workspace(Path(), 'source_locale = "en"\nlanguages = ["fr"]\n')
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po())
    assert undersigned("sync").status == 0


def lose() -> None:
    """Delete the live work."""
    for path in STORE.parent.glob("store.db*"):
        path.unlink()


def translated(undersigned: Undersigned) -> int:
    [row] = json.loads(undersigned("status", "--json").out)["progress"]
    return int(row["translated"])


def test_a_backup_is_made_and_listed(undersigned: Undersigned) -> None:
    made = undersigned("backup")
    name = made.out.strip()
    assert made.status == 0
    assert (BACKUPS / name).is_file()
    assert "bytes, in .undersigned/backups" in made.err
    assert name in undersigned("backup", "--list").out
    rows = json.loads(undersigned("backup", "--list", "--json").out)
    assert [(row["name"], row["kind"]) for row in rows] == [(name, "store")]
    assert rows[0]["size"] == (BACKUPS / name).stat().st_size
    assert json.loads(undersigned("backup", "--json").out)["problems"] == []


def test_what_was_before_a_sync_is_listed_and_kept(undersigned: Undersigned) -> None:
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po({**FRENCH, "Open letter": "Une lettre"}))
    assert undersigned("sync").status == 0
    undersigned("backup")
    rows = json.loads(undersigned("backup", "--list", "--json").out)
    assert {row["kind"] for row in rows} == {"store", "before-sync"}
    [before] = [row["name"] for row in rows if row["kind"] == "before-sync"]
    assert before in undersigned("backup", "--list").out
    assert undersigned("restore", before, "--yes").status == 0


def test_no_backup_yet(undersigned: Undersigned) -> None:
    assert undersigned("backup", "--list") == Ran(
        0, "", "there is no backup yet. Make one: undersigned backup\n"
    )
    assert json.loads(undersigned("backup", "--list", "--json").out) == []
    ran = undersigned("restore", "--yes")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert "there is no backup in .undersigned/backups" in ran.err


def test_lost_work_comes_back(undersigned: Undersigned) -> None:
    name = undersigned("backup").out.strip()
    lose()
    for path in Path("locales").rglob("*.po"):
        path.unlink()
    ran = undersigned("restore")
    assert (ran.status, ran.out) == (0, f"{name}\n")
    assert "Everybody has to come in again" in ran.err
    assert "kept:" not in ran.err
    assert translated(undersigned) == len(FRENCH)


def test_live_work_is_replaced_only_after_a_yes(undersigned: Undersigned) -> None:
    name = undersigned("backup").out.strip()
    put(Path("sources/other.txt"), "Other\n")
    undersigned("sync")
    before = STORE.read_bytes()
    asked = undersigned("restore")
    assert (asked.status, asked.out, asked.err.count("\n")) == (2, "", 1)
    assert name in asked.err
    assert "--yes does it" in asked.err
    assert STORE.read_bytes() == before
    done = undersigned("restore", "--yes")
    aside = done.err.partition("what was there is kept: ")[2].splitlines()[0]
    assert (done.status, (BACKUPS / aside).is_file()) == (0, True)
    documents = json.loads(undersigned("status", "--json").out)["progress"]
    assert [row["document"] for row in documents] == ["letter"]
    back = undersigned("restore", aside, "--yes")
    assert (back.status, back.out) == (0, f"{aside}\n")
    documents = json.loads(undersigned("status", "--json").out)["progress"]
    assert [row["document"] for row in documents] == ["letter", "other"]


def test_what_was_there_before_a_restore_is_not_the_newest(undersigned: Undersigned) -> None:
    name = undersigned("backup").out.strip()
    undersigned("restore", "--yes")
    assert undersigned("restore", "--yes").out.strip() == name


def test_a_file_from_elsewhere(undersigned: Undersigned) -> None:
    name = undersigned("backup").out.strip()
    kept = put(Path("safe/copy.db"), (BACKUPS / name).read_bytes())
    lose()
    (BACKUPS / name).unlink()
    assert undersigned("restore", str(kept)).status == 0
    assert translated(undersigned) == len(FRENCH)


def test_another_folder(undersigned: Undersigned) -> None:
    make_workspace(Path("net"))
    name = undersigned("backup", "net").out.strip()
    assert (Path("net") / BACKUPS / name).is_file()
    ran = undersigned("restore", "-C", "net", "--yes")
    assert (ran.status, ran.out) == (0, f"{name}\n")
    assert ran.err.endswith("undersigned sync net\n")


def test_a_damaged_store_is_one_line_and_can_be_restored(undersigned: Undersigned) -> None:
    undersigned("backup")
    lose()
    STORE.write_bytes(b"This is no database, and it is long enough to be looked at." * 100)
    for command in ("status", "sync", "people", "backup"):
        ran = undersigned(command)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1), ran
    ran = undersigned("restore", "--yes")
    assert ran.status == 0
    assert "undersigned people link" in ran.err
    assert translated(undersigned) == len(FRENCH)


def test_a_damaged_backup_is_refused(undersigned: Undersigned) -> None:
    name = undersigned("backup").out.strip()
    (BACKUPS / name).write_bytes(b"no database")
    before = STORE.read_bytes()
    ran = undersigned("restore", "--yes")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert STORE.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ["restore", "store-1.db", "--yes"],
        ["restore", "x"],
        ["restore", "-C", "nowhere"],
        ["backup", "x"],
    ],
)
def test_wrong_use_is_one_line(undersigned: Undersigned, arguments: list[str]) -> None:
    ran = undersigned(*arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
