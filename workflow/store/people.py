"""Members as the front desk sees them: what they were given, and who may be one person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import TypeAlias

from sqlalchemy import bindparam, or_, select, union

from workflow.access import OPERATOR, Grant, Role
from workflow.store.engine import Db
from workflow.store.schema import invitation, member, role_grant
from workflow.store.sessions import links_in_use

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

    They are all above and below him, over any number of steps. A step leads from whoever invited
    somebody to the one who was invited, until another coordinator vouched that these are two; and
    from whoever issued a return link for somebody to its owner, for as long as it could be used to
    act as him (it lives, or a session that began with it does) and 24 hours more. Who were let in
    by the same member are not bound to each other by that.

    To leave frees nobody: the texts stay, and so does whose they are; a link that could be used
    when its owner left binds for good. The operator is none of them, since it can neither save nor
    approve.
    """
    return bonds(db, now)(person)


def bonds(db: Db, now: datetime) -> Callable[[str], frozenset[str]]:
    """Give what answers `bound_to` for one member after another, as it is at this moment."""
    below, above = _steps(db, now)

    @cache
    def bound(person: str) -> frozenset[str]:
        return frozenset((_reached(below, person) | _reached(above, person)) - {person})

    return bound


def circle_of(db: Db, person: str, now: datetime) -> frozenset[str]:
    """Give a member and all whom steps up and down lead to from him, in any order.

    Nobody in it can vouch for him: his word is no more than that of whoever may be behind them all.
    """
    below, above = _steps(db, now)
    both = {each: below.get(each, set()) | above.get(each, set()) for each in {*below, *above}}
    return frozenset(_reached(both, person))


_Steps: TypeAlias = Mapping[str, set[str]]


def _steps(db: Db, now: datetime) -> tuple[_Steps, _Steps]:
    """Give whom each member let in or made a link for, and by whom each was."""
    below: dict[str, set[str]] = {}
    above: dict[str, set[str]] = {}
    for upper, lower in (*_unvouched(db), *links_in_use(db, now)):
        below.setdefault(upper, set()).add(lower)
        above.setdefault(lower, set()).add(upper)
    return below, above


def _unvouched(db: Db) -> tuple[tuple[str, str], ...]:
    """Give who invited whom, where nobody has said that they are two: pairs of host and guest."""
    by_member = select(member.c.invited_by, member.c.id).where(
        member.c.vouched_by == "", member.c.invited_by.not_in(("", OPERATOR))
    )
    # Of who left it is not kept who invited him, but of the invitation whom it let in.
    by_invitation = (
        select(invitation.c.issued_by, member.c.id)
        .join(member, member.c.id == invitation.c.used_by)
        .where(
            member.c.vouched_by == "",
            member.c.status == "former",
            invitation.c.issued_by != OPERATOR,
        )
    )
    rows = db.execute(union(by_member, by_invitation))
    return tuple((host, guest) for host, guest in rows)


def _reached(steps: _Steps, person: str) -> set[str]:
    """Walk as far as the steps lead; he himself is among those who are reached."""
    found, ahead = {person}, [person]
    while ahead:
        new = steps.get(ahead.pop(), set()) - found
        found |= new
        ahead += new
    return found
