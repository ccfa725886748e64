"""Who did what, since when."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import typer

from tests.commands import Undersigned
from tests.members import joined
from tests.workspaces import FRENCH, make_workspace, po, put
from workflow.cli.activity import since_when
from workflow.services.people import change_name
from workflow.services.workspace import open_workspace

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def begun(undersigned: Undersigned) -> None:
    make_workspace(Path(), 'source_locale = "en"\nlanguages = ["fr"]\n')
    put(Path("locales/fr/LC_MESSAGES/letter.po"), po())
    undersigned("people")


def test_what_was_done_is_told(undersigned: Undersigned) -> None:
    begun(undersigned)
    ran = undersigned("activity", "--json", "--locale", "FR")
    rows = json.loads(ran.out)
    assert (ran.status, ran.err) == (0, "")
    assert [(row["who"], row["action"], row["document"]) for row in rows] == [
        ("operator", "import", "letter")
    ] * len(FRENCH)
    assert datetime.fromisoformat(rows[0]["at"]).tzinfo
    table = undersigned("activity", "--document", "letter").out.splitlines()
    assert len(table) == 1 + len(FRENCH)
    assert "import" in table[1]


def test_it_can_be_narrowed(undersigned: Undersigned) -> None:
    begun(undersigned)
    ada = joined(undersigned("invite", "reader").out, "Ada")
    with open_workspace(".") as workspace:
        change_name(workspace, ada.id, ada.at, name="Ada B")
    ran = undersigned("activity", "--member", "ada b", "--json")
    assert {row["who"] for row in json.loads(ran.out)} == {"Ada B"}
    assert len(json.loads(undersigned("activity", "--limit", "2", "--json").out)) == 2
    everything = json.loads(undersigned("activity", "--since", "1h", "--json").out)
    assert {row["who"] for row in everything} == {"operator", "Ada B"}
    later = (datetime.now(UTC) + timedelta(days=2)).date().isoformat()
    nothing = undersigned("activity", "--since", later)
    assert (nothing.status, nothing.out, nothing.err) == (0, "", "nothing was done\n")
    assert json.loads(undersigned("activity", "--since", later, "--json").out) == []


def test_the_newest_comes_first_within_a_minute(undersigned: Undersigned) -> None:
    begun(undersigned)
    put(Path("plan.md"), "# Plan\n")
    undersigned("add", "plan.md")
    undersigned("sync")
    undersigned("invite", "reader", "--document", "plan")
    rows = json.loads(undersigned("activity", "--json").out)
    acts = [(row["action"], row["note"]) for row in rows if "." in row["action"]]
    assert acts[0] == ("people.invite", "reader of plan")
    assert [each for each, _ in acts].index("documents.add") > 1
    assert acts[1][0] == "exchange.sync"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("12h", NOW - timedelta(hours=12)),
        ("7d", NOW - timedelta(days=7)),
        ("2w", NOW - timedelta(weeks=2)),
        ("2026-03-01", datetime(2026, 3, 1, tzinfo=UTC)),
        ("2026-03-01T10:00+01:00", datetime(2026, 3, 1, 9, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read(said: str, wanted: datetime) -> None:
    assert since_when(said, NOW) == wanted


@pytest.mark.parametrize("said", ["yesterday", "7", "7y", "999999w", "2026-13-01", "-7d"])
def test_what_is_no_moment_is_refused(said: str) -> None:
    with pytest.raises(typer.BadParameter, match="is no moment"):
        since_when(said, NOW)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--since", "soon"],
        ["--member", "Nobody"],
        ["--document", "lettre"],
        ["--locale", "x y"],
        ["--limit", "0"],
        ["nowhere"],
    ],
)
def test_wrong_use_is_refused(undersigned: Undersigned, arguments: list[str]) -> None:
    begun(undersigned)
    ran = undersigned("activity", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert "Traceback" not in ran.err
