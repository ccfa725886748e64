"""A served workspace inside this process, and its pages as one member sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.runtime import context
from streamlit.testing.v1 import AppTest

from tests.serving import Member, make_workspace
from ui.served import Served, _House
from workflow.services.workspace import open_workspace

FRAME = Path(__file__).parents[2] / "ui" / "app.py"
ONE_SCREEN = """\
from ui.screens.{screen} import render
from ui.session import person

who = person()
if who is not None:
    render(who)
"""

AppOf = Callable[..., AppTest]


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    """Serve a workspace with one letter to this process, without backups."""
    with open_workspace(make_workspace(tmp_path / "house")) as workspace:
        served = Served(workspace)
        monkeypatch.setattr(_House, "served", served)
        yield served


@pytest.fixture
def app_test(house: Served, monkeypatch: pytest.MonkeyPatch) -> AppOf:
    """Give the pages as a member's browser gets them; not run yet.

    `app_test(ana)` is the whole program with its frame, `app_test(ana, "me")` one screen alone,
    `app_test(None)` what somebody sees who has not come in. `language` is what the browser asks
    for, `query` what stands behind the address.
    """

    def opened(
        member: Member | None,
        screen: str = "",
        *,
        language: str = "en",
        query: dict[str, str] | None = None,
    ) -> AppTest:
        cookies = {"undersigned": member.session} if member else {}
        browser = SimpleNamespace(cookies=cookies, headers=[("Accept-Language", language)])
        monkeypatch.setattr(context, "_get_client_context", lambda: browser)
        if screen:
            app = AppTest.from_string(ONE_SCREEN.format(screen=screen), default_timeout=20)
        else:
            app = AppTest.from_file(FRAME, default_timeout=20)
        for name, value in (query or {}).items():
            app.query_params[name] = value
        return app

    return opened
