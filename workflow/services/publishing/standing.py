"""How far a statement is in each language, by the rule under which it is published."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.exporters.around import Draft
from workflow.model import State
from workflow.services.progress.counting import counted
from workflow.services.progress.values import Far
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument
from workflow.store.figures import totals


@dataclass(frozen=True, slots=True)
class Standing:
    """A statement in one language; what is counted are its paragraphs."""

    locale: str
    is_source: bool
    """Whether it was written in this language."""
    minimum: State
    """How far each paragraph must be by the rule."""
    units: int
    untranslated: int
    needs_work: int
    translated: int
    """They wait for a second person."""
    reviewed: int

    @property
    def draft(self) -> Draft | None:
        """Say what is missing by the rule; None where nothing is, so that it is finished."""
        missing = self.untranslated + self.needs_work
        unreviewed = self.translated if self.minimum is State.REVIEWED else 0
        return Draft(missing, unreviewed) if missing or unreviewed else None

    @property
    def is_finished(self) -> bool:
        """Tell whether it meets the rule."""
        return self.draft is None

    @property
    def is_begun(self) -> bool:
        """Tell whether there is anything to read in this language; what needs work is not read."""
        return self.is_source or self.translated + self.reviewed > 0


def standings_of(db: Db, workspace: Workspace, stored: StoredDocument) -> tuple[Standing, ...]:
    """Count a document in each language: its own first, those of the settings, those begun."""
    minimum = workspace.settings.of(stored.name).publication.minimum
    units = totals(db, [stored.id]).get(stored.id, (0, 0))[0]
    source = Standing(
        locale=stored.source_locale,
        is_source=True,
        minimum=minimum,
        units=units,
        untranslated=0,
        needs_work=0,
        translated=0,
        reviewed=units,
    )
    found = counted(workspace, db, [stored])[stored.id]
    return source, *(_standing(locale, minimum, far) for locale, far in found.items())


def _standing(locale: str, minimum: State, far: Far) -> Standing:
    return Standing(
        locale=locale,
        is_source=False,
        minimum=minimum,
        units=far.units,
        untranslated=far.untranslated,
        needs_work=far.needs_work,
        translated=far.translated,
        reviewed=far.reviewed,
    )
