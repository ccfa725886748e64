"""What tests of the editor do again and again: open a paragraph, look into its field, save."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tests.browser.conftest import House
from workflow.services import translation

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

URL = "https://example.org/bridge"


def now() -> datetime:
    return datetime.now(UTC)


def field(page: Page, number: int) -> Locator:
    return page.get_by_role("textbox", name=f"Translation of paragraph {number} into Arabic")


def open_at(page: Page, number: int) -> Locator:
    page.locator("li.row").nth(number - 1).click()
    return field(page, number)


def value(of: Locator) -> str:
    return str(of.input_value())


def put_caret(of: Locator, at: int) -> None:
    of.evaluate("(field, at) => field.setSelectionRange(at, at)", at)


def save(house: House, unit: str, text: str, *, seen: int = 0, needs_work: bool = False) -> None:
    translation.save(
        house.workspace,
        house.omar.id,
        now(),
        unit=unit,
        locale="ar",
        text=text,
        seen=seen,
        token=f"{unit}{text}",
        needs_work=needs_work,
    )


def pressed(of: Locator, **how: object) -> None:
    of.evaluate(
        "(field, how) => field.dispatchEvent(new KeyboardEvent('keydown', "
        "{bubbles: true, cancelable: true, ...how}))",
        how,
    )
