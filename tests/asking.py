"""What a browser asks, asked inside this process: routes and guard as `ui/asgi.py` puts them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.types import Message, Scope

from tests.serving import Member
from ui.web.guard import Guard
from ui.web.routes import ROUTES

HOST = "127.0.0.1:8501"


@dataclass(frozen=True)
class Got:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str:
        """Give a header; empty where there is none."""
        return next((value for key, value in self.headers if key == name), "")

    @property
    def text(self) -> str:
        """Read the body as text."""
        return self.body.decode()

    @property
    def data(self) -> dict[str, object]:
        """Read the body as JSON."""
        found = json.loads(self.body)
        assert isinstance(found, dict)
        return found

    @property
    def session(self) -> str:
        """Give the token that the browser is told to keep; empty where it is told to forget it."""
        cookie = self.header("set-cookie")
        return cookie.partition("=")[2].partition(";")[0].strip('"')


Ask = Callable[..., Got]


def asker() -> Ask:
    """Give what asks as a page of our own does; `headers` are put on top, None takes one away."""
    app = Guard(Starlette(routes=ROUTES))

    def ask(
        method: str,
        path: str,
        *,
        who: Member | str | None = None,
        form: Mapping[str, str] | bytes | None = None,
        data: object = None,
        headers: Mapping[str, str | None] | None = None,
        client: str = "192.0.2.7",
    ) -> Got:
        sent: dict[str, str | None] = {"host": HOST, "origin": f"http://{HOST}"}
        body = b""
        if who:
            sent["cookie"] = f"undersigned={who if isinstance(who, str) else who.session}"
        if form is not None:
            body = form if isinstance(form, bytes) else urlencode(form).encode()
            sent["content-type"] = "application/x-www-form-urlencoded"
        if data is not None:
            body = json.dumps(data).encode()
            sent["content-type"] = "application/json"
        sent |= headers or {}
        return asyncio.run(_asked(app, _scope(method, path, sent, client), body))

    return ask


def _scope(method: str, path: str, sent: Mapping[str, str | None], client: str) -> Scope:
    where, _, query = path.partition("?")
    return {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": where,
        "raw_path": where.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(key.encode(), value.encode()) for key, value in sent.items() if value],
        "client": (client, 50_000),
        "server": ("127.0.0.1", 8501),
        "state": {},
    }


async def _asked(app: Guard, scope: Scope, body: bytes) -> Got:
    told: list[Message] = []
    waiting = [{"type": "http.request", "body": body, "more_body": False}]

    async def receive() -> Message:
        return waiting.pop() if waiting else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        told.append(message)

    await app(scope, receive, send)
    head = told[0]
    headers = [(key.decode().lower(), value.decode()) for key, value in head["headers"]]
    return Got(head["status"], headers, b"".join(each.get("body", b"") for each in told[1:]))
