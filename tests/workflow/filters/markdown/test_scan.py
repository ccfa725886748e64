"""The blocks of a document, each with where it stands in the file."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.cases import tries
from tests.strategies import any_markdown
from workflow.filters.markdown.nodes import Node
from workflow.filters.markdown.scan import scan


def drawn(node: Node, text: str) -> str:
    """Draw a node: its type, its text, what stands inside."""
    lines = "/".join(line.of(text) for line in node.lines)
    inside = " ".join(drawn(each, text) for each in node.children)
    head = " ".join(each for each in (node.type, node.marker, node.box, lines) if each)
    return f"({head} {inside})" if inside else f"({head})"


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("One\ntwo", "(paragraph One/two)"),
        ("# One #\n\n## \\# two", "(heading One) (heading \\# two)"),
        ("One\ntwo\n---", "(underlined One/two)"),
        ("> One\ntwo\n> three", "(quote (paragraph One/two/three))"),
        ("- [x] One\n  two", "(list (item - [x] (paragraph One/two)))"),
        ("3) One\n   - two", "(list (item 3) (paragraph One) (list (item - (paragraph two)))))"),
        ("١. واحد", "(paragraph ١. واحد)"),
        ("- One\n\n- two", "(list (item - (paragraph One)) (item - (paragraph two)))"),
        ("- One\n\n* two", "(list (item - (paragraph One))) (list (item * (paragraph two)))"),
        ("[^a]: One\n\n    two", "(footnote [^a] (paragraph One) (paragraph two))"),
        ("[a]: b\n  'One'\ntwo", "(reference [a]: b/'One') (paragraph two)"),
        ("> [a]: b\n> [c]: d", "(quote (reference [a]: b) (reference [c]: d))"),
        ("| a | b |\n|--|--|\n| c |",
         "(table (row | a | b | (cell) (cell)) (row | c | (cell) (cell)))"),
        ("<div>\nOne\n</div>\n\ntwo", "(html <div>/One/</div>) (paragraph two)"),
        ("<?--\n\nOne ?>\n\ntwo", "(html <?--//One ?>) (paragraph two)"),
        ("```\nOne\n\n# two\n```\nthree", "(code) (paragraph three)"),
        ("```\nOne\n\n# two", "(code)"),
        ("***", "(rule)"),
        ("\n \n", ""),
        ("", ""),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("shortcut", [True, False])
def test_blocks(text: str, blocks: str, end: str, shortcut: bool) -> None:
    text = text.replace("\n", end)
    found = scan(text, shortcut=shortcut).root.children
    assert " ".join(drawn(each, text) for each in found) == blocks


@pytest.mark.parametrize(
    ("text", "is_closed"),
    [
        ("```\na\n```", True),
        ("```\n```\n", True),
        ("```", False),
        ("```\na", False),
        ("```\na\n", False),
        ("```\n\n\n", False),
        ("~~~\na\n```", False),
        ("- ```\n  a\n\nb", False),
        ("    a", True),
    ],
)
def test_whether_a_fence_is_closed(text: str, is_closed: bool) -> None:
    node = scan(text).root.children[0]
    node = node.children[0].children[0] if node.type == "list" else node
    assert node.is_closed is is_closed


def test_lines_are_counted_from_the_top_of_the_file() -> None:
    text = "---\na: b\n---\r\n\rOne\n\n- two\n"
    found = scan(text, 14)
    assert [node.line for node in found.root.children] == [5, 7]
    assert found.line(text.index("two")) == 7
    assert found.line_start(text.index("two")) == text.index("- two")


def test_what_addresses_and_notes_there_are() -> None:
    env = scan("[a]: b 'c'\n\nOne\n\n[A]: d\n\n[^n]: e\n").env
    assert env["references"]["A"]["href"] == "b"
    assert list(env["footnotes"]["refs"]) == [":n"]


def test_the_title_of_a_repeated_label_is_not_read() -> None:
    found = scan("[a]: b 'c'\n\nOne\n\n[A]: d 'e'\n").root.children
    assert [node.content for node in found if node.type == "reference"] == ["c", ""]


@settings(max_examples=tries(1_000))
@given(any_markdown())
def test_the_shortcut_changes_nothing(text: str) -> None:
    short, long = scan(text), scan(text, shortcut=False)
    assert short.root == long.root
    for name in ("references", "footnotes"):
        assert _kept(short.env.get(name)) == _kept(long.env.get(name))


def _kept(value: object) -> object:
    """Leave out where in a stretch something was found."""
    if isinstance(value, dict):
        return {key: _kept(each) for key, each in value.items() if key != "map"}
    return value


def runs() -> st.SearchStrategy[str]:
    """Give runs of lines that are plain, or nearly."""
    openings = (
        *("", "", "# ", "## ", "- ", "- ", "* ", "+ ", "1. ", "2) ", "-   ", "  ", "    ", "\t"),
        *("> ", "*a* ", "**b** ", "_c_ ", "`d` ", "[e](f) ", "[e]: ", "[^1]: ", "12 ", "12.", "--"),
        *(
            "===",
            "```",
            "<b>",
            "<!-- x -->",
            "<!--",
            "| ",
            "-|-",
            "***",
            "![i](j) ",
            "{% k %}",
            "\\",
        ),
    )
    lines = st.builds(
        str.__add__, st.sampled_from(openings), st.sampled_from(("a", "b c", "", "#"))
    )
    run = st.lists(lines, min_size=1, max_size=4).map("\n".join)
    return st.lists(run, min_size=1, max_size=5).map("\n\n".join)


@settings(max_examples=tries(1_000))
@given(runs())
@example("- a\n\n- b")
@example("- a\n\n  b")
@example("- a\n\nb\n\n- c")
@example("a\n- b\n\n- c")
@example("<!--\n\na\n\n-->\n\nb")
@example("[^1]: a\n\nb\n\n    c")
@example("a | b\n-|-\nc")
@example("1. a\n\n2. b")
def test_near_misses_of_plain_blocks(text: str) -> None:
    assert scan(text).root == scan(text, shortcut=False).root


@pytest.mark.long
@settings(max_examples=100_000, derandomize=False)
@given(st.one_of(runs(), any_markdown()))
def test_the_shortcut_changes_nothing_100_000_times(text: str) -> None:
    assert scan(text).root == scan(text, shortcut=False).root
