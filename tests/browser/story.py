"""A statement from the first paste to the finished files: three people before three browsers.

Kim coordinates and reads English, Samar translates and reads Arabic, Hana reviews and reads
Japanese. The test plays it; the tutorial's pictures are taken from it.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ui.language import words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

    from tests.serving import Member

TITLE = "Keep the reading room open"
SOURCE = f"""\
# {TITLE}

Harbour Bay, 3 May 2027

We, the undersigned, ask the town council:

1. The reading room shall stay open every evening.
2. Books in all languages of the town shall be bought every year.

The Friends of the Reading Room
"""
ARABIC = (
    "أبقوا قاعة المطالعة مفتوحة",
    "هاربر باي، ٣ أيار/مايو ٢٠٢٧",
    "نحن الموقعين أدناه نطلب من مجلس المدينة ما يلي:",
    "تبقى قاعة المطالعة مفتوحة كل صباح.",
    "تُشترى كل عام كتب بكل لغات المدينة.",
    "أصدقاء قاعة المطالعة",
)
EVENING = "تبقى قاعة المطالعة مفتوحة كل مساء."
WRONG = 4
"""Number of the paragraph that says "every morning" where the source says "every evening"."""
OLD, NEW = "every year.", "every year, and lent to everybody free of charge."
FREE = "تُشترى كل عام كتب بكل لغات المدينة، وتُعار للجميع مجانًا."
CHANGED = 5
WIDE, PHONE = (1280, 860), (390, 844)
LONG = 20_000
"""Milliseconds that a step may take on a busy machine."""


SETTINGS = """\
name = "Harbour Bay"
source_locale = "en"
languages = ["ar"]
"""


def make_town(folder: Path) -> None:
    """Make a workspace without any statement."""
    (folder / "sources").mkdir(parents=True)
    (folder / "workspace.toml").write_text(SETTINGS, "utf-8")


@dataclass
class Stage:
    """Where the story is played."""

    url: str
    browser: Browser
    folder: Path
    """An empty one, for what is downloaded."""
    picture: Callable[[str, Page], None] = lambda _name, _page: None
    """Takes a picture of a page, under the name that the tutorial calls it by."""
    clicks: dict[str, int] = field(default_factory=dict)
    """How often somebody clicked on the way to what the name says."""

    def open(
        self, locale: str, path: str, who: Member | None = None, *, phone: bool = False
    ) -> Page:
        """Open a browser of its own."""
        width, height = PHONE if phone else WIDE
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            is_mobile=phone,
            has_touch=phone,
            locale=locale,
            accept_downloads=True,
        )
        context.set_default_timeout(LONG)
        if who:
            cookie = {"name": "undersigned", "value": who.session, "url": self.url}
            context.add_cookies([cookie])  # type: ignore[list-item]
        page = context.new_page()
        page.goto(path if "://" in path else self.url + path)
        return page


class Counted:
    """A page of somebody whose clicks are counted."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def click(self, what: Locator) -> None:
        """Click on something once it is there."""
        what.click()
        self.clicks += 1

    def button(self, name: str) -> None:
        """Click on the button with these words."""
        self.click(self.page.get_by_role("button", name=name, exact=True))


def play(stage: Stage, kim: Member) -> None:
    """Play the whole story."""
    coordinator = stage.open("en", "/board", kim)
    samar_link = pasted_and_invited(stage, coordinator)
    samar = joined(stage, samar_link, "ar", "Samar", "join")
    translated(stage, samar)
    hana_link = invited(coordinator, "Reviewer")
    hana = joined(stage, hana_link, "ja", "Hana")
    sent_back_and_approved(stage, hana)
    mended(stage, samar)
    rest_approved(stage, hana)
    revised(stage, coordinator)
    done_again(stage, samar, hana)
    taken_away(stage, coordinator)


# --- the coordinator ------------------------------------------------------------------------------


