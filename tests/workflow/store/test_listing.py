"""What stands beside the texts of a list: names, places, counts, drafts, wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.model import BlockKind, State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import Db, drafts, listing, suggestions
from workflow.store.drafts import Draft
from workflow.store.ids import digest_of
from workflow.store.schema import document as documents
from workflow.store.schema import member, place, source_text
from workflow.store.translations import Written, add_revision

FR = "fr"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def revision(unit: str, version: int, act: Act, digest: str, who: str = "ana") -> Written:
    return Written(
        unit=unit,
        locale=FR,
        version=version,
        text=f"{version}",
        state=State.TRANSLATED,
        act=act,
        author=who,
        actor=who,
        source_digest=digest,
        at=NOW,
    )


def test_former_members_have_no_name(workspace: Workspace) -> None:
    ana, ben = person(workspace, "Ana"), person(workspace, "Ben")
    with workspace.store.writing() as db:
        db.execute(update(member).where(member.c.id == ben).values(status="former", name=""))
        known = listing.names(db)
        assert known == {ana: "Ana", "operator": "operator"}
        assert listing.names(db, [ana]) == {ana: "Ana"}
    assert [listing.name_in(known, who) for who in (ana, ben, "unheard of", "")] == [
        "Ana",
        "former member",
        "former member",
        "",
    ]


def test_places_are_those_of_one_revision_in_order(workspace: Workspace) -> None:
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        of = db.execute(select(documents.c.revision).where(documents.c.id == document)).scalar_one()
        again = {
            "source_revision": of,
            "number": 7,
            "unit": one,
            "kind": "ordered_item",
            "marker": "2.",
            "level": 1,
            "depth": 2,
            "section": "A title",
            "line": 9,
            "block": 5,
            "position": 1,
            "size": 3,
        }
        db.execute(insert(place), again)
        found = listing.places(db, of)
        assert list(found) == [one, two]
        last = found[one][1]
        assert (last.kind, last.marker, last.level, last.depth) == (
            BlockKind.ORDERED_ITEM,
            "2.",
            1,
            2,
        )
        assert (last.section, last.line, last.group) == ("A title", 9, 5)
        assert (last.position, last.size) == (1, 3)
        assert listing.places(db, of, two) == {two: found[two]}
        assert listing.places(db, "nothing") == {}


def test_open_suggestions_are_counted(workspace: Workspace) -> None:
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        made = [
            suggestions.keep(db, revision(unit, number, Act.SAVE, "d"), origin="person", base=0)
            for unit, number in ((one, 1), (one, 2), (one, 3), (two, 4))
        ]
        suggestions.decide(db, made[0], "rejected", by="bo", reason="", now=NOW)
        assert listing.open_suggestions(db, document, FR) == {one: 2, two: 1}
        assert listing.open_suggestions(db, document, FR, two) == {two: 1}
        assert listing.open_suggestions(db, document, "ar") == {}


HISTORIES: list[tuple[Sequence[tuple[Act, str, str]], str | None]] = [
    ([(Act.SAVE, "d1", "ana")], "d1"),
    ([(Act.SAVE, "d1", "ana"), (Act.SAVE, "d2", "ana")], "d2"),
    ([(Act.SAVE, "d1", "ben")], None),
    ([(Act.SAVE, "d1", "ana"), (Act.SAVE, "d2", "ben")], "d1"),
    ([(Act.SAVE, "d1", "ana"), (Act.APPROVE, "d1", "ben")], "d1"),
    ([(Act.SAVE, "d1", "ben"), (Act.APPROVE, "d1", "ana")], None),
    ([(Act.SAVE, "d1", "ana"), (Act.TYPO, "d2", "operator")], "d2"),
    ([(Act.SAVE, "d1", "ana"), (Act.MEANING, "d1", "operator")], "d1"),
    (
        [(Act.SAVE, "d1", "ana"), (Act.MEANING, "d1", "operator"), (Act.TYPO, "d3", "operator")],
        "d1",
    ),
    ([(Act.TYPO, "d2", "operator"), (Act.SAVE, "d2", "ana")], "d2"),
]


@pytest.mark.parametrize(("done", "last"), HISTORIES)
def test_the_source_from_which_somebody_last_wrote(
    workspace: Workspace, done: Sequence[tuple[Act, str, str]], last: str | None
) -> None:
    document, (one, _) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        for version, (act, digest, who) in enumerate(done, start=1):
            add_revision(db, revision(one, version, act, digest, who))
        wanted = {} if last is None else {one: last}
        assert listing.last_written_from(db, document, FR, "ana") == wanted
        assert listing.last_written_from(db, document, FR, "ana", one) == wanted
        assert listing.last_written_from(db, document, "ar", "ana") == {}


def test_the_wordings_of_a_unit(workspace: Workspace) -> None:
    _, (one, two) = put_document(workspace, ["One.", "Two."])
    with workspace.store.writing() as db:
        row = {"unit": one, "digest": "d", "source": "One!", "since": 2}
        db.execute(insert(source_text), row)
        assert listing.wordings(db, one) == {digest_of("One."): "One.", "d": "One!"}
        assert listing.wordings(db, two) == {digest_of("Two."): "Two."}


def keep(db: Db, who: str, unit: str, text: str, minutes: int = 0, locale: str = FR) -> Draft:
    new = Draft(who, unit, locale, text, 0, "d", NOW + minutes * MINUTE)
    drafts.put(db, new)
    return new


def test_drafts_are_found_in_their_document_and_language(workspace: Workspace) -> None:
    ana, ben = person(workspace, "Ana"), person(workspace, "Ben")
    document, (one, two) = put_document(workspace, ["One.", "Two."])
    _, (other,) = put_document(workspace, ["Three."], name="other")
    with workspace.store.writing() as db:
        first, second = keep(db, ana, one, "Un"), keep(db, ana, two, "De", 1)
        keep(db, ben, one, "Une")
        keep(db, ana, one, "واحد", 2, "ar")
        third = keep(db, ana, other, "Tr", 3)
        assert listing.drafts_in(db, document, FR, ana) == {one: first, two: second}
        assert listing.drafts_in(db, document, FR, ana, two) == {two: second}
        placed = listing.placed_drafts(db, ana)
    assert [each.draft.text for each in placed] == ["Tr", "واحد", "De", "Un"]
    assert placed[0].draft == third
    assert (placed[0].name, placed[0].source, placed[0].source_digest) == (
        "other",
        "Three.",
        digest_of("Three."),
    )
    assert placed[3].document == document
