"""Volunteers who read, think, and save on what they read, all in the same few units.

    python -m tests.reliability.editors FOLDER TIMES WHO...

Each line on standard output is one answer: who, the number of the save, the unit, the version that
was seen, what became of the text, and the version that stands now.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.reliability.ground import Ground, Planned, ground, say
from workflow.services.translation import Outcome

THOUGHT = 0.005
"""Seconds that somebody thinks at most."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a volunteer was told."""

    who: int
    number: int
    unit: int
    seen: int
    outcome: Outcome
    version: int

    @property
    def planned(self) -> Planned:
        """Say what was saved."""
        return planned(self.who, self.number, self.unit)

    def __str__(self) -> str:
        return f"{self.who} {self.number} {self.unit} {self.seen} {self.outcome} {self.version}"


def read(line: str) -> Answer:
    """Read an answer back."""
    who, number, unit, seen, outcome, version = line.split()
    return Answer(int(who), int(number), int(unit), int(seen), Outcome(outcome), int(version))


def planned(who: int, number: int, unit: int) -> Planned:
    """Say what is saved: no two texts are the same."""
    return Planned(who, unit, f"Texte {who}/{number}", f"{who}-{number}")


def edit(here: Ground, who: int, times: int, say: Callable[[Answer], None]) -> None:
    """Read, think and save, so many times."""
    random, thinking = Random(who), threading.Event()
    for number in range(times):
        unit = random.randrange(len(here.units))
        seen = here.version(here.units[unit])
        thinking.wait(random.random() * THOUGHT)
        saved = here.save(planned(who, number, unit), seen)
        say(Answer(who, number, unit, seen, saved.outcome, saved.version))


def together(here: Ground, people: Sequence[int], times: int) -> list[Answer]:
    """Let several edit at once, each in a thread; raise what went wrong in one of them."""
    answers: list[Answer] = []
    failed: list[BaseException] = []

    def begin(who: int) -> None:
        try:
            edit(here, who, times, answers.append)
        except BaseException as error:  # noqa: BLE001 - it is raised again where somebody listens
            failed.append(error)

    threads = [threading.Thread(target=begin, args=(who,)) for who in people]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if failed:
        raise failed[0]
    return answers


def main() -> None:
    """Edit, and say what the answers were."""
    folder, times, *people = sys.argv[1:]
    with ground(Path(folder)) as here:
        for answer in together(here, [int(who) for who in people], int(times)):
            say(answer)


if __name__ == "__main__":
    main()
