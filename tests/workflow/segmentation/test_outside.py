"""Sentence borders of others: how many of their cases come out as they are marked there.

A case counts when exactly its borders are found, told apart by the characters before them without
white space. Cases with line breaks inside are the filters' business. The figures are gates, each
above the best library measured; `benchmarks/sentences.py` prints them in full.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.sentences import Case, borders, is_right, read_cases, unique_rules
from workflow.segmentation import sentence_spans


@pytest.fixture(scope="module")
def cases(outside: Path) -> list[Case]:
    found = read_cases(outside / "data" / "segmentation")
    assert len(found) > 500
    return found


def ours(language: str, text: str) -> Iterator[str]:
    return (span.of(text) for span in sentence_spans(text, language))


def percentage(cases: list[Case]) -> float:
    assert cases
    return 100 * sum(is_right(case, ours) for case in cases) / len(cases)


def test_rules_of_other_libraries(cases: list[Case]) -> None:
    assert percentage(unique_rules(cases)) >= 93.0


@pytest.mark.parametrize(
    ("name", "least"), [("ud", 93.3), ("languagetool", 92.0), ("kurdish", 90.0)]
)
def test_sets(cases: list[Case], name: str, least: float) -> None:
    assert (
        percentage([case for case in cases if case.name == name and case.language != "th"]) >= least
    )


def test_english_golden_rules(cases: list[Case]) -> None:
    golden = [case for case in cases if case.is_golden and case.language == "en"]
    assert percentage([case for case in golden if case.name == "pragmatic_segmenter"]) >= 96.0


def test_statements_without_a_wrong_cut(outside: Path) -> None:
    for path in sorted((outside / "data" / "statements_gold").glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        for block in document["blocks"]:
            found = ours(document["language"], block["text"])
            assert borders(found) == borders(block["sentences"]), block["id"]
