"""Documents are revised in two steps: what it does and costs is shown, then it is released."""

import json
from pathlib import Path

import pytest

from tests.commands import Ran, Undersigned
from tests.workspaces import FRENCH, LETTER, po, put

REVISED = LETTER.replace("serves us", "served us").replace("Dear", "A new line.\n\nDear")
OLD, NEW = "The school stays. It serves us all.", "The school stays. It served us all."


def translated(desk: Undersigned) -> Undersigned:
    """Add the letter, in French."""
    desk("add", "in/letter.txt")
    desk("sync")
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po())
    desk("sync")
    return desk


def counts(ran: Ran, column: str) -> dict[str, int]:
    return {row["locale"]: row[column] for row in json.loads(ran.out)["progress"]}


def lone(ran: Ran) -> str:
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1), ran
    return ran.err


def test_a_new_text_shows_what_it_does_and_waits(desk: Undersigned) -> None:
    translated(desk)
    ran = desk("revise", "letter", "in/new.txt")
    assert ran.status == 0
    said = ran.out.splitlines()
    assert said[:2] == ["letter:3: new", "    {+A new line.+}"]
    assert said[2].startswith("letter:7: edited, ")
    assert said[3] == "    The school stays. It [-serves-]{+served+} us all."
    assert [line.split() for line in said[6:]] == [
        ["fr", "1", "7", "1", "3", "2", "4"],
        ["ar", "0", "0", "1", "3", "3", "11"],
    ]
    assert "undersigned revise letter --release" in ran.err
    assert "--typo 7" in ran.err
    assert Path("sources/letter.txt").read_text() == LETTER
    assert desk("revise", "letter").out == ran.out


def test_released_without_a_word_the_edit_needs_work(desk: Undersigned) -> None:
    translated(desk)
    desk("revise", "letter", "in/new.txt")
    ran = desk("revise", "letter", "--release")
    assert ran.status == 0
    assert "released as revision 2" in ran.err
    assert Path("sources/letter.txt").read_text() == REVISED
    assert counts(desk("status", "--json"), "needs_work") == {"fr": 1, "ar": 0}


@pytest.mark.parametrize("lines", ["7", "all", " 7, "])
def test_a_typo_lets_the_translation_stand(desk: Undersigned, lines: str) -> None:
    translated(desk)
    shown = desk("revise", "letter", "in/new.txt", "--typo", lines)
    assert shown.out.splitlines()[6].split()[:3] == ["fr", "0", "0"]
    ran = desk("revise", "letter", "in/new.txt", "--release", "--typo", lines, "--json")
    assert ran.status == 0
    assert [each["needs_work"] for each in json.loads(ran.out)["costs"]] == [0, 0]
    assert counts(desk("status", "--json"), "needs_work") == {"fr": 0, "ar": 0}


def test_it_as_data(desk: Undersigned) -> None:
    translated(desk)
    data = json.loads(desk("revise", "letter", "in/new.txt", "--json").out)
    assert (data["document"], data["number"], data["released"]) == ("letter", 2, False)
    new, edited = data["differences"]
    assert (new["kind"], new["new"], new["has_intent"]) == ("new", "A new line.", False)
    assert (edited["old"], edited["new"], edited["line"]) == (OLD, NEW, 7)
    assert ["removed", "serves"] in edited["words"]
    assert data["costs"][0]["needs_work_words"] == 7


def test_a_text_that_is_not_wanted_is_discarded(desk: Undersigned) -> None:
    translated(desk)
    desk("revise", "letter", "in/new.txt")
    assert desk("revise", "letter", "--discard").status == 0
    nothing = desk("revise", "letter")
    assert (nothing.status, nothing.out) == (0, "")
    assert "no new text of letter waits" in nothing.err
    assert json.loads(desk("revise", "letter", "--json").out) is None
    assert Path("sources/letter.txt").read_text() == LETTER


@pytest.mark.parametrize("taken", ["Open letter\n\n", "Dear friends,\n\n"])
def test_what_goes_is_shown(desk: Undersigned, taken: str) -> None:
    desk("add", "in/letter.txt")
    put(Path("in/new.txt"), LETTER.replace(taken, ""))
    said = desk("revise", "letter", "in/new.txt").out
    assert f": gone\n    [-{taken.strip()}-]\n" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["letter", "in/letter.txt"], "released"),
        (["letter", "in/plan.md"], "is markdown, and letter is plaintext"),
        (["letter", "in/none.txt"], "there is no such file"),
        (["lettre"], "Did you mean 'letter'?"),
        (["letter", "in/new.txt", "--typo", "1"], "Lines of edited texts: 7."),
        (["letter", "--discard"], "no new text"),
        (["letter", "--release"], "no new text"),
    ],
)
def test_a_refused_revision_is_one_line(desk: Undersigned, arguments: list[str], said: str) -> None:
    put(Path("in/plan.md"), "# Plan\n")
    desk("add", "in/letter.txt")
    assert said in lone(desk("revise", *arguments))
    assert Path("sources/letter.txt").read_text() == LETTER


def test_nothing_goes_with_discarding(desk: Undersigned) -> None:
    desk("add", "in/letter.txt")
    desk("revise", "letter", "in/new.txt")
    assert desk("revise", "letter", "--discard", "--release").status == 2
    assert desk("revise", "letter").out


def test_a_file_changed_in_sources_waits_too(desk: Undersigned) -> None:
    translated(desk)
    put(Path("sources/letter.txt"), REVISED)
    assert desk("sync").status == 1
    assert "letter:3: new" in desk("revise", "letter").out
    assert desk("revise", "letter", "--release", "--typo", "all").status == 0
    assert desk("sync").status == 0
    assert FRENCH[OLD] in Path("locales/fr/LC_MESSAGES/letter.po").read_text()
