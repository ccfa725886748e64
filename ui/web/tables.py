"""Tables to take away: the board, the days of a statement, and who did what, as CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from operator import attrgetter

from starlette.responses import Response

from ui.wanted import asked
from ui.web.downloads import for_members, sent
from ui.web.pages import Visit
from workflow import errors
from workflow.services import progress
from workflow.services.progress import FIGURES, MOST_TOLD, Cell, Row

_CSV = "text/csv; charset=utf-8"
_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
_ROWS = 200
"""Documents that are read at once."""
BOARD = (
    *FIGURES,
    "title",
    "questions",
    "suggestions",
    "blocking",
    "blocking_number",
    "blocking_begins",
    "active",
    "second_person",
)
"""Columns: those of the figures, and what the board knows besides."""
BURN_UP = ("document", "day", "locale", "translated", "reviewed", "total")
_FAR = FIGURES[2:-2]
_DIGITS = 9


def written(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    r"""Write a table as CSV (RFC 4180) that spreadsheets open rightly and never calculate with.

    >>> written(["a", "b"], [["=1+1", -1], ["1, 2", None]]).decode("utf-8-sig")
    'a,b\r\n\'=1+1,-1\r\n"1, 2",\r\n'
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([[_cell(each) for each in row] for row in rows])
    return file.getvalue().encode("utf-8-sig", "replace")


def _cell(value: object) -> str:
    """Write a value; what a spreadsheet would take for a formula is marked as a text."""
    if value is None:
        return ""
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    text = str(value)
    is_formula = _FORMULA.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if is_formula else text


# --- the board -----------------------------------------------------------------------------------


@for_members
def board(visit: Visit, member: str) -> Response:
    """Send what the board shows, all pages of it."""
    wanted = asked(visit.request.query_params).wanted
    rows: list[tuple[object, ...]] = []
    page = pages = 1
    while page <= pages:
        found = progress.board(
            visit.house.workspace, member, visit.now, wanted=wanted, page=page, per_page=_ROWS
        )
        rows += [_figures(row, cell) for row in found.rows for cell in row.cells]
        page, pages = page + 1, found.pages
    return sent("board.csv", _CSV, written(BOARD, rows))


def _figures(row: Row, cell: Cell) -> tuple[object, ...]:
    spot = cell.blocking
    return (
        row.document,
        cell.locale,
        *attrgetter(*_FAR)(cell.far),
        row.deadline,
        row.days_left,
        row.title,
        cell.questions,
        cell.suggestions,
        spot.unit if spot else "",
        spot.number if spot else None,
        f"{spot.marker} {spot.begins}".strip() if spot else "",
        None if cell.active is None else "; ".join(cell.active),
        cell.second.value if cell.second else None,
    )


# --- the days of a statement ---------------------------------------------------------------------


@for_members
def burn_up(visit: Visit, member: str) -> Response:
    """Send how far a statement was at the end of each day."""
    query = visit.request.query_params
    found = progress.burn_up(
        visit.house.workspace,
        member,
        visit.now,
        document=query.get("document", ""),
        locale=query.get("locale", ""),
    )
    rows = [
        (found.document, each.day, each.locale, each.translated, each.reviewed, each.total)
        for each in found.days
    ]
    return sent(f"{found.document}.burn-up.csv", _CSV, written(BURN_UP, rows))


# --- who did what --------------------------------------------------------------------------------


@for_members
def activity(visit: Visit, member: str) -> Response:
    """Send who did what, newest first, filtered as the address says.

    `document`, `locale`, `member` (an id), `since` (a day or a moment, ISO 8601, in UTC where it
    names no zone) and `limit` (else `MOST_TOLD`) may stand in it.
    """
    query = visit.request.query_params
    found = progress.activity(
        visit.house.workspace,
        member,
        visit.now,
        since=_moment(query.get("since", "")),
        document=query.get("document", ""),
        locale=query.get("locale", ""),
        member=query.get("member", ""),
        limit=_limit(query.get("limit", "")),
    )
    rows: Iterator[Sequence[object]] = found.itertuples(index=False, name=None)
    return sent("activity.csv", _CSV, written(list(found.columns), rows))


def _moment(said: str) -> datetime | None:
    """Read a moment.

    Raises:
        NotPossible: it is none.
    """
    if not said:
        return None
    try:
        found = datetime.fromisoformat(said)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        raise errors.NotPossible("that is no moment", "Write it as 2026-03-14.") from None


def _limit(said: str) -> int:
    """Read how many rows at most.

    Raises:
        NotPossible: it is no number.
    """
    if not said:
        return MOST_TOLD
    if not (said.isascii() and said.isdigit() and len(said) <= _DIGITS):
        raise errors.NotPossible("that is no number", "Write it with digits.")
    return int(said)
