"""Commands for a whole workspace: how far it is, and the main job before your eyes."""

import json
import shutil
from pathlib import Path

from tests.cases import ROOT
from tests.commands import Ran, Undersigned
from tests.exchanging import TITLE, save
from tests.live import person
from tests.workspaces import FRENCH, LETTER, po, put, tree
from workflow.access import Role
from workflow.services.workspace import open_workspace

FUZZY = ["Dear friends,"]


def test_status(undersigned: Undersigned) -> None:
    put(Path("sources/letter.txt"), LETTER)
    put(Path("workspace.toml"), 'source_locale = "en"\nlanguages = ["fr"]\n')
    undersigned("sync")
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po(fuzzy=FUZZY))
    behind = undersigned("status")
    assert behind.status == 1
    assert behind.err == (
        "locales/fr/LC_MESSAGES/letter.po: it differs from the store. Run: undersigned sync\n"
    )
    undersigned("sync")
    ran = undersigned("status", "--json")
    assert (ran.status, ran.err) == (0, "")
    said = json.loads(ran.out)
    assert said["findings"] == []
    (row,) = said["progress"]
    assert {name: row[name] for name in ("document", "locale", "units", "needs_work")} == {
        "document": "letter",
        "locale": "fr",
        "units": 3,
        "needs_work": 1,
    }
    assert (row["translated"], row["reviewed"], row["words"], row["percent"]) == (2, 0, 11, 81.8)
    assert row["deadline"] is None
    table = [line.split() for line in undersigned("status").out.splitlines()]
    assert table[1:] == [["letter", "fr", "3", "0", "1", "2", "0", "11", "81"]]


def test_a_folder_without_a_store_is_read_first(undersigned: Undersigned) -> None:
    put(Path("sources/letter.txt"), LETTER)
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po(FRENCH, source_locale="en"))
    ran = undersigned("status")
    assert ran.out.splitlines()[1].split() == ["letter", "fr", "3", "0", "0", "3", "0", "11", "100"]
    assert "letter: a new document" in ran.err


def test_check(undersigned: Undersigned) -> None:
    put(Path("sources/letter.txt"), LETTER)
    broken = {**FRENCH, "Dear friends,": "Chers  amis,", "Open letter": "Voir www.example.org"}
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po(broken, source_locale="en"))
    put(Path("locales/ar/LC_MESSAGES/letter.po"), po({}, locale="ar", source_locale="en"))
    undersigned("sync")
    ran = undersigned("check")
    assert ran.status == 1
    error, warning = ran.out.splitlines()
    assert error.startswith("letter:1 in fr (Open letter): error: the address www.example.org")
    assert warning.startswith("letter:3 in fr (Dear friends,): warning: ")
    assert ran.err == "errors: 1, warnings: 1\n"
    said = json.loads(undersigned("check", "letter", "--locale", "fr", "--json").out)
    assert [each["severity"] for each in said] == ["error", "warning"]
    assert undersigned("check", "--locale", "ar") == Ran(0, "", "errors: 0, warnings: 0\n")
    refused = undersigned("check", "lettre")
    assert (refused.status, refused.out) == (2, "")
    assert "no document called 'lettre'. Did you mean 'letter'?" in refused.err


def test_demo_leaves_the_sample_alone(undersigned: Undersigned) -> None:
    shutil.copytree(ROOT / "sources", "sample/sources")
    shutil.copytree(ROOT / "locales", "sample/locales")
    shutil.copy(ROOT / "workspace.toml", "sample/workspace.toml")
    before = tree(Path())
    ran = undersigned("demo", "--sample", "sample", "--into", "made")
    assert ran.status == 0
    assert {name: content for name, content in tree(Path()).items() if name in before} == before
    pages = sorted(str(path) for path in Path("made/statements").glob("*/rivers.html"))
    assert "made/statements/ar/rivers.html" in pages
    assert "made/statements/en-XA/rivers.html" in pages


def test_demo_of_a_file(undersigned: Undersigned) -> None:
    put(Path("Our Letter.txt"), LETTER)
    ran = undersigned("demo", "Our Letter.txt", "--locale", "en", "--languages", "fr, ar")
    assert (ran.status, ran.err) == (0, "")
    folder = Path(ran.out.rsplit("Everything is in ", 1)[1].splitlines()[0])
    try:
        made = sorted(path.name for path in (folder / "statements").iterdir())
        assert made == ["ar", "ar-XB", "en", "en-XA", "fr"]
    finally:
        shutil.rmtree(folder)


def test_demo_wants_an_empty_folder(undersigned: Undersigned) -> None:
    put(Path("made/mine.txt"), "precious")
    put(Path("letter.txt"), LETTER)
    before = tree(Path())
    ran = undersigned("demo", "letter.txt", "--locale", "en", "--into", "made")
    assert (ran.status, ran.err) == (
        2,
        "undersigned: made: this is not an empty folder. Choose a new one.\n",
    )
    assert tree(Path()) == before


# --- suggestions ---------------------------------------------------------------------------------


def test_suggestions_that_wait_are_told_and_are_no_finding(undersigned: Undersigned) -> None:
    put(Path("sources/letter.txt"), LETTER)
    put(Path("workspace.toml"), 'source_locale = "en"\nlanguages = ["fr"]\n')
    undersigned("sync")
    with open_workspace(".") as workspace:
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po({**FRENCH, TITLE: "Une lettre"}))
    assert "both sides changed" in undersigned("sync").err
    assert undersigned("sync").status == 0
    ran = undersigned("status")
    assert (ran.status, ran.err) == (0, "letter in fr: suggestions that wait: 1\n")
    said = json.loads(undersigned("status", "--json").out)
    assert said["suggestions"] == [{"document": "letter", "locale": "fr", "open": 1}]
    assert said["findings"] == []
