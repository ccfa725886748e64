"""Backups of the live work, and going back to one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.access import OPERATOR
from workflow.cli.app import FOUND_SOMETHING, WRONG_USE, app
from workflow.cli.options import FolderArgument, JsonOption, WorkspaceOption, moment, opened
from workflow.cli.saying import at, counted, print_json, print_table, say, tell
from workflow.errors import NotPossible, UnknownName

if TYPE_CHECKING:
    from workflow.services.upkeep.condition import Backup
    from workflow.services.workspace import Workspace


@app.command()
def backup(
    folder: FolderArgument = Path(),
    *,
    listed: Annotated[bool, typer.Option("--list", help="List those there are.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Copy the live work with its history, or list the copies.

    Each copy is looked at before it counts. Older ones go: those of 24 hours, 14 days and 8 weeks
    stay.
    """
    from workflow.services import upkeep

    with opened(folder) as workspace:
        if listed:
            _list(upkeep.backups(workspace, OPERATOR, moment()), as_json=as_json)
            return
        made = upkeep.backup(workspace, OPERATOR, moment())
    if as_json:
        print_json(_data(made))
    else:
        tell(made.name)
        say(f"{counted(made.size, 'byte')}, in {_shown(workspace)}")
    for problem in made.problems:
        say(problem)
    if made.problems:
        raise typer.Exit(FOUND_SOMETHING)


def _list(found: tuple[Backup, ...], *, as_json: bool) -> None:
    if as_json:
        print_json([_data(each) for each in found])
    elif found:
        rows = [(each.name, at(each.at), each.kind, f"{each.size:,}") for each in found]
        print_table(["backup", "made", "kind", "bytes"], rows, 3)
    else:
        say("there is no backup yet. Make one: `undersigned backup`")


def _data(each: Backup) -> dict[str, object]:
    return {
        "name": each.name,
        "at": each.at,
        "kind": each.kind,
        "size": each.size,
        "schema": each.schema,
        "problems": each.problems,
    }


def _shown(workspace: Workspace) -> str:
    from workflow.exchange.files import shown

    return shown(workspace.private / "backups")


@app.command()
def restore(
    name: Annotated[
        str, typer.Argument(metavar="[BACKUP]", help="Its name, or a file; else the newest.")
    ] = "",
    *,
    yes: Annotated[bool, typer.Option("--yes", help="Do it, although there is live work.")] = False,
    folder: WorkspaceOption = Path(),
) -> None:
    """Go back to a backup; what was there is kept beside it.

    Everybody has to come in again, and invitations that were open are void.
    """
    from workflow.services import upkeep
    from workflow.services.workspace import open_workspace

    with open_workspace(folder) as workspace:
        chosen = _chosen(workspace, name)
        if (workspace.private / "store.db").exists() and not yes:
            say(
                f"{chosen} would take the place of the live work, which would be kept in "
                f"{_shown(workspace)}. --yes does it."
            )
            raise typer.Exit(WRONG_USE)
        done = upkeep.restore(workspace, OPERATOR, moment(), name=chosen)
    tell(done.backup.name)
    say(f"restored as it was at {at(done.backup.at)}. Everybody has to come in again.")
    if done.links_are_void:
        say(
            "it is not known which return links had been revoked, so none opens anything; roles "
            "are as they were then. To make a new link: `undersigned people link NAME`"
        )
    if done.aside:
        say(f"what was there is kept: {done.aside}")
    if done.erased:
        say(f"{counted(done.erased, 'member')} erased since then: erased again")
    say("catalogs may be newer. Run: `undersigned sync`")


def _chosen(workspace: Workspace, name: str) -> str:
    """Choose a backup, the newest where none is named; others than `store` are named only.

    Raises:
        NotPossible: there is none.
        UnknownName: there is none of that name, nor a file.
    """
    from workflow.services import upkeep

    found = upkeep.backups(workspace, OPERATOR, moment())
    if name:
        names = [each.name for each in found]
        if name in names or Path(name).is_file():
            return name
        raise UnknownName("backup", name, names)
    for each in found:
        if each.kind == "store":
            return each.name
    raise NotPossible(f"there is no backup in {_shown(workspace)}", "Name the file of one.")
