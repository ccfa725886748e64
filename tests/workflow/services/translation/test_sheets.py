"""A statement opens whole, and its stamp tells of every change in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.live import MINUTE, NOW, give, live, person, put_document
from workflow.access import Role
from workflow.errors import NotFound, NotPossible, UnknownLocale
from workflow.services import people, review, translation
from workflow.services.workspace import Workspace

TEXTS = ["We ask for a bridge, see www.example.org [1].", "And for a lamp."]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def test_a_sheet_holds_what_a_browser_draws(workspace: Workspace) -> None:
    _, units = put_document(workspace, TEXTS)
    yara = person(workspace, "Yara", Role.TRANSLATOR, locale="fr")
    found = translation.sheet(workspace, yara, NOW, document="letter", locale="FR")
    assert (found.document, found.title, found.locale) == ("letter", "letter", "fr")
    assert [row.unit for row in found.rows] == units
    assert found.codes == (("www.example.org", "[1]"), ())
    assert {"translation.save", "translation.ask"} <= found.may
    assert "review.approve" not in found.may


def test_what_one_may_is_said_for_this_language(workspace: Workspace) -> None:
    put_document(workspace, TEXTS)
    yara = person(workspace, "Yara", Role.REVIEWER, locale="fr")
    arabic = translation.sheet(workspace, yara, NOW, document="letter", locale="ar")
    assert "translation.save" not in arabic.may
    assert "translation.comment" in arabic.may
    french = translation.sheet(workspace, yara, NOW, document="letter", locale="fr")
    assert "review.approve" in french.may


def test_what_is_no_translation_does_not_open(workspace: Workspace) -> None:
    put_document(workspace, TEXTS)
    yara = person(workspace, "Yara", Role.TRANSLATOR)
    asked = {"document": "letter", "locale": "en"}
    with pytest.raises(NotPossible, match="is written in 'en'"):
        translation.sheet(workspace, yara, NOW, **asked)
    with pytest.raises(UnknownLocale):
        translation.sheet(workspace, yara, NOW, document="letter", locale="français")
    with pytest.raises(NotFound):
        translation.stamp(workspace, yara, NOW, document="note", locale="fr")


def test_the_stamp_tells_of_every_change(workspace: Workspace) -> None:
    _, (first, second) = put_document(workspace, TEXTS)
    yara = person(workspace, "Yara", Role.TRANSLATOR)
    eva = person(workspace, "Eva", Role.REVIEWER)

    def stamp(locale: str = "fr") -> str:
        return translation.stamp(workspace, yara, NOW, document="letter", locale=locale)

    def save() -> None:
        translation.save(
            workspace, yara, NOW, unit=first, locale="fr", text="Un pont.", seen=0, token="a"
        )

    stamps, arabic = [stamp()], stamp("ar")
    save()
    stamps.append(stamp())
    assert translation.follows(stamps[1], stamps[0])
    save()
    assert stamp() == stamps[1], "the same save again changes nothing"
    offered = translation.suggest(workspace, eva, NOW, unit=first, locale="fr", text="Le pont.")
    stamps.append(stamp())
    assert not translation.follows(stamps[2], stamps[1])
    review.reject(workspace, eva, NOW + MINUTE, suggestion=offered.suggestion, reason="No.")
    stamps.append(stamp())
    assert stamp("ar") == arabic
    asked = translation.ask(workspace, yara, NOW, unit=second, locale="", text="Which lamp?")
    stamps.append(stamp())
    assert stamp("ar") != arabic, "a question about the source is everybody's"
    translation.resolve(workspace, yara, NOW + MINUTE, comment=asked)
    stamps.append(stamp())
    assert len(set(stamps)) == len(stamps)


def test_the_stamp_of_a_sheet_tells_of_every_change_that_one_member_sees(
    workspace: Workspace,
) -> None:
    _, (first, _) = put_document(workspace, TEXTS)
    yara = person(workspace, "Yara", Role.TRANSLATOR)
    eva = person(workspace, "Eva", Role.REVIEWER)
    which: dict[str, Any] = {"unit": first, "locale": "fr"}
    stamps: list[str] = []

    def is_new(who: str = yara) -> bool:
        asked = {"document": "letter", "locale": "FR"}
        stamps.append(translation.sheet_stamp(workspace, who, NOW, **asked))
        return stamps[-1] not in stamps[:-1]

    assert is_new()
    assert not is_new()
    assert is_new(eva), "no two people share one"
    translation.draft(workspace, yara, NOW, **which, text="Un po", seen=0)
    assert is_new()
    assert not is_new(eva)
    translation.draft(workspace, yara, NOW + MINUTE, **which, text="Un pon", seen=0)
    assert is_new()
    translation.save(workspace, yara, NOW, **which, text="Un pont.", seen=0, token="a")
    assert is_new()
    assert is_new(eva)
    review.send_back(workspace, eva, NOW + MINUTE, **which, seen=1, reason="Longer.")
    assert is_new()
    translation.comment(workspace, eva, NOW, **which, text="Which one?")
    assert is_new()
    people.change_name(workspace, eva, NOW, name="Eva H")
    assert is_new()
    give(workspace, eva, Role.COORDINATOR)
    assert is_new(eva)
    assert not is_new()


def test_the_stamp_of_a_sheet_is_refused_as_the_sheet_is(workspace: Workspace) -> None:
    put_document(workspace, TEXTS)
    yara = person(workspace, "Yara", Role.TRANSLATOR)
    for document, locale, error in (
        ("letter", "en", NotPossible),
        ("letter", "français", UnknownLocale),
        ("note", "fr", NotFound),
    ):
        with pytest.raises(error):
            translation.sheet_stamp(workspace, yara, NOW, document=document, locale=locale)
