"""Sessions and return links: how a member is known again, here and on his next device."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, bindparam, delete, insert, or_, select, update

from workflow.access import OPERATOR
from workflow.store.engine import Db
from workflow.store.ids import day_id
from workflow.store.members import day_of
from workflow.store.schema import member, return_link, session

IDLE = timedelta(days=30)
"""A session that nobody used for so long is over."""
STEP = timedelta(minutes=5)
"""When a session was last used is kept in steps of this size: it spares writes, and nobody's day
can be read from it."""
MOST = 20
"""So many sessions of a member live at most."""
LINK_BINDS = timedelta(hours=24)
"""For so long after a return link could last be used, whoever issued it for somebody else is no
second person for him."""


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session, without the secret of its cookie."""

    id: str
    member: str
    created: datetime
    """The day."""
    seen: datetime
    """In steps of `STEP`."""
    digest: str
    """SHA-256 of its token."""


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A return link, without its secret."""

    id: str
    member: str
    issued_by: str
    issued: datetime


_SESSION = (session.c.id, session.c.member, session.c.created, session.c.seen, session.c.digest)
_LIVING = (  # each request asks it, so it is put into words once
    select(*_SESSION)
    .join(member, member.c.id == session.c.member)
    .where(
        session.c.digest == bindparam("digest"),
        session.c.revoked.is_(None),
        session.c.seen > bindparam("since"),
        member.c.status == "active",
    )
)
_LINK = (return_link.c.id, return_link.c.member, return_link.c.issued_by, return_link.c.issued)


def step_of(now: datetime) -> datetime:
    """Give the step that a moment belongs to."""
    begin = day_of(now)
    return begin + (now - begin) // STEP * STEP


def _lives(now: datetime) -> ColumnElement[bool]:
    return and_(session.c.revoked.is_(None), session.c.seen > now - IDLE)


# --- sessions ------------------------------------------------------------------------------------


def begin_session(db: Db, person: str, digest: str, now: datetime, link: str = "") -> None:
    """Begin a session, and forget those of this member that are over.

    What was ended is kept for as long as it can bind. If there are too many, those that were not
    used for the longest time are ended.

    Args:
        db: the transaction.
        person: id of the member.
        digest: of its token.
        now: the moment.
        link: id of the return link with which he came; empty for none.
    """
    over = or_(session.c.revoked <= now - LINK_BINDS, session.c.seen <= now - IDLE)
    db.execute(delete(session).where(session.c.member == person, over))
    for each in sessions_of(db, person, now)[MOST - 1 :]:
        end_sessions(db, person, now, only=each.id)
    row = {
        "id": day_id(now),
        "member": person,
        "digest": digest,
        "link": link,
        "created": day_of(now),
        "seen": step_of(now),
    }
    db.execute(insert(session), row)


def living_session(db: Db, digest: str, now: datetime) -> StoredSession | None:
    """Find the session of a token, if it is not over and its member not gone."""
    row = db.execute(_LIVING, {"digest": digest, "since": now - IDLE}).first()
    return StoredSession(*row) if row else None


def move_seen(db: Db, wanted: str, now: datetime) -> None:
    """Write down that a session is in use."""
    step = step_of(now)
    db.execute(
        update(session)
        .where(session.c.id == wanted, session.c.revoked.is_(None), session.c.seen < step)
        .values(seen=step)
    )


def sessions_of(db: Db, person: str, now: datetime) -> tuple[StoredSession, ...]:
    """Give the living sessions of a member, the one last used first."""
    rows = db.execute(
        select(*_SESSION)
        .where(session.c.member == person, _lives(now))
        .order_by(session.c.seen.desc(), session.c.id)
    )
    return tuple(StoredSession(*row) for row in rows)


def end_sessions(
    db: Db, person: str, now: datetime, *, only: str = "", digest: str = "", but: str = ""
) -> int:
    """End sessions of a member at once.

    Args:
        db: the transaction.
        person: his id.
        now: the moment.
        only: id of the one session to end; empty for all.
        digest: of the token of the one session to end; empty for all.
        but: digest of the token of a session that goes on; empty for none.

    Returns:
        How many there were.
    """
    ended = update(session).where(session.c.member == person, session.c.revoked.is_(None))
    if only:
        ended = ended.where(session.c.id == only)
    if digest:
        ended = ended.where(session.c.digest == digest)
    if but:
        ended = ended.where(session.c.digest != but)
    return db.execute(ended.values(revoked=now)).rowcount


def end_sessions_of_others(db: Db, person: str, now: datetime) -> int:
    """End the sessions that began with a return link which somebody else had made; count them."""
    foreign = select(return_link.c.id).where(_is_of_another(person))
    ended = update(session).where(
        session.c.member == person, session.c.revoked.is_(None), session.c.link.in_(foreign)
    )
    return db.execute(ended.values(revoked=now)).rowcount


# --- return links --------------------------------------------------------------------------------


def put_link(db: Db, person: str, digest: str, by: str, now: datetime) -> None:
    """Give a member a return link in the place of the one before.

    Of a link that he makes himself only the day is kept; of one that somebody else makes, the
    moment, since it binds them both for a while.
    """
    living = (return_link.c.member == person, return_link.c.revoked.is_(None))
    db.execute(update(return_link).where(*living).values(revoked=now))
    row = {
        "id": day_id(now),
        "member": person,
        "digest": digest,
        "issued_by": by,
        "issued": day_of(now) if by == person else now,
    }
    db.execute(insert(return_link), row)


def _is_of_another(person: str) -> ColumnElement[bool]:
    return and_(return_link.c.member == person, return_link.c.issued_by != person)


def void_link_of_another(db: Db, person: str, now: datetime) -> None:
    """Let the return link of a member open nothing any more, if somebody else made it."""
    living = and_(_is_of_another(person), return_link.c.revoked.is_(None))
    db.execute(update(return_link).where(living).values(revoked=now))


def links_in_use(db: Db, now: datetime) -> tuple[tuple[str, str], ...]:
    """Give who may have come in as whom, with a link that he made: pairs of maker and owner.

    A link counts from when it is issued until `LINK_BINDS` after it was revoked, or after the last
    session ended that began with it. Those of the operator count for nothing, since it can neither
    save nor approve.
    """
    since = now - LINK_BINDS
    begun = select(session.c.link).where(
        session.c.seen > now - IDLE, or_(session.c.revoked.is_(None), session.c.revoked > since)
    )
    rows = db.execute(
        select(return_link.c.issued_by, return_link.c.member).where(
            return_link.c.issued_by != return_link.c.member,
            return_link.c.issued_by != OPERATOR,
            or_(
                return_link.c.revoked.is_(None),
                return_link.c.revoked > since,
                return_link.c.id.in_(begun),
            ),
        )
    )
    return tuple((maker, owner) for maker, owner in rows)


def living_link(db: Db, person: str) -> StoredLink | None:
    """Give the return link of a member."""
    row = db.execute(
        select(*_LINK).where(return_link.c.member == person, return_link.c.revoked.is_(None))
    ).first()
    return StoredLink(*row) if row else None


def open_link(db: Db, digest: str) -> StoredLink | None:
    """Find the return link of a token, if it brings anybody back."""
    row = db.execute(
        select(*_LINK)
        .join(member, member.c.id == return_link.c.member)
        .where(
            return_link.c.digest == digest,
            return_link.c.revoked.is_(None),
            member.c.status == "active",
        )
    ).first()
    return StoredLink(*row) if row else None


def use_link(db: Db, digest: str, now: datetime) -> StoredLink | None:
    """Find the return link of a token, and write down the day; None where it opens nothing."""
    link = open_link(db, digest)
    if link is not None:
        db.execute(update(return_link).where(return_link.c.id == link.id).values(used=day_of(now)))
    return link
