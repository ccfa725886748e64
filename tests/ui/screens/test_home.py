"""Home answers what one can do in the next ten minutes, and each entry leads to its place."""

from __future__ import annotations

import pytest

from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.working import NOW
from ui.served import Served
from workflow.access import Role
from workflow.services import people
from workflow.services.workspace import Workspace
from workflow.store.members import rename


@pytest.mark.parametrize("role", [None, *Role])
def test_every_role_has_a_home(house: Served, app_test: AppOf, role: Role | None) -> None:
    ana = come_in(house.workspace, "Ana", role)
    app = app_test(ana).run()
    drawn = words_of(app)
    assert "Welcome, Ana" in drawn
    assert ("There is no statement for you yet." in drawn) is (role is None)
    assert [label for label, _, _ in links(app)][:2] == ["Home", "Translate"]
    assert ("The whole board" in [label for label, _, _ in links(app)]) is (
        role is not None and role >= Role.COORDINATOR
    )
    assert html(app).count("<h1") == 1


def test_whoever_has_not_come_in_is_told_how(app_test: AppOf) -> None:
    app = app_test(None).run()
    assert "You come in with a personal link." in words_of(app)
    assert links(app) == []


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
