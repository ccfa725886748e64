"""What a member sees and says of himself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workflow import languages
from workflow.lookalikes import skeleton
from workflow.services.desk import allow
from workflow.services.people.asking import (
    GivenRole,
    Who,
    chosen_name,
    document_names,
    someone,
)
from workflow.services.people.members import inviter
from workflow.services.workspace import Workspace
from workflow.store import Db, audit
from workflow.store import members as stored
from workflow.store.listing import names
from workflow.store.sessions import living_link


@dataclass(frozen=True, slots=True)
class LinkNotice:
    """Who made the return link that works now, and when."""

    by: Who
    day: date
    is_own: bool
    """If not, the member should know: somebody else can come in with it."""


@dataclass(frozen=True, slots=True)
class Me:
    """A member as he sees himself."""

    id: str
    name: str
    credit: str
    """The name under which published files thank him; empty for none."""
    interface_locale: str
    """The language in which he is spoken to; empty for the browser's."""
    given: tuple[GivenRole, ...]
    """His roles, the highest first."""
    since: date | None
    invited_by: Who | None
    """None where he was not invited by a member."""
    vouched: bool
    """Whether somebody said that he and his inviter are two persons."""
    link: LinkNotice | None
    """None where no return link works."""


def me(workspace: Workspace, actor: str, now: datetime) -> Me:
    """Say what others know of one, and who made the return link that works now.

    Raises:
        NotAllowed: he is no member.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "people.me", now)
        return _me(db, actor, now)


def _me(db: Db, member: str, now: datetime) -> Me:
    person = someone(db, member)
    titles = document_names(db)
    link = living_link(db, member)
    known = names(db, [person.invited_by, link.issued_by if link else ""])
    return Me(
        id=person.id,
        name=person.name,
        credit=person.credit,
        interface_locale=person.interface_locale,
        given=tuple(
            GivenRole(each.role, titles[each.document], each.locale)
            for each in stored.held_roles(db, now, member)
        ),
        since=date.fromisoformat(person.joined) if person.joined else None,
        invited_by=inviter(person, known.get(person.invited_by, "")),
        vouched=bool(person.vouched_by),
        link=LinkNotice(
            Who(link.issued_by, known.get(link.issued_by, "")),
            link.issued.date(),
            link.issued_by == member,
        )
        if link
        else None,
    )


def change_name(workspace: Workspace, actor: str, now: datetime, *, name: str) -> Me:
    """Take another pseudonym; it stands beside what one did before, too.

    Raises:
        NotAllowed: he is no member.
        NameTaken: another member has this name, or is thanked under it, or it looks as if.
        LimitExceeded, HostileInput: that is no name.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.change_name", now)
        chosen = chosen_name(db, name, actor)
        stored.rename(db, actor, chosen, skeleton(chosen))
        audit.record(db, now, actor, "people.change_name", f"member:{actor}")
        return _me(db, actor, now)


def change_me(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    credit: str | None = None,
    interface_locale: str | None = None,
) -> Me:
    """Say how one wants to be thanked, and in which language one wants to be spoken to.

    Args:
        workspace: where.
        actor: id of the member.
        now: the moment.
        credit: the name for published files; empty for none, None to leave it as it is.
        interface_locale: a language; empty for the browser's, None to leave it as it is.

    Raises:
        NotAllowed: he is no member.
        NameTaken: the credit looks like the name or the credit of another member.
        LimitExceeded, HostileInput: that is no name.
        UnknownLocale: that is no language.
    """
    with workspace.store.writing() as db:
        allow(db, actor, "people.change_me", now)
        person = someone(db, actor)
        thanked = person.credit
        if credit is not None:
            thanked = chosen_name(db, credit, actor) if credit.strip() else ""
        spoken = person.interface_locale
        if interface_locale is not None:
            spoken = languages.normalise(interface_locale) if interface_locale else ""
        stored.set_preferences(db, actor, thanked, spoken)
        audit.record(db, now, actor, "people.change_me", f"member:{actor}")
        return _me(db, actor, now)
