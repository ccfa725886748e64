"""Activity in a real browser: filtered by its address, and an earlier text taken up again."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import House, OpenPage, until
from workflow.services import translation
from workflow.store.ids import new_id

pytestmark = pytest.mark.browser


@pytest.fixture
def written(house: House, letter: str) -> str:
    """Have a paragraph translated twice; give the name of the letter."""
    for seen, text in enumerate(("نص أول", "نص ثان")):
        translation.save(
            house.workspace, house.samar.id, datetime.now(UTC), unit=house.units(letter)[0],
            locale="ar", text=text, seen=seen, token=new_id(datetime.now(UTC)),
        )  # fmt: skip
    return letter


@pytest.mark.parametrize("how", [{}, {"dark": True}, {"phone": True}])
@pytest.mark.parametrize("locale", ["en", "ar"])
def test_axe_finds_nothing(
    house: House, open_page: OpenPage, written: str, how: dict[str, bool], locale: str
) -> None:
    look = f"{house.units(written)[0]}.ar.1"
    path = f"/activity?document={written}&look={look}"
    page = open_page(house.samar, path, locale=locale, **how)
    page.locator(".st-key-us-looked").wait_for()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0


def test_an_earlier_text_is_taken_up_again_where_it_stands(
    house: House, open_page: OpenPage, written: str
) -> None:
    page = open_page(house.samar, f"/activity?document={written}")
    page.get_by_text("See this text").nth(1).click()
    panel = page.locator(".st-key-us-looked")
    panel.get_by_role("button", name="Take this text again").click()
    assert "look=" in page.url
    panel.get_by_role("button", name="Yes, take it", exact=True).click()
    panel.get_by_role("status").wait_for()
    unit = house.units(written)[0]
    assert until(lambda: house.stored(unit).text == "نص أول")
    assert page.get_by_text("took up an earlier text").count() == 1


def test_a_choice_stands_in_the_address_and_comes_back_by_it(
    house: House, open_page: OpenPage, written: str
) -> None:
    page = open_page(house.kim, "/activity")
    page.get_by_role("combobox", name=re.compile("Statement")).click()
    page.get_by_role("option", name=written).click()
    page.wait_for_url(re.compile(f"document={written}"))
    again = open_page(house.kim, page.url.removeprefix(house.server.url))
    again.get_by_text("Samar translated").or_(again.locator("h2")).first.wait_for()
    assert again.locator("[class*='st-key-us-deed-']").count() >= 2
    assert house.new_letter() not in again.content()
