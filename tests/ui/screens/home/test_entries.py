"""What an entry of Home is made of."""

from __future__ import annotations

from ui.language import words
from ui.screens.home.entries import begins, short, where
from workflow.services.tasks import Spot


def test_a_title_keeps_its_direction_and_names_the_language() -> None:
    drawn = where(words("en"), "<b>نداء", "fr")
    assert '<h3><span class="us-said" dir="auto">&lt;b&gt;نداء</span></h3>' in drawn
    assert "French" in drawn
    assert "French" not in where(words("en"), "A", "")


def test_a_paragraph_begins_with_its_number() -> None:
    drawn = begins(Spot("7", 4, "2.", "We ask"), "en")
    assert 'lang="en"' in drawn
    assert "2. We ask" in drawn


def test_a_long_text_is_cut() -> None:
    assert short("a  b\nc") == "a b c"
    assert short("a" * 10, 5) == "aaaa…"
