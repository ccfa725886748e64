"""Moments as the database keeps them, and texts given with a query as a column of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from sqlalchemy import CTE, Dialect, Text, column, values
from sqlalchemy.types import TypeDecorator

_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class Moment(TypeDecorator[datetime]):
    """Keep a moment as text in UTC, the same on every database and in the order of time.

    A moment without a time zone is refused with `ValueError`: nobody knows when it was.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write a moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value}")
        return value.astimezone(UTC).strftime(_FORM)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read a moment."""
        return None if value is None else datetime.fromisoformat(value)


def given(name: str, texts: Iterable[str]) -> CTE:
    """Make a table with one column of this name from texts, of which there is at least one.

    There may be more of them than SQLite puts selections together (500).
    """
    return values(column(name, Text), name="given").data([(each,) for each in texts]).cte()
