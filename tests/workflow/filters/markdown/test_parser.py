"""The library that reads Markdown, watched while it reads."""

import pytest

from tests.rendering import reader
from workflow.filters.markdown.parser import Seen, parser


@pytest.mark.parametrize(
    "text",
    [
        "# One\n\nTwo *three* ~~four~~ <b>five</b> [^1]\n\n[^1]: six\n",
        "| a |\n|---|\n| b |\n",
        "- one\n\n  > two\n\n[a]: b 'c'\n\n<div>\nd\n</div>\n",
        "One^[no note of its own]\n",
    ],
)
def test_to_be_watched_changes_nothing(text: str) -> None:
    assert parser().render(text) == reader().render(text)


def test_each_line_of_a_text_is_noted_behind_its_marks() -> None:
    text = "> - One\n>   two\n\n[a]: b\n\n> [c]: d\n"
    seen = Seen()
    parser().parse(text, {"seen": seen})
    texts = [[text[start:end] for start, end in spans] for spans in seen.spans.values()]
    assert texts == [["One", "two"]]
    found = [[text[start:end] for start, end in spans] for _, _, spans in seen.definitions]
    assert found == [["[a]: b"], ["[c]: d"]]


def test_there_is_one_parser() -> None:
    assert parser() is parser()
