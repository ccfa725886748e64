"""Arguments and options that several commands share, and the source document they lead to."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.access import OPERATOR
from workflow.cli.saying import about, say, watching
from workflow.errors import UnknownDocument, UnknownLocale

if TYPE_CHECKING:
    from workflow.model import Catalog
    from workflow.services.files.sources import SourceFile
    from workflow.services.workspace import Workspace

SourceArgument = Annotated[Path, typer.Argument(metavar="SOURCE", help="The source document.")]
LocaleOption = Annotated[
    str, typer.Option("--locale", metavar="TAG", help="Language of the source, such as en or ar.")
]
OutputOption = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to stdout.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print data for programs.")]
FolderArgument = Annotated[
    Path,
    typer.Argument(metavar="[FOLDER]", help="The workspace.", show_default=False, callback=about),
]
"""Of commands that take nothing else; the others take `WorkspaceOption`."""
WorkspaceOption = Annotated[
    Path,
    typer.Option(
        *("-C", "--workspace"),
        metavar="FOLDER",
        help="The workspace, if not here.",
        callback=about,
    ),
]
TargetOption = Annotated[
    str, typer.Option("--locale", metavar="TAG", help="Language of the translation, such as ar.")
]
NameArgument = Annotated[
    str, typer.Argument(metavar="[NAME]", help="Name of a document; all of them if left out.")
]


LanguagesOption = Annotated[
    str, typer.Option("--languages", metavar="TAGS", help="Languages to translate into: fr,ar.")
]
DocumentOption = Annotated[
    str, typer.Option("--document", metavar="NAME", help="One document only.")
]
OneLocaleOption = Annotated[
    str, typer.Option("--locale", metavar="TAG", help="One language only, such as ar.")
]


@contextmanager
def opened(folder: Path) -> Iterator[Workspace]:
    """Open a workspace for a command; one without a store is built from its files first."""
    from workflow.services import exchange
    from workflow.services.workspace import open_workspace

    with open_workspace(folder) as workspace:
        with watching() as watch:
            report = exchange.ensure(workspace, moment(), progress=watch)
        if report:
            say_what_is_odd(workspace, report.added)
            for sentence in report.sentences:
                say(sentence)
        yield workspace


def say_what_is_odd(workspace: Workspace, names: Collection[str]) -> None:
    """Say what could not be understood in the sources of some documents."""
    from workflow.exchange.files import shown
    from workflow.services import wording
    from workflow.services.files import sources

    files, _ = sources.look_at_sources(workspace) if names else ((), ())
    for each in files:
        if each.name in names:
            issues = sources.read_document(each).issues
            for sentence in wording.sentences(issues, shown(each.path)):
                say(sentence)


def moment() -> datetime:
    """Give the moment at which a command is run."""
    return datetime.now(UTC)


def tags_of(listed: str) -> tuple[str, ...]:
    """Read a list of languages, such as `fr,ar`.

    Raises:
        UnknownLocale: one of them is none.
    """
    from workflow import languages

    return tuple(languages.normalise(tag) for each in listed.split(",") if (tag := each.strip()))


def known_document(workspace: Workspace, name: str) -> str:
    """Give the name of a document back, if there is one of that name; nothing where none is given.

    Raises:
        UnknownDocument: there is none; it says which there are.
    """
    from workflow.services import documents

    names = [each.name for each in documents.listing(workspace, OPERATOR, moment())] if name else []
    if name and name not in names:
        raise UnknownDocument(name, names)
    return name


def check_tag(tag: str) -> str:
    """Give the tag of a language back, written as it should be; nothing where none is given.

    Raises:
        UnknownLocale: it is none, or no language that anybody knows.
    """
    from workflow import languages

    locale = languages.normalise(tag) if tag else ""
    if locale and not languages.is_known(locale):
        raise UnknownLocale(tag)
    return locale


def not_asked_for(workspace: Workspace, name: str, locale: str) -> str:
    """Say why a language has no translations, where nobody asked for any; empty where one did.

    Args:
        workspace: where.
        name: of a document; empty for all.
        locale: tag of the language.

    Raises:
        UnknownLocale: nobody asked for it, and no such language is known.
    """
    from workflow.services import documents, progress
    from workflow.services.files.catalogs import look_at_locales

    figures = progress.figures(workspace, OPERATOR, moment(), archived=bool(name))
    asked = set(zip(figures["document"], figures["locale"], strict=True))
    chosen = [
        each for each in documents.listing(workspace, OPERATOR, moment()) if name in ("", each.name)
    ]
    for each in chosen:
        begun, _ = look_at_locales(workspace, each.name, each.locale)
        if (each.name, locale) in asked or locale in begun:
            return ""
    check_tag(locale)
    for each in chosen:
        if each.locale == locale:
            return f"{each.name} is written in '{locale}'"
    who = f"{name} is not" if name else "no document is"
    return f"{who} to be translated into '{locale}'. Ask for it in workspace.toml, under languages."


def source_of(path: Path, locale: str, catalog: Catalog | None = None) -> SourceFile:
    """Find out about a source given by its path; say where its language comes from if guessed."""
    from workflow.exchange.files import shown
    from workflow.services.files import sources

    file = sources.single_source(path, locale, catalog)
    if file.told_by in ("script", "default"):
        how = "told by its script" if file.told_by == "script" else "nothing says otherwise"
        say(f"{shown(path)}: taken to be in '{file.locale}' ({how}); --locale TAG says another")
    return file
