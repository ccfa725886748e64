"""A real server of a real workspace, for tests that ask it what a browser asks."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.client import HTTPConnection
from pathlib import Path

from tests.live import person
from workflow.access import Role
from workflow.services import exchange
from workflow.services.workspace import Workspace, open_workspace
from workflow.store.ids import digest_of, new_secret
from workflow.store.sessions import begin_session

LETTER = """\
A joint appeal for the bridge

Harbour Bay, 14 March 2026

We, the undersigned, ask the council to keep the bridge open.

1. The bridge shall be open for everybody, see https://example.org/bridge [1].
2. A lamp shall stand at each end.

We thank all who walked with us. Without them there would be no bridge at all.
"""
SETTINGS = """\
name = "Harbour Bay"
source_locale = "en"
languages = ["fr", "ar"]
"""
PATIENCE = 30.0


@dataclass
class Member:
    """Somebody with a browser of his own."""

    id: str
    name: str
    session: str = field(repr=False)

    @property
    def cookie(self) -> dict[str, str]:
        """Give what the browser sends."""
        return {"Cookie": f"undersigned={self.session}"}


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def data(self) -> dict[str, object]:
        """Read it as JSON."""
        found = json.loads(self.body)
        assert isinstance(found, dict)
        return found


@dataclass
class Server:
    """A process that serves a folder; it can be killed and started again at the same port."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Say where it is."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self.process = subprocess.Popen(
            [
                *(sys.executable, "-m", "uvicorn", "ui.asgi:app", "--port", str(self.port)),
                *(
                    "--no-access-log",
                    "--log-level",
                    "warning",
                    "--http",
                    "h11",
                    "--timeout-keep-alive",
                    "60",
                ),
            ],
            env=os.environ | {"UNDERSIGNED_WORKSPACE": str(self.folder)},
            cwd=Path(__file__).parents[1],
        )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, "the server ended"
            with contextlib.suppress(OSError):
                if self.ask("GET", "/healthz").status == 200:
                    return
            time.sleep(0.05)
        raise AssertionError("the server does not answer")

    def stop(self, *, kill: bool = False) -> None:
        """End it, at once if wanted."""
        if self.process is not None:
            (self.process.kill if kill else self.process.terminate)()
            self.process.wait()
            self.process = None

    def ask(
        self,
        method: str,
        path: str,
        *,
        who: Member | None = None,
        data: object = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Ask as a page of our own does; `headers` are put on top."""
        sent = {"Origin": self.url} | (who.cookie if who else {})
        body = None
        if data is not None:
            body = json.dumps(data)
            sent["Content-Type"] = "application/json"
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(method, path, body, sent | (headers or {}))
            got = connection.getresponse()
            found = {name.lower(): value for name, value in got.getheaders()}
            return Answer(got.status, found, got.read())


def make_workspace(folder: Path, text: str = LETTER) -> Path:
    """Make a workspace with one letter, as the first command would."""
    (folder / "sources").mkdir(parents=True)
    (folder / "sources" / "letter.txt").write_text(text, "utf-8")
    (folder / "workspace.toml").write_text(SETTINGS, "utf-8")
    with open_workspace(folder) as workspace:
        exchange.ensure(workspace, datetime.now(UTC))
    return folder


def come_in(
    workspace: Workspace, name: str, role: Role | None, *, document: str = "", locale: str = ""
) -> Member:
    """Let somebody in, with a session, without the way through the door."""
    made = person(workspace, name, role, document=document, locale=locale)
    secret = new_secret()
    with workspace.store.writing() as db:
        begin_session(db, made, digest_of(secret), datetime.now(UTC))
    return Member(made, name, secret)


@contextlib.contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder until the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Server(folder, port)
    server.start()
    try:
        yield server
    finally:
        server.stop()
