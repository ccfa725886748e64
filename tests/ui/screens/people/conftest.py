"""A coordinator in front of the people, and those whom she finds there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from ui.served import Served
from workflow.access import Role
from workflow.services import people

PageOf = Callable[..., AppTest]
GuestOf = Callable[..., str]


@pytest.fixture
def kim(house: Served) -> Member:
    """Coordinates everything."""
    return come_in(house.workspace, "Kim", Role.COORDINATOR)


@pytest.fixture
def nia(house: Served) -> Member:
    """Coordinates everything too."""
    return come_in(house.workspace, "Nia", Role.COORDINATOR)


@pytest.fixture
def alma(house: Served) -> Member:
    """May do everything."""
    return come_in(house.workspace, "Alma", Role.ADMIN)


@pytest.fixture
def lia(house: Served) -> Member:
    """Coordinates French, and nothing else."""
    return come_in(house.workspace, "Lia", Role.COORDINATOR, locale="fr")


@pytest.fixture
def people_page(app_test: AppOf) -> PageOf:
    """Give the page as somebody sees it; what is named stands in the address."""

    def page(who: Member, spoken: str = "en", **query: str) -> AppTest:
        app = app_test(who, "people", language=spoken, query=query)
        app.run()
        assert not app.exception
        return app

    return page


@pytest.fixture
def guest_of(house: Served) -> GuestOf:
    """Let somebody in by an invitation; give the id."""

    def guest(
        host: Member | str, name: str, role: Role = Role.TRANSLATOR, days: int = 0, **where: str
    ) -> str:
        when = house.clock() - timedelta(days=days)
        by = host if isinstance(host, str) else host.id
        made = people.invite(house.workspace, by, when, role=role, **where)  # type: ignore[arg-type]
        return people.join(house.workspace, made.link.token, when, name=name).member

    return guest
