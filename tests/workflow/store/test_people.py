"""Who may do what, and who may be one person."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert, update

from tests.live import NOW, give, live, person
from workflow.access import OPERATOR, Grant, Role
from workflow.services import people
from workflow.services.workspace import Workspace
from workflow.store.ids import new_id
from workflow.store.members import erase_member
from workflow.store.people import bonds, bound_to, circle_of, grants_of
from workflow.store.schema import member, return_link, role_grant
from workflow.store.sessions import LINK_BINDS, put_link


def invited(workspace: Workspace, guest: str, by: str, vouched: str = "") -> None:
    with workspace.store.writing() as db:
        values = {"invited_by": by, "vouched_by": vouched}
        db.execute(update(member).where(member.c.id == guest).values(values))


def linked(workspace: Workspace, owner: str, by: str) -> None:
    with workspace.store.writing() as db:
        row = {"id": new_id(NOW), "member": owner, "digest": owner, "issued_by": by, "issued": NOW}
        db.execute(insert(return_link), row)


def test_grants_are_those_that_hold_now(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara", Role.TRANSLATOR, locale="ar")
        give(workspace, yara, Role.REVIEWER, document="d")
        end = NOW + timedelta(days=1)
        with workspace.store.writing() as db:
            late = role_grant.c.role == int(Role.REVIEWER)
            db.execute(update(role_grant).where(late).values(until=end))
        with workspace.store.writing() as db:
            translator = Grant(Role.TRANSLATOR, "", "ar")
            assert set(grants_of(db, yara, NOW)) == {translator, Grant(Role.REVIEWER, "d", "")}
            assert grants_of(db, yara, end) == (translator,)
            erase_member(db, yara)
            assert grants_of(db, yara, NOW) == ()
            assert grants_of(db, "nobody", NOW) == ()


@pytest.mark.parametrize("vouched", ["", OPERATOR])
def test_whoever_invites_is_bound_until_somebody_vouches(tmp_path: Path, vouched: str) -> None:
    with live(tmp_path) as workspace:
        host, guest = person(workspace, "Host"), person(workspace, "Guest")
        invited(workspace, guest, host, vouched)
        with workspace.store.reading() as db:
            assert bound_to(db, host, NOW) == (frozenset() if vouched else {guest})
            assert bound_to(db, guest, NOW) == (frozenset() if vouched else {host})


def test_those_above_and_below_are_bound_over_any_number_of_steps(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        top, host, guest, last, side = (person(workspace, name) for name in "abcde")
        for each, by in ((host, top), (guest, host), (last, guest), (side, host)):
            invited(workspace, each, by)
        with workspace.store.reading() as db:
            assert bound_to(db, top, NOW) == {host, guest, last, side}
            assert bound_to(db, guest, NOW) == {top, host, last}
            assert bound_to(db, last, NOW) == {top, host, guest}
            assert bound_to(db, side, NOW) == {top, host}
            assert circle_of(db, side, NOW) == {top, host, guest, last, side}
        invited(workspace, guest, host, vouched=OPERATOR)
        with workspace.store.reading() as db:
            assert bound_to(db, top, NOW) == {host, side}
            assert bound_to(db, last, NOW) == {guest}
            assert circle_of(db, last, NOW) == {guest, last}


def test_who_leaves_keeps_those_above_and_below_together(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        host = person(workspace, "Host", Role.COORDINATOR)
        ids: list[str] = []
        for name in ("First", "Second"):
            by = ids[-1] if ids else host
            token = people.invite(workspace, by, NOW, role=Role.COORDINATOR).link.token
            ids.append(people.join(workspace, token, NOW, name=name).member)
        people.erase_me(workspace, ids[0], NOW)
        with workspace.store.reading() as db:
            assert bound_to(db, host, NOW) == set(ids)
            assert bound_to(db, ids[1], NOW) == {host, ids[0]}


def test_a_circle_of_invitations_ends(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        one, other = person(workspace, "One"), person(workspace, "Other")
        invited(workspace, one, other)
        invited(workspace, other, one)
        with workspace.store.reading() as db:
            assert bound_to(db, one, NOW) == {other}


def test_a_link_of_another_binds_both_while_it_lives_and_a_day_more(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        owner, issuer = person(workspace, "Owner"), person(workspace, "Issuer")
        linked(workspace, owner, issuer)
        end = NOW + timedelta(days=100)
        with workspace.store.writing() as db:
            assert bound_to(db, owner, end) == {issuer}
            put_link(db, owner, "own", owner, end)
            late = end + LINK_BINDS
            assert bound_to(db, owner, late - timedelta(seconds=1)) == {issuer}
            assert bound_to(db, issuer, late - timedelta(seconds=1)) == {owner}
            assert bound_to(db, owner, late) == bound_to(db, issuer, late) == frozenset()


def test_nobody_is_bound_to_himself(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        owner = person(workspace, "Owner")
        linked(workspace, owner, owner)
        with workspace.store.reading() as db:
            assert bound_to(db, owner, NOW) == frozenset()


def test_to_leave_frees_nobody(tmp_path: Path) -> None:
    """Whoever lets himself in under a second name, writes and leaves has gained nothing."""
    with live(tmp_path) as workspace:
        host, vouched = person(workspace, "Host", Role.COORDINATOR), OPERATOR
        guests = []
        for name in ("First", "Second"):
            token = people.invite(workspace, host, NOW, role=Role.TRANSLATOR).link.token
            guests.append(people.join(workspace, token, NOW, name=name).member)
        other = person(workspace, "Other")
        linked(workspace, other, host)
        people.vouch(workspace, vouched, NOW, member=guests[1])
        for each in (*guests, other):
            people.erase_me(workspace, each, NOW)
        with workspace.store.reading() as db:
            assert bound_to(db, host, NOW) == {guests[0], other}
            assert bound_to(db, host, NOW + 9 * LINK_BINDS) == {guests[0], other}


def test_bonds_say_of_everybody_what_is_said_of_one(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        ana, bo, li = (person(workspace, name) for name in ("Ana", "Bo", "Li"))
        invited(workspace, bo, ana)
        linked(workspace, li, bo)
        with workspace.store.reading() as db:
            bound = bonds(db, NOW)
            assert bound(ana) == {bo, li}
            for each in (ana, bo, li, "nobody"):
                assert bound(each) == bound_to(db, each, NOW)
