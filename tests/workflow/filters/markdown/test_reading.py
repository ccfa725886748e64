"""From bytes to a document, and to the same cut as data."""

import hashlib
import time

import pytest
from hypothesis import given, settings

from tests.cases import some, tries
from tests.strategies import any_markdown, locales
from workflow.errors import UnreadableSource
from workflow.filters.markdown.checking import check
from workflow.filters.markdown.reading import extract, read, segment
from workflow.filters.markdown.tree import render
from workflow.model import BlockKind, Document, Gap, Place, Skeleton, Slot, Unit, UnitKey
from workflow.segmentation import Precedent
from workflow.skeleton import fill

LONG = "Rivers need room. " * 30


def test_a_whole_document() -> None:
    data = b"# Title\n\n> 1. One\n>    two.  \n>    Three\n"
    title = Place(BlockKind.HEADING, 1, 0, level=1)
    one = Place(BlockKind.ORDERED_ITEM, 3, 1, "1.", 1, 0, "Title")
    text = UnitKey("One two.\nThree")
    original = "One\n>    two.  \n>    Three"
    assert extract(data, "en") == Document(
        name="",
        format="markdown",
        source_locale="en",
        digest=hashlib.sha256(data).hexdigest(),
        segmentation="1",
        skeleton=Skeleton(
            (
                "# ",
                Slot(UnitKey("Title"), "Title", title, "heading", "  "),
                "\n\n> 1. ",
                Slot(text, original, one, "spaces", ">    "),
                "\n",
            )
        ),
        units=(Unit(UnitKey("Title"), (title,)), Unit(text, (one,))),
    )


def test_a_long_block_is_cut_into_sentences() -> None:
    parts = extract(f"> {LONG}".replace("room. R", "room.\n> R", 3).encode(), "en").skeleton.parts
    cut = [part for part in parts if isinstance(part, Slot)]
    assert [each.place.position for each in cut] == list(range(1, 31))
    assert [each.place.line for each in cut] == [1, 2, 3, *[4] * 27]
    assert [part.original for part in parts if isinstance(part, Gap)] == ["\n> "] * 3 + [" "] * 26


@pytest.mark.parametrize("kind", ["# %s", "| %s |\n|---|", "[a]: b '%s'", "---\ntitle: %s\n---\n"])
def test_what_has_no_room_for_sentences_is_never_cut(kind: str) -> None:
    document = extract((kind % LONG.strip()).encode(), "en")
    assert [unit.key.source for unit in document.units] == [LONG.strip()]


def test_a_block_keeps_its_cut() -> None:
    data = b"Rivers need room. Lakes need rest.\n"
    before = Precedent(["Rivers need room.", "Lakes need rest."])
    assert len(extract(data, "en").units) == 1
    assert len(extract((LONG + "\n").encode(), "en", Precedent([LONG.strip()])).units) == 1
    assert len(extract(data, "en", before).units) in (1, 2)


def test_each_text_knows_its_heading() -> None:
    document = extract(b"a\n\n# B\n\nc\n\n## D\n\n- e\n", "en")
    assert [unit.places[0].section for unit in document.units] == ["", "", "B", "B", "D"]


def test_what_is_not_utf_8_is_refused() -> None:
    with pytest.raises(UnreadableSource):
        extract(b"\xff", "en")
    with pytest.raises(UnreadableSource):
        segment(b"\xff", "en")


def test_issues_stand_in_the_order_of_the_file() -> None:
    text = "---\na: 'b\n---\n<!-- i18n:x -->\n\n<!-- i18n:skip-start -->\n\n```\n"
    assert [(issue.name, issue.line) for issue in read(text, "en").issues] == [
        ("odd_front_matter", 3),
        ("unknown_directive", 4),
        ("unclosed_skip", 6),
        ("unclosed_fence", 8),
    ]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("- One", "- "),
        ("> - [ ] One", "- [ ] "),
        ("  12) One", "12) "),
        ("-\n  One", "-\n  "),
        ("1. - One", "- "),
        ("[^a]: One", "[^a]: "),
        ("[^a]:\n    One", "[^a]:\n    "),
        ("---\ntitle: One\n---", "title: "),
        ("---\ntitle: >\n  One\n---", "title: >\n  "),
        ("+++\ntitle = 'One'\n+++", "title = "),
        ("> One", ""),
        ("# One", ""),
    ],
)
def test_a_block_begins_with_its_marker(text: str, before: str) -> None:
    (found,) = segment(text.encode(), "en")
    assert text[found.start : found.text_start] == before


@settings(max_examples=tries(300))
@given(any_markdown(), locales())
def test_passages_say_where_things_stand(text: str, locale: str) -> None:
    position = 0
    for each in segment(text.encode(), locale):
        assert position <= each.start <= each.text_start < each.end
        assert each.text == text[each.text_start : each.end]
        between = each.text_start
        for span in each.sentences:
            assert between <= span.start < span.end <= each.end
            between = span.end
        position = each.end


# --- hostile shapes ------------------------------------------------------------------------------

