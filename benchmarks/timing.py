"""Take the CPU seconds of other programs, in turns, and say how far they spread."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from threading import Timer

ROOT = Path(__file__).resolve().parent.parent
LIMIT = 1800.0
"""Seconds by the clock after which a program is ended and counts as failed."""

Command = Sequence[str]


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a program took."""

    seconds: float
    """CPU time, user and system, with that of its own children."""
    megabytes: float
    """Peak memory."""
    is_done: bool


@dataclass(frozen=True, slots=True)
class Figure:
    """A middle value and how far the runs lie apart."""

    middle: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{short(self.middle)} ({short(self.low)} to {short(self.high)})"


def figure(values: Sequence[float]) -> Figure:
    """Give the median of some values with the least and the greatest.

    >>> str(figure([3.0, 1.0, 2.0]))
    '2.00 (1.00 to 3.00)'
    """
    return Figure(median(values), min(values), max(values))


def short(value: float) -> str:
    """Write a number with three digits that count, or with all before its point.

    >>> [short(value) for value in (0.0421, 1.234, 61.2, 1234.5)]
    ['0.042', '1.23', '61.2', '1,234']
    """
    if value < 0.995:
        return f"{value:.3f}"
    return f"{value:,.{max(0, 3 - len(str(int(value))))}f}"


def run(command: Command) -> Run:
    """Run a program to its end and take its time; what it says is thrown away."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet)
    timer = Timer(LIMIT, process.kill)
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = usage.ru_utime + usage.ru_stime
    return Run(seconds, usage.ru_maxrss / 1024, process.returncode == 0)


def turns(commands: Mapping[str, Command], rounds: int) -> dict[str, list[Run]]:
    """Run programs in turns, each once a round, so that a noisy minute meets all of them."""
    taken: dict[str, list[Run]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            taken[name].append(run(command))
    return taken
