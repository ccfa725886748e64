"""A process that saves until there is no room, frees some, and goes on.

    python -m tests.reliability.scarce FOLDER (limit|disk) BYTES

`limit` lets no file grow over so many bytes; `disk` fills the disk of the folder up to so many.
Each line on standard output is one answer: the number of the save, and the version it got or the
error. A line `freed` stands between the two parts.
"""

from __future__ import annotations

import contextlib
import os
import resource
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.reliability.ground import Ground, Planned, ground, plan, say
from workflow.errors import StoreError

REFUSALS, AFTERWARDS = 8, 20
WORDS = 15_000
"""Characters of a text: long, so that the disk is soon full."""


def main() -> None:
    """Save in both parts; what was refused is sent again in the second, as it was."""
    folder, kind, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    numbers = count()
    with ground(folder) as here:
        refused: list[int] = []
        with limited(size) if kind == "limit" else filled(folder, size):
            while len(refused) < REFUSALS:
                number = next(numbers)
                if not attempt(here, number):
                    refused.append(number)
        say("freed")
        for number in [*refused, *(next(numbers) for _ in range(AFTERWARDS))]:
            attempt(here, number)


def planned(here: Ground, number: int) -> Planned:
    """Say what is saved."""
    return plan(0, 0, number, len(here.units), 1, length=WORDS)


def attempt(here: Ground, number: int) -> bool:
    """Save, and say what came of it."""
    wanted = planned(here, number)
    try:
        answer = str(here.save(wanted).version)
    except StoreError as error:
        answer = f"{type(error).__name__} {error}" + " But it is." * here.has(wanted)
    say(number, answer)
    return answer.isdecimal()


@contextlib.contextmanager
def limited(size: int) -> Iterator[None]:
    """Let no file grow over so many bytes, for as long as this lasts."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def filled(folder: Path, left: int) -> Iterator[None]:
    """Fill a disk up to so many bytes, for as long as this lasts."""
    ballast = folder / "ballast"
    with ballast.open("wb") as file:
        about = os.statvfs(folder)
        os.posix_fallocate(file.fileno(), 0, about.f_bavail * about.f_frsize - left)
    yield
    ballast.unlink()


if __name__ == "__main__":
    main()
