"""Runs, stretches, links and characters."""

import pytest

from workflow.exporters.tree import (
    clean,
    nested,
    note_name,
    plain,
    runs,
    safe_link,
    shape,
    stretches,
    texts,
    walk,
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
