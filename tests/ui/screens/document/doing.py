"""What a hand does on a page that was drawn for a test."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest


def press(app: AppTest, label: str) -> AppTest:
    """Press a button; nothing may fail."""
    (found,) = [each for each in app.button if each.label == label]
    done = found.click().run()
    assert not done.exception
    return done


def labels(app: AppTest) -> list[str]:
    """Give the words of all buttons."""
    return [each.label for each in app.button]


def field(app: AppTest, kind: str, label: str) -> Any:
    """Find a field by its label."""
    drawn: list[Any] = [*app.get(kind)]
    (found,) = [each for each in drawn if each.label == label]
    return found


def choose(app: AppTest, label: str, value: object) -> None:
    """Choose one of what stands side by side."""
    (found,) = [each for each in app.button_group if each.label == label]
    found.set_value(value)
