"""Suggestions: what others would write, and what was decided about it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.serving import Member, come_in
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import (
    NOW,
    buttons,
    opened,
    panels,
    paragraph,
    press,
    save,
    units,
)
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


# --- a reviewer decides ---------------------------------------------------------------------------


def test_a_reviewer_takes_a_suggestion(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    made = suggest(house, ana, unit, "Un appel commun")
    app = press(help_for(bo, unit), "Take it")
    row = paragraph(house, bo, unit).row
    assert (row.text, row.author, row.state.name) == ("Un appel commun", "Ana", "TRANSLATED")
    assert "Taken by Bo" in words_of(app)
    assert not {"Take it", "Do not take it"} & set(buttons(app))
    assert made


def test_a_suggestion_is_rejected_with_a_reason(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    made = suggest(house, ana, unit, "Un appel commun")
    app = press(help_for(bo, unit), "Do not take it")
    assert "Say why" in words_of(app)
    assert paragraph(house, bo, unit).suggestions[0].status == "open"
    app.text_area(key=f"decision-{made}-0-{unit}-fr").input("It is no call.")
    app = press(app, "Do not take it")
    (found,) = paragraph(house, bo, unit).suggestions
    assert (found.status, found.reason, found.decided_by) == ("rejected", "It is no call.", "Bo")


def test_nobody_takes_a_suggestion_over_a_text_that_he_has_not_seen(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[0]
    suggest(house, ana, unit, "Un appel commun")
    app = help_for(bo, unit)
    save(house, ana, unit, "Autre chose")
    app = press(app, "Take it")
    assert "The text has changed meanwhile." in words_of(app)
    assert paragraph(house, bo, unit).row.text == "Autre chose"


def test_translators_do_not_decide(house: Served, help_for: HelpOf, ana: Member) -> None:
    unit = units(house, ana)[0]
    suggest(house, come_in(house.workspace, "Cy", Role.TRANSLATOR), unit, "Un appel commun")
    assert not {"Take it", "Do not take it"} & set(buttons(help_for(ana, unit)))
