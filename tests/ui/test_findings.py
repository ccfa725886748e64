"""Everything the checks can find is said to a volunteer in a sentence of ours."""

from __future__ import annotations

import pytest

from ui.findings import SENTENCES, finding
from ui.language import words
from workflow.model import Issue
from workflow.services import wording

EN = words("en")


def test_every_finding_of_a_translation_has_its_sentence() -> None:
    assert wording.findings_of_texts() == set(SENTENCES)


@pytest.mark.parametrize("name", sorted(SENTENCES))
def test_a_sentence_says_what_to_do_and_names_the_piece(name: str) -> None:
    sentence, detail = finding(EN, Issue(name, detail="{n} <b>"))
    assert sentence[0].isupper() or sentence.startswith("{detail}")
    assert sentence.endswith(".")
    assert detail == "{n} <b>"
    assert "{" not in sentence.replace("{detail}", "")


def test_an_unknown_finding_is_said_too() -> None:
    assert finding(EN, Issue("new_one", detail="x")) == ("Look at this again: {detail}", "x")
