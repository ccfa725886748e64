"""A line of filters: what is asked for stands in it, and stays a text."""

from __future__ import annotations

import re

import pytest

from tests.hostile import HOSTILE
from ui.components.filtering import filters, hidden, languages, search, select
from ui.language import words


def test_the_form_asks_the_same_screen_and_has_one_button_at_its_end() -> None:
    fields = (search("Find", "a", 9), hidden("document", "letter"))
    drawn = filters(words("ar"), "board", *fields, is_open=False)
    assert '<form class="us-filters" method="get" action="./board" role="search"' in drawn
    assert 'dir="rtl"' in drawn
    assert re.findall(r'name="(\w+)"', drawn) == ["find", "document"]
    assert drawn.count("<button") == 1
    assert drawn.endswith("</button></form></details>")


def test_they_are_folded_on_a_phone_until_something_is_asked_for() -> None:
    assert " open>" not in filters(words("en"), "board", is_open=False)
    assert " open>" in filters(words("en"), "board", is_open=True)


def test_what_is_asked_for_is_chosen() -> None:
    drawn = select("Order", "sort", {"": "First", "b": "Then"}, "b")
    assert re.findall(r'<option value="(\w*)" selected>(\w+)<', drawn) == [("b", "Then")]
    assert drawn.count("<option") == 2
    assert 'value="a" maxlength="9"' in search("Find", "a", 9)
    assert hidden("locale", "") == ""


def test_languages_come_by_their_names_behind_all_of_them() -> None:
    found = languages(words("en"), ["fr", "ja", "ar"])
    assert [*found.items()] == [
        ("", "All languages"),
        ("ar", "Arabic"),
        ("fr", "French"),
        ("ja", "Japanese"),
    ]


@pytest.mark.parametrize("text", HOSTILE[:: len(HOSTILE) // 12])
def test_hostile_texts_stay_texts(text: str) -> None:
    for drawn, plain in (
        (search(text, text, 9), search("", "", 9)),
        (select(text, "sort", {text: text}, text), select("", "sort", {"": ""}, "")),
        (hidden("document", f"a{text}"), hidden("document", "a")),
    ):
        assert (drawn.count("<"), drawn.count('"')) == (plain.count("<"), plain.count('"'))
