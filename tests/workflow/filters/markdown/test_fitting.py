"""How a target is written into its hole."""

import re
import tomllib

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.strategies import hostile_texts
from workflow import plumbing
from workflow.filters.markdown.fitting import as_inline, fit, join
from workflow.filters.markdown.frontmatter import read_front_matter
from workflow.model import BlockKind, Place, Slot, UnitKey
from workflow.skeleton import slots


def slot(form: str, prefix: str = "", source: str = "x", original: str = "") -> Slot:
    place = Place(BlockKind.PARAGRAPH, 1, 0)
    return Slot(UnitKey(source), original or source, place, form, prefix)


@pytest.mark.parametrize(
    ("form", "prefix", "target", "written"),
    [
        ("", "> ", " One\n two\r\n", "One two"),
        ("", "> ", "One \t\r\n\n  two", "One two"),
        ("", "> ", "One\u2028two\x0bthree\x85four", "One two three four"),
        ("", "> ", "\u00a0One  two\u00a0", "\u00a0One  two\u00a0"),
        ("", "> ", '<a\n  href="x">One</a>\ntwo', '<a\n> href="x">One</a> two'),
        ("", "> ", "<a\n\n\nb>One</a>", "<a\n> b>One</a>"),
        ("", "> ", "a < b\nand c > d", "a < b and c > d"),
        ("spaces", "> ", "One\ntwo", "One  \n> two"),
        ("spaces", "> ", "One \n \t two", "One  \n> two"),
        ("spaces", "> ", "One\n\n\ntwo", "One  \n> \\\n> \\\n> two"),
        ("spaces", "", "<b>One</b>\ntwo", "<b>One</b>  \ntwo"),
        ("spaces", "  ", "<a\nb>One</a>\ntwo", "<a\n  b>One</a>  \n  two"),
        ("backslash", "> ", "One\r\ntwo", "One\\\n> two"),
        ("backslash", "", "One\n\ntwo", "One\\\n\\\ntwo"),
        ("heading", "  ", "One\ntwo", "One two"),
        ("heading", "  ", "<a\nb>One</a>", "<a b>One</a>"),
        ("underlined", "> ", "One\ntwo", "One two"),
        ("underlined-spaces", "> ", "One\ntwo", "One  \n> two"),
        ("underlined-backslash", "", "One\ntwo", "One\\\ntwo"),
        ("html", "  ", "One\n\n<b>two</b>", "One <b>two</b>"),
        ("html", "  ", "<a\nb>One</a>", "<a b>One</a>"),
        ("cell", "", "One | two\n\nthree", "One \\| two three"),
        ("cell", "", "`a|b`", "`a\\|b`"),
        ("cell", "", "C:\\", "C:\\ "),
        ("cell", "", "C:\\\\", "C:\\\\"),
        ('title-"', "", 'The "old"\nbook', 'The \\"old\\" book'),
        ('title-"', "", 'The \\"old\\" (book)', 'The \\"old\\" (book)'),
        ('title-"', "", '""', '\\"\\"'),
        ('title-"', "", "C:\\", "C:\\\\"),
        ('title-"', "", 'C:\\\\"', 'C:\\\\\\"'),
        ("title-'", "", 'The "old" miller\'s', 'The "old" miller\\\'s'),
        ("title-(", "", "The (old) book", "The \\(old\\) book"),
        ("yaml-plain", "", "One two", "One two"),
        ("yaml-plain", "", "One: two", '"One: two"'),
        ("yaml-plain", "", "One #2", '"One #2"'),
        ("yaml-plain", "", "One:", '"One:"'),
        ("yaml-plain", "", "- One", '"- One"'),
        ("yaml-plain", "", "Yes", '"Yes"'),
        ("yaml-plain", "", "Yes, we can", '"Yes, we can"'),
        ("yaml-plain", "", "1952", '"1952"'),
        ("yaml-plain", "", "One\ntwo", "One two"),
        ("yaml-plain", "", "«Un»", "«Un»"),
        ("yaml-single", "", "It's", "'It''s'"),
        ("yaml-single", "", "a\x07", '"a\ufffd"'),
        ("yaml-double", "", 'A "b" \\', '"A \\"b\\" \\\\"'),
        ("yaml-literal", "  ", "One\n  two\n\nthree", "One\n    two\n\n  three"),
        ("yaml-folded", "  ", "One\n  two\n\nthree", "One\n\n  two\n\n\n  three"),
        ("toml-basic", "", 'A "b"\nc', '"A \\"b\\" c"'),
        ("toml-literal", "", "C:\\", "'C:\\'"),
        ("toml-literal", "", "It's", '"It\'s"'),
        ("toml-lines", "", 'A """b"""\nc', '"""A \\"\\"\\"b\\"\\"\\"\nc"""'),
        ("toml-lines", "", "A\n+++", '"""A\n\\u002b++"""'),
        ("toml-literal-lines", "", "It's\n\\", "'''It's\n\\'''"),
        ("toml-literal-lines", "", "It'", '"""It\'"""'),
        ("toml-literal-lines", "", "A\n+++", '"""A\n\\u002b++"""'),
    ],
)  # fmt: skip
def test_fit(form: str, prefix: str, target: str, written: str) -> None:
    assert fit(slot(form, prefix), target) == written


