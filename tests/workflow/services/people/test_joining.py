"""Joining: one invitation, one member."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Grant, Role
from workflow.errors import (
    AccessError,
    HostileInput,
    LimitExceeded,
    LinkRefused,
    NameTaken,
    TooMany,
    UndersignedError,
)
from workflow.services import people
from workflow.services.people.rates import Rates
from workflow.services.workspace import Workspace
from workflow.store.people import bound_to, grants_of
from workflow.store.schema import member, return_link, role_grant, session

HOUR = timedelta(hours=1)


def invited(workspace: Workspace, actor: str = OPERATOR, role: Role = Role.TRANSLATOR) -> str:
    return people.invite(workspace, actor, NOW, role=role).link.token


def test_whom_an_invitation_let_in_is_told_to_nobody_else(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["A text."])
        made = people.invite(
            workspace, OPERATOR, NOW, role=Role.REVIEWER, document="letter", locale="ar"
        )
        token = made.link.token
        assert people.let_in_by(workspace, token, member="") is None
        yara = people.join(workspace, token, NOW, name="Yara").member
        omar = people.join(workspace, invited(workspace), NOW, name="Omar").member
        given = people.GivenRole(Role.REVIEWER, "letter", "ar")
        assert people.let_in_by(workspace, token, member=yara) == given
        assert people.let_in_by(workspace, token, member=omar) is None
        assert people.let_in_by(workspace, "guess", member=yara) is None


def count_members(workspace: Workspace) -> int:
    return len(people.members(workspace, OPERATOR, NOW))


def test_whoever_joins_gets_what_was_promised(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, ["A text."])
        chief = person(workspace, "Chief", Role.ADMIN)
        made = people.invite(
            workspace, chief, NOW, role=Role.REVIEWER, document="letter", locale="ar"
        )
        joined = people.join(workspace, made.link.token, NOW, name="  Yara   K. ")
        assert people.who(workspace, joined.session, NOW) == joined.member
        assert people.who(workspace, joined.link.token, NOW) is None
        again = people.come_back(workspace, joined.link.token, NOW)
        assert people.who(workspace, again, NOW) == joined.member
        with workspace.store.reading() as db:
            assert grants_of(db, joined.member, NOW) == (Grant(Role.REVIEWER, document, "ar"),)
            assert bound_to(db, chief, NOW) == {joined.member}
        mine = people.me(workspace, joined.member, NOW)
        assert (mine.name, mine.since) == ("Yara K.", date(2026, 3, 14))
        assert mine.invited_by == people.Who(chief, "Chief")
        assert mine.link is not None
        assert mine.link.is_own


def test_secrets_are_not_in_the_representation(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        joined = people.join(workspace, invited(workspace), NOW, name="Yara")
        assert joined.session not in repr(joined)
        assert joined.link.token not in repr(joined)


def test_fifty_who_redeem_one_invitation_make_one_member(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        token = invited(workspace)

        def redeem(number: int) -> str:
            try:
                return people.join(workspace, token, NOW, name=f"Guest {number}").member
            except LinkRefused:
                return ""

        with ThreadPoolExecutor(50) as pool:
            made = list(pool.map(redeem, range(50)))
        assert len([each for each in made if each]) == 1
        assert count_members(workspace) == 1


def test_links_that_open_nothing_are_all_alike(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        used, revoked, expired = (
            people.invite(workspace, OPERATOR, NOW, role=Role.READER, hours=hours)
            for hours in (72, 72, 1)
        )
        people.join(workspace, used.link.token, NOW, name="Guest")
        people.revoke_invitation(workspace, OPERATOR, NOW, invitation=revoked.id)
        said = set()
        for token in (used.link.token, revoked.link.token, expired.link.token, "unknown", ""):
            for act in (
                lambda token=token: people.peek(workspace, token, NOW + HOUR),
                lambda token=token: people.join(workspace, token, NOW + HOUR, name="Another"),
                lambda token=token: people.join(workspace, token, NOW + HOUR, name="\0"),
            ):
                with pytest.raises(LinkRefused) as refused:
                    act()
                said.add(str(refused.value))
        assert len(said) == 1
        assert count_members(workspace) == 1


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("YARA", NameTaken),
        ("Υara", NameTaken),  # the first letter is Greek
        ("Y\u200bara", HostileInput),
        ("operator", HostileInput),
        ("", HostileInput),
        ("x" * 41, LimitExceeded),
    ],
)
def test_a_name_that_is_refused_uses_nothing_up(
    tmp_path: Path, name: str, error: type[UndersignedError]
) -> None:
    with live(tmp_path) as workspace:
        people.join(workspace, invited(workspace), NOW, name="Yara")
        token = invited(workspace)
        with pytest.raises(error):
            people.join(workspace, token, NOW, name=name)
        assert count_members(workspace) == 1
        people.join(workspace, token, NOW, name="x" * 40)
        assert count_members(workspace) == 2


def test_looking_uses_nothing_up(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["A text."])
        workspace.settings_path.write_text(
            'name = "Rivers"\n[documents.letter]\ntitle = "A letter"\n', "utf-8"
        )
        made = people.invite(
            workspace, OPERATOR, NOW, role=Role.TRANSLATOR, document="letter", locale="ar"
        )
        for _ in range(3):
            seen = people.peek(workspace, made.link.token, NOW)
        assert (seen.workspace, seen.title, seen.expires) == ("Rivers", "A letter", made.expires)
        assert seen.given == people.GivenRole(Role.TRANSLATOR, "letter", "ar")
        people.join(workspace, made.link.token, NOW, name="Yara")


def test_an_invitation_is_worth_no_more_than_its_maker(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR)
        token = invited(workspace, chief)
        people.withdraw(workspace, OPERATOR, NOW, member=chief, role=Role.COORDINATOR)
        for act in (
            lambda: people.peek(workspace, token, NOW),
            lambda: people.join(workspace, token, NOW, name="Guest"),
        ):
            with pytest.raises(LinkRefused):
                act()
        people.grant(workspace, OPERATOR, NOW, member=chief, role=Role.COORDINATOR)
        people.join(workspace, token, NOW, name="Guest")


def test_when_somebody_joined_is_known_to_the_day(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        joined = people.join(workspace, invited(workspace), NOW, name="Yara")
        day = int(NOW.replace(hour=0, minute=0).timestamp() * 1000)
        with workspace.store.reading() as db:
            ids = [joined.member]
            for table in (role_grant, return_link, session):
                ids += db.execute(select(table.c.id)).scalars()
            moments = [
                db.execute(select(role_grant.c.given)).scalar_one(),
                db.execute(select(return_link.c.issued)).scalar_one(),
                db.execute(select(session.c.created)).scalar_one(),
            ]
            assert db.execute(select(member.c.joined).where(member.c.id == joined.member)).scalar()
        for each in ids:
            assert uuid.UUID(each).version == 7
            assert uuid.UUID(each).int >> 80 == day
        assert {each.timestamp() * 1000 for each in moments} == {day}


def test_guesses_are_counted_and_joining_is_not(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        rates, here = Rates(), "203.0.113.7"
        for number in range(8):
            token = invited(workspace)
            people.peek(workspace, token, NOW, address=here, rates=rates)
            people.join(workspace, token, NOW, name=f"Guest {number}x", address=here, rates=rates)
        evaluated = 0
        for number in range(100):
            try:
                people.join(workspace, f"guess {number}", NOW, name="x", address=here, rates=rates)
            except LinkRefused:
                evaluated += 1
            except AccessError as error:
                assert isinstance(error, TooMany)  # noqa: PT017 - the other one is counted
        assert evaluated == 5
        token = invited(workspace)
        with pytest.raises(TooMany):
            people.join(workspace, token, NOW, name="Late", address=here, rates=rates)
        people.join(workspace, token, NOW, name="Late", address="203.0.113.8", rates=rates)
