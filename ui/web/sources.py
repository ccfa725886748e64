"""The source of a statement to take home: the released text, or any revision by its number."""

from __future__ import annotations

from starlette.responses import Response

from ui.web.downloads import for_members, sent
from ui.web.pages import Visit
from workflow import errors
from workflow.services import documents

_KINDS = {".md": "text/markdown; charset=utf-8"}
_PLAIN = "text/plain; charset=utf-8"
_LONGEST = 9
"""Digits of a number; no document has more revisions."""


@for_members
def source(visit: Visit, member: str) -> Response:
    """Send the source of a document."""
    asked = visit.request.query_params
    found = documents.source(
        visit.house.workspace,
        member,
        visit.now,
        document=asked.get("document", ""),
        number=_number(asked.get("number", "0")),
    )
    stem, dot, suffix = found.file_name.rpartition(".")
    name = f"{stem}.{found.number}{dot}{suffix}" if "number" in asked else found.file_name
    return sent(name, _KINDS.get(f"{dot}{suffix}", _PLAIN), found.data)


def _number(text: str) -> int:
    """Read the number of a revision.

    Raises:
        NotFound: it is none.
    """
    if not (text.isascii() and text.isdecimal() and len(text) <= _LONGEST):
        raise errors.NotFound("revision")
    return int(text)
