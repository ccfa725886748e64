"""The statement's own page in a browser: from a pasted text to an invitation, and its revisions."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from workflow.access import OPERATOR
from workflow.services import documents, people

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
MOST_CLICKS = 6
"""From the link on the board to an invitation in hand; that link's click is one of them."""
AREA = "Or paste the text of the statement"
PARAGRAPHS = 300
SECOND = 1.0
SIDEWAYS = """() => Math.max(
  document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth
) - innerWidth"""


KEPT = "() => Object.keys(localStorage).some((key) => key.includes('/statement/'))"


def text(title: str) -> str:
    long = " ".join(f"Sentence {number} says what the mill is for." for number in range(16))
    return f"# {title}\n\nDear friends,\n\n1. The mill stays open.\n2. {long}\n"


def named(house: House, title: str) -> documents.Listed:
    found = documents.listing(house.workspace, OPERATOR, datetime.now(UTC))
    return next(each for each in found if each.title == title)


def there(house: House, title: str) -> bool:
    found = documents.listing(house.workspace, OPERATOR, datetime.now(UTC))
    return any(each.title == title for each in found)


def added(page: Page, title: str) -> None:
    """Paste a text and put it in."""
    page.get_by_label(AREA).fill(text(title))
    page.get_by_role("button", name="See how it is divided").click()
    page.get_by_role("button", name="Add this statement").click()
    page.get_by_text("The statement is in.").wait_for()


def open_text(page: Page) -> None:
    page.get_by_role("tab", name="Text", exact=True).click()


def test_six_clicks_from_the_board_to_an_invitation(house: House, open_page: OpenPage) -> None:
    page = open_page(house.kim, "/document")
    page.evaluate(
        """() => { window.clicks = 0;
        addEventListener("click", (event) => { if (event.isTrusted) clicks += 1 }, true) }"""
    )
    page.get_by_label(AREA).click()
    page.keyboard.insert_text(text("An appeal for the mill"))  # as a paste does, the field not left
    page.get_by_role("button", name="See how it is divided").click()
    page.get_by_text("4 paragraphs").wait_for()
    page.get_by_role("button", name="Add this statement").click()
    page.get_by_role("radio", name="French").click()
    page.get_by_role("button", name="Make a link").click()
    link = page.locator("[data-testid=stCode]").inner_text()
    on_the_board = 1
    assert page.evaluate("window.clicks") + on_the_board <= MOST_CLICKS
    token = link.strip().rpartition("/join/")[2]
    opening = people.peek(house.workspace, token, datetime.now(UTC))
    assert (opening.given.locale, named(house, "An appeal for the mill").name) == (
        "fr",
        opening.given.document,
    )


def test_a_reload_keeps_what_was_pasted_until_it_is_in(house: House, open_page: OpenPage) -> None:
    page = open_page(house.kim, "/document")
    wanted = text("Kept over a reload")
    page.get_by_label(AREA).fill(wanted)
    until(lambda: page.evaluate(KEPT), wait=lambda seconds: page.wait_for_timeout(1000 * seconds))
    page.reload()
    field = page.get_by_label(AREA)
    until(
        lambda: field.input_value() == wanted,
        wait=lambda seconds: page.wait_for_timeout(1000 * seconds),
    )
    page.get_by_role("button", name="See how it is divided").click()
    page.get_by_role("button", name="Add this statement").click()
    page.get_by_text("The statement is in.").wait_for()
    assert there(house, "Kept over a reload")
    until(lambda: not page.evaluate(KEPT))
    page.goto(f"{house.server.url}/document")
    field.wait_for()
    page.wait_for_timeout(1000)
    assert field.input_value() == ""


