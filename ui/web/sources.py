"""The source of a statement to take home: the released text, or any revision by its number."""

from __future__ import annotations

from starlette.responses import Response

from ui.web.downloads import disposition
from ui.web.pages import Visit, shown
from workflow import errors
from workflow.services import documents

_KINDS = {".md": "text/markdown; charset=utf-8"}
_PLAIN = "text/plain; charset=utf-8"
_LONGEST = 9
"""Digits of a number; no document has more revisions."""


@shown
def source(visit: Visit) -> Response:
    """Send the source of a document to a member, as often as is usual."""
    if visit.me is None:
        return visit.page("refused", 401, error="signed_out", sentence="", kind="")
    visit.house.rates.ask("export", visit.me.id, visit.now)
    asked = visit.request.query_params
    found = documents.source(
        visit.house.workspace,
        visit.me.id,
        visit.now,
        document=asked.get("document", ""),
        number=_number(asked.get("number", "0")),
    )
    stem, dot, suffix = found.file_name.rpartition(".")
    name = f"{stem}.{found.number}{dot}{suffix}" if "number" in asked else found.file_name
    return Response(
        found.data,
        media_type=_KINDS.get(f"{dot}{suffix}", _PLAIN),
        headers={"content-disposition": disposition(name), "cache-control": "private, no-store"},
    )


def _number(text: str) -> int:
    """Read the number of a revision.

    Raises:
        NotFound: it is none.
    """
    if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST):
        raise errors.NotFound("revision")
    return int(text)
