"""Coming back: return links for the next device, sessions for this one."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime

from workflow.errors import LinkRefused, NotFound, StoreError
from workflow.services.desk import allow
from workflow.services.people.asking import Link, guessing, let_give, new_link, someone
from workflow.services.people.rates import Kind, Rates
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store.ids import digest_of, new_secret
from workflow.store.members import held_roles
from workflow.store.sessions import (
    begin_session,
    end_sessions,
    living_session,
    move_seen,
    put_link,
    sessions_of,
    step_of,
    use_link,
)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A device on which a member is signed in."""

    id: str
    since: date
    seen: datetime
    """When it was last used, in steps of five minutes."""
    is_this: bool
    """Whether it is the one that asks."""


# --- return links --------------------------------------------------------------------------------


def renew_link(workspace: Workspace, actor: str, now: datetime) -> Link:
    """Make a new return link for oneself; the one before opens nothing any more.

    Raises:
        NotAllowed: he is no member.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.renew_link", now)
        link = new_link(workspace, "back")
        put_link(db, actor, digest_of(link.token), actor, now)
        audit.record(db, now, actor, "people.renew_link", f"member:{actor}")
        return link


def issue_link(workspace: Workspace, actor: str, now: datetime, *, member: str) -> Link:
    """Make a new return link for a member who lost his; the one before opens nothing any more.

    He is told who made it. For a day whoever made it is no second person for his texts.

    Raises:
        NotFound: there is no such member.
        NotAllowed: the member may more than whoever asks.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.issue_link", now)
        someone(db, member)
        let_give(db, actor, "people.issue_link", now, held_roles(db, now, member))
        link = new_link(workspace, "back")
        put_link(db, member, digest_of(link.token), actor, now)
        audit.record(db, now, actor, "people.issue_link", f"member:{member}")
        return link


def come_back(
    workspace: Workspace,
    token: str,
    now: datetime,
    *,
    address: str = "",
    rates: Rates | None = None,
) -> str:
    """Come back by one's return link, on this device or another.

    Args:
        workspace: where.
        token: from the link.
        now: the moment.
        address: of whoever asks; it is kept nowhere.
        rates: counts attempts, while serving.

    Returns:
        The token of a new session, for the cookie.

    Raises:
        LinkRefused: it opens nothing.
        TooMany: too many links that opened nothing were tried from this address.
    """
    with guessing(rates, Kind.COME_BACK, address, now), workspace.store.writing() as db:
        member = use_link(db, digest_of(token), now)
        if not member:
            raise LinkRefused
        session = new_secret()
        begin_session(db, member, digest_of(session), now)
        audit.record(db, now, member, "people.come_back", f"member:{member}")
        return session


# --- sessions ------------------------------------------------------------------------------------


def who(workspace: Workspace, token: str, now: datetime) -> str | None:
    """Say whose session this is: the id of a member, or None where it is over.

    It is one read; once in five minutes it is written down that the session is in use.
    """
    with workspace.store.reading() as db:
        found = living_session(db, digest_of(token), now)
    if found is None:
        return None
    if found.seen < step_of(now):
        # Nobody is kept from reading because this cannot be written.
        with contextlib.suppress(StoreError), workspace.store.writing() as db:
            move_seen(db, found.id, now)
    return found.member


def sessions(
    workspace: Workspace, actor: str, now: datetime, *, token: str = ""
) -> tuple[OpenSession, ...]:
    """List the devices on which one is signed in, the one last used first.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        token: of the session that asks.

    Raises:
        NotAllowed: he is no member.
    """
    mine = digest_of(token)
    with workspace.store.reading() as db:
        allow(db, actor, "people.sessions", now)
        return tuple(
            OpenSession(each.id, each.created.date(), each.seen, each.digest == mine)
            for each in sessions_of(db, actor, now)
        )


def sign_out(
    workspace: Workspace, actor: str, now: datetime, *, token: str = "", session: str = ""
) -> None:
    """End one's session, at once: the one that asks, or another in the list.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        token: of the session that asks.
        session: id of the session in the list; then the token is not looked at.

    Raises:
        NotAllowed: he is no member.
        NotFound: he has no such session.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.sign_out", now)
        digest = "" if session else digest_of(token)
        if not end_sessions(db, actor, now, only=session, digest=digest):
            raise NotFound("session")
        audit.record(db, now, actor, "people.sign_out", f"member:{actor}")


def sign_out_everywhere(
    workspace: Workspace, actor: str, now: datetime, *, but_here: str = ""
) -> int:
    """End all of one's sessions, at once; say how many there were.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        but_here: token of the session that goes on; empty for none.

    Raises:
        NotAllowed: he is no member.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.sign_out_everywhere", now)
        ended = end_sessions(db, actor, now, but=digest_of(but_here) if but_here else "")
        audit.record(db, now, actor, "people.sign_out_everywhere", f"member:{actor}", str(ended))
        return ended
