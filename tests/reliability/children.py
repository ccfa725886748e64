"""Processes that tests start, listen to, and kill."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds without a word after which a child counts as stuck."""


class Child:
    """A process that says something on its standard output, line by line."""

    def __init__(self, *arguments: object, environment: Mapping[str, str] | None = None) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", *map(str, arguments)],
            cwd=ROOT,
            env={**os.environ, **(environment or {})},
            stdout=subprocess.PIPE,
        )
        self._begun = b""
        self.is_silent = False
        """Whether it will say nothing more."""

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout
        return self._process.stdout

    def listen(self) -> list[str]:
        """Wait until it says something, and give the lines; none where it has ended."""
        ready, _, _ = select.select([self._output], [], [], PATIENCE)
        assert ready, "the child is stuck"
        data = os.read(self._output.fileno(), 65_536)
        self.is_silent = not data
        *lines, self._begun = (self._begun + data).split(b"\n")
        return [line.decode() for line in lines]

    def hear(self, lines: int) -> list[str]:
        """Listen until it has said so many lines, or has ended."""
        heard: list[str] = []
        while len(heard) < lines and not self.is_silent:
            heard += self.listen()
        return heard

    def kill(self) -> list[str]:
        """Kill it in the middle of whatever it does; give what it had said before."""
        self._process.kill()
        self._process.wait()
        heard: list[str] = []
        while not self.is_silent:
            heard += self.listen()
        return heard

    def end(self) -> list[str]:
        """Listen until it ends by itself, and see that it ended well."""
        heard: list[str] = []
        while not self.is_silent:
            heard += self.listen()
        assert self._process.wait() == 0
        return heard

    def leave(self) -> None:
        """Make sure that nothing of it remains."""
        self._process.kill()
        self._process.wait()
        self._output.close()


@contextmanager
def child(*arguments: object, environment: Mapping[str, str] | None = None) -> Iterator[Child]:
    """Run a module of ours as a process."""
    started = Child(*arguments, environment=environment)
    try:
        yield started
    finally:
        started.leave()
