"""Putting documents in, without a question."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from workflow.access import OPERATOR
from workflow.cli.app import app
from workflow.cli.options import (
    LanguagesOption,
    LocaleOption,
    WorkspaceOption,
    known_document,
    moment,
    opened,
    tags_of,
)
from workflow.cli.saying import counted, say, tell, watching

if TYPE_CHECKING:
    from workflow.services.files.sources import SourceFile
    from workflow.services.workspace import Workspace

_TOLD_BY = {
    "you": "as you say",
    "workspace.toml": "told by workspace.toml",
    "file name": "told by the name of the file",
    "script": "told by its script; --locale TAG says another",
    "default": "nothing says otherwise; --locale TAG says another",
}


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Source documents.")],
    *,
    languages: LanguagesOption = "",
    locale: LocaleOption = "",
    name: Annotated[
        str, typer.Option(metavar="SLUG", help="What to call it; else as its file is called.")
    ] = "",
    title: Annotated[str, typer.Option(metavar="TEXT", help="What people call it.")] = "",
    folder: WorkspaceOption = Path(),
) -> None:
    """Put documents into the workspace, to be translated.

    A copy of the file lies in sources/ then. Name and language are found out where you say nothing.
    """
    if len(files) > 1 and (name or title):
        message = "a name or a title is for one document. Add them one by one."
        raise typer.BadParameter(message)
    wanted = tags_of(languages)
    with opened(folder) as workspace:
        for path in files:
            _add(workspace, path, _Given(wanted, locale, name, title))


@app.command()
def archive(
    name: Annotated[str, typer.Argument(metavar="NAME", help="Name of the document.")],
    *,
    undo: Annotated[bool, typer.Option("--undo", help="Take it back into work.")] = False,
    folder: WorkspaceOption = Path(),
) -> None:
    """Put a document aside: nothing of it is lost, and nobody is asked to work on it."""
    from workflow.services import documents

    with opened(folder) as workspace:
        known_document(workspace, name)
        verb = documents.unarchive if undo else documents.archive
        verb(workspace, OPERATOR, moment(), document=name)
        if undo:
            say(f"{name} is in work again. To write its catalogs: `undersigned sync`")
        else:
            say(f"{name} is put aside. To take it back: `undersigned archive {name} --undo`")


class _Given(NamedTuple):
    """What was typed beside the name of a file."""

    languages: tuple[str, ...]
    locale: str
    name: str
    title: str


def _add(workspace: Workspace, path: Path, given: _Given) -> None:
    from workflow import guard
    from workflow.exchange.files import read_file
    from workflow.services import documents
    from workflow.services.documents import originals

    data = read_file(path, guard.SOURCE_BYTES)
    found = originals.new_source(workspace, data, path.name, given.name, given.locale)
    with watching() as watch:
        added = documents.add(
            workspace,
            OPERATOR,
            moment(),
            data=data,
            file_name=path.name,
            name=given.name,
            locale=given.locale,
            title=given.title,
            languages=given.languages,
            progress=watch,
        )
    _say_what_was_understood(found)
    if added.languages:
        say(f"to be translated into: {', '.join(added.languages)}")
        say("next, to write the catalogs: `undersigned sync`")
        say("then, to let a translator in: `undersigned invite translator`")
    else:
        say('next: say into which languages, in workspace.toml: languages = ["fr", "ar"]')


def _say_what_was_understood(found: SourceFile) -> None:
    from workflow.exchange.files import shown
    from workflow.languages import count_words
    from workflow.services import wording
    from workflow.services.files import sources

    document = sources.read_document(found)
    words = sum(count_words(unit.key.source) for unit in document.units)
    tell(
        f"{found.name}: in '{found.locale}' ({_TOLD_BY[found.told_by]}), "
        f"{counted(len(document.units), 'text')}, {counted(words, 'word')}"
    )
    for sentence in wording.sentences(document.issues, shown(found.path)):
        say(sentence)
