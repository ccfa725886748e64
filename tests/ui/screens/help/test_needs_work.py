"""Saying that a translation needs work; the reason is kept whatever others do meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.serving import Member, come_in
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import words_of
from tests.ui.screens.working import NOW, opened, panels, paragraph, press, save, units
from ui.screens.help import desk
from ui.served import Served
from workflow.access import Role
from workflow.services import translation

PANEL = "Needs work?"


def test_a_text_is_said_to_need_work(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    app = help_for(ana, unit)
    app.text_area(key=f"reason-0-{unit}-fr").input("Joint is missing.")
    press(app, "It needs work")
    found = paragraph(house, ana, unit)
    assert (found.row.state.name, found.history[0].reason) == ("NEEDS_WORK", "Joint is missing.")


def test_it_is_asked_of_what_is_translated_and_does_not_need_work_yet(
    house: Served, help_for: HelpOf, ana: Member
) -> None:
    unit = units(house, ana)[0]
    assert PANEL not in panels(help_for(ana, unit))
    save(house, ana, unit, "Un appel")
    assert PANEL in panels(help_for(ana, unit))
    assert PANEL not in panels(help_for(come_in(house.workspace, "Lee", Role.READER), unit))
    translation.mark(house.workspace, ana.id, NOW, unit=unit, locale="fr", seen=1)
    assert PANEL not in panels(help_for(ana, unit))


@pytest.mark.parametrize("is_marked", [False, True])
def test_a_reason_is_kept_where_the_text_has_changed_meanwhile(
    house: Served,
    help_for: HelpOf,
    ana: Member,
    bo: Member,
    is_marked: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    app = help_for(ana, unit)
    app.text_area(key=f"reason-0-{unit}-fr").input("Joint is missing.")
    if is_marked:
        translation.mark(house.workspace, bo.id, NOW, unit=unit, locale="fr", seen=1)
    else:
        save(house, bo, unit, "Un appel commun")
    opened(app).run()  # as where the field was left before the click
    press(app, "It needs work")
    assert "The text has changed meanwhile." in words_of(app)
    assert app.text_area(key=f"reason-0-{unit}-fr").value == "Joint is missing."
    press(app, "It needs work")  # as with a double click
    assert "The text has changed meanwhile." in words_of(app)
    assert paragraph(house, ana, unit).row.version == 2
    monkeypatch.setattr(desk, "_BLINK", timedelta(0))
    press(app, "It needs work")
    assert paragraph(house, ana, unit).history[0].reason == "Joint is missing."
    assert PANEL not in panels(app)


def test_where_nothing_is_typed_the_text_of_now_is_meant(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    app = help_for(ana, unit)
    save(house, bo, unit, "Un appel commun")
    opened(app).run()
    press(app, "It needs work")
    assert paragraph(house, ana, unit).row.state.name == "NEEDS_WORK"
