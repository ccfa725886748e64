"""Invitations: each opens once, for a while."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.live import NOW, live
from workflow.access import Role
from workflow.store import invitations
from workflow.store.invitations import StoredInvitation

HOUR = timedelta(hours=1)
ONE = StoredInvitation("1", Role.REVIEWER, "d", "fr", "operator", NOW, NOW + HOUR)


def test_an_invitation_is_found_while_it_is_open(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        invitations.add_invitation(db, ONE, "digest")
        assert invitations.open_invitation(db, "digest", NOW) == ONE
        assert invitations.open_invitation(db, "digest", NOW + HOUR) is None
        assert invitations.open_invitation(db, "other", NOW) is None
        assert invitations.invitation_by_id(db, "1") == ONE
        assert invitations.invitation_by_id(db, "2") is None


def test_it_is_used_up_once(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        invitations.add_invitation(db, ONE, "digest")
        used = replace(ONE, used=datetime(2026, 3, 14, tzinfo=UTC), used_by="guest")
        assert invitations.redeem(db, "other", NOW, "guest") is None
        assert invitations.redeem(db, "digest", NOW + HOUR, "guest") is None
        assert invitations.redeem(db, "digest", NOW, "guest") == used
        assert invitations.redeem(db, "digest", NOW, "another") is None
        assert invitations.invitation_by_id(db, "1") == used
        assert not invitations.revoke_unused(db, "1", NOW)


def test_it_can_be_revoked_more_than_once(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        invitations.add_invitation(db, ONE, "digest")
        assert [invitations.revoke_unused(db, each, NOW) for each in ("1", "1", "2")] == [
            True,
            True,
            False,
        ]
        assert invitations.redeem(db, "digest", NOW, "guest") is None
        assert invitations.open_invitation(db, "digest", NOW) is None


def test_all_are_listed_in_order(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        for number in ("2", "1"):
            issued = NOW + int(number) * HOUR
            new = replace(ONE, id=number, issued=issued, expires=issued)
            invitations.add_invitation(db, new, number)
        assert [each.id for each in invitations.all_invitations(db)] == ["1", "2"]
