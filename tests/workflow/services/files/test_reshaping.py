"""Texts that become something else to their reader."""

from workflow import plumbing
from workflow.exchange.catalogs import template
from workflow.model import Entry, UnitKey
from workflow.services.files.reshaping import Reshaped, line_of, reshaped


def entries(text: str) -> tuple[Entry, ...]:
    document = plumbing.extract(text.encode(), format="markdown", locale="en", name="rivers")
    return template(document, source="my rivers.md").entries


def found(old: str, new: str) -> list[Reshaped]:
    return list(reshaped(zip((1, 2), entries(old), entries(new), strict=True)))


def test_what_stays_what_it_was_is_not_named() -> None:
    assert found("# Rivers\n\n* One.\n", "\n\n# Rivers\n\n- One.\n") == []


def test_a_kind_and_a_number_are_named() -> None:
    first, second = found("# Rivers\n\n1. One.\n", "Rivers\n\n2. One.\n")
    assert first == Reshaped(1, 1, "Rivers", "title", "paragraph")
    assert second.sentence == "a numbered item 1. becomes a numbered item 2."
    assert second.line == 3


def test_what_a_text_stands_inside_is_not_its_own() -> None:
    old, new = ("1. One.\n\n   Two.\n", "2. One.\n\n   Two.\n")
    assert [each.number for each in found(old, new)] == [1]


def test_comments_of_other_programs_tell_nothing() -> None:
    key = UnitKey("One.")
    pair = 1, Entry(key, extracted=("button",)), Entry(key, extracted=("paragraph",))
    assert list(reshaped([pair])) == []
    assert line_of(Entry(key, line=7)) == 7
