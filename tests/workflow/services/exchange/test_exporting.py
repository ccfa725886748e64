"""A catalog is made from the store alone."""

from __future__ import annotations

from pathlib import Path

from tests.exchanging import (
    SCHOOL,
    TITLE,
    entry,
    letter,
    put,
    read,
    sync,
)
from tests.live import NOW
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import State, UnitKey
from workflow.review import Act
from workflow.services.exchange.exporting import Outgoing, outgoing, template_of
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named
from workflow.store.sync import add_gone_units, put_bases
from workflow.store.translations import Written, add_revision


def made(workspace: Workspace) -> Outgoing:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return outgoing(db, stored, "fr", template_of(db, stored))


def test_entries_come_in_the_order_of_the_text_and_then_what_left_it(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(
            workspace,
            entry("Gone first.", "Un.", "fuzzy", obsolete=True),
            entry(SCHOOL, "L’école reste.", "fuzzy"),
            entry("Gone second.", "Deux.", obsolete=True),
            entry(TITLE, "Lettre", "reviewed"),
        )
        sync(workspace, trust_reviews=True)
        found = [
            (each.key.source, each.target, each.flags, each.obsolete)
            for each in made(workspace).catalog.entries
        ]
        assert found == [
            (TITLE, "Lettre", ("reviewed",), False),
            ("Dear friends,", "", (), False),
            (SCHOOL, "L’école reste.", ("fuzzy",), False),
            ("Gone first.", "Un.", ("fuzzy",), True),
            ("Gone second.", "Deux.", (), True),
        ]


def test_the_template_names_the_file_and_is_the_one_on_disk(tmp_path: Path) -> None:
    with letter(tmp_path, {"letter.en.txt": "A title\n\nTo all.\n"}) as workspace:
        sync(workspace)
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            template = template_of(db, stored)
        assert template.entries[0].references == ("sources/letter.en.txt:1",)
        written = workspace.template_path("letter").read_bytes()
        assert write_catalog(template) == written
        assert read_catalog(written) == template


def test_what_both_will_agree_on_is_what_moved(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"))
        sync(workspace)
        assert made(workspace).moved == ()
        (base,) = [each for each in bases(workspace) if each.text]
        assert (base.text, base.state, base.version) == ("Lettre", State.TRANSLATED, 1)
        with workspace.store.writing() as db:
            old = type(base)(base.unit, "Courrier", State.TRANSLATED, "", "", 0)
            put_bases(db, "fr", [old], [base.unit])
        assert made(workspace).moved == (base,)


def bases(workspace: Workspace) -> list:  # type: ignore[type-arg]
    from workflow.store.sync import bases_of

    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return list(bases_of(db, stored.id, "fr").values())


def test_the_same_store_gives_the_same_bytes(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"), entry("Gone.", "Parti.", obsolete=True))
        sync(workspace)
        data = write_catalog(made(workspace).catalog)
    with Workspace(tmp_path) as workspace:
        assert write_catalog(made(workspace).catalog) == data
        assert write_catalog(read(workspace)) == data


def test_gettext_takes_a_key_once(tmp_path: Path) -> None:
    with letter(tmp_path) as workspace:
        put(workspace, entry(TITLE, "Lettre"), entry("Gone.", "Un.", obsolete=True))
        sync(workspace)
        with workspace.store.writing() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            for made_up, source in (("twin", TITLE), ("again", "Gone.")):
                add_gone_units(db, stored.id, {made_up: UnitKey(source)}, {made_up: 1})
                new = Written(
                    made_up, "fr", 1, "Autre.", State.TRANSLATED, Act.IMPORT, "a", "a", "d", NOW
                )
                add_revision(db, new)
        found = [(each.key.source, each.target) for each in made(workspace).catalog.entries]
        assert [each for each in found if each[1]] == [(TITLE, "Lettre"), ("Gone.", "Un.")]
        assert sync(workspace).is_clean
        assert not sync(workspace).written
