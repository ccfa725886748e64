"""A scene for tests of reviews: a document, a translator, two reviewers and a reader."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import update

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.model import State
from workflow.review import Act
from workflow.services import review, translation
from workflow.services.review import WhyNot
from workflow.services.translation import Saved
from workflow.services.workspace import Workspace
from workflow.store.ids import digest_of, new_id
from workflow.store.schema import member
from workflow.store.schema import unit as units
from workflow.store.translations import Current, Written, add_revision, current
from workflow.store.translations import history as revisions

FR = "fr"
TEXTS = ["The library is open.", "The bridge is long.", "The river is wide."]


@dataclass(frozen=True)
class Scene:
    """A document, a translator, two reviewers and a reader."""

    workspace: Workspace
    units: list[str]
    ana: str
    bo: str
    cy: str
    reader: str

    @property
    def unit(self) -> str:
        return self.units[0]

    def save(self, who: str, text: str, unit: str = "", **more: Any) -> Saved:
        unit = unit or self.unit
        asked: dict[str, Any] = {"seen": self.there(unit).version, "token": new_id(NOW), **more}
        return translation.save(self.workspace, who, NOW, unit=unit, locale=FR, text=text, **asked)

    def there(self, unit: str = "") -> Current:
        with self.workspace.store.reading() as db:
            return current(db, unit or self.unit, FR)

    def last(self) -> Written:
        with self.workspace.store.reading() as db:
            return revisions(db, self.unit, FR)[0]

    def approve(self, who: str, unit: str = "", seen: int | None = None) -> Saved:
        unit = unit or self.unit
        version = self.there(unit).version if seen is None else seen
        return review.approve(self.workspace, who, NOW, unit=unit, locale=FR, seen=version)

    def suggest(self, who: str, text: str) -> str:
        return translation.suggest(
            self.workspace, who, NOW, unit=self.unit, locale=FR, text=text
        ).suggestion

    def accept(self, who: str, suggestion: str, **more: Any) -> Saved:
        asked: dict[str, Any] = {"seen": self.there().version, **more}
        return review.accept(self.workspace, who, NOW, suggestion=suggestion, **asked)

    def correct(self, who: str, text: str, **more: Any) -> Saved:
        asked: dict[str, Any] = {"seen": self.there().version, "token": new_id(NOW), **more}
        return review.correct(
            self.workspace, who, NOW, unit=self.unit, locale=FR, text=text, **asked
        )

    def send_back(self, who: str, reason: str = "Too short.", **more: Any) -> Saved:
        asked: dict[str, Any] = {"seen": self.there().version, **more}
        return review.send_back(
            self.workspace, who, NOW, unit=self.unit, locale=FR, reason=reason, **asked
        )

    def import_(self, text: str, author: str) -> None:
        """Take a text from a catalog that names somebody."""
        there = self.there()
        new = Written(
            unit=self.unit,
            locale=FR,
            version=there.version + 1,
            text=text,
            state=State.TRANSLATED,
            act=Act.IMPORT,
            author=author,
            actor=OPERATOR,
            source_digest=digest_of(TEXTS[0]),
            at=NOW - MINUTE,
        )
        with self.workspace.store.writing() as db:
            add_revision(db, new)

    def why_not(self, who: str) -> WhyNot | None:
        """Say why somebody cannot approve what stands there; it is not approved yet."""
        found = review.readings(self.workspace, who, NOW, document="letter", locale=FR)
        return found[self.unit].why_not

    def set_member(self, who: str, **values: str) -> None:
        with self.workspace.store.writing() as db:
            db.execute(update(member).where(member.c.id == who).values(**values))

    def change_source(self, unit: str, text: str) -> None:
        with self.workspace.store.writing() as db:
            values = {"source": text, "source_digest": digest_of(text)}
            db.execute(update(units).where(units.c.id == unit).values(**values))


@contextmanager
def reviewed(folder: Path) -> Iterator[Scene]:
    """Set the scene."""
    with live(folder) as workspace:
        _, ids = put_document(workspace, TEXTS)
        yield Scene(
            workspace,
            ids,
            ana=person(workspace, "Ana", Role.TRANSLATOR),
            bo=person(workspace, "Bo", Role.REVIEWER),
            cy=person(workspace, "Cy", Role.REVIEWER),
            reader=person(workspace, "Dee", Role.READER),
        )
