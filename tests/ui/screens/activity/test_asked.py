"""What the address of Activity asks for."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from ui.screens.activity.asked import Asked

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def test_only_what_is_asked_for_stands_in_the_address() -> None:
    assert Asked().query == {}
    assert Asked(document="letter", page=2).query == {"document": "letter", "page": "2"}


@pytest.mark.parametrize(
    ("since", "zone", "begins"),
    [
        ("today", "UTC", "2026-03-14T00:00:00+00:00"),
        ("today", "Pacific/Auckland", "2026-03-14T00:00:00+13:00"),
        ("7", "UTC", "2026-03-08T00:00:00+00:00"),
        ("30", "Asia/Tehran", "2026-02-13T00:00:00+03:30"),
        ("today", "no zone", "2026-03-14T00:00:00+00:00"),
    ],
)
def test_days_are_those_of_the_reader(since: str, zone: str, begins: str) -> None:
    found = Asked(since=since).from_when(NOW, zone)
    assert found is not None
    assert found.isoformat() == begins


def test_everything_begins_nowhere() -> None:
    assert Asked().from_when(NOW, "UTC") is None


def test_the_table_is_of_the_same_without_pages() -> None:
    wanted = Asked("letter", "fr", "id", "today", 3, "a.fr.1")
    parts = urlsplit(wanted.table(NOW, "UTC"))
    assert parts.path == "./download/activity.csv"
    assert parse_qs(parts.query) == {
        "document": ["letter"],
        "locale": ["fr"],
        "member": ["id"],
        "since": ["2026-03-14T00:00:00+00:00"],
        "limit": ["100000"],
    }
