"""Who stands under a statement, read from the line that names them."""

import pytest
from hypothesis import given

from tests.strategies import any_texts, locales
from workflow.signatories import countries, names_country, read_signatory

LINES: list[tuple[str, str, str]] = [
    ("en", "Ana Lima, Friends of the Estuary, Brazil", "Ana Lima|Friends of the Estuary|Brazil"),
    ("en", "Ana Lima (Friends of the Estuary)", "Ana Lima|Friends of the Estuary|"),
    ("en", "Ana Lima (Friends of the Estuary, Brazil)", "Ana Lima|Friends of the Estuary|Brazil"),
    ("en", "Ana Lima – Friends of the Estuary – Brazil", "Ana Lima|Friends of the Estuary|Brazil"),
    ("en", "Ana Lima / Friends of the Estuary (Brazil)", "Ana Lima|Friends of the Estuary|Brazil"),
    ("en", "Ana Lima\tFriends of the Estuary\tBrazil", "Ana Lima|Friends of the Estuary|Brazil"),
    ("en", "Ana Lima", "Ana Lima||"),
    ("en", "Ana Lima, Brazil", "Ana Lima||Brazil"),
    (
        "en",
        "Dr. Ana de Lima, professor emerita, Lisbon",
        "Dr. Ana de Lima|professor emerita, Lisbon|",
    ),
    ("en", "Ana Lima, PhD, River School, Portugal", "Ana Lima, PhD|River School|Portugal"),
    ("en", "Reading Rooms Network (RRN) - Kenya", "|Reading Rooms Network (RRN)|Kenya"),
    ("en", "Readers of Kenya (RoK)", "|Readers of Kenya (RoK)|Kenya"),
    ("en", "The Lighthouse Trust", "|The Lighthouse Trust|"),
    (
        "en",
        "Bill Weir Teacher at the Upper School - US",
        "Bill Weir|Teacher at the Upper School|US",
    ),
    ("en", "Low Point Sailing Club", "|Low Point Sailing Club|"),
    (
        "fr",
        "Nour Belhazem, Maison du livre partagé (Tunisie)",
        "Nour Belhazem|Maison du livre partagé|Tunisie",
    ),
    ("fr", "Les Amis du bac, Égypte", "|Les Amis du bac|Égypte"),
    ("de", "Ilse und Karl Wendt, Husum", "Ilse und Karl Wendt|Husum|"),
    ("de", "Bücherbus-Verband, Wien", "|Bücherbus-Verband, Wien|"),
    ("es", "Lucía Arrayán – Red del Sur – Chile", "Lucía Arrayán|Red del Sur|Chile"),
    ("ar", "ليلى حداد، جمعية أصدقاء الكتاب، تونس", "ليلى حداد|جمعية أصدقاء الكتاب|تونس"),
    ("ar", "رابطة أمناء المكتبات (المغرب)", "|رابطة أمناء المكتبات|المغرب"),
    ("fa", "کاوه نادری، کانون کتاب", "کاوه نادری|کانون کتاب|"),
    ("ja", "川の学校（日本）", "|川の学校|日本"),
    ("ja", "田中花子（図書館司書）", "田中花子|図書館司書|"),
    ("zh", "两岸教师协会", "|两岸教师协会|"),
    ("ko", "옛다리 지킴이 연대", "|옛다리 지킴이 연대|"),
    ("hi", "शिक्षक संघ, इंदौर", "|शिक्षक संघ, इंदौर|"),
    ("th", "เครือข่ายครูริมน้ำ", "|เครือข่ายครูริมน้ำ|"),
    (
        "ru",
        "Мария Речная, Совет выпускников, Казахстан",
        "Мария Речная|Совет выпускников|Казахстан",
    ),
]


@pytest.mark.parametrize(("locale", "line", "expected"), LINES)
def test_read_signatory(locale: str, line: str, expected: str) -> None:
    fields = dict(zip(("name", "organisation", "country"), expected.split("|"), strict=True))
    assert dict(read_signatory(line, locale)) == {key: each for key, each in fields.items() if each}


@given(any_texts(), locales())
def test_every_value_is_a_stretch_of_the_line(text: str, locale: str) -> None:
    line = " ".join(text.split())[:200]
    fields = read_signatory(line, locale)
    assert set(fields) <= {"name", "organisation", "country"}
    assert all(value in line for value in fields.values())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("River School, Kenya", True),
        ("River School (Kenya)", True),
        ("Kenya", False),
        ("We were in Kenya", False),
        ("River School, Nairobi", False),
        ("", False),
    ],
)
def test_names_country(line: str, expected: bool) -> None:
    assert names_country(line, "en") is expected


def test_countries_are_known_in_their_language_and_in_english() -> None:
    assert {"bresil", "brazil", "u.s."} <= countries("fr")
