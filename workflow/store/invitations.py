"""Invitations: links that let one person in, once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, insert, select, update

from workflow.access import Role
from workflow.store.engine import Db
from workflow.store.members import day_of
from workflow.store.schema import invitation


@dataclass(frozen=True, slots=True)
class StoredInvitation:
    """An invitation, without the secret of its link."""

    id: str
    role: Role
    document: str
    """Id; empty for all."""
    locale: str
    """Empty for all."""
    issued_by: str
    issued: datetime
    expires: datetime
    used: datetime | None = None
    """The day."""
    used_by: str = ""
    revoked: datetime | None = None


_COLUMNS = (
    invitation.c.id,
    invitation.c.role,
    invitation.c.document,
    invitation.c.locale,
    invitation.c.issued_by,
    invitation.c.issued,
    invitation.c.expires,
    invitation.c.used,
    invitation.c.used_by,
    invitation.c.revoked,
)


def _found(db: Db, *conditions: ColumnElement[bool]) -> tuple[StoredInvitation, ...]:
    query = select(*_COLUMNS).where(*conditions).order_by(invitation.c.issued, invitation.c.id)
    return tuple(
        StoredInvitation(each, Role(role), *more) for each, role, *more in db.execute(query)
    )


def _is_open(now: datetime) -> ColumnElement[bool]:
    return and_(
        invitation.c.used.is_(None),
        invitation.c.revoked.is_(None),
        invitation.c.expires > now,
    )


def add_invitation(db: Db, new: StoredInvitation, digest: str) -> None:
    """Add an invitation; of its token there is the digest only."""
    row = {column.name: getattr(new, column.name) for column in _COLUMNS}
    db.execute(insert(invitation), {**row, "role": int(new.role), "digest": digest})


def all_invitations(db: Db) -> tuple[StoredInvitation, ...]:
    """Give all invitations, in the order in which they were made."""
    return _found(db)


def invitation_by_id(db: Db, wanted: str) -> StoredInvitation | None:
    """Find an invitation by its id, whatever became of it."""
    return next(iter(_found(db, invitation.c.id == wanted)), None)


def open_invitation(db: Db, digest: str, now: datetime) -> StoredInvitation | None:
    """Find the invitation of a token, if it opens anything now."""
    return next(iter(_found(db, invitation.c.digest == digest, _is_open(now))), None)


def used_invitation(db: Db, digest: str, by: str) -> StoredInvitation | None:
    """Find the invitation of a token, if it was this member who joined with it."""
    mine = (invitation.c.digest == digest, invitation.c.used_by == by)
    return next(iter(_found(db, *mine, invitation.c.used.is_not(None))), None)


def redeem(db: Db, digest: str, now: datetime, by: str) -> StoredInvitation | None:
    """Use an invitation up, if it opens anything now; of any number who try, one succeeds."""
    done = db.execute(
        update(invitation)
        .where(invitation.c.digest == digest, _is_open(now))
        .values(used=day_of(now), used_by=by)
    )
    if done.rowcount != 1:
        return None
    return next(iter(_found(db, invitation.c.digest == digest)))


def revoke_unused(db: Db, wanted: str, now: datetime) -> bool:
    """Let an invitation open nothing any more; tell whether nobody had used it yet."""
    mine = and_(invitation.c.id == wanted, invitation.c.used.is_(None))
    done = db.execute(
        update(invitation).where(mine, invitation.c.revoked.is_(None)).values(revoked=now)
    )
    return (
        bool(done.rowcount) or db.execute(select(invitation.c.id).where(mine)).first() is not None
    )
