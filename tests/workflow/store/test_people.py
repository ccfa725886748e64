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
from workflow.store.people import LINK_BINDS, bound_to, grants_of
from workflow.store.schema import member, return_link, role_grant


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


def test_a_link_of_another_binds_both_for_a_day(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        owner, issuer = person(workspace, "Owner"), person(workspace, "Issuer")
        linked(workspace, owner, issuer)
        with workspace.store.reading() as db:
            late = NOW + LINK_BINDS
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
            assert bound_to(db, host, NOW + LINK_BINDS) == {guests[0]}
