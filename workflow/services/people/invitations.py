"""Inviting people: links that work once, for one person, for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from workflow.access import OPERATOR, Role
from workflow.errors import AccessError, NotFound, NotPossible
from workflow.services.desk import allow, look_up
from workflow.services.people.asking import (
    GivenRole,
    Link,
    Who,
    document_names,
    let_give,
    may_give,
    new_link,
    reach_for,
)
from workflow.services.workspace import Workspace
from workflow.store import Db, audit
from workflow.store import invitations as stored
from workflow.store.ids import digest_of, new_id
from workflow.store.invitations import StoredInvitation
from workflow.store.listing import names
from workflow.store.members import HeldRole

HOURS = 72
LONGEST_HOURS = 720


@dataclass(frozen=True, slots=True)
class Invitation:
    """An invitation just made, with its link, which is shown this once."""

    id: str
    given: GivenRole
    expires: datetime
    link: Link


class InvitationState(StrEnum):
    """What has become of an invitation."""

    OPEN = "open"
    USED = "used"
    EXPIRED = "expired"
    REVOKED = "revoked"
    LAPSED = "lapsed"
    """Whoever made it may not give that role any more."""


@dataclass(frozen=True, slots=True)
class PendingInvitation:
    """An invitation in the list."""

    id: str
    state: InvitationState
    given: GivenRole
    by: Who
    issued: datetime
    expires: datetime
    guest: Who | None
    """Whom it let in."""


def invite(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    role: Role,
    document: str = "",
    locale: str = "",
    hours: int = HOURS,
) -> Invitation:
    """Make a link that lets one person in.

    Args:
        workspace: where.
        actor: id of the member who invites.
        now: the moment.
        role: what the guest will be.
        document: name of the one document that he will see; empty for all.
        locale: the one language that he will work in; empty for all.
        hours: for how long the link works.

    Laws: of the token only its digest is stored. Nobody gives more than he has.

    Raises:
        NotFound, NotAllowed: he may not, or not so much.
        NotPossible: the hours are none, or too many.
        UnknownLocale: that is no language.
    """
    with workspace.store.writing() as db:
        reach = reach_for(db, actor, "people.invite", now, document, locale)
        held = HeldRole("", role, reach.document, reach.locale)
        let_give(db, actor, "people.invite", now, [held])
        if not 1 <= hours <= LONGEST_HOURS:
            raise NotPossible(
                "an invitation cannot hold that long", f"Choose 1 to {LONGEST_HOURS} hours."
            )
        return _invite(workspace, db, actor, now, held, hours)


def _invite(
    workspace: Workspace, db: Db, actor: str, now: datetime, held: HeldRole, hours: int
) -> Invitation:
    link = new_link(workspace, "join")
    new = StoredInvitation(
        id=new_id(now),
        role=held.role,
        document=held.document,
        locale=held.locale,
        issued_by=actor,
        issued=now,
        expires=now + timedelta(hours=hours),
    )
    stored.add_invitation(db, new, digest_of(link.token))
    record(db, now, actor, "people.invite", new)
    return Invitation(new.id, given_by(new, document_names(db)[new.document]), new.expires, link)


def first_link(workspace: Workspace, now: datetime) -> Invitation:
    """Make the link that lets the first coordinator in, as an admin; for commands only."""
    with workspace.store.writing() as db:
        return _invite(workspace, db, OPERATOR, now, HeldRole("", Role.ADMIN, "", ""), HOURS)


def invitations(
    workspace: Workspace, actor: str, now: datetime, *, document: str = "", locale: str = ""
) -> tuple[PendingInvitation, ...]:
    """List the invitations and what became of them, the newest first; without their links.

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
        reach = reach_for(db, actor, "people.invitations", now, document, locale)
        found = [
            each for each in stored.all_invitations(db) if reach.holds(each.document, each.locale)
        ]
        people = [name for each in found for name in (each.issued_by, each.used_by)]
        known = names(db, people)
        titles = document_names(db)
        return tuple(
            PendingInvitation(
                id=each.id,
                state=_state(db, each, now),
                given=given_by(each, titles[each.document]),
                by=Who(each.issued_by, known.get(each.issued_by, "")),
                issued=each.issued,
                expires=each.expires,
                guest=Who(each.used_by, known.get(each.used_by, "")) if each.used_by else None,
            )
            for each in reversed(found)
        )


def _state(db: Db, each: StoredInvitation, now: datetime) -> InvitationState:
    if each.used:
        return InvitationState.USED
    if each.revoked:
        return InvitationState.REVOKED
    if each.expires <= now:
        return InvitationState.EXPIRED
    return InvitationState.OPEN if stands(db, each, now) else InvitationState.LAPSED


def stands(db: Db, each: StoredInvitation, now: datetime) -> bool:
    """Tell whether whoever made an invitation may still give what it promises."""
    held = HeldRole("", each.role, each.document, each.locale)
    return may_give(db, each.issued_by, now, [held])


def given_by(each: StoredInvitation, document: str) -> GivenRole:
    """Say what an invitation gives, with the name of the document."""
    return GivenRole(each.role, document, each.locale)


def revoke_invitation(workspace: Workspace, actor: str, now: datetime, *, invitation: str) -> None:
    """Let an invitation open nothing any more; once is enough.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        invitation: its id.

    Raises:
        NotFound: there is none, or none for what he coordinates.
        NotAllowed: it gives more than he has.
        NotPossible: somebody has joined with it.
    """
    with workspace.store.writing() as db:
        found = look_up(stored.invitation_by_id, db, invitation)
        if found is None:
            raise NotFound("invitation")
        reach = {"document": found.document, "locale": found.locale}
        try:
            allow(db, actor, "people.revoke_invitation", now, **reach)
        except AccessError:
            raise NotFound("invitation") from None
        held = HeldRole("", found.role, **reach)
        let_give(db, actor, "people.revoke_invitation", now, [held])
        if not stored.revoke_unused(db, found.id, now):
            what_next = "Take the role away from that member."
            raise NotPossible("somebody has joined with it", what_next, case="invitation_used")
        record(db, now, actor, "people.revoke_invitation", found)


def record(db: Db, now: datetime, actor: str, verb: str, about: StoredInvitation) -> None:
    """Write down what was done with an invitation."""
    detail = f"{about.role.label} {about.document or '*'} {about.locale or '*'}"
    audit.record(db, now, actor, verb, f"invitation:{about.id}", detail)
