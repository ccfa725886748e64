"""The blocks a reader sees, in a target language."""

import pytest
from hypothesis import given, settings

from tests.cases import tries
from tests.strategies import any_markdown, locales
from workflow import plumbing
from workflow.filters.markdown.tree import render
from workflow.model import Block, Inline, UnitKey


def rendered(text: str, targets: dict[str, str] | None = None, locale: str = "en") -> list[Block]:
    document = plumbing.extract(text.encode(), format="markdown", locale="en")
    found = {UnitKey(key): each for key, each in (targets or {}).items()}
    return list(render(document, found, locale))


def drawn(blocks: list[Block], indent: str = "") -> str:
    """Draw a tree: kind, level and marker, the texts, and what stands inside."""
    rows = []
    for block in blocks:
        words = "".join(each.text for each in block.children if isinstance(each, Inline))
        head = [f"{block.kind}{block.level or ''}", block.marker, block.align, repr(words)]
        rows.append(indent + " ".join(each for each in head if each not in ("", "''")))
        inside = [each for each in block.children if isinstance(each, Block)]
        rows += [drawn(inside, f"{indent}  ")] if inside else []
    return "\n".join(rows)


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("# One\n\nTwo  \nthree", "heading1 'One'\nparagraph 'Two\\nthree'"),
        ("One\n---", "heading2 'One'"),
        ("***", "rule"),
        ("```\na\n```\n\n    b\n", "code 'a\\n'\ncode 'b\\n'"),
        ("> One", "quote 'One'"),
        ("> One\n>\n> two", "quote\n  paragraph 'One'\n  paragraph 'two'"),
        ("> > One", "quote\n  quote 'One'"),
        ("> - One", "quote\n  unordered_item1 'One'"),
        ("> # One", "quote\n  heading1 'One'"),
        ("- One\n- two", "unordered_item1 'One'\nunordered_item1 'two'"),
        (
            "- One\n\n  two\n\n  - three",
            "unordered_item1 'One'\n  paragraph 'two'\n  unordered_item2 'three'",
        ),
        ("- # One", "unordered_item1\n  heading1 'One'"),
        ("-", "unordered_item1"),
        ("3. One\n3. two", "ordered_item1 3. 'One'\nordered_item1 4. 'two'"),
        ("0) One", "ordered_item1 0) 'One'"),
        ("- [ ] One\n- [x] two\n- [X] three",
         "unordered_item1 ☐ 'One'\nunordered_item1 ☑ 'two'\nunordered_item1 ☑ 'three'"),
        ("1. [ ] One", "ordered_item1 ☐ 'One'"),
        (
            "| a | b | c |\n|:-|:-:|-:|\n| d |",
            ("table\n  table_row1\n    table_cell left 'a'\n    table_cell center 'b'"
            "\n    table_cell right 'c'\n  table_row\n    table_cell left 'd'"
            "\n    table_cell center\n    table_cell right"),
        ),
        ("| a \\| b |\n|---|", "table\n  table_row1\n    table_cell 'a | b'"),
        ("One[^b][^a]\n\n[^a]: A\n\n[^b]: B\n\n[^c]: C",
         "paragraph 'One[1][2]'\nfootnote [1] 'B'\nfootnote [2] 'A'\nfootnote [3] 'C'"),
        ("One[^a]\n\n[^a]: A[^c]\n\n[^b]: B[^d]\n\n[^c]: C\n\n[^d]: D",
         ("paragraph 'One[1]'\nfootnote [1] 'A[2]'\nfootnote [2] 'C'\nfootnote [3] 'B[4]'"
         "\nfootnote [4] 'D'")),
        ("One[^a]\n\n[^a]: A\n\n    B", "paragraph 'One[1]'\nfootnote [1] 'A'\n  paragraph 'B'"),
        ("[^a]: A\n\nOne[^a]", "paragraph 'One[1]'\nfootnote [1] 'A'"),
        ("<h2>One</h2><ul><li>two</ul>", "heading2 'One'\nunordered_item1 'two'"),
        ("<!-- One -->", ""),
        ("[a]: b 'c'", ""),
        ("One `x`\n\n`y`", "paragraph 'One x'\nparagraph 'y'"),
        ("Lyon, 14 March 2025\n\nTo the council,\n\nWe ask.",
         "date_line 'Lyon, 14 March 2025'\nsalutation 'To the council,'\nparagraph 'We ask.'"),
        ("# Signed by\n\n- A, Kenya\n- B, Brazil\n- C, France",
         ("heading1 'Signed by'\nsignatory1 'A, Kenya'\nsignatory1 'B, Brazil'"
         "\nsignatory1 'C, France'")),
        # the title
        ("---\ntitle: T\n---\nOne", "heading1 'T'\nparagraph 'One'"),
        ("---\ntitle: T\n---\n# One", "heading1 'One'"),
        ("---\ntitle: T\n---\n## One", "heading1 'T'\nheading2 'One'"),
        ("---\ndescription: D\n---\nOne", "paragraph 'One'"),
        ("+++\nTitle = 'T *x*'\n+++\nOne", "heading1 'T *x*'\nparagraph 'One'"),
        # what is left out of the translation is shown
        ("<!-- i18n:skip -->\n\nOne\n\n- two", "paragraph 'One'\nunordered_item1 'two'"),
        ("<!-- i18n:skip -->\n\n| a |\n|---|", "table\n  table_row1\n    table_cell 'a'"),
        ("<!-- i18n:skip -->\n\n- # One\n- two", ("unordered_item1\n  heading1 'One'"
         "\nunordered_item1 'two'")),
        ("<!-- i18n:skip -->\n\n> One\n\n<!-- i18n:skip -->\n\n# Two",
         "quote 'One'\nheading1 'Two'"),
    ],
)  # fmt: skip
def test_trees(text: str, tree: str) -> None:
    assert drawn(rendered(text)) == tree


