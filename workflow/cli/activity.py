"""Who did what."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Annotated

import typer

from workflow.access import OPERATOR
from workflow.cli.app import app
from workflow.cli.options import (
    DocumentOption,
    FolderArgument,
    JsonOption,
    OneLocaleOption,
    known_document,
    moment,
    opened,
)
from workflow.cli.people import find_member
from workflow.cli.saying import at, print_json, print_table, say

_SPAN = re.compile(r"(\d{1,5})([hdw])")
_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}


def since_when(said: str, now: datetime) -> datetime:
    """Read a moment: a span before now such as 12h, 7d or 2w, or a day such as 2026-11-01.

    >>> since_when("7d", datetime(2026, 3, 14, tzinfo=UTC)).isoformat()
    '2026-03-07T00:00:00+00:00'

    Raises:
        typer.BadParameter: it is neither.
    """
    found = _SPAN.fullmatch(said.strip())
    try:
        if found:
            return now - int(found[1]) * _UNITS[found[2]]
        moment = datetime.fromisoformat(said.strip())
    except (ValueError, OverflowError):
        message = f"'{said}' is no moment. Write 12h, 7d, 2w or 2026-11-01."
        raise typer.BadParameter(message, param_hint="--since") from None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@app.command()
def activity(
    folder: FolderArgument = Path(),
    *,
    since: Annotated[
        str, typer.Option(metavar="WHEN", help="From 12h, 7d or 2w ago on, or from 2026-11-01 on.")
    ] = "",
    document: DocumentOption = "",
    locale: OneLocaleOption = "",
    member: Annotated[
        str, typer.Option(metavar="NAME", help="One member only; operator for commands.")
    ] = "",
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many at most.")] = 50,
    as_json: JsonOption = False,
) -> None:
    """Show who did what, the newest first."""
    from workflow import languages
    from workflow.services import progress

    now = moment()
    begin = since_when(since, now) if since else None
    tag = languages.normalise(locale) if locale else ""
    with opened(folder) as workspace:
        who = member
        if member and member != OPERATOR:
            who = find_member(workspace, member).id
        table = progress.activity(
            workspace,
            OPERATOR,
            now,
            since=begin,
            document=known_document(workspace, document),
            locale=tag,
            member=who,
            limit=limit,
        )
    rows = table.to_dict(orient="records")
    if as_json:
        print_json(rows)
    elif rows:
        columns = ["who", "action", "document", "locale", "note"]
        shown = [(at(row["at"]), *(row[name] for name in columns)) for row in rows]
        print_table(["at", "who", "action", "document", "language", "note"], shown, 6)
    else:
        say("nothing was done")
