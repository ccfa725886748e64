"""Progress as tables: how far, who, and with what name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.live import NOW, live, person, put_document
from tests.workspaces import put
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotFound
from workflow.model import State
from workflow.review import Act
from workflow.services import people
from workflow.services.progress import (
    ACTIVITY,
    CREDITS,
    FIGURES,
    activity,
    credits_of,
    figures,
    share,
)
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store.translations import Written, add_revision

SETTINGS = """
languages = ["fr", "ar"]
[documents.letter]
deadline = 2026-03-20
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    put(tmp_path / "workspace.toml", SETTINGS)
    with live(tmp_path) as made:
        yield made


def write(workspace: Workspace, unit: str, who: str, state: State, locale: str = "fr") -> None:
    with workspace.store.writing() as db:
        add_revision(db, Written(unit, locale, 1, "Texte.", state, Act.SAVE, who, who, "d", NOW))


def test_figures_of_every_language_asked_for(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One two three.", "Four five.", "Six."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    write(workspace, units[0], ana, State.REVIEWED)
    write(workspace, units[1], ana, State.TRANSLATED)
    write(workspace, units[2], ana, State.NEEDS_WORK, "ja")
    table = figures(workspace, ana, NOW)
    assert list(table.columns) == FIGURES
    rows = table.set_index("locale")
    assert list(rows.index) == ["fr", "ar", "ja"]
    french = rows.loc["fr"]
    states = ["untranslated", "needs_work", "translated", "reviewed"]
    assert list(french[states]) == [1, 0, 1, 1]
    assert list(french[[f"words_{each}" for each in states]]) == [1, 0, 2, 3]
    assert (french["percent"], french["percent_reviewed"]) == (83.3, 50.0)
    assert (french["deadline"], french["days_left"]) == (date(2026, 3, 20), 6)
    assert list(rows.loc["ja", states]) == [2, 1, 0, 0]
    assert list(rows.loc["ar", states]) == [3, 0, 0, 0]


def test_states_add_up(workspace: Workspace) -> None:
    _, units = put_document(workspace, [f"Text {number}." for number in range(8)])
    for number, each in enumerate(units):
        if state := State(number % 4):
            write(workspace, each, "operator", state)
    row = figures(workspace, OPERATOR, NOW, document="letter").iloc[0]
    states = ["untranslated", "needs_work", "translated", "reviewed"]
    assert row[states].sum() == row["units"] == 8
    assert row[[f"words_{each}" for each in states]].sum() == row["words"] == 16


def test_nobody_is_told_of_what_is_hidden(workspace: Workspace) -> None:
    seen, units = put_document(workspace, ["One."])
    _, hidden = put_document(workspace, ["Secret."], name="secret")
    ana = person(workspace, "Ana", Role.READER, document=seen)
    for each in (*units, *hidden):
        write(workspace, each, ana, State.TRANSLATED)
    assert set(figures(workspace, ana, NOW)["document"]) == {"letter"}
    assert set(activity(workspace, ana, NOW)["document"]) == {"letter"}
    for verb in (figures, activity, credits_of):
        with pytest.raises(NotFound):
            verb(workspace, ana, NOW, document="secret")
    with pytest.raises(NotAllowed):
        figures(workspace, person(workspace, "Nobody"), NOW)


def test_an_empty_workspace_has_empty_tables(workspace: Workspace) -> None:
    assert list(figures(workspace, OPERATOR, NOW).columns) == FIGURES
    assert list(activity(workspace, OPERATOR, NOW).columns) == ACTIVITY
    put_document(workspace, ["One."])
    assert list(credits_of(workspace, OPERATOR, NOW, document="letter").columns) == CREDITS


def test_who_did_what(workspace: Workspace) -> None:
    _, units = put_document(workspace, ["One.", "Two."])
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    write(workspace, units[0], ana, State.TRANSLATED)
    with workspace.store.writing() as db:
        audit.record(db, NOW, OPERATOR, "people.invite", "invitation:7")
    told = activity(workspace, ana, NOW)
    assert told[["who", "action", "document", "locale", "version"]].to_numpy().tolist() == [
        ["Ana", "save", "letter", "fr", 1]
    ]
    assert set(activity(workspace, OPERATOR, NOW)["action"]) == {"save", "people.invite"}
    assert list(activity(workspace, OPERATOR, NOW, document="letter")["action"]) == ["save"]


def test_what_was_done_is_told_in_words_not_in_ids(workspace: Workspace) -> None:
    document, _ = put_document(workspace, ["One."])
    ana = person(workspace, "Ana")
    with workspace.store.writing() as db:
        audit.record(db, NOW, OPERATOR, "exchange.sync", f"document:{document}:fr", "written")
        audit.record(db, NOW, OPERATOR, "people.vouch", f"member:{ana}")
    told = activity(workspace, OPERATOR, NOW).set_index("action")
    assert list(told.loc["exchange.sync", ["document", "locale", "note"]]) == ["letter", "fr", ""]
    assert list(told.loc["people.vouch", ["who", "document", "note"]]) == ["operator", "", "Ana"]


def test_which_role_was_given_is_told_without_an_id(workspace: Workspace) -> None:
    document, _ = put_document(workspace, ["One."])
    ana = person(workspace, "Ana")
    for act in (people.grant, people.withdraw):
        act(
            workspace, OPERATOR, NOW,
            member=ana, role=Role.REVIEWER, document="letter", locale="fr",
        )  # fmt: skip
    people.invite(workspace, OPERATOR, NOW, role=Role.COORDINATOR)
    told = activity(workspace, OPERATOR, NOW)
    assert told[["action", "note"]].to_numpy().tolist() == [
        ["people.invite", "coordinator"],
        ["people.withdraw", "Ana: reviewer of letter in fr"],
        ["people.grant", "Ana: reviewer of letter in fr"],
    ]
    assert not told["note"].str.contains(f"{ana}|{document}").any()


@given(st.integers(0, 10_000), st.integers(1, 10_000))
def test_only_the_whole_is_a_hundred_percent(part: int, more: int) -> None:
    assert share(part, part + more) < 100
    assert share(part, max(part, 1)) == (100 if part else 0)
