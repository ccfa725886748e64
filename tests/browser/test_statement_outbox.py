"""The laws of the outbox, tried on its own script with a server that the test plays.

A text lies in the browser before any request; it is removed only when exactly it was acknowledged;
one request per paragraph is under way; an unanswered request is sent again as it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import CHROMIUM, House, OpenPage
from tests.browser.staging import play
from ui.web.assets import address

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


def test_a_text_lies_in_the_browser_before_any_request(stage: Page) -> None:
    log = play(
        stage,
        """const s = stage([saved(1)]);
        s.box.type("u", "one", false, s.there); s.box.save("u"); await s.soon();
        return s.log""",
    )
    assert [each["path"] for each in log] == ["save"]
    assert log[0]["kept"]["text"] == "one"
    assert log[0]["kept"]["request"]["token"] == log[0]["token"]


def test_what_is_acknowledged_is_removed_and_nothing_else(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([saved(1)]);
        s.box.type("u", "one", false, s.there); s.box.save("u");
        s.box.type("u", "one two", false, s.there); await s.soon();
        return {text: s.kept.texts.u.text, seen: s.kept.texts.u.seen, state: s.state(),
                request: s.kept.texts.u.request}""",
    )
    assert found == {"text": "one two", "seen": 1, "state": "typing", "request": None}


def test_a_request_is_sent_again_as_it_was(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([lost, fails(503), saved(1), saved(2)]);
        s.box.type("u", "one", false, s.there); s.box.save("u"); await s.soon();
        s.box.type("u", "two", true, s.there); s.box.save("u"); await s.soon(); await s.soon();
        const between = s.state();
        s.box.wake(); await s.soon(); await s.soon();
        return {log: s.log, between, state: s.state(), kept: s.kept.texts}""",
    )
    log = found["log"]
    same = [(each["text"], each["token"], each["seen"], each["needs_work"]) for each in log[:3]]
    assert len(set(same)) == 1
    assert (log[3]["text"], log[3]["seen"], log[3]["needs_work"]) == ("two", 1, True)
    assert log[3]["token"] != log[0]["token"]
    assert (found["between"], found["state"], found["kept"]) == ("offline", "clean", {})


def test_one_request_for_a_paragraph_at_a_time(stage: Page) -> None:
    found = play(
        stage,
        """let answer; const slow = () => new Promise((done) => { answer = done });
        const s = stage([slow, saved(2)]);
        s.box.type("u", "one", false, s.there); s.box.save("u");
        for (const text of ["two", "three"]) {
          s.box.type("u", text, false, s.there); s.box.save("u"); s.box.wake(); await s.soon();
        }
        const waiting = s.log.length;
        answer(await saved(1)({text: "one"})); await s.soon(); await s.soon();
        return {waiting, texts: s.log.map((each) => each.text), state: s.state(),
                most: Math.max(...s.log.map((each) => each.flying))}""",
    )
    assert found == {"waiting": 1, "texts": ["one", "three"], "most": 1, "state": "clean"}


def test_two_texts_wait_for_a_person(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([kept("theirs", 3), saved(4)]);
        s.box.type("u", "mine", false, s.there); s.box.save("u"); await s.soon();
        const state = s.state(); s.box.save("u"); s.box.type("u", "mine!", false, s.there);
        const sent = s.log.length;
        s.box.saveMine("u"); await s.soon(); await s.soon();
        return {state, sent, last: s.log.at(-1), end: s.state()}""",
    )
    assert (found["state"], found["sent"], found["end"]) == ("conflict", 1, "clean")
    assert (found["last"]["text"], found["last"]["seen"]) == ("mine!", 3)


def test_the_same_words_are_no_conflict(stage: Page) -> None:
    state = play(
        stage,
        """const s = stage([kept("mine", 3)]);
        s.box.type("u", "mine", false, s.there); s.box.save("u"); await s.soon();
        return s.state()""",
    )
    assert state == "clean"


