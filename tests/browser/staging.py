"""The script of the outbox on a stage: a page with nothing else, and a server a test plays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.web.assets import address

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from tests.browser.conftest import House

_STAGE = """async (where) => {
  const { Outbox, stateOf } = await import(where);
  globalThis.stage = (answers) => {
    const log = [];
    const kept = {
      works: true,
      texts: {},
      put(unit, entry) { this.texts[unit] = structuredClone(entry) },
      drop(unit) { delete this.texts[unit] },
    };
    let flying = 0;
    const listeners = { onAcknowledged() {} };
    const box = new Outbox({
      kept,
      send: async (path, body) => {
        flying += 1;
        log.push({ path, ...body, kept: structuredClone(kept.texts[body.unit] ?? null), flying });
        const answer = await (answers.shift() ?? (() => ({ status: 0, data: {} })))(body);
        flying -= 1;
        return answer;
      },
      onAcknowledged: () => listeners.onAcknowledged(),
      onChange: () => {},
    });
    const there = { text: "", version: 0, needs: false, digest: "d" };
    return { box, kept, log, there, listeners,
             state: () => box.get("u") ? stateOf(box.get("u")) : "clean",
             soon: () => new Promise((done) => setTimeout(done, 0)) };
  };
}"""


def staged(house: House, chromium: Browser) -> Page:
    """Set a stage up."""
    page = chromium.new_page()
    page.goto(house.server.url + "/healthz")
    page.evaluate(_STAGE, f"{house.server.url}/{address('outbox.js')}")
    return page


def play(stage: Page, script: str) -> Any:
    """Run a script with `saved(version)`, `lost` and its like, and `stage(answers)`."""
    return stage.evaluate(
        "async () => {"
        "const done = {outcome: 'saved', state: 'translated', at: 0};"
        "const saved = (version) => async (body) =>"
        "  ({status: 200, data: {...done, version, text: body.text}});"
        "const kept = (text, version) => async () =>"
        "  ({status: 409, data: {outcome: 'kept', text, version, is_mine: false}});"
        "const fails = (status, error) => async () => ({status, data: {error, sentence: 'why'}});"
        "const lost = fails(0), taken = async () => ({status: 204, data: {}});"
        f"{script}}}"
    )