REPEATED = (
    *("[", "![", "[a](", '[a](b "', "*", "*a ", "a**b", "_a ", "`", "` a ", "~~a ", "<a", "<a "),
    *("<!--", "x<!--", "<!-- x -", "x <?", "x <!A ", "x <a b=", "|", '"', '" ', "\\", "&", "&amp;"),
    *("{%", "{{", "{{\n", "{{a}} ", "{% a %} ", "[!N]", "www.", "a@b.", "word ", "a", " ", "#"),
    *(">", "> ", "- ", "1. ", "> - ", "[^1]: ", "\0", "```\na\n", "[a]: /b 'c'\n", "[a\n", "[^1] "),
    *("a\n", "a\n\n", "*a* b\n\n", "a  \n", "a\\\n", "a<b\n", "- a\n", "- a\n\n", "# a\n"),
    *("a\n=\n", "<!-- i18n:note ", "<!-- a -->", "***\n", "\r\n", "a\r\n\r\n", "|c|d|\n"),
    *("Rivers need room. ", "*Rivers* need room. ", "*Rivers need room. ", "[Rivers need room. "),
)  # fmt: skip
BEHIND = {
    "lazy lines": ("> ", "a\n"),
    "a table": ("|a|b|\n|-|-|\n", "|c|d|\n"),
    "one row": ("|a|b|\n|-|-|\n", "|"),
    "a block of HTML": ("<div>\n", "a\n"),
    "tags on lines": ("<div>\n", "<b>\n"),
    "items of HTML": ("<ul>", "<li>a"),
    "open tags": ("<div>", "<p '"),
    "remarks": ("<div>x", "<!-- a -->"),
    "scripts": ("<div>", "<script>"),
    "white space in HTML": ("<div>", " "),
    "a fence": ("```\n", "a\n"),
    "a heading": ("# a", " "),
    "hashes": ("# a ", "#"),
    "attributes": ("a ", "{:.b}"),
    "open attributes": ("a {:.b", "}"),
    "a title of marks": ("[a]: /b ", '"'),
    "a title of quotations": ('[a]: /b "', ' "'),
    "a title of lines": ('[a]: /b "', "c\n"),
    "a title of backslashes": ('[a]: /b "', "\\"),
    "front matter that never ends": ("---\n", "a: b\n"),
    "references to one note": ("[^1]: b\n\n", "[^1] "),
    "skipped blocks": ("", "<!-- i18n:skip -->\n\na\n\n"),
    "notes": ("", "<!-- i18n:note a -->\n"),
}
INSIDE = {
    "brackets in YAML": ("---\na: ", "[", "\n---\n"),
    "braces in YAML": ("---\na: ", "{", "\n---\n"),
    "quotes in YAML": ("---\ntitle: ", '"', "\n---\n"),
    "dashes in YAML": ("---\n", "- ", "\n---\n"),
    "titles in YAML": ("---\na:\n", "- title: b\n", "---\n"),
    "brackets in TOML": ("+++\na = ", "[", "\n+++\n"),
    "quotes in TOML": ("+++\na = ", '"', "\n+++\n"),
    "names in TOML": ("+++\n", "a.", "b = 1\n+++\n"),
    "a long name in TOML": ("+++\n", "a", " = 1\n+++\n"),
    "titles in TOML": ("+++\na = [\n", '{title="b"},\n', "]\n+++\n"),
}
SHAPES = {
    **{unit: ("", unit, "") for unit in REPEATED},
    **{name: (*parts, "") for name, parts in BEHIND.items()},
    **INSIDE,
}


@pytest.mark.parametrize("shape", some(SHAPES))
def test_the_work_grows_with_the_text_and_no_faster(shape: str) -> None:
    before, unit, after = SHAPES[shape]

    def seconds(length: int) -> float:
        text = before + (unit * length)[:length] + after
        start = time.process_time()
        document = extract(text.encode(), "en")
        targets = {each.key: f"{each.key.source} x" for each in document.units}
        check(document, targets)
        render(document, targets, "fr")
        return time.process_time() - start

    small = min(seconds(2_000) for _ in range(2)) + 0.01
    assert seconds(16_000) < 24 * small, "eight times the text, at most thrice the time a character"


@pytest.mark.parametrize(
    "text",
    [
        ">" * 10_000 + " a",
        "- " * 10_000 + "a",
        "[" * 10_000 + "a" + "]" * 10_000,
        "<ul><li>" * 10_000 + "a",
        "---\na: " + "[" * 90_000 + "\n---\n",
        "---\n" + "- " * 45_000 + "\n---\n",
        "+++\na = " + "[" * 90_000 + "\n+++\n",
        "".join(f"[^{number}]: a[^{number + 1}]\n\n" for number in range(1_000)),
        "".join("a" + "`" * number for number in range(300)),
        "|" + "a|" * 150 + "\n|" + "-|" * 150 + "\n" + "|\n" * 150,
    ],
    ids=lambda text: text[:12],
)
def test_what_is_nested_deeply_is_read(text: str) -> None:
    document = extract(text.encode(), "en")
    assert fill(document.skeleton, {}) == text
    assert check(document, {unit.key: "x" for unit in document.units}) is not None
    assert isinstance(render(document, {}, "fr"), tuple)
