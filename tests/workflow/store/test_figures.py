"""Figures are counted by the database, and agree with counting one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.model import State
from workflow.review import Act
from workflow.services.workspace import Workspace
from workflow.store import audit, figures, suggestions
from workflow.store.documents import document_by_id
from workflow.store.schema import member, unit
from workflow.store.translations import Written, add_revision

TEXTS = ["One two three.", "Four five.", "Six.", "Seven eight nine ten."]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def write(
    workspace: Workspace,
    units: list[str],
    who: str,
    state: State,
    locale: str = "fr",
    version: int = 1,
) -> None:
    act = Act.APPROVE if state is State.REVIEWED else Act.SAVE
    with workspace.store.writing() as db:
        for each in units:
            new = Written(each, locale, version, "Texte.", state, act, who, who, "d", NOW)
            add_revision(db, new)


def test_what_is_counted_in_one_document_is_what_is_counted_in_all(workspace: Workspace) -> None:
    ana = person(workspace, "Ana")
    for name in ("letter", "appeal"):
        _, units = put_document(workspace, TEXTS, name)
        write(workspace, units[:2], ana, State.TRANSLATED)
        write(workspace, units[2:3], ana, State.NEEDS_WORK)
        write(workspace, units[3:], ana, State.REVIEWED, locale="ar")
    with workspace.store.writing() as db:
        db.execute(update(unit).where(unit.c.id == units[0]).values(position=None))
    with workspace.store.reading() as db:
        whole = figures.totals(db)
        assert set(whole.values()) == {(4, 10), (3, 7)}
        for document in whole:
            assert figures.totals(db, [document]) == {document: whole[document]}
            tallies = {each.locale: each for each in figures.tallies(db, document)}
            counts = [each for each in figures.counts(db) if each.document == document]
            assert set(tallies) == {each.locale for each in counts}
            for each in counts:
                at = each.state - 1
                found = tallies[each.locale]
                assert (found.units[at], found.words[at]) == (each.units, each.words)
            assert sum(sum(each.units) for each in tallies.values()) == sum(
                each.units for each in counts
            )
        assert figures.tallies(db, "nothing") == ()


def test_figures_need_no_look_at_the_texts(workspace: Workspace) -> None:
    """Texts are most of the table; to read them takes many times as long as to count."""
    query = (
        "EXPLAIN QUERY PLAN SELECT t.locale, t.state, count(*), sum(u.words) FROM translation t "
        "JOIN unit u ON u.id = t.unit WHERE u.document = 'd' AND u.position IS NOT NULL "
        "GROUP BY t.locale, t.state"
    )
    with workspace.store.reading() as db:
        plan = " ".join(row[3] for row in db.exec_driver_sql(query))
    assert "COVERING INDEX ix_translation_state" in plan


def test_units_and_words_are_counted_by_state(workspace: Workspace) -> None:
    document, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana")
    write(workspace, units[:2], ana, State.TRANSLATED)
    write(workspace, units[2:3], ana, State.NEEDS_WORK)
    write(workspace, units[:1], ana, State.TRANSLATED, locale="ar")
    with workspace.store.reading() as db:
        assert figures.totals(db) == {document: (4, 10)}
        assert [(c.locale, c.state, c.units, c.words) for c in figures.counts(db)] == [
            ("ar", State.TRANSLATED, 1, 3),
            ("fr", State.NEEDS_WORK, 1, 1),
            ("fr", State.TRANSLATED, 2, 5),
        ]
        assert [(c.state, c.units, c.words) for c in figures.counts_of(db, document, "fr")] == [
            (State.UNTRANSLATED, 1, 4),
            (State.NEEDS_WORK, 1, 1),
            (State.TRANSLATED, 2, 5),
        ]


def test_the_last_change_is_that_of_a_document_in_a_language(workspace: Workspace) -> None:
    document, units = put_document(workspace, TEXTS)
    _, others = put_document(workspace, ["Rivers need room."], name="second")
    ana = person(workspace, "Ana")
    write(workspace, units[:1], ana, State.TRANSLATED)
    write(workspace, others, ana, State.TRANSLATED, locale="ar")
    with workspace.store.reading() as db:
        stored = document_by_id(db, document)
        assert stored is not None
        assert figures.last_change(db, stored, "fr") == NOW
        assert figures.last_change(db, stored, "ar") is None


def test_what_is_gone_does_not_count(workspace: Workspace) -> None:
    document, units = put_document(workspace, TEXTS)
    write(workspace, units, person(workspace, "Ana"), State.TRANSLATED)
    with workspace.store.writing() as db:
        db.execute(update(unit).where(unit.c.id == units[3]).values(position=None))
        assert figures.totals(db) == {document: (3, 6)}
        assert [(c.units, c.words) for c in figures.counts(db)] == [(3, 6)]


def test_open_suggestions_are_counted_by_document_and_language(workspace: Workspace) -> None:
    document, units = put_document(workspace, TEXTS)
    ana = person(workspace, "Ana")
    with workspace.store.writing() as db:
        assert figures.open_suggestions(db) == {}
        made = [
            suggestions.keep(
                db,
                Written(each, tag, 1, text, State.TRANSLATED, Act.SAVE, ana, ana, "d", NOW),
                origin="file",
                base=1,
            )
            for each in units[:2]
            for tag, text in (("fr", "Un."), ("fr", "Deux."), ("ar", "واحد"))
        ]
        assert figures.open_suggestions(db) == {(document, "ar"): 2, (document, "fr"): 4}
        suggestions.decide(db, made[0], "rejected", by=ana, reason="no", now=NOW)
        db.execute(update(unit).where(unit.c.id == units[1]).values(position=None))
        assert figures.open_suggestions(db) == {(document, "ar"): 1, (document, "fr"): 1}


def test_deeds_come_newest_first_and_are_told_by_document(workspace: Workspace) -> None:
    document, units = put_document(workspace, TEXTS)
    other, others = put_document(workspace, ["Hidden."], name="other")
    ana = person(workspace, "Ana")
    write(workspace, units[:1], ana, State.TRANSLATED)
    write(workspace, units[:1], ana, State.NEEDS_WORK, version=2)
    write(workspace, others, ana, State.TRANSLATED, locale="ar")
    with workspace.store.writing() as db:
        audit.record(db, NOW + MINUTE, "operator", "people.invite", "invitation:1")
        audit.record(db, NOW + MINUTE, ana, "translation.save", "unit:1:fr")
        audit.record(db, NOW + MINUTE, ana, "exchange.sync", f"document:{document}:fr")
        told = figures.deeds(db, among=[document])
        assert [(each.version, each.document) for each in told] == [(2, document), (1, document)]
        all_ = figures.deeds(db, among=[document, other], workspace_too=True)
        assert [each.action for each in all_] == [
            "exchange.sync",
            "people.invite",
            "save",
            "save",
            "save",
        ]
        assert figures.deeds(db, among=[document, other], locale="ar")[0].document == other
        assert figures.deeds(db, among=[document], actor="nobody") == ()
        assert figures.deeds(db, among=[document], since=NOW + timedelta(seconds=1)) == ()
        assert figures.deeds(db, among=[document], until=NOW) == ()
        assert len(figures.deeds(db, among=[document, other], limit=2)) == 2


def test_what_was_done_to_a_document_is_told_with_it(workspace: Workspace) -> None:
    with workspace.store.writing() as db:
        for each in ("1", "12"):
            audit.record(db, NOW, "kim", "documents.release", f"document:{each}", "2 typo:0")
        for target in ("document:1", "document:1:fr", "member:1"):
            for verb in ("people.grant", "exchange.sync", "upkeep.backup"):
                audit.record(db, NOW, "kim", verb, target)
        (only,) = figures.deeds(db, among=["1"])
        assert (only.action, only.document, only.detail) == ("documents.release", "1", "2 typo:0")
        assert [each.document for each in figures.deeds(db, among=["12"])] == ["12"]
        assert figures.deeds(db, among=[""]) == figures.deeds(db) == ()
        assert figures.deeds(db, among=["1"], locale="fr") == ()
        assert len(figures.deeds(db, among=["1"], workspace_too=True)) == 10


def test_acts_of_one_minute_come_newest_first(workspace: Workspace) -> None:
    verbs = [f"documents.{number}" for number in range(9)]
    with workspace.store.writing() as db:
        for each in verbs:
            audit.record(db, NOW, "operator", each, "document:1", "4")
        told = figures.deeds(db, among=["1"])
    assert [each.action for each in told] == verbs[::-1]
    assert {each.detail for each in told} == {"4"}


def test_only_those_who_want_to_be_named_are(workspace: Workspace) -> None:
    document, units = put_document(workspace, TEXTS)
    ana, ben, chen = (person(workspace, name) for name in ("Ana", "Ben", "Chen"))
    with workspace.store.writing() as db:
        for who, credit in ((ana, "Ana Tidewell"), (ben, "B. Castell")):
            db.execute(update(member).where(member.c.id == who).values(credit=credit))
    write(workspace, units[:3], ana, State.TRANSLATED)
    write(workspace, units[3:], chen, State.TRANSLATED)
    with workspace.store.writing() as db:
        for each in (units[0], units[3]):
            author = ana if each == units[0] else chen
            new = Written(
                each, "fr", 2, "Texte.", State.REVIEWED, Act.APPROVE, author, ben, "d", NOW
            )
            add_revision(db, new)
        found = figures.contributions(db, document)
        assert [(each.credit, each.translated, each.reviewed) for each in found] == [
            ("Ana Tidewell", 3, 0),
            ("B. Castell", 0, 2),
        ]
        assert figures.contributions(db, document, ["ar"]) == []
