"""What must be the same in every language."""

import pytest
from hypothesis import given, settings

from tests.cases import tries
from tests.laws import PSEUDO, filled
from tests.strategies import locales, markdown_texts
from workflow import plumbing
from workflow.filters.markdown.structure import structure


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("One", "Two words"),
        ("# One\n\n- a\n- b", "# Two\n\n- c\n- d"),
        ("---\ntitle: One\n---\nx", "---\ntitle: Two\n---\ny"),
        ("<p>a <b>b</b></p>", "<p><i>c</i></p>"),
        ("1. a\n2. b", "3. a\n4. b"),
        ("a\nb", "a b"),
    ],
)
def test_words_are_no_structure(one: str, two: str) -> None:
    assert structure(one) == structure(two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("One", "- One"),
        ("# One", "## One"),
        ("- a\n- b", "- a"),
        ("- [ ] a", "- [x] a"),
        ("- [ ] a", "- a"),
        ("```\na\n```".replace("\u200b", ""), "```\nb\n```"),
        ("<p>a</p>", "<p>a</p><p>b</p>"),
        ("|a|\n|:-|", "|a|\n|-:|"),
        ("---\na: b\n---\n", "---\na: [\n---\n"),
        ("---\na: b\n---\nx", "x"),
    ],
)
def test_blocks_are(one: str, two: str) -> None:
    assert structure(one) != structure(two)


@settings(max_examples=tries(150))
@given(text=markdown_texts(), locale=locales())
def test_a_translation_has_the_structure_of_its_source(text: str, locale: str) -> None:
    document = plumbing.extract(text.encode(), format="markdown", locale=locale)
    assert structure(filled(document, PSEUDO["accented"]).decode()) == structure(text)
