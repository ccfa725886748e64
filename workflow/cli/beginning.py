"""Beginning a workspace: folders, settings, store, and the way in for the first person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.access import OPERATOR, Role
from workflow.cli.app import app
from workflow.cli.options import (
    FolderArgument,
    LanguagesOption,
    LocaleOption,
    moment,
    opened,
    tags_of,
)
from workflow.cli.saying import at, say, tell
from workflow.errors import NotPossible, UnreadableSource

if TYPE_CHECKING:
    from workflow.services.people import Invitation, Link
    from workflow.services.workspace import Workspace


@app.command()
def init(
    folder: FolderArgument = Path(),
    *,
    name: Annotated[
        str, typer.Option(metavar="TEXT", help="What people call it; else the folder's name.")
    ] = "",
    locale: LocaleOption = "",
    languages: LanguagesOption = "",
    link: Annotated[bool, typer.Option("--link", help="Make a new link for an admin.")] = False,
) -> None:
    """Begin a workspace, and print the link of its first coordinator.

    What is there already is left as it is: begin with a folder full of texts in sources/, or begin
    twice. Once there is an admin, no link is made unless you ask for one.
    """
    from workflow.services import documents, people

    _make(folder, name, locale, tags_of(languages))
    with opened(folder) as workspace:
        now = moment()
        admins = [
            each.name
            for each in people.members(workspace, OPERATOR, now)
            if any(given.role is Role.ADMIN for given in each.given)
        ]
        if admins and not link:
            say(f"there is an admin already: {', '.join(admins)}. --link makes another link.")
            return
        invitation = people.first_link(workspace, now)
        tell_link(workspace, invitation.link)
        say_of_link(workspace, invitation, "whoever opens it first becomes the admin")
        if not documents.listing(workspace, OPERATOR, now):
            say("next, to put a document in: `undersigned add FILE`")


def say_of_link(workspace: Workspace, invitation: Invitation, what: str) -> None:
    """Say what an invitation is for and how long it holds."""
    say(f"{what}; it works once, until {at(invitation.expires)}, and is shown only now")
    say_of_address(workspace)


def tell_link(workspace: Workspace, link: Link) -> None:
    """Print a link; where the settings know no address, so that one can be put straight before."""
    tell(link.address if workspace.settings.address else f"/{link.address}")


def say_of_address(workspace: Workspace) -> None:
    """Say what is missing in front of a link, where the settings know no address."""
    if not workspace.settings.address:
        say(
            "to open it, put straight in front of it the address that `serve` says, such as "
            "http://127.0.0.1:8501; links are whole once workspace.toml has an address under "
            "[server]"
        )


def _make(folder: Path, name: str, locale: str, languages: tuple[str, ...]) -> None:
    """Make what is missing of a workspace; what is there stays as it is.

    Raises:
        NotPossible: there are settings, and others are asked for; or nothing is to be translated
            but into the language of the sources.
        UnreadableSource: the folder cannot be made.
    """
    from workflow.exchange.files import shown, write_file
    from workflow.settings import new_settings

    settings = folder / "workspace.toml"
    is_there = settings.exists() or settings.is_symlink()
    if is_there and (name or locale or languages):
        raise NotPossible(f"{shown(settings)} is there already", "Change it in an editor.")
    targets = _targets(locale, languages)
    data = new_settings(name or folder.absolute().resolve().name, locale, targets)
    try:
        for each in ("sources", "locales"):
            (folder / each).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "it cannot be made").lower()
        raise UnreadableSource(shown(folder), reason, "Choose another folder.") from None
    if not is_there:
        write_file(settings, data)
        say(f"{shown(settings)}: written; change it as you like")


def _targets(locale: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Give the languages to translate into, without the one of the sources.

    Raises:
        UnknownLocale: that is none.
        NotPossible: no other one is named.
    """
    from workflow import languages

    source = languages.normalise(locale) if locale else ""
    targets = tuple(each for each in wanted if each != source)
    if wanted and not targets:
        reason = f"the sources are in '{source}' themselves"
        raise NotPossible(reason, "Name another language to translate into.")
    return targets
