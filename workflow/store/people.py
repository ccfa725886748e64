"""Members as the front desk sees them: what they were given, and who may be one person."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import bindparam, or_, select

from workflow.access import OPERATOR, Grant, Role
from workflow.store.engine import Db
from workflow.store.schema import invitation, member, return_link, role_grant

LINK_BINDS = timedelta(hours=24)
"""For so long whoever issued a return link is no second person for the member it opened."""

_GRANTS = (  # asked before everything that anybody does, so it is put into words once
    select(role_grant.c.role, role_grant.c.document, role_grant.c.locale)
    .join(member, member.c.id == role_grant.c.member)
    .where(
        role_grant.c.member == bindparam("person"),
        member.c.status == "active",
        or_(role_grant.c.until.is_(None), role_grant.c.until > bindparam("now")),
    )
)


def grants_of(db: Db, person: str, now: datetime) -> tuple[Grant, ...]:
    """Give the grants of a member that hold now; none for former members."""
    rows = db.execute(_GRANTS, {"person": person, "now": now})
    return tuple(Grant(Role(role), document, locale) for role, document, locale in rows)


def bound_to(db: Db, person: str, now: datetime) -> frozenset[str]:
    """Give the members who may be the same person as this one.

    They are those whom he invited and who invited him, until another coordinator vouched for the
    one who was invited; and those for whom he issued a return link, or who issued one for him, in
    the last 24 hours. To leave frees nobody: the texts stay, and so does whose they are. The
    operator is none of them, since it can neither save nor approve.
    """
    unvouched = member.c.vouched_by == ""
    invited = db.execute(
        select(member.c.id).where(member.c.invited_by == person, unvouched)
    ).scalars()
    # Of who left it is not kept who invited him, but of the invitation whom it let in.
    gone = db.execute(
        select(member.c.id)
        .join(invitation, invitation.c.used_by == member.c.id)
        .where(invitation.c.issued_by == person, member.c.status == "former", unvouched)
    ).scalars()
    inviter = db.execute(
        select(member.c.invited_by).where(member.c.id == person, unvouched)
    ).scalars()
    links = db.execute(
        select(return_link.c.member, return_link.c.issued_by).where(
            or_(return_link.c.member == person, return_link.c.issued_by == person),
            return_link.c.issued > now - LINK_BINDS,
        )
    )
    found = {*invited, *gone, *inviter}
    for owner, issuer in links:
        found |= {owner, issuer}
    return frozenset(found - {person, "", OPERATOR})
