"""Return links and sessions."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.live import NOW, give, live, person
from workflow.access import OPERATOR, Role
from workflow.errors import LinkRefused, NotAllowed, NotFound, StoreBusy, TooMany
from workflow.services import people
from workflow.services.people import Joined
from workflow.services.people.rates import Rates
from workflow.services.workspace import Workspace
from workflow.store.people import bound_to
from workflow.store.sessions import IDLE, STEP

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


def joined(workspace: Workspace, name: str, role: Role = Role.TRANSLATOR) -> Joined:
    token = people.invite(workspace, OPERATOR, NOW, role=role).link.token
    return people.join(workspace, token, NOW, name=name)


def opens(workspace: Workspace, token: str) -> bool:
    try:
        people.come_back(workspace, token, NOW)
    except LinkRefused:
        return False
    return True


def test_a_link_brings_back_any_number_of_times(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        tokens = {people.come_back(workspace, yara.link.token, NOW) for _ in range(3)}
        assert len(tokens) == 3
        assert {people.who(workspace, each, NOW) for each in tokens} == {yara.member}
        assert not opens(workspace, "unknown")
        assert not opens(workspace, yara.session)


def test_whose_link_it_is_can_be_asked_before(tmp_path: Path, writes: list[str]) -> None:
    with live(tmp_path) as workspace:
        yara, samar = joined(workspace, "Yara"), joined(workspace, "Samar")
        writes.clear()
        found = [people.whose(workspace, each.link.token, NOW) for each in (yara, samar)]
        assert found == [people.Who(yara.member, "Yara"), people.Who(samar.member, "Samar")]
        assert writes == []
        people.renew_link(workspace, yara.member, NOW)
        people.erase_me(workspace, samar.member, NOW)
        rates = Rates()
        for token in (yara.link.token, samar.link.token, yara.session, "unknown", ""):
            with pytest.raises(LinkRefused):
                people.whose(workspace, token, NOW, address="192.0.2.7", rates=rates)
        with pytest.raises(TooMany):
            people.whose(workspace, "unknown", NOW, address="192.0.2.7", rates=rates)
        with pytest.raises(TooMany):
            people.come_back(workspace, "unknown", NOW, address="192.0.2.7", rates=rates)


def test_each_member_has_one_living_link(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, samar = joined(workspace, "Yara"), joined(workspace, "Samar")
        new = people.renew_link(workspace, yara.member, NOW)
        assert new.address == f"back/{new.token}"
        assert [opens(workspace, each.token) for each in (yara.link, new, samar.link)] == [
            False,
            True,
            True,
        ]


def test_a_link_of_a_coordinator_is_told_and_binds_him(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        chief = person(workspace, "Chief", Role.COORDINATOR)
        new = people.issue_link(workspace, chief, NOW, member=yara.member)
        assert not opens(workspace, yara.link.token)
        assert opens(workspace, new.token)
        assert people.who(workspace, yara.session, NOW) == yara.member
        told = people.LinkNotice(people.Who(chief, "Chief"), date(2026, 3, 14), is_own=False)
        assert people.me(workspace, yara.member, NOW).link == told
        with workspace.store.reading() as db:
            assert bound_to(db, chief, NOW + 9 * DAY) == {yara.member}
        people.renew_link(workspace, yara.member, NOW)
        link = people.me(workspace, yara.member, NOW).link
        assert link is not None
        assert link.is_own
        with workspace.store.reading() as db:
            assert bound_to(db, chief, NOW + DAY - MINUTE) == {yara.member}
            assert bound_to(db, chief, NOW + DAY) == frozenset()


def test_who_waits_and_comes_in_as_another_is_bound_all_the_same(tmp_path: Path) -> None:
    """He waits a day, comes as the member, and sees to it that his link is void."""
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR)
        ways: tuple[Callable[[str, str, datetime], object], ...] = (
            lambda who, here, now: None,
            lambda who, here, now: people.sign_out(workspace, who, now, token=here),
            lambda who, here, now: people.sign_out_everywhere(workspace, who, now, but_here=here),
            lambda who, here, now: people.renew_link(workspace, who, now),
            lambda who, here, now: people.erase_me(workspace, who, now),
        )
        for number, leave in enumerate(ways):
            yara = joined(workspace, "Yara" * (number + 1)).member
            now = NOW + 25 * DAY / 24
            new = people.issue_link(workspace, chief, NOW, member=yara)
            here = people.come_back(workspace, new.token, now)
            leave(yara, here, now)
            with workspace.store.reading() as db:
                assert yara in bound_to(db, chief, now + DAY - MINUTE), number


def test_a_session_of_a_link_that_is_void_binds_on(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        chief, second = (person(workspace, name, Role.COORDINATOR) for name in ("Chief", "Second"))
        first = people.issue_link(workspace, chief, NOW, member=yara.member)
        here = people.come_back(workspace, first.token, NOW)
        people.issue_link(workspace, second, NOW, member=yara.member)
        assert people.who(workspace, here, NOW + 9 * DAY) == yara.member
        people.renew_link(workspace, yara.member, NOW + 9 * DAY)
        assert people.who(workspace, here, NOW + 9 * DAY) is None
        assert people.who(workspace, yara.session, NOW + 9 * DAY) == yara.member
        with workspace.store.reading() as db:
            almost = NOW + 10 * DAY - MINUTE
            assert bound_to(db, yara.member, almost) == {chief, second}
            assert bound_to(db, yara.member, almost + MINUTE) == frozenset()


def test_nobody_makes_a_link_to_more_than_he_has(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR)
        admin = joined(workspace, "Director", Role.ADMIN)
        with pytest.raises(NotAllowed, match="admin"):
            people.issue_link(workspace, chief, NOW, member=admin.member)
        assert opens(workspace, admin.link.token)
        for nobody in ("unknown", OPERATOR):
            with pytest.raises(NotFound, match="no such member"):
                people.issue_link(workspace, chief, NOW, member=nobody)
        assert people.issue_link(workspace, OPERATOR, NOW, member=admin.member).token


def test_a_session_ends_when_nobody_uses_it(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        almost = NOW + IDLE - MINUTE
        assert people.who(workspace, yara.session, almost) == yara.member
        assert people.who(workspace, yara.session, almost + IDLE - STEP) == yara.member
        assert people.who(workspace, yara.session, almost + 3 * IDLE) is None
        assert people.who(workspace, "unknown", NOW) is None


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Count who stands in line to write."""
    found: list[str] = []
    from workflow.store.gate import Gate

    turn = Gate.turn

    def counted(gate: Gate, *waiting: float) -> object:
        found.append("turn")
        return turn(gate, *waiting)

    monkeypatch.setattr(Gate, "turn", counted)
    return found


