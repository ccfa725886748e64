"""What a revision does to translations, one case after another."""

from dataclasses import replace

import pytest

from workflow.alignment.carrying import Held, Intent, Past, Step, carry
from workflow.alignment.succession import Ancestor, Heir, Origin, Succession, succeed
from workflow.alignment.texts import Text
from workflow.model import EMPTY_ON_PURPOSE, ChangeKind, State, UnitKey
from workflow.review import Act

MILL = "The mill gave us its hall for as long as the library needs it."
LENT = "The mill lent us its hall for as long as the library needs it."
SHELF = "Every child needs a shelf of books within an hour of home."
LAKE = "Nobody may close the path around the lake to those who live there."
TYPO = {0: Intent.TYPO}


def digest(text: str) -> str:
    return f"<{text}>"


def unit(name: str, text: str, *former: str, is_living: bool = True) -> Ancestor:
    return Ancestor(name, UnitKey(text), "", is_living, tuple(map(UnitKey, former)))


def held(
    name: str, text: str, made_from: str, state: State = State.TRANSLATED, order: int = 0
) -> Held:
    return Held(name, text, state, digest(made_from), f"by {name}", (order,))


def steps(
    old: list[Ancestor],
    new: list[str],
    now: list[Held],
    once: list[Held] = [],  # noqa: B006
    intents: dict[int, Intent] = {},  # noqa: B006
) -> tuple[Step, ...]:
    past = Past(
        ("fr",),
        {(each.unit, "fr"): each for each in now},
        {(each.unit, each.source_digest, "fr"): each for each in once},
        digest,
    )
    found = succeed(old, [Text(UnitKey(each)) for each in new], locale="en")
    return carry(found, old, past, intents)


def brief(found: tuple[Step, ...]) -> list[tuple[str, str, str, str]]:
    return [(each.act.value, each.text, each.state.name, each.source_digest) for each in found]


def test_what_stays_moves_or_returns_has_no_step() -> None:
    old = [unit("a", MILL), unit("b", SHELF), unit("c", LAKE, is_living=False)]
    now = [held("a", "A", MILL, State.REVIEWED), held("b", "B", SHELF), held("c", "C", LAKE)]
    assert steps(old, [SHELF, MILL, LAKE, "And a new one, far from all."], now) == ()


def test_a_change_of_meaning_keeps_the_text_and_what_it_was_made_from() -> None:
    now = [held("a", "A", MILL, State.REVIEWED)]
    [step] = steps([unit("a", MILL)], [LENT], now)
    assert brief((step,)) == [("meaning", "A", "NEEDS_WORK", digest(MILL))]
    assert (step.author, step.origin) == ("by a", "")


@pytest.mark.parametrize("state", [State.NEEDS_WORK, State.TRANSLATED, State.REVIEWED])
def test_a_typo_keeps_the_state_and_moves_the_digest(state: State) -> None:
    found = steps([unit("a", MILL)], [LENT], [held("a", "A", MILL, state)], intents=TYPO)
    assert brief(found) == [("typo", "A", state.name, digest(LENT))]


def test_a_translation_that_lagged_behind_lags_on_after_a_typo() -> None:
    old = [unit("a", MILL, "Mill")]
    assert steps(old, [LENT], [held("a", "A", "Mill", State.NEEDS_WORK)], intents=TYPO) == ()


def test_nothing_comes_of_nothing() -> None:
    old = [unit("a", MILL)]
    assert steps(old, [LENT], []) == ()
    empty = held("a", "", MILL, State.UNTRANSLATED)
    assert steps(old, [LENT], [empty]) == ()
    assert steps(old, [LENT], [empty], intents=TYPO) == ()


def test_a_text_that_is_empty_on_purpose_needs_work_too() -> None:
    found = steps([unit("a", MILL)], [LENT], [held("a", EMPTY_ON_PURPOSE, MILL)])
    assert [each.act for each in found] == [Act.MEANING]


def test_of_a_split_only_the_heir_has_a_step() -> None:
    [step] = steps([unit("a", f"{SHELF} {LAKE}")], [SHELF, LAKE], [held("a", "A", "whole")])
    assert (step.number, step.act, step.state) == (1, Act.MEANING, State.NEEDS_WORK)


def test_what_is_merged_is_joined_where_all_is_good() -> None:
    old = [unit("a", SHELF), unit("b", LAKE)]
    lake = replace(held("b", "Lac.", LAKE, State.REVIEWED), author="by a")
    now = [held("a", "Étagère.", SHELF), lake]
    [step] = steps(old, [f"{SHELF} {LAKE}"], now)
    whole = f"{SHELF} {LAKE}"
    assert brief((step,)) == [("carry", "Étagère. Lac.", "NEEDS_WORK", digest(whole))]
    assert (step.made_from, step.author, step.origin) == (whole, "by a", "")


def test_words_of_two_members_are_not_joined_under_one_name() -> None:
    old = [unit("a", SHELF), unit("b", LAKE)]
    whole = [f"{SHELF} {LAKE}"]
    shelf = held("a", "Étagère.", SHELF)
    [step] = steps(old, whole, [shelf, held("b", "Lac.", LAKE)])
    assert (step.text, step.author, step.state) == ("Lac.", "by b", State.NEEDS_WORK)
    empty = held("b", EMPTY_ON_PURPOSE, LAKE)
    [step] = steps(old, whole, [shelf, empty])
    assert (step.text, step.author) == ("Étagère.", "by a"), "what is left out is nobody's words"
    [step] = steps(old, whole, [replace(shelf, text=EMPTY_ON_PURPOSE), empty])
    assert step.text == EMPTY_ON_PURPOSE


