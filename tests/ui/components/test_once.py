"""A link is made once by two clicks, and once more by a click that is meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from ui.components.once import Once

NOW = datetime(2026, 3, 14, tzinfo=UTC)


def made(link: Once[str], about: str, seconds: int, address: str) -> str | None:
    link.make((about,), NOW + timedelta(seconds=seconds), lambda: address)
    return link.found


def test_a_second_click_makes_nothing() -> None:
    link = Once[str]()
    assert made(link, "ana", 0, "a") == "a"
    assert made(link, "ana", 2, "b") == "a"
    assert made(link, "ana", 3, "c") == "c"


def test_for_another_one_it_is_another_link() -> None:
    link = Once[str]()
    made(link, "ana", 0, "a")
    assert made(link, "bo", 1, "b") == "b"


def test_what_was_forgotten_is_made_anew() -> None:
    link = Once[str]()
    made(link, "ana", 0, "a")
    link.forget()
    assert made(link, "ana", 1, "b") == "b"
