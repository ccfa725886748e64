"""People in a browser: invited, found, given a role, helped back in; for all who look."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage
from ui.language import words
from workflow.access import OPERATOR, Role
from workflow.services import people
from workflow.services.people import Member as Known
from workflow.services.people import PendingInvitation
from workflow.store.audit import acts

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.serving import Member

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
LOOKS: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"dark": True},
    "phone": {"phone": True},
    "phone, dark, arabic": {"phone": True, "dark": True, "locale": "ar"},
    "arabic": {"locale": "ar"},
}
_SIDEWAYS = """() => [document.documentElement, document.querySelector('[data-testid=stMain]')]
  .map((each) => each.scrollWidth - each.clientWidth)"""


def now() -> datetime:
    return datetime.now(UTC)


def known(house: House, name: str) -> Known:
    """Give a member as the store knows him."""
    found = people.members(house.workspace, OPERATOR, now())
    return next(each for each in found if each.name == name)


def guest(house: House, host: Member, name: str, role: Role = Role.TRANSLATOR) -> str:
    """Let somebody in by an invitation of a member; give the id."""
    made = people.invite(house.workspace, host.id, now(), role=role)
    return people.join(house.workspace, made.link.token, now(), name=name).member


def made_by(house: House, host: Member) -> list[PendingInvitation]:
    """Give the invitations that somebody made."""
    found = people.invitations(house.workspace, OPERATOR, now())
    return [each for each in found if each.by.id == host.id]


def links_issued(house: House) -> int:
    """Count the return links that were made for others."""
    with house.workspace.store.reading() as db:
        return sum(each.action == "people.issue_link" for each in acts(db))


@pytest.fixture(scope="module")
def ada(house: House) -> str:
    """Give the id of somebody with a long name whom Kim invited, among many."""
    made = guest(house, house.kim, "Ada" + "o" * 35)
    for number in range(9):
        guest(house, house.kim, f"إدريس {number}", Role.READER)
    people.invite(house.workspace, house.kim.id, now(), role=Role.READER)
    return made


def is_still(page: Page) -> None:
    """See that nothing is wrong for anybody, and that the page does not move sideways."""
    assert violations(page) == []
    assert page.evaluate(_SIDEWAYS) == [0, 0]


@pytest.mark.parametrize("look", LOOKS)
def test_the_list_is_for_all(house: House, open_page: OpenPage, ada: str, look: str) -> None:
    assert ada
    page = open_page(house.kim, "/people", **LOOKS[look])
    expect(page.locator(".us-matrix tbody tr").first).to_be_visible()
    if LOOKS[look].get("phone"):
        expect(page.locator("form.us-filters")).to_be_hidden()
        page.locator(".us-fold > summary").click()
    expect(page.locator("form.us-filters")).to_be_visible()
    is_still(page)


@pytest.mark.parametrize("look", LOOKS)
def test_one_member_is_for_all(house: House, open_page: OpenPage, ada: str, look: str) -> None:
    admin = house.come_in("Alma", Role.ADMIN)
    spoken = words(LOOKS[look].get("locale", "en"))
    page = open_page(admin, f"/people?member={ada}", **LOOKS[look])
    page.get_by_role("button", name=spoken.say("Take this role away")).click()
    expect(page.get_by_role("button", name=spoken.say("Leave it"))).to_be_visible()
    expect(page.locator("input[type=text]").last).to_be_visible()
    is_still(page)


@pytest.mark.parametrize("look", LOOKS)
def test_invitations_are_for_all(house: House, open_page: OpenPage, ada: str, look: str) -> None:
    assert ada
    page = open_page(house.kim, "/people?show=invitations", **LOOKS[look])
    page.locator(".st-key-us-people summary").click()
    expect(page.locator(".us-matrix tbody tr").first).to_be_visible()
    is_still(page)


def test_from_an_invitation_to_a_new_link(house: House, open_page: OpenPage) -> None:
    """Invite, join, find, give a role, help back in, come back: with two browsers."""
    before = len(made_by(house, house.kim))
    kim = open_page(house.kim, "/people")
    kim.get_by_role("link", name="Invite somebody").click()
    kim.locator(".stButtonGroup button").filter(has_text="Arabic").click()
    kim.get_by_role("button", name="Make a link").dblclick()
    link = kim.locator(".st-key-us-invitation code")
    expect(link).to_be_visible()
    expect(kim.locator(".st-key-us-invitation .us-qr")).to_be_visible()

    assert len(made_by(house, house.kim)) == before + 1

    noor = open_page(None, link.inner_text().removeprefix(house.server.url))
    noor.locator("#name").fill("Noor")
    noor.get_by_role("button", name="Join").click()
    expect(noor.get_by_role("link", name="Begin")).to_be_visible()
    assert [(each.role, each.locale) for each in known(house, "Noor").given] == [
        (Role.TRANSLATOR, "ar")
    ]

    kim.get_by_role("link", name="All people").click()
    row = kim.locator(".us-matrix tbody tr").filter(has_text="Noor")
    expect(row).to_contain_text("Translator, Arabic, all statements")
    expect(row).to_contain_text("today")
    row.get_by_role("link").click()

    kim.locator(".stButtonGroup button").filter(has_text="Reviewer").click()
    kim.get_by_role("combobox", name="Language").click()
    kim.get_by_role("option", name="French").click()
    kim.get_by_role("button", name="Give this role").dblclick()
    expect(kim.get_by_text("has this role now.")).to_be_visible()
    expect(kim.get_by_text("already")).to_have_count(0)
    assert {(each.role, each.locale) for each in known(house, "Noor").given} == {
        (Role.TRANSLATOR, "ar"),
        (Role.REVIEWER, "fr"),
    }

    kim.get_by_role("button", name="Make a new return link").click()
    kim.get_by_role("button", name="Make the new link").dblclick()
    expect(link).to_be_visible()
    assert links_issued(house) == 1

    lost = open_page(None, link.inner_text().removeprefix(house.server.url))
    lost.get_by_role("button", name="Come in").click()
    expect(lost.locator(".us-who")).to_have_text("Noor")
    lost.goto(house.server.url + "/me")
    expect(lost.get_by_text("Kim made a return link for you")).to_be_visible()

    kim.get_by_role("button", name="It is sent: hide it").click()
    expect(link).to_have_count(0)
    expect(kim.get_by_role("button", name="Make a new return link")).to_be_visible()


def test_all_of_it_works_with_the_keyboard(house: House, open_page: OpenPage) -> None:
    """Find a member, take a role away and leave it: without a mouse."""
    ana = guest(house, house.kim, "Ana Key")
    page = open_page(house.kim, "/people?find=key")
    name = page.get_by_role("link", name="Ana Key")
    name.focus()
    page.keyboard.press("Enter")
    take = page.get_by_role("button", name="Take this role away")
    take.focus()
    page.keyboard.press("Enter")
    leave = page.get_by_role("button", name="Leave it")
    leave.focus()
    page.keyboard.press("Enter")
    expect(take).to_be_visible()
    assert len(known(house, "Ana Key").given) == 1
    assert f"member={ana}" in page.url


def test_nobody_else_sees_anybody(house: House, open_page: OpenPage) -> None:
    page = open_page(house.samar, "/people")
    expect(page.get_by_role("alert")).to_contain_text("You may not do this here.")
    expect(page.get_by_text("Kim")).to_have_count(0)
    page.get_by_role("main").get_by_role("link", name="Home").last.click()
    expect(page.locator("h1")).to_be_visible()


def test_a_name_fetches_nothing(house: House, open_page: OpenPage) -> None:
    admin = house.come_in("Alma", Role.ADMIN)
    name = "Ana ![x](https://evil.example/i.png)"
    ana = guest(house, house.kim, name)
    page = open_page(admin, "/people?find=evil")
    page.get_by_role("link", name=name).click()
    expect(page.locator("h1")).to_have_text(name)
    page.get_by_role("button", name="Make a new return link").click()
    expect(page.get_by_role("button", name="Make the new link")).to_be_visible()
    assert ana in page.url
    assert page.locator(".st-key-us-people img").count() == 0
