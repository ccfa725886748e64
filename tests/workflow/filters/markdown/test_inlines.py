"""Inline markup as its reader sees it."""

import pytest

from workflow.filters.markdown.inlines import inlines, plain_inlines, tagged_inlines
from workflow.filters.markdown.scan import scan
from workflow.model import Inline

ENV = scan("[river]: /river 'About'\n\n[^a]: A\n\n[^b]: B\n").env


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One", [Inline("One")]),
        ("**One** two", [Inline("One", strong=True), Inline(" two")]),
        ("*One*", [Inline("One", emphasis=True)]),
        ("***One***", [Inline("One", strong=True, emphasis=True)]),
        ("~~One *two*~~", [Inline("One ", struck=True), Inline("two", struck=True, emphasis=True)]),
        ("`a < b`", [Inline("a < b", code=True)]),
        ("**`a`**", [Inline("a", strong=True, code=True)]),
        ("[One](a.html)", [Inline("One", link="a.html")]),
        ("[**One** two][river]", [Inline("One", strong=True, link="/river"),
                                  Inline(" two", link="/river")]),
        ("[One][nobody]", [Inline("[One][nobody]")]),
        ("<https://a.example>", [Inline("https://a.example", link="https://a.example")]),
        ("<m@a.example>", [Inline("m@a.example", link="mailto:m@a.example")]),
        ("![One *two*](a.png)", [Inline("One two", link="a.png")]),
        ("[![One](a.png)](b.html)", [Inline("One", link="b.html")]),
        ("![](a.png)", []),
        ("[](a.html)", []),
        ("One  \ntwo\\\nthree\nfour", [Inline("One"), Inline("\n"), Inline("two"), Inline("\n"),
                                        Inline("three"), Inline(" "), Inline("four")]),
        ("&amp; \\* &#8212;", [Inline("&"), Inline(" "), Inline("*"), Inline(" "), Inline("—")]),
        ("<b>One</b><br>two", [Inline("One", strong=True), Inline("\n"), Inline("two")]),
        ("<a href='x&amp;y'>One</a> two", [Inline("One", link="x&y"), Inline(" two")]),
        ("<a>One</a>", [Inline("One")]),
        ("</b>One", [Inline("One")]),
        ("One<!-- two -->", [Inline("One")]),
        ("<kbd>One</kbd><del>two</del>", [Inline("One", code=True), Inline("two", struck=True)]),
    ],
)  # fmt: skip
def test_markdown(text: str, found: list[Inline]) -> None:
    assert list(inlines(text, ENV, {})) == found


def test_footnotes_are_numbered_as_they_are_met() -> None:
    notes = {"x": 1}
    found = list(inlines("One[^b][^a][^b][^c]", ENV, notes))
    assert notes == {"x": 1, "b": 2, "a": 3}
    assert found == [
        Inline("One"),
        Inline("[2]", link="#note-2"),
        Inline("[3]", link="#note-3"),
        Inline("[2]", link="#note-2"),
        Inline("[^c]"),
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One *two*", [Inline("One *two*")]),
        ("One <b>two</b>", [Inline("One "), Inline("two", strong=True)]),
        ("5 &lt; 6 < 7", [Inline("5 < 6 < 7")]),
        ("One<br/>two", [Inline("One"), Inline("\n"), Inline("two")]),
        ('<a href="a.html">One</a>', [Inline("One", link="a.html")]),
        ("One<!-- two -->three", [Inline("One"), Inline("three")]),
    ],
)
def test_html(text: str, found: list[Inline]) -> None:
    assert [each for each in tagged_inlines(text) if each.text] == found


def test_plain() -> None:
    assert list(plain_inlines("*One* &amp; <b>")) == [Inline("*One* &amp; <b>")]
