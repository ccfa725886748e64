"""Read in a real browser: quick, legible, mirrored, and clean on paper."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import House, OpenPage
from workflow.services import translation
from workflow.store.ids import new_id

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
LONG = "# A long appeal\n\n" + "\n\n".join(
    f"## Part {number}" if number % 25 == 0 else f"{number}. We ask for bridge {number}."
    for number in range(1, 300)
)


@pytest.fixture(scope="module")
def begun(house: House) -> str:
    """Give a letter with its first two paragraphs in Arabic."""
    name = house.new_letter()
    for number, unit in enumerate(house.units(name)[:2]):
        translation.save(
            house.workspace, house.samar.id, datetime.now(UTC), unit=unit, locale="ar",
            text=f"نداء مشترك من أجل الجسر {number}", seen=0, token=new_id(datetime.now(UTC)),
        )  # fmt: skip
    return name


def address(name: str, **more: str) -> str:
    further = "".join(f"&{key}={value}" for key, value in more.items())
    return f"/read?document={name}&locale=ar{further}"


def opened(open_page: OpenPage, house: House, path: str, **how: object) -> Page:
    page = open_page(house.lee, path, **how)  # type: ignore[arg-type]
    page.locator(".us-row").first.wait_for()
    return page


@pytest.mark.parametrize("how", [{}, {"dark": True}, {"phone": True}])
@pytest.mark.parametrize("view", ["", "both"])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_axe_finds_nothing(
    house: House, open_page: OpenPage, begun: str, how: dict[str, bool], view: str, locale: str
) -> None:
    page = opened(open_page, house, address(begun, view=view), locale=locale, **how)
    assert violations(page) == []
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_source_and_translation_stand_side_by_side_and_on_a_phone_one_above_the_other(
    house: House, open_page: OpenPage, begun: str
) -> None:
    for phone in (False, True):
        page = opened(open_page, house, address(begun, view="both"), phone=phone)
        row = page.locator(".us-row").first
        source = row.locator(".us-source").bounding_box()
        shown = row.locator(".us-shown").bounding_box()
        assert source
        assert shown
        if phone:
            assert shown["y"] >= source["y"] + source["height"] - 1
        else:
            assert abs(shown["y"] - source["y"]) < 12
            assert shown["x"] >= source["x"] + source["width"]


def test_each_language_runs_its_own_way(house: House, open_page: OpenPage, begun: str) -> None:
    page = opened(open_page, house, address(begun), locale="ar")
    ways = page.evaluate(
        "[...document.querySelectorAll('.us-shown > *')].slice(0, 3)"
        ".map(e => [e.lang, getComputedStyle(e).direction])"
    )
    assert ways == [["ar", "rtl"], ["ar", "rtl"], ["en", "ltr"]]


def test_a_state_leads_to_its_paragraph(house: House, open_page: OpenPage, begun: str) -> None:
    page = opened(open_page, house, address(begun))
    page.get_by_role("link", name="Paragraph 2: translated").click()
    page.wait_for_url(re.compile(r"/translate\?"))
    assert f"paragraph={house.units(begun)[1]}" in page.url


def test_on_paper_there_is_the_statement_alone(
    house: House, open_page: OpenPage, begun: str
) -> None:
    page = opened(open_page, house, address(begun, view="both"))
    page.emulate_media(media="print")
    for gone in (".st-key-us-bar", ".st-key-us-choose", ".st-key-us-ways", ".us-legend", ".us-at"):
        page.locator(gone).first.wait_for(state="hidden")
    assert page.locator(".us-shown").first.is_visible()
    assert page.get_by_text("This is a draft, not the finished text.").is_visible()
    styles = page.evaluate(
        "(() => { const s = getComputedStyle(document.querySelector('.us-row.us-heading'));"
        "const m = getComputedStyle(document.querySelector('[data-testid=stMain]'));"
        "return [s.breakAfter, m.overflowY, m.position]; })()"
    )
    assert styles == ["avoid", "visible", "static"]


def test_all_of_a_long_statement_gets_onto_paper_and_opens_quickly(
    house: House, open_page: OpenPage
) -> None:
    name = house.new_letter(LONG, ".md")
    page = opened(open_page, house, "/read?document=" + name)
    assert page.locator(".us-row").count() == 300
    begin = time.monotonic()
    page.get_by_role("combobox", name=re.compile("Language")).click()
    page.get_by_role("option", name="French").click()
    page.locator(".us-hole").first.wait_for()
    assert time.monotonic() - begin < 3.0  # one second on a quiet machine, with the list opened
    pdf = page.pdf(prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 5 < pages < 40
