"""Files to take home: what is stored of oneself, a catalog, a finished statement."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from ui.web.pages import Visit, shown
from workflow import errors
from workflow.services import exchange, people, publishing

_PO = "text/x-gettext-translation; charset=utf-8"
_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")


def disposition(name: str) -> str:
    """Name a file for whoever saves it, in any script (RFC 6266, RFC 5987).

    >>> print(disposition("رسالة.po"))
    attachment; filename="file.po"; filename*=UTF-8''%D8%B1%D8%B3%D8%A7%D9%84%D8%A9.po
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    plain = _PLAIN.sub("-", ascii_only).strip("-")
    plain = f"file{plain}" if plain.startswith(".") else plain or "file"
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def sent(name: str, media_type: str, data: bytes) -> Response:
    """Send a file under a name, for this reader alone."""
    headers = {"content-disposition": disposition(name), "cache-control": "private, no-store"}
    return Response(data, media_type=media_type, headers=headers)


def for_members(
    answer: Callable[[Visit, str], Response],
) -> Callable[[Request], Response]:
    """Answer a member, as often as is usual; anybody else is told to come in first."""

    @shown
    def endpoint(visit: Visit) -> Response:
        if visit.me is None:
            return visit.page("refused", 401, error="signed_out", sentence="", kind="")
        visit.house.rates.ask("export", visit.me.id, visit.now)
        return answer(visit, visit.me.id)

    return endpoint


@for_members
def my_data(visit: Visit, member: str) -> Response:
    """Send all that is stored about whoever asks."""
    found = people.my_data(visit.house.workspace, member, visit.now)
    data = json.dumps(found, ensure_ascii=False, indent=2, default=str).encode()
    return sent("my-data.json", "application/json", data)


@for_members
def catalog(visit: Visit, member: str) -> Response:
    """Send the catalog of a document in a language, as it would be written now."""
    document, locale = _wanted(visit)
    data = exchange.catalog(
        visit.house.workspace, member, visit.now, document=document, locale=locale
    )
    return sent(f"{document}.{locale}.po", _PO, data)


@for_members
def statement(visit: Visit, member: str) -> Response:
    """Send the statement in one of its forms: finished by its rule, or a draft that says so."""
    document, locale = _wanted(visit)
    form = visit.request.query_params.get("form", "webpage")
    try:
        made = publishing.take(
            visit.house.workspace, member, visit.now, document=document, locale=locale, form=form
        )
    except errors.UnknownName:
        raise errors.NotFound("form") from None
    return sent(made.name, made.media_type, made.data)


@for_members
def package(visit: Visit, member: str) -> Response:
    """Send the statement in all its languages as one zip file."""
    document, _ = _wanted(visit)
    made = publishing.package(visit.house.workspace, member, visit.now, document=document)
    return sent(made.name, made.media_type, made.data)


def _wanted(visit: Visit) -> tuple[str, str]:
    asked = visit.request.query_params
    return asked.get("document", ""), asked.get("locale", "")