@pytest.mark.parametrize(
    ("status", "error", "state", "is_waiting"),
    [
        (401, "signed_out", "signed_out", True),
        (403, "other_person", "other_person", True),
        (403, "NotAllowed", "refused", False),
        (404, "NotFound", "refused", False),
        (413, "too_long", "refused", False),
        (422, "HostileInput", "refused", False),
        (408, "", "offline", True),
        (429, "TooMany", "offline", True),
        (500, "", "offline", True),
        (503, "StoreBusy", "offline", True),
        (0, "", "offline", True),
    ],
)
def test_what_becomes_of_each_answer(
    stage: Page, status: int, error: str, state: str, *, is_waiting: bool
) -> None:
    found = play(
        stage,
        f"""const s = stage([fails({status}, "{error}")]);
        s.box.type("u", "one", false, s.there); s.box.save("u"); await s.soon();
        return {{state: s.state(), text: s.kept.texts.u.text,
                 isWaiting: Boolean(s.kept.texts.u.request), why: s.box.get("u").sentence}}""",
    )
    assert found == {"state": state, "text": "one", "isWaiting": is_waiting, "why": "why"}


def test_what_is_typed_back_is_nothing(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([]);
        s.box.type("u", "one", false, s.there); s.box.type("u", "", false, s.there);
        s.box.type("v", "", true, s.there);
        return {state: s.state(), kept: s.kept.texts}""",
    )
    assert found == {"state": "clean", "kept": {}}


def test_texts_from_elsewhere_are_never_dropped(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([saved(1)]);
        s.box.type("u", "mine", false, s.there);
        s.box.adopt("u", {text: "other", seen: 0, needs: false, also: [{text: "third"}]});
        s.box.adopt("u", {text: "mine", seen: 0, needs: false});
        const also = s.box.get("u").also.map((each) => each.text);
        s.box.save("u"); await s.soon(); await s.soon();
        const after = s.kept.texts.u.also.length;
        s.box.settle("u", 0, true);
        const left = s.box.get("u").also.map((each) => each.text);
        return {also, after, text: s.kept.texts.u.text, left}""",
    )
    assert found == {
        "also": ["other", "third"],
        "after": 2,
        "text": "other",
        "left": ["third", "mine"],
    }


def test_a_request_left_behind_is_sent(stage: Page) -> None:
    log = play(
        stage,
        """const s = stage([saved(1)]);
        const request = {text: "one", token: "t", seen: 0, needs: false, madeFrom: "d"};
        s.box.adopt("u", {text: "one", seen: 0, needs: false, request}); await s.soon();
        return {log: s.log, state: s.state()}""",
    )
    assert [(each["token"], each["kept"]["text"]) for each in log["log"]] == [("t", "one")]
    assert log["state"] == "clean"


def test_only_our_own_word_counts_as_saved(stage: Page) -> None:
    """The sign-in page of a network answers 200 as well, and a proxy refuses in its own name."""
    answers = [
        "{status: 200, data: {}}",
        "{status: 200, data: {outcome: 'saved'}}",
        "{status: 200, data: {outcome: 'kept', version: 1}}",
        "{status: 409, data: {outcome: 'saved', version: 1}}",
        "{status: 403, data: {}}",
        "{status: 404, data: {}}",
        "{status: 413, data: {sentence: ''}}",
    ]
    for answer in answers:
        found = play(
            stage,
            f"""const s = stage([async () => ({answer})]);
            s.box.type("u", "one", false, s.there); s.box.save("u"); await s.soon();
            return [s.state(), s.kept.texts.u?.text, Boolean(s.kept.texts.u?.request)]""",
        )
        assert found == ["offline", "one", True], answer


