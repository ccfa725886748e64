"""Pseudo-translation: what anybody can read and nobody has written."""

import pytest
from hypothesis import given

from tests.strategies import any_texts
from workflow import plumbing
from workflow.placeholders import placeholders
from workflow.pseudo import PSEUDO_LOCALES, pseudo_targets, pseudo_text


def test_accents_and_mirrors() -> None:
    assert pseudo_text("We ask 3 cities.", "en-XA") == "Ŵé ášķ 3 çíťíéš."
    assert pseudo_text("Books, please?", "ar-XB") == "بووكس، پلهاسه؟"


@pytest.mark.parametrize("locale", PSEUDO_LOCALES)
def test_addresses_and_references_stay(locale: str) -> None:
    made = pseudo_text("See https://example.org/a [1] or a@example.org", locale)
    assert [each.text for each in placeholders(made)] == [
        "https://example.org/a",
        "[1]",
        "a@example.org",
    ]


@given(any_texts())
def test_nothing_is_lost(text: str) -> None:
    for locale in PSEUDO_LOCALES:
        assert len(pseudo_text(text, locale)) == len(text)


def test_every_unit_has_a_target() -> None:
    document = plumbing.extract(b"A\n\nB", format="plaintext", locale="en")
    assert list(pseudo_targets(document, "en-XA").values()) == ["Á", "B"]
