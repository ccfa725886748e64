"""Whether there is a second person: what the board says is what the review desk would do."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.access import Grant, Role
from workflow.review import refusal
from workflow.services.progress import Far, Second
from workflow.services.progress.eyes import Eyes

TO_DO = Far(untranslated=3)
WAITING = Far(translated=2, reviewed=1)
FINISHED = Far(reviewed=3)


def eyes(*grants: tuple[str, Grant], bound: Mapping[str, Collection[str]] | None = None) -> Eyes:
    """Give the eyes of some people; `bound` says who may be the same person as somebody."""
    known = bound or {}
    return Eyes(grants, lambda who: known.get(who, ()))


def reads(who: str) -> tuple[str, Grant]:
    return who, Grant(Role.READER, "", "fr")


def translates(who: str) -> tuple[str, Grant]:
    return who, Grant(Role.TRANSLATOR, "", "fr")


def reviews(who: str, document: str = "") -> tuple[str, Grant]:
    return who, Grant(Role.REVIEWER, document, "fr")


BOTH = {"ana": ["bo"], "bo": ["ana"]}


@pytest.mark.parametrize(
    ("found", "far", "author", "second"),
    [
        (eyes(), FINISHED, "", Second.FINE),
        (eyes(), TO_DO, "", Second.NOBODY_TRANSLATES),
        (eyes(reads("ana")), TO_DO, "", Second.NOBODY_TRANSLATES),
        (eyes(("ana", Grant(Role.TRANSLATOR, "", "ar"))), TO_DO, "", Second.NOBODY_TRANSLATES),
        (eyes(("ana", Grant(Role.TRANSLATOR, "other"))), TO_DO, "", Second.NOBODY_TRANSLATES),
        (eyes(translates("ana")), TO_DO, "", Second.NOBODY_REVIEWS),
        (eyes(), WAITING, "gone", Second.NOBODY_REVIEWS),
        (eyes(reviews("bo")), TO_DO, "", Second.ONE_PERSON),
        (eyes(("kim", Grant(Role.COORDINATOR))), TO_DO, "", Second.ONE_PERSON),
        (eyes(reviews("bo")), WAITING, "bo", Second.ONE_PERSON),
        (eyes(reviews("bo")), WAITING, "gone", Second.FINE),
        (eyes(translates("ana"), reviews("bo")), TO_DO, "", Second.FINE),
        (eyes(reviews("ana"), reviews("bo")), WAITING, "bo", Second.FINE),
        (eyes(translates("ana"), reviews("bo")), WAITING, "bo", Second.ONE_PERSON),
        (eyes(translates("ana"), reviews("bo", "letter")), TO_DO, "", Second.FINE),
        (eyes(translates("ana"), reviews("bo", "x")), TO_DO, "", Second.NOBODY_REVIEWS),
        (eyes(translates("ana"), reviews("bo"), bound=BOTH), TO_DO, "", Second.BOUND),
        (eyes(reviews("ana"), reviews("bo"), bound=BOTH), WAITING, "bo", Second.BOUND),
        (eyes(reviews("bo"), bound=BOTH), WAITING, "ana", Second.BOUND),
    ],
)
def test_each_case_has_its_word(found: Eyes, far: Far, author: str, second: Second) -> None:
    assert found.second("letter", "fr", far, [author] if author else []) is second


def test_a_third_person_frees_those_who_may_be_one() -> None:
    three = eyes(translates("ana"), reviews("bo"), reviews("li"), bound=BOTH)
    assert three.second("letter", "fr", TO_DO) is Second.FINE
    assert three.second("letter", "fr", WAITING, ["ana", "bo"]) is Second.FINE


PEOPLE = ("ana", "bo", "li")
grants = st.lists(
    st.tuples(
        st.sampled_from(PEOPLE),
        st.builds(
            Grant,
            st.sampled_from(Role),
            st.sampled_from(["", "letter", "other"]),
            st.sampled_from(["", "fr", "ar"]),
        ),
    ),
    max_size=5,
)
bonds = st.frozensets(st.sampled_from([("ana", "bo"), ("bo", "li"), ("ana", "li")]))


@given(grants, bonds, st.frozensets(st.sampled_from([*PEOPLE, "gone"])))
def test_fine_means_that_somebody_may_approve_all_that_waits(
    given_: list[tuple[str, Grant]], pairs: frozenset[tuple[str, str]], authors: frozenset[str]
) -> None:
    bound = {who: {one for pair in pairs if who in pair for one in pair} - {who} for who in PEOPLE}
    far = Far(translated=len(authors))
    found = eyes(*given_, bound=bound).second("letter", "fr", far, authors)
    reviewers = {
        who for who, grant in given_ if grant.role >= Role.REVIEWER and grant.covers("letter", "fr")
    }
    read = all(
        any(refusal(each, author, bound[each]) is None for each in reviewers) for author in authors
    )
    assert (found is Second.FINE) == read
    if found is Second.NOBODY_REVIEWS:
        assert not reviewers
