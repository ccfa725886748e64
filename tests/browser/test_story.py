"""The whole way of a statement, in three browsers in three languages; and how many clicks it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import CHROMIUM
from tests.browser.story import Stage, make_town, play
from tests.serving import come_in, served
from workflow.access import Role
from workflow.services.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.serving import Member, Server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
MOST_CLICKS = {
    "from the board to an invitation": 6,
    "from the link to a saved paragraph": 3,
    "from the link to a reviewed paragraph": 3,
}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[tuple[Workspace, Server]]:
    """Serve a workspace without any statement."""
    folder = tmp_path / "town"
    make_town(folder)
    with open_workspace(folder) as workspace, served(folder) as server:
        yield workspace, server


@pytest.fixture
def kim(town: tuple[Workspace, Server]) -> Member:
    return come_in(town[0], "Kim", Role.COORDINATOR)


def test_three_people_and_one_statement(
    town: tuple[Workspace, Server], kim: Member, chromium: Browser, tmp_path: Path
) -> None:
    _, server = town
    (tmp_path / "home").mkdir()
    stage = Stage(server.url, chromium, tmp_path / "home")
    play(stage, kim)
    assert stage.clicks.keys() == MOST_CLICKS.keys()
    for way, most in MOST_CLICKS.items():
        assert stage.clicks[way] <= most, way
