"""The paragraph in work: its codes, keys, choices, and what it says to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from tests.browser.editing import URL, field, now, open_at, pressed, put_caret, save, value
from tests.serving import LETTER
from workflow.model import State
from workflow.services import documents

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


# --- codes ----------------------------------------------------------------------------------------


def test_codes_are_put_in_at_the_cursor(page: Page) -> None:
    at = open_at(page, 4)
    page.keyboard.type("قبل بعد")
    put_caret(at, 4)
    page.get_by_role("button", name="Insert").first.click()
    assert value(at) == f"قبل {URL}بعد"
    expect(at).to_be_focused()
    page.keyboard.press("Control+z")
    assert value(at) == "قبل بعد"
    page.keyboard.press("Control+Shift+Digit2")
    assert value(at) == "قبل [1]بعد"


@pytest.mark.parametrize(
    ("caret", "key"),
    [(7, "Backspace"), (7, "Delete"), (2 + len(URL), "Backspace"), (2, "Delete"),
     (2 + len(URL), "Control+Backspace"), (10, "Control+Delete")],
)  # fmt: skip
def test_a_code_is_deleted_whole_and_comes_back(page: Page, caret: int, key: str) -> None:
    at = open_at(page, 4)
    page.keyboard.type(f"a {URL} b")
    put_caret(at, caret)
    page.keyboard.press(key)
    assert value(at) == "a  b"
    page.keyboard.press("Control+z")
    page.keyboard.press("Control+z")
    assert value(at).startswith(f"a {URL}")


def test_nobody_types_into_a_code(page: Page) -> None:
    at = open_at(page, 4)
    page.keyboard.type(f"{URL} [1]")
    put_caret(at, 12)
    page.keyboard.type("x")
    assert value(at) == f"{URL}x [1]"


def test_what_is_missing_is_said_after_a_pause_and_stops_nobody(
    page: Page, house: House, letter: str
) -> None:
    open_at(page, 4)
    page.keyboard.type("نص")
    hint = page.locator(".hint")
    expect(hint).to_have_text("")
    expect(hint).to_contain_text(f"{URL}\u2069 is not in your translation yet.")
    assert page.locator(".put.missing").count() == 2
    page.keyboard.press("Control+Enter")
    expect(field(page, 5)).to_be_focused()
    until(lambda: house.texts(house.units(letter)[3]) == ["نص"])


# --- keys -----------------------------------------------------------------------------------------


def test_keys_are_known_by_their_place_on_any_layout(page: Page) -> None:
    at = open_at(page, 5)
    pressed(at, code="KeyS", key="س", ctrlKey=True, shiftKey=True)
    assert value(at) == "A lamp shall stand at each end."
    page.keyboard.press("Control+z")
    assert value(at) == ""
    pressed(at, code="NumpadEnter", key="Enter", ctrlKey=True, keyCode=229)
    expect(at).to_be_visible()
    page.keyboard.press("Control+ArrowUp")
    expect(field(page, 4)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("li.row").nth(3).locator(".go")).to_be_focused()


def test_from_row_to_row_by_keyboard(page: Page) -> None:
    rows = page.locator("li.row .go")
    assert rows.evaluate_all("all => all.filter(each => each.tabIndex === 0).length") == 1
    rows.first.focus()
    for key, at in (("ArrowDown", 1), ("End", 5), ("ArrowUp", 4), ("Home", 0)):
        page.keyboard.press(key)
        expect(rows.nth(at)).to_be_focused()
    page.keyboard.press("Enter")
    expect(field(page, 1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Copy source")).to_be_focused()
    page.keyboard.press("F1")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(field(page, 1)).to_be_visible()


def test_undoing_never_brings_in_a_neighbour(page: Page) -> None:
    open_at(page, 4)
    page.keyboard.type("نص")
    page.keyboard.press("Control+ArrowDown")
    page.keyboard.press("Control+z")
    assert value(field(page, 5)) == ""


def test_keys_can_be_changed_and_switched_off(
    house: House, open_page: OpenPage, letter: str
) -> None:
    page = open_page(house.samar, "/me")
    line = page.locator(".ust-preferences .line")
    change = page.get_by_role("button", name="Change the key: Save and next")
    change.click()
    page.keyboard.press("x")
    expect(page.locator(".ust-preferences .said")).to_contain_text("letters are for typing")
    change.click()
    page.keyboard.press("Control+Shift+KeyS")
    expect(page.locator(".ust-preferences .said")).to_contain_text("Copy source")
    change.click()
    page.keyboard.press("F4")
    expect(line.first.locator("kbd")).to_have_text("F4")
    page.get_by_role("checkbox", name="Back to the statement").uncheck()
    page.goto(house.server.url + house.translate(letter))
    at = open_at(page, 3)
    page.keyboard.type("نص")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    expect(at).to_be_visible()
    page.keyboard.press("F4")
    expect(field(page, 4)).to_be_focused()
    until(lambda: house.texts(house.units(letter)[2]) == ["نص"])


def test_drafts_on_this_device_can_be_switched_off(house: House, open_page: OpenPage) -> None:
    page = open_page(house.samar, "/me")
    page.evaluate(
        "Object.entries({a: {text: 'x', drafted: 'x', also: []}, b: {text: 'y', also: []}})"
        ".forEach(([unit, entry]) =>"
        "localStorage.setItem('undersigned.text/p/d/ar/' + unit + '/t', JSON.stringify(entry)))"
    )
    page.get_by_role("checkbox", name="Keep what I type on this device").uncheck()
    expect(page.locator(".ust-preferences .said")).to_contain_text("keeps nothing")
    left = "Object.keys(localStorage).filter(key => key.startsWith('undersigned.text'))"
    assert page.evaluate(left) == ["undersigned.text/p/d/ar/b/t"]


# --- what is shown --------------------------------------------------------------------------------


def test_filters_and_search_never_hide_what_is_not_saved(
    house: House, open_page: OpenPage, letter: str
) -> None:
    units = house.units(letter)
    save(house, units[0], "نِدَاءٌ مشترك")
    page = open_page(house.samar, house.translate(letter))
    shown = page.locator("li.row:visible")
    expect(shown).to_have_count(6)
    page.get_by_role("button", name="To do 5").click()
    expect(shown).to_have_count(5)
    page.get_by_role("button", name="All 6").click()
    search = page.get_by_role("searchbox")
    search.fill("نداء")
    expect(shown).to_have_count(1)
    search.fill("BRIDGE")
    expect(shown).to_have_count(4)
    open_at(page, 3)
    search.fill("lamp")
    expect(shown).to_have_count(2)
    field(page, 3).fill("نص")
    page.keyboard.press("Escape")
    search.fill("nowhere at all")
    expect(shown).to_have_count(1)
    page.keyboard.press("Control+a")
    open_at(page, 3)
    page.get_by_role("button", name="Back to what is saved").click()
    page.keyboard.press("Escape")
    search.fill("nowhere")
    expect(shown).to_have_count(0)
    expect(page.locator(".nothing")).to_contain_text("No paragraph says this")


def test_a_search_in_vain_says_so_where_a_paragraph_stays_open(page: Page) -> None:
    open_at(page, 3)
    nothing = page.get_by_role("status").filter(has_text="No paragraph says")
    search = page.get_by_role("searchbox")
    expect(page.locator(".nothing")).to_be_empty()
    search.fill("nowhere at all")
    expect(nothing).to_contain_text("No paragraph says this. Look for something shorter.")
    expect(nothing).to_contain_text("What stays in view here is open, or not saved yet.")
    expect(page.locator("li.row:visible")).to_have_count(1)
    search.fill("lamp")
    expect(page.locator("li.row:visible")).to_have_count(2)
    expect(page.locator(".nothing")).to_be_empty()


KINDS = """\
# A title

