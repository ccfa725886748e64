"""What an author should look at, in sentences."""

from __future__ import annotations

import pytest

from ui.language import words
from ui.screens.document.faults import SAID, fault
from workflow.model import Issue
from workflow.services import wording

ENGLISH = words("en")


def test_all_that_a_filter_finds_in_a_source_can_be_said() -> None:
    assert set(wording._SOURCE) == SAID


@pytest.mark.parametrize("name", sorted(SAID))
def test_each_names_its_line_and_what_it_is_about(name: str) -> None:
    said = fault(ENGLISH, Issue(name, 12, "<b>"))
    assert said.startswith("Line 12: ")
    assert "<b>" not in said
    assert "{" not in said


def test_what_is_new_is_said_as_commands_say_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wording, "sentence", lambda issue: f"look at <{issue.detail}>")
    assert fault(ENGLISH, Issue("new", 3, "x")) == "Line 3: look at &lt;x&gt;"
