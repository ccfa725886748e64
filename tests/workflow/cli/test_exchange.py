"""`sync`: what was written on stdout, what was found on stderr, 1 when it waits for a person."""

import json
import shutil
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.workspaces import FRENCH, LETTER, make_workspace, po, put

PO = Path("locales/fr/LC_MESSAGES/letter.po")


@pytest.fixture(autouse=True)
def workspace(undersigned: Undersigned) -> None:
    """Stand in a workspace with one letter, for French."""
    make_workspace(Path(), 'source_locale = "en"\nlanguages = ["fr"]\n')


def test_catalogs_are_written_once(undersigned: Undersigned) -> None:
    ran = undersigned("sync")
    assert ran.status == 0
    assert ran.out.split() == ["locales/templates/letter.pot", str(PO)]
    assert "letter: a new document" in ran.err
    assert undersigned("sync") == Ran(0, "", "everything is up to date\n")


def test_what_was_translated_is_taken_in(undersigned: Undersigned) -> None:
    undersigned("sync")
    put(PO, po())
    ran = undersigned("sync")
    assert ran.status == 0
    assert f"{PO}: texts taken: 3" in ran.err
    rows = json.loads(undersigned("status", "--json").out)["progress"]
    assert [row["translated"] for row in rows] == [3]


def test_another_folder(undersigned: Undersigned) -> None:
    make_workspace(Path("net"), 'source_locale = "en"\nlanguages = ["ar"]\n')
    ran = undersigned("sync", "net")
    assert ran.out.split()[1] == "locales/ar/LC_MESSAGES/letter.po"
    assert not Path("locales").exists()


def test_what_waits_for_a_person_is_1(undersigned: Undersigned) -> None:
    undersigned("sync")
    put(Path("sources/letter.txt"), LETTER.replace("stays", "remains"))
    ran = undersigned("sync")
    assert ran.status == 1
    assert "its source differs from the released text" in ran.err
    assert undersigned("sync", "--json").status == 1


def test_what_belongs_to_nothing_is_1_as_in_status(undersigned: Undersigned) -> None:
    undersigned("sync")
    Path("sources/letter.txt").unlink()
    Path("sources").rmdir()
    shutil.rmtree(".undersigned")
    ran = undersigned("sync")
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.count("there is no document 'letter' in sources/") == 2
    assert ran.err == undersigned("status").err
    said = json.loads(undersigned("sync", "--json").out)
    assert (said["clean"], len(said["strays"])) == (False, 2)


def test_a_proposal_that_waits_is_1_as_in_status(undersigned: Undersigned) -> None:
    undersigned("sync")
    put(Path("new.txt"), LETTER.replace("stays", "remains"))
    undersigned("revise", "letter", "new.txt")
    ran = undersigned("sync")
    assert (ran.status, ran.err) == (1, undersigned("status").err)
    assert "revision 2 waits to be released" in ran.err
    said = json.loads(undersigned("sync", "--json").out)
    assert (said["clean"], said["waiting"]) == (False, ["letter"])


def test_a_catalog_that_cannot_be_read_is_1_and_left_alone(undersigned: Undersigned) -> None:
    undersigned("sync")
    put(PO, b"<<<<<<< HEAD\n")
    ran = undersigned("sync")
    assert (ran.status, ran.out) == (1, "")
    assert f"{PO}:1: " in ran.err
    assert PO.read_bytes() == b"<<<<<<< HEAD\n"


def test_a_catalog_that_lost_much_is_believed_only_when_confirmed(
    undersigned: Undersigned,
) -> None:
    texts = {f"Paragraph number {number}.": f"Alinéa {number}." for number in range(20)}
    put(Path("sources/letter.txt"), "\n\n".join(texts))
    put(PO, po(texts))
    undersigned("sync")
    put(PO, po({source: f"{target} Bis" for source, target in texts.items()}))
    guarded = undersigned("sync")
    assert (guarded.status, "are others than before" in guarded.err) == (1, True)
    assert undersigned("sync", "--confirm").status == 0
    rows = json.loads(undersigned("activity", "--locale", "fr", "--json").out)
    assert [row["version"] for row in rows[:20]] == [2] * 20


def test_reviews_are_trusted_only_when_told_so(undersigned: Undersigned) -> None:
    marked = po().replace('\nmsgid "Open', '\n#, reviewed\nmsgid "Open')
    assert "reviewed" in marked
    for arguments, wanted in (([], 0), (["--trust-reviews"], 1)):
        folder = make_workspace(Path(f"net{wanted}"), 'source_locale = "en"\nlanguages = ["fr"]\n')
        put(folder / PO, marked)
        assert undersigned("sync", str(folder), *arguments).status == 0
        rows = json.loads(undersigned("status", str(folder), "--json").out)["progress"]
        assert [row["reviewed"] for row in rows] == [wanted]


def test_the_report_as_data(undersigned: Undersigned) -> None:
    put(PO, po())
    ran = undersigned("sync", "--json")
    data = json.loads(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert (data["clean"], data["added"]) == (True, ["letter"])
    [catalog] = data["catalogs"]
    assert (catalog["path"], catalog["taken"]) == (str(PO), len(FRENCH))


@pytest.mark.parametrize("folder", ["nowhere", "sources", "workspace.toml"])
def test_no_workspace_is_one_line(undersigned: Undersigned, folder: str) -> None:
    ran = undersigned("sync", folder)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
