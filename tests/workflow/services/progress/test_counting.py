"""Figures are those that one counts in the catalogs that go out, whatever happened before."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import workflow
from tests.live import NOW, live, person, put_document
from tests.workspaces import put
from workflow.access import OPERATOR, Role
from workflow.model import State
from workflow.review import Act
from workflow.services import exchange, progress
from workflow.services.workspace import Workspace
from workflow.store.documents import documents
from workflow.store.translations import Written, add_revision

LOCALES = ("fr", "ar", "ja")
SETTINGS = 'languages = ["fr", "ar"]\n'

Cells = st.dictionaries(
    st.tuples(st.integers(0, 1), st.integers(0, 3), st.sampled_from(LOCALES)),
    st.sampled_from(list(State)[1:]),
    max_size=20,
)


def counted_from_catalog(workspace: Workspace, name: str, locale: str) -> Counter[State]:
    """Count the paragraphs in each state as somebody does who has the catalog only."""
    data = exchange.catalog(workspace, OPERATOR, NOW, document=name, locale=locale)
    return Counter(
        State.REVIEWED if "reviewed" in entry.flags else entry.state
        for entry in workflow.read_catalog(data).entries
    )


@given(Cells)
def test_board_and_figures_say_what_the_catalogs_say(
    cells: dict[tuple[int, int, str], State],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        put(Path(folder) / "workspace.toml", SETTINGS)
        with live(Path(folder)) as workspace:
            check(workspace, cells)


def check(workspace: Workspace, cells: dict[tuple[int, int, str], State]) -> None:
    names = ("letter", "appeal")
    units = [
        put_document(workspace, [f"{'Word ' * n}{name} {n}." for n in range(4)], name)[1]
        for name in names
    ]
    who = person(workspace, "Ana", Role.TRANSLATOR)
    with workspace.store.writing() as db:
        for (document, unit, locale), state in cells.items():
            each = units[document][unit]
            add_revision(db, Written(each, locale, 1, "Un.", state, Act.SAVE, who, who, "d", NOW))
    table = {
        (row["document"], row["locale"]): row
        for row in progress.figures(workspace, OPERATOR, NOW).to_dict("records")
    }
    board = progress.board(workspace, OPERATOR, NOW)
    shown = {(row.document, cell.locale): cell.far for row in board.rows for cell in row.cells}
    assert set(shown) == set(table)
    for (name, locale), far in shown.items():
        found = counted_from_catalog(workspace, name, locale)
        states = {each: getattr(far, each.name.lower()) for each in State}
        assert {state: n for state, n in states.items() if n} == dict(found)
        figures = table[name, locale]
        for column in progress.FIGURES[2:-2]:
            assert figures[column] == getattr(far, column)
        burned = progress.burn_up(workspace, OPERATOR, NOW, document=name, locale=locale)
        last = burned.days[-1]
        done = far.translated + far.reviewed
        assert (last.translated, last.reviewed, last.total) == (done, far.reviewed, far.units)
    for tag, total in board.totals.items():
        parts = [far for (_, locale), far in shown.items() if locale == tag]
        assert total.units == sum(each.units for each in parts)
        assert total.words_translated == sum(each.words_translated for each in parts)
    assert board.total.words == sum(each.words for each in shown.values())


def test_nothing_is_counted_of_nothing(tmp_path: Path) -> None:
    from workflow.services.progress.counting import counted

    with live(tmp_path) as workspace, workspace.store.reading() as db:
        assert counted(workspace, db, documents(db)) == {}


@pytest.mark.parametrize("archived", [False, True])
def test_the_archive_is_left_out(tmp_path: Path, *, archived: bool) -> None:
    from workflow.services import documents as verbs

    put(tmp_path / "workspace.toml", SETTINGS)
    with live(tmp_path) as workspace:
        put_document(workspace, ["One."])
        if archived:
            verbs.archive(workspace, OPERATOR, NOW, document="letter")
        assert progress.board(workspace, OPERATOR, NOW).known == (0 if archived else 1)
