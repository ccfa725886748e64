"""What tests of the screens share: a served workspace with members, and a browser to look at it.

    def test_something(house: House, open_page: OpenPage) -> None:
        page = open_page(house.samar, house.translate(house.new_letter()))

A page may speak to our own server only, and no script on it may fail: whatever else happened on any
page of a test is found when the test ends.
"""

from __future__ import annotations

import itertools
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol, TypeVar

import pytest

from tests.browser.staging import staged
from tests.browser.windows import PATIENCE, Look, Windows
from tests.serving import LETTER, Member, Server, come_in, make_workspace, served
from workflow.access import OPERATOR, Role
from workflow.services import documents
from workflow.services.workspace import Workspace, open_workspace
from workflow.store.translations import Current, current, history

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

T = TypeVar("T")
CHROMIUM = shutil.which("chromium")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class House:
    """A served workspace, and those who work in it; what is in the store is asked of the store."""

    server: Server
    workspace: Workspace
    samar: Member
    """Translates, into every language."""
    omar: Member
    """Translates too."""
    rana: Member
    """Reviews."""
    kim: Member
    """Coordinates."""
    lee: Member
    """Reads, and may not save."""
    _count: Iterator[int] = field(default_factory=lambda: itertools.count(1), init=False)

    def new_letter(self, text: str = LETTER, suffix: str = ".txt") -> str:
        """Add a document that no other test has touched; give its name."""
        name = f"letter-{next(self._count)}"
        documents.add(
            self.workspace,
            OPERATOR,
            datetime.now(UTC),
            data=text.encode(),
            file_name=f"{name}{suffix}",
            locale="en",
            languages=("fr", "ar"),
        )
        return name

    def come_in(self, name: str, role: Role | None = Role.TRANSLATOR, **which: str) -> Member:
        """Let somebody in whom no other test knows."""
        return come_in(self.workspace, f"{name} {next(self._count)}", role, **which)

    @staticmethod
    def translate(document: str, locale: str = "ar", unit: str = "") -> str:
        """Say where a document is translated."""
        return f"/translate?document={document}&locale={locale}" + (
            f"&paragraph={unit}" if unit else ""
        )

    def units(self, document: str) -> list[str]:
        """Give the ids of a document's paragraphs, in order."""
        page = self.server.ask(
            "GET", f"/api/statement?document={document}&locale=ar", who=self.samar
        )
        units = page.data["units"]
        assert isinstance(units, list)
        return [str(each["id"]) for each in units]

    def stored(self, unit: str, locale: str = "ar") -> Current:
        """Give a translation as it is in the store now."""
        with self.workspace.store.reading() as db:
            return current(db, unit, locale)

    def texts(self, unit: str, locale: str = "ar") -> list[str]:
        """Give all texts a translation ever had, oldest first."""
        with self.workspace.store.reading() as db:
            return [each.text for each in reversed(history(db, unit, locale))]


class OpenPage(Protocol):
    """Open a page in a browser of its own, signed in as somebody, or as nobody."""

    def __call__(
        self,
        member: Member | None,
        path: str,
        *,
        phone: bool = False,
        dark: bool = False,
        locale: str = "en",
    ) -> Page: ...


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = make_workspace(tmp_path_factory.mktemp("house") / "workspace")
    with open_workspace(folder) as workspace:
        members = {
            "samar": come_in(workspace, "Samar", Role.TRANSLATOR),
            "omar": come_in(workspace, "Omar", Role.TRANSLATOR),
            "rana": come_in(workspace, "Rana", Role.REVIEWER),
            "kim": come_in(workspace, "Kim", Role.COORDINATOR),
            "lee": come_in(workspace, "Lee", Role.READER),
        }
        with served(folder) as server:
            yield House(server, workspace, **members)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def stage(house: House, chromium: Browser) -> Page:
    """Give a page with the outbox's script alone; see `staging`."""
    return staged(house, chromium)


@pytest.fixture(scope="module")
def windows(house: House, chromium: Browser) -> Iterator[Windows]:
    windows = Windows(chromium, house.server.url)
    yield windows
    windows.close()


@pytest.fixture
def open_page(house: House, windows: Windows) -> Iterator[OpenPage]:
    def open_page(
        member: Member | None,
        path: str,
        *,
        phone: bool = False,
        dark: bool = False,
        locale: str = "en",
    ) -> Page:
        page = windows.enter(Look(phone, dark, locale))
        if member:
            cookie = {"name": "undersigned", "value": member.session, "url": house.server.url}
            page.context.add_cookies([cookie])  # type: ignore[list-item]
        page.goto(house.server.url + path)
        return page

    yield open_page
    assert windows.leave() == []


@pytest.fixture
def letter(house: House) -> str:
    """Give the name of a letter that no other test has touched."""
    return house.new_letter()


@pytest.fixture
def page(house: House, open_page: OpenPage, letter: str) -> Page:
    """Open that letter as somebody who translates it."""
    page = open_page(house.samar, house.translate(letter))
    page.locator("li.row").first.wait_for()
    return page


def until(
    ask: Callable[[], T], seconds: float = PATIENCE, wait: Callable[[float], object] = time.sleep
) -> T:
    """Ask again until the answer is something; give it, or fail.

    Where routes of a page are played by the test, `wait` has to be the page's own.
    """
    end = time.monotonic() + seconds
    while not (found := ask()):
        assert time.monotonic() < end, "it did not happen"
        wait(0.02)
    return found


__all__ = ["House", "OpenPage", "until"]
