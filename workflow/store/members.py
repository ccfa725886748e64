"""Members: who they are, what they were given, and how they are forgotten."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import (
    ColumnElement,
    and_,
    case,
    delete,
    func,
    insert,
    literal,
    null,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError

from workflow.access import Role
from workflow.errors import NameTaken
from workflow.store.engine import Db
from workflow.store.ids import day_id
from workflow.store.schema import draft, member, return_link, revision, role_grant, session


@dataclass(frozen=True, slots=True)
class Person:
    """A member as he is stored."""

    id: str
    name: str
    """Empty for former members."""
    status: str
    """`active`, `builtin` or `former`."""
    credit: str
    """The name under which exported files thank him; empty for none."""
    interface_locale: str
    joined: str
    """The day, such as `2026-03-14`."""
    invited_by: str
    """Id of whoever let him in."""
    vouched_by: str
    """Id of whoever said that he and his inviter are two persons; empty for nobody."""


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role that a member holds."""

    member: str
    role: Role
    document: str
    """Id; empty for all."""
    locale: str
    """Empty for all."""

    @property
    def said(self) -> str:
        """Say it as it stands in the list of acts, such as `reviewer * fr`."""
        return f"{self.role.label} {self.document or '*'} {self.locale or '*'}"


_PERSON = (
    member.c.id,
    member.c.name,
    member.c.status,
    member.c.credit,
    member.c.interface_locale,
    member.c.joined,
    member.c.invited_by,
    member.c.vouched_by,
)
_HELD = (role_grant.c.member, role_grant.c.role, role_grant.c.document, role_grant.c.locale)


def day_of(now: datetime) -> datetime:
    """Give the beginning of a day in UTC: the finest that is kept of when somebody came."""
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


# --- who they are --------------------------------------------------------------------------------


def add_member(db: Db, new: Person, looks_like: str) -> None:
    """Add a member.

    Args:
        db: the transaction.
        new: he himself.
        looks_like: the skeleton of his name.

    Raises:
        NameTaken: a member's name looks like it.
    """
    row = {column.name: getattr(new, column.name) for column in _PERSON}
    try:
        with db.begin_nested():
            db.execute(insert(member), {**row, "skeleton": looks_like})
    except IntegrityError:
        raise NameTaken(new.name) from None


def rename(db: Db, person: str, name: str, looks_like: str) -> None:
    """Give a member another name.

    Raises:
        NameTaken: the name of somebody else looks like it.
    """
    values = {"name": name, "skeleton": looks_like}
    try:
        with db.begin_nested():
            db.execute(update(member).where(member.c.id == person).values(values))
    except IntegrityError:
        raise NameTaken(name) from None


def looking_like(db: Db, looks_like: str) -> str:
    """Give the id of the member whose name looks like this; empty for nobody."""
    return db.execute(select(member.c.id).where(member.c.skeleton == looks_like)).scalar() or ""


def thanked(db: Db) -> Mapping[str, str]:
    """Give the names under which members are thanked, by id; of those who want it."""
    rows = db.execute(select(member.c.id, member.c.credit).where(member.c.credit != ""))
    return {each: credit for each, credit in rows}  # noqa: C416 - as in `names_of`


def active_member(db: Db, wanted: str) -> Person | None:
    """Find somebody who is a member now."""
    row = db.execute(
        select(*_PERSON).where(member.c.id == wanted, member.c.status == "active")
    ).first()
    return Person(*row) if row else None


def active_members(db: Db) -> tuple[Person, ...]:
    """Give all who are members now, by name."""
    rows = db.execute(
        select(*_PERSON).where(member.c.status == "active").order_by(member.c.name, member.c.id)
    )
    return tuple(Person(*row) for row in rows)


def set_preferences(db: Db, person: str, credit: str, interface_locale: str) -> None:
    """Write down how a member wants to be thanked, and in which language he is spoken to."""
    values = {"credit": credit, "interface_locale": interface_locale}
    db.execute(update(member).where(member.c.id == person).values(values))


def set_vouched(db: Db, person: str, by: str) -> None:
    """Write down that a member and his inviter are two persons."""
    db.execute(update(member).where(member.c.id == person).values(vouched_by=by))


