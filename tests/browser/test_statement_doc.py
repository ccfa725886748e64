"""What a browser keeps, and the line to the server; the test plays the server."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.conftest import CHROMIUM, House
from ui.web.assets import address

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]

_STAGE = """async (root) => {
  const [{ Kept, change }, { Doc }, asking] = await Promise.all(
    ["kept.js", "doc.js", "asking.js"].map((name) => import(`${root}/${name}`)),
  );
  const unit = { id: "u", text: "", version: 0, state: "untranslated", draft: null };
  const sheet = (...units) => ({
    title: "", may: [], stamp: String(Math.random()),
    units: units.map((each) => ({ ...unit, ...each })),
  });
  const answer = (status, data, headers = {}) =>
    new Response(status === 204 ? null : JSON.stringify(data), { status, headers });
  const soon = async () => {
    for (let n = 0; n < 9; n += 1) await new Promise((done) => setTimeout(done, 0));
  };
  const play = (...answers) => {
    const asked = [];
    globalThis.fetch = async (where, how) => {
      asked.push({ where: String(where), ...how });
      const next = answers.shift();
      if (!next) throw new TypeError("no line");
      return next;
    };
    return asked;
  };
  Object.assign(globalThis, { Kept, change, Doc, asking, sheet, answer, soon, play });
}"""


class Stage:
    """A page that has our scripts, and none of our pages."""

    def __init__(self, page: Any) -> None:
        self._page = page

    def play(self, script: str) -> Any:
        return self._page.evaluate(f"async () => {{{script}}}")


@pytest.fixture
def stage(house: House, chromium: Any) -> Iterator[Stage]:
    page = chromium.new_page()
    page.goto(house.server.url + "/healthz")
    root = f"{house.server.url}/{address('outbox.js')}".rsplit("/", 1)[0]
    page.evaluate(_STAGE, root)
    yield Stage(page)
    page.close()


# --- what a browser keeps ------------------------------------------------------------------------


def test_one_text_that_fits_does_not_hide_one_that_does_not(stage: Stage) -> None:
    found = stage.play(
        """const kept = new Kept("p", "d", "l"), set = Storage.prototype.setItem;
        Storage.prototype.setItem = function (key, value) {
          if (value.length > 99) throw new Error("full");
          set.call(this, key, value);
        };
        const works = [];
        for (const [unit, text] of [["u", "x".repeat(200)], ["v", "short"], ["u", "short"]]) {
          kept.put(unit, { text }); works.push(kept.works);
        }
        kept.put("u", { text: "x".repeat(200) }); kept.drop("u");
        return [...works, kept.works]"""
    )
    assert found == [False, False, True, True]


def test_a_text_taken_over_is_forgotten_in_time_though_nothing_is_kept(stage: Stage) -> None:
    found = stage.play(
        """const key = "undersigned.text/p/d/l/u/gone";
        const entry = { text: "only here", drafted: null, also: [], request: null, at: Date.now() };
        localStorage.setItem(key, JSON.stringify(entry));
        change({ keepsTexts: false });
        const kept = new Kept("p", "d", "l");
        await new Promise((done) => kept.takeOver((unit, found) => done(kept.put(unit, found))));
        const before = [kept.works, key in localStorage];
        kept.drop("u");
        return [...before, kept.works, key in localStorage]"""
    )
    assert found == [False, True, False, False]


def test_switching_off_forgets_no_text_of_another_tab(stage: Stage) -> None:
    found = stage.play(
        """const put = (unit, entry) => localStorage.setItem(
          `undersigned.text/p/d/l/${unit}/gone`,
          JSON.stringify({ text: "a", drafted: "a", also: [], ...entry }));
        put("u", { also: [{ text: "other" }] }); put("v", {}); put("w", { drafted: null });
        change({ keepsTexts: false });
        return Object.keys(localStorage).map((key) => key.split("/").at(-2) ?? "").sort()"""
    )
    assert found == ["", "u", "w"]


def test_texts_beside_a_text_outlive_the_week(stage: Stage) -> None:
    found = stage.play(
        """const put = (unit, also) => localStorage.setItem(`undersigned.text/p/d/l/${unit}/gone`,
          JSON.stringify({ text: "a", drafted: "a", also, at: Date.now() - 8 * 24 * 3600 * 1000 }));
        put("u", [{ text: "other" }]); put("v", []);
        const units = [];
        new Kept("p", "d", "l").takeOver((unit) => units.push(unit));
        await soon();
        return units"""
    )
    assert found == ["u"]


# --- the line to the server ----------------------------------------------------------------------


def test_no_request_waits_for_ever(stage: Stage) -> None:
    found = stage.play(
        """const asked = play(answer(429, {}, { "Retry-After": "7" }), answer(200, sheet()));
        const first = await asking.tell("", "api/save", "p", {});
        await asking.fetched("", "api/statement", {});
        const signals = asked.map((each) => each.signal instanceof AbortSignal);
        AbortSignal.timeout = undefined; play(answer(204));
        const old = (await asking.tell("", "api/draft", "p", {})).status;
        AbortSignal.timeout = () => { throw new Error("no") };
        return [first.after, signals, old, (await asking.tell("", "api/draft", "p", {})).status]"""
    )
    assert found == [7, [True, True], 204, 0]


def test_texts_that_are_not_ours_are_asked_for_again(stage: Stage) -> None:
    found = stage.play(
        """const later = setTimeout; let again = null;
        globalThis.setTimeout = (act, wait) => wait === 3000 ? (again = act) : later(act, wait);
        const states = [], doc = new Doc("", "p", "d", "l");
        const foreign = [answer(200, {}), answer(200, { units: "no" }), answer(404, {})];
        for (const answers of [...foreign.map((each) => [each]), []]) {
          again = null; play(...answers);
          await doc.load(); states.push([doc.trouble, doc.isComplete, Boolean(again)]);
        }
        play(answer(200, sheet({}))); await again();
        return [states, doc.trouble, doc.isComplete, doc.isLoading]"""
    )
    assert found == [[["offline", False, True]] * 4, "", True, False]


@pytest.mark.parametrize("status", [429, 503])
def test_texts_that_the_server_is_too_busy_for_are_asked_for_when_it_says(
    stage: Stage, status: int
) -> None:
    found = stage.play(
        f"""const later = setTimeout; let again = null, waited = 0;
        globalThis.setTimeout = (act, wait) => {{
          if (wait < 1000) return later(act, wait);
          [again, waited] = [act, wait];
        }};
        const busy = (after) => answer({status}, {{ error: "TooMany", sentence: "Wait." }},
                                       {{ "Retry-After": after }});
        const doc = new Doc("", "p", "d", "l"), said = [];
        const step = () => said.push([doc.trouble, waited, doc.unit("u")?.text ?? null]);
        play(busy("7")); await doc.load(); step();
        play(answer(200, sheet({{}}))); await again(); step();
        doc.listen(() => {{}});
        play(busy("40")); await doc.load(); step();
        play(answer(200, sheet({{ text: "news", version: 1 }}))); await again(); step();
        return said"""
    )
    assert found == [["offline", 7000, None], ["", 7000, ""], ["", 40000, ""], ["", 40000, "news"]]


def test_news_that_did_not_come_are_asked_for_again(stage: Stage) -> None:
    found = stage.play(
        """const later = setTimeout, waits = [];
        globalThis.setTimeout = (act, wait) => wait < 1000 ? later(act, wait) : waits.push(wait);
        const doc = new Doc("", "p", "d", "l"), leave = doc.listen(() => {});
        play(answer(200, sheet({}))); await doc.load(); await doc.load();
        leave(); await doc.load();
        return waits"""
    )
    assert found == [10000]


def test_a_fault_in_drawing_does_not_end_the_loading(stage: Stage) -> None:
    found = stage.play(
        """const doc = new Doc("", "p", "d", "l");
        const leave = doc.listen(() => { throw new Error("drawing") });
        play(answer(200, sheet({})), answer(200, sheet({ text: "one", version: 1 })));
        await doc.load().catch(() => null); leave(); await doc.load();
        return doc.unit("u").text"""
    )
    assert found == "one"


def test_a_server_that_was_set_back_is_believed_the_second_time(stage: Stage) -> None:
    found = stage.play(
        """const doc = new Doc("", "p", "d", "l");
        const now = (text, version) => answer(200, sheet({ text, version }));
        const asked = play(now("five", 5), now("three", 3), now("three", 3), now("three", 3));
        await doc.load(); await doc.load(); await soon();
        return [asked.length, doc.unit("u").text]"""
    )
    assert found == [3, "three"]


@pytest.mark.parametrize(
    ("status", "data", "trouble"),
    [
        (422, "{error: 'HostileInput', sentence: 'no'}", ""),
        (409, "{outcome: 'kept', version: 1, text: 'b', state: 'translated'}", ""),
        (200, "{outcome: 'saved', version: 1, text: 'a', state: 'translated'}", ""),
        (200, "{}", "signed_out"),
        (502, "{}", "signed_out"),
        (403, "{error: 'other_person'}", "other_person"),
    ],
)
def test_a_refusal_too_proves_who_asks(stage: Stage, status: int, data: str, trouble: str) -> None:
    found = stage.play(
        f"""const doc = new Doc("", "p", "d", "l");
        const out = answer(401, {{error: "signed_out"}});
        play(answer(200, sheet({{}})), out, answer({status}, {data}));
        await doc.load(); await doc.load();
        const before = doc.trouble;
        for (const unit of "uv") doc.outbox.type(unit, unit, false, doc.there(unit));
        doc.outbox.save("u"); await soon();
        return [before, doc.trouble]"""
    )
    assert found == ["signed_out", trouble]


def test_drafts_are_compared_with_each_answer(stage: Stage) -> None:
    found = stage.play(
        """const doc = new Doc("", "p", "d", "l"), draft = { text: "from the phone", seen: 0 };
        play(answer(200, sheet({ draft })), answer(200, sheet({ text: "b", version: 1 })));
        await doc.load(); const first = doc.open("u");
        await doc.load();
        return [first, doc.open("u"), doc.outbox.get("u").text]"""
    )
    assert found == ["draft", "typing", "from the phone"]
