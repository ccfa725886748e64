"""Sessions and return links: who is known again, and until when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select, update

from tests.live import NOW, live, person
from workflow.store import Db, sessions
from workflow.store.members import erase_member
from workflow.store.schema import member, return_link, session
from workflow.store.sessions import IDLE, LINK_BINDS, STEP, StoredLink

DAY = datetime(2026, 3, 14, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@given(st.datetimes(timezones=st.just(UTC), min_value=datetime(1990, 1, 1)))  # noqa: DTZ001
def test_a_step_is_the_last_of_the_day_that_has_begun(now: datetime) -> None:
    step = sessions.step_of(now)
    assert step <= now < step + STEP
    assert step.minute % 5 == step.second == step.microsecond == 0


def test_a_session_lives_until_nobody_uses_it(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            sessions.begin_session(db, yara, "a", NOW + SECOND)
            found = sessions.living_session(db, "a", NOW)
            assert found is not None
            assert (found.member, found.created, found.seen) == (yara, DAY, NOW)
            assert sessions.living_session(db, "b", NOW) is None
            assert sessions.living_session(db, "a", NOW + IDLE - SECOND) is not None
            assert sessions.living_session(db, "a", NOW + IDLE) is None
            sessions.move_seen(db, found.id, NOW + STEP)
            assert sessions.living_session(db, "a", NOW + IDLE) is not None
            sessions.move_seen(db, found.id, NOW)
            assert sessions.sessions_of(db, yara, NOW)[0].seen == NOW + STEP


def test_sessions_end_at_once(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, other = person(workspace, "Yara"), person(workspace, "Other")
        with workspace.store.writing() as db:
            for digest in "abcd":
                sessions.begin_session(db, yara, digest, NOW)
            sessions.begin_session(db, other, "x", NOW)
            of_x = sessions.sessions_of(db, other, NOW)[0].id
            assert sessions.end_sessions(db, yara, NOW, only=of_x) == 0
            assert sessions.end_sessions(db, yara, NOW, digest="a") == 1
            assert sessions.end_sessions(db, yara, NOW, digest="a") == 0
            assert sessions.living_session(db, "a", NOW) is None
            assert sessions.end_sessions(db, yara, NOW, but="b") == 2
            assert [each.digest for each in sessions.sessions_of(db, yara, NOW)] == ["b"]
            assert sessions.end_sessions(db, yara, NOW) == 1
            assert sessions.living_session(db, "x", NOW) is not None


def test_what_is_over_is_forgotten_with_the_next_one(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, other = person(workspace, "Yara"), person(workspace, "Other")
        with workspace.store.writing() as db:
            sessions.begin_session(db, other, "x", NOW)
            sessions.begin_session(db, yara, "idle", NOW)
            sessions.begin_session(db, yara, "ended", NOW + IDLE)
            sessions.end_sessions(db, yara, NOW + IDLE, digest="ended")
            sessions.begin_session(db, yara, "new", NOW + IDLE)
            assert set(db.execute(select(session.c.digest)).scalars()) == {"x", "ended", "new"}
            sessions.begin_session(db, yara, "newer", NOW + IDLE + LINK_BINDS)
            assert set(db.execute(select(session.c.digest)).scalars()) == {"x", "new", "newer"}


def test_twenty_live_and_the_least_used_ends(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            for number in range(sessions.MOST):
                sessions.begin_session(db, yara, str(number), NOW + number * STEP)
            now = NOW + sessions.MOST * STEP
            first = sessions.living_session(db, "0", now)
            assert first is not None
            sessions.move_seen(db, first.id, now)
            assert len(sessions.sessions_of(db, yara, now)) == sessions.MOST
            sessions.begin_session(db, yara, "new", now)
            living = {each.digest for each in sessions.sessions_of(db, yara, now)}
            assert len(living) == sessions.MOST
            assert {"0", "1", "2", "new"} - living == {"1"}


def test_a_link_is_in_use_until_a_day_after_its_last_session(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        later = NOW + timedelta(days=9)
        with workspace.store.writing() as db:
            sessions.put_link(db, yara, "link", "chief", NOW)
            assert sessions.links_in_use(db, later) == (("chief", yara),)
            link = sessions.use_link(db, "link", NOW)
            assert link is not None
            sessions.begin_session(db, yara, "s", NOW, link.id)
            sessions.put_link(db, yara, "own", yara, NOW)
            assert sessions.links_in_use(db, later) == (("chief", yara),)
            sessions.begin_session(db, yara, "other", later)
            assert sessions.end_sessions_of_others(db, yara, later) == 1
            sessions.begin_session(db, yara, "another", later)
            assert sessions.links_in_use(db, later + LINK_BINDS - SECOND) == (("chief", yara),)
            assert sessions.links_in_use(db, later + LINK_BINDS) == ()
            assert len(sessions.sessions_of(db, yara, later)) == 2


def test_links_of_another_are_voided_and_ones_own_are_not(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, other = person(workspace, "Yara"), person(workspace, "Other")
        with workspace.store.writing() as db:
            for owner, maker in ((yara, other), (other, other)):
                sessions.put_link(db, owner, owner, maker, NOW)
                sessions.void_link_of_another(db, owner, NOW)
            assert sessions.open_link(db, yara) is None
            assert sessions.open_link(db, other) is not None


def test_a_former_member_has_no_session_and_no_link(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            sessions.begin_session(db, yara, "a", NOW)
            sessions.put_link(db, yara, "link", yara, NOW)
            his = member.c.id == yara
            db.execute(update(member).where(his).values(status="former"))
            assert sessions.living_session(db, "a", NOW) is None
            assert sessions.use_link(db, "link", NOW) is None
            db.execute(update(member).where(his).values(status="active"))
            assert sessions.use_link(db, "link", NOW)
            erase_member(db, yara)
            assert sessions.living_session(db, "a", NOW) is None
            assert sessions.use_link(db, "link", NOW) is None


def count_living(db: Db) -> int:
    living = select(func.count()).select_from(return_link).where(return_link.c.revoked.is_(None))
    return db.execute(living).scalar_one()


def test_each_member_has_one_living_link(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, other = person(workspace, "Yara"), person(workspace, "Other")
        with workspace.store.writing() as db:
            sessions.put_link(db, other, "x", other, NOW)
            sessions.put_link(db, yara, "a", yara, NOW)
            first = sessions.living_link(db, yara)
            assert first is not None
            assert first == StoredLink(first.id, yara, yara, DAY)
            sessions.put_link(db, yara, "b", "operator", NOW)
            second = sessions.living_link(db, yara)
            assert second is not None
            assert (second.issued_by, second.issued) == ("operator", NOW)
            of_other = sessions.living_link(db, other)
            assert [sessions.open_link(db, each) for each in "abx"] == [None, second, of_other]
            assert set(db.execute(select(return_link.c.used)).scalars()) == {None}
            assert [sessions.use_link(db, each, NOW) for each in "abx"] == [None, second, of_other]
            assert count_living(db) == 2
            assert set(db.execute(select(return_link.c.used)).scalars()) == {None, DAY}
            assert sessions.living_link(db, "nobody") is None
