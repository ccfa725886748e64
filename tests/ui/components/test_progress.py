"""How far a statement is: in figures, in a sentence for those who listen, and in days."""

from __future__ import annotations

import pytest

from ui.components.progress import deadline, figures, line
from ui.language import words
from workflow.access import Role
from workflow.services.tasks import Choice, Work

EN = words("en")


def work(days_left: int | None = None, done: int = 1, units: int = 4) -> Work:
    return Work(
        choice=Choice("letter", "A letter", "en", "ar", Role.TRANSLATOR, None),
        units=units,
        words=10,
        untranslated=units - done,
        needs_work=0,
        translated=done,
        reviewed=0,
        days_left=days_left,
        is_begun=True,
        go_on=None,
        changed=0,
        first_changed=None,
    )


def test_figures_are_seen_and_heard() -> None:
    drawn = figures(EN, work())
    assert '<span aria-hidden="true"><bdi>1/4</bdi> ●</span>' in drawn
    assert "1 of 4 paragraphs translated" in drawn


@pytest.mark.parametrize(
    ("days", "said"),
    [(6, "6 days left"), (1, "1 day left"), (0, "due today"), (-1, "1 day late")],
)
def test_days_are_counted(days: int, said: str) -> None:
    assert said in deadline(EN, work(days))
    assert ("us-late" in deadline(EN, work(days))) is (days <= 0)


def test_without_a_deadline_nothing_is_said() -> None:
    assert deadline(EN, work()) == ""


def test_the_line_is_as_long_as_what_is_done() -> None:
    assert "inline-size:25%" in line(work())
    assert "inline-size:0%" in line(work(done=0, units=0))