def test_a_text_of_another_tab_outlives_the_one_beside_it(stage: Page) -> None:
    found = play(
        stage,
        """const other = {text: "other", seen: 0, needs: false};
        const s = stage([kept("theirs", 3)]);
        s.box.type("u", "mine", false, s.there); s.box.adopt("u", other);
        s.box.save("u"); await s.soon(); s.box.giveUp("u");
        const t = stage([kept("mine", 3)]);
        t.box.type("u", "mine", false, t.there); t.box.adopt("u", other);
        t.box.save("u"); await t.soon();
        const v = stage([]);
        v.box.type("u", "mine", false, v.there); v.box.adopt("u", other);
        v.box.abandon("u"); const last = v.kept.texts.u?.text; v.box.abandon("u");
        const said = ({texts: {u}}) => u && [u.text, u.seen, ...u.also.map((each) => each.text)];
        return [said(s.kept), s.state(), said(t.kept), t.state(), last, v.state()]""",
    )
    assert found == [["theirs", 3, "other"], "also", ["mine", 3, "other"], "also", "other", "clean"]


def test_one_can_stay_with_what_is_saved_beside_a_text_of_another_tab(stage: Page) -> None:
    """It was saved while one typed; once the other text is let go of, nothing waits any more."""
    found = play(
        stage,
        """const s = stage([]), v1 = {...s.there, text: "v1", version: 1};
        const v2 = {text: "v2", version: 2, needs: true, digest: "d"};
        s.box.type("u", "mine", false, v1); s.box.adopt("u", {text: "other", seen: 1});
        s.box.type("u", "v2", true, v2); s.box.giveUp("u", v2);
        const {text, seen, over, needs} = s.kept.texts.u, state = s.state();
        s.box.settle("u", 0, false); s.box.type("u", "v2", true, v2);
        return [text, seen, over, needs, state, s.state(), s.kept.texts]""",
    )
    assert found == ["v2", 2, "v2", True, "also", "clean", {}]


def test_what_is_only_here_is_at_risk(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([]); s.kept.works = false;
        s.box.adopt("u", {text: "mine", drafted: "mine", seen: 0});
        const before = s.box.isAtRisk();
        s.box.adopt("u", {text: "other", seen: 0}); return [before, s.box.isAtRisk()]""",
    )
    assert found == [False, True]


def test_nothing_of_an_entry_left_behind_is_lost(stage: Page) -> None:
    also = play(
        stage,
        """const s = stage([]);
        const request = {text: "saved", token: "t", seen: 0, needs: false};
        s.box.type("u", "mine", false, s.there);
        const found = {text: "typed on", seen: 0, request, also: [{text: "third"}]};
        s.box.adopt("u", found); s.box.adopt("u", found);
        return s.kept.texts.u.also.map((each) => each.text)""",
    )
    assert also == ["typed on", "saved", "third"]


def test_what_throws_stops_nothing(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([async () => { throw new Error("no") }, saved(1), saved(2)]);
        s.box.type("u", "one", false, s.there); s.box.save("u"); await s.soon(); await s.soon();
        const first = s.state();
        s.box.type("u", "two", false, s.there); s.box.save("u");
        s.listeners.onAcknowledged = () => { throw new Error("drawing") };
        s.box.wake(); for (const _ of "1234") await s.soon();
        return [first, s.state(), s.log.map((each) => each.text)]""",
    )
    assert found == ["offline", "clean", ["one", "one", "two"]]


def test_a_refused_draft_leaves_the_save_that_was_asked_for(stage: Page) -> None:
    found = play(
        stage,
        """let answer; const slow = () => new Promise((done) => { answer = done });
        const s = stage([slow, saved(1)]);
        s.box.type("u", "one", false, s.there); s.box.wake(); await s.soon(); await s.soon();
        s.box.save("u"); answer({status: 413, data: {error: "LimitExceeded"}});
        for (const _ of "1234") await s.soon();
        return [s.log.map((each) => each.path), s.state()]""",
    )
    assert found == [["draft", "save"], "clean"]


