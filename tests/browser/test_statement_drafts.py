"""Drafts and what they grew into, on the outbox's own script with a server that the test plays.

What the page calls a draft lies on the server as it is; what another device typed is offered, and
what was typed here is never offered to whoever typed it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import CHROMIUM
from tests.browser.staging import play

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine"),
]


_LEFT = """
const draft = async (s, texts) => {
  for (const text of texts) {
    s.box.type("u", text, false, s.there); s.box.wake(); await s.soon(); await s.soon();
  }
};
const hear = (s, ...texts) => {
  const there = {text: "", version: 0};
  for (const text of texts) s.box.adoptDraft("u", {text, seen: 0}, there);
  return (s.box.get("u")?.also ?? []).map((each) => each.text);
};
const left = async (answers, texts, last) => {
  const s = stage(answers); await draft(s, texts); s.box.type("u", last, false, s.there);
  return s.kept.texts.u;
};
"""
"""What a tab does that is gone by now: it sends drafts, and leaves an entry in the browser."""


def test_a_draft_from_elsewhere_is_shown_longer_or_shorter(stage: Page) -> None:
    """Words are taken out on another device on purpose; what was sent from here is no news."""
    found = play(
        stage,
        _LEFT
        + """const s = stage([taken, taken]); await draft(s, ["abc", "abc d"]);
        s.box.type("u", "abc de", false, s.there);
        return [hear(s, "abc", "abc d", "abc de"),
                hear(s, "abc and more", "abc and more", "else", "ab", "abc")]""",
    )
    assert found == [[], ["abc and more", "else", "ab"]]


def test_a_draft_is_noted_in_the_browser_before_it_goes(stage: Page) -> None:
    """The tab may be closed before the answer comes; the draft may have arrived all the same."""
    found = play(
        stage,
        _LEFT
        + """const s = stage([lost, taken]); await draft(s, ["We", "We ask", "We"]);
        return s.log.map(({path, kept}) => [path, kept.text, kept.drafted, kept.sent.length])""",
    )
    assert found == [
        ["draft", "We", None, 1],
        ["draft", "We ask", None, 2],
        ["draft", "We", "We ask", 2],
    ]


def test_a_draft_is_known_again_after_loading_the_page_anew(stage: Page) -> None:
    found = play(
        stage,
        _LEFT
        + """const s = stage([lost, lost]), t = stage([lost, lost]);
        const entry = await left([taken, lost], ["We ask", "We ask you"], "We ask you for");
        s.box.adopt("u", entry); await s.soon(); await s.soon();
        t.box.type("u", "mine", false, t.there); t.box.adopt("u", entry);
        return [hear(s, "We ask", "We ask you"), hear(s, "We"),
                hear(t, "We ask", "We ask you"), hear(t, "We")]""",
    )
    assert found == [[], ["We"], ["We ask you for"], ["We ask you for", "We"]]


_FOR, _MOON = "We ask for", "We ask for the moon"


@pytest.mark.parametrize(
    ("answers", "sent", "last", "drafted", "beside"),
    [
        ("taken", ["We ask"], _FOR, "We ask", []),
        ("lost", ["We ask"], _FOR, None, []),
        ("taken", ["We ask"], "They ask", "We ask", []),
        ("taken", ["They"], "They ask", None, ["We ask"]),
        ("lost", ["They"], "They ask", None, ["We ask"]),
        ("taken, taken", ["We ask", _MOON], _MOON, None, []),
        ("taken, taken", [_FOR, _MOON], _MOON, None, ["We ask"]),
        ("taken, taken", ["They", "We ask"], "We ask", "We ask", []),
    ],
)
def test_what_was_typed_here_goes_before_the_draft_it_grew_from(
    stage: Page, answers: str, sent: list[str], last: str, drafted: str | None, beside: list[str]
) -> None:
    """The server's draft may be heard of before the text that a closed tab left in the browser.

    Nothing is called a draft that the server has not got: it is sent first.
    """
    script = """const s = stage([taken]);
        hear(s, "We ask"); s.box.adopt("u", {...await left([ANSWERS], SENT, LAST), at: 1});
        const {text, drafted, also} = s.kept.texts.u, state = s.state();
        await s.soon(); await s.soon();
        return {text, drafted, state, also: also.map((each) => each.text),
                sent: s.log.map((each) => [each.path, each.text]), end: s.kept.texts.u.drafted}"""
    for name, value in (("ANSWERS", answers), ("SENT", repr(sent)), ("LAST", repr(last))):
        script = script.replace(name, value)
    state = "draft" if drafted == last else "typing"
    assert play(stage, _LEFT + script) == {
        "text": last,
        "drafted": drafted,
        "state": "also" if beside else state,
        "also": beside,
        "sent": [] if state == "draft" else [["draft", last]],
        "end": last,
    }


def test_a_draft_that_was_typed_on_here_keeps_its_place(stage: Page) -> None:
    told = play(
        stage,
        """const s = stage([]);
        s.box.adoptDraft("u", {text: "We ask", seen: 0}, {text: "", version: 0});
        s.box.type("u", "We ask you", false, s.there);
        s.box.adopt("u", {text: "They ask", seen: 0, needs: false});
        const {text, also} = s.kept.texts.u;
        return [text, ...also.map((each) => each.text)]""",
    )
    assert told == ["We ask you", "They ask"]


def test_a_draft_after_a_save_is_taken_and_one_before_is_not(stage: Page) -> None:
    found = play(
        stage,
        """const s = stage([saved(1)]); const there = {text: "one", version: 1};
        s.box.type("u", "one", false, s.there); s.box.save("u"); await s.soon();
        const after = [];
        for (const [text, seen] of [["on", 0], ["one", 0], ["more", 1]]) {
          s.box.adoptDraft("u", {text, seen}, there); after.push(s.box.get("u")?.text ?? "");
        }
        return after""",
    )
    assert found == ["", "", "more"]


def test_a_draft_that_the_server_lost_is_not_trusted(stage: Page) -> None:
    """A save on another device takes the draft away that lay there for all devices."""
    found = play(
        stage,
        """const s = stage([]);
        s.box.adopt("u", {text: "mine", drafted: "mine", seen: 0});
        const before = s.state();
        s.box.adoptDraft("u", {text: "mine", seen: 0}, {text: "", version: 0});
        const same = s.state();
        s.box.adoptDraft("u", null, {text: "theirs", version: 1});
        return [before, same, s.state(), s.kept.texts.u.drafted]""",
    )
    assert found == ["draft", "draft", "typing", None]
