"""What a command costs before and while it works, beside an empty program of the same framework.

    python benchmarks/startup.py [--rounds 9]

CPU seconds (user and system) of the child, the median of the rounds; the programs take turns.
Goals: `undersigned --help` at most 1.5 times an empty typer program, `undersigned extract` of one
document at most 3 times.
"""

from __future__ import annotations

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
HELP_GOAL = 1.5
EXTRACT_GOAL = 3.0
EMPTY = """
import typer
app = typer.Typer(add_completion=False)

@app.command()
def nothing() -> None:
    '''Do nothing.'''

app()
"""
OURS = "from workflow.cli import run; run()"


def cpu_seconds(command: list[str], folder: Path) -> float:
    """Run a command to its end and give the CPU time it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, print a table, and fail where a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    document = str(ROOT / "sources" / "rivers.txt")
    python = sys.executable
    programs = {
        "python alone": [python, "-c", "pass"],
        "an empty typer program, --help": [python, "-c", EMPTY, "--help"],
        "undersigned --help": [python, "-c", OURS, "--help"],
        "undersigned extract": [python, "-c", OURS, "extract", document, "--locale", "en"],
    }
    taken: dict[str, list[float]] = {name: [] for name in programs}
    with tempfile.TemporaryDirectory() as folder:
        for command in programs.values():
            cpu_seconds(command, Path(folder))
        for _ in range(rounds):
            for name, command in programs.items():
                taken[name].append(cpu_seconds(command, Path(folder)))
    empty = median(taken["an empty typer program, --help"])
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}", end=""
    )
    print("".join(f", {name} {version(name)}" for name in ("typer", "babel", "polib", "sentencex")))
    for name, seconds in taken.items():
        spread = f"{min(seconds):.3f} to {max(seconds):.3f}"
        middle = median(seconds)
        print(f"{name:32} {middle:.3f} s CPU ({spread})  {middle / empty:4.2f} x")
    missed = [
        name
        for name, goal in (("undersigned --help", HELP_GOAL), ("undersigned extract", EXTRACT_GOAL))
        if median(taken[name]) > goal * empty
    ]
    if missed:
        sys.exit(f"over the goal: {', '.join(missed)}")


if __name__ == "__main__":
    main()
