"""Finished statements: put together from what stands, in one language or in all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.access import OPERATOR
from workflow.cli.app import FOUND_SOMETHING, app
from workflow.cli.options import (
    NameArgument,
    TargetOption,
    WorkspaceOption,
    check_tag,
    known_document,
    moment,
    not_asked_for,
    opened,
)
from workflow.cli.plumbing import list_holes, report_holes
from workflow.cli.saying import put, say, tell
from workflow.errors import Incomplete, UnknownName
from workflow.model import Missing

if TYPE_CHECKING:
    from workflow.assembly import Policy
    from workflow.model import TargetDocument
    from workflow.services.workspace import Workspace


class Minimum(StrEnum):
    """How far a translation must be to stand in a statement."""

    TRANSLATED = "translated"
    REVIEWED = "reviewed"


MinimumOption = Annotated[
    Minimum | None,
    typer.Option("--minimum", help="What is good enough; else what workspace.toml says."),
]
MissingOption = Annotated[
    Missing | None,
    typer.Option("--missing", help="What stands where nothing is; else what workspace.toml says."),
]
FolderOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FOLDER", help="Write here; else into statements/."),
]


@app.command()
def assemble(
    name: NameArgument = "",
    *,
    locale: TargetOption = "",
    minimum: MinimumOption = None,
    missing: MissingOption = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="PATH", help="A file; a folder if it is several."),
    ] = None,
    folder: WorkspaceOption = Path(),
) -> None:
    """Put statements together, in the format of their source.

    With a name and a language, to stdout; else all of them, as FOLDER/LOCALE/NAME.SUFFIX in
    statements/ or the folder you name. What is not complete is said, and the exit status is 1.
    """
    with opened(folder) as workspace:
        known_document(workspace, name)
        if name and locale:
            policy = _policy(workspace, name, minimum, missing)
            _assemble_one(workspace, name, locale, policy, output)
            return
        into = output or workspace.root / "statements"

        def write(document: str, tag: str) -> Iterator[Path]:
            policy = _policy(workspace, document, minimum, missing)
            target = _assembled(workspace, document, tag, policy)
            yield _write(workspace, target, into)
            if target.missing:
                raise _Holes(target)

        _each(workspace, name, locale, write)


@app.command()
def export(
    name: NameArgument = "",
    *,
    locale: TargetOption = "",
    form: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="One form only; may be repeated.")
    ] = None,
    minimum: MinimumOption = None,
    missing: MissingOption = None,
    output: FolderOption = None,
    archive: Annotated[
        Path | None,
        typer.Option(
            "--zip", metavar="FILE", help="All languages of NAME as one zip file, drafts too."
        ),
    ] = None,
    folder: WorkspaceOption = Path(),
) -> None:
    """Write finished statements in every form: pages, text.

    As FOLDER/LOCALE/NAME.SUFFIX. A language that is not good enough to be published is named, and
    so is what shows the source in one that is; then the exit status is 1.

    With --zip, one file holds a statement in all its languages, with a page that leads to each.
    What is not finished says so there, in its own language, and is named; then the exit status
    is 1.
    """
    from workflow.exporters import EXPORTERS
    from workflow.services import publishing

    for each in form or []:
        if each not in EXPORTERS.names:
            raise UnknownName("form", each, EXPORTERS.names)
    if archive is not None:
        _check_packed(name, {
            "--locale": locale, "--form": form, "--minimum": minimum, "--missing": missing,
            "--output": output,
        })  # fmt: skip
    with opened(folder) as workspace:
        known_document(workspace, name)
        if archive is not None:
            _pack(workspace, name, archive)
            return
        into = output or workspace.root / "statements"

        def write(document: str, tag: str) -> Iterator[Path]:
            policy = _policy(workspace, document, minimum, missing)
            target = _assembled(workspace, document, tag, policy)
            yield from publishing.export(
                workspace, OPERATOR, moment(),
                document=document, locale=tag, folder=into, policy=policy, forms=form or (),
            )  # fmt: skip
            if target.missing:
                raise _Holes(target)

        _each(workspace, name, locale, write)


def _check_packed(name: str, others: Mapping[str, object]) -> None:
    """Refuse what a package takes no heed of: it holds all, by the rule of the workspace."""
    if not name:
        raise typer.BadParameter("Name the document that shall be packed.", param_hint="NAME")
    for option, given in others.items():
        if given:
            raise typer.BadParameter(
                f"A zip file holds every language and form, by the rules of workspace.toml: leave "
                f"{option} out, or --zip.",
                param_hint=option,
            )


def _pack(workspace: Workspace, name: str, path: Path) -> None:
    """Write a document in all its languages as one zip file; say which of them are drafts."""
    from workflow.exchange.files import shown, write_file
    from workflow.services import publishing

    made = publishing.package(workspace, OPERATOR, moment(), document=name)
    write_file(path, made.data)
    tell(shown(path))
    is_finished = True
    for each in publishing.standing(workspace, OPERATOR, moment(), document=name):
        if each.is_begun and each.draft is not None:
            is_finished = False
            say(
                f"{name} in {each.locale}: a draft; not translated: {each.draft.untranslated}, "
                f"not reviewed: {each.draft.unreviewed}"
            )
    if not is_finished:
        raise typer.Exit(FOUND_SOMETHING)


class _Holes(Exception):
    """A statement was written, with places that show the source."""

    def __init__(self, target: TargetDocument) -> None:
        self.target = target
        super().__init__(
            f"{target.name} in {target.locale}: {len(target.missing)} of {target.total} places "
            "show the source"
        )


def _each(
    workspace: Workspace, name: str, locale: str, write: Callable[[str, str], Iterator[Path]]
) -> None:
    """Write every document in every language that is wanted; say what is not complete."""
    from workflow.exchange.files import shown

    wanted = _wanted(workspace, name, locale)
    is_complete = True
    for document, tag in wanted:
        try:
            for path in write(document, tag):
                tell(shown(path))
        except _Holes as error:
            is_complete = False
            if name and locale:
                list_holes(error.target, name)
            else:
                say(str(error))
        except Incomplete as error:
            is_complete = False
            say(str(error))
    if locale and not wanted:
        is_complete = False
        say(not_asked_for(workspace, name, check_tag(locale)))
    if not is_complete:
        raise typer.Exit(FOUND_SOMETHING)


def _wanted(workspace: Workspace, name: str, locale: str) -> list[tuple[str, str]]:
    """Give the documents in work and their languages, their own first."""
    from workflow import languages
    from workflow.services import documents, progress

    only = languages.normalise(locale) if locale else ""
    figures = progress.figures(workspace, OPERATOR, moment(), archived=bool(name))
    found = list(zip(figures["document"], figures["locale"], strict=True))
    return [
        (each.name, tag)
        for each in documents.listing(workspace, OPERATOR, moment())
        if name in ("", each.name) and (each.status == "active" or name)
        for tag in (each.locale, *(tag for document, tag in found if document == each.name))
        if only in ("", tag)
    ]


def _policy(
    workspace: Workspace, document: str, minimum: Minimum | None, missing: Missing | None
) -> Policy:
    from workflow.assembly import Policy
    from workflow.model import State

    rule = workspace.settings.of(document).publication
    state = State[minimum.name] if minimum else rule.minimum
    return Policy(state, missing or rule.missing)


def _assembled(workspace: Workspace, name: str, locale: str, policy: Policy) -> TargetDocument:
    from workflow.services import publishing

    return publishing.assemble(
        workspace, OPERATOR, moment(), document=name, locale=locale, policy=policy
    )


def _assemble_one(
    workspace: Workspace, name: str, locale: str, policy: Policy, output: Path | None
) -> None:
    from workflow import languages
    from workflow.services.files import sources

    if output is not None:
        sources.check_output(output)
    not_asked_for(workspace, name, languages.normalise(locale))  # nobody can ask for none
    try:
        target = _assembled(workspace, name, locale, policy)
    except Incomplete as error:
        say(str(error))
        raise typer.Exit(FOUND_SOMETHING) from None
    originals = workspace.root / "sources"
    put(target.data, output, [*originals.iterdir()] if originals.is_dir() else [])
    report_holes(target, name)


def _write(workspace: Workspace, target: TargetDocument, folder: Path) -> Path:
    from workflow.exchange.files import write_file
    from workflow.services import documents

    described = documents.describe(workspace, OPERATOR, moment(), document=target.name)
    suffix = Path(described.file_name).suffix
    path = folder / target.locale / f"{target.name}{suffix}"
    write_file(path, target.data)
    return path
