"""Languages to choose from."""

from __future__ import annotations

import pytest

from ui.components.tongues import named, offered, tags_in
from ui.language import words
from workflow.errors import UnknownLocale

ENGLISH = words("en")


def test_they_are_sorted_by_their_names_in_the_reader_s_language() -> None:
    found = offered(ENGLISH)
    assert found.index("ar") < found.index("zh-Hant") < found.index("fr")
    names = [ENGLISH.language(each) for each in found]
    assert [each for each in names if each.isascii()] == sorted(
        (each for each in names if each.isascii()), key=str.casefold
    )
    assert offered(words("ar")) != found
    assert set(offered(words("ar"))) == set(found)


def test_those_in_use_stand_first_where_they_are_no_common_ones() -> None:
    assert offered(ENGLISH, "en-XA", "", "fr", "en-XA")[0] == "en-XA"
    assert offered(ENGLISH, "en-XA", "fr").count("fr") == 1


def test_what_was_typed_stands_as_it_is() -> None:
    assert (named(ENGLISH, "ckb"), named(ENGLISH, "no language")) == (
        "Central Kurdish",
        "no language",
    )


def test_what_was_chosen_or_typed_becomes_tags() -> None:
    assert tags_in(["fr", " PT_br ", "fr"]) == ("fr", "pt-BR")
    with pytest.raises(UnknownLocale):
        tags_in(["french"])
