"""A statement as it can be taken away: finished, or a draft that says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.live import NOW, live, person, put_document
from tests.workflow.services.publishing.test_standing import TEXTS, bring
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotFound, UnknownLocale, UnknownName
from workflow.model import State
from workflow.services import publishing
from workflow.services.workspace import Workspace


@pytest.fixture
def house(tmp_path: Path) -> Iterator[Workspace]:
    (tmp_path / "workspace.toml").write_text('languages = ["fr"]\n', "utf-8")
    with live(tmp_path) as workspace:
        _, units = put_document(workspace, TEXTS)
        by = (person(workspace, "Ana", Role.TRANSLATOR), person(workspace, "Bo", Role.REVIEWER))
        for unit, state in zip(units, State, strict=True):
            bring(workspace, unit, state, by)
        yield workspace


@pytest.mark.parametrize("form", publishing.FORMS)
def test_a_draft_holds_what_is_translated_and_the_source_where_nothing_is(
    house: Workspace, form: str
) -> None:
    made = publishing.take(house, OPERATOR, NOW, document="letter", locale="fr", form=form)
    text = made.data.decode()
    assert made.name.startswith("letter.fr.draft.")
    assert "Brouillon\u00a0: ce n’est pas le texte définitif." in text
    assert "Pas encore traduits\u00a0: " in text.replace("<bdi>", "")
    assert text.count("Texte ") == 2  # what needs work does not get in
    assert "The bridge stays" in text
    assert "A lamp at each end" not in text


def test_a_draft_marks_what_stands_in_another_language(house: Workspace) -> None:
    page = publishing.take(house, OPERATOR, NOW, document="letter", locale="fr").data.decode()
    assert '<p lang="en" dir="ltr">The bridge stays.' in page
    text = publishing.take(
        house, OPERATOR, NOW, document="letter", locale="fr", form="plaintext"
    ).data.decode()
    assert "[en] The bridge stays." in text


def test_the_same_texts_give_the_same_bytes_whoever_asks_and_when(house: Workspace) -> None:
    reader = person(house, "Lee", Role.READER)
    later = NOW.replace(year=NOW.year + 1)
    one, two = (
        publishing.take(house, who, now, document="letter", locale="fr")
        for who, now in ((OPERATOR, NOW), (reader, later))
    )
    assert one == two
    assert str(NOW.year) not in one.data.decode()


def test_its_own_language_is_no_draft(house: Workspace) -> None:
    made = publishing.take(house, OPERATOR, NOW, document="letter", locale="en", form="plaintext")
    assert (made.name, made.data.decode()) == ("letter.en.txt", "\n\n".join(TEXTS) + "\n")


def test_what_cannot_be_taken(house: Workspace) -> None:
    nobody = person(house, "Nobody")
    for who, document, locale, form, error in (
        (nobody, "letter", "fr", "webpage", NotFound),
        (OPERATOR, "none", "fr", "webpage", NotFound),
        (OPERATOR, "letter", "f r", "webpage", UnknownLocale),
        (OPERATOR, "letter", "fr", "papyrus", UnknownName),
    ):
        with pytest.raises((error, NotAllowed)):
            publishing.take(house, who, NOW, document=document, locale=locale, form=form)
