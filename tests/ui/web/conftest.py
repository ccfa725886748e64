"""A served workspace that can be asked what a browser asks."""

from __future__ import annotations

import pytest

from tests.asking import Ask, asker
from ui.served import Served


@pytest.fixture
def ask(house: Served) -> Ask:
    """Ask as a page of our own does, of the workspace that is served here."""
    del house
    return asker()
