"""Coming back: return links for the next device, sessions for this one."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date, datetime

from workflow.errors import LinkRefused, NotFound, StoreError
from workflow.services.desk import allow, can_be_id
from workflow.services.people.asking import Link, Who, guessing, let_give, new_link, someone
from workflow.services.people.rates import Kind, Rates
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store.ids import digest_of, new_secret
from workflow.store.members import held_roles
from workflow.store.sessions import (
    STEP,
    begin_session,
    end_sessions,
    end_sessions_of_others,
    living_session,
    move_seen,
    open_link,
    put_link,
    sessions_of,
    step_of,
    use_link,
    void_link_of_another,
)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A device on which a member is signed in."""

    id: str
    since: date
    seen: datetime
    """When it was last used at the latest: the end of that step of five minutes, or now. So it is
    never before the moment of signing in, which is kept nowhere."""
    is_this: bool
    """Whether it is the one that asks."""


# --- return links --------------------------------------------------------------------------------


def renew_link(workspace: Workspace, actor: str, now: datetime) -> Link:
    """Make a new return link for oneself; the one before opens nothing any more.

    Sessions that began with a link which somebody else had made are ended, at once: it was perhaps
    he. Who came back with it himself comes back once more, with the new one.

    Raises:
        NotAllowed: he is no member.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.renew_link", now)
        link = new_link(workspace, "back")
        end_sessions_of_others(db, actor, now)
        put_link(db, actor, digest_of(link.token), actor, now)
        audit.record(db, now, actor, "people.renew_link", f"member:{actor}")
        return link


def issue_link(workspace: Workspace, actor: str, now: datetime, *, member: str) -> Link:
    """Make a new return link for a member who lost his; the one before opens nothing any more.

    He is told who made it. Whoever made it is no second person for his texts for as long as it can
    be used, and a day more; he ends that by making a link of his own.

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


def whose(
    workspace: Workspace,
    token: str,
    now: datetime,
    *,
    address: str = "",
    rates: Rates | None = None,
) -> Who:
    """Say whose return link this is, before anybody comes back by it; it is not used.

    Arguments and errors are those of `come_back`.
    """
    with guessing(rates, Kind.COME_BACK, address, now), workspace.store.reading() as db:
        link = open_link(db, digest_of(token))
        if link is None:
            raise LinkRefused
        return Who(link.member, someone(db, link.member).name)


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
    digest = digest_of(token)
    with guessing(rates, Kind.COME_BACK, address, now):
        with workspace.store.reading() as db:
            if open_link(db, digest) is None:  # a guess keeps nobody from writing
                raise LinkRefused
        with workspace.store.writing() as db:
            link = use_link(db, digest, now)
            if link is None:
                raise LinkRefused
            session = new_secret()
            begin_session(db, link.member, digest_of(session), now, link.id)
            audit.record(db, now, link.member, "people.come_back", f"member:{link.member}")
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
            OpenSession(
                id=each.id,
                since=each.created.date(),
                seen=min(each.seen + STEP, now),
                is_this=each.digest == mine,
            )
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
        if not can_be_id(session) or not end_sessions(db, actor, now, only=session, digest=digest):
            raise NotFound("session")
        audit.record(db, now, actor, "people.sign_out", f"member:{actor}")


def sign_out_everywhere(
    workspace: Workspace, actor: str, now: datetime, *, but_here: str = ""
) -> int:
    """End all of one's sessions, at once; say how many there were.

    A return link that somebody else made opens nothing any more either: who has no other one makes
    it first.

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
        void_link_of_another(db, actor, now)
        audit.record(db, now, actor, "people.sign_out_everywhere", f"member:{actor}", str(ended))
        return ended
