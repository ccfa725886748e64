"""The statement for everybody's hand and eye: axe-core finds nothing in any of its states."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage
from workflow.services import translation

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
LOOKS = [
    pytest.param(False, False, "en", id="light"),
    pytest.param(False, True, "ar", id="dark-mirrored"),
    pytest.param(True, False, "ar", id="phone-mirrored"),
    pytest.param(True, True, "en", id="phone-dark"),
]


@pytest.mark.parametrize(("phone", "dark", "locale"), LOOKS)
def test_axe_finds_nothing(
    house: House, open_page: OpenPage, locale: str, *, phone: bool, dark: bool
) -> None:
    letter = house.new_letter()
    unit = house.units(letter)[2]
    page = open_page(house.samar, house.translate(letter), phone=phone, dark=dark, locale=locale)
    page.locator("li.row").first.wait_for()
    assert violations(page, ".ust") == []
    page.locator("li.row").nth(3).click()
    page.keyboard.type("نص")
    page.locator(".hint:not(:empty)").wait_for()
    assert violations(page, ".ust") == []
    page.keyboard.press("Control+ArrowUp")
    page.keyboard.type("نص")
    now = datetime.now(UTC)
    translation.save(
        house.workspace, house.omar.id, now, unit=unit, locale="ar", text="آخر", seen=0, token="t"
    )
    page.keyboard.press("Control+Enter")
    page.locator(".status .quiet").click()
    page.locator(".box.both").wait_for()
    assert violations(page, ".ust") == []
    page.context.set_offline(True)
    page.keyboard.press("Control+ArrowDown")
    page.keyboard.press("Control+Enter")
    page.keyboard.press("F1")
    page.locator("dialog.keys").wait_for()
    assert violations(page, ".ust") == []


@pytest.mark.parametrize("dark", [False, True])
def test_axe_finds_nothing_in_the_settings(
    house: House, open_page: OpenPage, *, dark: bool
) -> None:
    page = open_page(house.samar, "/me", dark=dark, phone=dark)
    page.locator(".ust-preferences .line").first.wait_for()
    page.locator(".ust-preferences input").nth(2).uncheck()
    assert violations(page, ".ust") == []
