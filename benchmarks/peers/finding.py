"""Find the programs to compare with, wherever they are installed.

A library counts where the Python that runs the benchmarks can import it, or one of the virtual
environments that `UNDERSIGNED_PEERS` names, separated as in PATH. Programs are looked for on PATH.
What is not found is left out by name.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LIBRARIES = ("mdpo", "translate-toolkit", "polib")
_PO4A = "Locale::Po4a::TransTractor"
PROGRAMS = {
    "po4a": ("perl", f"-M{_PO4A}", "-e", f"print ${_PO4A}::VERSION"),
    "msgmerge": ("msgmerge", "--version"),
    "msgcat": ("msgcat", "--version"),
}
"""What is asked for its version; the first word is what drives it."""
PEERS = (*PROGRAMS, *LIBRARIES)


@dataclass(frozen=True, slots=True)
class Peer:
    """A program or library that is there."""

    name: str
    version: str
    runner: str
    """The program itself, or the interpreter that can import the library."""


@cache
def find(name: str) -> Peer | None:
    """Find a peer, or say that it is not installed."""
    return _library(name) if name in LIBRARIES else _program(name)


def present(names: Iterable[str]) -> dict[str, Peer]:
    """Give those of some peers that are installed."""
    found = {name: find(name) for name in names}
    return {name: peer for name, peer in found.items() if peer}


def left_out(names: Iterable[str]) -> str:
    """Name the peers that are not installed; nothing where all are."""
    absent = [name for name in names if not find(name)]
    return f"Not installed: {', '.join(absent)}." if absent else ""


def _library(name: str) -> Peer | None:
    program = f"from importlib.metadata import version; print(version({name!r}))"
    for python in _pythons():
        if said := _said(python, "-c", program):
            return Peer(name, said, python)
    return None


def _pythons() -> list[str]:
    folders = os.environ.get("UNDERSIGNED_PEERS", "").split(os.pathsep)
    named = [str(Path(folder, "bin", "python").absolute()) for folder in folders if folder]
    return [*named, sys.executable]


def _program(name: str) -> Peer | None:
    runner, *arguments = PROGRAMS[name]
    path = shutil.which(runner)
    said = _said(path, *arguments) if path and shutil.which(name) else ""
    return Peer(name, said.split()[-1], path) if path and said else None


def _said(*command: str) -> str:
    """Give the first line a command says; nothing where it fails or is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return done.stdout.partition("\n")[0].strip()
