"""Numbers for what went wrong."""

from __future__ import annotations

import pytest

from ui.web.statuses import UNREADABLE, status_of
from workflow import errors


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.NotFound("document"), 404),
        (errors.LinkRefused(), 404),
        (errors.NotAllowed("x", "reader"), 403),
        (errors.FourEyes("own_text"), 403),
        (errors.NameTaken("Omar"), 409),
        (errors.OutOfDate(1, 2), 409),
        (errors.Incomplete("letter", "fr", [1], 2), 409),
        (errors.LimitExceeded("a", "b", 3, "bytes", "c"), 413),
        (errors.TooMany(3.0), 429),
        (errors.StoreBusy(3.0), 503),
        (errors.StoreFull(), 503),
        (errors.BadSettings("workspace.toml", "", "no TOML", "Correct it."), 503),
        (errors.HostileInput("a", "b", "c"), UNREADABLE),
        (errors.NotPossible("a", "b"), UNREADABLE),
        (ValueError(), UNREADABLE),
    ],
)
def test_each_has_its_number(error: Exception, status: int) -> None:
    assert status_of(error) == status
