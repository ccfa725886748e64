"""The help: for which paragraph it is, and what is drawn of it."""

from __future__ import annotations

import pkgutil

import pytest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import AT, panels, save, units
from ui.screens import help as helping
from ui.served import Served
from workflow.access import Role
from workflow.errors import StoreBusy
from workflow.services import translation


def test_every_panel_has_its_place() -> None:
    modules = {each.name for each in pkgutil.iter_modules(helping.__path__)} - {"desk"}
    drawn = [draw.__module__.rpartition(".")[2] for draw in helping._PANELS]
    assert sorted(drawn) == sorted(modules)


def test_where_no_paragraph_is_open_one_is_told_to_open_one(app_test: AppOf, ana: Member) -> None:
    app = app_test(ana, "translate", query=AT).run()
    assert "Open a paragraph; what helps with it appears here." in words_of(app)
    assert panels(app) == []


def test_it_names_the_paragraph(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Nous")
    app = help_for(ana, unit)
    assert "<h2>Help for paragraph 3</h2>" in html(app)
    assert panels(app) == ["Suggestions", "Comments and questions", "Needs work?", "History"]


def test_a_paragraph_that_is_not_there_is_said(help_for: HelpOf, ana: Member) -> None:
    app = help_for(ana, "none")
    assert "<h2>Help</h2>" in html(app)
    assert "This is not here any more, or not for you." in words_of(app)
    assert panels(app) == []


def test_trouble_of_the_store_takes_nothing_else_off_the_page(
    house: Served, help_for: HelpOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = units(house, ana)[0]

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy(5)

    monkeypatch.setattr(translation, "unit", busy)
    app = help_for(ana, unit)
    assert "Many people are saving just now." in words_of(app)
    assert [each for each in app.get("bidi_component") if '"stamp"' in each.proto.json]


@pytest.mark.parametrize("role", Role)
def test_every_role_is_helped(house: Served, help_for: HelpOf, role: Role) -> None:
    who = come_in(house.workspace, "Who", role)
    app = help_for(who, units(house, who)[0])
    assert "Help for paragraph 1" in words_of(app)
    assert "Comments and questions" in panels(app)
