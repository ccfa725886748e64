"""Lists of paragraphs, one of them whole, and its history."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, insert, update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import LimitExceeded, NotFound
from workflow.model import BlockKind, State
from workflow.review import Act
from workflow.services import review, translation
from workflow.services.translation import Show
from workflow.services.translation.rows import Row
from workflow.services.workspace import Workspace
from workflow.store.ids import digest_of, new_id
from workflow.store.schema import member, source_text
from workflow.store.schema import unit as units
from workflow.store.translations import Written, add_revision, add_revisions, current

FR = "fr"
TEXTS = ["The library is open.", "The bridge is long.", "The river is wide: 12 m.", "Write to us."]


@dataclass(frozen=True)
class Scene:
    """A document of four paragraphs, two translators and a reviewer."""

    workspace: Workspace
    document: str
    units: list[str]
    ana: str
    ben: str
    bo: str

    def save(self, who: str, number: int, text: str, **more: Any) -> None:
        unit = self.units[number]
        with self.workspace.store.reading() as db:
            seen = current(db, unit, FR).version
        asked: dict[str, Any] = {"seen": seen, "token": new_id(NOW), **more}
        translation.save(
            self.workspace,
            who,
            NOW,
            unit=unit,
            locale=FR,
            text=text,
            **asked,
        )

    def rows(self, who: str, show: Show = Show.ALL, **more: Any) -> tuple[Row, ...]:
        return translation.units(
            self.workspace,
            who,
            NOW,
            document="letter",
            locale=FR,
            show=show,
            **more,
        )

    def shown(self, who: str, show: Show = Show.ALL, **more: Any) -> list[int]:
        return [self.units.index(row.unit) for row in self.rows(who, show, **more)]

    def change_source(self, number: int, text: str, act: Act) -> None:
        """Do to a paragraph what the release of a revision does."""
        unit = self.units[number]
        with self.workspace.store.writing() as db:
            values = {"source": text, "source_digest": digest_of(text)}
            db.execute(update(units).where(units.c.id == unit).values(**values))
            row = {"unit": unit, "digest": digest_of(text), "source": text, "since": 2}
            db.execute(insert(source_text), row)
            there = current(db, unit, FR)
            is_typo = act is Act.TYPO
            add_revision(
                db,
                Written(
                    unit=unit,
                    locale=FR,
                    version=there.version + 1,
                    text=there.text,
                    state=there.state if is_typo else State.NEEDS_WORK,
                    act=act,
                    author=there.author,
                    actor=OPERATOR,
                    source_digest=digest_of(text) if is_typo else there.source_digest,
                    at=NOW + MINUTE,
                ),
            )


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    with live(tmp_path) as workspace:
        document, ids = put_document(workspace, TEXTS)
        yield Scene(
            workspace,
            document,
            ids,
            ana=person(workspace, "Ana", Role.TRANSLATOR, locale=FR),
            ben=person(workspace, "Ben", Role.TRANSLATOR),
            bo=person(workspace, "Bo", Role.REVIEWER),
        )


def test_a_list_says_all_that_a_screen_draws(scene: Scene) -> None:
    scene.save(scene.ana, 1, "Le pont est long.")
    rows = scene.rows(scene.ana)
    assert [row.source for row in rows] == TEXTS
    assert [row.position for row in rows] == [0, 1, 2, 3]
    place = rows[1].places[0]
    assert (place.kind, place.line, place.group) == (BlockKind.PARAGRAPH, 3, 1)
    assert (rows[0].text, rows[0].version, rows[0].author, rows[0].updated) == ("", 0, "", None)
    mine = rows[1]
    assert (mine.text, mine.state, mine.version, mine.author, mine.is_mine) == (
        "Le pont est long.",
        State.TRANSLATED,
        1,
        "Ana",
        True,
    )
    assert (mine.source_digest, mine.words) == (digest_of(TEXTS[1]), 4)


def test_the_states_are_told_apart(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.save(scene.ben, 1, "Deux.", needs_work=True)
    assert scene.shown(scene.ana, Show.UNTRANSLATED) == [2, 3]
    assert scene.shown(scene.ana, Show.NEEDS_WORK) == [1]
    assert scene.shown(scene.ana, Show.TO_DO) == [1, 2, 3]
    assert scene.shown(scene.ana, Show.MINE) == [0]


def test_a_draft_is_mine_and_nobody_elses(scene: Scene) -> None:
    translation.draft(
        scene.workspace, scene.ana, NOW, unit=scene.units[3], locale=FR, text="Ecr", seen=0
    )
    assert scene.shown(scene.ana, Show.MINE) == [3]
    found = scene.rows(scene.ana)[3].draft
    assert found
    assert (found.text, found.seen) == ("Ecr", 0)
    assert scene.rows(scene.ben)[3].draft is None
    assert (
        translation.units(
            scene.workspace, scene.ben, NOW, document="letter", locale="ar", show=Show.MINE
        )
        == ()
    )


def test_a_changed_source_is_shown_beside_the_one_before(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.change_source(0, "The library is closed.", Act.MEANING)
    row = scene.rows(scene.ben)[0]
    assert (row.source_changed, row.made_from, row.state) == (True, TEXTS[0], State.NEEDS_WORK)
    assert scene.shown(scene.ben, Show.CHANGED) == [0]


def test_a_source_changed_since_mine_although_another_wrote_anew(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.change_source(0, "The library is closed.", Act.MEANING)
    scene.save(scene.ben, 0, "Deux.")
    mine, his = scene.rows(scene.ana)[0], scene.rows(scene.ben)[0]
    assert (mine.source_changed, mine.mine_made_from) == (False, TEXTS[0])
    assert (his.source_changed, his.mine_made_from) == (False, "")
    assert scene.shown(scene.ana, Show.CHANGED) == [0]
    assert scene.shown(scene.ben, Show.CHANGED) == []


def test_a_mended_typo_changes_nothing_for_anybody(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.change_source(0, "The library is open!", Act.TYPO)
    assert scene.shown(scene.ana, Show.CHANGED) == []
    assert scene.rows(scene.ana)[0].state is State.TRANSLATED


def test_a_mended_typo_does_not_hide_a_change_of_meaning(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.change_source(0, "The library is closed.", Act.MEANING)
    scene.change_source(0, "The library is closed!", Act.TYPO)
    assert scene.rows(scene.ana)[0].mine_made_from == TEXTS[0]


def test_what_is_open_is_counted(scene: Scene) -> None:
    workspace, unit = scene.workspace, scene.units[2]
    asked = translation.ask(workspace, scene.ana, NOW, unit=unit, locale="", text="Metres?")
    translation.comment(workspace, scene.ana, NOW, unit=unit, locale=FR, text="A nice river.")
    translation.comment(
        workspace, scene.ben, NOW, unit=unit, locale=FR, text="Yes, metres.", parent=asked
    )
    translation.suggest(workspace, scene.bo, NOW, unit=unit, locale=FR, text="12 m.")
    row = scene.rows(scene.ana)[2]
    assert (row.questions, row.comments, row.suggestions) == (1, 1, 1)
    assert scene.shown(scene.ana, Show.COMMENTED) == scene.shown(scene.ana, Show.SUGGESTED) == [2]
    translation.resolve(workspace, scene.ben, NOW, comment=asked)
    assert scene.rows(scene.ana)[2].questions == 0
    arabic = translation.units(workspace, scene.ben, NOW, document="letter", locale="ar")[2]
    assert (arabic.questions, arabic.comments, arabic.suggestions) == (0, 0, 0)


def test_a_reason_is_no_open_comment(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    review.send_back(
        scene.workspace, scene.bo, NOW, unit=scene.units[0], locale=FR, seen=1, reason="Short."
    )
    assert scene.shown(scene.ana, Show.COMMENTED) == []


@pytest.mark.parametrize(
    ("search", "found"),
    [("LIBRARY", [0]), ("bibliotheque", [0]), ("Bibliothèque", [0]), ("is", [0, 1, 2]), ("x", [])],
)
def test_a_search_overlooks_case_and_accents(scene: Scene, search: str, found: list[int]) -> None:
    scene.save(scene.ana, 0, "La Bibliothèque.")
    assert scene.shown(scene.ana, search=search) == found


def test_a_search_and_a_filter_are_both_obeyed(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    assert scene.shown(scene.ana, Show.TO_DO, search="the") == [1, 2]
    with pytest.raises(LimitExceeded):
        scene.rows(scene.ana, search="x" * 201)


def test_findings_are_asked_for(scene: Scene) -> None:
    scene.save(scene.ana, 2, "La rivière est large de 13 m.")
    scene.save(scene.ana, 1, "Le pont est long.")
    assert all(row.findings == () for row in scene.rows(scene.ana))
    with_them = scene.rows(scene.ana, findings=True)
    assert [bool(row.findings) for row in with_them] == [False, False, True, False]
    assert scene.shown(scene.ana, Show.FINDINGS) == [2]


def test_whoever_does_not_know_of_a_document_finds_nothing(scene: Scene) -> None:
    other, _ = put_document(scene.workspace, ["Another."], name="other")
    eve = person(scene.workspace, "Eve", Role.TRANSLATOR, document=other)
    with pytest.raises(NotFound):
        scene.rows(eve)
    for verb in (translation.unit, translation.history):
        with pytest.raises(NotFound):
            verb(scene.workspace, eve, NOW, unit=scene.units[0], locale=FR)
    assert len(scene.rows(OPERATOR)) == len(TEXTS)


def test_the_history_is_told_with_names_and_sources(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.change_source(0, "The library is closed.", Act.MEANING)
    scene.save(scene.ben, 0, "Deux.")
    review.send_back(
        scene.workspace, scene.bo, NOW, unit=scene.units[0], locale=FR, seen=3, reason="No."
    )
    with scene.workspace.store.writing() as db:
        erased = {"status": "former", "name": "", "skeleton": None}
        db.execute(update(member).where(member.c.id == scene.ben).values(**erased))
    past = translation.history(scene.workspace, scene.ana, NOW, unit=scene.units[0], locale=FR)
    assert [(each.version, each.act, each.author, each.actor) for each in past] == [
        (4, Act.SEND_BACK, "former member", "Bo"),
        (3, Act.SAVE, "former member", "former member"),
        (2, Act.MEANING, "Ana", "operator"),
        (1, Act.SAVE, "Ana", "Ana"),
    ]
    assert [each.reason for each in past] == ["No.", "", "", ""]
    assert [each.source_changed for each in past] == [False, False, True, True]
    assert [each.made_from for each in past][2:] == [TEXTS[0], TEXTS[0]]
    assert [each.is_mine for each in past] == [False, False, True, True]
    assert scene.rows(scene.ana)[0].author == "former member"


def test_one_paragraph_is_the_same_as_in_the_list(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    scene.change_source(0, "The library is closed.", Act.MEANING)
    translation.ask(scene.workspace, scene.ana, NOW, unit=scene.units[0], locale="", text="Why?")
    translation.suggest(
        scene.workspace, scene.ben, NOW, unit=scene.units[0], locale=FR, text="Deux."
    )
    for number, unit in enumerate(scene.units):
        one = translation.unit(scene.workspace, scene.ana, NOW, unit=unit, locale=FR)
        assert one.row == scene.rows(scene.ana)[number]
        assert one.document == "letter"


def test_a_paragraph_that_is_gone_can_still_be_read(scene: Scene) -> None:
    scene.save(scene.ana, 0, "Un.")
    with scene.workspace.store.writing() as db:
        gone = update(units).where(units.c.id == scene.units[0]).values(position=None)
        db.execute(gone)
    assert len(scene.rows(scene.ana)) == len(TEXTS) - 1
    one = translation.unit(scene.workspace, scene.ana, NOW, unit=scene.units[0], locale=FR)
    assert (one.row.position, one.row.text) == (None, "Un.")


def test_a_list_takes_as_many_queries_whatever_its_length(tmp_path: Path) -> None:
    asked: dict[int, int] = {}
    with live(tmp_path) as workspace:
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        for length in (1, 50):
            name = f"letter-{length}"
            _, ids = put_document(workspace, [f"Text {n}." for n in range(length)], name)
            for unit in ids:
                translation.save(
                    workspace, ana, NOW, unit=unit, locale=FR, text="Un.", seen=0, token=unit
                )
            statements: list[str] = []
            with workspace.store.reading() as db:
                engine = db.engine

            def note(_c: object, _r: object, statement: str, *_: object) -> None:
                statements.append(statement)  # noqa: B023 - it is taken away below

            event.listen(engine, "before_cursor_execute", note)
            translation.units(workspace, ana, NOW, document=name, locale=FR)
            event.remove(engine, "before_cursor_execute", note)
            asked[length] = len(statements)
    assert asked[1] == asked[50] <= 12


@pytest.mark.long
def test_twenty_thousand_paragraphs_are_listed_at_once(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        ana = person(workspace, "Ana", Role.TRANSLATOR)
        texts = [f"Paragraph {n} says that the library stands by the river." for n in range(20_000)]
        _, ids = put_document(workspace, texts)
        new = [
            Written(
                unit=unit,
                locale=FR,
                version=1,
                text=f"Le texte {number} dit que la bibliothèque est près de la rivière.",
                state=State.TRANSLATED,
                act=Act.IMPORT,
                author=ana,
                actor=ana,
                source_digest=digest_of(texts[number]),
                at=NOW,
            )
            for number, unit in enumerate(ids)
        ]
        with workspace.store.writing() as db:
            add_revisions(db, new)
        for search in ("", "bibliotheque"):
            began = time.perf_counter()
            rows = translation.units(
                workspace, ana, NOW, document="letter", locale=FR, search=search
            )
            assert len(rows) == len(texts)
            assert time.perf_counter() - began < 3  # 0.6 and 1.1 s on two cores of a small server
