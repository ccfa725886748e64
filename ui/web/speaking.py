"""The sentences of our scripts, which have none of their own, in the language of whoever looks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response

from ui.language import chosen

_FOREVER = "public, max-age=31536000, immutable"
_LEAST = 8
"""Letters of a digest that say which one is meant."""


def speaking(spoken: Callable[[str], bytes]) -> Callable[[Request], Response]:
    """Make the route that sends a language as JSON.

    A browser keeps it for good where it asks by the digest that the page named (`is`).
    """

    def words(request: Request) -> Response:
        body = spoken(chosen(request.query_params.get("locale", "")))
        digest = hashlib.sha256(body).hexdigest()
        tag = f'"{digest[:24]}"'
        named = request.query_params.get("is", "")
        is_current = len(named) >= _LEAST and digest.startswith(named)
        headers = {"etag": tag, "cache-control": _FOREVER if is_current else "no-cache"}
        if tag == request.headers.get("if-none-match"):
            return Response(status_code=304, headers=headers)
        return Response(body, media_type="application/json", headers=headers)

    return words
