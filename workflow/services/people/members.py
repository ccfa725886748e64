"""Members: who is here, what each may do, and who is known to be two persons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workflow.access import OPERATOR, Role
from workflow.errors import NotFound, NotPossible
from workflow.services.desk import allow
from workflow.services.people.asking import (
    GivenRole,
    Who,
    document_names,
    keep_an_admin,
    let_give,
    reach_for,
    someone,
)
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store import members as stored
from workflow.store.listing import names
from workflow.store.members import HeldRole
from workflow.store.people import circle_of


@dataclass(frozen=True, slots=True)
class Member:
    """A member as coordinators see him."""

    id: str
    name: str
    given: tuple[GivenRole, ...]
    """His roles in the part that was asked for, the highest first."""
    since: date | None
    """The day on which he joined."""
    active: date | None
    """The day on which he was last here."""
    invited_by: Who | None
    """None where he was not invited by a member."""
    vouched: bool
    """Whether somebody said that he and his inviter are two persons."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Give the languages that he works in; empty where he may work in all."""
        locales = {each.locale for each in self.given}
        return () if "" in locales else tuple(sorted(locales))


def members(
    workspace: Workspace, actor: str, now: datetime, *, document: str = "", locale: str = ""
) -> tuple[Member, ...]:
    """List the members, by name; of a part of the workspace, those who may do anything there.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        document: name of the document that he coordinates; empty for all.
        locale: the language that he coordinates; empty for all.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    with workspace.store.reading() as db:
        reach = reach_for(db, actor, "people.members", now, document, locale)
        titles = document_names(db)
        given: dict[str, list[GivenRole]] = {}
        for each in stored.held_roles(db, now):
            if reach.meets(each.document, each.locale):
                role = GivenRole(each.role, titles[each.document], each.locale)
                given.setdefault(each.member, []).append(role)
        is_all = not (reach.document or reach.locale)
        found = [each for each in stored.active_members(db) if is_all or each.id in given]
        known = names(db, [each.invited_by for each in found])
        active = stored.last_active(db)
    return tuple(
        Member(
            id=each.id,
            name=each.name,
            given=tuple(given.get(each.id, ())),
            since=date.fromisoformat(each.joined) if each.joined else None,
            active=active.get(each.id),
            invited_by=inviter(each, known.get(each.invited_by, "")),
            vouched=bool(each.vouched_by),
        )
        for each in found
    )


def inviter(person: stored.Person, name: str) -> Who | None:
    """Say which member let somebody in; None where it was the operator."""
    if person.invited_by in ("", OPERATOR):
        return None
    return Who(person.invited_by, name)


def grant(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    member: str,
    role: Role,
    document: str = "",
    locale: str = "",
) -> GivenRole:
    """Give a member a role; to give it twice is to give it once.

    Args:
        workspace: where.
        actor: id of the member who gives it.
        now: the moment.
        member: id of whom it is given.
        role: the role.
        document: name of the one document it is for; empty for all.
        locale: the one language it is for; empty for all.

    Raises:
        NotFound: there is no such member or document.
        NotAllowed: he may not, or has less himself.
    """
    with workspace.store.writing() as db:
        reach = reach_for(db, actor, "people.grant", now, document, locale)
        held = HeldRole(member, role, reach.document, reach.locale)
        let_give(db, actor, "people.grant", now, [held])
        someone(db, member)
        stored.put_role(db, held, actor, now)
        audit.record(db, now, actor, "people.grant", f"member:{member}", held.said)
        return GivenRole(role, document, reach.locale)


def withdraw(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    member: str,
    role: Role,
    document: str = "",
    locale: str = "",
) -> None:
    """Take a role away from a member; it counts from his next click on.

    Args:
        workspace: where.
        actor: id of the member who takes it.
        now: the moment.
        member: id of whom it is taken.
        role: the role, as it was given.
        document: name of the document it was given for; empty for all.
        locale: the language it was given for; empty for all.

    Raises:
        NotFound: there is no such member or document, or he has no such role.
        NotAllowed: he may not, or has less himself.
        NotPossible: he is the last admin.
    """
    with workspace.store.writing() as db:
        reach = reach_for(db, actor, "people.withdraw", now, document, locale)
        held = HeldRole(member, role, reach.document, reach.locale)
        let_give(db, actor, "people.withdraw", now, [held])
        someone(db, member)
        if (role, reach.document, reach.locale) == (Role.ADMIN, "", ""):
            keep_an_admin(db, now, member)
        if not stored.take_role(db, held):
            raise NotFound("role")
        audit.record(db, now, actor, "people.withdraw", f"member:{member}", held.said)


def vouch(workspace: Workspace, actor: str, now: datetime, *, member: str) -> None:
    """Say that a member and whoever invited him are two persons.

    From then on each may approve the other's texts.

    Raises:
        NotFound: there is no such member.
        NotAllowed: whoever asks may not.
        NotPossible: he is one of the two, or it is not known that he is a third person: he was let
            in by one of them, or both by somebody, over any number of steps; or no member invited
            this one.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.vouch", now)
        person = someone(db, member)
        if person.invited_by in ("", OPERATOR):
            what_next = "Nobody needs to vouch."
            raise NotPossible("no member invited this one", what_next, case="no_inviter")
        if person.vouched_by:
            return
        if actor in circle_of(db, member, now):
            reason = "whoever vouches must be a third person, and known to be one"
            what_next = "Ask another coordinator, or the operator."
            raise NotPossible(reason, what_next, case="no_third_person")
        stored.set_vouched(db, member, actor)
        audit.record(db, now, actor, "people.vouch", f"member:{member}")
