"""Texts with inline markup: what they say, and where they may be cut."""

import re

import pytest

from workflow.filters.markdown.markup import pieces, safe_cuts, says_something, tokens
from workflow.filters.markdown.scan import scan
from workflow.model import Span

ENV = scan("[river]: /river 'About'\n\n[^1]: Note\n").env


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("One", True),
        ("12", True),
        ("川", True),
        ("**One**", True),
        ("`x` One", True),
        ("![One](a.png)", True),
        ("[One](a.html)", True),
        ("[river]", True),
        ("[nobody]", True),
        ("a_b", True),
        ("—", False),
        ("***", False),
        ("`x`", False),
        ("``a ` b``", False),
        ("<b></b>", False),
        ("<!-- One -->", False),
        ("![](a.png)", False),
        ("[](a.html)", False),
        ("<https://a.example>", False),
        ("https://a.example", False),
        ("m@a.example", False),
        ("{{ a }}", False),
        ("&copy;", False),
        ("[^1]", False),
        ("_ _", False),
        ("", False),
    ],
)
def test_says_something(text: str, says: bool) -> None:
    assert says_something(text, ENV) is says


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One &amp; two", [("words", "", "One & two")]),
        ("[One](a 'B')", [("link", "a", "B"), ("words", "", "One"), ("link_close", "", "")]),
        ("![One](a)", [("image", "a", "One\n")]),
        ("`x`", [("code_inline", "x", "")]),
        ("a[^1]", [("words", "", "a"), ("footnote", "1", "")]),
        ("*a*", [("em_open", "", ""), ("words", "", "a"), ("em_close", "", "")]),
    ],
)
def test_pieces(text: str, found: list[tuple[str, str, str]]) -> None:
    assert list(pieces(text, ENV)) == found


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("One. Two. Three.", "One.|Two.|Three."),
        ("*One.* Two.", "*One.*|Two."),
        ("*One. Two.* Three.", "*One. Two.*|Three."),
        ("**One. Two. Three.** Four.", "**One. Two. Three.**|Four."),
        ("[One. Two.](a) Three.", "[One. Two.](a)|Three."),
        ("[One. Two.][river] Three.", "[One. Two.][river]|Three."),
        ("[One. Two. Three.", "[One.|Two.|Three."),
        ("`One. Two.` Three.", "`One. Two.`|Three."),
        ("One `two. Three. Four` five. Six.", "One `two. Three. Four` five.|Six."),
        ("One <b title='Two. Three.'> four. Five.", "One <b title='Two. Three.'>|four.|Five."),
        ("~~One. Two.~~ Three.", "~~One. Two.~~|Three."),
        ("*One. Two. Three.", "*One.|Two.|Three."),
        ("One.\nTwo. Three.", "One.\nTwo.|Three."),
        ("**一。**Two. Three.", "**一。**Two.|Three."),
        ("**One. Two. Three.", "**One.|Two.|Three."),
        ("One.", "One."),
    ],
)
def test_safe_cuts(text: str, cut: str) -> None:
    spans = [
        Span(*found.span())
        for found in re.finditer(r"[^\s.。]([^.。]*)[.。]\S*?(?=\s|Two|$)", text)
    ]
    assert "|".join(span.of(text) for span in safe_cuts(text, spans, ENV)) == cut


def test_what_would_take_too_long_stays_whole() -> None:
    text = "*One. Two.* " * 4_000
    spans = [Span(*found.span()) for found in re.finditer(r"\S+", text)]
    assert safe_cuts(text, spans, ENV) == (Span(0, len(text) - 1),)


def test_a_text_may_be_read_twice() -> None:
    first = [token.meta for token in tokens("One[^1] [river]", ENV)]
    again = [token.meta for token in tokens("One[^1] [river]", ENV)]
    assert [each.get("label") for each in first] == [each.get("label") for each in again]
    assert [each["label"] for each in again if each] == ["1"]
