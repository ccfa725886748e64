"""Differences are marked for eyes and for ears, and nothing else is made of the texts."""

from __future__ import annotations

from ui.components.differences import differences


def test_what_went_and_what_came_is_marked() -> None:
    assert differences("by 2028 ", "by 2027 ", "en") == (
        '<p class="us-text us-diff" lang="en" dir="ltr">by <del>2028</del><ins>2027</ins> </p>'
    )


def test_a_hostile_text_stays_text() -> None:
    drawn = differences("<b>one", "<i>two", "ar")
    assert "<b>" not in drawn
    assert "<i>" not in drawn
    assert 'lang="ar" dir="rtl"' in drawn
