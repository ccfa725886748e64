"""A cut is drawn as its translators will read it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.hostile import HOSTILE
from ui.language import words
from ui.screens.document import cut
from workflow.model import TREE_ONLY, BlockKind, Issue
from workflow.services.documents import Cut, CutBlock, LeftOut

ENGLISH = words("en")
HEADING = CutBlock(BlockKind.HEADING, 1, "", ("نداء",), "", 1)
LONG = CutBlock(BlockKind.ORDERED_ITEM, 1, "2.", ("One.", "Two.", "Three."), "The Aar.", 3)
CUT = Cut(
    name="letter",
    file_name="letter.md",
    format="markdown",
    locale="ar",
    told_by="script",
    title="نداء",
    languages=("fr", "ja"),
    blocks=(HEADING, LONG),
    units=4,
    words=1234,
    left_out=(LeftOut(9, "code = 1"),),
    issues=(Issue("unclosed_fence", 8),),
)


def test_all_of_it() -> None:
    drawn = cut.cut_of(ENGLISH, CUT)
    assert "2 paragraphs · 1,234 words · 1 long paragraph is cut into sentences" in drawn
    assert "Language of the text: Arabic, by its letters." in drawn
    assert "It will be translated into: French and Japanese." in drawn
    assert "Line 8: a block of code begins here and never ends." in drawn
    assert drawn.count('class="us-sentence"') == 3
    assert '<bdi class="us-marker">2.</bdi>' in drawn
    assert 'lang="ar" dir="rtl"' in drawn
    assert "Note: " in drawn
    assert "The Aar." in drawn
    assert drawn.index("Not translated, and left as it is:") < drawn.index("code = 1")


def test_nothing_is_said_of_what_is_not_there() -> None:
    drawn = cut.cut_of(ENGLISH, replace(CUT, blocks=(HEADING,), left_out=(), issues=()))
    assert "sentence" not in drawn
    assert "Not translated" not in drawn
    assert "us-findings" not in drawn
    assert "No language to translate it into" in cut.cut_of(ENGLISH, replace(CUT, languages=()))


@pytest.mark.parametrize("told_by", ["you", "workspace.toml", "file name", "script", "default"])
def test_it_is_said_what_told_the_language(told_by: str) -> None:
    assert "Arabic" in cut.cut_of(ENGLISH, replace(CUT, told_by=told_by))


def test_every_kind_has_a_name() -> None:
    names = [cut.kind_name(ENGLISH, kind) for kind in BlockKind if kind not in TREE_ONLY]
    assert len(set(names)) == len(names)
    assert cut.kind_name(ENGLISH, BlockKind.HEADING, 1) == "Title"


def test_a_very_long_statement_is_counted() -> None:
    drawn = cut.cut_of(ENGLISH, replace(CUT, blocks=(LONG,) * (cut._SHOWN + 5)))
    assert drawn.count("<li class=") == cut._SHOWN
    assert "5 more paragraphs are not shown here." in drawn


@pytest.mark.parametrize("text", HOSTILE)
def test_people_s_text_stays_text(text: str) -> None:
    block = CutBlock(BlockKind.PARAGRAPH, 0, text, (text, text), text, 1)
    drawn = cut.cut_of(ENGLISH, replace(CUT, blocks=(block,), left_out=(LeftOut(1, text),)))
    for mark in ("<script", "<img", "<iframe", "<svg", "<a ", "<style"):
        assert mark not in drawn
