"""The revisions of a source: which there are, and the writing down of what they bring."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import datetime

from sqlalchemy import and_, bindparam, delete, func, insert, select, update

from workflow.model import Place
from workflow.store.documents import (
    StoredDocument,
    StoredRevision,
    StoredUnit,
    document_named,
    revision_by_id,
)
from workflow.store.engine import Db
from workflow.store.ids import key_digest
from workflow.store.past import Wording
from workflow.store.schema import document, place, source_revision, source_text
from workflow.store.schema import unit as units


@dataclass(frozen=True, slots=True)
class Summary:
    """One revision of a source without its bytes."""

    number: int
    digest: str
    size: int
    """In bytes."""
    status: str
    """`proposed`, `released` or `discarded`."""
    origin: str
    author: str
    note: str
    created: datetime
    released: datetime | None


WITHDRAWN = "withdrawn with its file"
"""Note of a proposal that was discarded because its file went back to the released text, or because
a person's took its place: nobody decided on it."""


# --- what there is -------------------------------------------------------------------------------


def proposal_of(db: Db, of: str) -> StoredRevision | None:
    """Give the proposed revision of a document's source, if there is one."""
    return _newest(db, source_revision.c.document == of, source_revision.c.status == "proposed")


def last_from_file(db: Db, of: str) -> StoredRevision | None:
    """Give the revision that was last found in the document's file, whatever became of it."""
    return _newest(db, source_revision.c.document == of, source_revision.c.origin == "file")


def _newest(db: Db, *conditions: object) -> StoredRevision | None:
    query = select(source_revision.c.id).where(*conditions)  # type: ignore[arg-type]
    found = db.execute(query.order_by(source_revision.c.number.desc()).limit(1)).scalar()
    return revision_by_id(db, found) if found else None


def released_as(db: Db, digest: str) -> tuple[StoredDocument, ...]:
    """Give the documents in work whose released text has this digest, by name."""
    query = (
        select(document.c.name)
        .join(source_revision, source_revision.c.id == document.c.revision)
        .where(source_revision.c.digest == digest, document.c.status == "active")
        .order_by(document.c.name)
    )
    found = (document_named(db, name) for name in db.execute(query).scalars().all())
    return tuple(each for each in found if each)


def proposed(db: Db) -> frozenset[str]:
    """Give the ids of the documents for which a proposal waits."""
    query = select(source_revision.c.document).where(source_revision.c.status == "proposed")
    return frozenset(db.execute(query).scalars())


def revisions_of(db: Db, of: str) -> tuple[Summary, ...]:
    """Give all revisions of a document's source, the newest first."""
    query = (
        select(
            source_revision.c.number,
            source_revision.c.digest,
            func.length(source_revision.c.data),
            source_revision.c.status,
            source_revision.c.origin,
            source_revision.c.author,
            source_revision.c.note,
            source_revision.c.created,
            source_revision.c.released,
        )
        .where(source_revision.c.document == of)
        .order_by(source_revision.c.number.desc())
    )
    return tuple(Summary(*row) for row in db.execute(query))


def revision_id(db: Db, of: str, number: int) -> str:
    """Give the id of the revision of a number; empty where there is none."""
    query = select(source_revision.c.id).where(
        source_revision.c.document == of, source_revision.c.number == number
    )
    return db.execute(query).scalar() or ""


def last_number(db: Db, of: str) -> int:
    """Give the number of the last revision of a document's source; 0 where there is none."""
    query = select(func.max(source_revision.c.number)).where(source_revision.c.document == of)
    return db.execute(query).scalar() or 0


def last_unit_number(db: Db, of: str) -> int:
    """Give the number of the unit that was made last; -1 where there is none."""
    found = db.execute(select(func.max(units.c.number)).where(units.c.document == of)).scalar()
    return -1 if found is None else int(found)


# --- what it becomes -----------------------------------------------------------------------------


def add_document(db: Db, new: StoredDocument, now: datetime) -> None:
    """Write down a document that there was not."""
    db.execute(insert(document), {**asdict(new), "created": now})


def add_revision(db: Db, new: StoredRevision) -> None:
    """Write down a revision of a source."""
    db.execute(insert(source_revision), asdict(new))


