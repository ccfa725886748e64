"""Numbers without digits."""

import pytest

from workflow.checks.number_words import kanji_digits, spelt_out


@pytest.mark.parametrize(
    ("locale", "text", "wanted"),
    [
        ("en", "Twenty-five towns", {"25"}),
        ("en", "a dozen", {"1", "12"}),
        ("en", "two hundred people", {"2", "200"}),
        ("en", "the thirtieth of May", {"30"}),
        ("en", "often, tense, tent", set()),
        ("fr", "vingt-cinq", set()),
        ("fr", "au XIXe siècle", {"19"}),
        ("ru", "ХХІ век", {"21"}),
        ("es", "el siglo XXI", {"21"}),
        ("en", "IIII, MIX, DVD", set()),
        ("ja", "三十五年", {"35"}),
        ("ja", "二千二十七年", {"2027"}),
        ("ja", "五万人", {"50000"}),
        ("zh", "两亿三千万", {"230000000"}),
        ("ja", "四割", {"4", "40"}),
        ("ko", "三十", set()),
    ],
)
def test_numbers_in_words(locale: str, text: str, wanted: set[str]) -> None:
    assert spelt_out(text, locale) == wanted


def test_digit_by_digit() -> None:
    assert kanji_digits("二零二七") == "2027"
    assert kanji_digits("〇〇") == "0"
