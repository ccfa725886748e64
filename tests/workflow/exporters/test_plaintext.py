"""Plain text: what one pastes into a message."""

from tests.workflow.exporters.conftest import Make, tree
from workflow.exporters.plaintext import PLAINTEXT


def _text(make: Make, source: str, locale: str = "en") -> str:
    lines = [line for line in source.strip("\n").split("\n") if line]
    return PLAINTEXT.export(make(*tree(lines), locale=locale)).decode()


def test_items_hang_and_keep_their_markers(make: Make) -> None:
    source = "ordered_item|1|2.|One.\n  paragraph|0||Two.\n  ordered_item|2|(1)|Three.\n"
    assert _text(make, source) == "2. One.\n\n   Two.\n\n   (1) Three.\n"


def test_wide_markers_take_two_columns(make: Make) -> None:
    source = "ordered_item|1|一、|川。\n  paragraph|0||水。\n"
    assert _text(make, source, "ja") == "一、 川。\n\n     水。\n"


def test_titles_and_signatories_stand_close(make: Make) -> None:
    source = "heading|1||A\nheading|1||B\nsignatory|0|•|C\nsignatory|0||D\n"
    assert _text(make, source) == "A\nB\n\n• C\nD\n"


def test_long_items_stand_apart(make: Make) -> None:
    source = f"unordered_item|1|-|{'long ' * 20}\nunordered_item|1|-|short\n"
    assert "\n\n- short" in _text(make, source)


def test_a_heading_has_room_above_it(make: Make) -> None:
    assert _text(make, "paragraph|0||A\nheading|2||B\n") == "A\n\n\nB\n"


def test_quotations_are_indented(make: Make) -> None:
    assert _text(make, "quote|0||A\nquote|0||B\n") == "    A\n\n    B\n"


def test_footnotes_come_last_but_for_the_imprint(make: Make) -> None:
    source = "footnote|0|[1]|N\nparagraph|0||A\nsource_line|0||S\n"
    assert _text(make, source) == "A\n\n[1] N\n\nS\n"


def test_addresses_follow_their_words_once(make: Make) -> None:
    source = "paragraph|0||[here](https://e.org), [a@e.org](mailto:a@e.org)[[1]](#note-1)\n"
    assert _text(make, source) == "here <https://e.org>, a@e.org[1]\n"


def test_only_the_source_language_is_named(make: Make) -> None:
    source = "paragraph|0||Eau. {en:Water.} {la:Aqua.}\n"
    assert _text(make, source, "fr") == "Eau. [en] Water. Aqua.\n"


def test_no_invisible_marks_are_put_in(make: Make) -> None:
    text = _text(make, "paragraph|0||ماء {en:water}\n", "ar")
    assert not set(text) & set("\u200e\u200f\u2066\u2067\u2068\u2069")


def test_struck_words_are_not_read_as_said(make: Make) -> None:
    source = "paragraph|0||It is ~~closed for **ever** ~~open.\n"
    assert _text(make, source) == "It is [-closed for ever-] open.\n"


def test_one_link_has_one_address(make: Make) -> None:
    source = "paragraph|0||[the *new* river](https://e.org)\n"
    assert _text(make, source) == "the new river <https://e.org>\n"


def test_code_is_set_in_and_kept(make: Make) -> None:
    assert _text(make, "code|0||a\\n\\n  b  \n") == "    a\n\n      b  \n"


def test_a_line_between_parts(make: Make) -> None:
    assert _text(make, "paragraph|0||A\nrule|0||\nparagraph|0||B\n") == "A\n\n* * *\n\nB\n"


def test_an_item_may_begin_with_a_heading(make: Make) -> None:
    assert _text(make, "ordered_item|1|1.|\n  heading|2||A\n  paragraph|0||B\n") == (
        "1. A\n\n   B\n"
    )


def test_two_quotations_stand_apart(make: Make) -> None:
    source = "quote|0||\n  paragraph|0||A\n  paragraph|0||B\nquote|0||\n  quote|0||C\n"
    assert _text(make, source) == "    A\n\n    B\n\n\n        C\n"


def test_a_table_stands_where_it_stands(make: Make) -> None:
    source = "ordered_item|1|1.|A\n  table|0||\n    table_row|0||\n      table_cell|0||B\n"
    assert _text(make, source) == "1. A\n\n   B\n"


def test_a_box_stays_a_box(make: Make) -> None:
    assert _text(make, "unordered_item|1|☑|A\n") == "☑ A\n"