def add_units(db: Db, new: Sequence[StoredUnit]) -> None:
    """Write down units that there were not."""
    if new:
        db.execute(insert(units), [_unit_row(each) for each in new])


def _unit_row(each: StoredUnit) -> dict[str, object]:
    row: dict[str, object] = {name: getattr(each, name) for name in _FIELDS}
    return {**row, "key_digest": key_digest(each.source, each.context)}


_FIELDS = tuple(each.name for each in fields(StoredUnit))


def add_wordings(db: Db, new: Iterable[Wording]) -> None:
    """Write down wordings that their units did not have."""
    rows = [
        {
            "unit": each.unit,
            "digest": each.digest,
            "source": each.key.source,
            "context": each.key.context,
            "since": each.since,
        }
        for each in new
    ]
    if rows:
        db.execute(insert(source_text), rows)


def drop_borrowed(db: Db, wordings: Iterable[Wording]) -> None:
    """Forget wordings that came with another unit's translation: they are the units' own now."""
    rows = [{"b_unit": each.unit, "b_digest": each.digest} for each in wordings]
    borrowed = and_(
        source_text.c.unit == bindparam("b_unit"),
        source_text.c.digest == bindparam("b_digest"),
        source_text.c.since == 0,
    )
    if rows:
        db.execute(delete(source_text).where(borrowed), rows)


def add_places(db: Db, revision_id: str, placed: Iterable[tuple[str, Place]]) -> None:
    """Write down where units stand in a revision, in its order."""
    rows = [
        {
            "source_revision": revision_id,
            "number": number,
            "unit": each,
            "kind": where.kind.value,
            "marker": where.marker,
            "level": where.level,
            "depth": where.depth,
            "section": where.section,
            "line": where.line,
            "block": where.group,
            "position": where.position,
            "size": where.size,
        }
        for number, (each, where) in enumerate(placed)
    ]
    if rows:
        db.execute(insert(place), rows)


def settle(db: Db, gone: Iterable[str], changed: Sequence[StoredUnit]) -> None:
    """Write down which units are gone, and what others are now; the rest stays as it is.

    Two units may change places and wordings, so that all leave before any comes back.
    """
    leave = [{"b_id": each} for each in (*gone, *(unit.id for unit in changed))]
    one = units.c.id == bindparam("b_id")
    if leave:
        db.execute(update(units).where(one).values(position=None), leave)
    if changed:
        rows = [_unit_row(each) for each in changed]
        db.execute(
            update(units).where(one).values({name: bindparam(f"b_{name}") for name in _CHANGING}),
            [{f"b_{name}": row[name] for name in ("id", *_CHANGING)} for row in rows],
        )


_CHANGING = (
    "source",
    "context",
    "key_digest",
    "source_digest",
    "note",
    "max_length",
    "position",
    "words",
)


def withdraw(db: Db, wanted: str) -> None:
    """Discard a proposal of a file without anybody having decided on it.

    Its mark keeps it apart from what a person discarded: if the file changes once more, it may be
    proposed once more.
    """
    values = {"status": "discarded", "note": WITHDRAWN}
    same = (source_revision.c.id == wanted, source_revision.c.status == "proposed")
    db.execute(update(source_revision).where(*same).values(values))


def discard_proposals(db: Db, of: str) -> int:
    """Discard the proposal that waits for a document, if any; say how many there were."""
    query = update(source_revision).where(
        source_revision.c.document == of, source_revision.c.status == "proposed"
    )
    return db.execute(query.values(status="discarded")).rowcount


def release(db: Db, of: str, revision_id: str, segmentation: str, now: datetime) -> None:
    """Let a revision be the one that translators see."""
    released = {"status": "released", "released": now, "segmentation": segmentation}
    db.execute(update(source_revision).where(source_revision.c.id == revision_id).values(released))
    db.execute(update(document).where(document.c.id == of).values(revision=revision_id))


def set_status(db: Db, of: str, status: str) -> None:
    """Archive a document, or take it back."""
    db.execute(update(document).where(document.c.id == of).values(status=status))
