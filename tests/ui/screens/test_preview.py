"""The preview: what would be published now, and what does not get in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.serving import Member
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html
from tests.ui.screens.working import AT, NOW, save, units
from ui.served import Served
from workflow.model import EMPTY_ON_PURPOSE
from workflow.services import translation

Drawn = Callable[[], str]
ROUGH, MISSING = "its translation needs work and does not get in", "not translated yet"


@pytest.fixture
def drawn(app_test: AppOf, ana: Member) -> Drawn:
    """Draw Translate with its preview, as HTML."""

    def drawn() -> str:
        app = app_test(ana, "translate", query=AT).run()
        return html(app.toggle(key="preview-letter-fr").set_value(True).run())

    return drawn


@pytest.fixture
def translate(house: Served, ana: Member) -> Callable[..., None]:
    """Translate paragraphs by their places; say which of these translations need work."""
    known = units(house, ana)

    def translate(texts: dict[int, str], *rough: int) -> None:
        for place, text in texts.items():
            save(house, ana, known[place], text)
        for place in rough:
            unit = known[place]
            translation.mark(house.workspace, ana.id, NOW, unit=unit, locale="fr", seen=1)

    return translate


def notes(page: str) -> list[str]:
    """Give the sentences above the statement."""
    return re.findall('<p class="us-note" dir="ltr">([^<]*)</p>', page)


def marks(page: str) -> list[str]:
    """Give what is said in the text, in order."""
    return re.findall('<small class="us-missing"[^>]*>([^<]*)</small>', page)


def test_what_is_finished_stands_there_and_nothing_is_said(
    drawn: Drawn, translate: Callable[..., None]
) -> None:
    translate({place: f"Texte {place}" for place in range(6)})
    page = drawn()
    assert '<article class="us-statement" lang="fr" dir="ltr">' in page
    assert [f"Texte {place}" in page for place in range(6)] == [True] * 6
    assert (notes(page), marks(page)) == ([], [])


def test_what_is_not_translated_is_counted_and_stands_in_its_own_language(drawn: Drawn) -> None:
    page = drawn()
    assert notes(page) == [
        "6 paragraphs are not translated yet; they stand here in the language of the source."
    ]
    assert marks(page) == [MISSING] * 6
    assert '<h2 class="us-heading" lang="en" dir="ltr">A joint appeal for the bridge' in page


def test_one_is_spoken_of_as_one(drawn: Drawn, translate: Callable[..., None]) -> None:
    translate({place: f"Texte {place}" for place in range(5)}, 2)
    untranslated, rough = notes(drawn())
    assert untranslated == (
        "1 paragraph is not translated yet; it stands here in the language of the source."
    )
    assert rough == (
        "The translation of 1 paragraph needs work and does not get in; the paragraph stands here "
        "in the language of the source."
    )


def test_what_needs_work_does_not_get_in_and_is_marked_in_its_place(
    drawn: Drawn, translate: Callable[..., None]
) -> None:
    translate({0: "Titre", 1: "Brouillon", 3: "Autre brouillon"}, 1, 3)
    page = drawn()
    assert "Titre" in page
    assert "rouillon" not in page
    assert marks(page) == [ROUGH, MISSING, ROUGH, MISSING, MISSING]


def test_a_paragraph_that_is_left_out_and_needs_work_moves_no_mark(
    drawn: Drawn, translate: Callable[..., None]
) -> None:
    translate({0: "Titre", 2: EMPTY_ON_PURPOSE}, 2)
    assert marks(drawn()) == [MISSING, ROUGH, MISSING, MISSING, MISSING]
