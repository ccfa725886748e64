"""People: invited, listed, given roles, helped back in, forgotten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.access import OPERATOR, Role
from workflow.cli.app import WRONG_USE, app
from workflow.cli.beginning import say_of_address, say_of_link, tell_link
from workflow.cli.options import (
    DocumentOption,
    FolderArgument,
    JsonOption,
    OneLocaleOption,
    WorkspaceOption,
    known_document,
    moment,
    not_asked_for,
    opened,
)
from workflow.cli.saying import at, print_json, print_table, say, tell
from workflow.errors import NotFound, UnknownLocale, UnknownName

if TYPE_CHECKING:
    from workflow.services.people import GivenRole, Member, PendingInvitation
    from workflow.services.workspace import Workspace

ROLES = {each.label: each for each in Role}


def _role(name: str) -> Role:
    if name not in ROLES:
        message = f"no role is called '{name}'. Choose one of {', '.join(ROLES)}."
        raise typer.BadParameter(message)
    return ROLES[name]


RoleArgument = Annotated[
    Role, typer.Argument(metavar="ROLE", parser=_role, help=f"One of {', '.join(ROLES)}.")
]
MemberArgument = Annotated[str, typer.Argument(metavar="NAME", help="Name of a member.")]


@app.command()
def invite(
    role: RoleArgument,
    *,
    document: DocumentOption = "",
    locale: OneLocaleOption = "",
    hours: Annotated[int, typer.Option(metavar="N", help="For how long the link works.")] = 72,
    folder: WorkspaceOption = Path(),
) -> None:
    """Print a link that lets one person in.

    Send it to that person alone: whoever opens it first has the role.
    """
    from workflow.services import people

    with opened(folder) as workspace:
        name = known_document(workspace, document)
        made = people.invite(
            workspace, OPERATOR, moment(), role=role, document=name, locale=locale, hours=hours
        )
        tell_link(workspace, made.link)
        say_of_link(workspace, made, f"lets one person in as {described(made.given)}")
        if made.given.locale:
            _warn(workspace, name, made.given.locale)


def _warn(workspace: Workspace, document: str, locale: str) -> None:
    """Say that somebody is invited for a language into which nothing is to be translated."""
    from workflow.services import documents

    names = [each.name for each in documents.listing(workspace, OPERATOR, moment())]
    chosen = [document] if document else names
    try:
        unasked = not_asked_for(workspace, document, locale)
    except UnknownLocale:
        say(f"'{locale}' is no language that we know. If it is a slip, take the invitation back.")
        return
    if unasked and chosen and all(workspace.settings.of(each).languages for each in chosen):
        say(unasked)


group = typer.Typer(
    invoke_without_command=True,
    rich_markup_mode=None,
    help="List the members, change what they may do, help them back in.",
)
app.add_typer(group, name="people")


@group.callback()
def whole(ctx: typer.Context) -> None:
    """List the members, change what they may do, help them back in."""
    if ctx.invoked_subcommand is None:
        show_people()


# --- who is here ---------------------------------------------------------------------------------


@group.command("list")
def show_people(folder: FolderArgument = Path(), *, as_json: JsonOption = False) -> None:
    """List the members with their roles, and the invitations that are open."""
    from workflow.services import people

    with opened(folder) as workspace:
        now = moment()
        members = people.members(workspace, OPERATOR, now)
        waiting = [
            each
            for each in people.invitations(workspace, OPERATOR, now)
            if each.state is people.InvitationState.OPEN
        ]
    if as_json:
        print_json({
            "members": [_member(each) for each in members],
            "invitations": [_invitation(each) for each in waiting],
        })  # fmt: skip
        return
    if members:
        rows = [_row(each) for each in members]
        print_table(["name", "roles", "languages", "since", "active", "invited by"], rows, 6)
    else:
        say("nobody has joined yet")
    if members and waiting:
        tell()
    if waiting:
        invited = [
            (each.id, described(each.given), at(each.expires), each.by.name or "a command")
            for each in waiting
        ]
        print_table(["open invitation", "as", "until", "by"], invited, 4)


def described(given: GivenRole) -> str:
    """Say a role in words.

    >>> from workflow.services.people import GivenRole
    >>> described(GivenRole(Role.TRANSLATOR, "letter", "ar"))
    'translator of letter in ar'
    """
    document = f" of {given.document}" if given.document else ""
    return f"{given.role.label}{document}{f' in {given.locale}' if given.locale else ''}"


def _row(member: Member) -> tuple[str, ...]:
    roles = ", ".join(described(each) for each in member.given)
    everywhere = "all" if member.given else ""
    by = member.invited_by.name or "former member" if member.invited_by else ""
    return (
        member.name,
        roles or "none",
        " ".join(member.languages) or everywhere,
        str(member.since or ""),
        str(member.active or ""),
        f"{by} (vouched for)" if by and member.vouched else by,
    )


def _member(member: Member) -> dict[str, object]:
    return {
        "id": member.id,
        "name": member.name,
        "roles": [_given(each) for each in member.given],
        "languages": member.languages,
        "since": member.since,
        "active": member.active,
        "invited_by": member.invited_by.name if member.invited_by else None,
        "vouched": member.vouched,
    }


def _invitation(each: PendingInvitation) -> dict[str, object]:
    return {
        "id": each.id,
        **_given(each.given),
        "by": each.by.name or None,
        "issued": each.issued,
        "expires": each.expires,
    }


def _given(given: GivenRole) -> dict[str, object]:
    return {"role": given.role.label, "document": given.document, "locale": given.locale}


def find_member(workspace: Workspace, name: str) -> Member:
    """Find a member by his name, or by a name that looks the same.

    Raises:
        UnknownName: there is none; it says which there are.
    """
    from workflow.lookalikes import skeleton
    from workflow.services import people

    found = people.members(workspace, OPERATOR, moment())
    for each in found:
        if name in (each.name, each.id) or skeleton(name) == skeleton(each.name):
            return each
    raise UnknownName("member", name, [each.name for each in found])


# --- what they may do ----------------------------------------------------------------------------


@group.command()
def grant(
    name: MemberArgument,
    role: RoleArgument,
    *,
    document: DocumentOption = "",
    locale: OneLocaleOption = "",
    folder: WorkspaceOption = Path(),
) -> None:
    """Give a member a role."""
    from workflow.services import people

    with opened(folder) as workspace:
        member = find_member(workspace, name)
        which = known_document(workspace, document)
        given = people.grant(
            workspace, OPERATOR, moment(),
            member=member.id, role=role, document=which, locale=locale,
        )  # fmt: skip
        say(f"{member.name} is {described(given)} now")


@group.command()
def withdraw(
    name: MemberArgument,
    role: RoleArgument,
    *,
    document: DocumentOption = "",
    locale: OneLocaleOption = "",
    folder: WorkspaceOption = Path(),
) -> None:
    """Take a role away from a member, as it was given; what was written stays."""
    from workflow.services import people

    with opened(folder) as workspace:
        member = find_member(workspace, name)
        which = known_document(workspace, document)
        taken = described(people.GivenRole(role, which, locale))
        try:
            people.withdraw(
                workspace, OPERATOR, moment(),
                member=member.id, role=role, document=which, locale=locale,
            )  # fmt: skip
        except NotFound:
            known = [described(each) for each in member.given]
            raise UnknownName(f"role of {member.name}", taken, known) from None
        say(f"{member.name} is no longer {taken}")


@group.command()
def vouch(name: MemberArgument, *, folder: WorkspaceOption = Path()) -> None:
    """Say that a member and whoever invited that member are two persons.

    From then on each may approve what the other wrote.
    """
    from workflow.services import people

    with opened(folder) as workspace:
        member = find_member(workspace, name)
        people.vouch(workspace, OPERATOR, moment(), member=member.id)
        say(f"{member.name} counts as a second person now")


# --- coming in again, and leaving ----------------------------------------------------------------


@group.command()
def link(name: MemberArgument, *, folder: WorkspaceOption = Path()) -> None:
    """Print a new return link for a member who lost the old one, which opens nothing any more."""
    from workflow.services import people

    with opened(folder) as workspace:
        member = find_member(workspace, name)
        made = people.issue_link(workspace, OPERATOR, moment(), member=member.id)
        tell_link(workspace, made)
        say(f"lets {member.name} in on any device; it is shown only now. Send it to nobody else.")
        say_of_address(workspace)


@group.command()
def revoke(
    invitation: Annotated[str, typer.Argument(metavar="ID", help="Of an open invitation.")],
    *,
    folder: WorkspaceOption = Path(),
) -> None:
    """Let an invitation open nothing any more."""
    from workflow.services import people

    with opened(folder) as workspace:
        now = moment()
        try:
            people.revoke_invitation(workspace, OPERATOR, now, invitation=invitation)
        except NotFound:
            known = [each.id for each in people.invitations(workspace, OPERATOR, now)]
            raise UnknownName("invitation", invitation, known) from None
        say("this invitation opens nothing any more")


@group.command()
def erase(
    name: MemberArgument,
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do it.")] = False,
    folder: WorkspaceOption = Path(),
) -> None:
    """Forget a member who asks for it: name, roles, links, sessions and drafts."""
    from workflow.services import people

    with opened(folder) as workspace:
        member = find_member(workspace, name)
        if not yes:
            say(
                f"{member.name} would be forgotten for good: name, roles, links, sessions, drafts. "
                "What was written stays, as a former member's. --yes does it."
            )
            raise typer.Exit(WRONG_USE)
        people.erase(workspace, OPERATOR, moment(), member=member.id)
        say("forgotten; what was written stays, as a former member's")
