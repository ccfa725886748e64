"""From measures to what somebody should look at."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.live import NOW
from workflow.services.upkeep.condition import (
    HOUR,
    LARGE_LOG,
    LATE,
    LITTLE_ROOM,
    LONG_WAIT,
    Backup,
    Concern,
    Health,
    concerns_of,
)

LAST = Backup("store-20260314T093000Z.db", NOW, 5, 1, "store")
WELL = Health(
    address="store.db",
    sqlite="3.51.3",
    affected=False,
    schema=1,
    size=1_000_000,
    log=LARGE_LOG,
    wait=LONG_WAIT,
    waiting=0,
    free=LITTLE_ROOM,
    backup=LAST,
    age=LATE,
    concerns=(),
)


def concerns(seen: Health, newest: datetime | None = NOW, problem: str = "") -> tuple[Concern, ...]:
    return concerns_of(seen, NOW, newest, problem)


def test_nothing_worries_where_all_is_well() -> None:
    assert concerns(WELL) == ()
    assert concerns(WELL, None) == ()


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("sqlite", {"affected": True}, "SQLite 3.51.3 can lose a save"),
        ("disk", {"free": LITTLE_ROOM - 1}, "Only 499 MB"),
        ("log", {"log": LARGE_LOG + 1_000_000}, "65 MB"),
        ("queue", {"wait": 1.26}, "1.3 seconds"),
        ("backup_missing", {"age": None, "backup": None}, "no backup yet"),
        ("backup_late", {"age": LATE + 3 * HOUR}, "5 hours old"),
    ],
)
def test_each_measure_can_worry(name: str, change: dict[str, Any], said: str) -> None:
    (found,) = concerns(replace(WELL, **change))
    assert found.name == name
    assert said in found.detail
    assert found.detail.endswith((".", "?"))


def test_a_failed_backup_says_why() -> None:
    assert concerns(WELL, problem="The disk is full.") == (
        Concern("backup_failed", "The disk is full."),
    )


def test_a_clock_that_went_back_is_noticed() -> None:
    (found,) = concerns(WELL, NOW + timedelta(days=2))
    assert found.name == "clock"
    assert concerns(WELL, NOW + timedelta(hours=1)) == ()


def test_of_a_server_its_operator_knows() -> None:
    assert concerns(replace(WELL, sqlite="", free=0, age=None, backup=None)) == ()
