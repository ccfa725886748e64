"""Where CI is set, a test that is skipped has failed.

A newcomer may lack Chromium, fonts or gettext, and his tests say so and are skipped; in CI all of
them are there, and a skip would hide that they are not. What remains optional even there is named
by an environment variable of ours (`UNDERSIGNED_DATA`) in the reason.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest

OPTIONAL = "UNDERSIGNED_"


def is_required() -> bool:
    """Tell whether every tool must be there."""
    return os.environ.get("CI", "").lower() not in ("", "0", "false")


def refusal(longrepr: object) -> str:
    """Say why a skip is none, or nothing where it may stand."""
    reason = str(longrepr[2]) if isinstance(longrepr, tuple) else str(longrepr)
    if not is_required() or OPTIONAL in reason:
        return ""
    return f"in CI nothing is skipped. {reason}"


def _refuse(report: Any) -> None:
    if report.skipped and not hasattr(report, "wasxfail") and (said := refusal(report.longrepr)):
        report.outcome = "failed"
        report.longrepr = said


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Iterator[None]:
    """Turn the skip of a test into a failure."""
    outcome: Any = yield
    _refuse(outcome.get_result())


@pytest.hookimpl(hookwrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Iterator[None]:
    """Turn the skip of a whole file into a failure."""
    outcome: Any = yield
    _refuse(outcome.get_result())
