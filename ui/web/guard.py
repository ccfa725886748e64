"""The one thing in front of everything: who may speak to us, and what every answer carries.

Nothing gets past it to Streamlit that comes from a page of somebody else, asks for what nobody here
needs, or names a host that is not ours.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.served import served

_HIDDEN = re.compile(
    r"/_stcore/(?:metrics|agent|script-health-check|upload_file|bidi-components)(?:/|$)"
    r"|/(?:media|component|app/static|auth)(?:/|$)|/oauth2"
)
"""Parts of Streamlit that nobody needs here; what is uploaded is kept in memory for anybody."""
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "[::1]"))
_SAFE = frozenset(("GET", "HEAD", "OPTIONS"))
_INLINE = re.compile(rb"<script>(.*?)</script>", re.DOTALL)


@cache
def _inline_hash() -> str:
    """Digest the one script that Streamlit writes into its page, so that no other may run."""
    page = Path(streamlit.__file__).parent / "static" / "index.html"
    found = _INLINE.findall(page.read_bytes())
    digests = (base64.b64encode(hashlib.sha256(each).digest()).decode() for each in found)
    return " ".join(f"'sha256-{each}'" for each in digests)


def policy(host: str) -> str:
    """Say what a page may load: from here only, and no script that is not ours.

    Component scripts of Streamlit are blobs; its styles are written into the page.
    """
    sockets = f" wss://{host} ws://{host}" if host else ""
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {_inline_hash()}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{sockets}",
            "worker-src 'self' blob:",
            "object-src 'none'",
            "frame-ancestors 'none'",
            "base-uri 'self'",
            "form-action 'self'",
        )
    )


class Guard:
    """Middleware around the whole program, for requests and sockets alike."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it; mark every answer."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()

        async def marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                _mark(MutableHeaders(scope=message), host)
            await send(message)

        status = _refusal(scope, headers, host)
        if status and scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1008})
        elif status:
            await PlainTextResponse("", status)(scope, receive, marked)
        else:
            await self._app(scope, receive, marked)


def _refusal(scope: Scope, headers: Headers, host: str) -> int:
    """Give the status with which something is refused; 0 where it may pass."""
    if _HIDDEN.match(_path_of(scope)):
        return 404
    if not _is_ours(host):
        return 421
    is_reading = scope["type"] == "http" and scope["method"] in _SAFE
    if is_reading or _is_from_here(headers, host):
        return 0
    return 403


def _path_of(scope: Scope) -> str:
    """Give the path below the place where we were put; `//x` and `/x` are one to a router."""
    path = re.sub("/+", "/", scope["path"])
    root = scope.get("root_path", "").rstrip("/")
    return path.removeprefix(root) if path.startswith(f"{root}/") else path


def _is_ours(host: str) -> bool:
    """Tell whether a request names us; another name for our address may be a trick."""
    name = re.sub(r":\d+$", "", host)
    return name in _LOOPBACK or (bool(host) and host == served().public_host)


def _is_from_here(headers: Headers, host: str) -> bool:
    """Tell whether one of our own pages asks; without an origin it is no page at all.

    By our public name only https is ours, since nobody knows who answers there by http.
    """
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    is_public = served().is_secure and host == served().public_host
    schemes = ("https",) if is_public else ("http", "https")
    return headers.get("origin", "").lower() in [f"{scheme}://{host}" for scheme in schemes]


def _mark(headers: MutableHeaders, host: str) -> None:
    headers["content-security-policy"] = policy(host)
    headers.setdefault("referrer-policy", "no-referrer")
    headers["x-content-type-options"] = "nosniff"
    headers["cross-origin-opener-policy"] = "same-origin"
    headers["cross-origin-resource-policy"] = "same-origin"
    headers["permissions-policy"] = "camera=(), microphone=(), geolocation=(), payment=()"
    if served().is_secure:
        headers["strict-transport-security"] = "max-age=31536000"
