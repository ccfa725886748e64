"""What the authors changed is shown beside what was translated then."""

from __future__ import annotations

import pytest

from tests.serving import Member
from tests.ui.screens.conftest import HelpOf
from tests.ui.screens.drawing import html, words_of
from tests.ui.screens.working import change_source, save, units
from ui.components.statement.mounting import PLAIN
from ui.served import Served


def test_what_the_authors_changed_is_shown_with_the_translation_of_then(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Gardez le pont.")
    change_source(house, "bridge open", "lamp on")
    save(house, bo, unit, "Gardez la lampe.")
    drawn = html(help_for(ana, unit))
    assert "Changed since your version" in drawn
    assert "<ins>lamp" in drawn
    assert drawn.index("The translation of then:") < drawn.index("Gardez le pont.")
    assert "Changed since" not in html(help_for(bo, unit)), "his was made from the new source"


def test_ones_own_words_are_shown_and_not_those_of_others(
    house: Served, help_for: HelpOf, ana: Member, bo: Member
) -> None:
    unit = units(house, ana)[2]
    save(house, ana, unit, "Gardez le pont.")
    save(house, bo, unit, "Que le pont reste.")
    change_source(house, "bridge open", "lamp on")
    save(house, bo, unit, "Gardez la lampe.")
    change_source(house, "lamp on", "lamp lit")
    _, shown = html(help_for(ana, unit)).split("The translation of then:")
    then, *_ = shown.split("us-version")
    assert "Gardez le pont." in then
    assert "Que le pont reste." not in then


@pytest.mark.parametrize("plain", ["", "1"])
def test_nothing_is_said_twice_where_the_statement_shows_it(
    house: Served,
    help_for: HelpOf,
    ana: Member,
    bo: Member,
    monkeypatch: pytest.MonkeyPatch,
    plain: str,
) -> None:
    """The field has the text of then: only where the statement is a plain field, it is shown."""
    monkeypatch.setenv(PLAIN, plain)
    unit = units(house, ana)[2]
    save(house, ana, unit, "Gardez le pont.")
    assert "Changed since" not in words_of(help_for(bo, unit))
    change_source(house, "bridge open", "lamp on")
    drawn = html(help_for(bo, unit))
    assert ("Changed since this translation" in drawn) is bool(plain)
    assert ("<ins>lamp" in drawn) is bool(plain)
