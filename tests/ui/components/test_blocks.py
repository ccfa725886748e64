"""The preview draws every kind of block, marks what is missing, and leads nowhere."""

from __future__ import annotations

import re

import pytest

from tests.cases import some
from tests.hostile import HOSTILE
from ui.components.blocks import blocks
from ui.language import words
from workflow.model import Block, BlockKind, Inline

EN = words("en")
PLAIN = BlockKind.PARAGRAPH
MISSING, ROUGH = "not translated yet", "its translation needs work and does not get in"


def draw(*tree: Block, locale: str = "ar") -> str:
    return blocks(EN, tree, locale, "en")


def block(kind: BlockKind, text: str = "نص", **more: object) -> Block:
    return Block(kind, children=(Inline(text),), **more)  # type: ignore[arg-type]


def test_items_that_follow_each_other_are_one_list_with_the_authors_markers() -> None:
    drawn = draw(
        block(BlockKind.ORDERED_ITEM, "a", marker="1."),
        block(BlockKind.ORDERED_ITEM, "b", marker="2."),
        block(BlockKind.PARAGRAPH, "c"),
        block(BlockKind.ORDERED_ITEM, "d", marker="3."),
    )
    assert drawn.count("<ol ") == 2
    assert re.findall(r'us-marker">([^<]*)<', drawn) == ["1.", "2.", "3."]


def test_a_title_is_below_the_title_of_the_page() -> None:
    drawn = draw(block(BlockKind.HEADING, level=1), block(BlockKind.HEADING, level=9))
    assert "<h1" not in drawn
    assert "<h2" in drawn
    assert "<h6" in drawn


@pytest.mark.parametrize("kind", list(BlockKind))
def test_every_kind_is_drawn_with_its_words(kind: BlockKind) -> None:
    drawn = draw(block(kind, "words"))
    assert "words" in drawn or kind is BlockKind.RULE
    assert drawn.startswith('<article class="us-statement" lang="ar" dir="rtl">')


def test_what_is_missing_is_marked_and_runs_its_own_way() -> None:
    both = (Inline("see ", language="en"), Inline("[1]", language="en"))
    drawn = draw(Block(BlockKind.PARAGRAPH, children=both))
    assert '<p class="us-paragraph" lang="en" dir="ltr">see [1] <small' in drawn
    assert "not translated yet" in drawn
    assert "not translated yet" not in draw(block(BlockKind.PARAGRAPH))


def english(*texts: str) -> tuple[Inline, ...]:
    return tuple(Inline(each, language="en") for each in texts)


@pytest.mark.parametrize(
    ("rough", "marks"),
    [
        ((Inline("واحد اثنان"),), [ROUGH]),
        ((Inline("واحد"), *english(" two")), [MISSING, ROUGH]),
        (english("one two"), [MISSING]),
        ((), [MISSING]),
    ],
)
def test_what_needs_work_is_told_from_what_is_not_translated(
    rough: tuple[Inline, ...], marks: list[str]
) -> None:
    tree, other = (
        (block(BlockKind.HEADING), Block(BlockKind.QUOTE, children=(Block(PLAIN, children=each),)))
        for each in (english("one two"), rough)
    )
    drawn = blocks(EN, tree, "ar", "en", other if rough else ())
    assert re.findall("<small[^>]*>([^<]*)<", drawn) == marks


def test_equal_texts_in_two_places_have_each_their_own_mark() -> None:
    """A context keeps them apart: one may have a translation that needs work, the other none."""
    same = Block(PLAIN, children=english("one two"))
    quote = Block(BlockKind.QUOTE, children=(same, same))
    translated = Block(PLAIN, children=(Inline("واحد اثنان"),))
    rough = (translated, Block(BlockKind.QUOTE, children=(same, translated)), same)
    drawn = blocks(EN, (same, quote, same), "ar", "en", rough)
    assert re.findall("<small[^>]*>([^<]*)<", drawn) == [ROUGH, MISSING, ROUGH, MISSING]
    between = Block(PLAIN, children=english("three"))
    drawn = blocks(EN, (same, between, same), "ar", "en", (translated, translated, same))
    assert re.findall("<small[^>]*>([^<]*)<", drawn) == [ROUGH, ROUGH, MISSING]


def test_what_a_translation_leaves_out_needs_work_and_shifts_no_mark() -> None:
    first, out, last = (Block(PLAIN, children=english(each)) for each in ("one", "two", "three"))
    heading = block(BlockKind.HEADING)
    drawn = blocks(EN, (heading, first, out, last), "ar", "en", (heading, first, last))
    assert re.findall("<small[^>]*>([^<]*)<", drawn) == [MISSING, ROUGH, MISSING]


def test_a_quotation_in_a_third_language_is_not_missing() -> None:
    inlines = (Inline("نص "), Inline("liberté", language="fr"))
    drawn = draw(Block(BlockKind.PARAGRAPH, children=inlines))
    assert '<span lang="fr" dir="ltr">liberté</span>' in drawn
    assert "<small" not in drawn


def test_looks_are_kept_and_addresses_lead_nowhere() -> None:
    inline = Inline("x", strong=True, emphasis=True, code=True, link="https://example.org")
    drawn = draw(Block(BlockKind.PARAGRAPH, children=(inline,)))
    assert "<strong><em><code>x</code></em></strong>" in drawn
    assert "href" not in drawn
    assert "example.org" not in drawn


@pytest.mark.parametrize("text", some(HOSTILE))
def test_hostile_texts_make_no_element(text: str) -> None:
    plain = draw(block(BlockKind.PARAGRAPH, "x", marker="y"))
    drawn = draw(block(BlockKind.PARAGRAPH, text, marker=text))
    assert re.findall(r"<[^>]*>", drawn) == re.findall(r"<[^>]*>", plain)


def test_a_tree_deeper_than_anybody_follows_is_drawn() -> None:
    tree = block(BlockKind.PARAGRAPH, "deepest")
    for _ in range(200):
        tree = Block(BlockKind.QUOTE, children=(Inline("q"), tree))
    drawn = draw(tree)
    assert drawn.count("<blockquote>") < 50
    assert drawn.count(">q<") == 200
    assert "deepest" in drawn
