"""Whether there is a second person: what the board says is what the review desk would do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

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
    assert eyes().second("letter", "fr", Far()) is Second.FINE
    assert three.second("letter", "fr", WAITING, ["ana", "bo"]) is Second.FINE


@dataclass
class Counted:
    """A grant that counts how often it is asked for its role."""

    document: str
    locale: str
    asked: int = 0

    @property
    def role(self) -> Role:
        self.asked += 1
        return Role.REVIEWER

    covers = Grant.covers


def test_a_grant_for_one_place_is_not_looked_at_for_every_other() -> None:
    places = [(f"letter {number}", locale) for number in range(20) for locale in ("fr", "ar")]
    given_ = [Counted(*place) for place in places]
    found = Eyes(((f"{each}", each) for each in given_), lambda _: ())  # type: ignore[misc]
    for document, locale in places:
        assert found.second(document, locale, WAITING, ["gone"]) is Second.FINE
    assert max(each.asked for each in given_) <= len(Role)


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


@given(grants, st.sampled_from(["letter", "other", "third"]), st.sampled_from(["fr", "ar", "is"]))
def test_somebody_reviews_where_a_grant_covers_the_place(
    given_: list[tuple[str, Grant]], document: str, locale: str
) -> None:
    found = eyes(*given_).second(document, locale, WAITING, ["gone"])
    reaches = any(
        each.role >= Role.REVIEWER and each.covers(document, locale) for _, each in given_
    )
    assert (found is Second.FINE) == reaches
