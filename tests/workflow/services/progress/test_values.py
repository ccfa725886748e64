"""Figures add up, and deadlines are counted in whole days."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import example, given
from hypothesis import strategies as st

from workflow.services.progress import Far
from workflow.services.progress.values import together

fars = st.builds(Far, *[st.integers(0, 50)] * 8)


@given(st.lists(fars, max_size=6))
def test_what_is_put_together_is_the_sum(found: list[Far]) -> None:
    total = together(found)
    assert total.units == sum(each.units for each in found)
    assert total.words == sum(each.words for each in found)
    columns = [sum(each) for each in zip(*map(astuple, found), strict=True)]
    assert list(astuple(total)) == (columns or [0] * 8)


@given(fars)
@example(Far())
@example(Far(reviewed=1))
def test_shares_and_ends(far: Far) -> None:
    assert 0 <= far.percent_reviewed <= far.percent <= 100
    assert far.is_finished == (far.units > 0 and far.to_do + far.translated == 0)
