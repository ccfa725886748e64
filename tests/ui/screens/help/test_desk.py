"""What every panel works with: fields that keep what is typed, panels that stay as they began."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any, cast

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member
from tests.ui.conftest import AppOf
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import words_of
from tests.ui.screens.working import AT, NOW, move, opened, paragraph, press, save, units
from ui.language import words
from ui.screens.help.desk import Desk
from ui.served import Served
from workflow.errors import StoreBusy
from workflow.services import translation


def test_nobody_takes_away_what_one_is_typing(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    """Neither by a comment nor an answer, neither by settling the thread nor by a suggestion."""
    work, unit = house.workspace, units(house, ana)[2]
    which = {"unit": unit, "locale": "fr"}
    asked = translation.ask(work, bo.id, NOW, **which, text="Which bridge?")
    app = help_for(ana, unit)
    app.toggle(key=f"answers-{asked}-0-{unit}-fr").set_value(True)
    opened(app).run()

    def others_are_faster() -> None:
        translation.comment(work, bo.id, NOW, **which, text="I am faster.")
        translation.comment(work, bo.id, NOW, **which, text="So am I.", parent=asked)
        translation.suggest(work, bo.id, NOW, **which, text="Plus vite")
        translation.resolve(work, bo.id, NOW, comment=asked)

    app.text_area(key=f"said-0-{unit}-fr").input("My comment")
    app.text_area(key=f"text-answers-{asked}-0-{unit}-fr").input("My answer")
    app.text_area(key=f"suggestion-0-{unit}-fr").input("Moins vite")
    others_are_faster()
    press(app, "Comment")
    press(app, "Send the answer")
    press(app, "Suggest it")
    found = paragraph(house, ana, unit)
    assert {"My comment", "My answer"} < {each.text for each in found.remarks}
    assert {each.text for each in found.suggestions} == {"Plus vite", "Moins vite"}
    assert {each.value for each in app.text_area} == {""}, "what was sent is in no field any more"


def test_what_is_half_typed_waits_while_another_paragraph_is_open(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    one, two, *_ = units(house, ana)
    app = help_for(ana, one)
    for name in ("said", "suggestion"):
        app.text_area(key=f"{name}-0-{one}-fr").input("Half a")
        assert not app.text_area(key=f"{name}-0-{one}-fr").proto.form_id
    opened(app).run()
    app.query_params["paragraph"] = two
    opened(move(app, two, 1)).run()
    assert {each.value for each in app.text_area} == {""}
    app.query_params["paragraph"] = one
    opened(move(app, one, 2)).run()
    assert [each.value for each in app.text_area] == ["Half a", "Half a"]


def test_a_panel_goes_on_as_it_began(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    """Else the browser would take it for another panel, and close it under somebody's hand."""
    work, unit = house.workspace, units(house, ana)[0]
    here = AT | {"paragraph": unit}

    def is_open(app: AppTest) -> bool:
        (found,) = [each for each in app.expander if each.label == "Comments and questions"]
        return bool(found.proto.expanded)

    app = app_test(ana, "translate", query=here).run()
    assert not is_open(app)
    asked = translation.ask(work, bo.id, NOW, unit=unit, locale="fr", text="Which?")
    assert not is_open(app.run())
    again = app_test(ana, "translate", query=here).run()
    assert is_open(again), "whoever comes later sees the question at once"
    translation.resolve(work, bo.id, NOW, comment=asked)
    assert is_open(again.run())


def test_trouble_is_said_and_what_was_typed_stays(
    house: Served, help_for: HelpOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = units(house, ana)[0]
    app = help_for(ana, unit)

    def busy(*_: object, **__: object) -> None:
        raise StoreBusy(5)

    app.text_area(key=f"said-0-{unit}-fr").input("Which bridge?")
    with monkeypatch.context() as patch:
        patch.setattr(translation, "ask", busy)
        press(app, "Ask")
    assert "Many people are saving just now." in words_of(app)
    assert app.text_area(key=f"said-0-{unit}-fr").value == "Which bridge?"
    press(app, "Ask")
    assert [each.text for each in paragraph(house, ana, unit).remarks] == ["Which bridge?"]


def test_what_nobody_foresaw_is_not_hidden_from_the_page(
    house: Served, help_for: HelpOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    app = help_for(ana, unit)
    app.text_area(key=f"said-0-{unit}-fr").input("Which bridge?")
    monkeypatch.setattr(translation, "ask", None)
    press(app, "Ask")
    assert "Something went wrong here" in words_of(app)


def test_every_paragraph_and_language_has_its_own_widgets() -> None:
    desks = [desk(unit, locale) for unit in ("u1", "u2") for locale in ("fr", "ar")]
    for named in (Desk.key, Desk.field):
        assert len({named(each, "said") for each in desks}) == 4


def test_a_moment_is_said_by_the_readers_clock() -> None:
    here = desk("u1", "fr")
    at = here.now - timedelta(days=300)
    assert here.when(at) == words("en").moment(at, here.now, "UTC")
    late = datetime(2026, 3, 14, 23, 30, tzinfo=UTC)
    there = replace(here, zone="Asia/Tokyo", now=late + timedelta(days=300))
    assert there.when(late) != replace(there, zone="UTC").when(late)


def desk(unit: str, locale: str) -> Desk:
    """Give a desk that knows no more than where it is, and in which language it speaks."""
    return Desk(
        who=cast(Any, SimpleNamespace(words=words("en"))),
        choice=cast(Any, SimpleNamespace(locale=locale)),
        paragraph=cast(Any, SimpleNamespace(row=SimpleNamespace(unit=unit))),
        now=NOW,
        zone="UTC",
    )
