"""The board: for every role, empty, filtered, page by page; each link leads where it says."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from tests.hostile import HOSTILE
from tests.live import put_document
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import NOW, save, units
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import documents, people, review
from workflow.settings import DocumentChanges
from workflow.store.documents import document_named
from workflow.store.members import rename

WITH_ATTEMPT = """\
from ui.components.telling import attempt
from ui.screens.board import render
from ui.session import person

who = person()
attempt(who.words, render, who)
"""


@pytest.fixture
def kim(house: Served) -> Member:
    return come_in(house.workspace, "Kim", Role.COORDINATOR)


def anchors(app: AppTest) -> list[tuple[str, str]]:
    """Give the links inside HTML: what is read, and where they lead."""
    found = re.findall(r'<a[^>]* href="([^"]*)"[^>]*>(.*?)</a>', html(app), re.DOTALL)
    return [
        (" ".join(re.sub(r"<[^>]+>", " ", inside).split()), unescape(href))
        for href, inside in found
    ]


def title(house: Served, said: str, **more: object) -> None:
    changes = DocumentChanges(title=said, **more)  # type: ignore[arg-type]
    documents.change(house.workspace, OPERATOR, NOW, document="letter", changes=changes)


# --- who sees what -------------------------------------------------------------------------------


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_role_sees_the_figures(
    house: Served, app_test: AppOf, role: Role, language: str
) -> None:
    ana = come_in(house.workspace, "Ana", role)
    app = app_test(ana, "board", language=language).run()
    drawn = html(app)
    assert drawn.count("<h1") == 1
    assert drawn.count('class="us-matrix"') == 1
    coordinates = role >= Role.COORDINATOR
    assert bool([page for _, page, _ in links(app) if page == "document"]) is coordinates
    assert ("① " in drawn) is coordinates
    assert ('value="lonely"' in drawn) is coordinates


def test_whoever_has_no_role_is_told_so(house: Served, app_test: AppOf) -> None:
    stranger = come_in(house.workspace, "Lee", None)
    app_test(stranger)
    app = AppTest.from_string(WITH_ATTEMPT, default_timeout=20).run()
    assert "You may not do this here." in words_of(app)
    assert "us-matrix" not in html(app)


def test_an_empty_board_names_the_next_step(house: Served, app_test: AppOf, kim: Member) -> None:
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")
    app = app_test(kim, "board").run()
    assert "Add the first one" in words_of(app)
    assert links(app) == [("Add a statement", "document", "")]
    lee = come_in(house.workspace, "Lee", Role.READER)
    app = app_test(lee, "board").run()
    assert "There is no statement for you yet." in words_of(app)
    assert links(app) == []


@pytest.mark.parametrize("of", ["statement", "language"])
def test_nothing_is_offered_that_would_be_refused(house: Served, app_test: AppOf, of: str) -> None:
    with house.workspace.store.reading() as db:
        stored = document_named(db, "letter")
    assert stored
    where = {"document": stored.id} if of == "statement" else {"locale": "fr"}
    lia = come_in(house.workspace, "Lia", Role.COORDINATOR, **where)
    app = app_test(lia, "board").run()
    assert "us-matrix" in html(app)
    assert links(app) == []
    documents.archive(house.workspace, OPERATOR, NOW, document="letter")
    app.run()
    assert "Add" not in words_of(app)
    assert links(app) == []


# --- the table -----------------------------------------------------------------------------------


def test_a_cell_leads_to_the_work_and_to_the_paragraph_that_holds_up(
    house: Served, app_test: AppOf, kim: Member, ana: Member, bo: Member
) -> None:
    first, *rest = units(house, ana)
    save(house, ana, first, "Un")
    app = app_test(kim, "board").run()
    there = dict(reversed(anchors(app)))
    assert there["letter"] == "./document?document=letter"
    assert there["Day by day"] == "./board?document=letter"
    (begun,) = [said for said in there if said.startswith("10% 10% of 55 words translated")]
    assert there[begun] == "./translate?document=letter&locale=fr"
    stuck = "at paragraph 2 Harbour Bay, 14 March 2026"
    assert there[stuck] == f"./translate?document=letter&locale=fr&paragraph={rest[0]}"
    assert "to review: 1" in words_of(app)
    for unit in rest:
        save(house, ana, unit, "Deux")
    leads = [href for _, href in anchors(app.run())]
    assert "./review?document=letter&locale=fr" in leads
    assert f"./review?document=letter&locale=fr&paragraph={first}" in leads
    for unit in (first, *rest):
        review.approve(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1)
    there = dict(anchors(app.run()))
    done = "✓ 100% All reviewed: 6 paragraphs, 55 words"
    assert there[done] == "./translate?document=letter&locale=fr"
    assert "review" not in " ".join(there.values())


def test_one_language_is_told_in_full(
    house: Served, app_test: AppOf, kim: Member, ana: Member
) -> None:
    save(house, ana, units(house, ana)[0], "Un")
    app = app_test(kim, "board", query={"locale": "fr"}).run()
    said = words_of(app)
    for part in ("○ to translate: 5", "● waits for a review: 1", "Ana", "1 statement of 1"):
        assert part in said
    assert "Arabic" in said  # among the languages to choose
    assert said.count("Where it is held up") == 2  # over the column, and in the cell of a card


def test_what_a_language_lacks_is_said_with_the_remedy(
    house: Served, app_test: AppOf, kim: Member, ana: Member
) -> None:
    app = app_test(kim, "board", query={"locale": "ar"}).run()
    assert "nobody can approve words of their own. Invite a reviewer." in words_of(app)
    people.withdraw(
        house.workspace, OPERATOR, NOW, member=ana.id, role=Role.TRANSLATOR, locale="fr"
    )
    come_in(house.workspace, "Bo", Role.REVIEWER)
    assert "Invite" not in words_of(app.run())


def test_deadlines_are_told_in_days(house: Served, app_test: AppOf, kim: Member) -> None:
    for days, said in (
        (-2, "2 days late"),
        (0, "due today"),
        (1, "1 day left"),
        (9, "9 days left"),
    ):
        title(house, "Bridge", deadline=(house.clock() + timedelta(days=days)).date())
        drawn = html(app_test(kim, "board").run())
        assert said in drawn
        assert ("us-late" in drawn) is (days <= 7)


def test_a_statement_without_a_language_says_so_and_leads_to_its_page(
    house: Served, app_test: AppOf, kim: Member
) -> None:
    documents.change(
        house.workspace, OPERATOR, NOW, document="letter",
        changes=DocumentChanges(languages=("en",)),
    )  # fmt: skip
    app = app_test(kim, "board").run()
    assert "6 paragraphs, 55 words" in words_of(app)
    assert "100" not in words_of(app)
    there = dict(anchors(app))
    assert there["No language to translate it into is chosen yet."] == (
        "./document?document=letter"
    )
    put_document(house.workspace, ["Texte."], "song", "fr")
    documents.change(
        house.workspace, OPERATOR, NOW, document="song", changes=DocumentChanges(languages=("fr",))
    )
    assert "100" not in words_of(app.run())  # nor for both together
    app = app_test(kim, "board", query={"document": "letter"}).run()
    there = dict(anchors(app))
    assert there["There is no language yet into which this is translated."] == (
        "./document?document=letter"
    )


# --- filters and pages ---------------------------------------------------------------------------


def test_the_form_says_what_is_asked_for(house: Served, app_test: AppOf, kim: Member) -> None:
    asked = {"find": "let", "locale": "fr", "show": "unfinished", "sort": "title"}
    drawn = html(app_test(kim, "board", query=asked).run())
    assert re.findall(r'<option value="(\w*)" selected>', drawn) == ["fr", "unfinished", "title"]
    assert 'name="find" value="let"' in drawn
    assert re.findall(r'name="(\w+)"', drawn) == ["find", "locale", "show", "sort"]
    assert '<form class="us-filters" method="get" action="./board" role="search"' in drawn
    (download,) = re.findall(r'href="(\./download[^"]*)"', drawn)
    assert unescape(download) == (
        "./download/board.csv?find=let&locale=fr&show=unfinished&sort=title"
    )


@pytest.mark.parametrize("query", [{"find": "none"}, {"locale": "ja"}, {"show": "waiting"}])
def test_where_nothing_is_found_there_is_a_way_back(
    app_test: AppOf, kim: Member, query: dict[str, str]
) -> None:
    app = app_test(kim, "board", query=query).run()
    assert "No statement is like that." in words_of(app)
    assert dict(anchors(app))["Show all statements"] == "./board"
    assert "us-filters" in html(app)


def test_pages_lead_on_and_keep_what_is_asked(house: Served, app_test: AppOf, kim: Member) -> None:
    for number in range(60):
        put_document(house.workspace, ["Text."], f"other-{number:02}")
    app = app_test(kim, "board", query={"sort": "title", "page": "2"}).run()
    assert "Page 2 of 3" in words_of(app)
    there = dict(anchors(app))
    assert there["Page before"] == "./board?sort=title&page=1"
    assert there["Next page"] == "./board?sort=title&page=3"
    assert "All 61 statements together" in words_of(app)
    drawn = html(app)
    assert drawn.count('role="rowheader"') == 25 + 1
    last = dict(anchors(app_test(kim, "board", query={"page": "999"}).run()))
    assert "Next page" not in last


# --- one statement -------------------------------------------------------------------------------


def test_one_statement_is_shown_day_by_day(
    house: Served, app_test: AppOf, kim: Member, ana: Member
) -> None:
    save(house, ana, units(house, ana)[0], "Un")
    app = app_test(kim, "board", query={"document": "letter"}).run()
    said, drawn = words_of(app), html(app)
    assert "Day by day" in said
    assert drawn.count('class="us-chart"') == 2
    assert re.search(
        r'role="img" aria-label="French: [^"]*1 of 6 paragraphs were translated', drawn
    )
    there = dict(anchors(app))
    assert there["The whole board"] == "./board"
    assert there["Download this table (CSV)"] == "./download/burn-up.csv?document=letter"
    assert 'href="./download/board.csv?document=letter"' in drawn
    assert "us-by-day" not in drawn
    app.session_state["board-by-day-letter"] = True
    drawn = html(app.run())
    assert "us-by-day" in drawn
    assert re.search(
        r"<th scope=\"row\">French</th><td>[^<]+</td><td>1</td><td>0</td><td>6</td>", drawn
    )


def test_one_that_is_not_there_is_said_to_be_not_there(app_test: AppOf, kim: Member) -> None:
    app_test(kim)
    app = AppTest.from_string(WITH_ATTEMPT, default_timeout=20)
    app.query_params["document"] = "none"
    assert "This is not here any more, or not for you." in words_of(app.run())


# --- hostile texts -------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HOSTILE[:: len(HOSTILE) // 12])
@pytest.mark.parametrize("query", [{}, {"locale": "fr"}, {"document": "letter"}])
def test_hostile_titles_and_names_stay_texts(
    house: Served, app_test: AppOf, kim: Member, ana: Member, text: str, query: dict[str, str]
) -> None:
    save(house, ana, units(house, ana)[0], "Un")
    title(house, "Bridge")
    plain = html(app_test(kim, "board", query=query).run()).count("<")
    with house.workspace.store.writing() as db:
        rename(db, ana.id, text, "skeleton of ana")
    if text.isprintable():
        title(house, text)
    drawn = html(app_test(kim, "board", query=query | {"find": ""}).run())
    assert drawn.count("<") == plain
    searched = html(app_test(kim, "board", query=query | {"find": text}).run())
    assert "<script" not in searched
    assert "onerror=alert(1)>" not in searched
