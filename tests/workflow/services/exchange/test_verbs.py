"""Catalogs and store are brought together, whole workspaces at a time."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest

from tests.exchanging import (
    SCHOOL,
    TITLE,
    change,
    entry,
    letter,
    ours,
    put,
    save,
    sync,
)
from tests.live import NOW, person
from tests.workspaces import LETTER, tree
from tests.workspaces import put as put_file
from workflow.access import OPERATOR, Role
from workflow.errors import NotAllowed, NotFound, NotPossible, UnknownDocument, UnknownLocale
from workflow.exchange.catalogs import read_catalog
from workflow.model import State
from workflow.services import exchange
from workflow.services.workspace import Workspace
from workflow.store import sync as tables
from workflow.store.documents import document_named
from workflow.store.gate import Gate


def test_the_first_exchange_makes_documents_and_catalogs(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        report = sync(workspace)
        assert report.added == ("letter",)
        assert report.written == (
            "locales/templates/letter.pot",
            "locales/fr/LC_MESSAGES/letter.po",
        )
        assert report.is_clean
        before = tree(tmp_path / "locales")
        again = sync(workspace)
        assert (again.written, again.sentences, tree(tmp_path / "locales")) == ((), (), before)


def test_what_volunteers_saved_is_written_and_no_name_with_it(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Anastasia", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        assert sync(workspace).written == ("locales/fr/LC_MESSAGES/letter.po",)
        data = workspace.catalog_path("letter", "fr").read_bytes()
        assert b'msgstr "Lettre ouverte"' in data
        assert b"Anastasia" not in data
        assert b"2026" not in data


def test_a_store_is_built_again_from_the_files(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        sync(workspace)
        save(workspace, person(workspace, "Ana", Role.TRANSLATOR), TITLE, "Lettre ouverte")
        change(workspace, SCHOOL, targets=("L’école reste.",), flags=("fuzzy",), comments=("?",))
        catalog = workspace.catalog_path("letter", "fr")
        catalog.write_bytes(catalog.read_bytes() + b'\n#~ msgid "Gone"\n#~ msgstr "Parti"\n')
        sync(workspace)
    files = tree(tmp_path / "locales")
    for path in (tmp_path / ".undersigned").iterdir():
        if path.is_file():
            path.unlink()
    with Workspace(tmp_path) as workspace:
        steps: list[tuple[str, int, int]] = []
        report = exchange.ensure(workspace, NOW, progress=lambda *step: steps.append(step))
        assert steps[-1][1:] == (1, 1)
        assert report is not None
        assert (report.added, report.written, report.taken) == (("letter",), (), 2)
        assert tree(tmp_path / "locales") == files
        assert ours(workspace, TITLE).text == "Lettre ouverte"
        assert ours(workspace, SCHOOL).state is State.NEEDS_WORK
        assert exchange.ensure(workspace, NOW) is None


def test_nothing_is_built_from_nothing(tmp_path: Path) -> None:
    (tmp_path / "sources").mkdir()
    with Workspace(tmp_path) as workspace:
        assert exchange.ensure(workspace, NOW) is None


def test_one_fault_keeps_nothing_else_back(tmp_path: Path) -> None:
    with letter(tmp_path, {"letter.txt": LETTER, "note.txt": "A note.\n"}) as workspace:
        sync(workspace)
        put_file(tmp_path / "sources" / "bad.txt", b"caf\xe9")
        put_file(tmp_path / "locales/old ones/LC_MESSAGES/letter.po", "")
        broken = b"<<<<<<< HEAD\n"
        put_file(workspace.catalog_path("letter", "fr"), broken)
        put_file(
            workspace.catalog_path("note", "fr"),
            workspace.catalog_path("note", "fr").read_bytes().replace(
                b'msgid "A note."\nmsgstr ""', b'msgid "A note."\nmsgstr "Une note."'
            ),
        )  # fmt: skip
        report = sync(workspace)
        assert [each.fault != "" for each in report.catalogs] == [True, False]
        assert report.taken == 1
        assert len(report.faults) == 2
        assert not report.is_clean
        assert workspace.catalog_path("letter", "fr").read_bytes() == broken
        assert json.loads(json.dumps(report.as_data()))["clean"] is False


def test_a_file_that_the_system_refuses_keeps_nothing_else_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name too long, a folder that leads to itself, a tag that no language has any more."""
    with letter(tmp_path, {"letter.txt": LETTER, "note.txt": "A note.\n"}) as workspace:
        sync(workspace)
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
        assert stored is not None
        monkeypatch.setattr(
            tables, "locales_of", lambda _, of: ("fr-" + "abcde-" * 9,) if of == stored.id else ()
        )
        (tmp_path / "locales" / "ar").symlink_to("ar")
        put_file(tmp_path / "workspace.toml", 'source_locale = "en"\nlanguages = ["ar", "fr"]\n')
        put_file(
            workspace.catalog_path("note", "fr"),
            workspace.catalog_path("note", "fr").read_bytes().replace(
                b'msgid "A note."\nmsgstr ""', b'msgid "A note."\nmsgstr "Une note."'
            ),
        )  # fmt: skip
        report = sync(workspace)
        assert [each.fault != "" for each in report.catalogs] == [True, False, True, True, False]
        assert report.taken == 1


