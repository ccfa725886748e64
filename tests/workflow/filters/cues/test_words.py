"""The few words that help to tell what a line is."""

import pytest

from workflow.filters.cues import words

GREETINGS = [
    "Dear friends",
    "To all members",
    "Chers amis",
    "Sehr geehrte Damen",
    "Estimados",
    "A la alcaldesa",
    "Gentile assessora",
    "Prezados",
    "Уважаемые",
    "Sayın",
    "أيها الأصدقاء",
    "尊敬的各位",
    "町長様",
    "皆様へ",
    "교육감님께",
    "माननीय",
    "Kính gửi",
    "เรียน",
    "לכבוד",
    "DEAR FRIENDS",
    "Ďéáŕ ƒŕíéñďš",
]


@pytest.mark.parametrize("text", GREETINGS)
def test_greets(text: str) -> None:
    assert words.greets(text)


@pytest.mark.parametrize("text", ["Alone we stand", "Toast", "Carework", "Rivers", "Tilda", "川"])
def test_does_not_greet(text: str) -> None:
    assert not words.greets(text)


def test_other_words() -> None:
    assert words.names_author("Par le collectif")
    assert not words.names_author("Bypass roads")
    assert words.announces_signatures("The undersigned")
    assert not words.announces_signatures("We designed a bridge")
    assert words.names_source("Source : Le Roseau")
    assert words.is_web_residue("Click here to subscribe")
    assert not words.is_web_residue("A clickable bridge")


def test_months_of_all_and_of_their_own() -> None:
    assert {"march", "اسفند", "sept"} <= words.month_words(frozenset({"March"}))
