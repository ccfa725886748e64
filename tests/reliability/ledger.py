"""What volunteers were told, beside what the store holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import text

from tests.reliability.ground import Ground, Planned, plan


@dataclass(frozen=True, slots=True)
class Told:
    """An acknowledged save: what was saved, and the version it got."""

    planned: Planned
    version: int


@dataclass(frozen=True, slots=True)
class Found:
    """How the store and the answers compare."""

    lost: tuple[str, ...]
    """Texts of acknowledged saves that are not in the history as they were acknowledged."""
    unasked: tuple[str, ...]
    """Texts in the history for which no answer is known."""
    twice: tuple[str, ...]
    """Texts or tokens that are stored more than once."""


def told(here: Ground, run: int, lines: Iterable[str]) -> list[Told]:
    """Read what the writers of a run said."""
    found = []
    for line in lines:
        who, number, version = map(int, line.split())
        found.append(Told(plan(run, who, number, len(here.units), len(here.people)), version))
    return found


def compare(here: Ground, answers: Iterable[Told]) -> Found:
    """Compare the whole history with all answers; no two texts may be the same."""
    with here.workspace.store.reading() as db:
        rows = db.execute(text(_HISTORY)).all()
        newest = {unit: (version, words) for unit, version, words in db.execute(text(_NEWEST))}
    history = {(unit, version): words for unit, version, words, _ in rows}
    lost, known = [], set()
    for each in answers:
        unit, words = here.units[each.planned.unit], each.planned.text
        known.add(words)
        there = newest.get(unit, (0, ""))
        is_newest = there[0] > each.version or there == (each.version, words)
        if history.get((unit, each.version)) != words or not is_newest:
            lost.append(words)
    stored = Counter(words for *_, words, _ in rows) | Counter(token for *_, token in rows)
    return Found(
        tuple(lost),
        tuple(words for words in history.values() if words not in known),
        tuple(each for each, times in stored.items() if times > 1),
    )


_HISTORY = "SELECT unit, version, text, token FROM revision"
_NEWEST = "SELECT unit, version, text FROM translation"