def test_a_text_that_is_far_too_long_is_refused_with_a_sentence(
    house: House, open_page: OpenPage
) -> None:
    page = open_page(house.kim, "/document")
    field = page.get_by_label(AREA)
    field.fill("We ask.")
    page.locator(".us-kept-said").wait_for(state="attached")
    field.evaluate(
        """(field) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData("text/plain", "x".repeat(2_000_000));
        field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true })) }"""
    )
    page.get_by_text("Not pasted: this text is too long for this field.").wait_for()
    assert field.input_value() == "We ask."
    large = {"name": "large.txt", "mimeType": "text/plain", "buffer": b"x" * 2_000_000}
    page.locator("input[type=file]").set_input_files(large)  # type: ignore[arg-type]
    page.get_by_text("This file is too large to be handed over here").wait_for()


def test_a_double_click_adds_once_and_makes_one_link(house: House, open_page: OpenPage) -> None:
    page = open_page(house.kim, "/document")
    page.get_by_label(AREA).fill(text("Twice"))
    page.get_by_role("button", name="See how it is divided").click()
    page.get_by_role("button", name="Add this statement").dblclick()
    page.get_by_text("Invite people").wait_for()
    assert there(house, "Twice")
    page.get_by_role("radio", name="French").click()
    page.get_by_role("button", name="Make a link").dblclick()
    page.locator("[data-testid=stCode]").wait_for()
    page.wait_for_timeout(1000)
    name = named(house, "Twice").name
    found = people.invitations(house.workspace, OPERATOR, datetime.now(UTC), document=name)
    assert len(found) == 1


def test_a_file_is_uploaded(house: House, open_page: OpenPage) -> None:
    page = open_page(house.kim, "/document")
    page.locator("input[type=file]").set_input_files(
        {"name": "Mill.ar.txt", "mimeType": "text/plain", "buffer": "نداء من أجل الطاحونة".encode()}
    )
    page.get_by_role("button", name="See how it is divided").click()
    page.get_by_text("Arabic, as the name of the file says").wait_for()
    assert page.locator(".us-cut .us-text").first.get_attribute("dir") == "rtl"
    page.get_by_role("button", name="Add this statement").click()
    page.get_by_text("The statement is in.").wait_for()
    assert there(house, "نداء من أجل الطاحونة")


def test_a_long_statement_is_seen_within_a_second(house: House, open_page: OpenPage) -> None:
    page = open_page(house.kim, "/document")
    many = "\n\n".join(
        f"{number}. The mill of village number {number} shall stay open for all who live there."
        for number in range(1, PARAGRAPHS + 1)
    )
    page.get_by_label(AREA).fill(f"# Many\n\n{many}\n")
    began = time.monotonic()
    page.get_by_role("button", name="See how it is divided").click()
    page.locator(".us-cut li").nth(PARAGRAPHS).wait_for()
    assert time.monotonic() - began < SECOND


def test_a_revision_is_proposed_looked_at_and_released(
    house: House, open_page: OpenPage, letter: str
) -> None:
    page = open_page(house.kim, f"/document?document={letter}")
    open_text(page)
    page.get_by_role("button", name="Propose a new text").click()
    field = page.get_by_label("Or write the text as it shall be")
    until(  # Streamlit draws the field before what stands in it
        lambda: "for everybody" in field.input_value(),
        wait=lambda seconds: page.wait_for_timeout(1000 * seconds),
    )
    before = field.input_value()
    after = before.replace("for everybody", "for all").replace("A lamp", "A new lamp")
    field.fill(after)
    until(lambda: page.evaluate(KEPT), wait=lambda seconds: page.wait_for_timeout(1000 * seconds))
    page.reload()
    open_text(page)
    page.get_by_role("button", name="Propose a new text").click()
    until(
        lambda: field.input_value() == after,
        wait=lambda seconds: page.wait_for_timeout(1000 * seconds),
    )
    page.wait_for_timeout(1000)
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_text("2 paragraphs change").wait_for()
    assert page.locator(".us-diff ins").all_inner_texts() == ["all", "new "]
    page.get_by_text("A typo: its translations and approvals stand").first.click()
    page.get_by_role("button", name="Release").click()
    page.get_by_text("Released: this is the text that translators see now.").wait_for()
    found = documents.source(house.workspace, OPERATOR, datetime.now(UTC), document=letter)
    assert (found.number, found.data.decode()) == (2, after)
    assert page.get_by_role("tab", name="Text", exact=True).get_attribute("aria-selected") == "true"
    with page.expect_download() as download:
        page.get_by_role("link", name="Download revision 1").click()
    assert download.value.suggested_filename == f"{letter}.1.txt"


