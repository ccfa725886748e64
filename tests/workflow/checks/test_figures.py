"""Numbers as texts write them in digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.checks.figures import agree_at_once, figures


@pytest.mark.parametrize(
    ("locale", "text", "wanted"),
    [
        ("en", "on 14/03/2025", ["14", "03*", "2025"]),
        ("en", "on 2025-03-14", ["2025", "03*", "14"]),
        ("de", "am 3.3.25", ["3*", "3*", "25"]),
        ("ja", "2025年3月14日", ["2025", "3*", "14"]),
        ("ko", "2025년 3월 14일", ["2025", "3*", "14"]),
        ("vi", "14 tháng 3", ["14", "3*"]),
        ("ja", "3か月", ["3"]),
        ("en", "10:30 and 99:30", ["10:30", "99", "30"]),
        ("zh", "1亿2000万", ["1亿2000万"]),
        ("zh", "2千3月", ["2千", "3*"]),
        ("fr", "en 2023–24", ["2023", "24"]),
        ("en", "1.2.3.4", ["1", "2", "3", "4"]),
        ("ja", "二〇二七年と三年", ["二〇二七"]),
        ("fr", "50&nbsp;000&#160;000", ["50&nbsp;000&#160;000"]),
        ("fr", "192.168.X.X", ["192", "168"]),
        ("en", "none at all", []),
    ],
)
def test_the_numbers_of_a_text(locale: str, text: str, wanted: list[str]) -> None:
    assert [each.text + "*" * each.is_month for each in figures(text, locale)] == wanted


@pytest.mark.parametrize(
    ("locale", "text", "value"),
    [
        ("ja", "令和元年", "2019"),
        ("ja", "平成31年", "2019"),
        ("zh-Hant", "民國114年", "2025"),
        ("zh", "1亿2000万", "120000000"),
        ("ko", "5만", "50000"),
        ("ko", "1천만", "10000000"),
        ("ja", "3千万", "30000000"),
        ("ja", "1.5億", "150000000"),
        ("en", "3 p.m.", "15"),
        ("ja", "午後3時半", "15"),
        ("de", "10.30 Uhr", "10:30"),
        ("en", "the 1980s", "80"),
        ("en", "2 million", "2000000"),
        ("hi", "15 लाख", "1500000"),
        ("ar", "٥٠ ألف", "50000"),
    ],
)
def test_what_a_number_may_say(locale: str, text: str, value: str) -> None:
    [said] = figures(text, locale)
    assert value in said.values


@given(
    st.text(alphabet="0123456789,. :-/hm年月〇二万a&;"),
    st.text(alphabet="0123456789,. :年月〇二万"),
)
def test_texts_agree_at_once_only_where_they_agree(one: str, other: str) -> None:
    if agree_at_once(one, other):
        said = [{each for f in figures(text, "en") for each in f.values} for text in (one, other)]
        for text, there in ((one, said[1]), (other, said[0])):
            assert all(f.values & there for f in figures(text, "en"))
