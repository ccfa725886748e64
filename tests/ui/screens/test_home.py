"""Home answers what one can do in the next ten minutes, and each entry leads to its place."""

from __future__ import annotations

import pytest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import NOW, save, units
from ui.served import Served
from workflow.access import Role
from workflow.services import people, review, translation
from workflow.services.workspace import Workspace
from workflow.store.members import rename


@pytest.mark.parametrize("role", [None, *Role])
def test_every_role_has_a_home(house: Served, app_test: AppOf, role: Role | None) -> None:
    ana = come_in(house.workspace, "Ana", role)
    app = app_test(ana).run()
    drawn = words_of(app)
    assert "Welcome, Ana" in drawn
    assert ("There is no statement for you yet." in drawn) is (role is None)
    assert [label for label, _, _ in links(app)][:3] == ["Home", "Translate", "Me"]
    assert html(app).count("<h1>") == 1


def test_whoever_has_not_come_in_is_told_how(app_test: AppOf) -> None:
    app = app_test(None).run()
    assert "You come in with a personal link." in words_of(app)
    assert links(app) == []


def test_one_goes_on_behind_the_last_paragraph(house: Served, app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "home").run()
    first, second, third, *_ = units(house, ana)
    assert links(app)[-1] == (
        "Begin at paragraph 1",
        "translate",
        f"document=letter&locale=fr&paragraph={first}",
    )
    save(house, ana, second, "Deux")
    app.run()
    assert links(app)[-1][0] == "Go on at paragraph 3"
    assert links(app)[-1][2].endswith(third)
    assert "1/" in words_of(app)


def test_what_came_back_comes_first_with_its_reason(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Nous")
    review.send_back(
        house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1, reason="Say who we are."
    )
    app = app_test(ana, "home").run()
    drawn = words_of(app)
    assert drawn.index("Came back to you") < drawn.index("Say who we are.") < drawn.index("Go on")
    assert "Bo asks you to look at this again." in drawn
    assert links(app)[0] == (
        "Look at it",
        "translate",
        f"document=letter&locale=fr&paragraph={unit}",
    )


def test_answers_and_drafts_are_told(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    one, two, three, *_ = units(house, ana)
    work = house.workspace
    asked = translation.ask(work, ana.id, NOW, unit=one, locale="fr", text="Which bridge?")
    translation.comment(work, bo.id, NOW, unit=one, locale="fr", text="The old.", parent=asked)
    made = translation.suggest(work, ana.id, NOW, unit=two, locale="fr", text="Le 14 mars")
    review.accept(work, bo.id, NOW, suggestion=made.suggestion, seen=0)
    translation.draft(work, ana.id, NOW, unit=three, locale="fr", text="Nous, les", seen=0)
    drawn = words_of(app_test(ana, "home").run())
    for said in ("Bo answered you:", "The old.", "Bo took your suggestion.", "Nous, les"):
        assert said in drawn


def test_the_page_runs_the_readers_way(house: Served, app_test: AppOf) -> None:
    ana = come_in(house.workspace, "Ana", Role.TRANSLATOR, locale="ar")
    people.change_me(house.workspace, ana.id, NOW, interface_locale="ar")
    app = app_test(ana).run()
    (frame,) = [each for each in app.get("bidi_component") if '"dir"' in each.proto.json]
    assert '"rtl"' in frame.proto.json


@pytest.mark.parametrize("text", HOSTILE[:: len(HOSTILE) // 6])
def test_hostile_texts_stay_texts(house: Served, app_test: AppOf, text: str, ana: Member) -> None:
    plain = html(app_test(ana, "home").run())
    _call(house.workspace, ana, text)
    drawn = html(app_test(ana, "home").run())
    assert drawn.count("<") == plain.count("<")


def _call(workspace: Workspace, who: Member, name: str) -> None:
    """Give somebody a name that the front door would refuse."""
    with workspace.store.writing() as db:
        rename(db, who.id, name, f"skeleton of {who.id}")
