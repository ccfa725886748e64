"""When a line says only when, and where."""

import pytest

from workflow.filters.cues.dates import is_date
from workflow.filters.cues.words import month_words
from workflow.languages import calendar_names

DATES = {
    "en": [
        "14 March 2025",
        "Geneva, March 14, 2025",
        "Sunday 25 October",
        "March 2025",
        "14/3/2025",
        "2025-03-14",
        "Adopted at Reed on 9 June 2023",
        "Tuesday, 1st of May 2024",
        "Geneva, 2025",
    ],
    "fr": ["Lyon, le 3 février 2024", "le 1er mai 2023", "février 2024"],
    "de": ["Berlin, den 19. Juli 2023", "19.07.2023", "im Juli 2023"],
    "es": ["Madrid, 8 de abril de 2025", "8 de abril"],
    "it": ["Roma, 11 ottobre 2024"],
    "pt": ["Lisboa, 5 de outubro de 2024"],
    "ru": ["Москва, 14 апреля 2023 г."],
    "tr": ["Ankara, 21 Haziran 2024"],
    "ar": ["القاهرة، 14 مارس 2025", "١٤ آذار ٢٠٢٥"],
    "fa": ["تهران، ۲۳ اسفند ۱۴۰۳"],
    "ja": ["2025年3月14日", "二〇二四年五月三日"],
    "zh": ["2024年4月12日，河湾村"],
    "ko": ["2025년 3월 14일"],
    "hi": ["भोपाल, 5 मार्च 2024"],
    "th": ["เชียงราย 4 มกราคม 2568"],
}


@pytest.mark.parametrize(
    ("locale", "line"), [(locale, line) for locale, lines in DATES.items() for line in lines]
)
def test_dates(locale: str, line: str) -> None:
    assert is_date(line, month_words(calendar_names(locale) | calendar_names("en")))


@pytest.mark.parametrize(
    "line",
    [
        "May we ask?",
        "We met in 2024.",
        "In 2024 we counted the swallows",
        "12 bridges",
        "Article 5",
        "We shall march on the capital.",
        "Room 2025",
        "The second of May was a long day for us all",
    ],
)
def test_what_is_no_date(line: str) -> None:
    assert not is_date(line, month_words(calendar_names("en")))
