"""Nothing typed is lost: every accident that befalls somebody who translates, in a real browser.

What counts is what the store has at the end: every text once, none missing; and that the page never
says "saved" before.
"""

from __future__ import annotations

import contextlib
import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from tests.serving import LETTER, Member
from workflow.services import people, translation
from workflow.store.ids import digest_of, new_secret
from workflow.store.sessions import begin_session

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

ONE, TWO, OTHER = "نص أول", "نص أول وزيادة", "نص آخر"
NOT_SAVED = re.compile("not saved yet", re.IGNORECASE)


class Work:
    """Somebody at work on a letter that no other test has touched."""

    def __init__(self, house: House, open_page: OpenPage, *, phone: bool = False) -> None:
        self.house, self.open_page = house, open_page
        self.member = house.come_in("Samar")
        self.document = house.new_letter()
        self.units = house.units(self.document)
        self.page = open_page(self.member, house.translate(self.document), phone=phone)
        self.page.locator("li.row").first.wait_for()

    def again(self) -> Page:
        """Open the letter in another tab of the same browser."""
        self.page = self.page.context.new_page()
        self.page.goto(self.house.server.url + self.house.translate(self.document))
        return self.page

    def open(self, number: int = 3, page: Page | None = None) -> Locator:
        """Open a paragraph; give its field."""
        page = page or self.page
        page.locator("li.row").nth(number - 1).click()
        return self.field(number, page)

    def field(self, number: int = 3, page: Page | None = None) -> Locator:
        name = f"Translation of paragraph {number} into Arabic"
        return (page or self.page).get_by_role("textbox", name=name)

    def texts(self, number: int = 3) -> list[str]:
        return self.house.texts(self.units[number - 1])

    def says(self, what: str | re.Pattern[str], page: Page | None = None) -> None:
        line = (page or self.page).locator(".status .line")
        expect(line).to_contain_text(what)

    def has(self, *texts: str, number: int = 3) -> None:
        """Wait until the store has these texts, and no other."""

        def wait(seconds: float) -> None:
            if self.page.is_closed():
                time.sleep(seconds)
            else:
                self.page.wait_for_timeout(seconds * 1000)

        until(lambda: self.texts(number) == list(texts), wait=wait)

    def suggested(self, number: int = 3) -> list[str]:
        """Give what is kept beside the translation."""
        found = translation.unit(
            self.house.workspace,
            self.member.id,
            datetime.now(UTC),
            unit=self.units[number - 1],
            locale="ar",
        )
        return [each.text for each in found.suggestions]


def value_is(field: Locator, text: str) -> None:
    expect(field).to_have_value(text)


@pytest.fixture
def work(house: House, open_page: OpenPage) -> Work:
    return Work(house, open_page)


# --- the way it should be -------------------------------------------------------------------------


def test_a_paragraph_is_saved_and_the_next_one_opens(work: Work) -> None:
    work.open().fill(ONE)
    work.says(NOT_SAVED)
    work.page.keyboard.press("Control+Enter")
    expect(work.field(4)).to_be_focused()
    work.says("Saved")
    assert work.texts() == [ONE]
    assert work.page.evaluate("Object.keys(localStorage).filter(k => k.includes('text'))") == []


# --- accidents ------------------------------------------------------------------------------------


def test_reloaded_at_once(work: Work) -> None:
    work.open().press_sequentially(ONE)
    work.page.reload()
    work.says(NOT_SAVED)
    value_is(work.open(), ONE)
    assert work.texts() == []
    work.page.keyboard.press("Control+Enter")
    work.has(ONE)


def test_the_tab_is_closed(work: Work) -> None:
    work.open().press_sequentially(ONE)
    old = work.page
    work.again()
    old.close()
    value_is(work.open(), ONE)


def test_the_tab_is_closed_at_once_after_saving(work: Work) -> None:
    work.open().fill(ONE)
    work.page.keyboard.press("Control+Enter")
    work.page.close()
    work.has(ONE)


def test_the_tab_crashes(work: Work) -> None:
    work.open().press_sequentially(ONE)
    crashed = work.page
    with crashed.expect_event("crash"), contextlib.suppress(api.Error):
        crashed.goto("chrome://crash")
    work.again()
    work.says(NOT_SAVED)
    value_is(work.open(), ONE)
    work.page.keyboard.press("Control+Enter")
    work.has(ONE)


def test_offline_then_reloaded(work: Work) -> None:
    context = work.page.context
    context.set_offline(True)
    work.open().press_sequentially(ONE)
    work.page.keyboard.press("Control+Enter")
    work.says("no connection")
    work.open(4).press_sequentially(OTHER)
    work.says("Paragraph 3")
    context.set_offline(False)
    context.set_offline(True)
    with pytest.raises(api.Error):
        work.page.reload()
    context.set_offline(False)
    work.page.goto(work.house.server.url + work.house.translate(work.document))
    work.has(ONE)
    value_is(work.open(4), OTHER)
    assert work.texts(4) == []


