"""The way in and out in a real browser: clicks counted, links kept, nothing typed lost unseen."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from ui.language import words
from workflow.access import OPERATOR, Role
from workflow.services import people

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

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
WITH_A_USED_LINK = ("dark", "phone, dark, arabic")
"""Not in every look: who opens five links in vain has to wait."""
_HANGS_OVER = """() => [...document.querySelectorAll('body *')].filter(each => {
    const box = each.getBoundingClientRect();
    return box.width && (box.left < -1 || box.right > innerWidth + 1);
}).map(each => each.outerHTML.slice(0, 100))"""


def invited(house: House, role: Role = Role.TRANSLATOR, **which: str) -> str:
    made = people.invite(
        house.workspace,
        OPERATOR,
        datetime.now(UTC),
        role=role,
        document=which.get("document", ""),
        locale=which.get("locale", ""),
    )
    return f"/join/{made.link.token}"


def faults(page: Page) -> list[str]:
    """Ask axe for what keeps somebody out, and look for what hangs over the side."""
    over = page.evaluate(_HANGS_OVER)
    return [*violations(page), *(f"over the side: {each}" for each in over)]


def join(page: Page, name: str) -> str:
    """Take a name and press the button; give the return link."""
    page.locator("#name").fill(name)
    page.locator("main form button").click()
    return str(page.locator("#link").text_content())


def leave_text(house: House, page: Page, *, is_on_server: bool) -> None:
    """Leave a text of whoever is signed in in the browser, as the statement does."""
    secret = str(page.context.cookies()[0].get("value"))
    member = people.who(house.workspace, secret, datetime.now(UTC))
    entry = {"text": "Salut", "drafted": "Salut" if is_on_server else "Sal", "at": 0}
    page.evaluate(
        "([key, entry]) => localStorage.setItem(key, entry)",
        [
            f"undersigned.text/{member}/letter/fr/u/t",
            json.dumps(entry),
        ],
    )
    page.evaluate("() => localStorage.setItem('undersigned.settings', '{}')")
    page.evaluate("() => localStorage.setItem('somebody.else', '1')")


def keys(page: Page) -> list[str]:
    found = page.evaluate("() => Object.keys(localStorage).sort()")
    return [str(each) for each in found]


# --- in ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_for_all", [False, True])
@pytest.mark.parametrize("phone", [False, True])
def test_three_clicks_from_the_link_to_the_first_saved_paragraph(
    house: House, open_page: OpenPage, *, phone: bool, is_for_all: bool
) -> None:
    document = house.new_letter()
    path = invited(house) if is_for_all else invited(house, document=document, locale="ar")
    page = open_page(None, path, phone=phone)
    page.locator("#name").fill(f"Yara {document}")
    page.get_by_role("button", name="Join").click()  # one
    begin = page.get_by_role("link", name="Begin")
    unit = str(begin.get_attribute("href")).rpartition("paragraph=")[2]
    assert is_for_all or unit == house.units(document)[0]
    begin.click()  # two
    field = page.get_by_role("textbox").first
    field.fill("نداء")
    page.get_by_role("button", name="Save and next").first.click()  # three
    until(lambda: house.stored(unit).text == "نداء", wait=page.wait_for_timeout)


@pytest.mark.parametrize("method", ["reload", "goto"])
def test_loading_the_welcome_again_says_what_to_do(
    house: House, open_page: OpenPage, method: str
) -> None:
    page = open_page(None, invited(house))
    link = join(page, f"Again by {method}")
    if method == "reload":
        page.reload()
    else:
        page.goto(page.url)
    page.get_by_role("heading", name="You have joined already").wait_for()
    assert "signed in as" in str(page.locator("main").text_content())
    assert link not in page.content()
    assert not violations(page)
    page.get_by_role("link", name="To the page").click()
    page.get_by_role("button", name="Make a new return link").click()
    page.get_by_role("button", name="Make the new link").click()
    page.get_by_text("This is your new return link.").wait_for()


@pytest.mark.parametrize("phone", [False, True])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_names_and_titles_begin_where_the_page_does(
    house: House, open_page: OpenPage, locale: str, *, phone: bool
) -> None:
    """Whatever language they are in; a link reads from left to right and stands so."""

    def gap(page: Page, inner: str, outer: str, side: str) -> float:
        boxes = [page.locator(each).first.bounding_box() for each in (inner, outer)]
        assert boxes[0]
        assert boxes[1]
        left, right = (
            abs(boxes[0]["x"] + width - boxes[1]["x"] - other)
            for width, other in ((0, 0), (boxes[0]["width"], boxes[1]["width"]))
        )
        return right if side == "rtl" else left

    side = words(locale).direction
    path = invited(house, document=house.new_letter(), locale="fr")
    page = open_page(None, path, phone=phone, locale=locale)
    assert gap(page, ".eyebrow bdi", ".eyebrow", side) < 2
    assert gap(page, "dd.text bdi", "dd.text", side) < 2
    aligned = page.locator("#name").evaluate("each => getComputedStyle(each).textAlign")
    assert aligned == {"rtl": "right", "ltr": "left"}[side]
    join(page, f"Aligned {locale} {phone}")
    assert gap(page, "#link", ".link", "ltr") < 2


def test_a_link_in_a_message_knows_who_is_there(house: House, chromium: Browser) -> None:
    """Another name of this machine is another site: from there the cookie does not come along."""
    context = chromium.new_context()
    cookie = {"name": "undersigned", "value": house.samar.session, "url": house.server.url}
    context.add_cookies([cookie | {"sameSite": "Strict"}])  # type: ignore[list-item]
    page = context.new_page()
    sent: list[str | None] = []
    page.on("request", lambda asked: sent.append(asked.all_headers().get("cookie")))
    page.goto(house.server.url.replace("127.0.0.1", "localhost") + "/healthz")
    page.set_content(f'<a href="{house.server.url}{invited(house)}">link</a>')
    sent.clear()
    page.get_by_role("link").click()
    page.get_by_role("link", name="Go on as").wait_for()
    assert "Samar" in str(page.locator("main").text_content())
    assert sent[0] is None
    context.close()


def test_a_link_can_be_copied(house: House, open_page: OpenPage) -> None:
    page = open_page(None, invited(house))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    link = join(page, "Nima")
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("Copied.").wait_for()
    assert page.evaluate("() => navigator.clipboard.readText()") == link


def test_where_copying_is_forbidden_the_link_is_marked(house: House, open_page: OpenPage) -> None:
    page = open_page(None, invited(house))
    link = join(page, "Mina")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Copy the link").click()
    page.get_by_text("The link is marked.").wait_for()
    assert page.evaluate("() => getSelection().toString()") == link


def test_pressing_twice_joins_once_and_shows_the_link(house: House, open_page: OpenPage) -> None:
    page = open_page(None, invited(house))
    page.locator("#name").fill("Doro")
    page.locator("main form button").dblclick()
    assert "/back/" in str(page.locator("#link").text_content())


def test_the_way_in_needs_no_script(house: House, open_page: OpenPage) -> None:
    page = open_page(None, invited(house))
    page.route("**/*.js", lambda route: route.abort())
    page.reload()
    link = join(page, "Plain")
    page.goto(link)
    assert page.get_by_role("button", name="Copy the link").count() == 0
    page.goto(house.server.url + "/sign-out")
    page.get_by_role("button", name="Sign out here").click()
    page.goto(link)
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url(house.server.url + "/")


def test_another_device(house: House, open_page: OpenPage) -> None:
    link = join(open_page(None, invited(house)), "Traveller")
    page = open_page(None, link.removeprefix(house.server.url), phone=True)
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url(house.server.url + "/")
    assert [each["name"] for each in page.context.cookies()].count("undersigned") == 1
    page.goto(link)
    page.get_by_role("button", name="Come in").click()
    page.wait_for_url(house.server.url + "/")


def test_a_browser_asks_before_it_changes_its_person(house: House, open_page: OpenPage) -> None:
    link = join(open_page(None, invited(house)), "Newcomer")
    page = open_page(house.come_in("Owner"), link.removeprefix(house.server.url))
    leave_text(house, page, is_on_server=False)
    page.get_by_role("button", name="Come in").click()
    page.get_by_text("This link belongs to somebody else").first.wait_for()
    assert page.locator("#unsent").is_visible()
    page.get_by_role("button", name="Sign out, and come in as").click()
    page.wait_for_url(house.server.url + "/")
    cookie = page.context.cookies()[0]
    member = people.who(house.workspace, str(cookie.get("value")), datetime.now(UTC))
    assert member
    assert people.me(house.workspace, member, datetime.now(UTC)).name == "Newcomer"


# --- out -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("is_on_server", [False, True])
def test_text_that_is_not_saved_is_told_before_signing_out(
    house: House, open_page: OpenPage, *, is_on_server: bool
) -> None:
    page = open_page(house.come_in("Leaver"), "/sign-out")
    assert not page.locator("#unsent").is_visible()
    leave_text(house, page, is_on_server=is_on_server)
    page.reload()
    page.get_by_role("button", name="Sign out here").wait_for()
    assert page.locator("#unsent").is_visible() is not is_on_server
    assert page.get_by_role("link", name="Go back to my text").count() == int(not is_on_server)


@pytest.mark.parametrize("button", ["Sign out here", "Sign out everywhere"])
def test_signing_out_takes_her_texts_along_and_leaves_the_settings(
    house: House, open_page: OpenPage, button: str
) -> None:
    member = house.come_in("Leaver")
    page = open_page(member, "/sign-out")
    leave_text(house, page, is_on_server=True)
    page.get_by_role("button", name=button).click()
    page.get_by_text("What this browser kept of your texts is removed.").wait_for()
    assert keys(page) == ["somebody.else", "undersigned.settings"]
    assert page.context.cookies() == []
    assert people.who(house.workspace, member.session, datetime.now(UTC)) is None


# --- for everybody -------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_nobody_is_kept_out(house: House, open_page: OpenPage, look: str) -> None:
    spoken = words(LOOKS[look].get("locale", "en"))
    found = {}
    path = invited(house, document=house.new_letter(), locale="fr")
    page = open_page(None, path, **LOOKS[look])
    found["invitation"] = faults(page)
    page.locator("#name").fill("!!")
    page.locator("main form button").click()
    page.locator("#refused").wait_for()
    found["refused name"] = faults(page)
    link = join(page, f"Someone {look}"[:40].replace(",", ""))
    found["welcome"] = faults(page)
    page.goto(house.server.url + path)
    found["here already"] = faults(page)
    page.goto(house.server.url + "/sign-out")
    leave_text(house, page, is_on_server=False)
    page.reload()
    page.locator("#unsent").wait_for()
    found["sign out"] = faults(page)
    page.get_by_role("button", name=spoken.say("Sign out here"), exact=True).click()
    page.locator("#cleared").wait_for()
    found["signed out"] = faults(page)
    if look in WITH_A_USED_LINK:
        page.goto(house.server.url + path)
        found["used link"] = faults(page)
    page.goto(link)
    found["return link"] = faults(page)
    found = {name: each for name, each in found.items() if each}
    assert found == {}
    assert page.locator("html").get_attribute("dir") == spoken.direction


def test_everything_by_keyboard(house: House, open_page: OpenPage) -> None:
    page = open_page(None, invited(house))
    page.bring_to_front()
    page.keyboard.press("Tab")
    expect(page.locator("#name")).to_be_focused()
    page.keyboard.type("Keyed")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Join")).to_be_focused()
    page.keyboard.press("Enter")
    page.locator("#link").wait_for()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy the link")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Begin")).to_be_focused()
