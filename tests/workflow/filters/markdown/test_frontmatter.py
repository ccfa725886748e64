"""The fields before a Markdown text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.filters.markdown.frontmatter import LONGEST, FrontMatter, read_front_matter


def read(text: str) -> list[tuple[str, str, str]]:
    """Give name, form and text of each field; the spans must be where the values stand."""
    found = read_front_matter(text)
    assert found.issues == ()
    for field in found.fields:
        assert field.span.start < field.span.end <= found.end
        written = field.span.of(text)
        assert written == written.strip()
        if field.form in ("yaml-plain", "yaml-literal") and "\n" not in written:
            assert written == field.text
    return [(field.name, field.form, field.text) for field in found.fields]


@pytest.mark.parametrize(
    ("yaml", "fields"),
    [
        ("title: The river", [("title", "yaml-plain", "The river")]),
        ("title: 'It''s open'", [("title", "yaml-single", "It's open")]),
        (r'title: "A \"b\" \u00e9"', [("title", "yaml-double", 'A "b" é')]),
        ("title: over\n  two lines", [("title", "yaml-plain", "over two lines")]),
        ('title: "over\n  two lines"', [("title", "yaml-double", "over two lines")]),
        ("title: >\n  One\n  line", [("title", "yaml-folded", "One line")]),
        ("title: >-\n  One\n\n  two", [("title", "yaml-folded", "One\ntwo")]),
        ("title: |\n  One\n  two", [("title", "yaml-literal", "One\ntwo")]),
        ("title: |+\n  One\n\n", [("title", "yaml-literal", "One")]),
        ("title: |-  # why\n    One\n      two", [("title", "yaml-literal", "One\n  two")]),
        ("title: |\n\n  One", [("title", "yaml-literal", "One")]),
        # who says how wide the indent is cannot be followed
        ("title: |2\n    One", []),
        ("title: >1-\n One", []),
        ("Title: One\nTITLE: b", [("Title", "yaml-plain", "One"), ("TITLE", "yaml-plain", "b")]),
        ('"title": One', [("title", "yaml-plain", "One")]),
        ("title: One # a remark", [("title", "yaml-plain", "One")]),
        ("# title: a remark\ntitle: One", [("title", "yaml-plain", "One")]),
        ("a:\n  b:\n    label: Deep", [("label", "yaml-plain", "Deep")]),
        ("title: [One, 'two']", [("title", "yaml-plain", "One"), ("title", "yaml-single", "two")]),
        ("title:\n- One\n- two", [("title", "yaml-plain", "One"), ("title", "yaml-plain", "two")]),
        ("m: [{title: One}, {url: /}]", [("title", "yaml-plain", "One")]),
        ("? title\n: One", [("title", "yaml-plain", "One")]),
        ("? [a, title]\n: One", []),
        # what is no text
        ("title: 2025", []),
        ("title: 2025-03-14", []),
        ("title: yes", []),
        ("title: ~", []),
        ("title:", []),
        ("title: ''", []),
        ("title: '  '", []),
        ("title: |\n\nlayout: x", []),
        ("title: !mine One", []),
        ("url: https://tallow.example/title", []),
        # properties stay before the value
        ("title: &name The river", [("title", "yaml-plain", "The river")]),
        ("title: !!str &name 'One'", [("title", "yaml-single", "One")]),
        ("title: &name |\n  One", [("title", "yaml-literal", "One")]),
        ("title: &name2 |\n  One", [("title", "yaml-literal", "One")]),
        ("title: &t One\nsubtitle: *t", [("title", "yaml-plain", "One")]),
        # names that the author lists
        ("motto: One", []),
        ("motto: One\ni18n: motto", [("motto", "yaml-plain", "One")]),
        ("i18n: [Motto, place]\nmotto: One\nplace: Two",
         [("motto", "yaml-plain", "One"), ("place", "yaml-plain", "Two")]),
        ("i18n: motto, place\nplace: Two", [("place", "yaml-plain", "Two")]),
        ("i18n:\n- place\nplace: Two", [("place", "yaml-plain", "Two")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_yaml(yaml: str, fields: list[tuple[str, str, str]], end: str) -> None:
    assert read(f"---\n{yaml}\n---\nText.\n".replace("\n", end)) == fields


@pytest.mark.parametrize(
    ("toml", "fields"),
    [
        ('title = "The river"', [("title", "toml-basic", "The river")]),
        (r'title = "A \"b\" \u00e9"', [("title", "toml-basic", 'A "b" é')]),
        ("title = 'C:\\river'", [("title", "toml-literal", "C:\\river")]),
        ('title = """One\ntwo"""', [("title", "toml-lines", "One\ntwo")]),
        ('title = """\nOne "two\\\n  three\\""""', [("title", "toml-lines", 'One "twothree"')]),
        ("title = '''\nOne\n'two''''", [("title", "toml-literal-lines", "One\n'two'")]),
        ('title="One"', [("title", "toml-basic", "One")]),
        ('"title" = "One"', [("title", "toml-basic", "One")]),
        ('title = "One" # title = "two"', [("title", "toml-basic", "One")]),
        ("title = \"# no remark\" # 'one'", [("title", "toml-basic", "# no remark")]),
        ('a.title = "One"', [("title", "toml-basic", "One")]),
        ('[a]\ntitle = "One"\n[["b c"]]\nurl = "/"', [("title", "toml-basic", "One")]),
        ('a = {title = "One", url = "/"}', [("title", "toml-basic", "One")]),
        ('title = ["One",\n  \'two\'] # x\nurl = "/"',
         [("title", "toml-basic", "One"), ("title", "toml-literal", "two")]),
        ('title = [["One"], ["two"]]\na = ["x"]',
         [("title", "toml-basic", "One"), ("title", "toml-basic", "two")]),
        ('m = [{label = "One"}, {url = "/"}]', [("label", "toml-basic", "One")]),
        ("title = 2025-03-14", []),
        ("title = 3", []),
        ('title = ""', []),
        ('title = " "', []),
        ("url = \"title = 'no'\"", []),
        ('subtitle_of = "no"', []),
        ('motto = "One"\ni18n = "motto"', [("motto", "toml-basic", "One")]),
        ('i18n = ["place", "motto"]\nmotto = "One"', [("motto", "toml-basic", "One")]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_toml(toml: str, fields: list[tuple[str, str, str]], end: str) -> None:
    assert read(f"+++\n{toml}\n+++\nText.\n".replace("\n", end)) == fields


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("---\ntitle: a\n---\nText.", 17),
        ("---\ntitle: a\n...\nText.", 17),
        ("---\ntitle: a\n---", 16),
        ("--- \t\ntitle: a\n--- \nText.", 20),
        ("---\r\ntitle: a\r\n---\r\nText.", 20),
        ("---\n# nothing but a remark\n---\n", 31),
        ("+++\n+++\nText.", 8),
        # what is no front matter
        ("Text.", 0),
        ("", 0),
        (" ---\ntitle: a\n---\n", 0),
        ("\n---\ntitle: a\n---\n", 0),
        ("----\ntitle: a\n----\n", 0),
        ("---\ntitle: a\n", 0),
        ("---\ntitle: a\n --- \nb: c", 0),
        ("---\n\nText between rules.\n\n---\n", 0),
        ("---\n\n---\n", 0),
        ("---\n- a\n- list\n---\n", 0),
        ("---\n*Emphasis at the start\n---\n", 0),
        ("+++ a\n+++\n", 0),
    ],
)
def test_where_the_text_begins(text: str, end: int) -> None:
    assert read_front_matter(text).end == end


@pytest.mark.parametrize(
    ("text", "name", "line", "detail"),
    [
        ('---\na: b\ntitle: "open\n---\nx', "odd_front_matter", 4, "unexpected end of stream"),
        ("---\na: b\nc: [d\ne: f\n---\nx", "odd_front_matter", 4, "did not find expected"),
        ("---\r\na: b\r\nc: d: e\r\n---\r\n", "odd_front_matter", 3, "mapping values are not"),
        ("---\n# a remark\n\na: *b\n---\n", "odd_front_matter", 4, ""),
        ("---\na: \x07\n---\n", "odd_front_matter", 0, ""),
        ("+++\na = 1\nb = \n+++\nx", "odd_front_matter", 3, "Invalid value"),
        ("+++\r\na = 1\r\na = 2\r\n+++\r\nx", "odd_front_matter", 3, "Cannot overwrite"),
        ("+++\n" + "a." * 2000 + "b = 1\n+++\nx", "odd_front_matter", 2, "too many parts"),
        ("+++\na = " + "[" * 40_000 + "\n+++\nx", "odd_front_matter", 2, ""),
        ("---\na: " + "[" * 40_000 + "\n---\nx", "odd_front_matter", 0, ""),
        ("---\na: " + "b" * LONGEST + "\n---\nx", "long_front_matter", 1, ""),
        ("+++\na = '" + "b" * LONGEST + "'\n+++\nx", "long_front_matter", 1, ""),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_reported(text: str, name: str, line: int, detail: str) -> None:
    found = read_front_matter(text)
    (issue,) = found.issues
    assert (issue.name, found.fields) == (name, ())
    assert issue.line == line or not line
    assert detail in issue.detail
    assert text[found.end :] in ("", "x")


def test_it_may_begin_behind_a_mark() -> None:
    text = "\ufeff---\ntitle: The river\n---\nText."
    assert read_front_matter(text) == FrontMatter()
    found = read_front_matter(text, 1)
    assert text[found.end :] == "Text."
    assert [field.span.of(text) for field in found.fields] == ["The river"]


_PIECES = st.sampled_from(
    [*"abé川:#'\"|>[]{}&*!%@`,?-+= \t\\", "\n", "\r\n", "\n  ", "title: ", "title = ", '"""', "'''"]
)


@given(st.lists(_PIECES, max_size=30).map("".join), st.sampled_from(["---", "+++"]))
def test_any_front_matter_is_read_or_reported(text: str, fence: str) -> None:
    whole = f"{fence}\n{text}\n{fence}\nText."
    found = read_front_matter(whole)
    assert whole[found.end :].endswith("Text.")
    position = 0
    for field in found.fields:
        assert position <= field.span.start < field.span.end < found.end
        assert field.text.strip()
        position = field.span.end
