"""Documents, their units and the wordings that these had."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from workflow.errors import NotFound
from workflow.model import UnitKey
from workflow.store.engine import Db
from workflow.store.schema import document, source_revision, source_text, unit


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the store knows it."""

    id: str
    name: str
    format: str
    suffix: str
    """Of its file in `sources/`, with the dot."""
    source_locale: str
    status: str
    """`active` or `archived`."""
    revision: str
    """Id of the source revision that is released."""


@dataclass(frozen=True, slots=True)
class StoredUnit:
    """A unit with its lasting id."""

    id: str
    document: str
    number: int
    """In order of creation within its document."""
    source: str
    context: str
    source_digest: str
    note: str
    max_length: int | None
    position: int | None
    """In the released revision, from 0; None where it is gone."""
    words: int

    @property
    def key(self) -> UnitKey:
        """Give its identity in catalogs."""
        return UnitKey(self.source, self.context)


@dataclass(frozen=True, slots=True)
class StoredRevision:
    """One revision of a source, as it was put in."""

    id: str
    document: str
    number: int
    """1 for the first."""
    digest: str
    """SHA-256 of the bytes, in hexadecimal."""
    data: bytes
    segmentation: str
    status: str
    """`proposed`, `released` or `discarded`."""
    origin: str
    """`person`, or `file` where it was found changed in `sources/`."""
    author: str
    note: str
    created: datetime
    released: datetime | None


_DOCUMENT = (
    document.c.id,
    document.c.name,
    document.c.format,
    document.c.suffix,
    document.c.source_locale,
    document.c.status,
    document.c.revision,
)
_REVISION = (
    source_revision.c.id,
    source_revision.c.document,
    source_revision.c.number,
    source_revision.c.digest,
    source_revision.c.data,
    source_revision.c.segmentation,
    source_revision.c.status,
    source_revision.c.origin,
    source_revision.c.author,
    source_revision.c.note,
    source_revision.c.created,
    source_revision.c.released,
)
_UNIT = (
    unit.c.id,
    unit.c.document,
    unit.c.number,
    unit.c.source,
    unit.c.context,
    unit.c.source_digest,
    unit.c.note,
    unit.c.max_length,
    unit.c.position,
    unit.c.words,
)


def documents(db: Db) -> tuple[StoredDocument, ...]:
    """Give all documents, archived ones too, by name."""
    rows = db.execute(select(*_DOCUMENT).order_by(document.c.name))
    return tuple(StoredDocument(*row) for row in rows)


# Asked at every step: to put a query into words anew takes longer than to answer it.
_DOCUMENT_BY_ID = select(*_DOCUMENT).where(document.c.id == bindparam("wanted"))
_DOCUMENT_NAMED = select(*_DOCUMENT).where(document.c.name == bindparam("wanted"))
_UNIT_BY_ID = select(*_UNIT).where(unit.c.id == bindparam("wanted"))


def document_named(db: Db, name: str) -> StoredDocument | None:
    """Find a document by its name."""
    row = db.execute(_DOCUMENT_NAMED, {"wanted": name}).first()
    return StoredDocument(*row) if row else None


def document_by_id(db: Db, wanted: str) -> StoredDocument | None:
    """Find a document by its id."""
    row = db.execute(_DOCUMENT_BY_ID, {"wanted": wanted}).first()
    return StoredDocument(*row) if row else None


def revision_by_id(db: Db, wanted: str) -> StoredRevision:
    """Find a source revision by its id.

    Raises:
        NotFound: there is none.
    """
    row = db.execute(select(*_REVISION).where(source_revision.c.id == wanted)).first()
    if row is None:
        raise NotFound("revision")
    return _revision(row)


def _revision(row: Iterable[Any]) -> StoredRevision:
    return StoredRevision(*row)


def unit_by_id(db: Db, wanted: str) -> StoredUnit | None:
    """Find a unit by its id, gone ones too."""
    row = db.execute(_UNIT_BY_ID, {"wanted": wanted}).first()
    return _unit(row) if row else None


def _unit(row: Iterable[Any]) -> StoredUnit:
    return StoredUnit(*row)


def first_put_in(db: Db, wanted: str) -> datetime:
    """Say when a document was put in.

    Raises:
        NotFound: there is none with this id.
    """
    found: datetime | None = db.scalar(select(document.c.created).where(document.c.id == wanted))
    if found is None:
        raise NotFound("document")
    return found


def living_units(db: Db, of: str) -> tuple[StoredUnit, ...]:
    """Give the units of a document's released revision, in document order."""
    query = select(*_UNIT).where(unit.c.document == of, unit.c.position.is_not(None))
    return tuple(map(_unit, db.execute(query.order_by(unit.c.position))))


def gone_units(db: Db, of: str) -> tuple[StoredUnit, ...]:
    """Give the units that left a document, in order of their creation."""
    query = select(*_UNIT).where(unit.c.document == of, unit.c.position.is_(None))
    return tuple(map(_unit, db.execute(query.order_by(unit.c.number))))


def source_texts(db: Db, of: str, digests: Iterable[str] = ()) -> Mapping[tuple[str, str], UnitKey]:
    """Give every wording that the units of a document ever had, by unit id and digest.

    Of some digests only, where they are given.
    """
    query = (
        select(
            source_text.c.unit, source_text.c.digest, source_text.c.source, source_text.c.context
        )
        .join(unit, unit.c.id == source_text.c.unit)
        .where(unit.c.document == of)
        .order_by(unit.c.number, source_text.c.since)
    )
    if wanted := tuple(digests):
        query = query.where(source_text.c.digest.in_(wanted))
    return {
        (each, digest): UnitKey(source, context)
        for each, digest, source, context in db.execute(query)
    }


def source_text_of(db: Db, wanted: str, digest: str) -> str | None:
    """Give one wording of a unit: the text that a translation was made from."""
    return db.execute(
        select(source_text.c.source).where(
            source_text.c.unit == wanted, source_text.c.digest == digest
        )
    ).scalar()