def test_a_fallback_carries_its_language_and_a_translation_none() -> None:
    text = "# One\n\nTwo *three*\n\n- four\n\n[^a]: five\n"
    blocks = rendered(text, {"One": "Un", "four": "quatre"}, "fr")
    assert [block.children for block in blocks] == [
        (Inline("Un"),),
        (Inline("Two ", language="en"), Inline("three", emphasis=True, language="en")),
        (Inline("quatre"),),
        (Inline("five", language="en"),),
    ]
    assert rendered(text)[0].children == (Inline("One"),)


def test_sentences_are_joined_as_the_target_language_joins_them() -> None:
    text = "Rivers need room. **Lakes need rest.** " + "Nobody needs a dam. " * 30
    targets = {
        "Rivers need room.": "川。",
        "**Lakes need rest.**": "**湖。**",
        "Nobody needs a dam.": " ",
    }
    (block,) = rendered(text, targets, "ja")
    words = "".join(each.text for each in block.children if isinstance(each, Inline))
    assert words == "川。湖。"
    (block,) = rendered(text, {"Rivers need room.": "Les fleuves."}, "fr")
    first, second = block.children[:2]
    assert first == Inline("Les fleuves.")
    assert second == Inline(" ", language="en")


@pytest.mark.parametrize(
    ("text", "key", "target", "found"),
    [
        ("| a |\n|---|", "a", "x | *y*", [Inline("x | "), Inline("y", emphasis=True)]),
        ("<p>a</p>", "a", "x <b>y</b> *z*",
         [Inline("x "), Inline(""), Inline("y", strong=True), Inline(""), Inline(" *z*")]),
        ("a  \nb", "a\nb", "x\ny", [Inline("x"), Inline("\n"), Inline("y")]),
        ("# a", "a", "x\ny", [Inline("x y")]),
        ("a", "a", "x[^1]", [Inline("x[^1]")]),
    ],
)  # fmt: skip
def test_a_target_is_read_as_its_place_reads_it(
    text: str, key: str, target: str, found: list[Inline]
) -> None:
    blocks: list[Block | Inline] = list(rendered(text, {key: target}, "fr"))
    while isinstance(blocks[0], Block):
        blocks = list(blocks[0].children)
    assert [each for each in blocks if isinstance(each, Inline) and each.text] == [
        each for each in found if each.text
    ]


@settings(max_examples=tries(200))
@given(any_markdown(), locales())
def test_every_text_is_shown(text: str, locale: str) -> None:
    document = plumbing.extract(text.encode(), format="markdown", locale=locale)
    targets = {unit.key: f"x{number}x" for number, unit in enumerate(document.units)}
    hidden = {place.kind for unit in document.units for place in unit.places}
    shown = drawn(list(render(document, targets, "fr")))
    for unit in document.units:
        if any(place.kind != "caption" for place in unit.places) and hidden:
            assert targets[unit.key] in shown


def test_html_that_is_not_translated_is_shown_all_the_same() -> None:
    source = "<p>One</p>\n<pre>a &lt; b\n c</pre>\n\n<!-- i18n:skip -->\n\n<p>Two <b>x</b></p>\n"
    document = plumbing.extract(source.encode(), format="markdown", locale="en")
    assert [unit.key.source for unit in document.units] == ["One"]
    blocks = render(document, {UnitKey("One"): "Un"}, "fr")
    assert [(block.kind.value, words(block)) for block in blocks] == [
        ("paragraph", "Un"),
        ("code", "a < b\n c"),
        ("paragraph", "Two x"),
    ]


def words(block: Block) -> str:
    return "".join(child.text for child in block.children if isinstance(child, Inline))
