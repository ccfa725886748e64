"""What is typed beside a paragraph, in a real browser: nobody's speed takes it away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from workflow.services import translation

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

NOW = datetime.now(UTC)


def test_a_comment_survives_another_paragraph_and_somebody_faster(
    house: House, open_page: OpenPage
) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit, other, *_ = house.units(document)
    which = {"unit": unit, "locale": "ar"}
    page = open_page(noor, house.translate(document) + f"&paragraph={unit}")
    panel = page.locator(f".st-key-remarks-{unit}-ar summary")
    panel.click()
    field = page.get_by_label("A comment or a question")
    field.fill("Half a question")
    page.locator("li.row").nth(1).click()
    expect(page.locator(f".st-key-remarks-{other}-ar")).to_be_visible()
    expect(panel).to_have_count(0)
    page.locator("li.row").nth(0).click()
    expect(page.locator(f".st-key-remarks-{other}-ar")).to_have_count(0)
    panel.click()
    expect(field).to_have_value("Half a question")
    field.press_sequentially(" is whole")
    translation.comment(house.workspace, house.omar.id, NOW, **which, text="I am faster.")
    page.get_by_role("button", name="Comment", exact=True).click()

    def said() -> set[str]:
        found = translation.unit(house.workspace, noor.id, NOW, unit=unit, locale="ar")
        texts = {each.text for each in found.remarks}
        return texts if len(texts) > 1 else set()

    assert until(said) == {"Half a question is whole", "I am faster."}
    expect(page.get_by_text("I am faster.")).to_be_visible()
    expect(field).to_have_value("")
