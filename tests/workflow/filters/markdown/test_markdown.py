"""Markdown from end to end: what a reader sees of a translated document.

The examples of the CommonMark and GitHub specifications and real documents stand outside; the
program's own cases are golden families.
"""

import os
import re

import pytest
from hypothesis import given, settings

from tests.cases import OUTSIDE_IS_MISSING, outside_markdown, specification, tries
from tests.laws import back, filled, shapes, with_own_texts
from tests.rendering import page
from tests.strategies import any_markdown, locales, markdown_texts
from workflow import plumbing
from workflow.filters.markdown.markup import pieces
from workflow.model import Document
from workflow.placeholders import placeholders
from workflow.pseudo import outside_codes
from workflow.skeleton import slots

STRUCTURE_KEPT = 637
"""Of the 655 examples of CommonMark 0.31: as many as allow it at all when read as a whole."""


def extract(text: str, locale: str = "en") -> Document:
    return plumbing.extract(text.encode(), format="markdown", locale=locale)


def worn(text: str, notation: str) -> str:
    """Put another letter for every letter that is language."""
    return outside_codes(text, notation, lambda words: re.sub(r"[^\W\d_]", "ж", words))


def codes_of(text: str) -> set[str]:
    """Give the words that stand in codes, such as an address that is shown, or in a broken tag."""
    codes = [code.text for code in placeholders(text, "markdown")]
    broken = re.findall(r"<[A-Za-z][^<>]*(?=<|\Z)", text)
    return {word for code in (*codes, *broken) for word in re.findall(r"[^\W\d_]{2,}", code)}


# --- identity ------------------------------------------------------------------------------------


@settings(max_examples=tries(500))
@given(text=any_markdown(), locale=locales())
def test_filling_with_nothing_gives_the_source(text: str, locale: str) -> None:
    document = extract(text, locale)
    assert back(document, {}) == text.encode()
    assert back(document, with_own_texts(document)) == text.encode()


@pytest.mark.long
@settings(max_examples=50_000, derandomize=False)
@given(text=any_markdown(), locale=locales())
def test_filling_with_nothing_gives_the_source_many_times(text: str, locale: str) -> None:
    document = extract(text, locale)
    assert back(document, {}) == text.encode()
    for slot in slots(document.skeleton):
        assert slot.key.source.strip() == slot.key.source != ""


# --- structure and coverage ----------------------------------------------------------------------


def hold_structure(text: str, locale: str) -> None:
    document = extract(text, locale)
    translated = filled(document, worn).decode()
    tags, words = page(text)
    new_tags, new_words = page(translated)
    assert new_tags == tags
    left = set(new_words) & set(words)
    assert {word for word in left if "ж" not in word} <= codes_of(text) | {"Skipped"}


@settings(max_examples=tries(300))
@given(text=markdown_texts(), locale=locales())
def test_a_translation_has_the_same_tags_and_no_word_of_the_source(text: str, locale: str) -> None:
    hold_structure(text, locale)


@pytest.mark.long
@settings(max_examples=20_000, derandomize=False)
@given(text=markdown_texts(), locale=locales())
def test_a_translation_has_the_same_tags_many_times(text: str, locale: str) -> None:
    hold_structure(text, locale)


@settings(max_examples=tries(300))
@given(text=markdown_texts(), locale=locales())
def test_a_translation_has_the_same_shape(text: str, locale: str) -> None:
    document = extract(text, locale)
    assert shapes(extract(filled(document, worn).decode(), locale)) == shapes(document)


@settings(max_examples=tries(300))
@given(text=any_markdown(), locale=locales())
def test_sentences_of_a_block_read_alone_as_they_read_together(text: str, locale: str) -> None:
    for unit in extract(text, locale).units:
        if any(place.size for place in unit.places):
            assert pieces(unit.key.source, {})


# --- from outside --------------------------------------------------------------------------------

OUTSIDE = pytest.mark.skipif("UNDERSIGNED_DATA" not in os.environ, reason=OUTSIDE_IS_MISSING)
SPECIFICATIONS = ("data/corpora/cmspec/spec.txt", "data/corpora/gfm/test/spec.txt")


def kept_and_left(text: str) -> tuple[bool, int, int]:
    """Say whether a translation has the same tags, how many words it has, how many are left."""
    document = extract(text)
    tags, words = page(text)
    new_tags, new_words = page(filled(document, worn).decode())
    codes = codes_of(text)
    open_words = [word for word in words if word not in codes]
    left = [word for word in new_words if "ж" not in word and word not in codes]
    return new_tags == tags, len(open_words), min(len(left), len(open_words))


@OUTSIDE
@pytest.mark.parametrize("name", SPECIFICATIONS)
def test_every_example_of_a_specification_comes_back(name: str) -> None:
    examples = specification(name)
    assert len(examples) > 600
    for example in examples:
        document = extract(example)
        assert back(document, {}) == example.encode()
        assert back(document, with_own_texts(document)) == example.encode()


@OUTSIDE
def test_examples_keep_their_structure() -> None:
    found = [kept_and_left(example) for example in specification(SPECIFICATIONS[0])]
    assert sum(kept for kept, _, _ in found) >= STRUCTURE_KEPT
    assert sum(left for _, _, left in found) <= 0.001 * sum(words for _, words, _ in found)


@OUTSIDE
def test_real_documents_come_back_and_keep_their_structure() -> None:
    documents = outside_markdown()
    assert len(documents) > 700
    found = []
    for name, text in documents:
        document = extract(text)
        assert back(document, {}) == text.encode(), name
        assert back(document, with_own_texts(document)) == text.encode(), name
        found.append(kept_and_left(text))
    assert sum(kept for kept, _, _ in found) >= 0.995 * len(found)
    assert sum(left for _, _, left in found) <= 0.001 * sum(words for _, words, _ in found)


@OUTSIDE
def test_hardly_a_unit_holds_block_markup() -> None:
    texts = {
        unit.key.source
        for _, text in outside_markdown()
        for unit in extract(text).units
        if "\n" in unit.key.source
    }
    marked = [text for text in texts if re.search(r"\n\s*(?:[-*+>#|]|\d+[.)])\s", text)]
    assert len(marked) <= 1
