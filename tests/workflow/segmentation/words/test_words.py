from dataclasses import fields

import pytest

from workflow.segmentation.words import LANGUAGES, Words, words_of

ABBREVIATIONS = ("inner", "before_number", "either", "last", "after_number")


@pytest.mark.parametrize("language", LANGUAGES)
def test_abbreviations_are_as_they_are_looked_up(language: str) -> None:
    words = words_of(language)
    for name in ABBREVIATIONS:
        for word in getattr(words, name):
            assert word == word.lower(), (name, word)
            assert not word.endswith("."), (name, word)
    assert all(month == month.lower() for month in words.months)


@pytest.mark.parametrize("language", LANGUAGES)
def test_starters_are_written_as_a_sentence_begins(language: str) -> None:
    assert not [word for word in words_of(language).starters if word[0].islower()]


def test_an_unknown_language_knows_what_stands_in_all() -> None:
    assert "dr" in words_of("xx").inner
    assert words_of("xx").starters == frozenset()


def test_every_language_has_titles_from_abroad() -> None:
    assert all({"mr", "dr"} <= words_of(language).inner for language in LANGUAGES)


def test_the_shape_has_only_sets_and_one_answer() -> None:
    kinds = {field.name for field in fields(Words)} - {"ordinal_stop"}
    assert all(isinstance(getattr(words_of("en"), name), frozenset) for name in kinds)