def test_of_several_documents_those_that_are_named(tmp_path: Path) -> None:
    with letter(tmp_path, {"letter.txt": LETTER, "note.txt": "A note.\n"}) as workspace:
        report = exchange.sync(workspace, OPERATOR, NOW, documents=["note"])
        assert report.added == ("note",)
        with pytest.raises(UnknownDocument, match="Did you mean 'letter'"):
            exchange.sync(workspace, OPERATOR, NOW, documents=["leter"])


def test_a_language_in_which_somebody_worked_has_a_catalog(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put_file(tmp_path / "locales/es/LC_MESSAGES/letter.po", "")
        sync(workspace)
        assert b"Language: es" in workspace.catalog_path("letter", "es").read_bytes()
        put(workspace, entry(TITLE, "Lettre ouverte"))
        sync(workspace)
        put_file(tmp_path / "workspace.toml", 'source_locale = "en"\nlanguages = ["ar"]\n')
        workspace.catalog_path("letter", "fr").unlink()
        sync(workspace)
        assert b"Lettre ouverte" in workspace.catalog_path("letter", "fr").read_bytes()


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    with letter(tmp_path) as workspace:
        exchange.sync(workspace, OPERATOR, NOW, progress=lambda *said: told.append(said))
    assert told == [("letter fr", 0, 1), ("", 1, 1)]


def test_two_exchanges_stand_in_line(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace, Workspace(tmp_path) as other:
        threads = [
            threading.Thread(target=exchange.sync, args=(each, OPERATOR, NOW))
            for each in (workspace, other, workspace, other)
        ]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        report = sync(workspace)
        assert (report.is_clean, report.written, report.added) == (True, (), ())


def test_nobody_exchanges_while_somebody_else_does(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        workspace.private.mkdir()
        waits = threading.Thread(target=sync, args=(workspace,))
        with Gate(workspace.private / "sync.lock").turn():
            waits.start()
            waits.join(0.2)
            assert waits.is_alive()
            assert not (tmp_path / "locales").exists()
        waits.join()
        assert workspace.catalog_path("letter", "fr").exists()


# --- who may -------------------------------------------------------------------------------------


def test_only_coordinators_exchange_and_only_the_operator_trusts_a_file(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte", "reviewed"))
        ana = person(workspace, "Ana", Role.REVIEWER)
        ben = person(workspace, "Ben", Role.COORDINATOR)
        eva = person(workspace, "Eva", Role.ADMIN)
        before = tree(tmp_path / "locales")
        with pytest.raises(NotAllowed):
            exchange.sync(workspace, ana, NOW)
        for who in (ben, eva):
            with pytest.raises(NotAllowed):
                exchange.sync(workspace, who, NOW, trust_reviews=True)
        assert tree(tmp_path / "locales") == before
        sync(workspace, trust_reviews=True)
        assert ours(workspace, TITLE).state is State.REVIEWED
        assert ours(workspace, TITLE).author == OPERATOR


def test_a_catalog_for_download_is_the_one_that_would_be_written(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre ouverte"))
        sync(workspace)
        ana = person(workspace, "Ana", Role.READER)
        data = exchange.catalog(workspace, ana, NOW, document="letter", locale="FR")
        assert data == workspace.catalog_path("letter", "fr").read_bytes()
        fresh = exchange.catalog(workspace, ana, NOW, document="letter", locale="sw")
        assert [each.target for each in read_catalog(fresh).entries] == ["", "", ""]
        with pytest.raises(NotPossible):
            exchange.catalog(workspace, ana, NOW, document="letter", locale="en")
        with pytest.raises(UnknownLocale):
            exchange.catalog(workspace, ana, NOW, document="letter", locale="f r")
        stranger = person(workspace, "Ben", Role.READER, document="another")
        with pytest.raises(NotFound):
            exchange.catalog(workspace, stranger, NOW, document="letter", locale="fr")
