"""No road in the browser leads to an approval of one's own text: random histories of three people.

They do all that the screens offer: routes are asked as the scripts of the statement ask them, and
what buttons call is called as buttons do. One of them coordinates and tries to be two: she lets
herself in a second time under another name, or comes in by a link that she made for another. The
machine keeps its own account of which person first wrote which words. (Of two names that one
coordinator let in nobody can tell whether they are one person; she takes one of both roads here.)
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tests.asking import Ask, Got, asker
from tests.cases import tries
from tests.live import NOW
from tests.serving import Member, come_in
from ui.served import Served, _House
from workflow.access import OPERATOR, RIGHTS, Role
from workflow.errors import UndersignedError
from workflow.model import State, is_translation
from workflow.review import Act
from workflow.services import documents, people, review, translation
from workflow.services.documents import Intent
from workflow.services.review import Reading, inbox
from workflow.services.review import verbs as review_verbs
from workflow.services.translation.saving import written
from workflow.store import suggestions
from workflow.store.translations import Written, current, history

UI = Path(__file__).parents[2] / "ui"
LOCALE = "fr"
SOURCES = ("The library is open.", "The bridge is long.")
REVISED = {"The bridge is long.": "The bridge is very long.", "The library is open.": "It is open."}
WORDS = st.sampled_from(["Un.", "Deux.", "Trois.", "Quatre."])
HANDS = st.integers(0, 4)
WHICH = st.integers(0, len(SOURCES) - 1)
KIM, RANA, SAMAR = "Kim", "Rana", "Samar"


class Histories(RuleBasedStateMachine):
    """Three people before their screens, and one text of two paragraphs."""

    house: Served
    ask: Ask
    number = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).number += 1
        self.name = f"letter-{self.number}"
        self.now = NOW + timedelta(days=10 * self.number)  # nobody has been here too often
        _House.served = replace(self.house, clock=lambda: self.now, rates=people.Rates())
        self.work = self.house.workspace
        data = "\n\n".join(SOURCES).encode()
        documents.add(
            self.work, OPERATOR, self.now, data=data, file_name=f"{self.name}.txt", locale="en"
        )
        roles = {KIM: Role.COORDINATOR, RANA: Role.REVIEWER, SAMAR: Role.REVIEWER}
        self.hands: list[tuple[str, Member]] = [
            (who, self._let_in(f"{who} {self.number}", role)) for who, role in roles.items()
        ]
        """Who acts, and as which member; one person may get hold of several."""
        self.writer: dict[tuple[str, str], str] = {}
        self.tokens = 0

    def _let_in(self, name: str, role: Role) -> Member:
        made = come_in(self.work, name, role)
        (link,) = [people.renew_link(self.work, made.id, self.now)]
        session = people.come_back(self.work, link.token, self.now)
        return Member(made.id, name, session)

    # --- what they know --------------------------------------------------------------------------

    @property
    def place(self) -> dict[str, object]:
        return {"document": self.name, "locale": LOCALE}

    def _unit(self, which: int) -> str:
        rows = translation.units(self.work, OPERATOR, self.now, document=self.name, locale=LOCALE)
        return rows[which % len(rows)].unit

    def _seen(self, unit: str, *, is_stale: bool = False) -> int:
        with self.work.store.reading() as db:
            return max(0, current(db, unit, LOCALE).version - is_stale)

    def _hand(self, number: int) -> tuple[str, Member]:
        return self.hands[number % len(self.hands)]

    def _token(self) -> str:
        self.tokens += 1
        return str(self.tokens)

    def _writes(self, who: str, unit: str, text: str) -> None:
        if is_translation(text):
            self.writer.setdefault((unit, text), who)

    def _post(self, path: str, who: Member, **data: object) -> Got:
        got = self.ask("POST", path, who=who, data=self.place | data)
        assert got.status in {200, 204, 403, 404, 409, 422}, got.body
        return got

    # --- what the statement's scripts ask --------------------------------------------------------

    @rule()
    def time_passes(self) -> None:
        self.now += timedelta(minutes=1)

    @rule(
        hand=HANDS,
        which=WHICH,
        text=WORDS | st.just(""),
        stale=st.booleans(),
        doubt=st.booleans(),
        corrects=st.booleans(),
    )
    def save(
        self, hand: int, which: int, text: str, stale: bool, doubt: bool, corrects: bool
    ) -> None:
        who, member = self._hand(hand)
        unit = self._unit(which)
        got = self._post(
            "/api/save",
            member,
            unit=unit,
            text=text,
            seen=self._seen(unit, is_stale=stale),
            token=self._token(),
            needs_work=doubt,
            corrects=corrects,
        )
        if got.status in {200, 409}:
            self._writes(who, unit, text)

    @rule(hand=HANDS, which=WHICH, text=WORDS)
    def draft(self, hand: int, which: int, text: str) -> None:
        unit = self._unit(which)
        self._post("/api/draft", self._hand(hand)[1], unit=unit, text=text, seen=self._seen(unit))

    @rule(hand=HANDS, which=WHICH, stale=st.booleans())
    def approve(self, hand: int, which: int, stale: bool) -> None:
        unit = self._unit(which)
        seen = self._seen(unit, is_stale=stale)
        member = self._hand(hand)[1]
        said = self._reading(member, unit)
        got = self._post("/api/decide", member, act="approve", unit=unit, seen=seen)
        if got.status == 200 and not stale:
            assert said is None or said.why_not is None, "it was not offered"
        if got.status == 403 and got.data["error"] == "FourEyes":
            assert said is None or said.why_not is not None, "it was offered"

    def _reading(self, member: Member, unit: str) -> Reading | None:
        """Give what stands beside the paragraph on the reviewer's screen."""
        try:
            found = review.readings(
                self.work, member.id, self.now, document=self.name, locale=LOCALE
            )
        except UndersignedError:  # he has no such role any more
            return None
        return found.get(unit)

    @rule(hand=HANDS, which=WHICH)
    def send_back(self, hand: int, which: int) -> None:
        unit = self._unit(which)
        seen = self._seen(unit)
        member = self._hand(hand)[1]
        self._post("/api/decide", member, act="send_back", unit=unit, seen=seen, chosen=["terms"])

    @rule(hand=HANDS)
    def approve_rest(self, hand: int) -> None:
        rows = translation.units(self.work, OPERATOR, self.now, document=self.name, locale=LOCALE)
        seen = {row.unit: row.version for row in rows}
        self._post("/api/approve-rest", self._hand(hand)[1], seen=seen)

    # --- what buttons call -----------------------------------------------------------------------

    def _press(self, verb: Callable[..., object], by: Member, /, **what: object) -> bool:
        try:
            verb(self.work, by.id, self.now, **what)
        except UndersignedError:
            return False
        return True

    @rule(hand=HANDS, which=WHICH, text=WORDS)
    def suggest(self, hand: int, which: int, text: str) -> None:
        who, member = self._hand(hand)
        unit = self._unit(which)
        if self._press(translation.suggest, member, unit=unit, locale=LOCALE, text=text):
            self._writes(who, unit, text)

    @rule(hand=HANDS, which=WHICH, number=st.integers(0, 2), takes=st.booleans())
    def decide(self, hand: int, which: int, number: int, takes: bool) -> None:
        unit = self._unit(which)
        with self.work.store.reading() as db:
            found = [
                each for each in suggestions.of_unit(db, unit, LOCALE) if each.status == "open"
            ]
        if not found:
            return
        wanted, member = found[number % len(found)].id, self._hand(hand)[1]
        if takes:
            self._press(review.accept, member, suggestion=wanted, seen=self._seen(unit))
        else:
            self._press(review.reject, member, suggestion=wanted, reason="Not quite.")

    @rule(hand=HANDS, which=WHICH, version=st.integers(1, 4))
    def restore(self, hand: int, which: int, version: int) -> None:
        unit = self._unit(which)
        what = {"unit": unit, "locale": LOCALE, "seen": self._seen(unit), "version": version}
        self._press(translation.restore, self._hand(hand)[1], **what)

    @rule(hand=HANDS, which=WHICH)
    def mark(self, hand: int, which: int) -> None:
        unit = self._unit(which)
        what = {"unit": unit, "locale": LOCALE, "seen": self._seen(unit)}
        self._press(translation.mark, self._hand(hand)[1], **what)

    @rule(which=WHICH, intent=st.sampled_from(Intent), discards=st.booleans())
    def revise(self, which: int, intent: Intent, discards: bool) -> None:
        kim = self.hands[0][1]
        text = documents.source(self.work, kim.id, self.now, document=self.name).data.decode()
        old = SOURCES[which]
        new = REVISED[old]
        changed = text.replace(new, old) if new in text else text.replace(old, new)
        self._press(documents.propose, kim, document=self.name, data=changed.encode())
        if discards:
            self._press(documents.discard, kim, document=self.name)
            return
        offered = documents.proposal(self.work, kim.id, self.now, document=self.name)
        if offered:
            meant = {each.number: intent for each in offered.differences if each.has_intent}
            self._press(
                documents.release, kim, document=self.name, digest=offered.digest, intents=meant
            )

    # --- the coordinator tries to be two ---------------------------------------------------------

    @precondition(lambda self: len(self.hands) == len((KIM, RANA, SAMAR)))
    @rule(role=st.sampled_from([Role.TRANSLATOR, Role.REVIEWER, Role.COORDINATOR]))
    def let_herself_in_again(self, role: Role) -> None:
        kim = self.hands[0][1]
        made = people.invite(self.work, kim.id, self.now, role=role)
        name = f"Other {self.number}"
        joined = people.join(self.work, made.link.token, self.now, name=name)
        self.hands.append((KIM, Member(joined.member, name, joined.session)))

    @precondition(lambda self: len(self.hands) == len((KIM, RANA, SAMAR)))
    @rule(whose=st.integers(1, 2))
    def come_in_as_another(self, whose: int) -> None:
        kim, other = self.hands[0][1], self.hands[whose][1]
        link = people.issue_link(self.work, kim.id, self.now, member=other.id)
        session = people.come_back(self.work, link.token, self.now)
        self.hands.append((KIM, Member(other.id, other.name, session)))

    @precondition(lambda self: len(self.hands) > len((KIM, RANA, SAMAR)))
    @rule(by=st.sampled_from([0, 3]), whom=st.sampled_from([0, 3]))
    def vouch_for_herself(self, by: int, whom: int) -> None:
        self._press(people.vouch, self.hands[by][1], member=self.hands[whom][1].id)

    @precondition(lambda self: len(self.hands) > len((KIM, RANA, SAMAR)))
    @rule(role=st.sampled_from(Role), back=st.booleans())
    def change_roles(self, role: Role, back: bool) -> None:
        kim, other = self.hands[0][1], self.hands[-1][1]
        verb = people.withdraw if back else people.grant
        self._press(verb, kim, member=other.id, role=role)

    # --- the laws --------------------------------------------------------------------------------

    @invariant()
    def what_is_reviewed_was_approved_by_another_person(self) -> None:
        rows = translation.units(self.work, OPERATOR, self.now, document=self.name, locale=LOCALE)
        with self.work.store.reading() as db:
            for row in rows:
                if row.state is not State.REVIEWED:
                    continue
                acts = [each for each in history(db, row.unit, LOCALE) if each.act is Act.APPROVE]
                assert acts, "nobody approved it"
                act = acts[0]
                writer = self.writer.get((row.unit, row.text))
                if writer is None:  # copied from a unit that was one with this; not approved then
                    continue
                behind = {who for who, member in self.hands if member.id == act.actor}
                assert behind - {writer}, "somebody approved words of his own"
                assert act.text == row.text


