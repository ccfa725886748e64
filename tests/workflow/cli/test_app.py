"""`undersigned` as a whole: 0 fine, 1 findings, 2 refused; quick to start; every verb is found.

Most commands run inside this process; a few run as people run them.
"""

import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from typer.main import get_command

from tests.cases import ROOT
from tests.commands import Ran, Undersigned
from tests.workspaces import LETTER, po, put, tree
from workflow.cli import app
from workflow.cli.app import SECTIONS

FUZZY = ["Dear friends,"]


def test_the_version_is_that_of_the_package(undersigned: Undersigned) -> None:
    assert undersigned("--version") == Ran(0, f"undersigned {version('undersigned')}\n", "")


def test_every_module_with_verbs_is_on_the_command_line() -> None:
    folder = ROOT / "workflow" / "cli"
    with_verbs = {
        f"workflow.cli.{path.stem}"
        for path in folder.glob("*.py")
        if re.search(r"@(app|group)\.command\(", path.read_text("utf-8"))
    }
    program = "import sys, workflow.cli; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert with_verbs
    assert with_verbs <= set(done.stdout.decode().split())


def test_help_lists_every_command_once_in_its_section(undersigned: Undersigned) -> None:
    listed = [name for names in SECTIONS.values() for name in names]
    assert sorted(listed) == sorted(getattr(get_command(app), "commands", {}))
    said = undersigned("--help").out
    assert [line.split()[0] for line in said.partition("\nA workspace:\n")[2].splitlines() if (
        line.startswith("  ") and not line.startswith("   ")
    )] == listed  # fmt: skip
    assert all(f"\n{title}:\n" in said for title in SECTIONS)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["extract", "none.txt"],
        ["extract", "letter.txt", "--locale", "not a tag"],
        ["extract", "letter.txt", "-o", "."],
        ["extract", "empty"],
        ["fill", "letter.txt"],
        ["fill", "letter.txt", "none.po"],
        ["fill", "letter.txt", "letter.txt"],
        ["fill", "letter.txt", "fr.po", "--keep", "101"],
        ["fill", "letter.txt", "fr.po", "--missing", "skip"],
        ["segment", "empty"],
        ["status", "empty"],
        ["sync", "empty"],
        ["add", "letter.txt", "-C", "empty"],
        ["assemble", "letter", "-C", "empty"],
        ["restore", "-C", "empty", "--yes"],
        ["people", "list", "empty"],
        ["init", "letter.txt"],
        ["demo", "none.txt"],
        ["demo", "letter.txt", "--languages", "f r"],
        ["dance"],
    ],
)
def test_wrong_use_is_2_and_writes_nothing(undersigned: Undersigned, arguments: list[str]) -> None:
    put(Path("letter.txt"), LETTER)
    put(Path("fr.po"), po())
    Path("empty").mkdir()
    before = tree(Path())
    ran = undersigned(*arguments)
    assert ran.status == 2
    assert "Traceback" not in ran.out + ran.err
    assert tree(Path()) == before


# --- as people run it -----------------------------------------------------------------------------


def as_people_do(*arguments: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from workflow.cli import run; run()", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=60)


def test_a_real_process(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "fr.po").write_text(po(fuzzy=FUZZY), encoding="utf-8")
    ran = as_people_do("fill", "letter.txt", "fr.po", "--locale", "en", folder=tmp_path)
    assert (ran.returncode, ran.stdout.count(b"\n"), ran.stderr.count(b"\n")) == (1, 5, 2)
    refused = as_people_do("extract", "none.txt", folder=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert refused.stderr == (b"undersigned: none.txt: there is no such file. Check the name.\n")


HEAVY = {"pandas", "streamlit", "sqlalchemy", "numpy"}
WATCHED = """
import atexit, sys
atexit.register(lambda: print(sorted({one.split(".")[0] for one in sys.modules}), file=sys.stderr))
from workflow.cli import run
run()
"""


@pytest.mark.parametrize(
    ("arguments", "unwanted"),
    [
        (["--help"], HEAVY | {"babel", "polib", "sentencex", "rich", "rapidfuzz"}),
        (["extract", "letter.txt", "--locale", "en"], HEAVY | {"rich", "rapidfuzz"}),
        (["fill", "letter.txt", "fr.po", "--locale", "en"], HEAVY | {"rapidfuzz"}),
        (["segment", "letter.txt", "--locale", "en"], HEAVY | {"polib", "rich", "rapidfuzz"}),
        (["diff", "letter.txt", "letter.txt", "--locale", "en"], HEAVY | {"rich"}),
        (["people", "--help"], HEAVY | {"babel", "polib", "sentencex", "rich", "rapidfuzz"}),
        (["init", "net"], HEAVY - {"sqlalchemy"} | {"rich"}),
        (["add", "letter.txt", "-C", "room"], HEAVY - {"sqlalchemy"} | {"rich"}),
        (["sync", "room"], HEAVY - {"sqlalchemy"} | {"rich"}),
    ],
)
def test_what_a_command_does_not_need_is_not_imported(
    tmp_path: Path, arguments: list[str], unwanted: set[str]
) -> None:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    (tmp_path / "fr.po").write_text(po(), encoding="utf-8")
    (tmp_path / "room/sources").mkdir(parents=True)
    ran = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=60,
    )
    loaded = set(
        ran.stderr.decode().strip().splitlines()[-1].strip("[]").replace("'", "").split(", ")
    )
    assert "workflow" in loaded
    assert loaded & unwanted == set()
