"""Runs, stretches, links and characters."""

import pytest

from workflow.exporters.tree import (
    clean,
    code,
    is_task,
    nested,
    note_name,
    plain,
    runs,
    safe_link,
    shallow,
    shape,
    stretches,
    texts,
    walk,
    ways,
)
from workflow.model import Block, BlockKind, Inline

ITEM, HEADING, QUOTE = BlockKind.ORDERED_ITEM, BlockKind.HEADING, BlockKind.QUOTE


def test_runs_gather_what_a_reader_sees_as_one() -> None:
    blocks = (
        Block(HEADING, 1), Block(HEADING, 1), Block(HEADING, 2), Block(HEADING, 2),
        Block(ITEM, 1, "1."), Block(ITEM, 1, "2."), Block(ITEM, 1, "(1)"), Block(ITEM, 1, "(12)"),
        Block(QUOTE), Block(QUOTE), Block(BlockKind.PARAGRAPH), Block(BlockKind.PARAGRAPH),
        Block(BlockKind.SIGNATORY), Block(BlockKind.SIGNATORY, 0, "•"),
    )  # fmt: skip
    gathered = list(runs(blocks))
    assert [len(run) for run in gathered] == [2, 1, 1, 2, 2, 2, 1, 1, 2]
    assert tuple(block for run in gathered for block in run) == blocks


def test_a_quotation_that_holds_blocks_is_a_whole() -> None:
    whole = Block(QUOTE, children=(Block(BlockKind.PARAGRAPH),))
    assert [len(run) for run in runs((whole, whole, Block(QUOTE), Block(QUOTE)))] == [1, 1, 2]


def test_boxes_are_one_list_whether_ticked_or_not() -> None:
    blocks = (Block(ITEM, 1, "☐"), Block(ITEM, 1, "☑"), Block(ITEM, 1, "1."))
    assert [len(run) for run in runs(blocks)] == [2, 1]
    assert [is_task(block) for block in blocks] == [True, True, False]


def test_what_stands_too_deep_comes_after_what_it_stood_in() -> None:
    tree: tuple[Block, ...] = ()
    for level in (4, 3, 2, 1):
        tree = (Block(QUOTE, level, "", (Inline(str(level)), *tree)), Block(HEADING, level))
    lifted = shallow(tree, 1)
    assert [block.level for block in walk(lifted)] == [block.level for block in walk(tree)]
    assert [block.level for block in lifted] == [1, 1]
    assert [block.level for block in nested(lifted[0])] == [2, 3, 4, 4, 3, 2]
    assert shallow(tree) == tree


def test_a_table_is_not_torn_apart() -> None:
    cell = Block(BlockKind.TABLE_CELL, children=(Inline("a"),))
    table = Block(BlockKind.TABLE, children=(Block(BlockKind.TABLE_ROW, children=(cell,)),))
    tree = (Block(QUOTE, children=(Block(QUOTE, children=(table,)),)),)
    assert shallow(tree, 1) == (Block(QUOTE, children=(Block(QUOTE), table)),)


def test_code_keeps_all_but_the_end_of_its_last_line() -> None:
    assert code(Block(BlockKind.CODE, children=(Inline(" a \r\n\n\n\x00", code=True),))) == (
        " a \n\n\n\ufffd"
    )
    assert code(Block(BlockKind.CODE, children=(Inline("a\n\n", code=True),))) == "a\n"


def test_ways() -> None:
    assert ways("12 – 7") == set()
    assert ways("נהר") == ways("نهر") == {"rtl"}


def test_texts_that_look_the_same_become_one() -> None:
    block = Block(
        BlockKind.PARAGRAPH,
        children=(Inline("a"), Inline(""), Inline("b"), Inline("c", strong=True), Block(QUOTE)),
    )
    assert texts(block) == (Inline("ab"), Inline("c", strong=True))
    assert nested(block) == (Block(QUOTE),)
    assert plain(texts(block)) == "abc"
    assert list(walk([block])) == [block, Block(QUOTE)]


def test_a_refused_address_is_gone() -> None:
    row = (Inline("a", link="javascript:b"), Inline("c"))
    assert texts(Block(BlockKind.PARAGRAPH, children=row)) == (Inline("ac"),)


def test_stretches_change_with_the_language() -> None:
    row = (Inline("a", language="fr"), Inline("b"), Inline("c", language="en"))
    assert list(stretches(row, "fr")) == [("", row[:2]), ("en", row[2:])]


@pytest.mark.parametrize(
    "link", ["https://example.org/a?b=c#d", "HTTP://example.org", "mailto:a@example.org", "#note-1"]
)
def test_addresses_that_are_taken(link: str) -> None:
    assert safe_link(link) == link


@pytest.mark.parametrize(
    "link",
    [
        "javascript:x",
        "data:x",
        "//example.org",
        "/etc",
        "https:///x",
        "https://a b",
        "#",
        "",
        "http://a\x00",
    ],
)
def test_addresses_that_are_refused(link: str) -> None:
    assert safe_link(link) == ""


def test_what_no_file_may_hold_is_replaced() -> None:
    assert clean("a\u2028b\x0cc\x07d\ud800\tе") == "a\nb\nc\ufffdd\ufffd\tе"


def test_shapes_of_markers() -> None:
    assert shape("1.") == shape("12.") != shape("(1)")
    assert shape("一、") == shape("十一、")
    assert shape("١-") == shape("٢-")


@pytest.mark.parametrize(
    ("marker", "name"), [("[1]", "#note-1"), ("*", "#note-*"), ("3", "#note-3")]
)
def test_names_of_notes(marker: str, name: str) -> None:
    assert note_name(Block(BlockKind.FOOTNOTE, marker=marker)) == name
