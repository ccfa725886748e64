"""Years of other calendars."""

import pytest

from workflow.checks.calendars import converted


@pytest.mark.parametrize(
    ("locale", "year", "other"),
    [
        ("th", "2025", "2568"),
        ("fa", "2025", "1403"),
        ("fa", "2025", "1404"),
        ("ar", "2025", "1446"),
        ("ar", "1970", "1390"),
        ("ckb", "2025", "2725"),
        ("am", "2025", "2017"),
        ("ne", "2025", "2082"),
        ("he", "2025", "5785"),
    ],
)
def test_a_year_in_another_calendar(locale: str, year: str, other: str) -> None:
    assert converted({year}, {other}, locale) == {year, other}
    assert not converted({year}, {other}, "fr")
    assert not converted({year}, {str(int(other) + 20)}, locale)


def test_only_years_are_converted() -> None:
    assert not converted({"100", "2.5", "9" * 5000, "3025"}, {"643", "3568"}, "th")
