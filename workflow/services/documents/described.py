"""What is said of a document: in a list, in full, and when it was released."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from workflow import access
from workflow.alignment.costs import Cost
from workflow.assembly import Policy
from workflow.services.desk import OPERATOR
from workflow.services.documents.originals import wanted
from workflow.services.workspace import Workspace
from workflow.store import Db, revising
from workflow.store.documents import StoredDocument
from workflow.store.people import grants_of
from workflow.store.revising import Summary


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in a list, with what the settings say of it."""

    id: str
    name: str
    title: str
    """Empty where nobody gave it one."""
    locale: str
    """Language of the source."""
    languages: tuple[str, ...]
    """Those that are wanted."""
    deadline: date | None
    priority: int
    tags: tuple[str, ...]
    notes: str
    """What translators should know before they begin."""
    publication: Policy
    """By which rule it is published."""
    status: str
    """`active` or `archived`."""
    is_proposed: bool
    """Whether a new text waits to be released."""


@dataclass(frozen=True, slots=True)
class Described:
    """One document with the revisions of its source."""

    document: Listed
    format: str
    file_name: str
    """What it is called in `sources/`."""
    revisions: tuple[Summary, ...]
    """The newest first; those that were never released are for coordinators only."""


@dataclass(frozen=True, slots=True)
class SourceData:
    """The bytes of one revision, to be downloaded."""

    file_name: str
    number: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Released:
    """What a release did."""

    document: str
    number: int
    costs: tuple[Cost, ...]
    """As they were when it happened; somebody may have saved since it was announced."""
    path: Path
    """The file that has the new text now."""


def listed(db: Db, workspace: Workspace, stored: StoredDocument) -> Listed:
    """Say what a list says of a document."""
    return row_of(workspace, stored, is_proposed=revising.proposal_of(db, stored.id) is not None)


def row_of(workspace: Workspace, stored: StoredDocument, *, is_proposed: bool) -> Listed:
    """Put together what the store and the settings say of a document."""
    own = workspace.settings.of(stored.name)
    return Listed(
        id=stored.id,
        name=stored.name,
        title=own.title,
        locale=stored.source_locale,
        languages=wanted(workspace, stored),
        deadline=own.deadline,
        priority=own.priority,
        tags=own.tags,
        notes=own.notes,
        publication=own.publication,
        status=stored.status,
        is_proposed=is_proposed,
    )


def may(db: Db, actor: str, verb: str, stored: StoredDocument, now: datetime) -> bool:
    """Tell whether somebody may do something with a document in all languages."""
    grants = () if actor == OPERATOR else grants_of(db, actor, now)
    return access.may(actor, grants, verb, document=stored.id)
