"""Whole lives of documents: translated, revised again and again, and back to the beginning."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cases import (
    OUTSIDE_IS_MISSING,
    SAMPLES,
    locale_of,
    outside_markdown,
    outside_texts,
    tries,
)
from tests.revisions import Edit, play, scripts
from workflow.alignment import merge
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.filters import filter_for

Script = list[list[Edit]]

IN_ANY_RUN = 150
IN_THE_LONG_PROOF = 5_000
FOR_EACH_FROM_OUTSIDE = 4
MARKDOWN = 30
SHORT = range(500, 12_000)
LONG = 100_000


def check(text: str, script: Script, *, format_name: str, locale: str) -> None:
    played = play(text, script, merge, format_name=format_name, locale=locale)
    assert played.broken == []
    assert read_catalog(write_catalog(played.catalog)) == played.catalog


def check_file(path: Path, script: Script) -> None:
    format_name = filter_for(path.name).name
    check(path.read_text("utf-8-sig"), script, format_name=format_name, locale=locale_of(path))


@settings(max_examples=tries(IN_ANY_RUN))
@given(st.sampled_from(SAMPLES), scripts)
def test_a_life_of_a_sample(path: Path, script: Script) -> None:
    check_file(path, script)


@pytest.mark.parametrize("path", outside_texts())
def test_lives_of_outside_texts(path: Path) -> None:
    tried = settings(max_examples=1 if path.stat().st_size > LONG else FOR_EACH_FROM_OUTSIDE)
    tried(given(scripts)(lambda script: check_file(path, script)))()


def test_lives_of_outside_markdown() -> None:
    texts = [text for _, text in outside_markdown() if len(text) in SHORT]
    if not texts:
        pytest.skip(OUTSIDE_IS_MISSING)
    chosen = texts[:: max(1, len(texts) // MARKDOWN)]

    def check_markdown(text: str, script: Script) -> None:
        check(text, script, format_name="markdown", locale="en")

    tried = settings(max_examples=FOR_EACH_FROM_OUTSIDE * len(chosen))
    tried(given(st.sampled_from(chosen), scripts)(check_markdown))()


@pytest.mark.long
@settings(max_examples=IN_THE_LONG_PROOF)
@given(st.sampled_from(SAMPLES), scripts)
def test_many_lives_of_the_samples(path: Path, script: Script) -> None:
    check_file(path, script)
