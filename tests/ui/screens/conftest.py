"""People at work on the letter, and the help for a paragraph as one of them sees it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.working import AT, opened
from ui.served import Served
from workflow.access import Role

HelpOf = Callable[[Member, str], AppTest]


@pytest.fixture
def ana(house: Served) -> Member:
    return come_in(house.workspace, "Ana", Role.TRANSLATOR, locale="fr")


@pytest.fixture
def bo(house: Served) -> Member:
    return come_in(house.workspace, "Bo", Role.REVIEWER)


@pytest.fixture
def help_for(app_test: AppOf) -> HelpOf:
    """Give Translate as somebody sees it with a paragraph and all panels of its help open."""

    def drawn(who: Member, unit: str) -> AppTest:
        app = app_test(who, "translate", query=AT | {"paragraph": unit})
        return opened(app).run()

    return drawn
