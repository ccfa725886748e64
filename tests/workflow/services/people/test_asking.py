"""What the verbs about people have in common."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Grant, Role
from workflow.errors import LinkRefused, NotAllowed, NotFound, TooMany
from workflow.services.people.asking import Reach, guessing, may_give, reach_for
from workflow.services.people.rates import Kind, Rates
from workflow.store.members import HeldRole

PARTS = st.sampled_from(["", "a", "b"])


@given(PARTS, PARTS, PARTS, PARTS)
def test_a_part_holds_what_a_grant_for_it_would_cover(
    document: str, locale: str, other_document: str, other_locale: str
) -> None:
    reach = Reach(document, locale)
    grant = Grant(Role.READER, document, locale)
    assert reach.holds(other_document, other_locale) is grant.covers(other_document, other_locale)
    back = Grant(Role.READER, other_document, other_locale)
    if grant.covers(other_document, other_locale) or back.covers(document, locale):
        assert reach.meets(other_document, other_locale)


def test_only_apart_do_parts_not_meet() -> None:
    assert Reach("a", "").meets("", "fr")
    assert not Reach("a", "fr").meets("a", "ar")
    assert not Reach("a", "fr").meets("b", "")


def test_a_hidden_document_is_as_good_as_none(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["A text."])
        other, _ = put_document(workspace, ["Another."], name="other")
        chief = person(workspace, "Chief", Role.COORDINATOR, document=other)
        said = []
        with workspace.store.reading() as db:
            assert reach_for(db, chief, "people.invite", NOW, "other", "") == Reach(other, "")
            for name in ("letter", "nothing"):
                with pytest.raises(NotFound) as refused:
                    reach_for(db, chief, "people.invite", NOW, name, "")
                said.append(str(refused.value))
            with pytest.raises(NotAllowed):
                reach_for(db, chief, "people.invite", NOW, "", "")
        assert said[0] == said[1]


def test_what_one_may_give_is_what_one_has(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR, locale="ar")
        arabic = HeldRole("", Role.COORDINATOR, "d", "ar")
        french = HeldRole("", Role.READER, "", "fr")
        higher = HeldRole("", Role.ADMIN, "", "ar")
        with workspace.store.reading() as db:
            assert may_give(db, chief, NOW, [arabic])
            assert may_give(db, chief, NOW, [])
            assert not may_give(db, chief, NOW, [arabic, french])
            assert not may_give(db, chief, NOW, [higher])
            assert may_give(db, OPERATOR, NOW, [arabic, french, higher])
            assert not may_give(db, "unknown", NOW, [french])


def test_attempts_are_counted_where_there_is_a_counter() -> None:
    def guess(rates: Rates | None) -> None:
        with guessing(rates, Kind.JOIN, "203.0.113.7", NOW):
            raise LinkRefused

    rates = Rates()
    for _ in range(5):
        with pytest.raises(LinkRefused):
            guess(rates)
    with pytest.raises(TooMany):
        guess(rates)
    with pytest.raises(LinkRefused):
        guess(None)