def test_looking_who_it_is_writes_once_in_five_minutes(tmp_path: Path, writes: list[str]) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        writes.clear()
        for second in range(0, 900, 10):
            people.who(workspace, yara.session, NOW + timedelta(seconds=second))
        assert len(writes) == 2
        later = NOW + timedelta(hours=1)
        seen = people.sessions(workspace, yara.member, later)[0].seen
        assert seen == NOW + 3 * STEP


@pytest.mark.parametrize("second", [0, 1, 60, 299, 300, 86_399])
def test_nobody_was_there_before_he_signed_in_nor_in_the_future(
    tmp_path: Path, second: int
) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        signed_in = NOW.replace(hour=0, minute=0, second=0) + timedelta(seconds=second)
        people.come_back(workspace, yara.link.token, signed_in)
        for after in (0, 1, 299, 300, 301, 3_600):
            now = signed_in + timedelta(seconds=after)
            each = people.sessions(workspace, yara.member, now, token=yara.session)
            [seen] = [one.seen for one in each if not one.is_this]
            assert signed_in <= seen <= now


def test_nobody_is_shut_out_because_the_store_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")

        def busy(*_: object) -> Iterator[None]:
            raise StoreBusy(30)

        monkeypatch.setattr("workflow.services.people.returning.move_seen", busy)
        assert people.who(workspace, yara.session, NOW + DAY) == yara.member


