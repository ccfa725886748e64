"""No road leads to an approval of words by their author alone: random histories of four people.

The machine keeps its own account of who first wrote which words, and compares it with what the
store holds after each act. Faults planted in the front desk must be found by the same machine.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

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
from sqlalchemy import update

from tests.cases import tries
from tests.live import NOW, live, person, put_document
from workflow.access import Role
from workflow.errors import FourEyes, NotPossible, OutOfDate
from workflow.model import State, is_translation
from workflow.review import Act
from workflow.services import review, translation
from workflow.services.review import inbox
from workflow.services.review import verbs as review_verbs
from workflow.services.translation import saving
from workflow.services.workspace import Workspace
from workflow.store import reviewing, suggestions
from workflow.store.ids import digest_of
from workflow.store.schema import member
from workflow.store.translations import Written, add_revision, current
from workflow.store.translations import history as revisions

LOCALE = "fr"
SOURCES = ("The library is open.", "The bridge is long.")
WORDS = st.sampled_from(["Un.", "Deux.", "Trois.", "Quatre."])
PEOPLE = st.integers(0, 3)
UNITS = st.integers(0, len(SOURCES) - 1)
REFUSED = (FourEyes, NotPossible, OutOfDate)
# Who let in whom: the last one was invited by the second.
INVITER, INVITED = 1, 3


class Histories(RuleBasedStateMachine):
    """Four people who do all that the front desk lets them do to two paragraphs."""

    workspace: Workspace
    number = 0

    def __init__(self) -> None:
        super().__init__()
        type(self).number += 1
        self.name = f"letter-{self.number}"
        roles = (Role.TRANSLATOR, Role.REVIEWER, Role.REVIEWER, Role.REVIEWER)
        self.people = [
            person(self.workspace, f"{self.name} {number}", role)
            for number, role in enumerate(roles)
        ]
        self._set(invited_by=self.people[INVITER])
        _, self.units = put_document(self.workspace, SOURCES, self.name)
        self.now = NOW
        self.is_vouched = False
        self.writer: dict[tuple[str, str], str] = {}
        self.typed: set[tuple[str, str]] = set()
        self.misnamed: set[tuple[str, str]] = set()
        self.approved: dict[str, str] = {}
        self.tokens = 0

    def _set(self, **values: str) -> None:
        with self.workspace.store.writing() as db:
            where = member.c.id == self.people[INVITED]
            db.execute(update(member).where(where).values(**values))

    def _writes(self, who: str, unit: str, text: str) -> None:
        if is_translation(text):
            self.writer.setdefault((unit, text), who)
            self.typed.add((unit, text))

    def _seen(self, unit: str, is_stale: bool = False) -> int:
        with self.workspace.store.reading() as db:
            return max(0, current(db, unit, LOCALE).version - is_stale)

    def _token(self) -> str:
        self.tokens += 1
        return str(self.tokens)

    def _are_bound(self, one: str, other: str) -> bool:
        pair = {self.people[INVITER], self.people[INVITED]}
        return not self.is_vouched and {one, other} == pair

    @rule()
    def time_passes(self) -> None:
        self.now += timedelta(minutes=1)

    @rule()
    def another_vouches(self) -> None:
        self._set(vouched_by=self.people[2])
        self.is_vouched = True

    @rule(
        who=PEOPLE, which=UNITS, text=WORDS | st.just(""), stale=st.booleans(), doubt=st.booleans()
    )
    def save(self, who: int, which: int, text: str, stale: bool, doubt: bool) -> None:
        actor, unit = self.people[who], self.units[which]
        translation.save(
            self.workspace,
            actor,
            self.now,
            unit=unit,
            locale=LOCALE,
            text=text,
            seen=self._seen(unit, stale),
            token=self._token(),
            needs_work=doubt,
        )
        self._writes(actor, unit, text)

    @rule(who=PEOPLE, which=UNITS, text=WORDS)
    def suggest(self, who: int, which: int, text: str) -> None:
        actor, unit = self.people[who], self.units[which]
        translation.suggest(self.workspace, actor, self.now, unit=unit, locale=LOCALE, text=text)
        self._writes(actor, unit, text)

    @rule(who=PEOPLE, which=UNITS, version=st.integers(1, 4))
    def restore(self, who: int, which: int, version: int) -> None:
        unit = self.units[which]
        seen = self._seen(unit)
        if version <= seen:
            translation.restore(
                self.workspace,
                self.people[who],
                self.now,
                unit=unit,
                locale=LOCALE,
                seen=seen,
                version=version,
            )

    @rule(who=PEOPLE, which=UNITS)
    def mark(self, who: int, which: int) -> None:
        unit = self.units[which]
        with contextlib.suppress(NotPossible):
            translation.mark(
                self.workspace,
                self.people[who],
                self.now,
                unit=unit,
                locale=LOCALE,
                seen=self._seen(unit),
            )

    @rule(who=st.integers(1, 3), which=UNITS, text=WORDS, stale=st.booleans())
    def correct(self, who: int, which: int, text: str, stale: bool) -> None:
        actor, unit = self.people[who], self.units[which]
        with contextlib.suppress(NotPossible):
            review.correct(
                self.workspace,
                actor,
                self.now,
                unit=unit,
                locale=LOCALE,
                seen=self._seen(unit, stale),
                text=text,
                token=self._token(),
            )
            self._writes(actor, unit, text)

    @rule(who=st.integers(1, 3), which=UNITS)
    def send_back(self, who: int, which: int) -> None:
        unit = self.units[which]
        with contextlib.suppress(NotPossible):
            review.send_back(
                self.workspace,
                self.people[who],
                self.now,
                unit=unit,
                locale=LOCALE,
                seen=self._seen(unit),
                reason="The article is missing.",
            )

    @rule(who=st.integers(1, 3), which=UNITS, accepted=st.booleans(), number=st.integers(0, 2))
    def decide(self, who: int, which: int, accepted: bool, number: int) -> None:
        actor, unit = self.people[who], self.units[which]
        with self.workspace.store.reading() as db:
            there = [
                each for each in suggestions.of_unit(db, unit, LOCALE) if each.status == "open"
            ]
        if not there:
            return
        wanted = there[number % len(there)].id
        if accepted:
            review.accept(self.workspace, actor, self.now, suggestion=wanted, seen=self._seen(unit))
        else:
            review.reject(self.workspace, actor, self.now, suggestion=wanted, reason="Not quite.")

    @rule(name=PEOPLE, by=PEOPLE, which=UNITS, text=WORDS)
    def import_(self, name: int, by: int, which: int, text: str) -> None:
        """Take a text from a catalog that names somebody, who need not have written it."""
        unit = self.units[which]
        with self.workspace.store.writing() as db:
            there = current(db, unit, LOCALE)
            if there.text == text:
                return
            add_revision(
                db,
                Written(
                    unit=unit,
                    locale=LOCALE,
                    version=there.version + 1,
                    text=text,
                    state=State.TRANSLATED,
                    act=Act.IMPORT,
                    author=self.people[name],
                    actor=self.people[by],
                    source_digest=digest_of(SOURCES[which]),
                    at=self.now - timedelta(minutes=name),  # another machine's clock
                ),
            )
        self._writes(self.people[name], unit, text)
        if self.writer[unit, text] != self.people[name]:
            self.misnamed.add((unit, text))

    @rule(who=st.integers(1, 3), which=UNITS, stale=st.booleans())
    def approve(self, who: int, which: int, stale: bool) -> None:
        actor, unit = self.people[who], self.units[which]
        with contextlib.suppress(*REFUSED):
            done = review.approve(
                self.workspace,
                actor,
                self.now,
                unit=unit,
                locale=LOCALE,
                seen=self._seen(unit, stale),
            )
            self._is_approved(actor, unit, done.text)

    @precondition(lambda self: self._seen(self.units[0]) > 0)
    @rule(who=st.integers(1, 3))
    def approve_rest(self, who: int) -> None:
        actor = self.people[who]
        seen = {unit: self._seen(unit) for unit in self.units}
        with self.workspace.store.reading() as db:
            texts = {unit: current(db, unit, LOCALE).text for unit in self.units}
        done = review.approve_rest(
            self.workspace, actor, self.now, document=self.name, locale=LOCALE, seen=seen
        )
        for unit in done.approved:
            self._is_approved(actor, unit, texts[unit])

    def _is_approved(self, reviewer: str, unit: str, text: str) -> None:
        writer = self.writer[unit, text]
        assert reviewer != writer, "he approved his own words"
        assert not self._are_bound(reviewer, writer), "they may be one person"
        self.approved[unit] = text

    @invariant()
    def what_is_reviewed_was_approved_by_a_second_person(self) -> None:
        with self.workspace.store.reading() as db:
            for unit in self.units:
                there = current(db, unit, LOCALE)
                if there.state is State.REVIEWED:
                    last = revisions(db, unit, LOCALE)[0]
                    assert last.act is Act.APPROVE
                    assert last.actor != self.writer[unit, there.text]
                    assert there.text == self.approved[unit]

    @invariant()
    def revisions_are_a_chain(self) -> None:
        with self.workspace.store.reading() as db:
            for unit in self.units:
                there = current(db, unit, LOCALE)
                chain = revisions(db, unit, LOCALE)[::-1]
                assert [each.version for each in chain] == list(range(1, there.version + 1))
                if chain:
                    last = chain[-1]
                    assert (last.text, last.state, last.author) == (
                        there.text,
                        there.state,
                        there.author,
                    )
                for before, after in pairwise(chain):
                    if after.act in {Act.APPROVE, Act.MARK, Act.SEND_BACK}:
                        assert after.text == before.text
                        assert after.author == before.author

    @invariant()
    def words_carry_the_name_of_whoever_wrote_them_first(self) -> None:
        with self.workspace.store.reading() as db:
            for unit in self.units:
                there = current(db, unit, LOCALE)
                named = {each.text: each.author for each in suggestions.of_unit(db, unit, LOCALE)}
                if is_translation(there.text):
                    named[there.text] = there.author
                for text, author in named.items():
                    if (unit, text) not in self.misnamed:
                        assert author == self.writer[unit, text]

    @invariant()
    def nothing_typed_is_lost(self) -> None:
        with self.workspace.store.reading() as db:
            kept = {
                (unit, text)
                for unit in self.units
                for text in (
                    *(each.text for each in revisions(db, unit, LOCALE)),
                    *(each.text for each in suggestions.of_unit(db, unit, LOCALE)),
                )
            }
        assert self.typed <= kept


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as made:
        yield made


def play(workspace: Workspace, examples: int, steps: int = 25, *, shrinks: bool = True) -> None:
    """Let the people do as they like, so many times."""
    machine = type("Histories", (Histories,), {"workspace": workspace, "number": 0})
    phases = (Phase.generate, Phase.shrink) if shrinks else (Phase.generate,)
    run_state_machine_as_test(
        machine,
        settings=settings(max_examples=examples, stateful_step_count=steps, phases=phases),
    )


def test_no_history_leads_to_an_approval_by_the_author(workspace: Workspace) -> None:
    play(workspace, tries(100))


@pytest.mark.long
def test_no_history_of_a_thousand_does(workspace: Workspace) -> None:
    play(workspace, 1000, 40)


def by_whoever_did_it(*arguments: object) -> str:
    """Take whoever brings words for their author."""
    return str(arguments[-1])


def nobody(*_: object) -> frozenset[str]:
    return frozenset()


def unseen(*_: object, **__: object) -> None:
    return None


def reviewed_at_once(form: Written) -> Written:
    return replace(form, state=State.REVIEWED)


FAULTS: dict[str, tuple[object, str, Callable[..., object]]] = {
    "words belong to whoever brings them": (saving, "author_of", by_whoever_did_it),
    "one may approve one's own": (inbox, "refusal", unseen),
    "what came second is thrown away": (suggestions, "keep", lambda *_, **__: "lost"),
}
RARE_FAULTS: dict[str, tuple[object, str, Callable[..., object]]] = {
    "who is bound does not matter": (inbox, "bound_to", nobody),
    "only the name that stands with a text counts": (reviewing, "authors_of", nobody),
    "the same for a whole statement": (reviewing, "authors", lambda *_: {}),
}
"""They take a history of several people in the right order; `test_review` tries each road."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(*FAULTS[fault])
    with pytest.raises(AssertionError):
        play(workspace, 200, 30, shrinks=False)


@pytest.mark.long
@pytest.mark.parametrize("fault", RARE_FAULTS)
def test_a_rare_fault_is_found(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    monkeypatch.setattr(*RARE_FAULTS[fault])
    with pytest.raises(AssertionError):
        play(workspace, 2000, 40, shrinks=False)


def test_a_correction_that_is_approved_in_the_same_act_is_found(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = saving.written

    def at_once(*arguments: object, **more: object) -> Written:
        form = whole(*arguments, **more)  # type: ignore[arg-type]
        return reviewed_at_once(form) if form.act is Act.CORRECT else form

    monkeypatch.setattr(review_verbs, "written", at_once)
    with pytest.raises(AssertionError):
        play(workspace, 200, shrinks=False)
