"""Who may look at the people at all, and in which language."""

from __future__ import annotations

import pytest

from tests.serving import Member, come_in
from tests.ui.screens.drawing import html, links, words_of
from tests.ui.screens.people.conftest import PageOf
from ui.served import Served
from workflow.access import Role

SECRET = "Zoe"


@pytest.fixture
def zoe(house: Served) -> Member:
    return come_in(house.workspace, SECRET, Role.TRANSLATOR, locale="ar")


@pytest.mark.parametrize("role", [None, Role.READER, Role.TRANSLATOR, Role.REVIEWER])
@pytest.mark.parametrize("view", ["list", "one", "invitations"])
def test_others_see_nobody(
    house: Served, people_page: PageOf, zoe: Member, role: Role | None, view: str
) -> None:
    omar = come_in(house.workspace, "Omar", role)
    query = {"one": {"member": zoe.id}, "invitations": {"show": "invitations"}}.get(view, {})
    app = people_page(omar, **query)
    assert words_of(app) == "People\nYou may not do this here. Ask a coordinator for that role."
    assert links(app) == [("Home", "", "")]
    assert not app.button


@pytest.mark.parametrize("where", [{"locale": "ar"}, {"document": "letter"}, {"locale": "x_!"}])
@pytest.mark.parametrize("view", ["list", "one", "invitations"])
def test_no_part_is_shown_that_is_anothers(
    people_page: PageOf, lia: Member, zoe: Member, where: dict[str, str], view: str
) -> None:
    query = {"one": {"member": zoe.id}, "invitations": {"show": "invitations"}}.get(view, {})
    app = people_page(lia, **where, **query)
    assert SECRET not in html(app)
    assert html(app).count("<h1") == 1
    assert 'role="alert"' in html(app)
    assert links(app)[-1] == ("Home", "", "")
    assert not app.button


def test_each_view_has_one_title(people_page: PageOf, kim: Member, zoe: Member) -> None:
    for query in ({}, {"member": zoe.id}, {"show": "invitations"}):
        assert html(people_page(kim, spoken="ar", **query)).count("<h1") == 1