def test_signing_out_counts_at_once(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        phone = people.come_back(workspace, yara.link.token, NOW + DAY)
        tablet = people.come_back(workspace, yara.link.token, NOW + 2 * DAY)
        listed = people.sessions(workspace, yara.member, NOW + 2 * DAY, token=phone)
        assert [each.is_this for each in listed] == [False, True, False]
        assert [each.since for each in listed] == [date(2026, 3, day) for day in (16, 15, 14)]
        people.sign_out(workspace, yara.member, NOW, session=listed[0].id)
        assert people.who(workspace, tablet, NOW) is None
        people.sign_out(workspace, yara.member, NOW, token=phone)
        assert people.who(workspace, phone, NOW) is None
        assert people.who(workspace, yara.session, NOW) == yara.member
        for wanted in ({"token": phone}, {"session": "unknown"}, {}):
            with pytest.raises(NotFound, match="no such session"):
                people.sign_out(workspace, yara.member, NOW, **wanted)


def test_nobody_signs_another_out(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, samar = joined(workspace, "Yara"), joined(workspace, "Samar")
        (hers,) = people.sessions(workspace, yara.member, NOW)
        with pytest.raises(NotFound):
            people.sign_out(workspace, samar.member, NOW, session=hers.id)
        with pytest.raises(NotFound):
            people.sign_out(workspace, samar.member, NOW, token=yara.session)
        assert people.sign_out_everywhere(workspace, samar.member, NOW) == 1
        assert people.who(workspace, yara.session, NOW) == yara.member


@pytest.mark.parametrize("here", [True, False])
def test_signing_out_everywhere(tmp_path: Path, here: bool) -> None:
    with live(tmp_path) as workspace:
        yara = joined(workspace, "Yara")
        others = [people.come_back(workspace, yara.link.token, NOW) for _ in range(2)]
        but_here = yara.session if here else ""
        ended = people.sign_out_everywhere(workspace, yara.member, NOW, but_here=but_here)
        assert ended == (2 if here else 3)
        assert {people.who(workspace, each, NOW) for each in others} == {None}
        expected = yara.member if here else None
        assert people.who(workspace, yara.session, NOW) == expected


def test_signing_out_everywhere_voids_the_link_of_another(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR)
        yara, samar = joined(workspace, "Yara"), joined(workspace, "Samar")
        foreign = people.issue_link(workspace, chief, NOW, member=yara.member)
        for each in (yara, samar):
            people.sign_out_everywhere(workspace, each.member, NOW)
        assert not opens(workspace, foreign.token)
        assert opens(workspace, samar.link.token)


def test_a_guess_keeps_nobody_from_writing(tmp_path: Path, writes: list[str]) -> None:
    with live(tmp_path) as workspace:
        joined(workspace, "Yara")
        writes.clear()
        with pytest.raises(LinkRefused):
            people.come_back(workspace, "guess", NOW)
        with pytest.raises(LinkRefused):
            people.join(workspace, "guess", NOW, name="Guest")
        assert writes == []


def test_guesses_are_counted(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara, rates, here = joined(workspace, "Yara"), Rates(), "203.0.113.7"
        evaluated = 0
        for number in range(10_000):
            try:
                people.come_back(workspace, f"guess {number}", NOW, address=here, rates=rates)
            except LinkRefused:
                evaluated += 1
            except TooMany:
                pass
        assert 0 < evaluated <= 20
        token = yara.link.token
        for _ in range(10):
            people.come_back(workspace, token, NOW, address="203.0.113.8", rates=rates)


def test_the_operator_has_no_link_and_no_session(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        person(workspace, "Yara")
        for verb in (people.renew_link, people.sessions, people.sign_out_everywhere):
            with pytest.raises(NotAllowed):
                verb(workspace, OPERATOR, NOW)


def test_a_role_more_is_no_way_around(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR)
        yara = joined(workspace, "Yara")
        give(workspace, yara.member, Role.ADMIN, locale="ar")
        with pytest.raises(NotAllowed):
            people.issue_link(workspace, chief, NOW, member=yara.member)