def test_offline_and_on_again(work: Work) -> None:
    work.open()
    work.page.context.set_offline(True)
    work.page.keyboard.type(ONE)
    work.page.keyboard.press("Control+Enter")
    work.says("no connection")
    work.page.context.set_offline(False)
    work.says("Saved")
    assert work.texts() == [ONE]


def test_the_server_is_killed_and_started_under_the_open_tab(work: Work) -> None:
    field = work.open()
    work.page.evaluate("window.isSame = true")
    work.house.server.stop(kill=True)
    try:
        work.page.keyboard.type(ONE)
        work.page.keyboard.press("Control+Enter")
        work.says("no connection")
        work.page.keyboard.press("Control+ArrowUp")
        work.page.keyboard.type(" و")
    finally:
        work.house.server.start()
    work.has(ONE)
    value_is(field, f"{ONE} و")
    work.page.keyboard.press("Control+Enter")
    work.has(ONE, f"{ONE} و")
    assert work.page.evaluate("window.isSame") is True


def come_back(work: Work, member: Member) -> None:
    """Sign somebody in with this browser, as another tab would."""
    secret = new_secret()
    with work.house.workspace.store.writing() as db:
        begin_session(db, member.id, digest_of(secret), datetime.now(UTC))
    cookie = {"name": "undersigned", "value": secret, "url": work.house.server.url}
    work.page.context.add_cookies([cookie])  # type: ignore[list-item]


def test_the_session_is_ended_while_typing(work: Work) -> None:
    field = work.open()
    work.page.keyboard.type("نص ")
    people.sign_out_everywhere(work.house.workspace, work.member.id, datetime.now(UTC))
    work.page.keyboard.type("أول")
    work.says("signed out")
    value_is(field, ONE)
    work.page.keyboard.press("Control+Enter")
    work.says("signed out")
    work.page.wait_for_timeout(500)
    assert work.texts() == []
    come_back(work, work.member)
    work.page.evaluate("dispatchEvent(new Event('focus'))")
    work.has(ONE)


def test_the_browser_is_somebody_elses_now(work: Work) -> None:
    work.open()
    work.page.keyboard.type(ONE)
    come_back(work, work.house.omar)
    work.page.keyboard.press("Control+Enter")
    work.says("somebody else")
    assert work.texts() == []
    work.again()
    value_is(work.open(), "")
    come_back(work, work.member)
    work.page.reload()
    work.has(ONE)


def test_two_tabs(work: Work) -> None:
    first = work.page
    second = work.again()
    work.open(3, first)
    first.keyboard.type(ONE)
    work.open(3, second)
    second.keyboard.type(OTHER)
    first.keyboard.press("Control+Enter")
    work.says("Saved", first)
    second.keyboard.press("Control+Enter")
    work.says("another text", second)
    second.get_by_role("button", name="Go there").click()
    value_is(work.field(3, second), OTHER)
    second.get_by_role("button", name="Save mine").click()
    work.has(ONE, OTHER)


def test_two_tabs_and_one_is_closed(work: Work) -> None:
    first = work.page
    second = work.again()
    work.open(3, first)
    first.keyboard.type(ONE)
    work.open(3, second)
    second.keyboard.type(OTHER)
    first.close()
    second.get_by_role("button", name="Take this one").click()
    value_is(work.field(3, second), ONE)
    second.get_by_role("button", name="Forget this one").click()
    second.get_by_role("button", name="Save and next").click()
    work.has(ONE)


def test_two_people_on_one_paragraph(work: Work) -> None:
    omar = work.open_page(work.house.omar, work.house.translate(work.document))
    work.open(3, omar)
    omar.keyboard.type(OTHER)
    field = work.open()
    work.page.keyboard.type(ONE)
    omar.keyboard.press("Control+Enter")
    work.has(OTHER)
    value_is(field, ONE)
    work.page.keyboard.press("Control+Enter")
    work.says("Omar")
    assert work.suggested() == [ONE]
    work.page.get_by_role("button", name="Go there").click()
    value_is(work.field(), ONE)
    work.page.locator(".box.both").get_by_text(OTHER).wait_for()
    work.page.reload()
    work.says("saved it meanwhile")
    work.open()
    work.page.get_by_role("button", name="Save mine").click()
    work.has(OTHER, ONE)


def test_the_other_text_is_taken(work: Work) -> None:
    omar = work.open_page(work.house.omar, work.house.translate(work.document))
    work.open(3, omar)
    omar.keyboard.type(OTHER)
    field = work.open()
    work.page.keyboard.type(ONE)
    omar.keyboard.press("Control+Enter")
    work.has(OTHER)
    work.page.keyboard.press("Control+Enter")
    work.page.get_by_role("button", name="Go there").click()
    work.page.get_by_role("button", name="Take the other").click()
    value_is(field, OTHER)
    work.page.reload()
    value_is(work.open(), OTHER)
    assert work.texts() == [OTHER]


