"""Sentences that speak up."""

from __future__ import annotations

import pytest

from tests.cases import some
from tests.hostile import HOSTILE
from ui.components.notes import alert, link, status
from ui.language import words


def test_what_a_screen_reader_is_told() -> None:
    assert status(words("en"), "Saved.").startswith('<div role="status"><p class="us-note"')
    assert alert(words("ar"), "x").startswith('<div role="alert"><p class="us-note" dir="rtl">')


@pytest.mark.parametrize("text", some(HOSTILE))
def test_hostile_text_stays_text(text: str) -> None:
    for drawn in (
        status(words("en"), text),
        alert(words("en"), text),
        link(words("en"), "/", text),
    ):
        assert drawn.count("<") == 4
    assert link(words("en"), text, "x").count("<") == 4
    assert link(words("en"), text, "x").count('"') == 6
