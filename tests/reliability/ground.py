"""The ground on which the proofs are made: a letter, volunteers, and saves that are known before.

What a volunteer saves, in which unit and under which token, follows from his number and that of the
save. So whoever looks for it afterwards needs nothing from a process that was killed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import text

from tests.live import person, put_document
from workflow.access import Role
from workflow.services import translation
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store.documents import document_named, living_units
from workflow.store.translations import current, history

LOCALE = "fr"


@dataclass(frozen=True, slots=True)
class Ground:
    """An open workspace with one letter."""

    workspace: Workspace
    units: tuple[str, ...]
    people: tuple[str, ...]

    def version(self, unit: str) -> int:
        """Read how far a unit is."""
        with self.workspace.store.reading() as db:
            return current(db, unit, LOCALE).version

    def save(self, planned: Planned, seen: int | None = None) -> translation.Saved:
        """Save what was planned, on the version that was seen or on whatever is there."""
        unit = self.units[planned.unit]
        return translation.save(
            self.workspace,
            self.people[planned.who],
            datetime.now(UTC),
            unit=unit,
            locale=LOCALE,
            text=planned.text,
            seen=self.version(unit) if seen is None else seen,
            token=planned.token,
        )

    def has(self, planned: Planned) -> bool:
        """Tell whether a text is in the history of its unit."""
        with self.workspace.store.reading() as db:
            written = history(db, self.units[planned.unit], LOCALE)
        return any(each.text == planned.text for each in written)


@dataclass(frozen=True, slots=True)
class Planned:
    """A save before anybody made it."""

    who: int
    unit: int
    text: str
    token: str


def plan(run: int, who: int, number: int, units: int, people: int, length: int = 100) -> Planned:
    """Say what a volunteer saves in a run; nobody else writes in his units."""
    mine = range(who % units, units, people)
    words = f"Texte {run}/{who}/{number} "
    return Planned(
        who, mine[(run + number) % len(mine)], words + "é" * length, f"{run}-{who}-{number}"
    )


def prepare(folder: Path, units: int, people: int) -> None:
    """Make a workspace with a letter and volunteers, and close it."""
    (folder / "sources").mkdir(parents=True)
    with Workspace(folder) as workspace:
        put_document(workspace, [f"We ask for bridge number {each}." for each in range(units)])
        for each in range(people):
            person(workspace, f"volunteer {each:03}", Role.TRANSLATOR)


@contextmanager
def ground(folder: Path) -> Iterator[Ground]:
    """Open a workspace that was prepared."""
    with Workspace(folder) as workspace:
        with workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored
            units = tuple(unit.id for unit in living_units(db, stored.id))
            named = text("SELECT id FROM member WHERE status = 'active' ORDER BY name")
            people = tuple(db.execute(named).scalars())
        yield Ground(workspace, units, people)


def say(*words: object) -> None:
    """Say a line on standard output, whole and at once: a kill leaves no half of it."""
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def torn(workspace: Workspace) -> list[str]:
    """Name what is torn: pages, histories, the chain of acts."""
    bad = []
    with workspace.store.alone() as connection:
        for (said,) in connection.execute("PRAGMA integrity_check"):
            if said != "ok":
                bad.append(str(said))
        bad += [f"{row[0]} misses what it names" for row in connection.execute(_ORPHANS)]
    with workspace.store.reading() as db:
        bad += [f"act {n} is not what was written" for n in audit.broken_links(db)]
        for what, query in _COUNTS.items():
            if found := db.execute(text(query)).scalar_one():
                bad.append(f"{what}: {found}")
    return bad


_ORPHANS = "PRAGMA foreign_key_check"
_COUNTS = {
    "texts that are not in their history": """SELECT count(*) FROM translation t WHERE NOT EXISTS (
        SELECT 1 FROM revision r WHERE r.unit = t.unit AND r.locale = t.locale
        AND r.version = t.version AND r.text = t.text AND r.state = t.state)""",
    "histories with a gap": """SELECT count(*) FROM (
        SELECT unit FROM revision GROUP BY unit, locale
        HAVING count(*) <> max(version) OR min(version) <> 1) AS gap""",
    "histories that go on after the newest text": """SELECT count(*) FROM revision r
        WHERE NOT EXISTS (SELECT 1 FROM translation t WHERE t.unit = r.unit
        AND t.locale = r.locale AND t.version >= r.version)""",
    "saves without an act": """SELECT abs((SELECT count(*) FROM revision)
        + (SELECT count(*) FROM suggestion)
        - (SELECT count(*) FROM audit WHERE action = 'translation.save'
           AND detail <> 'unchanged'))""",
}
