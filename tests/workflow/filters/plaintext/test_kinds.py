"""What each block is: told by shape first, by words second."""

import pytest

from workflow import plumbing


def kinds(text: str) -> list[str]:
    passages = plumbing.segment(text.encode(), format="plaintext", locale="en")
    return [f"{each.kind}{each.level or ''}" for each in passages]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title\n\nWe ask.", ["heading1", "paragraph"]),
        ("We ask.", ["paragraph"]),
        ("Title\n=====\n\nPart\n----\n\nWe ask.", ["heading1", "heading2", "paragraph"]),
        ("Title.\nBy Ana Lima\n\nWe ask.", ["heading1", "byline", "paragraph"]),
        ("We demand:\n- Bread\n- Milk", ["paragraph", "unordered_item1", "unordered_item1"]),
        ("Dear all,\n\nwe ask.", ["salutation", "paragraph"]),
        (
            "Title\n\nDear all,\ndear Ana,\n\nwe ask.",
            ["heading1", "salutation", "salutation", "paragraph"],
        ),
        ("Title\n\nWe ask.\n\nSource: The Reed", ["heading1", "paragraph", "source_line"]),
        (
            "Title\n\nArticle 1\nWe ask.\n\nArticle 2\nWe go.",
            ["heading1", "heading2", "paragraph", "heading2", "paragraph"],
        ),
        ("Title\n\nWe ask.*\n\n* Twice.", ["heading1", "paragraph", "footnote"]),
        ("Title\n\n* one\n* two", ["heading1", "unordered_item1", "unordered_item1"]),
        (
            "Title\n\nWe asked for a bridge.\n\n3\n\nWe got a boat.",
            ["heading1", "paragraph", "boilerplate", "paragraph"],
        ),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected
