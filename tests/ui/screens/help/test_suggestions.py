"""Suggestions: what others would write, and what was decided about it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.serving import Member, come_in
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import NOW, opened, panels, paragraph, press, save, units
from ui.served import Served
from workflow.access import Role
from workflow.services import review, translation


def suggest(house: Served, who: Member, unit: str, text: str, at: datetime = NOW) -> str:
    return translation.suggest(
        house.workspace, who.id, at, unit=unit, locale="fr", text=text
    ).suggestion


def test_a_reader_suggests_and_changes_nothing(house: Served, help_for: HelpOf) -> None:
    lee = come_in(house.workspace, "Lee", Role.READER)
    unit = units(house, lee)[0]
    app = help_for(lee, unit)
    app.text_area(key=f"suggestion-0-{unit}-fr").input("Un appel commun")
    press(app, "Suggest it")
    assert "Lee suggests" in words_of(app)
    found = paragraph(house, lee, unit)
    assert [each.text for each in found.suggestions] == ["Un appel commun"]
    assert found.row.version == 0
    assert "Needs work?" not in panels(app)


def test_a_suggestion_in_vain_is_answered(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    save(house, ana, unit, "Une lettre")
    app = help_for(ana, unit)
    for text, said in (
        (" ", "Nothing is typed here"),
        ("Une lettre", "This is the translation already"),
        ("Un appel", "This text was the translation before"),
    ):
        opened(app).run()
        app.text_area(key=f"suggestion-0-{unit}-fr").input(text)
        press(app, "Suggest it")
        assert said in words_of(app)
        assert app.text_area(key=f"suggestion-0-{unit}-fr").value == text
    assert paragraph(house, ana, unit).suggestions == ()


def test_an_open_one_is_compared_with_the_text_of_now(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    suggest(house, bo, unit, "Un <b>{appel}</b>")
    drawn = html(help_for(ana, unit))
    assert "Un &lt;b&gt;{appel}&lt;/b&gt;</p>" in drawn
    assert "<ins>" not in drawn, "there is nothing yet to compare it with"
    save(house, ana, unit, "Une lettre")
    drawn = html(help_for(ana, unit))
    assert "<del>" in drawn
    assert "<b>{appel}" not in drawn


@pytest.mark.parametrize("is_taken", [True, False])
def test_what_was_decided_stands_behind_with_its_reason(
    house: Served, help_for: HelpOf, ana: Member, bo: Member, is_taken: bool
) -> None:
    work, unit = house.workspace, units(house, ana)[0]
    suggest(house, ana, unit, "Un appel", NOW - timedelta(minutes=1))
    newest = suggest(house, ana, unit, "Une lettre")
    assert paragraph(house, ana, unit).suggestions[0].id == newest
    if is_taken:
        review.accept(work, bo.id, NOW, suggestion=newest, seen=0, reason="Just <b>so</b>.")
    else:
        review.reject(work, bo.id, NOW, suggestion=newest, reason="Just <b>so</b>.")
    waiting, decided = html(help_for(ana, unit)).split('<div class="us-version">')[1:3]
    assert "Just" not in waiting
    assert "Une lettre" in decided
    assert "Just &lt;b&gt;so&lt;/b&gt;." in decided
    said = "Taken by <bdi>Bo</bdi>" if is_taken else "Not taken, says <bdi>Bo</bdi>"
    assert said in decided


def test_where_a_text_came_from_is_said(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    save(house, ana, unit, "Un appel")
    save(house, bo, unit, "Une lettre", seen=0)
    assert "Bo saved this at the same time" in words_of(help_for(ana, unit))
