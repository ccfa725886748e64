"""Drafts: what is typed is kept at once, for nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, insert, update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow import guard
from workflow.access import Role
from workflow.errors import HostileInput, LimitExceeded, NotAllowed, OutOfDate
from workflow.services import translation
from workflow.services.workspace import Workspace
from workflow.store.ids import digest_of
from workflow.store.schema import role_grant, source_text
from workflow.store.schema import unit as units


@dataclass(frozen=True)
class Scene:
    """Two paragraphs, two translators and a reader."""

    workspace: Workspace
    units: list[str]
    ana: str
    ben: str
    reader: str

    def draft(self, who: str, text: str, number: int = 0, **more: Any) -> bool:
        asked: dict[str, Any] = {"seen": 0, **more}
        return translation.draft(
            self.workspace,
            who,
            NOW + number * MINUTE,
            unit=self.units[number],
            locale="fr",
            text=text,
            **asked,
        )

    def drafts(self, who: str) -> list[str]:
        return [each.text for each in translation.drafts(self.workspace, who, NOW)]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with live(tmp_path) as workspace:
        document, ids = put_document(workspace, ["The library is open.", "The bridge is long."])
        yield Scene(
            workspace,
            ids,
            ana=person(workspace, "Ana", Role.TRANSLATOR, document=document),
            ben=person(workspace, "Ben", Role.TRANSLATOR),
            reader=person(workspace, "Dee", Role.READER),
        )


def test_what_is_typed_is_kept_as_it_is(scene: Scene) -> None:
    assert scene.draft(scene.ana, "La bibl")
    assert scene.draft(scene.ana, "La bibliothèque ")
    assert scene.draft(scene.ana, "Le pont", 1)
    assert scene.drafts(scene.ana) == ["Le pont", "La bibliothèque "]
    assert scene.drafts(scene.ben) == []
    _, found = translation.drafts(scene.workspace, scene.ana, NOW)
    assert (found.document, found.unit, found.locale, found.source, found.seen) == (
        "letter",
        scene.units[0],
        "fr",
        "The library is open.",
        0,
    )
    assert (found.source_changed, found.made_from) == (False, digest_of("The library is open."))


def test_what_the_translation_says_is_no_draft(scene: Scene) -> None:
    scene.draft(scene.ana, "Un")
    translation.save(
        scene.workspace,
        scene.ben,
        NOW,
        unit=scene.units[0],
        locale="fr",
        text="Un.",
        seen=0,
        token="t",
    )
    assert scene.drafts(scene.ana) == ["Un"]
    assert not scene.draft(scene.ana, " Un. ")
    assert scene.drafts(scene.ana) == []
    assert scene.draft(scene.ana, "")  # she is about to take it away


def test_a_draft_says_from_which_source_it_was_typed(scene: Scene) -> None:
    newer = "The library is closed."
    with scene.workspace.store.writing() as db:
        values = {"source": newer, "source_digest": digest_of(newer)}
        db.execute(update(units).where(units.c.id == scene.units[0]).values(**values))
        row = {"unit": scene.units[0], "digest": digest_of(newer), "source": newer, "since": 2}
        db.execute(insert(source_text), row)
    older = digest_of("The library is open.")
    for made_from, kept in ((older, older), ("", digest_of(newer)), ("x", digest_of(newer))):
        scene.draft(scene.ana, "La", made_from=made_from)
        (found,) = translation.drafts(scene.workspace, scene.ana, NOW)
        assert (found.made_from, found.source_changed) == (kept, kept == older)


def test_a_draft_is_dropped_by_its_owner_only(scene: Scene) -> None:
    scene.draft(scene.ana, "La")
    for who in (scene.ben, scene.reader):
        translation.drop_draft(scene.workspace, who, NOW, unit=scene.units[0], locale="fr")
    assert scene.drafts(scene.ana) == ["La"]
    translation.drop_draft(scene.workspace, scene.ana, NOW, unit=scene.units[0], locale="FR")
    assert scene.drafts(scene.ana) == []


def test_what_is_refused_leaves_the_draft_before_it(scene: Scene) -> None:
    scene.draft(scene.ana, "La")
    for text, error in (("x" * 20_001, LimitExceeded), ("\0", HostileInput)):
        with pytest.raises(error):
            scene.draft(scene.ana, text)
    assert scene.drafts(scene.ana) == ["La"]
    with pytest.raises(NotAllowed):
        scene.draft(scene.reader, "La")


def test_whoever_left_a_document_reads_nothing_of_it(scene: Scene) -> None:
    scene.draft(scene.ana, "La")
    with scene.workspace.store.writing() as db:
        db.execute(delete(role_grant).where(role_grant.c.member == scene.ana))
    assert scene.drafts(scene.ana) == []


def test_nobody_has_drafts(scene: Scene) -> None:
    with pytest.raises(NotAllowed):
        translation.drafts(scene.workspace, "", NOW)


def test_drafts_have_an_end(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "DRAFTS", 1)
    assert scene.draft(scene.ana, "Un po")
    with pytest.raises(LimitExceeded, match="1 drafts"):
        scene.draft(scene.ana, "Un pont", 1)
    assert scene.draft(scene.ana, "Un pont"), "what is there may go on"
    assert scene.drafts(scene.ana) == ["Un pont"]
    assert scene.draft(scene.ben, "Deux")


@pytest.mark.parametrize("seen", [10**30, -1])
def test_a_draft_beside_an_impossible_version_is_refused(scene: Scene, seen: int) -> None:
    with pytest.raises(OutOfDate):
        scene.draft(scene.ana, "Un", seen=seen)
    assert scene.draft(scene.ana, "Un", made_from="\ud800")
    translation.drop_draft(scene.workspace, scene.ana, NOW, unit="\ud800", locale="fr")
    assert scene.drafts(scene.ana) == ["Un"]
