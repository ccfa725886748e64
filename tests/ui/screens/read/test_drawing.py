"""A statement drawn for reading: every kind of block as what it is."""

from __future__ import annotations

import pytest

from ui.components.far import legend
from ui.language import words
from ui.screens.read.drawing import SHAPES, statement
from workflow.model import Block, BlockKind, Inline, State
from workflow.services.publishing import Part, Reading, Written


def block(kind: BlockKind, text: str = "", *, level: int = 0, marker: str = "") -> Block:
    return Block(kind, level, marker, (Inline(text),) if text else ())


def part(
    kind: BlockKind,
    text: str,
    source: str = "",
    *,
    level: int = 0,
    marker: str = "",
    state: State | None = State.TRANSLATED,
    inside: tuple[Part, ...] = (),
) -> Part:
    written = () if state is None else (Written("7", 3, state),)
    return Part(
        block(kind, text, level=level, marker=marker),
        block(kind, source, level=level, marker=marker) if source else None,
        written,
        inside,
    )


def drawn(*parts: Part, both: bool = False, locale: str = "ar") -> str:
    reading = Reading("letter", "A letter", "en", locale, None, parts, {}, frozenset())
    return statement(words("en"), reading, is_bilingual=both)


def test_a_heading_keeps_its_rank_below_the_title_of_the_page() -> None:
    shown = drawn(part(BlockKind.HEADING, "نداء", "An appeal", level=1), both=True)
    looks = "us-words us-heading us-rank-2"
    assert f'<h2 class="{looks}" lang="ar" dir="rtl">نداء</h2>' in shown
    assert f'<p class="{looks}" lang="en" dir="ltr">An appeal</p>' in shown


def test_items_that_follow_each_other_are_one_list() -> None:
    deep = part(BlockKind.UNORDERED_ITEM, "c", marker="•")
    shown = drawn(
        part(BlockKind.ORDERED_ITEM, "a", marker="1."),
        part(BlockKind.ORDERED_ITEM, "b", marker="2.", inside=(deep,)),
        part(BlockKind.PARAGRAPH, "d"),
    )
    assert shown.count('<ul role="list">') == 2
    assert shown.count("<li>") == shown.count("</li>") == 3
    assert '<bdi class="us-marker" dir="rtl">2.</bdi>' in shown
    assert '--us-deep:2"' in shown


def test_a_table_scrolls_in_its_own_box_and_has_the_state_of_its_least_cell() -> None:
    cells = (
        part(BlockKind.TABLE_CELL, "a", "A", state=State.REVIEWED),
        part(BlockKind.TABLE_CELL, "b", "B", state=State.UNTRANSLATED),
    )
    row = part(BlockKind.TABLE_ROW, "", level=1, state=None, inside=cells)
    shown = drawn(part(BlockKind.TABLE, "", state=None, inside=(row,)), both=True)
    assert shown.count('role="region" tabindex="0" aria-label="Table"') == 2
    assert "<tr><th>a</th><th>b</th></tr>" in shown
    assert "<tr><th>A</th><th>B</th></tr>" in shown
    assert "Paragraph 3: to translate" in shown
    assert "us-hole" in shown


def test_what_nobody_translates_has_no_state() -> None:
    shown = drawn(
        part(BlockKind.CODE, "x = 1", state=None),
        part(BlockKind.RULE, "", state=None),
        part(BlockKind.QUOTE, "q"),
    )
    assert '<pre dir="ltr" tabindex="0">x = 1</pre><hr><blockquote>' in shown
    assert shown.count("<a ") == 1


def test_what_is_left_out_on_purpose_is_only_in_the_source() -> None:
    gone = part(BlockKind.PARAGRAPH, "", "Said before.")
    assert "Said before." in drawn(gone, both=True)
    assert "Said before." not in drawn(gone)
    assert (
        drawn(part(BlockKind.PARAGRAPH, "", state=None)) == '<article class="us-reading"></article>'
    )


@pytest.mark.parametrize("evil", ["<script>alert(1)</script>", '" onclick="x', "</p><p>"])
def test_texts_are_texts(evil: str) -> None:
    shown = drawn(part(BlockKind.ORDERED_ITEM, evil, evil, marker=evil), both=True)
    assert evil not in shown


def test_the_legend_names_every_state() -> None:
    said = legend(words("en"), SHAPES.values())
    for shape, state in (
        ("○", "to translate"),
        ("◐", "needs work"),
        ("●", "translated"),
        ("✓", "reviewed"),
    ):
        assert f'<span aria-hidden="true">{shape}</span> {state}' in said
