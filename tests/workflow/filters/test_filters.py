"""The contract of all source formats: identity, coverage, stability."""

from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.cases import SAMPLES, golden_sources, locale_of, outside_texts, tries
from tests.laws import (
    PSEUDO,
    back,
    filled,
    outside_units,
    shapes,
    torn_units,
    with_own_texts,
    wordy_markers,
)
from tests.strategies import any_texts, locales, plain_texts
from workflow import plumbing
from workflow.errors import UnknownFormat, UnreadableSource
from workflow.filters import FILTERS, filter_for
from workflow.filters.base import Filter
from workflow.model import Document
from workflow.segmentation import UNPRECEDENTED

OURS = [
    *SAMPLES,
    *golden_sources("plaintext", ".txt"),
    *golden_sources("markdown", ".md"),
]
PLAIN = [path for path in OURS if path.suffix == ".txt"]
EVERY_PLAIN_FILE = [*[pytest.param(path, id=path.name) for path in PLAIN], *outside_texts()]
EVERY_FILE = [*[pytest.param(path, id=path.name) for path in OURS], *outside_texts()]


def extract(text: str, locale: str, source_format: Filter) -> Document:
    return plumbing.extract(text.encode(), format=source_format.name, locale=locale)


@pytest.fixture(params=FILTERS.names, scope="module")
def source_format(request: pytest.FixtureRequest) -> Filter:
    return FILTERS[request.param]


def read(path: Path) -> Document:
    name = filter_for(path.name).name
    return plumbing.extract(path.read_bytes(), format=name, locale=locale_of(path))


# --- identity -------------------------------------------------------------------------------------


def hold_identity(text: str, locale: str, source_format: Filter) -> None:
    document = extract(text, locale, source_format)
    assert back(document, {}) == text.encode()
    assert back(document, with_own_texts(document)) == text.encode()


@settings(max_examples=tries(1_000))
@given(text=any_texts(), locale=locales())
def test_filling_with_nothing_gives_the_source(
    source_format: Filter, text: str, locale: str
) -> None:
    hold_identity(text, locale, source_format)


@pytest.mark.long
@settings(max_examples=100_000, derandomize=False)
@given(text=any_texts(), locale=locales())
def test_filling_with_nothing_gives_the_source_100_000_times(
    source_format: Filter, text: str, locale: str
) -> None:
    hold_identity(text, locale, source_format)
    if source_format.name == "plaintext":
        hold_coverage(text, locale)


@pytest.mark.parametrize("path", EVERY_FILE)
def test_filling_a_file_with_nothing_gives_the_file(path: Path) -> None:
    document = read(path)
    assert back(document, {}) == path.read_bytes()
    assert back(document, with_own_texts(document)) == path.read_bytes()


# --- coverage: in Markdown this is about rendered words, see markdown/test_markdown.py ------------


def hold_coverage(text: str, locale: str) -> None:
    document = extract(text, locale, FILTERS["plaintext"])
    left, marked = outside_units(document)
    assert left == marked
    assert torn_units(document) == []
    assert wordy_markers(document) == []


@settings(max_examples=tries(500))
@given(text=any_texts(), locale=locales())
def test_only_markers_are_outside_units(text: str, locale: str) -> None:
    hold_coverage(text, locale)


@pytest.mark.parametrize("path", EVERY_PLAIN_FILE)
def test_only_markers_of_a_file_are_outside_units(path: Path) -> None:
    document = read(path)
    left, marked = outside_units(document)
    assert left == marked
    assert torn_units(document) == []
    assert wordy_markers(document) == []


@settings(max_examples=tries(200))
@given(text=any_texts(), locale=locales())
def test_each_unit_says_something_in_one_line(
    source_format: Filter, text: str, locale: str
) -> None:
    for unit in extract(text, locale, source_format).units:
        assert any(one.isalnum() for one in unit.key.source)
        assert unit.key.source == unit.key.source.strip()
        assert source_format.name == "markdown" or len(unit.key.source.splitlines()) == 1


# --- stability ------------------------------------------------------------------------------------


@pytest.mark.parametrize("pseudo", PSEUDO)
@settings(max_examples=tries(300))
@given(text=plain_texts(), locale=locales())
def test_a_translation_has_the_same_shape(
    source_format: Filter, pseudo: str, text: str, locale: str
) -> None:
    document = extract(text, locale, source_format)
    again = extract(filled(document, PSEUDO[pseudo]).decode(), locale, source_format)
    assert shapes(again) == shapes(document)


@pytest.mark.parametrize("pseudo", PSEUDO)
@pytest.mark.parametrize("path", EVERY_FILE)
def test_the_translation_of_a_file_has_the_same_shape(path: Path, pseudo: str) -> None:
    document = read(path)
    again = plumbing.extract(
        filled(document, PSEUDO[pseudo]), format=document.format, locale=document.source_locale
    )
    assert shapes(again) == shapes(document)


# --- the shelf ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("letter.txt", "plaintext"),
        ("LETTER.TXT", "plaintext"),
        ("letter.ar.text", "plaintext"),
        ("letter.fr.md", "markdown"),
    ],
)
def test_a_file_finds_its_filter(name: str, expected: str) -> None:
    assert filter_for(name).name == expected


@pytest.mark.parametrize("name", ["letter.rtf", "letter", ".txt"])
def test_a_file_of_no_known_kind_is_refused(name: str) -> None:
    with pytest.raises(UnknownFormat) as refusal:
        filter_for(name)
    assert refusal.value.known[:3] == (".txt", ".text", ".md")


def test_what_is_not_utf_8_is_refused(source_format: Filter) -> None:
    with pytest.raises(UnreadableSource) as refusal:
        source_format.extract(b"A line\nr\xe9solution", "en", UNPRECEDENTED)
    assert str(refusal.value) == (
        "the source:2: byte 0xE9 is not UTF-8. Save it as UTF-8 and try again."
    )


def test_the_suffixes_of_filters_are_their_own() -> None:
    suffixes = [suffix for each in FILTERS for suffix in each.suffixes]
    assert sorted(set(suffixes)) == sorted(suffixes)
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
