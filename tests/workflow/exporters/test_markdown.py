"""Markdown: read again by a CommonMark parser, it is the same statement."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt

from tests.workflow.exporters.conftest import (
    Make,
    Page,
    bare,
    hostile_inline,
    hostile_text,
    hostile_trees,
    marked,
    tree,
)
from workflow.exporters.markdown import MARKDOWN
from workflow.exporters.tree import clean, counts, nested, texts, walk
from workflow.model import Block, BlockKind, Inline, TargetDocument

READER = MarkdownIt("commonmark")


def _markdown(make: Make, source: str, locale: str = "en") -> str:
    return MARKDOWN.export(make(*tree(source.strip("\n").split("\n")), locale=locale)).decode()


def _page(markdown: str) -> Page:
    return Page(READER.render(markdown).replace("<br />", "<br>").replace("<!-- -->", ""))


def _document(*blocks: Block) -> TargetDocument:
    return TargetDocument("x", "", "ja", "en", b"", blocks)


def test_numbers_that_markdown_knows_stay_numbers(make: Make) -> None:
    source = "ordered_item|1|2.|Two.\n  paragraph|0||More.\nordered_item|1|3.|Three.\n"
    markdown = _markdown(make, source)
    assert markdown == "2. Two.\n\n   More.\n\n3. Three.\n"
    assert _page(markdown).all("ol") == [{"start": "2"}]


def test_a_number_out_of_order_begins_a_list_of_its_own(make: Make) -> None:
    page = _page(_markdown(make, "ordered_item|1|2.|Two.\nordered_item|1|10.|Ten.\n"))
    assert page.all("ol") == [{"start": "2"}, {"start": "10"}]


@pytest.mark.parametrize("marker", ["(1)", "a)", "IV.", "一、", "١-", "§ 4", "Article 4"])
def test_other_markers_open_the_text(make: Make, marker: str) -> None:
    markdown = _markdown(make, f"ordered_item|1|{marker}|River.\nordered_item|1|{marker}|Bank.\n")
    assert markdown == f"* {marker} River.\n* {marker} Bank.\n"
    assert len(_page(markdown).all("li")) == 2


def test_a_number_written_otherwise_is_kept_as_it_is_written(make: Make) -> None:
    assert _markdown(make, "ordered_item|1|01.|River.\n") == "* 01\\. River.\n"


def test_two_lists_in_a_row_stay_two(make: Make) -> None:
    markdown = _markdown(make, "unordered_item|1|•|A\nsignatory|0|•|B\n")
    assert markdown == "- A\n\n<!-- -->\n\n- B\n"
    page = _page(markdown)
    assert [tag for tag, _ in page.tags] == ["ul", "li", "ul", "li"]


def test_lists_of_two_kinds_need_nothing_between_them(make: Make) -> None:
    markdown = _markdown(make, "unordered_item|1|•|A\nordered_item|1|(1)|B\nordered_item|1|1.|C\n")
    assert markdown == "- A\n\n* (1) B\n\n1. C\n"
    assert [tag for tag, _ in _page(markdown).tags] == ["ul", "li", "ul", "li", "ol", "li"]


def test_footnotes(make: Make) -> None:
    source = (
        "paragraph|0||Water.[[1]](#note-1) See [there](#note-1).[[9]](#note-9)\n"
        "footnote|0|[1]|The report.\nfootnote|0|[*]|https://example.org\n"
    )
    assert _markdown(make, source) == (
        "Water.[^1] See there[^1].\\[9\\](#note-9)\n\n"
        "[^1]: The report.\n\n[^note-2]: https://example.org <!-- -->\n"
    ).replace("\\[9\\](#note-9)", "[\\[9\\]](#note-9)")


def test_emphasis_uses_tags_where_stars_would_not_work(make: Make) -> None:
    source = "paragraph|0||水は**「重要」**だ。**川**は*道*だ。\n"
    markdown = _markdown(make, source, "ja")
    assert markdown == "水は<strong>「重要」</strong>だ。**川**は*道*だ。\n"
    assert [tag for tag, _ in _page(markdown).tags] == ["p", "strong", "strong", "em"]


def test_foreign_words_carry_their_language(make: Make) -> None:
    markdown = _markdown(make, "paragraph|0||ماء {en:Water.} ماء\n", "ar")
    assert markdown == 'ماء <span lang="en" dir="ltr">Water.</span> ماء\n'


def test_lines_are_not_wrapped(make: Make) -> None:
    assert _markdown(make, "paragraph|0||" + "river " * 100).count("\n") == 1


@settings(max_examples=400, deadline=None)
@given(hostile_text)
def test_no_character_of_a_text_is_markup(text: str) -> None:
    page = _page(MARKDOWN.export(_document(_paragraph(Inline(text)))).decode())
    assert bare(page.words) == bare(clean(text))
    assert {tag for tag, _ in page.tags} <= {"p", "br"}


@settings(max_examples=300, deadline=None)
@given(hostile_inline, hostile_inline, hostile_inline)
def test_no_row_of_texts_runs_together(one: Inline, two: Inline, three: Inline) -> None:
    block = _paragraph(one, two, three)
    page = _page(MARKDOWN.export(_document(block)).decode())
    assert bare(page.words) == bare(clean(one.text + two.text + three.text))
    row = [inline for inline in texts(block) if inline.text.strip(" \t\n")]
    assert len(page.all("strong")) == sum(inline.strong for inline in row)
    assert len(page.all("em")) == sum(inline.emphasis for inline in row)
    assert len(page.all("code")) == sum(inline.code for inline in row)
    assert len(page.all("a")) == sum(inline.link.startswith(("https", "#")) for inline in row)


@settings(max_examples=200, deadline=None)
@given(hostile_text)
def test_no_footnote_becomes_a_definition(text: str) -> None:
    block = Block(BlockKind.FOOTNOTE, 0, "[1]", (Inline(text),))
    page = _page(MARKDOWN.export(_document(block)).decode())
    assert bare(page.words) == bare("[^1]:" + clean(text))


@settings(max_examples=300, deadline=None)
@given(hostile_trees)
def test_the_same_tree_comes_back(blocks: tuple[Block, ...]) -> None:
    page = _page(MARKDOWN.export(_document(*blocks)).decode())
    assert bare(page.words) == bare(clean(marked(blocks, _spelled_out)))
    got = [tag for tag, _ in page.tags if tag in {"li", "blockquote"} or tag[1:].isdigit()]
    assert got == list(_outline(blocks))


def _paragraph(*row: Inline) -> Block:
    return Block(BlockKind.PARAGRAPH, 0, "", row)


def _spelled_out(block: Block) -> str:
    """Give the markers that stand in the text: neither bullets nor Markdown's own numbers."""
    native = block.marker in ("1.", "2.", "7)") and "unordered" not in block.kind
    return block.marker if counts(block.marker) and not native else ""


def _outline(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Name the elements that a tree must become; one blockquote for quotations in a row."""
    before: BlockKind | None = None
    for block in blocks:
        filled = any(_has_words(one) for one in walk([block]))
        item = block.kind is BlockKind.SIGNATORY or block.kind.value.endswith("item")
        if item:
            yield "li"
        elif block.kind is BlockKind.QUOTE and filled and before is not BlockKind.QUOTE:
            yield "blockquote"
        elif block.kind is BlockKind.HEADING and _has_words(block):
            yield f"h{min(max(block.level, 1), 6)}"
        yield from _outline(nested(block))
        before = block.kind if filled or block.kind is not BlockKind.QUOTE else before


def _has_words(block: Block) -> bool:
    item = block.kind is BlockKind.SIGNATORY or block.kind.value.endswith("item")
    return item or any(inline.text.strip(" \t\n") for inline in texts(block))
