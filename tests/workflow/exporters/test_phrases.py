"""What a file says of itself in the language of its statement."""

from __future__ import annotations

from dataclasses import astuple

import pytest

from workflow.exporters import phrases as module
from workflow.exporters.phrases import phrases, spoken_in
from workflow.languages import direction, normalise

LOCALES = sorted(module._PHRASES)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_language_says_everything_in_its_own_letters(locale: str) -> None:
    assert normalise(locale) == locale
    *said, colon = astuple(module._PHRASES[locale])
    assert all(each == each.strip() and each for each in said)
    assert colon.strip() in {":", "："}
    english = astuple(module._PHRASES["en"])[:-1]
    assert locale == "en" or not set(said) & set(english)
    letters = "".join(said)
    is_rtl = any("\u0590" <= letter <= "\u08ff" for letter in letters)
    assert is_rtl == (direction(locale) == "rtl")


def test_the_languages_that_are_promised() -> None:
    promised = {
        *("en", "fr", "es", "pt", "de", "it", "nl", "ru", "uk", "pl", "tr", "ar", "fa", "ckb"),
        *("kmr", "he", "ur", "hi", "bn", "zh-Hans", "zh-Hant", "ja", "ko", "id", "vi", "sw"),
    }
    assert promised <= set(LOCALES)


@pytest.mark.parametrize(
    ("locale", "as_in"),
    [
        ("fr-CA", "fr"),
        ("es-419", "es"),
        ("zh", "zh-Hans"),
        ("zh-HK", "zh-Hant"),
        ("pt-PT", "pt"),
        ("pt-BR", "pt-BR"),
        ("fa-AF", "fa"),
    ],
)
def test_a_language_of_a_country_is_that_language(locale: str, as_in: str) -> None:
    assert phrases(locale) == phrases(as_in) is not None


@pytest.mark.parametrize("locale", ["tlh", "is", "ru-Latn", ""])
def test_others_are_spoken_to_in_english(locale: str) -> None:
    assert phrases(locale) is None
    assert spoken_in(locale) == ("en", phrases("en"))
