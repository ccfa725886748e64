"""Review: the statement in reading mode, for those who are second persons somewhere."""

from __future__ import annotations

import json

import pytest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import words_of
from tests.ui.screens.working import AT, panels, save, units
from ui.served import Served
from ui.session import Place
from workflow.access import Role


def test_a_reviewer_reads_in_reading_mode(
    house: Served, app_test: AppOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    app = app_test(bo, "review", query=AT | {"paragraph": unit}).run()
    (drawn,) = [each for each in app.get("bidi_component") if '"mode"' in each.proto.json]
    handed = json.loads(drawn.proto.json)
    assert (handed["mode"], handed["open"], handed["locale"]) == ("review", unit, "fr")
    assert "0 of 6 paragraphs reviewed" in words_of(app)
    assert "Needs work?" not in panels(app)
    assert "Needs work?" in panels(app_test(bo, "translate", query=AT | {"paragraph": unit}).run())


@pytest.mark.parametrize("role", [Role.READER, Role.TRANSLATOR])
def test_others_are_told_that_nothing_is_for_them(
    house: Served, app_test: AppOf, role: Role
) -> None:
    app = app_test(come_in(house.workspace, "Lee", role), "review", query=AT).run()
    assert "There is no statement that you review." in words_of(app)
    assert not [each for each in app.get("bidi_component") if '"mode"' in each.proto.json]


def test_only_ones_own_languages_are_there(house: Served, app_test: AppOf) -> None:
    kim = come_in(house.workspace, "Kim", Role.REVIEWER, locale="ar")
    app = app_test(kim, "review", query=AT).run()
    assert "This is not here any more, or not for you." in words_of(app)


@pytest.mark.parametrize(
    ("was", "leads"),
    [(Place("letter", "ar"), "fr"), (Place("letter", "en"), "fr"), (Place("other", "ar"), "fr")],
)
def test_a_click_in_the_bar_leads_to_a_place_where_one_can_work(
    house: Served, app_test: AppOf, was: Place, leads: str
) -> None:
    """Somebody reads, or translates into another language, and then presses "Review"."""
    lee = come_in(house.workspace, "Lee", Role.REVIEWER, locale="fr")
    app = app_test(lee, "review")
    app.session_state["place"] = was
    app.run()
    assert "not here any more" not in words_of(app)
    assert (app.query_params["document"], app.query_params["locale"]) == ("letter", leads)


def test_what_was_drawn_on_translate_is_no_review(house: Served, app_test: AppOf) -> None:
    lee = come_in(house.workspace, "Lee", Role.TRANSLATOR)
    app = app_test(lee, "translate", query=AT).run()
    view = app.session_state["kept.view"]
    other = app_test(lee, "review")
    other.session_state["kept.view"], other.session_state["place"] = view, Place("letter", "fr")
    assert "There is no statement that you review." in words_of(other.run())
