"""Photograph the interface: for `how-to/translate-in-the-browser` and `tutorial/in-the-browser`.

    python docs/images/photograph.py [FOLDER]

A copy of the sample workspace is served for the first, with one volunteer; for the second the story
of the tests is played. Needs Chromium and the fonts that CONTRIBUTING names. Without a folder the
pictures of the documentation are made anew.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from docs.generate import SAMPLE  # noqa: E402
from tests.browser.story import Stage, make_town, play  # noqa: E402
from tests.serving import Member, Server, come_in, served  # noqa: E402
from workflow.access import OPERATOR, Role  # noqa: E402
from workflow.services import exchange, people, translation  # noqa: E402
from workflow.services.workspace import open_workspace  # noqa: E402

NAME, LOCALE, WORKED_ON = "rivers", "ar", 6
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync")
TAP = 1500
"""Milliseconds after which a page stands still."""


@dataclass(frozen=True)
class Picture:
    """One photograph."""

    name: str
    path: str
    is_phone: bool = False
    locale: str = "en"
    opens: bool = False
    """Whether the paragraph in work is opened first."""
    is_stranger: bool = False


PICTURES = (
    Picture("join", "/join/{token}", is_phone=True, is_stranger=True),
    Picture("translate", "/translate?document={name}&locale={to}", opens=True),
    Picture("translate-arabic", "/translate?document={name}&locale={to}", locale="ar", opens=True),
    Picture("translate-phone", "/translate?document={name}&locale={to}", is_phone=True, opens=True),
)


def photograph(into: Path) -> None:
    """Serve the sample and photograph every screen."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "letters"
        folder.mkdir()
        for each in SAMPLE:
            copy = shutil.copytree if (ROOT / each).is_dir() else shutil.copy
            copy(ROOT / each, folder / each)
        with open_workspace(folder) as workspace:
            now = datetime.now(UTC)
            exchange.ensure(workspace, now)
            who = come_in(workspace, "Samar", Role.TRANSLATOR, locale=LOCALE)
            rows = translation.units(workspace, who.id, now, document=NAME, locale=LOCALE)
            unit = rows[WORKED_ON].unit
            link = people.invite(workspace, OPERATOR, now, role=Role.TRANSLATOR, locale=LOCALE)
        with served(folder) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=list(QUIET)
            )
            for picture in PICTURES:
                page = opened(browser, server, who, picture, link.link.token)
                if picture.opens:
                    page.locator(f'li[data-unit="{unit}"] button').first.click()
                page.wait_for_timeout(TAP)
                page.screenshot(path=into / f"{picture.name}.png")
                page.context.close()
            browser.close()


def play_the_story(into: Path) -> None:
    """Play the story of three people, and keep a picture of each step."""
    into.mkdir(parents=True, exist_ok=True)

    def picture(name: str, page: Page) -> None:
        page.wait_for_timeout(TAP)
        page.screenshot(path=into / f"{name}.png")

    with tempfile.TemporaryDirectory() as name:
        folder, home = Path(name) / "town", Path(name) / "home"
        home.mkdir()
        make_town(folder)
        with open_workspace(folder) as workspace:
            kim = come_in(workspace, "Kim", Role.COORDINATOR)
        with served(folder) as server, sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=list(QUIET)
            )
            play(Stage(server.url, browser, home, picture), kim)
            browser.close()


def opened(browser: Browser, server: Server, who: Member, wanted: Picture, token: str) -> Page:
    """Open a page on a device of its own."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}
        if wanted.is_phone
        else {"width": 1280, "height": 860},
        is_mobile=wanted.is_phone,
        has_touch=wanted.is_phone,
        locale=wanted.locale,
    )
    if not wanted.is_stranger:
        context.add_cookies([{"name": "undersigned", "value": who.session, "url": server.url}])
    page = context.new_page()
    page.goto(server.url + wanted.path.format(token=token, name=NAME, to=LOCALE))
    page.get_by_role("heading", level=1).first.wait_for(state="attached")
    page.wait_for_timeout(TAP)
    return page


if __name__ == "__main__":
    wanted = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    photograph(wanted or Path(__file__).parent)
    play_the_story((wanted or ROOT / "docs" / "tutorial") / "in-the-browser")
