"""The text of a block in one line."""

import pytest

from workflow.filters.markdown.scan import scan
from workflow.filters.markdown.texts import TAG, Text, running_text
from workflow.model import Span


def read(text: str) -> Text | None:
    """Read the first paragraph of a document, however deep it stands."""
    found = scan(text)
    node = found.root
    while node.children:
        node = node.children[0]
    made = running_text(text, node.lines, found.line_start)
    if made is not None:
        for position, offset in made.flow.jumps:
            assert made.flow.text[position : position + 1] == text[offset : offset + 1]
        assert made.flow.span(Span(0, len(made.flow.text))).end == made.end
    return made


@pytest.mark.parametrize(
    ("text", "flow", "form", "prefix"),
    [
        ("One", "One", "", ""),
        ("  One\n   two\nthree  ", "One two three", "", "   "),
        ("One\t\ntwo", "One two", "", ""),
        ("One  \ntwo", "One\ntwo", "spaces", ""),
        ("One\t  \ntwo", "One\ntwo", "spaces", ""),
        ("One  \t\ntwo", "One two", "", ""),
        ("One \ntwo", "One two", "", ""),
        ("One\\\ntwo", "One\ntwo", "backslash", ""),
        ("One\\\\\ntwo", "One\\\\ two", "", ""),
        ("One\\\\\\\ntwo", "One\\\\\ntwo", "backslash", ""),
        ("One\\\ntwo  \nthree", "One\ntwo\nthree", "backslash", ""),
        ("One\r\ntwo\rthree", "One two three", "", ""),
        ("\\\nOne", "One", "", ""),
        ("One\n\\", "One \\", "", ""),
        ("川の\nそば", "川のそば", "", ""),
        ("川の\nriver", "川の river", "", ""),
        ("“川”\n川", "“川” 川", "", ""),
        ("One <a\n  href=x>two</a>", "One <a\nhref=x>two</a>", "", "  "),
        ("One <!-- a\nb -->\ntwo", "One <!-- a\nb --> two", "", ""),
        ("5 < 6\nand 7 > 6", "5 < 6 and 7 > 6", "", ""),
        ("> One\n> two", "One two", "", "> "),
        ("> One\ntwo", "One two", "", ""),
        (">One", "One", "", ">"),
        ("- One\n  two", "One two", "", "  "),
        ("- One", "One", "", "  "),
        ("10. One", "One", "", "    "),
        ("> 1. > One", "One", "", ">    > "),
        ("-\tOne", "One", "", " \t"),
        # what is no language around it
        ("{% a %}\nOne\n{% b %}", "One", "", ""),
        ("{{ a }} {% b %}\nOne", "One", "", ""),
        ("{{ a }} One", "{{ a }} One", "", ""),
        ("{# a #}\nOne\n{{ b", "One {{ b", "", ""),
        ("One\n{: .a #b}", "One", "", ""),
        ("One {: .a}", "One", "", ""),
        ("One {.a} {#b}", "One", "", ""),
        ("One {a}", "One {a}", "", ""),
        ("One {.a}b}", "One {.a}b}", "", ""),
        ("{.a} One", "{.a} One", "", ""),
        ("> [!NOTE]\n> One", "One", "", "> "),
        ("> [!NOTE] One", "[!NOTE] One", "", "> "),
    ],
)
def test_running_text(text: str, flow: str, form: str, prefix: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.flow.text, found.form, found.prefix) == (flow, form, prefix)


@pytest.mark.parametrize("text", ["{% a %}", "{{ a }}\n{: .b}", "[!NOTE]", "{: .a}{: .b}"])
def test_what_says_nothing_is_no_text(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("a <b>c</b> <br/>", ["<b>", "</b>", "<br/>"]),
        ("<a href='x' b>", ["<a href='x' b>"]),
        ("<!-- a --> b -->", ["<!-- a -->"]),
        ("<!--> a -->", ["<!-->"]),
        ("5 < 6 > 4 <3 <a <http://x>", []),
    ],
)
def test_tags(text: str, tags: list[str]) -> None:
    assert TAG.findall(text) == tags
