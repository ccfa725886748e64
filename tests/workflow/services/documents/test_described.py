"""What a list says of a document."""

from datetime import date
from pathlib import Path

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.assembly import Policy
from workflow.model import Missing, State
from workflow.services.documents.described import listed, may
from workflow.store.documents import document_named

SETTINGS = """languages = ["fr", "en"]
[documents.letter]
title = "A letter"
deadline = 2026-12-01
tags = ["rivers"]
notes = "Keep the names."
missing = "marked"
"""


def test_the_store_and_the_settings_speak_together(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, _ = put_document(workspace, ["Rivers"])
        workspace.settings_path.write_text(SETTINGS, "utf-8")
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            found = listed(db, workspace, stored)
        assert (found.id, found.title, found.locale, found.languages) == (
            made, "A letter", "en", ("fr",),
        )  # fmt: skip
        assert (found.deadline, found.tags, found.status) == (
            date(2026, 12, 1), ("rivers",), "active",
        )  # fmt: skip
        assert not found.is_proposed
        assert found.notes == "Keep the names."
        assert found.publication == Policy(State.REVIEWED, Missing.MARKED)


def test_who_may_is_asked_of_the_table(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made, _ = put_document(workspace, ["Rivers"])
        ann = person(workspace, "Ann", Role.COORDINATOR, document=made)
        bob = person(workspace, "Bob", Role.COORDINATOR, document=made, locale="fr")
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            able = [may(db, who, "documents.release", stored, NOW) for who in (ann, bob, OPERATOR)]
        assert able == [True, False, True]
