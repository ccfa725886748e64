"""How texts begin and end, in every script."""

import pytest

from workflow.filters.cues.punctuation import (
    closes_quotation,
    ending,
    ends_sentence,
    is_lower,
    opens_quotation,
    word_count,
)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("We ask.", "."),
        ("“We ask.”", "."),
        ("„Wir.“", "."),
        ("»Wir.«", "."),
        ("« Nous ! »", "!"),
        ("We ask. [1]", "."),
        ("We ask.[*]", "."),
        ("(We ask?)", "?"),
        ("We ask:", ":"),
        ("We", "e"),
        ("*We ask:*", ":"),
        ("「求める。」", "。"),
        ("نطالب؟", "؟"),
        ("हम।", "।"),
        ("", ""),
        ("”", ""),
    ],
)
def test_ending(text: str, mark: str) -> None:
    assert ending(text) == mark


def test_ends_sentence() -> None:
    yes = ["a.", "a!", "a…", "。」", "क।", "ا؟", "ա։", "က။"]
    assert [each for each in [*yes, "a", "a:", "a;", "", "a,"] if ends_sentence(each)] == yes


def test_is_lower() -> None:
    assert [each for each in ("a", "“a", "A", "3a", "ä", "川", "—") if is_lower(each)] == [
        "a",
        "“a",
        "ä",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("one two", 2), ("川と橋と", 2), ("마을 학교", 2), ("ห้องสมุดริมน้ำ", 3), ("", 0)],
)
def test_word_count(text: str, count: int) -> None:
    assert word_count(text) == count


@pytest.mark.parametrize(
    ("opening", "last", "closes"),
    [
        ("“One.", "“Two.”", True),
        ("“One.", "Two.”", True),
        ("« Un.", "« Deux. »", True),
        ("„Eins.", "„Zwei.“", True),
        ("「一。", "「二」", True),
        ('"One.', 'Two."', True),
        ("“One.", "Two.", False),
        ("“One.", "He said “two”.", False),
    ],
)
def test_quotations(opening: str, last: str, closes: bool) -> None:
    opened = opens_quotation(opening)
    assert opened
    assert opened.is_open(opening)
    assert closes_quotation(last, opened) is closes


def test_what_opens_no_quotation() -> None:
    assert opens_quotation("One “two”") is None
    assert opens_quotation("") is None
