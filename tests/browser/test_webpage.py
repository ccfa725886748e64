"""The web page in a real browser: still, legible, mirrored."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import CHROMIUM
from workflow.exporters.webpage import WEBPAGE
from workflow.model import Block, BlockKind, Inline, TargetDocument

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DATA = Path(__file__).parents[1] / "data" / "exporters"
LOCALES = ("en", "ar", "ja")
STATEMENTS = (
    *(f"rivers.{locale}" for locale in LOCALES),
    *(f"village.{locale}" for locale in ("en", "fa", "ja")),
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


def _open(
    chromium: Browser,
    locale: str,
    *,
    width: int = 1280,
    dark: bool = False,
    name: str = "rivers",
) -> Page:
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    page.goto((DATA / f"{name}.{locale}.html").as_uri())
    return page


def _luminance(colour: str) -> float:
    """Give relative luminance (WCAG 2.2) of `rgb(r, g, b)`."""
    parts = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_request_leaves_and_nothing_is_refused(chromium: Browser, statement: str) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto((DATA / f"{statement}.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert complaints == []
    page.close()


@pytest.mark.parametrize("statement", STATEMENTS)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_hangs_over_the_side(chromium: Browser, statement: str, width: int) -> None:
    name, locale = statement.split(".")
    page = _open(chromium, locale, width=width, name=name)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    over = page.evaluate(
        "[...document.querySelectorAll('body *')].filter(e => {"
        "if (e.parentElement.closest('.table, pre')) return false;"  # these scroll by themselves
        "const b = e.getBoundingClientRect();"
        "return b.left < -1 || b.right > innerWidth + 1}).map(e => e.outerHTML)"
    )
    assert over == []
    page.context.close()


@pytest.mark.parametrize(("locale", "direction"), [("en", "ltr"), ("ar", "rtl"), ("ja", "ltr")])
def test_direction(chromium: Browser, locale: str, direction: str) -> None:
    page = _open(chromium, locale)
    assert page.evaluate("getComputedStyle(document.querySelector('main p')).direction") == (
        direction
    )
    if locale != "en":
        foreign = "getComputedStyle(document.querySelector('main > p[lang=en]')).direction"
        assert page.evaluate(foreign) == "ltr"
    page.context.close()


_INK = """selector => {
  const element = document.querySelector(selector);
  return [getComputedStyle(element).color,
          getComputedStyle(document.documentElement).backgroundColor];
}"""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(
    ("selector", "least"),
    [
        ("main > p", 7), ("h1", 7), ("h2", 7), ("blockquote p", 7), (".signatories bdi", 7),
        (".subtitle", 4.5), (".date-line", 4.5), (".source-line", 4.5), (".boilerplate", 4.5),
        (".caption", 4.5), (".language", 4.5), (".status", 4.5), ("main a", 4.5), (".marker", 4.5),
    ],
)  # fmt: skip
def test_contrast(chromium: Browser, selector: str, least: float, *, dark: bool) -> None:
    page = _open(chromium, "ar", dark=dark)
    ink, ground = page.evaluate(_INK, selector)
    assert _contrast(ink, ground) >= least
    page.context.close()


_PLACES = """() => [...document.querySelectorAll('ol > li')].map(item => {
  const [marker, text] = [...item.children].map(child => child.getBoundingClientRect());
  return {marker: [marker.left, marker.right, marker.top], text: [text.left, text.right, text.top]};
})"""


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("width", [360, 1280])
def test_markers_stand_at_the_start(chromium: Browser, locale: str, width: int) -> None:
    page = _open(chromium, locale, width=width)
    places: list[dict[str, Any]] = page.evaluate(_PLACES)
    assert len(places) == 11
    for place in places:
        left, right, top = place["marker"]
        text_left, text_right, text_top = place["text"]
        if locale == "ar":
            assert left >= text_right
        else:
            assert right <= text_left
        assert abs(top - text_top) < 12
    page.context.close()


def test_signatories_stand_in_columns_where_there_is_room(chromium: Browser) -> None:
    script = (
        "[...new Set([...document.querySelectorAll('.signatories li')]"
        ".map(e => Math.round(e.getBoundingClientRect().left)))].length"
    )
    wide, narrow = _open(chromium, "en"), _open(chromium, "en", width=360)
    assert wide.evaluate(script) == 2
    assert narrow.evaluate(script) == 1
    wide.context.close()
    narrow.context.close()


def test_a_footnote_and_back(chromium: Browser) -> None:
    page = _open(chromium, "ar", width=360)
    page.click("#ref-2")
    assert page.evaluate("location.hash") == "#note-2"
    page.click("#note-2 .marker a")
    assert page.evaluate("location.hash") == "#ref-2"
    page.context.close()


_SIDES = """() => {
  const table = document.querySelector('table').getBoundingClientRect();
  return [...document.querySelectorAll('tbody')[0].rows[0].cells].map(cell => {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const words = range.getBoundingClientRect(), box = cell.getBoundingClientRect();
    return {words: [words.left, words.right], cell: [box.left, box.right]};
  });
}"""


@pytest.mark.parametrize(("locale", "mirrored"), [("en", False), ("fa", True)])
def test_columns_stand_where_their_author_put_them(
    chromium: Browser, locale: str, *, mirrored: bool
) -> None:
    page = _open(chromium, locale, name="village")
    name, number, middle = page.evaluate(_SIDES)
    begin, end = (1, 0) if mirrored else (0, 1)
    assert (name["cell"][0] < number["cell"][0]) is not mirrored
    assert abs(name["words"][begin] - name["cell"][begin]) < 2
    assert abs(number["words"][end] - number["cell"][end]) < 2
    assert middle["cell"][0] < middle["words"][0]
    assert middle["words"][1] < middle["cell"][1]
    page.context.close()


_SCROLLED = """() => new Promise(done => {
  const look = () => document.activeElement.scrollLeft ? done() : requestAnimationFrame(look);
  look();
})"""


@pytest.mark.parametrize("locale", ["en", "fa", "ja"])
def test_a_wide_table_is_scrolled_by_keyboard(chromium: Browser, locale: str) -> None:
    page = _open(chromium, locale, width=360, name="village")
    wide = page.locator(".table").nth(1)
    assert wide.evaluate("e => e.scrollWidth > e.clientWidth + 20")
    wide.focus()
    page.keyboard.press("ArrowLeft" if locale == "fa" else "ArrowRight")
    page.evaluate(_SCROLLED)
    assert page.evaluate("scrollX") == 0
    page.context.close()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("selector", ["td", "th", "del", "ul > li > .marker"])
def test_contrast_of_what_came_later(chromium: Browser, selector: str, *, dark: bool) -> None:
    page = _open(chromium, "fa", dark=dark, name="village")
    ink, ground = page.evaluate(_INK, selector)
    assert _contrast(ink, ground) >= 4.5
    page.context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_twenty_levels_have_room(chromium: Browser, width: int) -> None:
    inside: tuple[Block, ...] = ()
    kinds = (BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM, BlockKind.QUOTE)
    for level in range(20, 0, -1):
        text = Inline(f"Level {level} of the well")
        marker = "1." if level % 3 == 0 else ""
        inside = (Block(kinds[level % 3], level, marker, (text, *inside)),)
    document = TargetDocument("deep", "Deep", "ar", "en", b"", inside)
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.set_content(WEBPAGE.export(document).decode())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    narrowest = "Math.min(...[...document.querySelectorAll('p')].map(e => e.clientWidth || 999))"
    assert page.evaluate(narrowest) > 70
    page.close()


def test_a_table_is_whole_on_paper(chromium: Browser) -> None:
    page = _open(chromium, "en", width=640, name="village")
    page.emulate_media(media="print")
    over = "[...document.querySelectorAll('.table')].filter(e => e.scrollWidth > e.clientWidth + 1)"
    assert page.evaluate(f"{over}.length") == 0
    page.context.close()


def test_it_goes_to_paper(chromium: Browser) -> None:
    page = _open(chromium, "ar", dark=True)
    page.emulate_media(media="print")
    ink, ground = page.evaluate(_INK, "main > p")
    assert (ink, ground) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    page.context.close()
