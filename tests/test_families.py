"""Golden families of Markdown, one for each construct; see `tests.families`."""

from pathlib import Path

import pytest

from tests import families
from tests.cases import golden_sources, locale_of
from tests.laws import PSEUDO, back, filled, shapes, with_own_texts
from tests.rendering import page
from workflow import plumbing
from workflow.filters.markdown import MARKDOWN
from workflow.model import Document, Gap
from workflow.pseudo import pseudo_targets

CASES = golden_sources("markdown", ".md")
FEWEST_CASES = 45
EVERY_CASE = pytest.mark.parametrize("source", CASES, ids=lambda path: str(path.stem))


def read(source: Path) -> Document:
    return plumbing.extract(source.read_bytes(), format="markdown", locale=locale_of(source))


@EVERY_CASE
def test_family(source: Path, update_golden: bool) -> None:
    families.hold(source, "markdown", update=update_golden)


def test_no_file_is_orphaned_or_empty() -> None:
    families.hold_complete("markdown", ".md", FEWEST_CASES)


def test_every_kind_that_markdown_has_is_in_a_family() -> None:
    assert families.kinds("markdown", ".md") == [
        "byline",
        "caption",
        "date_line",
        "footnote",
        "heading",
        "ordered_item",
        "paragraph",
        "quote",
        "salutation",
        "signatory",
        "source_line",
        "table_cell",
        "unordered_item",
    ]


@EVERY_CASE
def test_filling_with_nothing_gives_the_file(source: Path) -> None:
    document = read(source)
    assert back(document, {}) == source.read_bytes()
    assert back(document, with_own_texts(document)) == source.read_bytes()


@EVERY_CASE
@pytest.mark.parametrize("pseudo", PSEUDO)
def test_a_translation_has_the_same_tags_and_shape(source: Path, pseudo: str) -> None:
    document = read(source)
    translated = filled(document, PSEUDO[pseudo])
    assert page(translated.decode())[0] == page(source.read_bytes().decode())[0]
    again = plumbing.extract(translated, format="markdown", locale=document.source_locale)
    assert shapes(again) == shapes(document)


@EVERY_CASE
def test_slots_are_what_is_cut(source: Path) -> None:
    """The blocks of the skeleton and those of the cut are the same stretches of the file."""
    text = source.read_bytes().decode()
    cut = MARKDOWN.segment(source.read_bytes(), locale_of(source))
    for each in cut:
        assert each.start <= each.text_start < each.end
        assert each.text == text[each.text_start : each.end]
    blocks: dict[int, str] = {}
    for part in read(source).skeleton.parts:
        if not isinstance(part, str):
            group = part.group if isinstance(part, Gap) else part.place.group
            blocks[group] = blocks.get(group, "") + part.original
    assert [blocks[number] for number in sorted(blocks)] == [each.text for each in cut]


@EVERY_CASE
def test_neither_the_source_nor_a_pseudo_translation_breaks_a_hole(source: Path) -> None:
    document = read(source)
    assert MARKDOWN.check(document, with_own_texts(document)) == ()
    assert MARKDOWN.check(document, pseudo_targets(document, "en-XA")) == ()
