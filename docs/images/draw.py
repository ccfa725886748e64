"""Draw `one-statement.png`: the sample statement in four languages, side by side.

    undersigned demo --into DIR && python docs/images/draw.py DIR/statements

Needs Chromium and the fonts that CONTRIBUTING names.
"""

from __future__ import annotations

import base64
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

LOCALES = ("en", "ar", "ja", "fr")
WIDTH, HEIGHT = 540, 760
_PAGE = """<style>
  body {{ margin: 0; padding: 28px; background: #e9e9ee; display: grid; gap: 28px;
         grid-template-columns: repeat({count}, 1fr); }}
  img {{ width: 100%; border-radius: 6px; box-shadow: 0 2px 14px #0003; display: block; }}
</style>{pictures}"""


def draw(statements: Path, name: str, into: Path) -> None:
    """Photograph the top of each page and hang them in a row."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        pictures = [_photograph(browser, statements / tag / f"{name}.html") for tag in LOCALES]
        tags = "".join(f'<img src="data:image/png;base64,{each}">' for each in pictures)
        page = browser.new_page(viewport={"width": 1400, "height": 200})
        page.set_content(_PAGE.format(count=len(LOCALES), pictures=tags))
        page.screenshot(path=into, full_page=True)
        browser.close()


def _photograph(browser: Browser, path: Path) -> str:
    page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
    page.goto(path.absolute().as_uri())
    data = page.screenshot()
    page.close()
    return base64.b64encode(data).decode()


if __name__ == "__main__":
    draw(Path(sys.argv[1]), "rivers", Path(__file__).with_name("one-statement.png"))
