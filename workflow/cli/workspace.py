"""Commands for a whole workspace: how far it is, what is wrong, and the main job at a glance."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workflow.cli.app import FOUND_SOMETHING, app
from workflow.cli.options import (
    FolderArgument,
    JsonOption,
    LocaleOption,
    NameArgument,
    TargetOption,
    WorkspaceOption,
    known_document,
    moment,
    not_asked_for,
    opened,
    source_of,
)
from workflow.cli.saying import about, print_json, print_table, say, spoken, tell

if TYPE_CHECKING:
    from workflow.services.workspace import Workspace

HEADINGS = {
    "document": "document",
    "locale": "language",
    "units": "texts",
    "untranslated": "to do",
    "needs_work": "needs work",
    "translated": "translated",
    "reviewed": "reviewed",
    "words": "words",
    "percent": "%",
}
"""What the columns of the figures are called."""


@app.command()
def status(folder: FolderArgument = Path(), *, as_json: JsonOption = False) -> None:
    """Show how far each document is in each language, and what waits for somebody."""
    from workflow.access import OPERATOR
    from workflow.services import progress
    from workflow.services.progress.waiting import waiting

    with opened(folder) as workspace:
        table = progress.figures(workspace, OPERATOR, moment())
        findings = waiting(workspace)
        suggested = _suggested(workspace)
        if as_json:
            rows = table.astype(object).where(table.notna(), None).to_dict(orient="records")
            suggestions = [
                {"document": name, "locale": tag, "open": count} for name, tag, count in suggested
            ]
            said = [spoken(each) for each in findings]
            print_json({"progress": rows, "suggestions": suggestions, "findings": said})
        else:
            show_progress(workspace)
            for name, tag, count in suggested:
                say(f"{name} in {tag}: suggestions that wait: {count}")
            for each in findings:
                say(each)
    if findings:
        raise typer.Exit(FOUND_SOMETHING)


def _suggested(workspace: Workspace) -> list[tuple[str, str, int]]:
    """Count the suggestions on which somebody has to decide, by document and language."""
    from workflow.store import figures
    from workflow.store.documents import documents

    with workspace.store.reading() as db:
        found = figures.open_suggestions(db)
        return [
            (each.name, locale, count)
            for each in documents(db)
            if each.status == "active"
            for (document, locale), count in found.items()
            if document == each.id
        ]


def show_progress(workspace: Workspace) -> None:
    """Print how far each document is in each language."""
    from workflow.access import OPERATOR
    from workflow.services import progress

    table = progress.figures(workspace, OPERATOR, moment())
    table["percent"] = table["percent"].astype(int)
    rows = table[list(HEADINGS)].to_dict(orient="records")
    print_table(list(HEADINGS.values()), [list(row.values()) for row in rows], names=2)


@app.command()
def check(
    name: NameArgument = "",
    *,
    locale: TargetOption = "",
    workspace_folder: WorkspaceOption = Path(),
    as_json: JsonOption = False,
) -> None:
    """Look for mistakes in translations: lost links and numbers, texts left in the source language.

    The exit status is 1 if an error is found, or if nothing is to be translated into the language
    that you name; warnings alone leave it 0.
    """
    from workflow import languages
    from workflow.access import OPERATOR
    from workflow.services import progress
    from workflow.services.progress.findings import in_a_line

    tag = languages.normalise(locale) if locale else ""
    with opened(workspace_folder) as workspace:
        known_document(workspace, name)
        unasked = not_asked_for(workspace, name, tag) if tag else ""
        found = progress.findings(workspace, OPERATOR, moment(), document=name, locale=tag)
    if as_json:
        print_json([
            {
                "document": each.document,
                "locale": each.locale,
                "line": each.line,
                "source": each.source,
                "name": each.issue.name,
                "detail": each.issue.detail,
                "severity": each.severity.value,
                "message": each.said,
            }
            for each in found
        ])  # fmt: skip
    else:
        for each in found:
            tell(in_a_line(each))
    if unasked:
        say(unasked)
        raise typer.Exit(FOUND_SOMETHING)
    errors = sum(each.severity == "error" for each in found)
    say(f"errors: {errors}, warnings: {len(found) - errors}")
    if errors:
        raise typer.Exit(FOUND_SOMETHING)


@app.command()
def demo(
    file: Annotated[
        Path | None, typer.Argument(metavar="[FILE]", help="A statement of yours.")
    ] = None,
    *,
    languages: Annotated[
        str, typer.Option(metavar="TAGS", help="Languages for your statement, such as fr,ar.")
    ] = "",
    locale: LocaleOption = "",
    sample: Annotated[
        Path, typer.Option(metavar="FOLDER", help="The sample workspace.", callback=about)
    ] = Path(),
    into: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="An empty folder for the results.")
    ] = None,
    serves: Annotated[
        bool,
        typer.Option("--serve/--no-serve", envvar="SERVE", help="Go on in the browser, or stop."),
    ] = True,
) -> None:
    """Do the main job before your eyes: on the sample workspace, or on a file of yours.

    Then three people are let in, and a server lets you be each of them in a browser on this
    machine, until Ctrl+C.
    """
    from workflow.services import demonstration
    from workflow.services.workspace import open_workspace

    if file is None:
        workspace = demonstration.copy_sample(open_workspace(sample), into)
    else:
        wanted = [tag for tag in languages.split(",") if tag.strip()]
        workspace = demonstration.new_workspace(source_of(file, locale), wanted, into)
    with workspace:
        finished = []
        for step in demonstration.run(workspace, workspace.root / "statements", moment()):
            tell(step.sentence)
            finished.append(step)
        tell()
        show_progress(workspace)
    tell(f"\nEverything is in {workspace.root}")
    if page := demonstration.best_page(finished):
        tell(f"Open {page} in your browser.")
    if serves:
        _try_in_browser(workspace.root)


def _try_in_browser(folder: Path) -> None:
    """Let three people in, say their links, and serve until somebody stops it."""
    from workflow.cli.serving import LOOPBACK, PORT, free_port, listen
    from workflow.services import demonstration
    from workflow.services.workspace import open_workspace

    with open_workspace(folder) as workspace:
        guests = demonstration.guests(workspace, moment())
    port = free_port(LOOPBACK, PORT)
    tell(
        "\nTranslate, review and coordinate in your browser. Each link works as often as you like:"
    )
    for each in guests:
        tell(f"  {each.role:12} {each.name:6} http://{LOOPBACK}:{port}/{each.path}")
    tell(
        f"\nTo invite somebody yourself: undersigned invite translator --locale fr -C {folder}\n"
        f"and put http://{LOOPBACK}:{port} in front of what it prints. The folder stays until you "
        "delete it."
    )
    say("only this machine can open them; to stop: Ctrl+C")
    listen(folder, LOOPBACK, port)
