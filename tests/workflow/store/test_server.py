"""What can be said of a store on a server without one; that it works there is proved elsewhere."""

from __future__ import annotations

import re
from typing import Any, cast

import pytest
from sqlalchemy import create_mock_engine
from sqlalchemy.engine import Connection

from workflow.errors import HostileInput, StoreBroken, StoreBusy, StoreError, StoreFull
from workflow.store.gate import PATIENCE
from workflow.store.schema import APPEND_ONLY, METADATA
from workflow.store.server import TURN, begin, ours


class Told:
    """A connection that writes down what it is told."""

    def __init__(self, **options: object) -> None:
        self.options = options
        self.said: list[str] = []

    def get_execution_options(self) -> dict[str, object]:
        return self.options

    def exec_driver_sql(self, statement: str) -> None:
        self.said.append(statement)


def said_to(**options: object) -> str:
    told = Told(**options)
    begin(cast("Connection", told))
    (statement,) = told.said
    return statement


def test_who_reads_sees_one_moment_and_cannot_write() -> None:
    for statement in (said_to(), said_to(writes=False)):
        assert re.search("REPEATABLE READ, READ ONLY$", statement)
        assert str(TURN) not in statement


def test_who_writes_waits_for_his_turn_and_not_for_ever() -> None:
    statement = said_to(writes=True)
    assert f"pg_advisory_xact_lock({TURN})" in statement
    assert f"'{PATIENCE * 1000:.0f}'" in statement
    assert statement.index("lock_timeout") < statement.index("pg_advisory")
    assert TURN.bit_length() < 64


class OperationalError(Exception):
    """As drivers call it."""

    def __init__(self, said: str, sqlstate: str | None = None) -> None:
        super().__init__(said)
        self.sqlstate = sqlstate


class DataError(OperationalError):
    """As drivers call it."""


class IntegrityError(OperationalError):
    """As drivers call it."""


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OperationalError("canceling statement due to lock timeout", "55P03"), StoreBusy),
        (OperationalError("could not serialize access", "40001"), StoreBusy),
        (OperationalError("connection failed: FATAL: sorry, too many clients already"), StoreBusy),
        (OperationalError("could not extend file", "53100"), StoreFull),
        (OperationalError("invalid page in block 7", "XX001"), StoreBroken),
        (OperationalError("cannot execute INSERT", "25006"), StoreBroken),
        (OperationalError("terminating connection", "57P01"), StoreBroken),
        (OperationalError("connection failed: Connection refused\nIs it there?"), StoreBroken),
        (DataError("text fields cannot contain NUL (0x00) bytes"), HostileInput),
        (DataError("integer out of range", "22003"), HostileInput),
    ],
)
def test_what_the_server_says_is_said_in_our_words(error: Exception, kind: type[Any]) -> None:
    found = ours(error)
    assert type(found) is kind
    assert "\n" not in str(found)


def test_mistakes_of_the_program_stay_as_they_are() -> None:
    assert ours(None) is None
    assert ours(ZeroDivisionError()) is None
    assert ours(IntegrityError("duplicate key", "23505")) is None
    assert ours(DataError("invalid input syntax", "22P02")) is None


def test_only_errors_of_the_store_say_that_the_server_is_the_reason() -> None:
    assert isinstance(ours(OperationalError("server closed the connection")), StoreError)


def test_a_server_too_refuses_to_change_a_history() -> None:
    statements: list[str] = []
    engine = create_mock_engine(
        "postgresql://",
        lambda each, *_, **__: statements.append(str(getattr(each, "statement", each))),
    )
    METADATA.create_all(engine, checkfirst=False)
    for table in APPEND_ONLY:
        (trigger,) = [each for each in statements if f"TRIGGER {table.name}_" in each]
        assert f"BEFORE UPDATE OR DELETE OR TRUNCATE ON {table.name} " in trigger
        assert any(f"FUNCTION {table.name}_is_sealed() RETURNS" in each for each in statements)
