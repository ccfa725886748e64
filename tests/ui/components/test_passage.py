"""People's text stays text: no element, no attribute, no direction that leaks."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from tests.cases import some
from tests.hostile import HOSTILE
from ui.components.passage import clean, filled, language_of, name, own_words, passage, said
from ui.language import words


class Elements(HTMLParser):
    """Collects what a browser would make elements and attributes of, and the text between."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {key for key, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Elements:
    found = Elements()
    found.feed(html)
    found.close()
    return found


@pytest.mark.parametrize("text", some(HOSTILE))
def test_a_hostile_text_makes_nothing_but_text(text: str) -> None:
    ways = [
        (passage(text, "ar", tag="p"), ["p"]),
        (own_words(text, tag="p"), ["p"]),
        (filled("{who} says", who=name(text)), ["bdi"]),
        (said(words("en"), text), ["p"]),
    ]
    for html, tags in ways:
        found = read(html)
        assert found.tags == tags
        assert found.names <= {"class", "lang", "dir"}
        assert found.text.removesuffix(" says") == clean_of(text)


def clean_of(text: str) -> str:
    return read(f"<p>{clean(text)}</p>").text


def test_a_text_carries_its_language_and_direction() -> None:
    assert passage("سلام", "fa", kind="x") == (
        '<span class="us-text x" lang="fa" dir="rtl">سلام</span>'
    )
    assert language_of("en") == 'lang="en" dir="ltr"'
    assert 'dir="auto"' in own_words("x")


def test_a_language_can_bring_nothing_in() -> None:
    assert read(f"<p {language_of(chr(34) + '><b>')}>").tags == ["p"]


def test_values_in_a_sentence_are_no_template() -> None:
    assert filled("{a} {b}", a=name("{b}"), b="2") == "<bdi>{b}</bdi> 2"


def test_characters_that_no_page_may_hold_are_shown_as_such() -> None:
    assert clean("a\x00b\x1b\ud800") == "a\ufffdb\ufffd\ufffd"
    assert clean("a\nb\tc") == "a\nb\tc"
