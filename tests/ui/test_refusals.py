"""What a coordinator is told who was refused something: what happened, and what to do here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.language import words
from ui.refusals import CASES, refusal
from ui.sentences import trouble
from workflow import errors

ENGLISH = words("en")
SERVICES = Path(errors.__file__).parent / "services"


def named() -> set[str]:
    """Give the cases that the services name."""
    texts = (path.read_text("utf-8") for path in SERVICES.rglob("*.py"))
    return {found for text in texts for found in re.findall(r'case="(\w+)"', text)}


def test_every_case_that_a_service_names_is_worded() -> None:
    assert named() == CASES


@pytest.mark.parametrize("case", sorted(CASES))
def test_each_case_says_more_than_that_it_cannot_be_done(case: str) -> None:
    error = errors.NotPossible("x", "undersigned --y.", case=case)
    said = refusal(ENGLISH, error)
    assert said != trouble(ENGLISH, error)
    assert "undersigned" not in said
    assert said.endswith(".")


def test_a_case_that_nobody_named_is_said_as_ever() -> None:
    error = errors.NotPossible("x", "y.")
    assert refusal(ENGLISH, error) == trouble(ENGLISH, error)
    assert refusal(ENGLISH, errors.StoreFull()) == trouble(ENGLISH, errors.StoreFull())


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (errors.LimitExceeded("a", "it", 5_000_000, "bytes", "x"), "5 MB is the limit"),
        (errors.LimitExceeded("a", "it", 50_000, "lines", "x"), "50,000 lines are the limit"),
        (errors.LimitExceeded("a", "it", 200, "entries", "x"), "200 are the limit"),
        (errors.LimitExceeded("a:3", "it", 20_000, "characters", "x"), "in \u2068a:3\u2069"),
        (errors.HostileInput("a:3", "a NUL", "x"), "\u2068a:3: a NUL\u2069"),
        (errors.UnreadableSource("a:1", "this is a PDF", "x"), "\u2068this is a PDF\u2069"),
        (errors.UnknownFormat("a.pdf", ".pdf", [".txt", ".md"]), "\u2068.txt, .md\u2069"),
        (errors.UnknownLocale("xy z"), "“\u2068xy z\u2069”"),
        (errors.OutOfDate(1, 2), "somebody proposed another text meanwhile"),
    ],
)
def test_facts_are_told(error: errors.UndersignedError, said: str) -> None:
    assert said in refusal(ENGLISH, error)
