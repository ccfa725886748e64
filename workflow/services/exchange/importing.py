"""What taking a catalog in would write is a value, and is done in one transaction.

The plan is made before (see `planning`); that reads, and may take a while, so nobody who saves has
to wait for it. If the store moved on between the two, the plan is made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workflow.languages import count_words
from workflow.model import Catalog, UnitKey
from workflow.services.exchange.report import CatalogReport
from workflow.store import Db, revising, suggestions, sync
from workflow.store.documents import StoredDocument, document_by_id
from workflow.store.past import unheard
from workflow.store.sync import Base, StoredCatalog
from workflow.store.translations import Written, add_revisions, of_document


@dataclass(frozen=True, slots=True)
class Incoming:
    """A catalog that came in, and under whose name."""

    stored: StoredDocument
    locale: str
    catalog: Catalog
    path: str
    """As seen from the workspace's folder; the origin of what is taken."""
    template: Catalog
    """Of the released text."""
    actor: str
    now: datetime
    trust_reviews: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking a catalog in would write."""

    revision: str
    """Id of the source revision for which it holds."""
    written: tuple[Written, ...] = ()
    suggested: tuple[tuple[Written, int], ...] = ()
    gone: Mapping[str, UnitKey] = field(default_factory=dict)
    """Keys of units to be kept for the day they return, by new ids."""
    wordings: tuple[tuple[str, UnitKey], ...] = ()
    bases: tuple[Base, ...] = ()
    there: frozenset[str] = frozenset()
    """Ids of units that have a base."""
    seen: Mapping[str, int] = field(default_factory=dict)
    """Versions of the translations that it builds on, by unit id."""
    stored: StoredCatalog = field(default_factory=StoredCatalog)
    before: StoredCatalog = field(default_factory=StoredCatalog)
    based: int = 0
    """How many texts of the document the catalog had, when it was last read or written."""
    changed: int = 0
    """How many of those it says otherwise now."""
    report: CatalogReport = field(default_factory=lambda: CatalogReport("", "", ""))

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would be written."""
        work = self.written or self.suggested or self.gone or self.wordings or self.bases
        return not work and self.stored == self.before

    @property
    def changes_work(self) -> bool:
        """Tell whether people would see something else."""
        return bool(self.written or self.suggested or self.gone)


class Moved(Exception):
    """The store has moved on since a plan was made; nothing was written."""


def carry_out(db: Db, incoming: Incoming, planned: Plan) -> None:
    """Write what was planned.

    Raises:
        Moved: somebody saved, or a revision was released, in between.
    """
    stored, locale = incoming.stored, incoming.locale
    document = document_by_id(db, stored.id)
    if document is None or document.revision != planned.revision:
        raise Moved
    if planned.written or planned.suggested:
        there = of_document(db, stored.id, locale)
        for unit, version in planned.seen.items():
            if (found := there.get((unit, locale))) is not None and found.version != version:
                raise Moved
    words = {each: count_words(key.source) for each, key in planned.gone.items()}
    sync.add_gone_units(db, stored.id, planned.gone, words)
    revising.add_wordings(db, [unheard(unit, key) for unit, key in planned.wordings])
    add_revisions(db, planned.written)
    suggestions.keep_many(db, stored.id, locale, planned.suggested)
    sync.put_bases(db, locale, planned.bases, planned.there)
    if planned.stored != planned.before:
        sync.put_catalog(db, stored.id, locale, planned.stored)
