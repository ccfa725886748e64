"""How far a statement is: in figures, in a sentence for those who listen, and in days."""

from __future__ import annotations

import pytest

from ui.components.progress import deadline, figures, line
from ui.language import words
from workflow.services.tasks import Figures

EN = words("en")


def far(days_left: int | None = None, done: int = 1, units: int = 4) -> Figures:
    return Figures(
        units=units,
        words=10,
        untranslated=units - done,
        needs_work=0,
        translated=done,
        reviewed=0,
        days_left=days_left,
    )


def test_figures_are_seen_and_heard() -> None:
    drawn = figures(EN, far())
    assert '<span aria-hidden="true"><bdi>1/4</bdi> ●</span>' in drawn
    assert "1 of 4 paragraphs translated" in drawn


@pytest.mark.parametrize(
    ("days", "said"),
    [(6, "6 days left"), (1, "1 day left"), (0, "due today"), (-1, "1 day late")],
)
def test_days_are_counted(days: int, said: str) -> None:
    assert said in deadline(EN, far(days))
    assert ("us-late" in deadline(EN, far(days))) is (days <= 0)


def test_without_a_deadline_nothing_is_said() -> None:
    assert deadline(EN, far()) == ""


def test_the_line_is_as_long_as_what_is_done() -> None:
    assert "inline-size:25%" in line(far())
    assert "inline-size:0%" in line(far(done=0, units=0))