def pasted_and_invited(stage: Stage, page: Page) -> str:
    """Paste the statement, look at its cut, put it in, and invite a translator; give the link."""
    kim = Counted(page)
    kim.click(page.get_by_role("link", name="Add a statement"))
    page.get_by_label("Or paste the text of the statement").fill(SOURCE)
    kim.button("See how it is divided")
    page.get_by_text("6 paragraphs").first.wait_for()
    stage.picture("cut", page)
    kim.button("Add this statement")
    page.get_by_text("The statement is in.").wait_for()
    kim.button("Make a link")
    code = page.locator("[data-testid=stCode]")
    link = code.inner_text().strip()
    code.scroll_into_view_if_needed()
    stage.picture("invite", page)
    stage.clicks["from the board to an invitation"] = kim.clicks
    return link


def invited(page: Page, role: str) -> str:
    """Make one more link, for another role."""
    before = page.locator("[data-testid=stCode]").inner_text()
    page.get_by_role("radio", name=role, exact=True).click()
    page.get_by_role("button", name="Make a link").click()
    page.wait_for_timeout(500)
    code = page.locator("[data-testid=stCode]").get_by_text(re.compile("/join/"))
    code.wait_for()
    for _ in range(100):
        if code.inner_text() != before:
            return code.inner_text().strip()
        page.wait_for_timeout(100)
    raise AssertionError("there is no new link")


def revised(stage: Stage, page: Page) -> None:
    """Change a sentence of the source, see what it costs, and release it."""
    page.get_by_role("tab", name="Text", exact=True).click()
    page.get_by_role("button", name="Propose a new text").click()
    source = page.get_by_label("Or write the text as it shall be")
    source.fill(SOURCE.replace(OLD, NEW))
    page.get_by_role("button", name="Show what changes").click()
    page.get_by_role("button", name="Release", exact=True).wait_for()
    page.get_by_role("heading", name="A new text waits").scroll_into_view_if_needed()
    stage.picture("revision", page)
    page.get_by_role("button", name="Release", exact=True).click()
    page.get_by_text("Released: this is the text that translators see now.").wait_for()


def taken_away(stage: Stage, page: Page) -> None:
    """See on the board that all is done, take the zip away and open what is in it."""
    page.goto(f"{stage.url}/board")
    page.get_by_role("link", name=TITLE).first.wait_for()
    page.get_by_text("100%").first.wait_for()
    stage.picture("board", page)
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Take away").last.click()
    way = page.get_by_role("link", name="All languages as one zip")
    way.wait_for()
    stage.picture("take-away", page)
    with page.expect_download() as coming:
        way.click()
    packed = stage.folder / "statement.zip"
    coming.value.save_as(packed)
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(stage.folder / "unpacked")
    index = next((stage.folder / "unpacked").rglob("index.html"))
    finished = stage.open("en", index.as_uri())
    stage.picture("package", finished)
    finished.get_by_role("link", name="العربية").first.click()
    finished.get_by_text(EVENING).wait_for()
    finished.get_by_text(FREE).wait_for()
    assert finished.locator("html").get_attribute("dir") == "rtl"
    assert "مسودة" not in finished.inner_text("body")
    stage.picture("finished", finished)
    finished.context.close()


# --- the translator -------------------------------------------------------------------------------


def joined(stage: Stage, link: str, tag: str, name: str, picture: str = "") -> Counted:
    """Come in by an invitation, under a name, and begin."""
    page = stage.open(tag, link)
    say = words(tag).say
    who = Counted(page)
    at = page.locator("#name")
    at.wait_for()
    if picture:
        stage.picture(picture, page)
    at.fill(name)
    who.button(say("Join"))
    who.click(page.get_by_role("link", name=say("Begin"), exact=True))
    page.locator("li.row").first.wait_for()
    return who


def field_of(page: Page, tag: str, number: int) -> Locator:
    """Find the field of a paragraph, as the reader's language calls it."""
    language = words(tag)
    name = language.say(
        "Translation of paragraph {n} into {language}",
        n=language.number(number),
        language=language.language("ar"),
    )
    return page.get_by_role("textbox", name=name)