def test_the_answer_is_lost_after_the_commit(work: Work) -> None:
    lost: list[str] = []

    def lose(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().text())
        route.abort()

    work.page.route("**/api/save", lose)
    work.open()
    work.page.keyboard.type(ONE)
    work.page.keyboard.press("Control+Enter")
    work.has(ONE)
    work.page.keyboard.press("Control+ArrowUp")
    work.page.keyboard.type(TWO.removeprefix(ONE))
    work.page.keyboard.press("Control+Enter")
    work.has(ONE, TWO)
    work.says("Saved")
    assert lost
    assert work.suggested() == []


def test_a_composition_is_never_saved(work: Work) -> None:
    field = work.open()
    tools = work.page.context.new_cdp_session(work.page)
    tools.send("Input.imeSetComposition", {"text": "مياه", "selectionStart": 4, "selectionEnd": 4})
    work.page.keyboard.press("Control+Enter")
    work.page.keyboard.press("Control+ArrowDown")
    work.page.wait_for_timeout(300)
    value_is(field, "مياه")
    assert work.texts() == []
    tools.send("Input.insertText", {"text": "مياهنا"})
    value_is(field, "مياهنا")
    work.page.wait_for_timeout(50)
    work.page.keyboard.press("Control+Enter")
    work.has("مياهنا")


def test_on_a_phone(house: House, open_page: OpenPage) -> None:
    work = Work(house, open_page, phone=True)
    work.page.locator("li.row").nth(2).tap()
    work.field().press_sequentially(ONE)
    work.page.reload()
    work.page.locator("li.row").nth(2).tap()
    value_is(work.field(), ONE)
    work.page.get_by_text("3 of 6").wait_for()
    work.page.get_by_role("button", name="Save and next").tap()
    work.page.get_by_text("4 of 6").wait_for()
    work.has(ONE)


def test_another_device_goes_on(work: Work) -> None:
    work.open()
    work.page.keyboard.type(ONE)
    work.says("draft")
    other = work.open_page(work.member, work.house.translate(work.document))
    value_is(work.open(3, other), ONE)
    other.keyboard.press("Control+Enter")
    work.has(ONE)


def test_a_rerun_and_a_walk_to_another_screen_disturb_nothing(work: Work) -> None:
    field = work.open()
    work.page.keyboard.type("نص ")
    house = work.house
    translation.save(
        house.workspace,
        house.omar.id,
        datetime.now(UTC),
        unit=work.units[4],
        locale="ar",
        text=OTHER,
        seen=0,
        token="t",
    )
    work.page.get_by_text("As it will be published").hover()
    work.page.keyboard.type("أول")
    value_is(field, ONE)
    work.page.get_by_role("link", name="Home").first.click()
    work.page.locator("li.row").first.wait_for(state="detached")
    work.page.get_by_role("link", name="Translate").first.click()
    work.page.locator("li.row").first.wait_for()
    work.says(NOT_SAVED)
    if not work.field().is_visible():
        work.open()
    value_is(work.field(), ONE)


def test_a_text_that_is_refused_stays(work: Work) -> None:
    field = work.open()
    long = "ن" * 20_001
    field.fill(long)
    work.page.keyboard.press("Control+Enter")
    work.says("too long")
    work.page.get_by_role("button", name="Go there").click()
    value_is(work.field(), long)
    assert work.texts() == []
    work.field().fill(ONE)
    work.page.keyboard.press("Control+Enter")
    work.has(ONE)


def test_a_paragraph_that_the_authors_took_out(house: House, open_page: OpenPage) -> None:
    from workflow.services import documents

    work = Work(house, open_page)
    work.open(5)
    work.page.keyboard.type(ONE)
    work.says("draft")
    now = datetime.now(UTC)
    shorter = LETTER.replace("2. A lamp shall stand at each end.\n", "")
    proposal = documents.propose(
        house.workspace, house.kim.id, now, document=work.document, data=shorter.encode()
    )
    documents.release(
        house.workspace, house.kim.id, now, document=work.document, digest=proposal.digest
    )
    work.page.reload()
    work.page.locator(".box.gone").get_by_text(ONE).wait_for()


# --- what this device keeps -----------------------------------------------------------------------


def test_this_device_keeps_nothing_where_it_should_not(work: Work) -> None:
    work.page.evaluate("localStorage['undersigned.settings'] = '{\"keepsTexts\": false}'")
    work.open()
    work.page.keyboard.type(ONE)
    work.says("keeps no texts")
    work.says("draft")
    kept = "Object.keys(localStorage).filter(key => key.startsWith('undersigned.'))"
    assert work.page.evaluate(kept) == ["undersigned.settings"]
    work.page.reload()
    value_is(work.open(), ONE)
