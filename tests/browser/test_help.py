"""What is typed beside a paragraph, in a real browser: nobody's speed takes it away."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from workflow.services import people, translation

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

NOW = datetime.now(UTC)
FIRST, SECOND, TYPED = "نص أول", "نص ثان", "نص لم يُحفظ"


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
    expect(field).to_have_count(1)  # the one that was sent stands until all is drawn
    expect(field).to_have_value("")


def test_an_earlier_text_taken_again_leaves_what_is_typed_and_says_so(
    house: House, open_page: OpenPage
) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    unit = house.units(document)[2]
    for seen, text in enumerate((FIRST, SECOND)):
        translation.save(
            house.workspace, noor.id, NOW, unit=unit, locale="ar", text=text, seen=seen, token=text
        )
    page = open_page(noor, house.translate(document, unit=unit))
    field = page.get_by_role("textbox", name="Translation of paragraph 3 into Arabic")
    field.fill(TYPED)
    page.locator(f".st-key-history-{unit}-ar summary").click()
    page.get_by_role("button", name="Take this text again").click()
    both = page.locator(".box.both")
    expect(both).to_contain_text("You saved another text here meanwhile, or took an earlier one")
    expect(both).to_contain_text(FIRST)
    expect(field).to_have_value(TYPED)
    assert house.texts(unit) == [FIRST, SECOND, FIRST]
    page.reload()
    expect(field).to_have_value(TYPED)
    both.get_by_role("button", name="Save mine").click()
    expect(both).to_have_count(0)
    until(lambda: house.texts(unit) == [FIRST, SECOND, FIRST, TYPED])
    found = translation.unit(house.workspace, noor.id, NOW, unit=unit, locale="ar")
    assert found.suggestions == (), "nothing had to be kept beside it"


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_on_a_phone_the_help_fills_the_screen_and_leads_back(
    house: House, open_page: OpenPage, locale: str
) -> None:
    noor, document = house.come_in("Noor"), house.new_letter()
    page = open_page(noor, house.translate(document), phone=True, locale=locale)
    page.locator("li.row").nth(2).tap()
    field = page.locator("dialog.sheet textarea")
    field.press_sequentially(FIRST)
    page.locator("dialog.sheet .head button").nth(3).tap()
    back = page.locator("button.return")
    expect(back).to_be_in_viewport()
    expect(page.locator("dialog.sheet")).to_be_hidden()
    help_ = page.locator(".st-key-us-help")
    expect(help_.locator("h2")).to_be_in_viewport()
    box = help_.bounding_box()
    assert box
    assert box["y"] < 100
    assert box["height"] > 700
    if locale == "en":
        expect(back).to_have_text("Back to paragraph 3")
        expect(help_.locator("h2")).to_have_text("Help for paragraph 3")
    back.tap()
    expect(field).to_be_focused()
    expect(field).to_have_value(FIRST)
    expect(page.locator("dialog.sheet .where")).to_contain_text("3")
    expect(back).to_be_hidden()


def test_a_step_asks_anew_whether_the_session_stands(house: House, open_page: OpenPage) -> None:
    """Moving on draws only a part of the page, and that part asks, too."""
    noor, document = house.come_in("Noor"), house.new_letter()
    page = open_page(noor, house.translate(document, unit=house.units(document)[0]))
    field = page.locator("li.row.open textarea")
    field.fill("نداء")
    expect(page.locator(".st-key-us-help h2")).to_have_text("Help for paragraph 1")
    people.sign_out_everywhere(house.workspace, noor.id, datetime.now(UTC))
    page.locator("li.row").nth(3).click()
    expect(page.get_by_text("You are signed out on this device").first).to_be_visible()
    expect(page.locator(".st-key-us-help h2")).to_have_count(0)
    page.locator("li.row").first.click()
    expect(field).to_have_value("نداء")