def last_active(db: Db) -> Mapping[str, date]:
    """Give the day on which each member was last here, or did something."""
    seen = select(session.c.member, func.max(session.c.seen)).group_by(session.c.member)
    done = select(revision.c.actor, func.max(revision.c.at)).group_by(revision.c.actor)
    found: dict[str, date] = {}
    for query in (seen, done):
        for person, moment in db.execute(query):
            found[person] = max(found.get(person, date.min), moment.date())
    return found


# --- what they hold ------------------------------------------------------------------------------


def _holds(now: datetime) -> ColumnElement[bool]:
    return or_(role_grant.c.until.is_(None), role_grant.c.until > now)


def held_roles(db: Db, now: datetime, person: str = "") -> tuple[HeldRole, ...]:
    """Give the roles that hold now, the highest first; of one member, or of everybody."""
    query = select(*_HELD).where(_holds(now))
    if person:
        query = query.where(role_grant.c.member == person)
    order = (role_grant.c.role.desc(), role_grant.c.document, role_grant.c.locale)
    return tuple(
        HeldRole(each, Role(role), document, locale)
        for each, role, document, locale in db.execute(query.order_by(*order))
    )


def _same(held: HeldRole) -> ColumnElement[bool]:
    return and_(
        role_grant.c.member == held.member,
        role_grant.c.role == int(held.role),
        role_grant.c.document == held.document,
        role_grant.c.locale == held.locale,
    )


def put_role(db: Db, held: HeldRole, by: str, now: datetime) -> None:
    """Give a role to a member; of when, only the day is kept."""
    take_role(db, held)
    row = {
        "id": day_id(now),
        "member": held.member,
        "role": int(held.role),
        "document": held.document,
        "locale": held.locale,
        "given_by": by,
        "given": day_of(now),
    }
    db.execute(insert(role_grant), row)


def take_role(db: Db, held: HeldRole) -> bool:
    """Take a role away; tell whether there was one."""
    return bool(db.execute(delete(role_grant).where(_same(held))).rowcount)


def admins(db: Db, now: datetime) -> frozenset[str]:
    """Give the members who are admins of the whole workspace; they stay so until the end."""
    rows = db.execute(
        select(role_grant.c.member)
        .join(member, member.c.id == role_grant.c.member)
        .where(
            member.c.status == "active",
            role_grant.c.role == int(Role.ADMIN),
            role_grant.c.document == "",
            role_grant.c.locale == "",
            _holds(now),
        )
        .with_for_update()
    )
    return frozenset(rows.scalars())


# --- how they are forgotten ----------------------------------------------------------------------


def erase_member(db: Db, person: str) -> bool:
    """Forget a member: name, roles, links, sessions, drafts; his id stays as a tombstone.

    What he wrote and did stays, and points to a former member; so does by whom others vouched for
    him, or made a link for him, since that decides who may approve his texts. Doing it twice does
    it once.

    Returns:
        Whether there was anybody to forget.
    """
    _forget_links(db, person)
    for table in (draft, session, role_grant):
        db.execute(delete(table).where(table.c.member == person))
    values = {
        "name": "",
        "skeleton": None,
        "status": "former",
        "credit": "",
        "interface_locale": "",
        "joined": "",
        "invited_by": "",
    }
    forgotten = update(member).where(member.c.id == person, member.c.status == "active")
    return bool(db.execute(forgotten.values(values)).rowcount)


def _forget_links(db: Db, person: str) -> None:
    """Delete a member's return links; of one that another made stays that he made it.

    Else somebody could come in with it, write, leave, and be free to approve what he wrote. For
    the same reason one that is in use now, itself or by a session that began with it, is never
    marked as revoked.
    """
    his = return_link.c.member == person
    in_use = return_link.c.id.in_(select(session.c.link).where(session.c.member == person))
    db.execute(delete(return_link).where(his, return_link.c.issued_by == person))
    db.execute(
        update(return_link)
        .where(his)
        .values(
            digest=literal("erased ") + return_link.c.id,
            used=None,
            revoked=case((in_use, null()), else_=return_link.c.revoked),
        )
    )
