"""What the checks say of single texts, and that it is asked for once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import live, put_document
from workflow import plumbing
from workflow.model import EMPTY_ON_PURPOSE, UnitKey
from workflow.services import examined
from workflow.services.examined import findings_of_text
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named

KEY = UnitKey("All waters by 2027.", "")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        put_document(made, [KEY.source])
        yield made


def found(workspace: Workspace, text: str, locale: str = "fr") -> list[str]:
    with workspace.store.reading() as db:
        letter = document_named(db, "letter")
        assert letter is not None
        return [each.name for each in findings_of_text(db, letter, KEY, text, locale)]


def test_it_is_what_the_checks_say(workspace: Workspace) -> None:
    assert found(workspace, "Toutes les eaux.") == ["lost_number"]
    assert found(workspace, "Toutes les eaux avant 2027.") == []
    assert found(workspace, "") == []
    assert found(workspace, EMPTY_ON_PURPOSE) == []


def test_the_same_text_is_examined_once(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    whole = plumbing.unit_findings

    def counted(*which: object, **more: object) -> object:
        asked.append(str(which[2]))
        return whole(*which, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(plumbing, "unit_findings", counted)
    monkeypatch.setattr(examined, "_REMEMBERED", 2)
    for text in ("Un.", "Un.", "Deux.", "Un.", "Trois.", "Un.", "Deux."):
        assert found(workspace, text) == ["lost_number"]
    assert asked == ["Un.", "Deux.", "Trois.", "Deux."], "what was asked for last is remembered"
    assert found(workspace, "Un.", "ar") == ["lost_number"]
    assert asked[-1] == "Un.", "another language is another question"
