"""What looks wrong, as a list."""

from __future__ import annotations

from ui.components.looking import look_again
from ui.language import words
from workflow.model import Issue

EN = words("en")


def test_each_thing_is_said_once_and_is_text() -> None:
    found = [
        Issue("lost_number", detail="<7>{n}"),
        Issue("lost_address"),
        Issue("lost_number", detail="<7>{n}"),
    ]
    drawn = look_again(EN, found)
    assert drawn.count("<li>") == 2
    assert "The number <bdi>&lt;7&gt;{n}</bdi> is not in the translation." in drawn
    assert drawn.index("The number") < drawn.index("The address")
    assert drawn.startswith('<h3 dir="ltr">Look at this again</h3><ul role="list"')


def test_nothing_is_drawn_where_nothing_was_found() -> None:
    assert look_again(EN, []) == ""
