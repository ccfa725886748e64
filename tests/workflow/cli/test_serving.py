"""Serving: where it listens, for whom, and how it ends."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from queue import Empty, Queue
from threading import Thread

import pytest
import uvicorn

from tests.commands import Undersigned
from tests.workspaces import LETTER, put
from workflow.cli import serving
from workflow.cli.serving import free_port
from workflow.errors import NotPossible

PATIENCE = 60.0


class Running:
    """A command that goes on until it is stopped, with what it says line by line."""

    def __init__(self, *arguments: str, folder: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", "from workflow.cli import run; run()", *arguments],
            cwd=folder,
            env={name: value for name, value in os.environ.items() if name != "SERVE"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.said: list[str] = []
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line)

    def hear(self, pattern: str) -> re.Match[str]:
        """Wait until it says something."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(Empty):
                self.said.append(self._lines.get(timeout=0.1))
                if found := re.search(pattern, self.said[-1]):
                    return found
            assert self.process.poll() is None or not self._lines.empty(), "".join(self.said)
        raise AssertionError("".join(self.said))

    def end(self, how: signal.Signals = signal.SIGINT) -> tuple[int, str]:
        """Stop it as a key does; give its exit status and all it said."""
        os.kill(self.process.pid, how)
        status = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        while not self._lines.empty():
            self.said.append(self._lines.get())
        assert self.process.stdout is not None
        self.process.stdout.close()
        return status, "".join(self.said)


@pytest.fixture
def running(tmp_path: Path) -> Iterator[list[Running]]:
    started: list[Running] = []
    yield started
    for each in started:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


@contextlib.contextmanager
def taken() -> Iterator[int]:
    """Give a port on which somebody listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def answer(port: int, path: str, method: str = "GET") -> tuple[int, str]:
    """Ask until it answers."""
    end = time.monotonic() + PATIENCE
    while True:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        with contextlib.closing(connection), contextlib.suppress(OSError):
            headers = {"Origin": f"http://127.0.0.1:{port}"}
            if method == "POST":
                headers["Content-Type"] = "application/x-www-form-urlencoded"
            connection.request(method, path, headers=headers)
            got = connection.getresponse()
            return got.status, got.headers.get("Set-Cookie", "") or got.read().decode()
        assert time.monotonic() < end
        time.sleep(0.05)


# --- ports and addresses -------------------------------------------------------------------------


def test_the_wanted_port_or_the_next_free_one() -> None:
    with taken() as port:
        found = free_port("127.0.0.1", port)
        assert port < found < port + 50
    assert free_port("127.0.0.1", found) == found
    assert free_port("127.0.0.1", 0) > 0


@pytest.mark.parametrize("address", ["192.0.2.1", "2001:db8::1", "nowhere.invalid"])
def test_no_such_address_here(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "_NEXT_PORTS", 2)
    with pytest.raises(NotPossible, match="nothing can listen at"):
        free_port(address, 8501)


@pytest.mark.parametrize("address", ["0.0.0.0", "192.0.2.1", "::", "example.org"])
def test_nobody_else_is_let_in_without_a_public_address(
    undersigned: Undersigned, address: str
) -> None:
    put(Path("sources/letter.txt"), LETTER)
    ran = undersigned("serve", "--address", address)
    assert ran.status == 2
    assert f"{address} can be reached from other machines" in ran.err
    assert "Write the https address" in ran.err


@pytest.mark.parametrize(
    ("address", "settings", "shown"),
    [
        ("127.0.0.1", "", r"http://127\.0\.0\.1:\d+\n"),
        ("localhost", "", r"http://localhost:\d+\n"),
        ("::1", "", r"http://\[::1\]:\d+\n"),
        ("0.0.0.0", '[server]\naddress = "https://t.example.org"\n', r"https://t\.example\.org\n"),
    ],
)
def test_what_is_said_before_it_listens(
    undersigned: Undersigned,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
    settings: str,
    shown: str,
) -> None:
    listened: list[tuple[Path, str, int]] = []
    monkeypatch.setattr(serving, "listen", lambda *asked: listened.append(asked))
    monkeypatch.setattr(serving, "free_port", lambda _, wanted: wanted)
    put(Path("sources/letter.txt"), LETTER)
    put(Path("workspace.toml"), f'source_locale = "en"\n{settings}')
    ran = undersigned("serve", "--address", address, "--port", "8600")
    assert ran.status == 0
    assert re.search(rf"serving .* at {shown}", ran.err)
    assert "undersigned invite translator" in ran.err
    assert listened == [(Path(), address, 8600)]


def test_nobody_can_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    told: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda *_, **options: told.update(options))
    monkeypatch.setenv("UNDERSIGNED_WORKSPACE", "")
    serving.listen(Path(), "127.0.0.1", 8501)
    assert told["ws_max_size"] == 1_000_000
    assert told["limit_concurrency"] == 2_000
    assert told["access_log"] is False


def test_a_folder_that_is_no_workspace(undersigned: Undersigned) -> None:
    ran = undersigned("serve")
    assert (ran.status, "this is no workspace" in ran.err) == (2, True)


# --- to the end ----------------------------------------------------------------------------------


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_beside_another_and_ends_quietly(
    tmp_path: Path, running: list[Running], how: signal.Signals
) -> None:
    put(tmp_path / "sources" / "letter.txt", LETTER)
    with taken() as port:
        running.append(Running("serve", "--port", str(port), folder=tmp_path))
        chosen = int(running[0].hear(r"at http://127\.0\.0\.1:(\d+)")[1])
        assert chosen > port
        assert answer(chosen, "/healthz") == (200, "ok")
        status, said = running[0].end(how)
    assert "Traceback" not in said
    assert "/healthz" not in said
    assert status == (0 if how is signal.SIGINT else -signal.SIGTERM)


def test_the_demo_lets_three_people_in_as_often_as_they_like(
    tmp_path: Path, running: list[Running]
) -> None:
    put(tmp_path / "letter.txt", LETTER)
    demo = Running(
        *("demo", "letter.txt", "--locale", "en", "--languages", "fr", "--into", "made"),
        folder=tmp_path,
    )
    running.append(demo)
    for role in ("coordinator", "translator", "reviewer"):
        found = demo.hear(rf"  {role} +\w+ +http://127\.0\.0\.1:(\d+)(/back/[\w-]{{43}})\n")
        for _ in range(2):
            status, cookie = answer(int(found[1]), found[2], "POST")
            assert (status, cookie.partition("=")[0]) == (303, "undersigned")
    status, said = demo.end()
    assert (status, "Traceback" in said) == (0, False)
    assert "Everything is in made" in said
