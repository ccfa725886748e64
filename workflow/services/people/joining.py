"""Joining: what happens behind an invitation."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from workflow.errors import LinkRefused
from workflow.lookalikes import skeleton
from workflow.services.people.asking import (
    GivenRole,
    Link,
    chosen_name,
    document_names,
    guessing,
    new_link,
)
from workflow.services.people.invitations import given_by, record, stands
from workflow.services.people.rates import Kind, Rates
from workflow.services.workspace import Workspace
from workflow.store.ids import day_id, digest_of, new_secret
from workflow.store.invitations import open_invitation, redeem, used_invitation
from workflow.store.members import HeldRole, Person, add_member, day_of, put_role
from workflow.store.sessions import begin_session, put_link


@dataclass(frozen=True, slots=True)
class Opening:
    """What the page behind an invitation says before anybody joins.

    Messengers fetch that page to show what it is about, so it names nobody.
    """

    workspace: str
    given: GivenRole
    title: str
    """Of the document, or its name; empty for all documents."""
    expires: datetime


@dataclass(frozen=True, slots=True)
class Joined:
    """A member just made, with what he must keep."""

    member: str
    """His id."""
    link: Link
    """His return link, which is shown this once."""
    session: str = field(repr=False)
    """Token of his session, for the cookie."""


def peek(
    workspace: Workspace,
    token: str,
    now: datetime,
    *,
    address: str = "",
    rates: Rates | None = None,
) -> Opening:
    """Say what an invitation is for; it is not used up.

    Args:
        workspace: where.
        token: from the link.
        now: the moment.
        address: of whoever asks; it is kept nowhere.
        rates: counts attempts, while serving.

    Raises:
        LinkRefused: it opens nothing.
        TooMany: too many links that opened nothing were tried from this address.
    """
    with guessing(rates, Kind.JOIN, address, now), workspace.store.reading() as db:
        found = open_invitation(db, digest_of(token), now)
        if found is None or not stands(db, found, now):
            raise LinkRefused
        name = document_names(db)[found.document]
    settings = workspace.settings
    return Opening(
        workspace=settings.name,
        given=given_by(found, name),
        title=(settings.of(name).title or name) if name else "",
        expires=found.expires,
    )


def join(
    workspace: Workspace,
    token: str,
    now: datetime,
    *,
    name: str,
    address: str = "",
    rates: Rates | None = None,
) -> Joined:
    """Join by an invitation, under a name of one's own choice.

    Args:
        workspace: where.
        token: from the link.
        now: the moment.
        name: the pseudonym.
        address: of whoever asks; it is kept nowhere.
        rates: counts attempts, while serving.

    Laws: of any number who redeem one invitation, one joins. Whether a link is unknown, used,
    revoked or out of date is not said. A name that is refused uses nothing up. Who has no link that
    opens anything keeps nobody from writing.

    Raises:
        LinkRefused: it opens nothing.
        NameTaken: a member has this name, or is thanked under it, or it looks as if.
        LimitExceeded, HostileInput: that is no name.
        TooMany: too many links that opened nothing were tried from this address.
    """
    with guessing(rates, Kind.JOIN, address, now):
        with workspace.store.reading() as db:
            if open_invitation(db, digest_of(token), now) is None:
                raise LinkRefused
        return _join(workspace, token, now, name)


def let_in_by(workspace: Workspace, token: str, *, member: str) -> GivenRole | None:
    """Say what an invitation gave to a member, if it was he who joined with it; None if not.

    So a page can tell him apart from a member who opens the invitation of somebody else.
    """
    with workspace.store.reading() as db:
        found = used_invitation(db, digest_of(token), member)
        return given_by(found, document_names(db)[found.document]) if found else None


def _join(workspace: Workspace, token: str, now: datetime, name: str) -> Joined:
    with workspace.store.writing() as db:
        member = day_id(now)
        found = redeem(db, digest_of(token), now, member)
        if found is None or not stands(db, found, now):
            raise LinkRefused
        chosen = chosen_name(db, name, member)
        new = Person(member, chosen, "active", "", "", _day(now), found.issued_by, "")
        add_member(db, new, skeleton(chosen))
        held = HeldRole(member, found.role, found.document, found.locale)
        put_role(db, held, found.issued_by, now)
        link, session = new_link(workspace, "back"), new_secret()
        put_link(db, member, digest_of(link.token), member, now)
        begin_session(db, member, digest_of(session), now)
        record(db, now, member, "people.join", found)
        return Joined(member, link, session)


def _day(now: datetime) -> str:
    return day_of(now).date().isoformat()
