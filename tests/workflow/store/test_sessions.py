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
from workflow.store.sessions import IDLE, STEP, StoredLink

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
            sessions.end_sessions(db, yara, NOW, digest="ended")
            sessions.begin_session(db, yara, "new", NOW + IDLE)
            assert set(db.execute(select(session.c.digest)).scalars()) == {"x", "new"}


def test_a_former_member_has_no_session_and_no_link(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            sessions.begin_session(db, yara, "a", NOW)
            sessions.put_link(db, yara, "link", yara, NOW)
            his = member.c.id == yara
            db.execute(update(member).where(his).values(status="former"))
            assert sessions.living_session(db, "a", NOW) is None
            assert sessions.use_link(db, "link", NOW) == ""
            db.execute(update(member).where(his).values(status="active"))
            assert sessions.use_link(db, "link", NOW) == yara
            erase_member(db, yara)
            assert sessions.living_session(db, "a", NOW) is None
            assert sessions.use_link(db, "link", NOW) == ""


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
            assert [sessions.use_link(db, each, NOW) for each in "abx"] == ["", yara, other]
            assert count_living(db) == 2
            assert set(db.execute(select(return_link.c.used)).scalars()) == {None, DAY}
            assert sessions.living_link(db, "nobody") is None
