"""Reviewing in a browser: read, approve, correct, send back, and what a broken line leaves."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from workflow.access import OPERATOR
from workflow.model import State
from workflow.services import documents, review, translation
from workflow.store.translations import history

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

    from tests.serving import Member

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


def now() -> datetime:
    return datetime.now(UTC)


def write(house: House, who: Member, unit: str, text: str, seen: int = 0) -> None:
    translation.save(
        house.workspace,
        who.id,
        now(),
        unit=unit,
        locale="ar",
        text=text,
        seen=seen,
        token=f"{who.id}{unit}{seen}{text}",
    )


def address(document: str, unit: str = "") -> str:
    return f"/review?document={document}&locale=ar" + (f"&paragraph={unit}" if unit else "")


def row(page: Page, number: int) -> Locator:
    return page.locator("li.row").nth(number - 1)


def says(page: Page) -> Locator:
    return page.locator(".status .line")


def choice(page: Page, number: int, name: str) -> Locator:
    return row(page, number).get_by_role("button", name=name)


@pytest.fixture
def units(house: House, letter: str) -> list[str]:
    """Translate the letter: the first three paragraphs by Samar, the fourth by Rana."""
    units = house.units(letter)
    for unit, text in zip(units, ("نداء", "الميناء", "نحن"), strict=False):
        write(house, house.samar, unit, text)
    write(house, house.rana, units[3], "الجسر مفتوح")
    return units


@pytest.fixture
def reading(house: House, open_page: OpenPage, letter: str, units: list[str]) -> Page:
    """Open the letter as the reviewer sees it."""
    page = open_page(house.rana, address(letter))
    row(page, len(units)).wait_for()
    return page


# --- what looks wrong ---------------------------------------------------------------------------


def test_what_looks_wrong_stands_beside_the_text(
    house: House, open_page: OpenPage, letter: str, units: list[str]
) -> None:
    write(house, house.samar, units[4], "مصباح 2027")
    page = open_page(house.rana, address(letter), phone=True)
    expect(row(page, 5)).to_contain_text("The number \u20682027\u2069 is not in the source.")
    expect(row(page, 3)).not_to_contain_text("Look at this again")
    page.get_by_role("button", name="I have read the whole statement").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("In 2 of them something looks wrong.")
    dialog.get_by_role("button", name="Go to paragraph 2").first.click()
    expect(row(page, 2)).to_have_class(re.compile(r"\bcurrent\b"))


# --- approving -----------------------------------------------------------------------------------


def test_one_key_approves_and_leads_on(house: House, reading: Page, units: list[str]) -> None:
    row(reading, 1).click()
    expect(row(reading, 1).locator(".go")).to_be_focused()
    reading.keyboard.press("a")
    expect(row(reading, 2).locator(".go")).to_be_focused()
    expect(says(reading)).to_contain_text("Approved")
    reading.keyboard.press("a")
    expect(row(reading, 3).locator(".go")).to_be_focused()
    for unit in units[:2]:
        until(lambda unit=unit: house.stored(unit).state is State.REVIEWED)  # type: ignore[misc]
    assert house.stored(units[2]).state is State.TRANSLATED
    expect(row(reading, 1).locator(".go svg")).to_have_class("glyph reviewed")


def test_the_help_goes_along(reading: Page) -> None:
    choice(reading, 1, "Approve").click()
    expect(says(reading)).to_contain_text("Approved")
    expect(reading.get_by_role("heading", name="Help for paragraph 2")).to_be_visible()
    reading.wait_for_timeout(1000)
    expect(reading.get_by_role("heading", name="Help for paragraph 2")).to_be_visible()


def test_a_button_approves_too(house: House, reading: Page, units: list[str]) -> None:
    choice(reading, 2, "Approve").click()
    until(lambda: house.stored(units[1]).state is State.REVIEWED)
    expect(choice(reading, 2, "Approve")).to_have_count(0)


def test_ones_own_text_waits_for_a_second_person(
    house: House, reading: Page, units: list[str]
) -> None:
    expect(row(reading, 4).locator(".below")).to_contain_text(
        "Your own words: they wait for a second person."
    )
    row(reading, 4).locator(".go").focus()
    for key in ("a", "r"):
        reading.keyboard.press(key)
    expect(row(reading, 4).locator("button:not(.go)")).to_have_count(0)
    assert house.stored(units[3]).state is State.TRANSLATED
    assert house.stored(units[3]).version == 1


def test_somebody_was_faster(house: House, reading: Page, units: list[str]) -> None:
    write(house, house.omar, units[0], "نداء مشترك", seen=1)
    choice(reading, 1, "Approve").click()
    expect(says(reading)).to_contain_text("Paragraph 1 is not approved. The text has changed")
    expect(row(reading, 1).locator(".target")).to_contain_text("نداء مشترك")
    assert house.stored(units[0]).state is State.TRANSLATED
    choice(reading, 1, "Approve").click()
    until(lambda: house.stored(units[0]).state is State.REVIEWED)


def test_a_decision_without_a_line_is_made_later(
    house: House, reading: Page, units: list[str]
) -> None:
    reading.context.set_offline(True)
    choice(reading, 1, "Approve").click()
    expect(says(reading)).to_contain_text("is not saved yet: no connection")
    assert house.stored(units[0]).state is State.TRANSLATED
    expect(row(reading, 1).locator(".go svg")).to_have_class("glyph translated")
    reading.context.set_offline(False)
    until(lambda: house.stored(units[0]).state is State.REVIEWED)
    expect(says(reading)).to_contain_text("Approved")


def test_an_answer_that_got_lost_approves_once(
    house: House, reading: Page, units: list[str]
) -> None:
    lost: list[int] = []

    def lose(route: Route) -> None:
        route.fetch()
        lost.append(1)
        route.abort()

    reading.route("**/api/decide", lose, times=1)
    choice(reading, 1, "Approve").click()
    until(lambda: lost, wait=lambda seconds: reading.wait_for_timeout(1000 * seconds))
    expect(says(reading)).to_contain_text("Approved")
    assert (house.stored(units[0]).state, house.stored(units[0]).version) == (State.REVIEWED, 2)


# --- correcting ----------------------------------------------------------------------------------


def test_a_correction_is_the_reviewers_and_waits(
    house: House, reading: Page, units: list[str]
) -> None:
    row(reading, 1).click()
    reading.keyboard.press("e")
    at = reading.get_by_role("textbox", name="Translation of paragraph 1 into Arabic")
    expect(at).to_be_focused()
    expect(at).to_have_value("نداء")
    reading.keyboard.press("Control+a")
    reading.keyboard.type("نداء أفضل")
    reading.keyboard.press("Control+Enter")
    until(lambda: house.stored(units[0]).author == house.rana.id)
    assert house.stored(units[0]).state is State.TRANSLATED
    expect(row(reading, 1).locator(".below")).to_have_text(
        "Your own words: they wait for a second person."
    )
    expect(row(reading, 1).locator(".go")).to_be_focused()
    with house.workspace.store.reading() as db:
        assert history(db, units[0], "ar")[0].act == "correct"


def test_an_empty_correction_is_not_saved(house: House, reading: Page, units: list[str]) -> None:
    choice(reading, 1, "Correct").click()
    reading.keyboard.press("Control+a")
    reading.keyboard.press("Delete")
    reading.keyboard.press("Control+Enter")
    expect(reading.locator(".editor .hint")).to_contain_text("Write the better text here")
    assert house.stored(units[0]).version == 1


def test_a_correction_survives_a_reload(house: House, reading: Page, units: list[str]) -> None:
    choice(reading, 2, "Correct").click()
    reading.keyboard.press("Control+a")
    reading.keyboard.type("ميناء هاربر")
    reading.reload()
    expect(row(reading, 2).locator(".target")).to_contain_text("ميناء هاربر")
    choice(reading, 2, "Correct").click()
    reading.get_by_role("button", name="Save the correction").click()
    until(lambda: house.stored(units[1]).text == "ميناء هاربر")


# --- sending back --------------------------------------------------------------------------------


def test_a_text_goes_back_with_its_reasons(house: House, reading: Page, units: list[str]) -> None:
    row(reading, 1).click()
    reading.keyboard.press("r")
    reading.keyboard.press("Space")
    reading.keyboard.press("Tab")
    reading.get_by_role("textbox", name="In your own words").fill("Say who <b>calls</b>.")
    reading.keyboard.press("Control+Enter")
    until(lambda: house.stored(units[0]).state is State.NEEDS_WORK)
    (back,) = review.came_back(house.workspace, house.samar.id, now())[:1]
    assert back.reason == "The meaning differs from the source.\nSay who <b>calls</b>."
    expect(row(reading, 2).locator(".go")).to_be_focused()
    expect(says(reading)).to_contain_text("Sent back")


def test_no_text_goes_back_without_a_reason(house: House, reading: Page, units: list[str]) -> None:
    choice(reading, 1, "Send back").click()
    reading.locator(".sending").get_by_role("button", name="Send back").click()
    expect(reading.locator(".sending")).to_contain_text("Choose a reason")
    assert house.stored(units[0]).state is State.TRANSLATED


def test_a_reason_survives_a_reload_and_esc(reading: Page) -> None:
    choice(reading, 1, "Send back").click()
    own = reading.get_by_role("textbox", name="In your own words")
    own.fill("The year is")
    reading.get_by_role("checkbox", name="A name, a number").check()
    reading.reload()
    choice(reading, 1, "Send back").click()
    expect(own).to_have_value("The year is")
    expect(reading.get_by_role("checkbox", name="A name, a number")).to_be_checked()
    reading.keyboard.press("Escape")
    expect(reading.locator(".sending")).to_have_count(0)
    choice(reading, 1, "Send back").click()
    expect(own).to_have_value("The year is")


# --- the whole -----------------------------------------------------------------------------------


def test_the_rest_is_approved_after_asking_and_what_is_left_is_said(
    house: House, reading: Page, units: list[str]
) -> None:
    reading.get_by_role("button", name="I have read the whole statement").click()
    dialog = reading.get_by_role("dialog")
    expect(dialog).to_contain_text("You can approve 3 paragraphs")
    assert house.stored(units[0]).state is State.TRANSLATED
    write(house, house.omar, units[2], "نحن الموقعين", seen=1)  # while she reads
    dialog.get_by_role("button", name="Yes, approve the rest").click()
    expect(dialog).to_contain_text("2 paragraphs are approved.")
    expect(dialog).to_contain_text("1 · Somebody wrote another text since you read it.")
    expect(dialog).to_contain_text("1 · Your own words: they wait for a second person.")
    assert [house.stored(unit).state for unit in units[:4]] == [
        *[State.REVIEWED] * 2,
        *[State.TRANSLATED] * 2,
    ]
    dialog.get_by_role("button", name="Go to paragraph 3").click()
    expect(row(reading, 3).locator(".go")).to_be_focused()


def test_a_text_that_came_while_she_read_is_read_first(
    house: House, open_page: OpenPage, letter: str, units: list[str]
) -> None:
    page = open_page(house.rana, address(letter))
    row(page, 3).wait_for()
    choice(page, 1, "Approve").click()
    until(lambda: house.stored(units[0]).state is State.REVIEWED)
    write(house, house.omar, units[2], "نحن الموقعين", seen=1)
    choice(page, 2, "Send back").click()
    page.get_by_role("checkbox").first.check()
    page.locator(".sending").get_by_role("button", name="Send back").click()
    expect(row(page, 3).locator(".target")).to_contain_text("الموقعين")
    page.get_by_role("button", name="I have read the whole statement").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text("There is nothing that you can approve now.")
    expect(dialog).to_contain_text("Somebody wrote another text since you read it.")
    dialog.get_by_role("button", name="Go to paragraph 3").click()
    expect(row(page, 3).locator(".below")).to_contain_text("Somebody wrote another text")
    page.keyboard.press("a")
    until(lambda: house.stored(units[2]).state is State.REVIEWED)


def test_a_second_key_decides_on_no_row_that_is_not_shown(
    house: House, reading: Page, units: list[str]
) -> None:
    reading.get_by_role("searchbox").fill("joint")
    expect(row(reading, 2)).to_be_hidden()
    row(reading, 1).locator(".go").focus()
    reading.keyboard.press("a")
    until(lambda: house.stored(units[0]).state is State.REVIEWED)
    expect(row(reading, 2).locator(".go")).to_be_focused()
    reading.keyboard.press("a")
    until(lambda: house.stored(units[1]).state is State.REVIEWED)
    assert house.stored(units[2]).state is State.TRANSLATED


def test_a_double_click_approves_one_paragraph(
    house: House, reading: Page, units: list[str]
) -> None:
    at = choice(reading, 1, "Approve").bounding_box()
    assert at
    reading.mouse.dblclick(at["x"] + 10, at["y"] + 10)
    until(lambda: house.stored(units[0]).state is State.REVIEWED)
    second = choice(reading, 2, "Approve")
    second.dispatch_event("click", {"detail": 2})
    reading.wait_for_timeout(500)
    assert house.stored(units[1]).state is State.TRANSLATED


def test_where_something_is_typed_nothing_is_approved(
    house: House, reading: Page, units: list[str]
) -> None:
    choice(reading, 1, "Correct").click()
    reading.keyboard.type(" جديد")
    reading.keyboard.press("Escape")
    expect(row(reading, 1).locator(".below")).to_contain_text("Something here is not saved yet.")
    expect(choice(reading, 1, "Approve")).to_have_count(0)
    reading.keyboard.press("a")
    assert house.stored(units[0]).version == 1
    choice(reading, 1, "Correct").click()
    reading.get_by_role("button", name="Cancel").click()
    expect(row(reading, 1).locator(".target")).to_have_text("نداء")
    choice(reading, 1, "Approve").click()
    until(lambda: house.stored(units[0]).state is State.REVIEWED)


def test_what_changed_since_it_was_approved_is_marked(
    house: House, open_page: OpenPage, letter: str, units: list[str]
) -> None:
    review.approve(house.workspace, house.rana.id, now(), unit=units[0], locale="ar", seen=1)
    write(house, house.samar, units[0], "نداء جديد", seen=2)
    page = open_page(house.rana, address(letter))
    expect(row(page, 1).locator(".target ins")).to_contain_text("جديد")
    expect(row(page, 1)).to_contain_text("changed since it was approved")


def test_what_was_made_from_an_older_source_is_not_approved(
    house: House, open_page: OpenPage, letter: str, units: list[str]
) -> None:
    work = house.workspace
    text = documents.source(work, OPERATOR, now(), document=letter).data.decode()
    offered = documents.propose(
        work, OPERATOR, now(), document=letter, data=text.replace("joint", "common").encode()
    )
    documents.release(work, OPERATOR, now(), document=letter, digest=offered.digest)
    write(house, house.samar, units[1], "الميناء الجديد", seen=1)
    page = open_page(house.rana, address(letter))
    expect(choice(page, 2, "Approve")).to_be_visible()
    expect(choice(page, 1, "Approve")).to_have_count(0)
    assert house.stored(units[0]).state is State.NEEDS_WORK


def test_letters_are_typed_where_one_types(house: House, reading: Page, units: list[str]) -> None:
    reading.get_by_role("searchbox").fill("")
    reading.get_by_role("searchbox").press_sequentially("area")
    expect(reading.get_by_role("searchbox")).to_have_value("area")
    assert [house.stored(unit).version for unit in units[:3]] == [1, 1, 1]


def test_j_and_k_lead_from_row_to_row(reading: Page) -> None:
    row(reading, 1).click()
    reading.keyboard.press("j")
    reading.keyboard.press("j")
    reading.keyboard.press("k")
    expect(row(reading, 2).locator(".go")).to_be_focused()


def test_a_translator_is_told_that_nothing_waits(house: House, open_page: OpenPage) -> None:
    page = open_page(house.samar, "/review")
    expect(page.get_by_text("There is no statement that you review.")).to_be_visible()


@pytest.mark.parametrize("look", [{}, {"dark": True}, {"phone": True}, {"locale": "ar"}])
def test_everybody_can_use_it(
    house: House, open_page: OpenPage, letter: str, units: list[str], look: dict[str, object]
) -> None:
    page = open_page(house.rana, address(letter, units[0]), **look)  # type: ignore[arg-type]
    row(page, 1).locator(".choices button").first.wait_for()
    assert violations(page) == []
    row(page, 1).locator(".choices button").nth(2).click()
    page.locator(".sending").wait_for()
    assert violations(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0