@pytest.fixture
def machine(house: Served, monkeypatch: pytest.MonkeyPatch) -> type[Histories]:
    monkeypatch.setattr(_House, "served", house)
    made: dict[str, Any] = {"house": house, "ask": staticmethod(asker()), "number": 0}
    return type("Histories", (Histories,), made)


def play(machine: type[Histories], examples: int, steps: int = 25, *, shrinks: bool = True) -> None:
    """Let the people do as they like, so many times."""
    phases = (Phase.generate, Phase.shrink) if shrinks else (Phase.generate,)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=examples, stateful_step_count=steps, phases=phases, deadline=None
        ),
    )


def test_no_history_leads_to_an_approval_of_ones_own_text(machine: type[Histories]) -> None:
    play(machine, tries(60))


@pytest.mark.long
def test_no_history_of_a_thousand_does(machine: type[Histories]) -> None:
    play(machine, 1000, 40)


def _unseen(*_: object, **__: object) -> None:
    return None


def _at_once(*arguments: object, **more: object) -> Written:
    form = written(*arguments, **more)  # type: ignore[arg-type]
    return replace(form, state=State.REVIEWED) if form.act is Act.CORRECT else form


FAULTS: dict[str, tuple[object, str, Callable[..., object]]] = {
    "one may approve one's own": (inbox, "refusal", _unseen),
    "a correction is approved at once": (review_verbs, "written", _at_once),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(
    machine: type[Histories], monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(*FAULTS[fault])
    with pytest.raises(AssertionError):
        play(machine, 200, 30, shrinks=False)


# --- that nothing is left out ---------------------------------------------------------------------

PLAYED = {
    *("translation.save", "translation.draft", "translation.suggest", "translation.restore"),
    *("translation.mark", "review.approve", "review.approve_rest", "review.correct"),
    *("review.send_back", "review.accept", "review.reject", "documents.propose"),
    *("documents.release", "documents.discard", "people.invite", "people.issue_link"),
    *("people.vouch", "people.grant", "people.withdraw", "people.renew_link"),
}
"""What the machine does: each is offered by a screen."""
HARMLESS = {
    *("translation.sheet", "translation.stamp", "translation.sheet_stamp", "translation.unit"),
    *("translation.units", "translation.history", "translation.comment", "translation.ask"),
    *("translation.resolve", "translation.drop_draft", "translation.drafts", "review.readings"),
    *("review.came_back", "review.answers", "documents.add", "documents.preview"),
    *("documents.listing", "documents.describe", "documents.source", "documents.proposal"),
    *("documents.change", "documents.archive", "documents.unarchive", "exchange.catalog"),
}
"""What changes no text and no approval; and whole rooms whose verbs never do."""
HARMLESS_ROOMS = {"progress", "publishing", "tasks", "upkeep", "people"}


def offered() -> set[str]:
    """Give every verb of the front desk that any module of the interface names."""
    found = set()
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.add(f"{node.value.id}.{node.attr}")
    return found & set(RIGHTS)


def test_the_machine_does_all_that_the_screens_offer() -> None:
    there = offered()
    rest = {each for each in there - PLAYED if each.split(".")[0] not in HARMLESS_ROOMS}
    assert rest <= HARMLESS, "play it, or say why it is harmless"
    assert there >= PLAYED, "nobody can do this in the browser"