@pytest.mark.parametrize(
    ("form", "written"),
    [
        ("yaml-double", '"Un\\ndeux"'),
        ("yaml-single", '"Un\\ndeux"'),
        ("yaml-plain", '"Un\\ndeux"'),
        ("toml-basic", '"Un\\ndeux"'),
    ],
)
def test_a_value_of_several_lines_keeps_them(form: str, written: str) -> None:
    assert fit(slot(form, source="One\ntwo"), "Un\ndeux") == written


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_what_began_on_the_next_line_still_does(quotes: str) -> None:
    form = {'"""': "toml-lines", "'''": "toml-literal-lines"}[quotes]
    found = slot(form, source="One", original=f"{quotes}\nOne{quotes}")
    assert fit(found, "Un") == f"{quotes}\nUn{quotes}"


@pytest.mark.parametrize(
    ("before", "after", "joiner", "between"),
    [
        ("One.", "Two.", " ", " "),
        ("One. ", "Two.", " ", ""),
        ("一。", "二。", "", ""),
        ("**一。**", "二。", "", "<!-- -->"),
        ("*一。*", "二。", "", "<!-- -->"),
        ("_一。_", "二。", "", "<!-- -->"),
        ("~~一。~~", "二。", "", "<!-- -->"),
        ("**一。**", "**二。**", "", "<!-- -->"),
        ("一", "**二。**", "", "<!-- -->"),
        ("一!", "[二](a.html)", "", "<!-- -->"),
        ("一！", "[二](a.html)", "", ""),
        ("**一。**", "「二」", "", ""),
        ("**One.**", "Two.", " ", " "),
    ],
)
def test_join(before: str, after: str, joiner: str, between: str) -> None:
    assert join(before, after, joiner) == between


@pytest.mark.parametrize(
    ("form", "inline"),
    [
        ("", "a b"),
        ("spaces", "a  \nb"),
        ("backslash", "a\\\nb"),
        ("underlined-spaces", "a  \nb"),
        ("underlined", "a b"),
        ("heading", "a b"),
        ("cell", "a b"),
        ("html", "a b"),
        ('title-"', "a b"),
        ("yaml-literal", "a b"),
    ],
)
def test_as_inline(form: str, inline: str) -> None:
    assert as_inline(slot(form, "> "), " a\nb ") == inline


# --- values survive ------------------------------------------------------------------------------

