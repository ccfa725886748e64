"""What catalogs and store last agreed on, in bulk."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy import select

from tests.live import MINUTE, NOW, live, put_document
from workflow.model import State, UnitKey
from workflow.review import Act
from workflow.store import revising, sync
from workflow.store.documents import gone_units, source_texts
from workflow.store.ids import digest_of
from workflow.store.past import unheard
from workflow.store.schema import sync_run
from workflow.store.suggestions import keep
from workflow.store.sync import Base, StoredCatalog
from workflow.store.translations import Written, add_revisions

SOURCES = ("One.", "Two.", "Three.")


def written(unit: str, version: int, text: str, author: str = "ana", minutes: int = 0) -> Written:
    return Written(
        unit, "fr", version, text, State.TRANSLATED, Act.SAVE, author, author, "s",
        NOW + minutes * MINUTE,
    )  # fmt: skip


def test_a_catalog_is_remembered(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, SOURCES)
        with workspace.store.writing() as db:
            assert sync.catalog_of(db, document, "fr") == StoredCatalog()
            for known in (StoredCatalog("by hand", "1"), StoredCatalog("", "2")):
                sync.put_catalog(db, document, "fr", known)
                assert sync.catalog_of(db, document, "fr") == known
            assert sync.catalog_of(db, document, "ar") == StoredCatalog()


def test_bases_are_put_and_moved(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, units = put_document(workspace, SOURCES)
        put_document(workspace, SOURCES, "other")
        first = [Base(each, "Un.", State.TRANSLATED, "s", "a\nb", 1) for each in units[:2]]
        moved = replace(first[0], text="Deux.", version=2, state=State.NEEDS_WORK)
        fresh = Base(units[2], "", State.UNTRANSLATED, "", "?", 0)
        with workspace.store.writing() as db:
            sync.put_bases(db, "fr", first, ())
            assert sync.bases_of(db, document, "fr") == {each.unit: each for each in first}
            sync.put_bases(db, "fr", [moved, fresh], sync.bases_of(db, document, "fr"))
            sync.put_bases(db, "ar", [fresh], ())
            found = sync.bases_of(db, document, "fr")
            assert found == {units[0]: moved, units[1]: first[1], units[2]: fresh}


def test_what_was_said_since(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, units = put_document(workspace, SOURCES)
        with workspace.store.writing() as db:
            add_revisions(db, [written(units[0], 1, "Un."), written(units[1], 1, "Deux.")])
            add_revisions(db, [written(units[0], 2, "Une.")])
            sync.put_bases(db, "fr", [Base(units[0], "Un.", State.TRANSLATED, "s", "", 1)], ())
            assert sync.since_bases(db, document, "fr") == {
                units[0]: {("Une.", State.TRANSLATED)},
                units[1]: {("Deux.", State.TRANSLATED)},
            }
            assert sync.since_bases(db, document, "ar") == {}
            assert sync.locales_of(db, document) == ("fr",)
            assert sync.has_work(db)


def test_words_belong_to_whoever_wrote_them_first(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, units = put_document(workspace, SOURCES)
        with workspace.store.writing() as db:
            keep(db, written(units[0], 1, "Une.", "eva", 1), origin="person", base=0)
            add_revisions(db, [written(units[0], 1, "Un.", "ana", 2)])
            add_revisions(db, [written(units[0], 2, "Une.", "ben", 3)])
            add_revisions(db, [written(units[0], 3, "Un.", "ben", 4)])
            told = sync.authors_of(db, document, "fr")
            assert (
                told.author_of(units[0], "Un.") == told.author_of(units[0], "U n\u00a0.") == "ana"
            )
            assert told.author_of(units[0], "Une.") == "eva"
            assert told.author_of(units[1], "Un.") == told.author_of(units[0], "un.") == ""
            said = [(0, "Un."), (0, "Une."), (0, "Un ."), (1, "Un.")]
            assert [told.has(units[at], each) for at, each in said] == [True, True, False, False]


def test_units_that_are_gone_get_numbers_of_their_own(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, SOURCES)
        with workspace.store.writing() as db:
            sync.add_gone_units(db, document, {}, {})
            for made in ("a", "b"):
                sync.add_gone_units(db, document, {made: UnitKey(made, "x")}, {made: 7})
            revising.add_wordings(db, [unheard("a", UnitKey("Once"))])
            found = gone_units(db, document)
            numbers = [(each.key, each.number, each.words) for each in found]
            assert numbers == [(UnitKey("a", "x"), 3, 7), (UnitKey("b", "x"), 4, 7)]
            wordings = source_texts(db, document)
            assert wordings["a", digest_of("a")] == UnitKey("a", "x")
            assert wordings["a", digest_of("Once")] == UnitKey("Once")


def test_a_run_is_written_down(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, SOURCES)
        with workspace.store.writing() as db:
            sync.record_run(
                db, NOW, "operator", document, "fr", before="1", after="2", report={"taken": 3}
            )
            (row,) = db.execute(select(sync_run))
            assert (row.before, row.after, json.loads(row.report)) == ("1", "2", {"taken": 3})
