"""What is typed beside a paragraph is in its field when the page is loaded again; only there."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from tests.browser.editing import save
from tests.serving import Member
from workflow.model import State
from workflow.services import translation

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
ASKED, ANSWERED, OTHER = "Which bridge is meant?", "The one over the river.", "Ask the mayor."
WAITING = """() => [localStorage, sessionStorage].flatMap((memory) =>
  Object.entries(memory).filter(([key]) => key.startsWith("undersigned.text/")))"""


def now() -> datetime:
    return datetime.now(UTC)


def panel(page: Page, name: str, unit: str) -> Locator:
    return page.locator(f".st-key-{name}-{unit}-ar")


def open_panel(page: Page, name: str, unit: str) -> None:
    summary = panel(page, name, unit).locator("summary")
    summary.wait_for()
    summary.click()


def come_late(route: Route) -> None:
    route.request.frame.page.wait_for_timeout(2000)
    route.continue_()


def question(page: Page) -> Locator:
    return page.get_by_label("A comment or a question")


def expect_empty(field: Locator) -> None:
    until(lambda: [each.input_value() for each in field.all()] == [""])


def waiting(page: Page) -> list[str]:
    return [f"{key} {text}" for key, text in page.evaluate(WAITING)]


def said(house: House, who: Member, unit: str) -> list[str]:
    found = translation.unit(house.workspace, who.id, now(), unit=unit, locale="ar")
    return [each.text for each in found.remarks]


def asked(house: House, who: Member, unit: str, text: str = ASKED) -> None:
    translation.ask(house.workspace, who.id, now(), unit=unit, locale="ar", text=text)


def test_the_statement_takes_the_keyboard_from_nobody(house: House, open_page: OpenPage) -> None:
    """It may come late, and open the paragraph for which one came."""
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    page = open_page(noor, "/me")
    page.route("**/api/statement*", come_late)
    page.goto(house.server.url + house.translate(document, unit=unit))
    open_panel(page, "remarks", unit)
    expect(page.locator("li.row.open textarea")).to_have_count(0)
    question(page).press_sequentially(ASKED, delay=150)
    expect(page.locator("li.row.open textarea")).to_have_value("")
    expect(question(page)).to_have_value(ASKED)


def test_a_question_typed_when_the_page_is_loaded_again_can_be_sent_then(
    house: House, open_page: OpenPage
) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    page = open_page(noor, house.translate(document, unit=unit))
    open_panel(page, "remarks", unit)
    question(page).press_sequentially(ASKED)
    expect(question(page)).to_have_value(ASKED)
    sent: list[str] = []
    page.on("request", lambda asked: sent.append(f"{asked.url} {asked.post_data or ''}"))
    page.reload()
    open_panel(page, "remarks", unit)
    expect(question(page)).to_have_value(ASKED)
    page.get_by_role("button", name="Ask", exact=True).click()
    until(lambda: said(house, noor, unit) == [ASKED], wait=page.wait_for_timeout)
    expect_empty(question(page))
    assert waiting(page) == []
    about = [each for each in sent if "/api/" in each]
    assert about
    assert not [each for each in about if "*" in unquote(each)], "it is no text of a statement"
    page.reload()
    expect(page.get_by_text(ASKED)).to_be_visible()
    expect_empty(question(page))


def test_it_stays_with_its_paragraph_and_its_kind_of_field(
    house: House, open_page: OpenPage
) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit, other, *_ = house.units(document)
    page = open_page(noor, house.translate(document, unit=unit))
    open_panel(page, "remarks", unit)
    question(page).press_sequentially(ASKED)
    page.reload()
    open_panel(page, "suggested", unit)
    suggestion = page.get_by_label("What you would write instead")
    expect_empty(suggestion)
    open_panel(page, "remarks", unit)
    expect(question(page)).to_have_value(ASKED)
    expect_empty(suggestion)
    page.locator("li.row").nth(1).click()
    open_panel(page, "remarks", other)
    expect_empty(question(page))
    page.locator("li.row").nth(0).click()
    open_panel(page, "remarks", unit)
    expect(question(page)).to_have_value(ASKED)
    question(page).fill("")
    page.reload()
    open_panel(page, "remarks", unit)
    expect_empty(question(page))


def test_nobody_else_at_this_browser_gets_it(house: House, open_page: OpenPage) -> None:
    noor, sami, document = house.come_in("Noor"), house.come_in("Sami"), house.new_letter()
    unit = house.units(document)[0]
    page = open_page(noor, house.translate(document, unit=unit))
    open_panel(page, "remarks", unit)
    question(page).press_sequentially(ASKED)
    cookie = {"name": "undersigned", "value": sami.session, "url": house.server.url}
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    page.reload()
    open_panel(page, "remarks", unit)
    expect_empty(question(page))
    question(page).press_sequentially(OTHER)
    assert len(waiting(page)) == 2
    cookie["value"] = noor.session
    page.context.add_cookies([cookie])  # type: ignore[list-item]
    page.reload()
    open_panel(page, "remarks", unit)
    expect(question(page)).to_have_value(ASKED)


def test_signing_out_leaves_nothing_of_it(house: House, open_page: OpenPage) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    page = open_page(noor, house.translate(document, unit=unit))
    open_panel(page, "remarks", unit)
    question(page).press_sequentially(ASKED)
    assert len(waiting(page)) == 1
    page.goto(house.server.url + "/sign-out")
    expect(page.locator("#unsent")).to_be_visible()
    page.get_by_role("button", name="Sign out here").click()
    expect(page.locator("#cleared")).to_have_text(
        "What this browser kept of your texts is removed."
    )
    assert waiting(page) == []


def test_where_nothing_is_to_be_kept_nothing_is(house: House, open_page: OpenPage) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    page = open_page(noor, house.translate(document, unit=unit))
    page.evaluate("localStorage.setItem('undersigned.settings', '{\"keepsTexts\": false}')")
    open_panel(page, "remarks", unit)
    question(page).press_sequentially(ASKED)
    assert waiting(page) == []


def test_an_answer_is_kept_until_it_is_sent(house: House, open_page: OpenPage) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    asked(house, house.omar, unit)
    asked(house, house.omar, unit, OTHER)
    page = open_page(noor, house.translate(document, unit=unit))
    answers, fields = page.get_by_text("Answer", exact=True), page.get_by_label("Your answer")
    answers.nth(0).click()
    fields.press_sequentially(ANSWERED)
    page.reload()
    answers.nth(1).click()
    expect(fields).to_have_value("")
    answers.nth(0).click()
    expect(fields.nth(0)).to_have_value(ANSWERED)
    expect(fields.nth(1)).to_have_value("")
    page.get_by_role("button", name="Send the answer").nth(0).click()
    until(lambda: ANSWERED in said(house, noor, unit), wait=page.wait_for_timeout)
    until(lambda: waiting(page) == [], wait=page.wait_for_timeout)


def test_a_reason_is_kept_until_it_is_sent(house: House, open_page: OpenPage) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    save(house, unit, "نص")
    page = open_page(noor, house.translate(document, unit=unit))
    open_panel(page, "needs-work", unit)
    reason = page.get_by_label("What is wrong with it")
    reason.press_sequentially(OTHER)
    page.reload()
    open_panel(page, "needs-work", unit)
    expect(reason).to_have_value(OTHER)
    page.get_by_role("button", name="It needs work").click()
    until(lambda: house.stored(unit).state is State.NEEDS_WORK, wait=page.wait_for_timeout)
    expect(reason).to_have_count(0)
    until(lambda: waiting(page) == [], wait=page.wait_for_timeout)


def test_two_tabs_lose_neither_text(house: House, open_page: OpenPage) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[0]
    page = open_page(noor, house.translate(document, unit=unit))
    open_panel(page, "remarks", unit)
    other = page.context.new_page()
    other.goto(page.url)
    open_panel(other, "remarks", unit)
    question(page).press_sequentially(ASKED)
    expect(question(other)).to_have_value("")
    question(other).press_sequentially(OTHER)
    other.close()
    page.reload()
    open_panel(page, "remarks", unit)
    expect(question(page)).not_to_have_value("")
    first = question(page).input_value()
    page.get_by_role("button", name="Comment", exact=True).click()
    until(lambda: said(house, noor, unit) == [first], wait=page.wait_for_timeout)
    (second,) = {ASKED, OTHER} - {first}
    expect(question(page)).to_have_value(second)
