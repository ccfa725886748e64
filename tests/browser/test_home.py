"""Home, and the way from there to the work: in a real browser, for all, whatever was typed."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from tests.browser.accessibility import violations
from tests.browser.conftest import CHROMIUM, House, OpenPage
from tests.hostile import HOSTILE
from tests.serving import Member
from workflow.access import OPERATOR, Role
from workflow.errors import HostileInput, LimitExceeded
from workflow.services import documents, people, review, translation
from workflow.settings import DocumentChanges
from workflow.store.ids import new_id
from workflow.store.members import rename

if TYPE_CHECKING:
    from playwright.sync_api import Page

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

FORMS = ("light", "dark", "phone", "arabic")
NOW = datetime.now(UTC)


class Busy:
    """Somebody to whom something came back, with a letter that no other test has touched."""

    def __init__(self, house: House, text: str = "Say it again.") -> None:
        self.house, self.member, self.text = house, house.come_in("Noor"), text
        self.document = house.new_letter()
        self.units = house.units(self.document)
        self.save(1, "هاربر باي")
        self.save(2, "نحن")
        unit = self.units[1]
        work = house.workspace
        review.send_back(
            work, house.rana.id, NOW, unit=unit, locale="ar", seen=1, reason="Say it again."
        )
        self.asked = translation.ask(
            work, self.member.id, NOW, unit=unit, locale="ar", text="Which?"
        )
        translation.suggest(work, house.omar.id, NOW, unit=unit, locale="ar", text="نص آخر")

    def save(self, number: int, text: str) -> None:
        translation.save(
            self.house.workspace,
            self.member.id,
            NOW,
            unit=self.units[number],
            locale="ar",
            text=text,
            seen=0,
            token=new_id(NOW),
        )

    @property
    def there(self) -> str:
        """Say where the paragraph is that came back."""
        return self.house.translate(self.document) + f"&paragraph={self.units[1]}"


def speak(house: House, member: Member, form: str) -> None:
    if form == "arabic":
        people.change_me(house.workspace, member.id, NOW, interface_locale="ar")


def opened_help(page: Page) -> None:
    """Open every panel of the help."""
    for title in ("History", "السجل"):
        panel = page.locator(".st-key-us-help summary").filter(has_text=title)
        if panel.count():
            panel.first.click()


# --- for everybody -------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_home_and_its_neighbours_have_no_fault_that_axe_finds(
    house: House, open_page: OpenPage, form: str
) -> None:
    busy = Busy(house)
    speak(house, busy.member, form)
    page = open_page(busy.member, "/", dark=form == "dark", phone=form == "phone")
    expect(page.locator("h2").first).to_be_visible()
    assert violations(page) == []
    page = open_page(None, "/", dark=form == "dark", phone=form == "phone")
    expect(page.locator("h1")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("form", FORMS)
def test_translate_has_no_fault_that_axe_finds(
    house: House, open_page: OpenPage, form: str
) -> None:
    busy = Busy(house)
    speak(house, busy.member, form)
    page = open_page(busy.member, busy.there, dark=form == "dark", phone=form == "phone")
    expect(page.locator(".st-key-us-help h2")).to_be_attached()
    expect(page.locator(".st-key-us-help summary").first).to_be_attached()
    if form == "phone":
        expect(page.locator("dialog textarea")).to_be_visible()
        page.keyboard.press("Escape")
    opened_help(page)
    expect(page.get_by_text("Which?").first).to_be_visible()
    assert violations(page) == []
    page.locator(".st-key-us-where [data-testid=stCheckbox] label").click()
    expect(page.locator(".us-statement")).to_be_visible()
    assert violations(page) == []


def test_the_page_says_its_language_and_runs_its_way(house: House, open_page: OpenPage) -> None:
    busy = Busy(house)
    page = open_page(busy.member, "/")
    expect(page.locator("html[lang=en][dir=ltr]")).to_be_attached()
    speak(house, busy.member, "arabic")
    page.reload()
    expect(page.locator("html[lang=ar][dir=rtl]")).to_be_attached()
    expect(page.locator(".us-brand")).to_be_visible()
    brand, person = page.locator(".us-brand"), page.locator(".st-key-us-person")
    one, other = brand.bounding_box(), person.bounding_box()
    assert one is not None
    assert other is not None
    assert one["x"] > other["x"]


@pytest.mark.parametrize("phone", [False, True])
def test_nothing_is_wider_than_the_window(
    house: House, open_page: OpenPage, *, phone: bool
) -> None:
    busy = Busy(house)
    for path in ("/", busy.there):
        page = open_page(busy.member, path, phone=phone)
        expect(page.locator("h1").first).to_be_attached()
        expect(page.locator("h2").first).to_be_attached()
        wide = page.locator("[data-testid=stMain]").evaluate("e => e.scrollWidth - e.clientWidth")
        assert wide <= 0


# --- the way -------------------------------------------------------------------------------------


def test_a_link_leads_to_its_paragraph_and_the_bar_keeps_the_place(
    house: House, open_page: OpenPage
) -> None:
    busy = Busy(house)
    page = open_page(busy.member, "/")
    page.get_by_role("link", name="Look at it").click()
    field = page.get_by_role("textbox", name=re.compile("^Translation of paragraph 2"))
    expect(field).to_be_visible()
    expect(page).to_have_url(re.compile(f"paragraph={busy.units[1]}"))
    page.get_by_role("link", name="Home").click()
    expect(page.get_by_role("heading", name="Came back to you")).to_be_visible()
    page.get_by_role("link", name="Translate").click()
    expect(field).to_be_visible()
    expect(page).to_have_url(re.compile(f"paragraph={busy.units[1]}"))


def test_whoever_opens_a_paragraph_and_leaves_at_once_gets_there(
    house: House, open_page: OpenPage
) -> None:
    """The statement tells the page a moment later what is open; by then that page is left."""
    busy = Busy(house)
    page = open_page(busy.member, busy.there)
    for number, pause in ((2, 120), (3, 130), (4, 138), (2, 142), (3, 146), (4, 148)):
        page.locator("li.row").nth(number).wait_for()
        page.locator("li.row").nth(number).evaluate(
            """(row, pause) => {
                row.click();
                const links = [...document.querySelectorAll('a')];
                const home = links.find((each) => each.innerText === 'Home');
                setTimeout(() => home.click(), pause);
            }""",
            pause,
        )
        expect(page.get_by_role("heading", name="Came back to you")).to_be_visible()
        page.wait_for_timeout(700)
        expect(page.get_by_role("heading", name="Came back to you")).to_be_visible()
        page.get_by_role("link", name="Translate", exact=True).click()


def test_moving_on_moves_the_address_and_the_help(house: House, open_page: OpenPage) -> None:
    busy = Busy(house)
    page = open_page(busy.member, busy.there)
    expect(page.locator(".st-key-us-help")).to_contain_text("Which?")
    page.locator("li.row").nth(3).click()
    expect(page).to_have_url(re.compile(f"paragraph={busy.units[3]}"))
    expect(page.locator(".st-key-us-help")).not_to_contain_text("Which?")
    page.reload()
    field = page.get_by_role("textbox", name=re.compile("^Translation of paragraph 4"))
    expect(field).to_be_visible()


def test_a_session_that_ends_leaves_the_field_and_says_so(
    house: House, open_page: OpenPage
) -> None:
    busy = Busy(house)
    page = open_page(busy.member, busy.there)
    field = page.locator(".ust textarea")
    field.press_sequentially(" وزيادة")
    field.evaluate("e => { e.mark = 'mine' }")
    people.sign_out_everywhere(house.workspace, busy.member.id, NOW)
    page.locator(".st-key-us-help summary").last.click()
    expect(page.get_by_text("You are signed out on this device.").first).to_be_visible()
    expect(field).to_be_visible()
    assert field.evaluate("e => e.mark") == "mine", "it is the same field"
    assert "وزيادة" in field.input_value()
    expect(page.locator(".st-key-us-help")).to_have_count(0)


# --- whatever was typed --------------------------------------------------------------------------


def test_hostile_texts_make_no_element_and_no_request(house: House, open_page: OpenPage) -> None:
    """In a title, a name, a reason, comments and suggestions, all at once."""
    busy = Busy(house)
    work, unit = house.workspace, busy.units[1]
    for number, text in enumerate(HOSTILE):
        who = house.come_in(f"Author {number}", Role.TRANSLATOR)
        with work.store.writing() as db:
            rename(db, who.id, f"{text} {number}", f"hostile {number} {busy.document}")
        for say in (_comment, _suggest):
            try:
                say(house, who, unit, text)
            except (HostileInput, LimitExceeded):
                continue  # refused at the door
    _entitle(house, busy.document, "<img src=x onerror=alert(1)> ![x](https://evil.example/i.png)")
    for path in ("/", busy.there):
        page = open_page(busy.member, path)
        page.on("dialog", lambda _: pytest.fail("a script ran"))
        expect(page.locator("h2").first).to_be_attached()
        expect(page.get_by_text("<img src=x").first).to_be_attached()
        made = "img[src='x'], img[src*=evil], script:not([src]):not([type]), a[href*=evil], iframe"
        inside = page.locator("[data-testid=stMain]")
        assert inside.locator(made).count() == 0
        assert inside.locator("[onload], [onerror], [ontoggle], [onfocus]").count() == 0


def _comment(house: House, who: Member, unit: str, text: str) -> None:
    translation.comment(house.workspace, who.id, NOW, unit=unit, locale="ar", text=text)


def _suggest(house: House, who: Member, unit: str, text: str) -> None:
    translation.suggest(house.workspace, who.id, NOW, unit=unit, locale="ar", text=text)


def _entitle(house: House, document: str, title: str) -> None:
    changes = DocumentChanges(title=title)
    documents.change(house.workspace, OPERATOR, NOW, document=document, changes=changes)
