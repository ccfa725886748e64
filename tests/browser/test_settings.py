"""Somebody slips while he changes `workspace.toml`, and people are at work in the browser."""

from __future__ import annotations

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
SAID = "in workspace.toml, have a fault in them"


def test_what_is_typed_meanwhile_stays_and_is_saved_once_it_is_mended(
    house: House, open_page: OpenPage
) -> None:
    document = house.new_letter()
    unit = house.units(document)[0]
    page = open_page(house.samar, house.translate(document, unit=unit))
    field = page.get_by_role("textbox").first
    field.fill("نداء")
    settings = house.workspace.settings_path
    before = settings.read_bytes()
    settings.write_bytes(b'name = "Un')
    try:
        page.get_by_role("button", name="Save and next").first.click()
        page.get_by_text(SAID).first.wait_for()
        assert house.stored(unit).text == ""
        page.get_by_text("A lamp shall stand at each end.").first.click()
        page.get_by_role("alert").get_by_text(SAID).first.wait_for()  # the screen was drawn anew
        expect(page.get_by_text("نداء").first).to_be_visible()
        expect(page.get_by_role("textbox").first).to_be_visible()
        page.goto(house.server.url + "/")
        page.get_by_text(SAID).first.wait_for()
    finally:
        settings.write_bytes(before)
    page.goto(house.server.url + house.translate(document))
    until(lambda: house.stored(unit).text == "نداء", wait=page.wait_for_timeout)
