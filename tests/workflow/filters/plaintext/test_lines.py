"""The text as lines."""

from hypothesis import given

from tests.strategies import any_texts
from workflow.filters.plaintext.lines import Line, read_lines


def test_lines_with_their_gaps_and_rulers() -> None:
    assert read_lines("\ufeffTitle\r\n=====\r\n\r\n\tone \n* * *\ntwo") == [
        Line(1, 1, 6, "Title", 0, 0, "="),
        Line(4, 18, 21, "one", 8, 2),
        Line(6, 29, 32, "two", 0, 2),
    ]


def test_soft_breaks_end_lines_but_do_not_count() -> None:
    assert [
        (line.text, line.number, line.gap) for line in read_lines("a\u2028b\vc\n\nd\x85\x85e")
    ] == [
        ("a", 1, 0),
        ("b", 1, 0),
        ("c", 1, 0),
        ("d", 3, 1),
        ("e", 3, 1),
    ]


@given(any_texts())
def test_no_letter_is_lost(text: str) -> None:
    lines = read_lines(text)
    assert all(line.text == text[line.start : line.end] for line in lines)
    seen = "".join(line.text for line in lines)
    assert [one for one in seen if one.isalnum()] == [one for one in text if one.isalnum()]
    assert [line.start for line in lines] == sorted({line.start for line in lines})
