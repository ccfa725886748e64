"""Documents are added without a question; what was understood is said."""

import json
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.workspaces import LETTER, make_workspace, put, tree

ADDED = "letter: in 'en' (told by workspace.toml), 3 texts, 11 words\n"


def lone(ran: Ran) -> str:
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1), ran
    return ran.err


def test_a_file_is_all_that_is_needed(desk: Undersigned) -> None:
    ran = desk("add", "in/letter.txt")
    assert (ran.status, ran.out) == (0, ADDED)
    assert ran.err.splitlines() == [
        "to be translated into: fr, ar",
        "next, to write the catalogs: undersigned sync",
        "then, to let a translator in: undersigned invite translator",
    ]
    assert Path("sources/letter.txt").read_text() == LETTER
    assert Path("workspace.toml").read_text().count("\n") == 2
    rows = json.loads(desk("status", "--json").out)["progress"]
    assert [(row["locale"], row["units"]) for row in rows] == [("fr", 3), ("ar", 3)]


def test_what_is_said_goes_into_the_settings(desk: Undersigned) -> None:
    ran = desk(
        "add", "in/letter.txt", "--name", "appeal", "--title", "An appeal", "--locale", "DE",
        "--languages", "pt-br, fr",
    )  # fmt: skip
    assert ran.out.startswith("appeal: in 'de' (as you say)")
    assert "pt-BR, fr" in ran.err
    settings = Path("workspace.toml").read_text()
    assert 'title = "An appeal"' in settings
    assert '"pt-BR"' in settings
    assert Path("sources/appeal.txt").is_file()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.ar.txt", "Hello\n", "in 'ar' (told by the name of the file)"),
        ("a.txt", "رسالة مفتوحة\n", "in 'ar' (told by its script; --locale TAG says another)"),
        ("a.txt", "Hello\n", "in 'en' (nothing says otherwise; --locale TAG says another)"),
    ],
)
def test_what_told_the_language_is_said(
    undersigned: Undersigned, name: str, text: str, said: str
) -> None:
    (Path() / "sources").mkdir()
    put(Path("in") / name, text)
    ran = undersigned("add", f"in/{name}")
    assert said in ran.out
    assert "languages = " in ran.err


def test_several_at_once_in_another_folder(undersigned: Undersigned) -> None:
    make_workspace(Path("net"))
    put(Path("one.txt"), "One\n")
    put(Path("two.md"), "# Two\n")
    ran = undersigned("add", "one.txt", "two.md", "-C", "net")
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["one", "two"]
    assert {path.name for path in Path("net/sources").iterdir()} == {
        *("letter.txt", "one.txt", "two.md")
    }


def test_what_is_odd_in_a_source_is_said(desk: Undersigned) -> None:
    put(Path("in/plan.md"), "# Plan\n\n```\nopen\n")
    ran = desk("add", "in/plan.md")
    assert ran.status == 0
    assert "sources/plan.md:3: a block of code begins here and never ends" in ran.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["in/none.txt"],
        ["in/photo.png"],
        ["in/broken.txt"],
        ["in"],
        ["in/letter.txt", "--locale", "x y"],
        ["in/letter.txt", "--languages", "fr,x y"],
        ["in/letter.txt", "--name", "No Slug"],
        ["in/letter.txt", "--languages", "en"],
        ["in/letter.txt", "--locale", "fr", "--languages", "FR,fr"],
        ["in/empty.txt"],
        ["in/blank.md"],
        ["in/letter.txt", "-C", "in"],
        ["in/letter.txt", "-C", "nowhere"],
    ],
)
def test_a_refused_file_is_one_line_and_changes_nothing(
    desk: Undersigned, arguments: list[str]
) -> None:
    put(Path("in/photo.png"), b"\x89PNG")
    put(Path("in/broken.txt"), b"caf\xe9")
    put(Path("in/empty.txt"), "")
    put(Path("in/blank.md"), " \n\n")
    desk("status")
    before = {name: data for name, data in tree(Path()).items() if ".undersigned" not in name}
    lone(desk("add", *arguments))
    after = {name: data for name, data in tree(Path()).items() if ".undersigned" not in name}
    assert after == before


def test_a_name_is_for_one_document_and_given_once(desk: Undersigned) -> None:
    assert desk("add", "in/letter.txt", "in/new.txt", "--name", "x").status == 2
    desk("add", "in/letter.txt")
    assert "there is a document called 'letter'" in lone(desk("add", "in/letter.txt"))


def test_a_document_is_not_translated_into_its_own_language(desk: Undersigned) -> None:
    refused = lone(desk("add", "in/letter.txt", "--languages", "en"))
    assert "'letter' is taken to be in 'en' itself. Is it in another language?" in refused
    ran = desk("add", "in/letter.txt", "--languages", "en,de,en,DE")
    assert "to be translated into: de\n" in ran.err
    assert 'languages = ["de"]' in Path("workspace.toml").read_text()


def test_what_was_taken_for_another_language_is_added_anew(desk: Undersigned) -> None:
    desk("add", "in/letter.txt")
    refused = lone(desk("add", "in/letter.txt", "--locale", "fr"))
    assert "It stays in 'en'. Add this one with another --name, and put that one aside" in refused
    assert refused.endswith(": undersigned archive letter\n")
    desk("archive", "letter")
    ran = desk("add", "in/letter.txt", "--locale", "fr", "--name", "lettre", "--languages", "en")
    assert ran.out.startswith("lettre: in 'fr' (as you say)")
    assert {row["document"] for row in json.loads(desk("status", "--json").out)["progress"]} == {
        "lettre"
    }


# --- put aside -----------------------------------------------------------------------------------


def test_a_document_is_put_aside_and_taken_back(desk: Undersigned) -> None:
    desk("add", "in/letter.txt")
    aside = desk("archive", "letter")
    assert (aside.status, aside.out) == (0, "")
    assert aside.err.endswith("To take it back: undersigned archive letter --undo\n")
    assert json.loads(desk("status", "--json").out)["progress"] == []
    assert Path("sources/letter.txt").read_text() == LETTER
    assert desk("archive", "letter", "--undo").status == 0
    assert len(json.loads(desk("status", "--json").out)["progress"]) == 2
    assert "Did you mean 'letter'" in lone(desk("archive", "lettre"))
