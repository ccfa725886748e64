"""How far a translation is: the table of acts, and the law of four eyes."""

from __future__ import annotations

import pytest

from workflow.model import State
from workflow.review import CHANGES_TEXT, TRANSITIONS, Act, Refusal, after, refusal


@pytest.mark.parametrize("act", Act)
@pytest.mark.parametrize("state", State)
def test_only_an_approval_makes_a_text_reviewed(act: Act, state: State) -> None:
    if after(act, state) is State.REVIEWED:
        assert act is Act.APPROVE or (act is Act.TYPO and state is State.REVIEWED)


@pytest.mark.parametrize("act", sorted(CHANGES_TEXT))
@pytest.mark.parametrize("state", State)
def test_what_changes_a_text_takes_its_approval_away(act: Act, state: State) -> None:
    assert after(act, state) in (None, State.NEEDS_WORK, State.TRANSLATED)


def test_only_a_finished_text_is_approved() -> None:
    can_be = [state for state in State if after(Act.APPROVE, state) is not None]
    assert can_be == [State.TRANSLATED]


def test_what_is_not_there_is_neither_sent_back_nor_marked_nor_corrected() -> None:
    for act in (Act.SEND_BACK, Act.MARK, Act.CORRECT):
        assert after(act, State.UNTRANSLATED) is None


def test_a_new_meaning_asks_for_work_and_a_typo_does_not() -> None:
    meaning = [after(Act.MEANING, state) for state in State]
    assert meaning == [State.UNTRANSLATED, *[State.NEEDS_WORK] * 3]
    assert [after(Act.TYPO, state) for state in State] == list(State)


def test_every_act_leads_somewhere() -> None:
    assert {act for act, _ in TRANSITIONS} == set(Act)


def test_nobody_is_the_second_person_for_himself() -> None:
    assert refusal("ana", "ana", ()) is Refusal.OWN_TEXT
    assert refusal("ana", "ben", {"ben"}) is Refusal.BOUND
    assert refusal("ana", "ben", {"chen"}) is None
