"""Reasons that are chosen are kept in one language and read in all."""

from __future__ import annotations

import pytest

from ui.language import offered, words
from ui.reasons import QUICK, in_words, reason_of


def test_a_reason_has_a_sentence_on_each_line() -> None:
    assert reason_of(["figures", "meaning", "unknown"], " Look {again} ") == (
        "The meaning differs from the source.\nA name, a number or a date is not right.\n"
        "Look {again}"
    )
    assert reason_of([], "  ") == ""


@pytest.mark.parametrize("tag", offered())
def test_it_is_said_in_the_readers_language(tag: str) -> None:
    reason = reason_of(QUICK, "Voir l'article 2 {n}.")
    *chosen, own = in_words(words(tag), reason).split("\n")
    assert own == "Voir l'article 2 {n}."
    assert len(chosen) == len(QUICK)
    assert (chosen == list(QUICK.values())) is (tag == "en")
