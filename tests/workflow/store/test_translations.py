"""A translation is a chain of revisions, and the newest of them is what stands."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from tests.live import MINUTE, NOW, live, put_document
from workflow.model import State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import suggestions
from workflow.store.translations import (
    Current,
    Stale,
    Written,
    add_revision,
    add_revisions,
    by_token,
    current,
    first_author,
    has_any,
    history,
    nothing_yet,
    of_document,
    revision_at,
    was_there,
)

SOURCES = ["We ask for a bridge.", "We ask for a lamp.", "Rivers need room."]
Place = tuple[Workspace, list[str]]


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Place]:
    with live(tmp_path) as workspace:
        _, units = put_document(workspace, SOURCES)
        yield workspace, units


def written(unit: str, version: int, words: str = "Un pont", **more: object) -> Written:
    form = Written(
        unit=unit,
        locale="fr",
        version=version,
        text=words,
        state=State.TRANSLATED,
        act=Act.SAVE,
        author="ana",
        actor="ana",
        source_digest="digest",
        at=NOW,
    )
    return replace(form, **more)  # type: ignore[arg-type]


def add(workspace: Workspace, *new: Written) -> None:
    with workspace.store.writing() as db:
        for each in new:
            add_revision(db, each)


def rows(workspace: Workspace) -> list[tuple[object, ...]]:
    """Give all that is stored of translations."""
    with workspace.store.reading() as db:
        return [
            tuple(row)
            for table in ("translation", "revision")
            for row in db.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2, 3"))
        ]


def test_before_the_first_text_there_is_version_nought(place: Place) -> None:
    workspace, (unit, *_) = place
    with workspace.store.reading() as db:
        assert current(db, unit, "fr") == nothing_yet(unit, "fr")
        assert history(db, unit, "fr") == ()
        assert revision_at(db, unit, "fr", 1) is None
    assert nothing_yet(unit, "fr").version == 0


def test_the_newest_revision_is_the_translation(place: Place) -> None:
    workspace, (unit, *_) = place
    first = written(unit, 1, note="why", origin="locales/fr", token="a")
    second = written(unit, 2, "Une passerelle", state=State.NEEDS_WORK, at=NOW + MINUTE)
    add(workspace, first, second)
    with workspace.store.reading() as db:
        assert current(db, unit, "fr") == Current(
            unit, "fr", "Une passerelle", State.NEEDS_WORK, 2, "digest", "ana", NOW + MINUTE
        )
        assert history(db, unit, "fr") == (second, first)
        assert revision_at(db, unit, "fr", 1) == first
        assert by_token(db, "a") == first
        assert by_token(db, "b") is None
        assert current(db, unit, "de") == nothing_yet(unit, "de")


@pytest.mark.parametrize("version", [1, 2, 4, 9])
def test_who_did_not_see_the_newest_writes_nothing(place: Place, version: int) -> None:
    """The newest is 2, so that only 3 can follow."""
    workspace, (unit, other, _) = place
    add(workspace, written(unit, 1), written(unit, 2, "Une passerelle"), written(other, 1))
    before = rows(workspace)
    with workspace.store.writing() as db:
        with pytest.raises(Stale):
            add_revision(db, written(unit, version, "Trop tard"))
        assert current(db, unit, "fr").text == "Une passerelle"
    assert rows(workspace) == before


def test_no_later_version_can_be_the_first(place: Place) -> None:
    workspace, (unit, *_) = place
    with workspace.store.writing() as db, pytest.raises(Stale):
        add_revision(db, written(unit, 2))
    assert rows(workspace) == []


@settings(max_examples=30)
@given(asked=st.lists(st.tuples(st.integers(0, 2), st.integers(1, 6)), max_size=30))
def test_versions_have_no_gap_whatever_is_asked(
    tmp_path_factory: pytest.TempPathFactory, asked: list[tuple[int, int]]
) -> None:
    """A history is 1, 2, 3, and each text in it is the one that was accepted."""
    with live(tmp_path_factory.mktemp("letters")) as workspace:
        _, units = put_document(workspace, SOURCES)
        accepted: dict[str, list[str]] = {unit: [] for unit in units}
        with workspace.store.writing() as db:
            for number, (unit, version) in enumerate(asked):
                is_next = version == len(accepted[units[unit]]) + 1
                try:
                    add_revision(db, written(units[unit], version, f"Texte {number}"))
                except Stale:
                    assert not is_next
                else:
                    assert is_next
                    accepted[units[unit]].append(f"Texte {number}")
        with workspace.store.reading() as db:
            for name, texts in accepted.items():
                found = [(each.version, each.text) for each in reversed(history(db, name, "fr"))]
                assert found == list(enumerate(texts, 1))
                assert current(db, name, "fr").version == len(texts)


def test_many_are_added_as_one_is(place: Place) -> None:
    workspace, units = place
    firsts = [written(unit, 1, f"Texte {at}") for at, unit in enumerate(units)]
    seconds = [written(unit, 2, f"Mieux {at}") for at, unit in enumerate(units)]
    with workspace.store.writing() as db:
        add_revisions(db, [])
        add_revisions(db, firsts[:2])
        add_revisions(db, [*seconds[:2], firsts[2]])
    with workspace.store.reading() as db:
        for first, second in zip(firsts[:2], seconds[:2], strict=True):
            assert history(db, first.unit, "fr") == (second, first)
        assert history(db, units[2], "fr") == (firsts[2],)
        assert [current(db, unit, "fr").version for unit in units] == [2, 2, 1]


@pytest.mark.parametrize("late", [0, 1])
def test_many_with_one_that_is_late_are_refused_together(place: Place, late: int) -> None:
    workspace, units = place
    add(workspace, *(written(unit, 1) for unit in units), written(units[late], 2, "Plus vite"))
    before = rows(workspace)
    with suppress(Stale, IntegrityError), workspace.store.writing() as db:
        add_revisions(db, [written(unit, 2, "Mieux") for unit in units[:2]])
        pytest.fail("it was added to a version that is not the newest")
    assert rows(workspace) == before


def test_a_history_can_only_be_added_to(place: Place) -> None:
    workspace, (unit, *_) = place
    add(workspace, written(unit, 1))
    for statement in ("DELETE FROM revision", "UPDATE revision SET text = ''"):
        with pytest.raises(IntegrityError, match="only be added to"):
            change(workspace, statement)
    with workspace.store.reading() as db:
        assert history(db, unit, "fr") == (written(unit, 1),)


def change(workspace: Workspace, statement: str) -> None:
    with workspace.store.writing() as db:
        db.execute(text(statement))


def test_a_token_is_stored_once(place: Place) -> None:
    workspace, (unit, other, _) = place
    add(workspace, written(unit, 1, token="a"), written(unit, 2, "Autre"))
    before = rows(workspace)
    with pytest.raises(IntegrityError):
        add(workspace, written(other, 1, token="a"))
    assert rows(workspace) == before


def test_words_belong_to_whoever_wrote_them_first(place: Place) -> None:
    workspace, (unit, other, _) = place
    berta, ana = written(unit, 1, author="berta"), written(unit, 2, "Une passerelle")
    add(workspace, berta, ana, written(unit, 3, author="carla", at=NOW + MINUTE))
    add(workspace, written(other, 1, "Une lampe", author="berta"))
    with workspace.store.reading() as db:
        assert first_author(db, unit, "fr", "Un pont") == "berta"
        assert first_author(db, unit, "fr", "Une passerelle") == "ana"
        assert first_author(db, unit, "fr", "Un bac") == ""
        assert first_author(db, unit, "fr", "Une lampe") == "", "that is another place"
        assert first_author(db, unit, "de", "Un pont") == "", "and that another language"


def test_words_that_are_spaced_anew_stay_whose_they_were(place: Place) -> None:
    workspace, (unit, *_) = place
    add(workspace, written(unit, 1, "Un pont ?", author="berta"))
    add(workspace, written(unit, 2, "Un\u00a0pont\u202f?", author="ana", at=NOW + MINUTE))
    with workspace.store.reading() as db:
        for each in ("Un pont ?", "Un pont?", "Un\u00a0pont\u202f?"):
            assert first_author(db, unit, "fr", each) == "berta"
        assert first_author(db, unit, "fr", "un pont ?") == ""
        assert was_there(db, unit, "fr", "Un\u00a0pont\u202f?")
        assert not was_there(db, unit, "fr", "Un pont?"), "word for word"
        assert not was_there(db, unit, "de", "Un pont ?")


def test_a_language_is_begun_with_its_first_text(place: Place) -> None:
    workspace, (unit, *_) = place
    put_document(workspace, SOURCES, name="second")
    add(workspace, written(unit, 1))
    with workspace.store.reading() as db:
        doc, other = db.execute(text("SELECT id FROM document ORDER BY name")).scalars()
        assert [has_any(db, *each) for each in ((doc, "fr"), (doc, "de"), (other, "fr"))] == [
            True,
            False,
            False,
        ]


@pytest.mark.parametrize("version", [0, -1, 10**30, -(10**30)])
def test_there_is_no_revision_of_an_impossible_version(place: Place, version: int) -> None:
    workspace, (unit, *_) = place
    add(workspace, written(unit, 1))
    with workspace.store.reading() as db:
        assert revision_at(db, unit, "fr", version) is None


@pytest.mark.parametrize("is_earlier", [True, False])
def test_words_that_were_suggested_first_belong_to_that_author(
    place: Place, is_earlier: bool
) -> None:
    workspace, (unit, *_) = place
    at = NOW - MINUTE if is_earlier else NOW + MINUTE
    add(workspace, written(unit, 1, author="ana"))
    with workspace.store.writing() as db:
        suggestions.keep(db, written(unit, 1, author="berta", at=at), origin="person", base=1)
        assert first_author(db, unit, "fr", "Un pont") == ("berta" if is_earlier else "ana")


def test_translations_of_a_document_are_found_by_unit_and_language(place: Place) -> None:
    workspace, (unit, other, _) = place
    _, (elsewhere, *_) = put_document(workspace, SOURCES, name="second")
    add(workspace, written(unit, 1), written(elsewhere, 1))
    add(workspace, written(unit, 1, "Eine Brücke", locale="de"), written(other, 1))
    change(workspace, f"UPDATE unit SET position = NULL WHERE id = '{other}'")
    with workspace.store.reading() as db:
        doc = db.execute(text("SELECT id FROM document WHERE name = 'letter'")).scalar_one()
        in_french = of_document(db, doc, "fr")
        assert set(in_french) == {(unit, "fr"), (other, "fr")}, "those of units that are gone too"
        assert set(of_document(db, doc)) == {*in_french, (unit, "de")}
        assert all(each == current(db, *key) for key, each in in_french.items())
