"""Markdown: read again by a CommonMark parser, it is the same statement."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

from tests.cases import tries
from tests.workflow.exporters.conftest import (
    Make,
    Page,
    bare,
    hostile_inline,
    hostile_text,
    hostile_trees,
    tree,
)
from workflow.exporters.markdown import MARKDOWN
from workflow.exporters.tables import grid
from workflow.exporters.tree import clean, code, counts, is_task, nested, texts, walk
from workflow.model import Block, BlockKind, Inline, TargetDocument

READER = MarkdownIt("commonmark", {"maxNesting": 1000}).enable(["table", "strikethrough"])
WITH_NOTES = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
_MARKS = {"strong": "strong", "em": "em", "s": "del", "del": "del", "code": "code", "a": "a"}
_PLACES = {"li", "blockquote", "pre", "th", "td"} | {f"h{level}" for level in range(1, 7)}
Letter = tuple[str, frozenset[str], tuple[str, ...]]
"""A character, the marks on it, and what it stands in, from outside."""


class Reading(Page):
    """Read Markdown as a person would, letter by letter."""

    def __init__(self, markdown: str, reader: MarkdownIt = READER) -> None:
        self.letters: list[Letter] = []
        self.code: list[str] = []
        super().__init__(reader.render(markdown))

    def handle_data(self, data: str) -> None:
        super().handle_data(data)
        around = [tag for tag, _ in self._open]
        if "pre" in around:
            self.code.append(data)
        marks = frozenset(_MARKS[tag] for tag in around if tag in _MARKS)
        path = tuple(tag for tag in around if tag in _PLACES)
        self.letters += [(letter, marks, path) for letter in bare(data)]


def _markdown(make: Make, source: str, locale: str = "en") -> str:
    return MARKDOWN.export(make(*tree(source.strip("\n").split("\n")), locale=locale)).decode()


def _page(markdown: str) -> Reading:
    return Reading(markdown)


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


def test_boxes_to_tick(make: Make) -> None:
    source = "unordered_item|1|☑|Done.\nordered_item|1|☐|Not yet.\n"
    assert _markdown(make, source) == "- [x] Done.\n\n<!-- -->\n\n- [ ] Not yet.\n"


def test_a_line_between_parts_is_never_taken_for_something_else(make: Make) -> None:
    markdown = _markdown(make, "rule|0||\nunordered_item|1|•|\n  rule|0||\nparagraph|0||A\n")
    assert markdown == "___\n\n- ___\n\nA\n"
    assert [tag for tag, _ in _page(markdown).tags] == ["hr", "ul", "li", "hr", "p"]


def test_items_of_nothing_but_items_are_no_line(make: Make) -> None:
    source = "unordered_item|1||\n  unordered_item|2||\n    unordered_item|3||\n"
    markdown = _markdown(make, source)
    assert markdown == "- <!-- -->\n\n  - -\n"
    assert [tag for tag, _ in _page(markdown).tags] == ["ul", "li"] * 3


def test_two_quotations_stay_two(make: Make) -> None:
    source = (
        "quote|0||\n  paragraph|0||A\n  unordered_item|1|•|B\nquote|0||\n  quote|0||C\nquote|0||D\n"
    )
    markdown = _markdown(make, source)
    assert markdown == "> A\n>\n> - B\n\n<!-- -->\n\n> > C\n\n<!-- -->\n\n> D\n"


def test_code_keeps_its_blanks(make: Make) -> None:
    source = "unordered_item|1|•|A\n  code|0||  a  \\n\\n\tb\\n\n"
    assert _markdown(make, source) == "- A\n\n  ```\n    a  \n\n  \tb\n  ```\n"


def test_a_note_of_several_blocks(make: Make) -> None:
    source = "footnote|0|[1]|\n  code|0||a\n  paragraph|0||B\n"
    assert _markdown(make, source) == "[^1]:\n\n    ```\n    a\n    ```\n\n    B\n"


def test_lines_are_not_wrapped(make: Make) -> None:
    assert _markdown(make, "paragraph|0||" + "river " * 100).count("\n") == 1


@settings(max_examples=tries(400), deadline=None)
@given(hostile_text)
def test_no_character_of_a_text_is_markup(text: str) -> None:
    page = _page(MARKDOWN.export(_document(_paragraph(Inline(text)))).decode())
    assert bare(page.words) == bare(clean(text))
    assert {tag for tag, _ in page.tags} <= {"p", "br"}


@settings(max_examples=tries(300), deadline=None)
@given(hostile_inline, hostile_inline, hostile_inline)
def test_no_row_of_texts_runs_together(one: Inline, two: Inline, three: Inline) -> None:
    block = _paragraph(one, two, three)
    page = _page(MARKDOWN.export(_document(block)).decode())
    assert page.letters == list(_letters((block,)))


@settings(max_examples=tries(200), deadline=None)
@given(hostile_text)
def test_no_footnote_becomes_a_definition(text: str) -> None:
    block = Block(BlockKind.FOOTNOTE, 0, "[1]", (Inline(text),))
    page = _page(MARKDOWN.export(_document(block)).decode())
    assert bare(page.words) == bare("[^1]:" + clean(text))


@settings(max_examples=tries(300), deadline=None)
@given(hostile_trees)
def test_the_same_tree_comes_back(blocks: tuple[Block, ...]) -> None:
    page = _page(MARKDOWN.export(_document(*blocks)).decode())
    assert page.letters == list(_letters(blocks))
    lists_and_headings = {"li", "blockquote", "table", "tr", "hr"}
    got = [tag for tag, _ in page.tags if tag in lists_and_headings or tag[1:].isdigit()]
    assert got == list(_outline(blocks))
    lines = [code(block) for block in walk(blocks) if block.kind is BlockKind.CODE]
    assert page.code == [each + "\n" for each in lines if each]


@settings(max_examples=tries(100), deadline=None)
@given(hostile_trees)
def test_a_note_holds_what_stands_in_it(blocks: tuple[Block, ...]) -> None:
    blocks = (Block(BlockKind.PARAGRAPH, children=(Inline("Note."),)), *blocks)
    note = Block(BlockKind.FOOTNOTE, 0, "[1]", (Inline("Opening."), *blocks))
    reference = _paragraph(Inline("See"), Inline("[1]", link="#note-1"))
    markdown = MARKDOWN.export(_document(reference, note)).decode()
    html = WITH_NOTES.render(markdown)
    inside = html.split('class="footnote-item">')[1].replace("\u21a9\ufe0e", "")
    end = inside.rindex("</li>")
    page = Reading("", WITH_NOTES)
    page.letters.clear()
    page.feed(inside[:end].rsplit(" <a href", 1)[0])
    assert [letter for letter, *_ in page.letters] == [
        letter for letter, *_ in _letters((_paragraph(Inline("Opening.")), *blocks))
    ]


def _paragraph(*row: Inline) -> Block:
    return Block(BlockKind.PARAGRAPH, 0, "", row)


def _letters(blocks: tuple[Block, ...], around: tuple[str, ...] = ()) -> Iterator[Letter]:
    """Say what a reader must find, letter by letter."""
    for block in blocks:
        table = grid(block, "en") if block.kind is BlockKind.TABLE else None
        if table:
            for cell in table.headings:
                yield from _row(texts(cell), (*around, "th"))
            for cell in (cell for row in table.rows for cell in row):
                yield from _row(texts(cell), (*around, "td"))
            continue
        path = around
        if _is_item(block):
            path = (*around, "li")
        elif block.kind is BlockKind.QUOTE:
            path = (*around, "blockquote")
        yield from _row((Inline(_spelled_out(block)),), path)
        if block.kind is BlockKind.HEADING:
            yield from _row(texts(block), (*path, f"h{min(max(block.level, 1), 6)}"))
        elif block.kind is BlockKind.CODE:
            yield from _row((Inline(code(block), code=True),), (*path, "pre"))
        else:
            yield from _row(texts(block), path)
        yield from _letters(nested(block), path)


def _row(row: tuple[Inline, ...], path: tuple[str, ...]) -> Iterator[Letter]:
    for inline in row:
        flags = {
            "strong": inline.strong,
            "em": inline.emphasis,
            "del": inline.struck,
            "code": inline.code,
            "a": bool(inline.link),
        }
        marks = frozenset(mark for mark, is_set in flags.items() if is_set)
        yield from ((letter, marks, path) for letter in bare(inline.text))


def _spelled_out(block: Block) -> str:
    """Give the markers that stand in the text: neither bullets nor Markdown's own numbers."""
    if is_task(block):
        return "[ ]" if block.marker == "☐" else "[x]"
    native = block.marker in ("1.", "2.", "7)") and "unordered" not in block.kind
    return block.marker if counts(block.marker) and not native else ""