def test_notes_of_two_statements_are_not_taken_for_each_other(
    house: House, open_page: OpenPage
) -> None:
    first, second = (house.new_letter() for _ in range(2))
    page = open_page(house.kim, f"/document?document={first}")
    notes = page.get_by_label(re.compile("Notes for translators"))
    page.get_by_role("tab", name="Properties").click()
    notes.fill("The bridge keeps its name.")
    until(lambda: page.evaluate(KEPT), wait=lambda seconds: page.wait_for_timeout(1000 * seconds))
    page.goto(f"{house.server.url}/document?document={second}")
    page.get_by_role("tab", name="Properties").click()
    page.wait_for_timeout(1000)
    assert notes.input_value() == ""
    page.goto(f"{house.server.url}/document?document={first}")
    page.get_by_role("tab", name="Properties").click()
    until(
        lambda: notes.input_value() != "",
        wait=lambda seconds: page.wait_for_timeout(1000 * seconds),
    )
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Saved: notes for translators.").wait_for()


def test_notes_typed_over_older_ones_are_not_put_over_newer_ones(
    house: House, open_page: OpenPage, letter: str
) -> None:
    page = open_page(house.kim, f"/document?document={letter}")
    notes = page.get_by_label(re.compile("Notes for translators"))
    page.get_by_role("tab", name="Properties").click()
    notes.fill("Typed and left.")
    until(lambda: page.evaluate(KEPT), wait=lambda seconds: page.wait_for_timeout(1000 * seconds))
    changes = documents.DocumentChanges(notes="Newer.")
    now = datetime.now(UTC)
    documents.change(house.workspace, OPERATOR, now, document=letter, changes=changes)
    page.goto(f"{house.server.url}/document?document={letter}")
    page.get_by_role("tab", name="Properties").click()
    until(
        lambda: notes.input_value() == "Newer.",
        wait=lambda seconds: page.wait_for_timeout(1000 * seconds),
    )
    page.wait_for_timeout(1000)
    assert notes.input_value() == "Newer."


@pytest.mark.parametrize(
    ("phone", "dark", "locale"),
    [(False, False, "en"), (False, True, "en"), (True, False, "en"), (True, True, "ar")],
)
def test_nobody_is_shut_out(
    house: House, open_page: OpenPage, letter: str, phone: bool, dark: bool, locale: str
) -> None:
    now = datetime.now(UTC)
    documents.propose(
        house.workspace, OPERATOR, now, document=letter, data=b"We ask for a bridge.\n"
    )
    page = open_page(house.kim, "/document", phone=phone, dark=dark, locale=locale)
    page.locator("textarea").first.fill(text("Nobody"))
    page.locator("[data-testid=stFormSubmitButton] button").first.click()
    page.locator(".us-cut li").last.wait_for()
    assert violations(page) == []
    assert page.evaluate(SIDEWAYS) <= 0
    page.goto(f"{house.server.url}/document?document={letter}")
    for tab in page.get_by_role("tab").all():
        tab.click()
        page.wait_for_timeout(300)
        assert violations(page) == []
        assert page.evaluate(SIDEWAYS) <= 0


def test_it_runs_the_reader_s_way(house: House, open_page: OpenPage, letter: str) -> None:
    page = open_page(house.kim, f"/document?document={letter}", locale="ar")
    page.get_by_role("tab").first.wait_for()
    until(lambda: page.evaluate("document.documentElement.dir") == "rtl")
    tabs = [tab.bounding_box() for tab in page.get_by_role("tab").all()]
    assert tabs[0] is not None
    assert tabs[-1] is not None
    assert tabs[0]["x"] > tabs[-1]["x"]
