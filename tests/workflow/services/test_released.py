"""The released text of a document, cut as its units were."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases import SAMPLES, locale_of
from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.model import State, UnitKey
from workflow.services import documents, released, translation
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named, living_units


def keys_again(workspace: Workspace, name: str) -> tuple[list[UnitKey], list[UnitKey]]:
    """Give the units of the store, and those of its released bytes when they are read again."""
    released._documents.clear()
    with workspace.store.reading() as db:
        stored = document_named(db, name)
        assert stored is not None
        document = released.released_document(db, stored)
        assert released.released_document(db, stored) is document
        return (
            [unit.key for unit in living_units(db, stored.id)],
            [unit.key for unit in document.units],
        )


def add(workspace: Workspace, path: Path, locale: str) -> None:
    documents.add(
        workspace, OPERATOR, NOW, data=path.read_bytes(), file_name=f"letter{path.suffix}",
        locale=locale,
    )  # fmt: skip


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_it_is_cut_again_as_it_was(tmp_path: Path, path: Path) -> None:
    with live(tmp_path) as workspace:
        add(workspace, path, locale_of(path))
        stored, again = keys_again(workspace, "letter")
        assert stored == again


def test_so_are_statements_from_outside(tmp_path: Path, outside: Path) -> None:
    for number, path in enumerate(sorted((outside / "statements").glob("*.txt"))):
        with live(tmp_path / str(number)) as workspace:
            add(workspace, path, "en")
            stored, again = keys_again(workspace, "letter")
            assert stored == again


def test_a_block_keeps_its_cut_when_it_shrinks(tmp_path: Path) -> None:
    sentences = [f"Sentence number {number} of the appeal stands here." for number in range(12)]
    with live(tmp_path) as workspace:
        for many in (12, 9):
            data = " ".join(sentences[:many]).encode()
            if many == 12:
                documents.add(workspace, OPERATOR, NOW, data=data, file_name="letter.txt")
                continue
            offered = documents.propose(workspace, OPERATOR, NOW, document="letter", data=data)
            documents.release(workspace, OPERATOR, NOW, document="letter", digest=offered.digest)
        stored, again = keys_again(workspace, "letter")
        assert [each.source for each in stored] == sentences[:9]
        assert stored == again


def test_translations_stand_by_their_keys(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        _, ids = put_document(workspace, ["Rivers", "Schools", "Mills"])
        ann = person(workspace, "Ann", Role.TRANSLATOR)
        for unit, text, needs_work in ((ids[0], "Fleuves", False), (ids[1], "École", True)):
            translation.save(
                workspace, ann, NOW, unit=unit, locale="fr", text=text, seen=0, token=text,
                needs_work=needs_work,
            )  # fmt: skip
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            found = released.translations_of(db, stored, "fr")
        assert list(found) == [UnitKey(each) for each in ("Rivers", "Schools", "Mills")]
        assert released.states_of(found) == {
            UnitKey("Rivers"): State.TRANSLATED,
            UnitKey("Schools"): State.NEEDS_WORK,
            UnitKey("Mills"): State.UNTRANSLATED,
        }
        assert released.targets_of(found, State.TRANSLATED) == {UnitKey("Rivers"): "Fleuves"}
        assert len(released.targets_of(found, State.NEEDS_WORK)) == 2


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_catalog_needs_nothing_but_what_stands_in_the_store(tmp_path: Path, path: Path) -> None:
    with live(tmp_path) as workspace:
        add(workspace, path, locale_of(path))
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored is not None
            texts = released.released_texts(db, stored)
            document = released.released_document(db, stored)
    assert texts == replace(document, skeleton=texts.skeleton, issues=())
