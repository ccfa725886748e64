"""Digits and the marks between them."""

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from workflow.checks.numerals import _COMMA, _POINT, plain, scaled, values, with_plain_digits


@pytest.mark.parametrize(("languages", "mark"), [(_POINT, "."), (_COMMA, ",")])
def test_the_table_is_that_of_cldr(languages: str, mark: str) -> None:
    said = {
        language: Locale.parse(language).number_symbols["latn"]["decimal"]
        for language in languages.split()
    }
    assert said == dict.fromkeys(languages.split(), mark)


@pytest.mark.parametrize(
    ("written", "locale", "wanted"),
    [
        ("1,234", "en", ["1234"]),
        ("1,234", "de", ["1.234"]),
        ("1.234", "de", ["1234"]),
        ("1.234", "en", ["1.234"]),
        ("1.234", "es", ["1.234", "1234"]),
        ("1,234", "en-ZA", ["1.234", "1234"]),
        ("1,234", "", ["1.234", "1234"]),
        ("1 234 567", "fr", ["1234567"]),
        ("1’234’567.80", "de-CH", ["1234567.8"]),
        ("12,34,567", "hi", ["1234567"]),
        ("1٬234٫5", "ar", ["1234.5"]),
        ("50،000", "ar", ["50000"]),
        ("0.125", "de", ["0.125"]),
        ("4,20", "fr", ["4.2"]),
        ("007", "en", ["7"]),
    ],
)
def test_one_number(written: str, locale: str, wanted: list[str]) -> None:
    [said] = values(written, locale)
    assert sorted(said) == wanted


@pytest.mark.parametrize(
    ("written", "wanted"),
    [("1.2.3", ["1", "2", "3"]), ("2023,2024", ["2023", "2024"]), ("2024 300", ["2024", "300"])],
)
def test_several_numbers(written: str, wanted: list[str]) -> None:
    assert [list(each) for each in values(written, "en")] == [[each] for each in wanted]


@given(st.text(alphabet="0123456789.,٬٫'’ ", min_size=1).filter(lambda text: text[0].isdigit()))
def test_anything_with_digits_is_read(text: str) -> None:
    written = text.rstrip(".,٬٫'’ ")
    for each in values(written, "en"):
        assert each


@given(st.text())
def test_digits_stay_in_their_places(text: str) -> None:
    made = with_plain_digits(text)
    assert len(made) == len(text)
    assert all(one.isascii() for one in made if one.isdecimal())


@given(st.integers(0, 10**12), st.integers(0, 9))
def test_scaling_is_multiplication(number: int, power: int) -> None:
    assert scaled(str(number), power) == str(number * 10**power)


def test_long_numbers_do_not_stop_anything() -> None:
    assert plain("0" * 9000 + "7" * 9000) == "7" * 9000
    assert scaled("7" * 9000, 6) == "7" * 9000 + "000000"
