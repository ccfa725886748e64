"""What is said is short and whole; what was read is never overwritten."""

import io
import json
import re
import shlex
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.main import get_command

from tests.commands import Ran, Undersigned
from tests.workspaces import LETTER, make_workspace, po, put, tree
from workflow.cli import app, saying
from workflow.cli.saying import (
    about,
    brief,
    print_json,
    print_table,
    say,
    spoken,
    tell,
    watching,
)


@given(st.text(), st.integers(3, 100))
def test_a_brief_text_is_one_line_of_that_length(text: str, length: int) -> None:
    line = brief(text, length)
    assert len(line) <= length
    assert len(line.splitlines()) <= 1
    assert "\x1b" not in line
    assert brief(line, length) == line


def test_a_text_is_cut_only_where_it_is_too_long() -> None:
    assert brief("one \n two") == "one two"
    assert brief("a" * 72) == "a" * 72
    assert brief("a" * 73) == "a" * 69 + "..."


def test_words_and_data_do_not_mix(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    value = {"Sprache": "日本語 \u2028"}
    print_json(value)
    say("it is done")
    sys.stdout.flush()
    said = capfdbinary.readouterr()
    assert said.err == b"it is done\n"
    assert "日本語".encode() in said.out
    assert json.loads(said.out) == value


def test_moments_and_days_are_written_as_iso_8601_says(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    print_json({"at": datetime(2026, 3, 14, 9, 30, tzinfo=UTC), "day": date(2026, 3, 14)})
    sys.stdout.flush()
    said = json.loads(capfdbinary.readouterr().out)
    assert said == {"at": "2026-03-14T09:30:00+00:00", "day": "2026-03-14"}


def test_a_table_holds_what_was_read_on_its_line(capsys: pytest.CaptureFixture[str]) -> None:
    print_table(["name", "count"], [("a\nb\x1b[31m", 7), ("[bold]", 12)])
    rows = capsys.readouterr().out.splitlines()
    assert [row.split() for row in rows] == [
        ["name", "count"],
        ["a\\u000ab\\u001b[31m", "7"],
        ["[bold]", "12"],
    ]
    assert len({len(row) for row in rows}) == 1


class Terminal(io.StringIO):
    """A terminal on which one can read what was drawn."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("patience", "is_drawn"), [(0.0, True), (3600.0, False)])
def test_long_work_is_shown_on_a_terminal_only(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    patience: float,
    is_drawn: bool,
) -> None:
    monkeypatch.setattr(saying, "PATIENCE", patience)
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with watching() as watch:
        for done in range(3):
            watch("compare", done, 2)
        tell("data")
    assert ("compare" in terminal.getvalue()) is is_drawn
    assert capsys.readouterr().out == "data\n"


def test_in_a_pipe_nothing_is_drawn(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(saying, "PATIENCE", 0.0)
    with watching() as watch:
        watch("compare", 1, 2)
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize("victim", ["letter.txt", "fr.po", "./letter.txt", "link.txt"])
def test_what_was_read_is_never_overwritten(undersigned: Undersigned, victim: str) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po())
    Path("link.txt").symlink_to("letter.txt")
    before = tree(Path())
    ran = undersigned("fill", "letter.txt", "fr.po", "--locale", "en", "-o", victim)
    assert ran.status == 2
    assert tree(Path()) == before


# --- what is said to be typed --------------------------------------------------------------------

TYPED = re.compile(r"undersigned ([a-z].*)")


def advice(ran: Ran) -> list[list[str]]:
    """Give the commands that were named, as a shell would read them."""
    return [shlex.split(each[1]) for each in TYPED.finditer(ran.err)]


def test_words_of_people_are_not_taken_for_commands() -> None:
    about(Path("net"))
    for text in ("We, the undersigned sync", "undersigned: no", "`undersigned`", "`sync`"):
        assert spoken(text) == text
    assert spoken("`undersigned restore` or `undersigned backup`") == (
        "undersigned restore -C net or undersigned backup net"
    )


def test_each_command_takes_the_folder_as_it_is_said() -> None:
    commands = getattr(get_command(app), "commands", {})
    by_argument = {
        name
        for name, command in commands.items()
        if any(
            each.name == "folder" and not each.opts[0].startswith("-") for each in command.params
        )
    }
    assert by_argument == saying._FOLDER_IS_ARGUMENT


@pytest.mark.parametrize("folder", [".", "net", "our net"])
def test_what_is_said_works_from_where_one_stands(undersigned: Undersigned, folder: str) -> None:
    here = Path(folder)
    place = [] if folder == "." else ["-C", folder]
    make_workspace(here, 'source_locale = "en"\nlanguages = ["fr"]\n')
    put(Path("appeal.txt"), "An appeal\n")
    put(Path("new.txt"), LETTER.replace("Dear friends", "Dear Friends"))
    done = []

    def follow(ran: Ran) -> None:
        """Do what was said, and what is said then."""
        for command in advice(ran):
            if command in done or "NAME" in command:
                continue
            done.append(command)
            then = undersigned(*command)
            if "no new text" in then.err:  # the other way to release it was gone
                continue
            if "--yes does it" in then.err:
                then = undersigned(*command, "--yes")
            assert (then.status < 2, "no workspace" in then.err) == (True, False), (command, then)
            follow(then)

    follow(undersigned("sync", folder))
    follow(undersigned("add", "appeal.txt", *place))
    follow(undersigned("revise", "letter", "new.txt", *place))
    put(here / "sources/letter.txt", LETTER.replace("stays", "remains"))
    follow(undersigned("revise", "letter", "new.txt", *place))
    follow(undersigned("status", folder))
    follow(undersigned("archive", "appeal", *place))
    follow(undersigned("backup", folder, "--list"))
    follow(undersigned("restore", *place, "--yes"))
    put(here / "sources/poem.txt", "A poem\n")
    put(Path("poem.txt"), "Another poem\n")
    follow(undersigned("add", "poem.txt", *place))
    (here / ".undersigned/store.db").write_bytes(b"no database, and longer than a header" * 9)
    assert undersigned("status", folder).status == 2
    follow(undersigned("status", folder))
    verbs = {command[0] for command in done}
    assert verbs == {"archive", "backup", "invite", "restore", "revise", "sync"}


def test_a_folder_that_is_no_workspace_yet_can_be_begun(undersigned: Undersigned) -> None:
    [command] = advice(undersigned("add", "x.txt", "-C", "net"))
    assert command == ["init", "net"]
    assert undersigned(*command).status == 0
    [command] = advice(undersigned("status"))
    assert command == ["init"]
    assert undersigned(*command).status == 0
