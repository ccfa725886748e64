"""Catalogs and the live work, brought together."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workflow.access import OPERATOR
from workflow.cli.app import FOUND_SOMETHING, app
from workflow.cli.options import FolderArgument, JsonOption, moment, say_what_is_odd
from workflow.cli.saying import print_json, say, tell, watching


@app.command()
def sync(
    folder: FolderArgument = Path(),
    *,
    confirm: Annotated[
        bool, typer.Option("--confirm", help="Believe a catalog that lost or changed a lot.")
    ] = False,
    trust_reviews: Annotated[
        bool,
        typer.Option("--trust-reviews", help="Believe catalogs that call a text reviewed."),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring files and live work together, with nobody's words lost.

    What is new in catalogs is taken in, and they are written. Where both sides changed a text, the
    live one stands and the file's is kept as a suggestion. A changed source waits until you release
    it. Prints the files that were written; the exit status is 1 when something waits for a person.
    """
    from workflow.services import exchange
    from workflow.services.workspace import open_workspace

    with open_workspace(folder) as workspace, watching() as watch:
        report = exchange.sync(
            workspace,
            OPERATOR,
            moment(),
            confirm=confirm,
            trust_reviews=trust_reviews,
            progress=watch,
        )
    say_what_is_odd(workspace, (*report.added, *report.proposed))
    if as_json:
        print_json(report.as_data())
    else:
        for path in report.written:
            tell(path)
        sentences = report.sentences
        for sentence in sentences or ("everything is up to date",):
            say(sentence)
    if not report.is_clean:
        raise typer.Exit(FOUND_SOMETHING)
