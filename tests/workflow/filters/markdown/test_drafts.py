"""The blocks of text of a document, in order."""

import pytest

from workflow import plumbing
from workflow.filters.markdown.drafts import Reader
from workflow.filters.markdown.scan import scan
from workflow.skeleton import slots


def read(text: str) -> list[str]:
    """Give kind, level, depth, marker, form and text of each block."""
    rows = []
    for each in Reader(text, scan(text)).read():
        head = f"{each.kind} {each.level}{each.depth}"
        rows.append(f"{head}|{each.marker}|{each.form}|{each.text}")
        assert each.start < each.end
    return rows


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One", ["paragraph 00|||One"]),
        ("# One", ["heading 10||heading|One"]),
        ("One  \ntwo\n---", ["heading 20||underlined-spaces|One\ntwo"]),
        ("> One", ["quote 00|||One"]),
        ("- One", ["unordered_item 10|-||One"]),
        ("1. One", ["ordered_item 10|1.||One"]),
        ("- [x] One", ["unordered_item 10|- [x]||One"]),
        ("- One\n  1. two\n\n     three",
         ["unordered_item 10|-||One", "ordered_item 21|1.||two", "paragraph 02|||three"]),
        ("- # One\n\n  two", ["heading 11||heading|One", "paragraph 01|||two"]),
        ("- > One", ["quote 01|||One"]),
        ("> - One\n>\n>   two", ["unordered_item 10|-||One", "paragraph 01|||two"]),
        ("- - One", ["unordered_item 21|-||One"]),
        ("- `x`\n\n  One", ["paragraph 01|||One"]),
        ("- ```\n  x\n  ```\n  One", ["paragraph 01|||One"]),
        ("[^a]: One\n\n    two\n\n    - three",
         ["footnote 00|[^a]||One", "paragraph 01|||two", "unordered_item 11|-||three"]),
        ("- [^a]: One", ["footnote 00|[^a]||One"]),
        ("| a | b |\n|---|---|\n| c | | d |",
         ["table_cell 10||cell|a", "table_cell 10||cell|b", "table_cell 00||cell|c"]),
        ("- | a |\n  |---|", ["table_cell 11||cell|a"]),
        ("<div>\nOne <b>two</b>\n</div>", ["paragraph 00||html|One <b>two</b>"]),
        ("- <p>One\n  two</p>", ["paragraph 01||html|One two"]),
        ("<table><tr><td>One<td>two", ["table_cell 00||html|One", "table_cell 00||html|two"]),
        ('[a]: b "One"', ['caption 00||title-"|One']),
        ("[a]: b 'One\ntwo'", ["caption 00||title-'|One two"]),
        ("[a]: b\n(One)", ["caption 00||title-(|One"]),
        ('[a]: b "One\\" two"', ['caption 00||title-"|One\\" two']),
        ('> [a]: b "One\n> two"', ['caption 00||title-"|One two']),
        ('[a]: b "One"\n[A]: c "two"', ['caption 00||title-"|One']),
        ("[a]: b '—'", []),
        ("[a]: b", []),
        ("`x`\n\n***\n\n```\nOne\n```\n\n    two", []),
        ("<!-- One -->\n\n<pre>two</pre>", []),
    ],
)  # fmt: skip
def test_blocks(text: str, found: list[str]) -> None:
    assert read(text) == found


def test_fields_come_first_and_are_never_cut() -> None:
    long = "Rivers need room. " * 40
    text = f"---\ntitle: {long}\n---\nOne\n"
    document = plumbing.extract(text.encode(), format="markdown", locale="en")
    found = [(each.place.marker, each.form, each.place.line) for each in slots(document.skeleton)]
    assert found == [("title", "yaml-plain", 2), ("", "", 4)]


def test_what_stays_open_is_reported() -> None:
    reader = Reader("x\n\n```\n", scan("x\n\n```\n"))
    reader.read()
    assert [(issue.name, issue.line) for issue in reader.issues] == [("unclosed_fence", 3)]