def test_a_refused_text_leaves_the_one_that_was_saved_after_it(stage: Page) -> None:
    found = play(
        stage,
        """let answer; const slow = () => new Promise((done) => { answer = done });
        const s = stage([slow, saved(1)]);
        s.box.type("u", "too long", false, s.there); s.box.save("u"); await s.soon();
        s.box.type("u", "short", false, s.there); s.box.save("u");
        answer({status: 422, data: {error: "LimitExceeded"}});
        for (const _ of "1234") await s.soon();
        return [s.log.map((each) => each.text), s.state()]""",
    )
    assert found == [["too long", "short"], "clean"]


def test_many_paragraphs_wait_as_long_as_one(stage: Page) -> None:
    waits = play(
        stage,
        """const later = setTimeout, waits = [];
        globalThis.setTimeout = (act, wait) => { if (wait > 500) waits.push(wait); return 1 };
        const s = stage([]);
        for (const unit of "abcdef") { s.box.adopt(unit, {text: unit, seen: 0}); s.box.save(unit); }
        for (const _ of "1234") await new Promise((done) => later(done, 0));
        const t = stage([async () => ({status: 429, data: {}, after: 60})]);
        t.box.adopt("u", {text: "one", seen: 0}); t.box.save("u");
        for (const _ of "1234") await new Promise((done) => later(done, 0));
        globalThis.setTimeout = later;
        return waits""",
    )
    assert len(waits) == 2
    assert 750 <= waits[0] <= 1250
    assert waits[1] == 60000


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("by 2028, all", "by 2027, all",
         [["same", "by "], ["del", "2028"], ["ins", "2027"], ["same", ", all"]]),
        ("keep the bridge open.", "keep the old bridge.",
         [["same", "keep the "], ["ins", "old "], ["same", "bridge"], ["del", " open"],
          ["same", "."]]),
        ("水質公開", "水質不公開", [["same", "水質"], ["ins", "不"], ["same", "公開"]]),
        ("one two", "three four", [["del", "one two"], ["ins", "three four"]]),
        ("", "new", [["ins", "new"]]),
        ("same", "same", [["same", "same"]]),
        ("نص قديم", "نص جديد", [["same", "نص "], ["del", "قديم"], ["ins", "جديد"]]),
    ],
)  # fmt: skip
def test_differences(
    stage: Page, house: House, before: str, after: str, wanted: list[list[str]]
) -> None:
    found = stage.evaluate(
        "async ([where, before, after]) => (await import(where)).differences(before, after)",
        [f"{house.server.url}/{address('diff.js')}", before, after],
    )
    assert [[each["kind"], each["text"]] for each in found] == wanted


def test_only_what_the_server_has_is_forgotten_after_a_week(
    house: House, open_page: OpenPage
) -> None:
    letter = house.new_letter()
    units = house.units(letter)
    page = open_page(house.samar, house.translate(letter))
    page.locator("li.row").first.wait_for()
    page.evaluate(
        """([person, letter, units]) => {
          const at = Date.now() - 8 * 24 * 3600 * 1000;
          const put = (unit, entry) => localStorage.setItem(
            `undersigned.text/${person}/${letter}/ar/${unit}/gone`,
            JSON.stringify({ seen: 0, needs: false, request: null, also: [], at, ...entry }));
          put(units[0], { text: "on the server", drafted: "on the server" });
          put(units[1], { text: "only here", drafted: null });
          put(units[2], { text: "on", drafted: "on", at: Date.now() });
        }""",
        [house.samar.id, letter, units],
    )
    page.reload()
    page.locator("li.row.unsaved").nth(1).wait_for()
    shown = page.locator("li.row.unsaved .target").all_inner_texts()
    assert [each.removesuffix("not saved yet").strip() for each in shown] == ["only here", "on"]
    kept = "Object.keys(localStorage).filter(key => key.endsWith('/gone'))"
    assert page.evaluate(kept) == []
