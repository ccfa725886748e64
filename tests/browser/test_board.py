"""The board in a real browser: for every eye and hand; each link leads where it says."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from workflow.access import OPERATOR, Role
from workflow.services import documents, people, translation
from workflow.settings import DocumentChanges
from workflow.store.ids import new_id

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.serving import Member

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

FORMS = ("light", "dark", "phone", "arabic")
NOW = datetime.now(UTC)
SIDEWAYS = "e => e.scrollWidth - e.clientWidth"


@pytest.fixture
def begun(house: House) -> str:
    """Add a letter in many languages whose first paragraphs are translated; give its name."""
    name = house.new_letter()
    changes = DocumentChanges(
        title=f"An appeal for the bridges, {name}",
        deadline=(NOW + timedelta(days=4)).date(),
        languages=("ar", "fr", "fa", "ja", "es", "de", "ckb"),
    )
    documents.change(house.workspace, OPERATOR, NOW, document=name, changes=changes)
    for unit in house.units(name)[:2]:
        translation.save(
            house.workspace,
            house.samar.id,
            NOW,
            unit=unit,
            locale="ar",
            text="نحن",
            seen=0,
            token=new_id(NOW),
        )
    return name


def coordinator(house: House, form: str = "") -> Member:
    who = house.come_in("Kim", Role.COORDINATOR)
    if form == "arabic":
        people.change_me(house.workspace, who.id, NOW, interface_locale="ar")
    return who


def opened(house: House, open_page: OpenPage, path: str, form: str = "") -> Page:
    who = coordinator(house, form)
    page = open_page(who, path, dark=form == "dark", phone=form == "phone")
    expect(page.locator(".us-matrix").first).to_be_visible()
    return page


@pytest.mark.parametrize("form", FORMS)
def test_the_board_has_no_fault_that_axe_finds_and_is_no_wider_than_the_window(
    house: House, open_page: OpenPage, begun: str, form: str
) -> None:
    for path in ("/board", "/board?locale=ar", f"/board?document={begun}"):
        page = opened(house, open_page, path, form)
        if "document" in path:
            page.locator("summary").click()
            expect(page.locator(".us-by-day")).to_be_visible()
        assert violations(page) == []
        assert page.locator("[data-testid=stMain]").evaluate(SIDEWAYS) <= 0
        assert page.locator("h1").count() == 1


def test_a_wide_table_moves_in_its_own_box_and_its_first_column_stays(
    house: House, open_page: OpenPage, begun: str
) -> None:
    page = opened(house, open_page, f"/board?find={begun}")
    page.set_viewport_size({"width": 800, "height": 700})
    box, head = page.locator(".us-box"), page.locator("tbody th").first
    assert box.evaluate(SIDEWAYS) > 0
    before = head.bounding_box()
    box.focus()
    page.keyboard.press("End")
    for _ in range(8):
        page.keyboard.press("ArrowRight")
    until(lambda: box.evaluate("box => box.scrollLeft > 0"))
    after = head.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == pytest.approx(before["x"], abs=2)


def test_the_keyboard_reaches_the_paragraph_that_holds_up(
    house: House, open_page: OpenPage, begun: str
) -> None:
    page = opened(house, open_page, f"/board?find={begun}&locale=ar")
    page.get_by_role("button", name="Show").focus()
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.className") == "us-blocking":
            break
    expect(page.locator(".us-blocking").first).to_be_focused()
    page.keyboard.press("Enter")
    third = house.units(begun)[2]
    expect(page).to_have_url(
        re.compile(rf"/translate\?document={begun}&locale=ar&paragraph={third}")
    )
    expect(page.get_by_role("textbox", name=re.compile("paragraph 3"))).to_be_visible()


def test_the_filters_change_the_address(house: House, open_page: OpenPage, begun: str) -> None:
    page = opened(house, open_page, "/board")
    page.get_by_label("Words in the title").fill(begun)
    page.locator("select[name=locale]").select_option(label="Arabic")
    page.locator("select[name=show]").select_option(label="Late, or due within 7 days")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(f"find={begun}&locale=ar&show=late&sort=deadline"))
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("select[name=locale]")).to_have_value("ar")
    expect(page.locator("tbody th")).to_contain_text("4 days left")


def test_a_table_is_taken_away(house: House, open_page: OpenPage, begun: str) -> None:
    page = opened(house, open_page, f"/board?find={begun}")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download this table").click()
    assert waiting.value.suggested_filename == "board.csv"
    lines = waiting.value.path().read_bytes().decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 7


def test_on_a_phone_a_statement_is_a_card_with_its_languages_as_lines(
    house: House, open_page: OpenPage, begun: str
) -> None:
    page = opened(house, open_page, f"/board?find={begun}", "phone")
    card = page.get_by_role("row").filter(has_text=begun)
    line = card.get_by_role("cell").filter(has_text="Arabic")
    expect(line).to_be_visible()
    one, other = line.bounding_box(), card.bounding_box()
    assert one is not None
    assert other is not None
    assert one["width"] > 0.85 * other["width"]
    expect(page.get_by_role("table")).to_be_visible()


def test_right_to_left_the_first_column_and_the_first_day_are_on_the_right(
    house: House, open_page: OpenPage, begun: str
) -> None:
    page = opened(house, open_page, f"/board?document={begun}", "arabic")
    head, cell = page.locator("tbody th").first, page.locator("tbody td").first
    one, other = head.bounding_box(), cell.bounding_box()
    assert one is not None
    assert other is not None
    assert one["x"] > other["x"]
    mirrored = "e => getComputedStyle(e).scale"
    assert page.locator(".us-area").first.evaluate(mirrored) == "-1 1"
