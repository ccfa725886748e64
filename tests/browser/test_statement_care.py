"""What could go wrong beside the field: held keys, other tabs, other statements, moved rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage, until
from tests.browser.editing import URL, field, now, open_at, pressed, put_caret, save, value
from tests.serving import LETTER
from ui.web.assets import address
from workflow.services import documents

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
expect = api.expect

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


def test_a_held_key_or_a_double_click_saves_one_paragraph(
    page: Page, house: House, letter: str
) -> None:
    units = house.units(letter)
    for number in (3, 4, 5, 6):
        open_at(page, number).fill(f"نصف {number}")
    open_at(page, 3)
    page.keyboard.down("Control")
    for _ in range(3):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    page.keyboard.up("Control")
    expect(field(page, 4)).to_be_focused()
    until(lambda: house.texts(units[2]) == ["نصف 3"])
    page.get_by_role("button", name="Save and next").dblclick()
    until(lambda: house.texts(units[3]) == ["نصف 4"])
    page.wait_for_timeout(300)
    assert [house.texts(unit) for unit in units[4:]] == [[], []]


def test_enter_held_on_the_button_saves_one_paragraph_and_breaks_no_line(
    page: Page, house: House, letter: str
) -> None:
    units = house.units(letter)
    for number in (3, 4, 5):
        open_at(page, number).fill(f"نصف {number}")
    open_at(page, 3)
    page.get_by_role("button", name="Save and next").focus()
    for _ in range(4):
        page.keyboard.down("Enter")
    expect(field(page, 4)).to_be_focused()
    page.get_by_role("button", name="Save and next").focus()
    page.keyboard.down("Enter")
    page.keyboard.up("Enter")
    until(lambda: house.texts(units[2]) == ["نصف 3"])
    page.wait_for_timeout(300)
    assert [house.texts(unit) for unit in units[3:]] == [[], [], []]
    assert value(field(page, 4)) == "نصف 4"
    field(page, 4).focus()
    for _ in range(2):
        page.keyboard.down("Enter")
    assert value(field(page, 4)).count("\n") == 2


def test_a_key_held_on_a_row_breaks_no_line_in_its_field(page: Page) -> None:
    page.locator("li.row .go").first.focus()
    for _ in range(3):
        page.keyboard.down("Enter")
    expect(field(page, 1)).to_be_focused()
    assert value(field(page, 1)) == ""


def test_keys_run_from_left_to_right_in_arabic(
    house: House, open_page: OpenPage, letter: str
) -> None:
    def is_in_order(where: str) -> bool:
        keys = page.locator(f"{where} kbd")
        expect(keys.nth(1)).to_be_visible()
        expect(page.locator(f"{where} bdi").first).to_have_attribute("dir", "ltr")
        first, second = keys.nth(0).bounding_box(), keys.nth(1).bounding_box()
        assert first
        assert second
        return first["x"] < second["x"]

    page = open_page(house.samar, house.translate(letter), locale="ar")
    page.locator("li.row").first.click()
    page.keyboard.press("F1")
    assert is_in_order("dialog.keys dl > div:nth-child(2)")
    page.goto(house.server.url + "/me")
    assert is_in_order(".ust-preferences [data-action=next]")


def test_all_that_wait_for_a_connection_are_counted(page: Page) -> None:
    line = page.locator(".status .line")
    page.context.set_offline(True)
    for number in (3, 4, 5):
        open_at(page, number)
        page.keyboard.type("نص")
        page.keyboard.press("Control+Enter")
        if number == 3:
            expect(line).to_contain_text("Paragraph 3 is not saved yet: no connection.")
    expect(line).to_have_text(
        "3 paragraphs are not saved yet: no connection. Your texts are kept; they are tried again."
    )
    page.context.set_offline(False)
    expect(line).to_contain_text("Saved")


def test_a_server_that_is_busy_says_so_for_all(page: Page) -> None:
    def refuse(route: Route) -> None:
        route.fulfill(status=429, json={"error": "TooMany", "sentence": "Wait a little."})

    page.route("**/api/save", refuse)
    for number in (3, 4):
        open_at(page, number)
        page.keyboard.type("نص")
        page.keyboard.press("Control+Enter")
    line = page.locator(".status .line")
    expect(line).to_have_text("2 paragraphs are not saved yet. Wait a little.")


def test_what_was_saved_while_one_typed_is_shown_beside_it(
    page: Page, house: House, letter: str
) -> None:
    at, unit = open_at(page, 3), house.units(letter)[2]
    page.keyboard.type("mine")
    back = page.get_by_role("button", name="Back to what is saved")
    expect(back).to_be_visible()
    save(house, unit, "theirs")
    revise(page, house, letter, lambda _: None)
    box = page.locator(".box.both")
    expect(box).to_contain_text("saved this paragraph meanwhile. Here are both texts.")
    expect(box).to_contain_text("theirs")
    assert value(at) == "mine"
    expect(back).to_be_hidden()
    box.get_by_role("button", name="Take the other").click()
    expect(at).to_have_value("theirs")
    expect(box).to_have_count(0)
    page.keyboard.press("Control+z")
    expect(at).to_have_value("mine")
    expect(box).to_have_count(0)
    page.keyboard.press("Control+Enter")
    until(lambda: house.texts(unit) == ["theirs", "mine"])


def test_a_revision_is_no_other_text(page: Page, house: House, letter: str) -> None:
    save(house, house.units(letter)[2], "ours")
    revise(page, house, letter, lambda _: None)
    expect(page.locator("li.row").nth(2)).to_contain_text("ours")
    open_at(page, 3)
    page.keyboard.type("mine")
    data = LETTER.replace("keep the bridge open", "keep the old bridge").encode()
    proposal = documents.propose(house.workspace, house.kim.id, now(), document=letter, data=data)
    documents.release(house.workspace, house.kim.id, now(), document=letter, digest=proposal.digest)
    assert house.stored(house.units(letter)[2]).version > 1
    revise(page, house, letter, lambda _: None)
    expect(page.locator(".box.changed")).to_be_visible()
    expect(page.locator(".box.both")).to_have_count(0)


def test_copying_the_source_takes_nothing_away(page: Page) -> None:
    at = open_at(page, 5)
    page.keyboard.type("نص ")
    page.get_by_role("button", name="Copy source").click()
    assert value(at) == "نص A lamp shall stand at each end."
    page.keyboard.press("Control+z")
    assert value(at) == "نص "


MAC = "Object.defineProperty(Navigator.prototype, 'platform', {get: () => 'MacIntel'})"


def test_a_mac_has_keys_of_its_own(house: House, open_page: OpenPage, letter: str) -> None:
    page = open_page(house.samar, "/healthz")
    page.add_init_script(MAC)
    page.goto(house.server.url + house.translate(letter))
    page.locator("li.row").first.wait_for()
    at = open_at(page, 4)
    page.keyboard.press("Control+ArrowDown")
    page.keyboard.press("Meta+ArrowDown")
    pressed(at, code="Digit1", key="!", metaKey=True, shiftKey=True)
    expect(at).to_be_focused()
    assert value(at) == ""
    pressed(at, code="Digit1", key="!", ctrlKey=True, shiftKey=True)
    assert value(at) == URL
    page.keyboard.press("Alt+ArrowDown")
    expect(field(page, 5)).to_be_focused()
    page.keyboard.press("Alt+ArrowUp")
    page.keyboard.press("Meta+Enter")
    expect(field(page, 5)).to_be_focused()
    until(lambda: house.texts(house.units(letter)[3]) == [URL])
    page.keyboard.press("F1")
    keys = page.locator("dialog.keys dd")
    assert [each.split() for each in keys.all_inner_texts()[:2]] == [["⌘", "Enter"], ["⌥", "↓"]]


def test_what_writes_a_letter_is_no_key_of_ours(page: Page) -> None:
    how = {"code": "Digit1", "ctrlKey": True, "shiftKey": True}
    at = open_at(page, 4)
    pressed(at, key="¡", modifierAltGraph=True, **how)
    assert value(at) == ""
    pressed(at, key="!", **how)
    assert value(at) == URL


def test_each_word_is_compared_once(page: Page, house: House) -> None:
    """The box of what changed is drawn at each key; what is in it is found out once."""
    taken = page.evaluate(
        """async (where) => {
          const { differences } = await import(where);
          const words = (step) => Array.from({length: 480}, (_, i) => i * step % 499).join(" ");
          const [before, after] = [words(7), words(11)];
          return [differences(before, after) === differences(before, after),
                  differences(after, before) === differences(before, after)];
        }""",
        f"{house.server.url}/{address('diff.js')}",
    )
    assert taken == [True, False]


def test_codes_are_found_longest_first(page: Page, house: House) -> None:
    found = page.evaluate(
        """async (where) => {
          const { codesIn, missing } = await import(where);
          const codes = ["[1]", "a.b", "a.b/c", "$&", "(x|y)", "\\\\d", ""];
          const text = "axb a.b/c [1](x|y)\\\\d a.b$&";
          const found = codesIn(text, codes);
          const long = "[1] ".repeat(20000);
          const before = performance.now();
          codesIn(long, codes);
          return [found.map((each) => each.code), missing("5 x 1", codes).length,
                  found.every((each) => text.slice(each.start, each.end) === each.code),
                  performance.now() - before < 300, codesIn("a", [])];
        }""",
        f"{house.server.url}/{address('codes.js')}",
    )
    assert found == [["a.b/c", "[1]", "(x|y)", "\\d", "a.b", "$&"], 7, True, True, []]


SPOKEN = """() => {
  window.heard = [];
  const line = document.querySelector(".status [role=status]");
  const hear = () => line.textContent && heard.push(line.textContent);
  new MutationObserver(hear).observe(line, {childList: true, characterData: true, subtree: true});
}"""


def test_a_draft_is_shown_and_not_spoken(page: Page) -> None:
    open_at(page, 3)
    page.evaluate(SPOKEN)
    line = page.locator(".status .line")
    for word in ("كلمة ", "ثانية "):
        page.keyboard.type(word)
        expect(line).to_have_text("Not saved yet.")
        expect(line).to_have_text("Kept as a draft, not saved yet.")
    assert page.evaluate("heard") == []
    page.keyboard.press("Control+Enter")
    expect(line).to_contain_text("Saved")
    expect(page.locator(".status [role=status]")).to_contain_text("Saved")
    assert page.evaluate("heard").pop().startswith("Saved")


def revise(page: Page, house: House, letter: str, change: Callable[[list[Any]], object]) -> None:
    """Let the server hand out other paragraphs from now on, and the page fetch them."""

    def answer(route: Route) -> None:
        got = route.fetch()
        data = got.json()
        change(data["units"])
        route.fulfill(response=got, json=data)

    page.route("**/api/statement*", answer)
    page.evaluate(
        """async ([where, person, document]) => {
          const { docOf } = await import(where);
          await docOf({ root: "", person, document, locale: "ar" }).load();
        }""",
        [f"{house.server.url}/{address('doc.js')}", house.samar.id, letter],
    )
    page.unroute("**/api/statement*")


def test_a_revision_brings_its_codes_along(page: Page, house: House, letter: str) -> None:
    at = open_at(page, 4)
    page.keyboard.type("نص ")

    def change(units: list[Any]) -> None:
        units[3]["codes"] = ["[2]"]
        units[3]["source"] = units[3]["source"].replace("[1]", "[2]")

    revise(page, house, letter, change)
    expect(page.locator(".put")).to_have_text(["[2]"])
    expect(at).to_be_focused()
    page.keyboard.press("Control+Shift+Digit1")
    assert value(at) == "نص [2]"
    put_caret(at, 5)
    page.keyboard.press("Backspace")
    assert value(at) == "نص "


def test_the_open_paragraph_stays_under_the_hand_when_others_move(
    page: Page, house: House, letter: str
) -> None:
    at = open_at(page, 4)
    page.keyboard.type("نص جديد")
    put_caret(at, 2)
    at.evaluate("field => { field.blurs = 0; field.addEventListener('blur', () => field.blurs++) }")
    ids = house.units(letter)
    order = [3, 0, 5, 1, 4, 2]
    revise(page, house, letter, lambda units: units.sort(key=lambda u: order[ids.index(u["id"])]))
    rows = page.locator("li.row").evaluate_all("all => all.map(each => each.dataset.unit)")
    assert rows == sorted(ids, key=lambda unit: order[ids.index(unit)])
    at = page.locator(".editor textarea")
    expect(at).to_be_focused()
    assert at.evaluate("field => [field.selectionStart, field.blurs]") == [2, 0]
    page.keyboard.press("Control+z")
    assert value(at) != "نص جديد"


def put_text(page: Page, person: str, where: str, **entry: object) -> None:
    """Leave a text as a tab does that is gone."""
    page.evaluate(
        """([key, entry]) => localStorage.setItem(key, JSON.stringify(
          { seen: 0, needs: false, also: [], drafted: null, at: Date.now(), ...entry }
        ))""",
        [f"undersigned.text/{person}/{where}/gone", entry],
    )


def test_trouble_in_another_statement_is_told(
    house: House, open_page: OpenPage, letter: str
) -> None:
    other = house.new_letter()
    page = open_page(house.samar, house.translate(letter))
    page.locator("li.row").first.wait_for()
    page.route("**/api/draft", lambda route: route.abort())
    unit = house.units(other)[2]
    put_text(page, house.samar.id, f"{other}/ar/{unit}", text="نص مهم")
    page.reload()
    line = page.locator(".status .line")
    expect(line).to_have_text("A text in another statement is not saved yet.")
    expect(page.locator(".status [role=status]")).to_have_text(line.inner_text())
    page.get_by_role("button", name="Go there").click()
    page.wait_for_url(f"**/translate?document={other}*")
    assert value(field(page, 3)) == "نص مهم"


def test_words_that_do_not_come_are_fetched_again(
    house: House, open_page: OpenPage, letter: str
) -> None:
    page = open_page(house.samar, "/healthz")
    asked: list[str] = []

    def fail(route: Route) -> None:
        asked.append(route.request.url)
        if len(asked) < 3:
            route.abort()
        else:
            route.continue_()

    page.route("**/api/words*", fail)
    page.goto(house.server.url + house.translate(letter))
    expect(page.get_by_role("button", name="All 6")).to_be_visible()
    assert len(asked) >= 3
    asked.clear()
    page.goto(house.server.url + "/me")
    expect(page.get_by_role("checkbox", name="Keep what I type on this device")).to_be_visible()
    assert len(asked) >= 3


def also(page: Page, house: House, letter: str, number: int, *texts: str) -> None:
    """Type something, and leave other texts for the same paragraph behind, as other tabs do."""
    open_at(page, number).fill(texts[0])
    page.evaluate(
        """([where, person, document, unit, texts]) => import(where).then(({ docOf }) => {
          const { outbox } = docOf({ root: "", person, document, locale: "ar" });
          for (const text of texts) outbox.adopt(unit, { text, seen: 0, needs: false });
        })""",
        [f"{house.server.url}/{address('doc.js')}", house.samar.id, letter,
         house.units(letter)[number - 1], list(texts[1:])],
    )  # fmt: skip


def test_going_back_to_what_is_saved_keeps_the_texts_of_other_tabs(
    page: Page, house: House, letter: str
) -> None:
    also(page, house, letter, 3, "one", "two", "three")
    page.get_by_role("button", name="Back to what is saved").click()
    expect(field(page, 3)).to_have_value("")
    beside = page.locator(".box.also .text")
    expect(beside).to_have_text(["two", "three"])
    page.wait_for_timeout(100)
    page.get_by_role("button", name="Take this one").first.click()
    expect(field(page, 3)).to_have_value("two")
    page.get_by_role("button", name="Forget this one").first.click()
    expect(beside).to_have_count(0)
    expect(field(page, 3)).to_have_value("two")


def test_texts_of_other_tabs_are_shown_in_a_conflict_too(
    page: Page, house: House, letter: str
) -> None:
    also(page, house, letter, 3, "mine", "of another tab")
    save(house, house.units(letter)[2], "theirs")
    page.keyboard.press("Control+Enter")
    open_at(page, 3)
    expect(page.locator(".box.both")).to_contain_text("theirs")
    expect(page.locator(".box.also")).to_contain_text("of another tab")
    expect(page.get_by_role("button", name="Back to what is saved")).to_be_hidden()
    page.get_by_role("button", name="Take the other").click()
    expect(field(page, 3)).to_have_value("theirs")
    expect(page.locator(".box.also")).to_contain_text("of another tab")


def test_three_texts_are_settled_to_the_end(page: Page, house: House, letter: str) -> None:
    also(page, house, letter, 3, "mine", "of another tab")
    save(house, house.units(letter)[2], "theirs")
    revise(page, house, letter, lambda _: None)
    page.get_by_role("button", name="Take the other").click()
    expect(field(page, 3)).to_have_value("theirs")
    expect(page.locator(".box.also")).to_contain_text("of another tab")
    expect(page.locator("li.row.unsaved")).to_have_count(1)
    page.get_by_role("button", name="Forget this one").click()
    expect(page.locator(".boxes .box")).to_have_count(0)
    expect(page.locator("li.row.unsaved")).to_have_count(0)


def test_every_text_of_a_paragraph_that_is_gone_is_shown(
    page: Page, house: House, letter: str
) -> None:
    also(page, house, letter, 3, "one", "two", "three")
    revise(page, house, letter, lambda units: units.pop(2))
    texts = page.locator(".box.gone .text")
    forget = page.locator(".box.gone button")
    expect(texts).to_have_text(["one", "two", "three"])
    forget.nth(1).click()
    expect(texts).to_have_text(["one", "three"])
    forget.first.click()
    expect(texts).to_have_text(["three"])
    forget.first.click()
    expect(page.locator(".box.gone")).to_have_count(0)


def test_one_who_signs_out_leaves_the_texts_of_others(house: House, open_page: OpenPage) -> None:
    page = open_page(house.come_in("Leaver"), "/sign-out")
    put_text(page, house.samar.id, "d/ar/u", text="hers")
    page.evaluate("localStorage.setItem('undersigned.settings', '{}')")
    page.reload()
    expect(page.get_by_role("button", name="Sign out here")).to_be_visible()
    assert not page.locator("#unsent").is_visible()
    mine = str(page.locator("input[name=whose]").input_value())
    put_text(page, mine, "d/ar/u", text="mine", drafted="mine", also=[{"text": "beside"}])
    page.reload()
    expect(page.locator("#unsent")).to_be_visible()
    page.get_by_role("button", name="Sign out here").click()
    page.get_by_text("What this browser kept of your texts is removed.").wait_for()
    left = page.evaluate("Object.keys(localStorage).sort()")
    assert left == ["undersigned.settings", f"undersigned.text/{house.samar.id}/d/ar/u/gone"]


def test_the_browser_that_keeps_nothing_says_so(house: House, open_page: OpenPage) -> None:
    page = open_page(house.samar, house.translate(house.new_letter()))
    page.locator("li.row").first.wait_for()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full') } }")
    page.route("**/api/draft", lambda route: route.abort())
    page.locator("li.row").nth(2).click()
    page.keyboard.type("نص")
    page.get_by_text("Do not close this tab").first.wait_for()
