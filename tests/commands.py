"""Run commands in an empty folder, inside this process, as the command line would."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from workflow import cli


@dataclass(frozen=True)
class Ran:
    """What a command gave: its exit status, its data, its messages."""

    status: int
    out: str
    err: str


Undersigned = Callable[..., Ran]


@pytest.fixture
def undersigned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Undersigned:
    """Give the command line, standing in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SERVE", "0")  # of demo: no test waits for somebody to press Ctrl+C

    def run(*arguments: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["undersigned", *arguments])
        try:
            cli.run()
            status: object = 0
        except SystemExit as end:
            status = end.code or 0
        sys.stdout.flush()
        sys.stderr.flush()
        out, err = capfdbinary.readouterr()
        assert isinstance(status, int)
        return Ran(status, out.decode(), err.decode())

    return run