def test_what_is_merged_has_the_longest_translation_where_one_is_missing() -> None:
    old = [unit("a", SHELF), unit("b", LAKE)]
    whole = [f"{SHELF} {LAKE}"]
    assert brief(steps(old, whole, [held("b", "Lac.", LAKE)])) == [
        ("meaning", "Lac.", "NEEDS_WORK", digest(LAKE))
    ]
    [step] = steps(old, whole, [held("a", "Étagère.", SHELF)])
    assert brief((step,)) == [("carry", "Étagère.", "NEEDS_WORK", digest(SHELF))]
    assert (step.origin, step.author) == ("a", "by a")
    doubtful = held("a", "Étagère.", SHELF, State.NEEDS_WORK)
    assert brief(steps(old, whole, [doubtful, held("b", "Lac.", LAKE)])) == [
        ("meaning", "Lac.", "NEEDS_WORK", digest(LAKE))
    ]
    assert steps(old, whole, []) == ()


# --- former wordings -----------------------------------------------------------------------------

BACK = [unit("a", LENT, MILL)]


def test_a_wording_taken_back_brings_the_translation_made_from_it() -> None:
    once = [held("a", "Once", MILL, State.REVIEWED)]
    found = steps(BACK, [MILL], [held("a", "Now", LENT)], once)
    assert brief(found) == [("restore", "Once", "TRANSLATED", digest(MILL))]


def test_a_revision_that_is_undone_lets_the_text_be_good_again() -> None:
    once = [held("a", "A", MILL, State.REVIEWED)]
    found = steps(BACK, [MILL], [held("a", "A", MILL, State.NEEDS_WORK)], once)
    assert brief(found) == [("restore", "A", "TRANSLATED", digest(MILL))]


def test_a_typo_that_is_undone_leaves_everything_alone() -> None:
    once = [held("a", "A", MILL, State.REVIEWED)]
    for state in (State.NEEDS_WORK, State.TRANSLATED, State.REVIEWED):
        found = steps(BACK, [MILL], [held("a", "A", LENT, state)], once)
        assert brief(found) == [("typo", "A", state.name, digest(MILL))]


@pytest.mark.parametrize("then", [State.NEEDS_WORK, State.TRANSLATED])
def test_an_approval_for_another_wording_is_none_for_the_one_that_returns(then: State) -> None:
    once = [held("a", "A", MILL, then)]
    found = steps(BACK, [MILL], [held("a", "A", LENT, State.REVIEWED)], once)
    assert brief(found) == [("restore", "A", "TRANSLATED", digest(MILL))]
    found = steps(BACK, [MILL], [held("a", "A", LENT, State.NEEDS_WORK)], once)
    assert brief(found) == [("typo", "A", "NEEDS_WORK", digest(MILL))]


def test_what_was_doubtful_then_is_doubtful_again() -> None:
    once = [held("a", "Once", MILL, State.NEEDS_WORK)]
    found = steps(BACK, [MILL], [held("a", "Now", LENT, State.REVIEWED)], once)
    assert brief(found) == [("carry", "Once", "NEEDS_WORK", digest(MILL))]
    same = held("a", "Once", MILL, State.NEEDS_WORK)
    assert steps(BACK, [MILL], [same], once) == ()


def test_without_one_made_from_it_the_newest_needs_work() -> None:
    found = steps(BACK, [MILL], [held("a", "Now", LENT)])
    assert brief(found) == [("meaning", "Now", "NEEDS_WORK", digest(LENT))]


def test_a_new_unit_gets_a_copy_of_what_was_made_from_its_wording() -> None:
    once = [held("a", "Once", MILL, State.REVIEWED)]
    [step] = steps(BACK, [LENT, MILL], [held("a", "Now", LENT)], once)
    assert brief((step,)) == [("carry", "Once", "TRANSLATED", digest(MILL))]
    assert (step.number, step.origin, step.author) == (1, "a", "by a")


def test_of_several_copies_the_newest_counts() -> None:
    old = [unit("a", SHELF, MILL), unit("b", LAKE, MILL)]
    once = [held("a", "Newer", MILL, order=2), held("b", "Older", MILL, order=1)]
    [step] = steps(old, [SHELF, LAKE, MILL], [], once)
    assert (step.text, step.origin) == ("Newer", "a")


def test_a_text_like_a_former_wording_is_offered_what_was_made_from_that() -> None:
    old = [replace(unit("a", SHELF, MILL), is_living=False)]
    now = [held("a", "Étagère.", SHELF)]
    found = steps(old, [LENT], now, [held("a", "Moulin.", MILL)])
    assert brief(found) == [("carry", "Moulin.", "NEEDS_WORK", digest(MILL))]


@pytest.mark.parametrize(("made_from", "state"), [(MILL, "TRANSLATED"), ("Mill", "NEEDS_WORK")])
def test_a_typo_in_one_of_two_places_copies_what_is_good(made_from: str, state: str) -> None:
    origins = (Origin("a", UnitKey(MILL)),)
    half = Heir(UnitKey(LENT), ChangeKind.EDITED, origins=origins)
    found = Succession((Heir(UnitKey(MILL), ChangeKind.SAME, "a", origins), half), ())
    there = held("a", "A", made_from, State.REVIEWED if made_from == MILL else State.NEEDS_WORK)
    past = Past(("fr",), {("a", "fr"): there}, {}, digest)
    [step] = carry(found, [unit("a", MILL)], past, {1: Intent.TYPO})
    right = LENT if made_from == MILL else made_from
    assert brief((step,)) == [("carry", "A", state, digest(right))]
    assert (step.number, step.author, step.origin) == (1, "by a", "a")
    [step] = carry(found, [unit("a", MILL)], past, {})
    assert step.state is State.NEEDS_WORK
