"""Moments, as text and back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, select
from sqlalchemy.dialects import sqlite

from workflow.store import columns
from workflow.store.columns import Moment

DIALECT = sqlite.dialect()
MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 2),  # noqa: DTZ001 - hypothesis adds the zone
    max_value=datetime(2400, 1, 1),  # noqa: DTZ001
    timezones=st.timezones(),
)


def written(moment: datetime | None) -> str | None:
    return Moment().process_bind_param(moment, DIALECT)


@given(MOMENTS)
def test_a_moment_comes_back_as_it_was(moment: datetime) -> None:
    back = Moment().process_result_value(written(moment), DIALECT)
    assert back is not None
    assert back.tzinfo is UTC
    assert back == moment.astimezone(UTC)


@given(MOMENTS, MOMENTS)
def test_texts_are_in_the_order_of_time(one: datetime, other: datetime) -> None:
    one, other = one.astimezone(UTC), other.astimezone(UTC)
    texts = [written(one) or "", written(other) or ""]
    assert (texts[0] < texts[1]) == (one < other)
    assert len(texts[0]) == len(texts[1])


def test_it_is_written_in_utc() -> None:
    there = datetime(2026, 3, 14, 1, 30, tzinfo=timezone(timedelta(hours=5)))
    assert written(there) == "2026-03-13T20:30:00.000000Z"


def test_nothing_stays_nothing() -> None:
    assert written(None) is None
    assert Moment().process_result_value(None, DIALECT) is None


def test_a_moment_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValueError, match="without a time zone"):
        written(datetime(2026, 3, 14))  # noqa: DTZ001 - that is the mistake


@given(st.lists(st.text(), min_size=1, max_size=9))
def test_texts_become_a_column(texts: list[str]) -> None:
    table = columns.given("word", texts)
    with create_engine("sqlite://").connect() as db:
        assert [*db.scalars(select(table.c.word))] == texts
