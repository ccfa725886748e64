"""The texts inside a block of HTML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.filters.markdown.rawhtml import says_something, texts
from workflow.model import BlockKind


@pytest.mark.parametrize(
    ("block", "found"),
    [
        ("<p>One <b>two</b></p>", "One <b>two</b>"),
        ("<p>One<p>two", "One|two"),
        ("<div>\nOne\ntwo\n</div>", "One\ntwo"),
        ("<div>One<br>two<hr>three</div>", "One<br>two|three"),
        ("<ul><li>One</li>\n<li>two</ul>", "One|two"),
        ("<DIV><P>One</P></DIV>", "One"),
        ("<my-box>One</my-box>", "One"),
        ("<p>One<img src='a.png' alt='A'> two</p>", "One<img src='a.png' alt='A'> two"),
        ('<p title="a > b">One</p>', "One"),
        ("<p title=it's>One</p>", "One"),
        ("<p\nclass=x\n>One</p>", "One"),
        ("<div>5 < 6 & 7</div>", "5 < 6 & 7"),
        ("<div>\n<b>\nOne\n</b>\n</div>", "One"),
        ("<div>\n<a href=x>\nOne\n</a> two\n</div>", "One\n</a> two"),
        ("</p>One", "One"),
        ("<p>One</p> two <p>three", "One|two|three"),
        ("<code>x</code> One", "<code>x</code> One"),
        # what no reader sees
        ("<script>One</script><p>two", "two"),
        ("<style>\nOne\n</style>", ""),
        ("<pre>\nOne\n</pre>", "<pre>\nOne\n</pre>"),  # as code
        ("<svg><text>One</text></svg>two", "two"),
        ("<title>One</title><p>two", "two"),
        ("<script>never closed <p>One</p>", ""),
        ("<!-- One -->", ""),
        ("<!-- One --> two <!-- three -->", "two"),
        ("<p>One <!-- two --> three</p>", "One <!-- two --> three"),
        ("<!--> One", "One"),
        ("<p>One <!-- two", "One"),
        ("<!-- One <p>two", ""),
        ("<?php echo 'One' ?>", ""),
        ("<p>One <?php echo ?> two", "One|two"),
        ("<?php echo 'One", ""),
        ("<!DOCTYPE html>One", "One"),
        ("<![CDATA[One]]>two", "two"),
        ("<![CDATA[One", ""),
        ("<p>One</p><p class='two", "One|<p class='two"),
        ("<p>One</p><div two <b", "One|<div two <b"),
        ("<p></p>\n \n", ""),
        ("", ""),
    ],
)
def test_texts(block: str, found: str) -> None:
    assert "|".join(each.span.of(block) for each in texts(block)) == found


@pytest.mark.parametrize(
    ("block", "kind", "level"),
    [
        ("<p>x", BlockKind.PARAGRAPH, 0),
        ("<div>x", BlockKind.PARAGRAPH, 0),
        ("<h3>x</h3>", BlockKind.HEADING, 3),
        ("<H1><span>x</span></H1>", BlockKind.HEADING, 1),
        ("<hr>x", BlockKind.PARAGRAPH, 0),
        ("<ol><li>x", BlockKind.ORDERED_ITEM, 1),
        ("<ol><li><ul><li>x", BlockKind.UNORDERED_ITEM, 2),
        ("<ul><li><p>x", BlockKind.UNORDERED_ITEM, 1),
        ("<blockquote><p>x", BlockKind.QUOTE, 0),
        ("<table><tr><td>x", BlockKind.TABLE_CELL, 0),
        ("<tr><th><div>x", BlockKind.TABLE_CELL, 0),
        ("<table><caption>x", BlockKind.CAPTION, 0),
        ("<figure><figcaption>x", BlockKind.CAPTION, 0),
        ("<li></li>x", BlockKind.PARAGRAPH, 0),
        ("<li><p></li>x", BlockKind.PARAGRAPH, 0),
        ("</li>x", BlockKind.PARAGRAPH, 0),
        ("<li></p>x", BlockKind.UNORDERED_ITEM, 1),
    ],
)
def test_kinds(block: str, kind: BlockKind, level: int) -> None:
    (found,) = texts(block)
    assert (found.kind, found.level) == (kind, level)


_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<b>", "</b>", "<", ">", "<!--", "-->", "<?", "?>", "'", '"', "word"),
        *(" ", "\n", "<li", "</", "<script>", "</script>", "<![CDATA[", "]]>", "<!x", "=", "/"),
    ]
)


@given(st.lists(_PIECES, max_size=20).map("".join))
def test_texts_stand_one_behind_the_other_without_white_space_around(block: str) -> None:
    position = 0
    for each in texts(block):
        assert position <= each.span.start < each.span.end
        assert each.span.of(block) == each.span.of(block).strip()
        position = each.span.end
    assert position <= len(block)


def test_items_of_a_numbered_list_have_their_number() -> None:
    block = "<ol><li>a</li><li>b<ol><li>c</ol></li><li>d</ol><ul><li>e</ul>"
    found = [(each.span.of(block), each.marker, each.level) for each in texts(block)]
    assert found == [("a", "1.", 1), ("b", "2.", 1), ("c", "1.", 2), ("d", "3.", 1), ("e", "", 1)]


def test_what_is_preformatted_is_code() -> None:
    block = "<p>a</p><pre>b\n c</pre>"
    assert [(each.span.of(block), each.kind) for each in texts(block)] == [
        ("a", BlockKind.PARAGRAPH),
        ("<pre>b\n c</pre>", BlockKind.CODE),
    ]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a", True),
        ("`a`", True),
        ("<code>a</code>", False),
        ("<code>a</code> b", True),
        ("<img alt='a'>", False),
        ("&amp; &#8212;", False),
        ("{{ a }}", False),
        ("٣", True),
    ],
)
def test_what_says_something(text: str, says: bool) -> None:
    assert says_something(text) is says
