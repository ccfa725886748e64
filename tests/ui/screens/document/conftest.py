"""A coordinator in front of a statement's page, and what she does there."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from ui.components.choosing import Chosen
from ui.screens.document import adding, revising
from ui.served import Served
from workflow.access import Role

PageOf = Callable[..., AppTest]
ChooseFile = Callable[[str, bytes], None]


@pytest.fixture
def kim(house: Served) -> Member:
    """Coordinates everything."""
    return come_in(house.workspace, "Kim", Role.COORDINATOR)


@pytest.fixture
def nia(house: Served) -> Member:
    """Coordinates everything too."""
    return come_in(house.workspace, "Nia", Role.COORDINATOR)


@pytest.fixture
def page_of(app_test: AppOf) -> PageOf:
    """Give the page of the letter, or of what `document` names, as somebody sees it."""

    def page(who: Member, document: str = "letter", language: str = "en") -> AppTest:
        query = {"document": document} if document else {}
        app = app_test(who, "document", language=language, query=query)
        app.run()
        assert not app.exception
        return app

    return page


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> ChooseFile:
    """Choose a file as the browser would hand it over."""

    def choose(name: str, data: bytes) -> None:
        for screen in (adding, revising):
            monkeypatch.setattr(screen, "chosen_file", lambda *_: Chosen(name, data))

    return choose