def translated(stage: Stage, who: Counted) -> None:
    """Translate the whole statement, paragraph after paragraph, by the keyboard."""
    page = who.page
    for number, text in enumerate(ARABIC, 1):
        at = field_of(page, "ar", number)
        at.wait_for()
        at.fill(text)
        if number == CHANGED:
            page.wait_for_timeout(500)
            stage.picture("translate", page)
        if number == 1:
            who.button(words("ar").say("Save and next"))
            stage.clicks["from the link to a saved paragraph"] = who.clicks
        else:
            at.press("Control+Enter")
    page.get_by_role("button", name=words("ar").say("All")).wait_for()
    saved(page, "ar")


def saved(page: Page, tag: str) -> None:
    """Wait until the line above the statement says that all is saved."""
    begin = words(tag).say("Saved {time}", time="").strip()
    page.locator(".status[data-state=saved] .line").get_by_text(begin).wait_for()


def mended(stage: Stage, who: Counted) -> None:
    """Read at home what came back and why, and write it anew."""
    page, say = who.page, words("ar").say
    page.goto(f"{stage.url}/")
    page.get_by_role("heading", name=say("Came back to you")).wait_for()
    stage.picture("came-back", page)
    page.get_by_role("link", name=say("Look at it")).click()
    at = field_of(page, "ar", WRONG)
    at.wait_for()
    at.fill(EVENING)
    at.press("Control+Enter")
    saved(page, "ar")


def done_again(stage: Stage, samar: Counted, hana: Counted) -> None:
    """Translate what the authors changed, and have it approved."""
    page = samar.page
    page.goto(f"{stage.url}/")
    page.get_by_role("link", name=words("ar").say("See what changed")).click()
    at = field_of(page, "ar", CHANGED)
    at.wait_for()
    page.locator(".editor .changed ins").wait_for()
    stage.picture("changed", page)
    at.fill(FREE)
    at.press("Control+Enter")
    saved(page, "ar")
    hana.page.reload()
    row(hana.page, CHANGED).get_by_role("button", name=words("ja").say("Approve")).click()
    reviewed(hana.page, CHANGED)


# --- the reviewer ---------------------------------------------------------------------------------


def row(page: Page, number: int) -> Locator:
    """Find a paragraph of the statement."""
    return page.locator("li.row").nth(number - 1)


def reviewed(page: Page, number: int) -> None:
    """Wait until a paragraph is reviewed."""
    row(page, number).locator(".go .reviewed").wait_for()


def sent_back_and_approved(stage: Stage, who: Counted) -> None:
    """Approve the first paragraph and send one back that says something else than its source."""
    page, say = who.page, words("ja").say
    who.click(row(page, 1).get_by_role("button", name=say("Approve")))
    reviewed(page, 1)
    stage.clicks["from the link to a reviewed paragraph"] = who.clicks
    stage.picture("review", page)
    row(page, WRONG).get_by_role("button", name=say("Send back")).click()
    page.get_by_role("checkbox", name=say("The meaning differs from the source.")).check()
    page.get_by_role("textbox", name=say("In your own words")).fill("evening = مساء")
    stage.picture("send-back", page)
    page.locator(".sending").get_by_role("button", name=say("Send back")).click()
    row(page, WRONG).locator(".go .needs_work").wait_for()


def rest_approved(stage: Stage, who: Counted) -> None:
    """Read what came meanwhile, and approve the rest in one go."""
    page, say = who.page, words("ja").say
    page.reload()
    row(page, WRONG).get_by_text(EVENING).wait_for()
    page.get_by_role("button", name=say("I have read the whole statement")).click()
    page.get_by_role("dialog").wait_for()
    stage.picture("whole", page)
    page.get_by_role("button", name=say("Yes, approve the rest")).click()
    page.get_by_role("dialog").get_by_role("button", name=say("Close")).click()
    for number in range(1, len(ARABIC) + 1):
        reviewed(page, number)
