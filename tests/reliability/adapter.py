"""The store, seen as the measuring programs of reliability see any store.

    PYTHONPATH=. python killtest.py --store tests.reliability.adapter:store

Saves go through the front desk as a volunteer's do: permission, history, audit, one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from sqlalchemy import text

from tests.live import person, put_document
from tests.reliability.ground import LOCALE, torn
from workflow.access import Role
from workflow.errors import StoreBusy
from workflow.services import translation
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named, living_units
from workflow.store.translations import current, of_document


class Conflict(Exception):
    """The unit changed since the version that was seen."""


class Adapter:
    """A workspace with one document, one language and one volunteer."""

    conflict: type[Exception] = Conflict
    busy: type[Exception] = StoreBusy

    def __init__(self, directory: str) -> None:
        self._workspace = Workspace(Path(directory))
        self._units: list[str] = []
        self._actor = ""

    def setup(self, units: Iterable[tuple[int, str]]) -> None:
        """Put units into an empty store."""
        put_document(self._workspace, [f"{text} ({number})" for number, text in units])
        person(self._workspace, "volunteer", Role.TRANSLATOR)

    def open(self) -> None:
        """Find out about the units."""
        with self._workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored
            self._units = [each.id for each in living_units(db, stored.id)]
            query = text("SELECT id FROM member WHERE status = 'active'")
            self._actor = db.execute(query).scalar_one()

    def close(self) -> None:
        """Let go of the store."""
        self._workspace.close()

    def get(self, unit: int) -> tuple[str, int]:
        """Give a text and its version."""
        with self._workspace.store.reading() as db:
            found = current(db, self._units[unit], LOCALE)
        return found.text, found.version

    def save(self, unit: int, text: str, base: int | None, actor: str = "") -> int:
        """Save a text on a version, or on whatever is there; give the new version."""
        if base is None:
            base = self.get(unit)[1]
        try:
            done = translation.save(
                self._workspace,
                self._actor,
                datetime.now(UTC),
                unit=self._units[unit],
                locale=LOCALE,
                text=text,
                seen=base,
                token=str(uuid4()),
            )
        except StoreBusy as error:
            raise self.busy(str(error)) from error
        if done.outcome is translation.Outcome.KEPT:
            raise self.conflict(unit)
        return done.version

    def dump(self) -> Iterator[tuple[int, tuple[str, int]]]:
        """Give all texts with their versions."""
        if not self._units:
            self.open()
        with self._workspace.store.reading() as db:
            stored = document_named(db, "letter")
            assert stored
            found = of_document(db, stored.id, LOCALE)
        for number, unit in enumerate(self._units):
            there = found.get((unit, LOCALE))
            yield number, (there.text, there.version) if there else ("", 0)

    def verify(self) -> list[str]:
        """Name what is torn: pages, histories, the chain of acts."""
        return torn(self._workspace)


def store(directory: str) -> Adapter:
    """Make the store, for programs that know their own errors under the name `stores`."""
    made = Adapter(directory)
    try:
        from stores import Busy, Conflict  # type: ignore[import-not-found]
    except ImportError:
        return made
    made.conflict, made.busy = Conflict, Busy
    return made
