"""How each tool is told to read a folder of Markdown into catalogs, and to put it together."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.peers.finding import present
from benchmarks.timing import Command

PEERS = ("po4a", "mdpo", "translate-toolkit")
OURS = "undersigned"
OURSELVES = (sys.executable, "-m", "benchmarks.peers.run_ours")


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool and its two commands, each over whole folders in one process."""

    name: str
    extract: Callable[[Path, Path], Command]
    """From documents to catalogs."""
    assemble: Callable[[Path, Path, Path], Command]
    """From documents and catalogs to an output."""


def tools() -> Iterator[Tool]:
    """Give ours first, then those peers that are installed."""
    yield _driven(OURS, *OURSELVES)
    for name, peer in present(PEERS).items():
        if name == "translate-toolkit":
            yield _toolkit(peer.runner)
        else:
            driver = "run_po4a.pl" if name == "po4a" else "run_mdpo.py"
            yield _driven(name, peer.runner, str(Path(__file__).with_name(driver)))


def _driven(name: str, *program: str) -> Tool:
    """Describe a tool that a driver of ours runs."""
    return Tool(
        name,
        lambda documents, catalogs: (*program, "extract", f"{documents}", f"{catalogs}"),
        lambda documents, catalogs, output: (
            *(*program, "assemble"),
            *(f"{documents}", f"{catalogs}", f"{output}"),
        ),
    )


def _toolkit(python: str) -> Tool:
    """Describe the one tool whose own commands do a folder in one process."""

    def extract(documents: Path, catalogs: Path) -> Command:
        program = (python, "-m", "translate.convert.md2po", "--progress=none")
        return (*program, "-i", f"{documents}", "-o", f"{catalogs}")

    def assemble(documents: Path, catalogs: Path, output: Path) -> Command:
        program = (python, "-m", "translate.convert.po2md", "--progress=none")
        return (*program, "-i", f"{catalogs}", "-t", f"{documents}", "-o", f"{output}")

    return Tool("translate-toolkit", extract, assemble)