### Who may come

- A bridge

1. A lamp

> They said so.

| Place | Hour |
| ----- | ---- |
| North | Noon |

Plain words [^a].

[^a]: A note.
"""


def test_what_a_paragraph_is_stands_above_it(house: House, open_page: OpenPage) -> None:
    letter = house.new_letter(KINDS, ".md")
    page = open_page(house.samar, house.translate(letter))
    page.locator("li.row").first.wait_for()
    found = []
    for row in page.locator("li.row").all():
        row.click()
        source = page.locator(".above .source").inner_text()
        found.append((source.split()[-1], page.locator(".above .kind").all_inner_texts()))
    assert ("title", []) in found
    assert ("come", ["Heading"]) in found
    assert ("bridge", ["List item"]) in found
    assert ("lamp", []) in found
    assert ("so.", ["Quotation"]) in found
    assert ("Noon", ["Table cell"]) in found
    assert ("note.", ["Footnote"]) in found
    of_last = page.locator("textarea").get_attribute("aria-describedby") or ""
    assert page.locator(f"#{of_last.split()[0]}").inner_text() == "Footnote"


def test_needs_work_is_for_the_person_to_say(
    house: House, open_page: OpenPage, letter: str
) -> None:
    units = house.units(letter)
    save(house, units[2], "نص", needs_work=True)
    page = open_page(house.samar, house.translate(letter))
    open_at(page, 3)
    box = page.get_by_role("checkbox", name="Needs work")
    expect(box).to_be_checked()
    page.keyboard.press("End")
    page.keyboard.type(" جديد")
    expect(box).not_to_be_checked()
    page.get_by_role("button", name="Save and next").click()
    until(lambda: house.stored(units[2]).state is State.TRANSLATED)
    page.get_by_role("checkbox", name="Needs work").check()
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+ArrowUp")
    page.keyboard.press("Control+ArrowUp")
    box.check()
    page.keyboard.press("Control+Enter")
    until(lambda: house.stored(units[2]).state is State.NEEDS_WORK)
    assert house.stored(units[3]).version == 0


def test_what_the_authors_changed_is_shown_word_by_word(
    house: House, open_page: OpenPage, letter: str
) -> None:
    units = house.units(letter)
    save(house, units[2], "نص")
    data = LETTER.replace("keep the bridge open", "keep the old bridge").encode()
    proposal = documents.propose(house.workspace, house.kim.id, now(), document=letter, data=data)
    documents.release(house.workspace, house.kim.id, now(), document=letter, digest=proposal.digest)
    page = open_page(house.samar, house.translate(letter))
    page.get_by_role("button", name="Changed 1").click()
    open_at(page, 3)
    box = page.locator(".box.changed")
    expect(box.locator("ins")).to_have_text("put in:old ")
    expect(box.locator("del")).to_have_text("taken out: open")
    page.keyboard.press("Control+Enter")
    open_at(page, 3)
    page.wait_for_timeout(300)
    assert house.stored(units[2]).state is State.NEEDS_WORK
    page.get_by_role("checkbox", name="Needs work").uncheck()
    page.keyboard.press("Control+Enter")
    until(lambda: house.stored(units[2]).state is State.TRANSLATED)
    assert set(house.texts(units[2])) == {"نص"}


def test_who_may_not_save_reads(house: House, open_page: OpenPage, letter: str) -> None:
    page = open_page(house.lee, house.translate(letter))
    page.locator("li.row").nth(2).click()
    expect(page.locator(".editor")).to_contain_text("You may read here")
    assert page.locator(".editor textarea").count() == 0
    page.keyboard.press("Control+Enter")
    page.keyboard.press("Control+ArrowDown")
    expect(page.locator(".editor")).to_contain_text("The bridge shall be open")


def test_a_text_that_must_be_short_is_counted(page: Page) -> None:
    def shorten(route: Route) -> None:
        answer = route.fetch()
        data = answer.json()
        data["units"][2]["longest"] = 10
        route.fulfill(response=answer, json=data)

    page.route("**/api/statement*", shorten)
    page.reload()
    open_at(page, 3)
    page.keyboard.type("12345678")
    expect(page.locator(".counter")).to_have_text("8 of 10 characters")
    page.keyboard.type("9012")
    expect(page.locator(".counter")).to_have_text("12 of 10 characters: too long by 2")


def test_the_field_grows_with_its_text(page: Page) -> None:
    at = open_at(page, 3)
    before = at.bounding_box()
    at.fill("سطر\n" * 12)
    after = at.bounding_box()
    assert before
    assert after
    assert after["height"] > before["height"] + 200
    assert at.evaluate("field => field.scrollHeight <= field.clientHeight + 1")


HOSTILE = (
    "<img src=x onerror=\"document.title='hurt'\">",
    "<script>document.title='hurt'</script>",
    "[x](javascript:alert(1)) ![x](https://elsewhere.example/x.png)",
    "</textarea><svg onload=alert(1)>",
    "&lt;b&gt; {name} %s $& `x`",
)


def test_no_text_becomes_an_element(house: House, open_page: OpenPage) -> None:
    letter = house.new_letter("\n\n".join(f"Say {each} now." for each in HOSTILE) + "\n")
    for unit, text in zip(house.units(letter), HOSTILE, strict=False):
        save(house, unit, text)
    page = open_page(house.samar, house.translate(letter))
    page.locator("li.row").first.wait_for()
    for number in range(page.locator("li.row").count()):
        page.locator("li.row").nth(number).click()
        page.wait_for_timeout(50)
    assert page.locator(".ust img, .ust script, .ust a, .ust iframe").count() == 0
    assert page.locator(".ust svg:not(.glyph)").count() == 0
    for text in HOSTILE[:2]:
        expect(page.locator(".target", has_text=text).first).to_be_visible()
    assert "hurt" not in page.title()


# --- the page beside us ---------------------------------------------------------------------------


def test_the_address_follows_the_open_paragraph(page: Page, house: House, letter: str) -> None:
    units = house.units(letter)
    open_at(page, 3)
    until(lambda: units[2] in page.url, wait=lambda _: page.wait_for_timeout(20))
    page.keyboard.type("نص")
    page.keyboard.press("Control+Enter")
    until(lambda: units[3] in page.url, wait=lambda _: page.wait_for_timeout(20))
    page.reload()
    expect(field(page, 4)).to_be_focused()


def test_a_phone_lays_the_paragraph_over_the_statement(
    house: House, open_page: OpenPage, letter: str
) -> None:
    page = open_page(house.samar, house.translate(letter), phone=True)
    page.locator("li.row").nth(1).tap()
    sheet = page.get_by_role("dialog", name="2 of 6")
    expect(sheet).to_be_visible()
    box = sheet.bounding_box()
    assert box
    assert (box["width"], box["height"]) == (390, 844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_role("button", name="Next paragraph").tap()
    expect(page.get_by_role("dialog", name="3 of 6")).to_be_visible()
    page.evaluate("addEventListener('popstate', () => document.body.dataset.back = 'yes')")
    swipe(page, 300, 80)
    expect(page.get_by_role("dialog", name="4 of 6")).to_be_visible()
    swipe(page, 80, 300)
    expect(page.get_by_role("dialog", name="3 of 6")).to_be_visible()
    page.wait_for_timeout(300)
    expect(page.locator("body[data-back]")).to_have_count(0)  # the browser took it for its own, too
    source = page.get_by_role("button", name="Source", exact=True)
    source.tap()
    expect(page.locator(".sheet .above")).to_be_hidden()
    page.get_by_role("button", name="Statement", exact=True).tap()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("li.row").nth(2).locator(".go")).to_be_focused()


def swipe(page: Page, start: int, end: int) -> None:
    tools = page.context.new_cdp_session(page)
    send: Any = tools.send
    send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start, "y": 75}]})
    for step in range(1, 6):
        at = start + (end - start) * step / 5
        points = [{"x": at, "y": 75}]
        send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
