"""When the statement tells its page what is open: never while another page is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import CHROMIUM, House
from ui.web.assets import address

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]
_STAGE = """async (where) => {
  const { Telling } = await import(where);
  document.body.innerHTML = '<div data-testid="stApp"></div><a href="#x">a page</a>';
  const [app, link] = document.body.children;
  app.state = (name) => app.setAttribute("data-test-script-state", name);
  app.state("notRunning");
  const telling = new Telling();
  const told = [];
  telling.update(0, ({ unit, seq }) => { told.push(unit); telling.heard = seq });
  const after = (time) => new Promise((done) => setTimeout(done, time));
  globalThis.stage = { telling, told, app, link, after };
}"""


@pytest.fixture
def stage(house: House, chromium: Browser) -> Page:
    page = chromium.new_page()
    page.goto(house.server.url + "/healthz")
    page.evaluate(_STAGE, f"{house.server.url}/{address('telling.js')}")
    return page


def told(stage: Page, script: str) -> list[str]:
    """Play a script with the stage; give what was told by its end."""
    found = stage.evaluate(
        "async () => { const { telling, app, link, after, told } = stage;"
        + script
        + "return told }"
    )
    assert isinstance(found, list)
    stage.close()
    return found


def test_what_is_open_is_told_a_moment_later_and_once(stage: Page) -> None:
    assert told(stage, "telling.tell('a'); telling.tell('b'); await after(300);") == ["b"]


def test_nothing_is_told_while_the_server_is_at_work(stage: Page) -> None:
    assert told(stage, "app.state('running'); telling.tell('a'); await after(600);") == []


def test_it_is_told_once_the_page_rests(stage: Page) -> None:
    script = "app.state('running'); telling.tell('a'); await after(300); app.state('notRunning');"
    assert told(stage, script + "await after(300);") == ["a"]


def test_after_a_click_on_a_link_it_is_not_told_however_slow_the_line_is(stage: Page) -> None:
    assert told(stage, "telling.tell('a'); link.click(); await after(2500);") == []


def test_the_page_that_came_is_told(stage: Page) -> None:
    script = """telling.tell('a'); link.click(); await after(300);
    app.state('running'); await after(20); app.state('notRunning'); await after(300);"""
    assert told(stage, script) == ["a"]


def test_a_link_to_another_window_leaves_nothing(stage: Page) -> None:
    script = """link.target = '_blank'; link.onclick = () => false;
    telling.tell('a'); link.click(); await after(300);"""
    assert told(stage, script) == ["a"]


def test_what_is_gone_tells_nothing(stage: Page) -> None:
    assert told(stage, "telling.tell('a'); telling.end(); await after(300);") == []