def _outline(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Name the elements that a tree must become; one blockquote for quotations in a row."""
    before: Block | None = None
    for block in blocks:
        filled = any(_has_words(one) for one in walk([block]))
        table = grid(block, "en") if block.kind is BlockKind.TABLE else None
        if table:
            yield from ("table", *["tr"] * (len(table.rows) + 1))
            before = block
            continue
        if _is_item(block):
            yield "li"
        elif block.kind is BlockKind.QUOTE and filled and not _goes_on(before, block):
            yield "blockquote"
        elif block.kind is BlockKind.HEADING and _has_words(block):
            yield f"h{min(max(block.level, 1), 6)}"
        elif block.kind is BlockKind.RULE:
            yield "hr"
        yield from _outline(nested(block))
        before = block if filled or block.kind is not BlockKind.QUOTE else before


def _goes_on(before: Block | None, block: Block) -> bool:
    return bool(before and before.kind is block.kind and not nested(before) and not nested(block))


def _is_item(block: Block) -> bool:
    return block.kind is BlockKind.SIGNATORY or block.kind.value.endswith("item")


def _has_words(block: Block) -> bool:
    if _is_item(block) or block.kind is BlockKind.RULE:
        return True
    if block.kind is BlockKind.CODE:
        return bool(code(block))
    if block.kind is BlockKind.TABLE and grid(block, "en"):
        return True
    return any(inline.text.strip(" \t\n") for inline in texts(block))