_LINES = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNWRITABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def wanted(target: str, *, lined: bool, style: str) -> str:
    """Say what a reader of the value must get: the target, but for its breaks and controls."""
    text = target.strip(" \t\r\n\v\f\x1c\x1d\x1e\x85\u2028\u2029")
    lines = [_UNWRITABLE.sub("\ufffd", line) for line in _LINES.split(text)]
    if not lined:
        return re.sub(r"[ \t]*\n[ \t\n]*", " ", "\n".join(lines))
    if style == "folded":
        return "\n".join(line.strip() for line in lines)
    if style == "literal":
        return "\n".join(line if line.strip() else "" for line in lines)
    return "\n".join(lines)


YAML = {
    "plain": "title: One",
    "in a list": "title: [One, two]",
    "in a mapping": "m: {title: One, url: /}",
    "anchored": "title: &a One\nb: *a",
    "over lines": "title: One\n  two",
    "single": "title: 'One'",
    "double": 'title: "One"',
    "double lines": 'title: "One\\ntwo"',
    "folded": "title: >\n  One\n\n  two",
    "folded strip": "title: >-\n    One",
    "literal": "title: |\n  One\n  two",
    "literal keep": "title: |+\n One\n\n",
    "literal deep": "m:\n- a:\n  - title: |-\n      One\n  - b",
}
TOML = {
    "basic": 'title = "One"',
    "basic lines": 'title = "One\\ntwo"',
    "literal": "title = 'One'",
    "lines": 'title = """One\ntwo"""',
    "lines below": 'title = """\nOne"""',
    "literal lines": "title = '''\nOne\ntwo'''",
    "listed": "title = ['One', \"two\"]",
    "inline": "m = {title = 'One'}",
}
_TRICKY = st.text(
    st.sampled_from("aé川 \t\n:#'\"|>[]{}&*!%@`,?-+=.~\\\x07\u2028\u00a0#0"), max_size=12
)
TARGETS = st.one_of(_TRICKY, hostile_texts()).filter(lambda text: text.strip() != "")


def hold_value(front: str, fence: str, target: str, end: str) -> None:
    """Fill the first field of a front matter, and read it back."""
    text = f"{fence}\n{front}\n{fence}\nText.\n".replace("\n", end)
    document = plumbing.extract(text.encode(), format="markdown", locale="en")
    (first, *others) = slots(document.skeleton)
    filled = plumbing.fill(document, {first.key: target}).decode()
    again = read_front_matter(filled)
    assert again.issues == ()
    assert filled[again.end :] == f"Text.{end}"
    body = filled[len(fence) + len(end) : again.end - len(fence) - len(end)]
    lined = "\n" in first.key.source or first.form.endswith(("literal", "folded", "lines"))
    want = wanted(target, lined=lined, style=first.form.partition("-")[2])
    value = tomllib.loads(body) if fence == "+++" else yaml.safe_load(body)
    assert want in (each.rstrip("\n") for each in _strings(value))
    assert [field.name for field in again.fields if field.name == "title"]
    rest = [each.key.source for each in others if each.place.marker]
    assert [field.text for field in again.fields[1:]] == rest


def _strings(value: object) -> list[str]:
    if isinstance(value, dict):
        return [each for inner in value.values() for each in _strings(inner)]
    if isinstance(value, list):
        return [each for inner in value for each in _strings(inner)]
    return [value] if isinstance(value, str) else []


@pytest.mark.parametrize("style", YAML)
@given(target=TARGETS, end=st.sampled_from(["\n", "\r\n"]))
@example(target="---", end="\n")
@example(target="a\n---\nb", end="\n")
@example(target="\\", end="\n")
def test_yaml_gives_back_the_target(style: str, target: str, end: str) -> None:
    hold_value(YAML[style], "---", target, end)


@pytest.mark.parametrize("style", TOML)
@given(target=TARGETS, end=st.sampled_from(["\n", "\r\n"]))
@example(target="+++", end="\n")
@example(target="a\n+++\nb", end="\n")
@example(target="'''\n'", end="\n")
@example(target="\\", end="\n")
def test_toml_gives_back_the_target(style: str, target: str, end: str) -> None:
    hold_value(TOML[style], "+++", target, end)
