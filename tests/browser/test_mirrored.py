"""What is drawn for left to right is turned round where all runs the other way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Locator

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
BOTH = pytest.mark.parametrize("locale", ["en", "ar"])


def middle(of: Locator) -> float:
    box = of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


def style(of: Locator, name: str) -> str:
    return str(of.evaluate("(element, name) => getComputedStyle(element)[name]", name))


@BOTH
def test_the_knob_of_a_switch_moves_on_its_track(
    house: House, open_page: OpenPage, locale: str
) -> None:
    page = open_page(house.samar, house.translate(house.new_letter()), locale=locale)
    label = page.locator("label", has=page.get_by_role("switch")).first
    track = label.locator("> div:not([data-testid])")
    knob = track.locator("> div")
    label.click()
    page.locator(".us-statement").wait_for()
    expect(label).to_have_attribute("data-selected", "true")
    assert violations(page) == []  # which waits until all has come to rest
    outer, inner = track.bounding_box(), knob.bounding_box()
    assert outer
    assert inner
    assert outer["x"] <= inner["x"]
    assert inner["x"] + inner["width"] <= outer["x"] + outer["width"]
    assert (middle(knob) < middle(track)) is (locale == "ar")


@BOTH
def test_a_closed_panel_points_to_its_title_and_a_list_begins_where_its_field_does(
    house: House, open_page: OpenPage, locale: str
) -> None:
    document = house.new_letter()
    unit = house.units(document)[0]
    page = open_page(house.samar, house.translate(document, unit=unit), locale=locale)
    sign = page.locator(".st-key-us-help summary [data-testid=stIconMaterial]").first
    expect(sign).to_have_css("scale", "-1 1" if locale == "ar" else "none")
    assert violations(page) == []
    expect(page.locator("li.row.open textarea")).to_be_focused()  # which would close the list
    page.locator("[data-testid=stSelectbox] [role=combobox]").click()
    chosen = page.get_by_role("option", selected=True)
    expect(chosen).to_have_css("direction", "rtl" if locale == "ar" else "ltr")


@BOTH
def test_on_a_phone_the_way_back_points_back(
    house: House, open_page: OpenPage, locale: str
) -> None:
    page = open_page(house.samar, house.translate(house.new_letter()), phone=True, locale=locale)
    page.locator("li.row").nth(2).tap()
    back, on = page.locator("dialog.sheet .step").all()
    is_mirrored = locale == "ar"
    assert (middle(back) > middle(on)) is is_mirrored
    for step in (back, on):
        assert style(step, "direction") == "ltr", "else the sign is turned round twice"
        assert style(step, "transform").startswith("matrix(-1") is is_mirrored
    assert violations(page, "dialog.sheet") == []
