"""What stands in front of everything: hosts, origins, hidden parts, and marks on answers."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit
from starlette.types import Message, Receive, Scope, Send

from tests.asking import HOST, Ask
from ui.served import Served
from ui.web.guard import Guard, policy

HERE = f"http://{HOST}"
STRANGERS = (
    {"origin": "https://evil.example"},
    {"origin": ""},
    {"origin": "null"},
    {"origin": "http://127.0.0.1:8502"},
    {"origin": f"http://{HOST}.evil.example"},
    {"origin": "http://[::1"},
    {"origin": f"ftp://{HOST}"},
    {"origin": f"{HERE}/path"},
    {"origin": HERE, "sec-fetch-site": "cross-site"},
    {"origin": HERE, "sec-fetch-site": "same-site"},
)


def through(
    kind: str,
    headers: dict[str, str],
    path: str = "/_stcore/stream",
    method: str = "GET",
    root: str = "",
) -> tuple[bool, list[Message]]:
    """Send something through the guard; tell whether it came out behind, and what came back."""
    passed: list[Scope] = []
    told: list[Message] = []

    async def behind(scope: Scope, receive: Receive, send: Send) -> None:
        passed.append(scope)
        if scope["type"] == "http":
            await send({"type": "http.response.start", "status": 200, "headers": []})
            await send({"type": "http.response.body", "body": b""})

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        told.append(message)

    sent = {"host": HOST} | headers
    scope = {
        "type": kind,
        "path": root + path,
        "root_path": root,
        "method": method,
        "query_string": b"",
        "headers": [(key.encode(), value.encode()) for key, value in sent.items() if value],
    }
    asyncio.run(Guard(behind)(scope, receive, send))
    return bool(passed), told


# --- sockets -------------------------------------------------------------------------------------


def test_our_own_page_may_open_a_socket(house: Served) -> None:
    for more in ({}, {"sec-fetch-site": "same-origin"}):
        assert through("websocket", {"origin": HERE} | more) == (True, [])


@pytest.mark.parametrize("headers", STRANGERS)
def test_no_other_page_may(house: Served, headers: dict[str, str]) -> None:
    refused = [{"type": "websocket.close", "code": 1008}]
    assert through("websocket", headers) == (False, refused)


def test_a_socket_to_a_foreign_host_is_refused(house: Served) -> None:
    headers = {"host": "evil.example", "origin": "http://evil.example"}
    assert through("websocket", headers)[0] is False


# --- requests ------------------------------------------------------------------------------------


@pytest.mark.parametrize("headers", STRANGERS)
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_is_changed_by_a_page_of_somebody_else(
    house: Served, headers: dict[str, str], method: str
) -> None:
    passed, told = through("http", headers, "/anything", method)
    assert (passed, told[0]["status"]) == (False, 403)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_a_link_from_elsewhere_may_be_opened(house: Served, method: str) -> None:
    headers = {"origin": "", "sec-fetch-site": "cross-site"}
    assert through("http", headers, "/join/token", method)[0] is True


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [
        ("127.0.0.1:8501", True),
        ("localhost", True),
        ("LOCALHOST:80", True),
        ("[::1]:8501", True),
        ("evil.example", False),
        ("evil.example:8501", False),
        ("127.0.0.1.evil.example", False),
        ("", False),
    ],
)
def test_we_answer_to_our_own_names_only(house: Served, host: str, is_ours: bool) -> None:
    passed, told = through("http", {"host": host}, "/healthz")
    assert passed is is_ours
    assert told[0]["status"] == (200 if is_ours else 421)


def test_the_public_name_is_ours(house: Served) -> None:
    with house.workspace.settings_path.open("a", encoding="utf-8") as settings:
        settings.write('[server]\naddress = "https://t.example.org"\n')
    assert through("http", {"host": "T.example.org"}, "/healthz")[0] is True
    assert through("http", {"host": "t.example.org:444"}, "/healthz")[0] is False
    secure = "strict-transport-security"
    headers = dict(through("http", {"host": "t.example.org"})[1][0]["headers"])
    assert secure.encode() in headers
    origin = {"host": "t.example.org", "origin": "https://t.example.org"}
    assert through("websocket", origin)[0] is True
    by_http = {"host": "t.example.org", "origin": "http://t.example.org"}
    assert through("websocket", by_http)[0] is False


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/upload_file/session/file",
        "/_stcore/bidi-components/x",
        "/media/x",
        "/component/x/index.html",
        "//media/x",
        "/_stcore/metrics",
        "/_stcore/metrics/",
        "/_stcore/agent/x",
        "/_stcore/script-health-check",
        "/auth/login",
        "/oauth2callback",
    ],
)
def test_parts_that_nobody_needs_are_not_there(house: Served, path: str) -> None:
    for kind in ("http", "websocket"):
        for root in ("", "/below", "/below/"):
            assert through(kind, {"origin": HERE}, path, root=root)[0] is False
    for method in ("GET", "PUT"):
        assert through("http", {"origin": HERE}, path, method)[1][0]["status"] == 404


@pytest.mark.parametrize("path", ["/", "/_stcore/stream", "/_stcore/health", "/static/js/x.js"])
def test_what_our_pages_need_is_there(house: Served, path: str) -> None:
    for root in ("", "/below"):
        assert through("http", {}, path, root=root)[0] is True


def test_other_messages_pass(house: Served) -> None:
    assert through("lifespan", {})[0] is True


# --- answers -------------------------------------------------------------------------------------


def test_every_answer_is_marked(house: Served, ask: Ask) -> None:
    for got in (
        ask("GET", "/healthz"),
        ask("GET", "/nowhere"),
        ask("GET", "/sign-out"),
        ask("POST", "/sign-out", form={}, headers={"origin": None}),
    ):
        assert got.header("content-security-policy") == policy(HOST)
        assert got.header("x-content-type-options") == "nosniff"
        assert got.header("cross-origin-opener-policy") == "same-origin"
        assert got.header("strict-transport-security") == ""
        assert got.header("referrer-policy") in ("no-referrer", "strict-origin")
    assert ask("GET", "/healthz").header("referrer-policy") == "no-referrer"


@pytest.mark.parametrize("path", ["/sign-out", "/join/token", "/back/token"])
def test_a_page_with_a_form_tells_its_origin_only(house: Served, ask: Ask, path: str) -> None:
    """With `no-referrer` a browser sends the form of that page with the origin `null`."""
    assert ask("GET", path).header("referrer-policy") == "strict-origin"


def test_the_policy_names_no_other_host() -> None:
    said = policy(HOST)
    assert set(re.findall(r"\w+://[^ ;]+", said)) == {f"wss://{HOST}", f"ws://{HOST}"}
    scripts = next(each for each in said.split("; ") if each.startswith("script-src"))
    assert "unsafe" not in scripts
    assert "eval" not in said
    for rule in ("object-src 'none'", "frame-ancestors 'none'", "form-action 'self'"):
        assert rule in said.split("; ")


def test_the_one_script_in_the_page_of_streamlit_may_run() -> None:
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_bytes()
    scripts = re.findall(rb"<script>(.*?)</script>", page, re.DOTALL)
    assert scripts
    for each in scripts:
        digest = base64.b64encode(hashlib.sha256(each).digest()).decode()
        assert f"'sha256-{digest}'" in policy(HOST)
