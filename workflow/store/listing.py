"""What a list of paragraphs shows beside their texts: one query for each kind of thing."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, func, or_, select

from workflow.model import BlockKind, Place
from workflow.review import CHANGES_TEXT, Act
from workflow.store.drafts import Draft
from workflow.store.engine import Db
from workflow.store.schema import document as documents
from workflow.store.schema import draft, member, place, revision, source_text, suggestion
from workflow.store.schema import unit as units

WRITES = tuple(sorted(act.value for act in CHANGES_TEXT))
"""Names of the acts that write a text."""
FORMER = "former member"
"""Stands for the name of whoever has left."""


def names(db: Db, wanted: Collection[str] = ()) -> Mapping[str, str]:
    """Give the pseudonyms of members by id, all where none are named; former ones have none."""
    query = select(member.c.id, member.c.name).where(member.c.status != "former")
    if wanted:
        query = query.where(member.c.id.in_(tuple(wanted)))
    return {row[0]: row[1] for row in db.execute(query)}


def name_in(known: Mapping[str, str], who: str) -> str:
    """Say how somebody is called: nothing for nobody, `FORMER` for whoever has left."""
    return (known.get(who) or FORMER) if who else ""


def places(db: Db, source_revision: str, unit: str = "") -> Mapping[str, tuple[Place, ...]]:
    """Give where the units of a source revision stand, in document order; of one unit if named."""
    columns = (
        place.c.unit,
        place.c.kind,
        place.c.line,
        place.c.block,
        place.c.marker,
        place.c.level,
        place.c.depth,
        place.c.section,
        place.c.position,
        place.c.size,
    )
    query = select(*columns).where(place.c.source_revision == source_revision)
    if unit:
        query = query.where(place.c.unit == unit)
    found: dict[str, list[Place]] = {}
    for each, kind, *rest in db.execute(query.order_by(place.c.number)):
        found.setdefault(each, []).append(Place(BlockKind(kind), *rest))
    return {each: tuple(there) for each, there in found.items()}


def wordings(db: Db, unit: str) -> Mapping[str, str]:
    """Give every source text that a unit ever had, by digest."""
    query = select(source_text.c.digest, source_text.c.source).where(source_text.c.unit == unit)
    return {row[0]: row[1] for row in db.execute(query)}


def _in(document: str, unit: str) -> ColumnElement[bool]:
    """Choose the units of a document, or one of them."""
    return units.c.id == unit if unit else units.c.document == document


def open_suggestions(db: Db, document: str, locale: str, unit: str = "") -> Mapping[str, int]:
    """Count the suggestions on which nobody has decided, by unit id."""
    rows = db.execute(
        select(suggestion.c.unit, func.count())
        .join(units, units.c.id == suggestion.c.unit)
        .where(_in(document, unit), suggestion.c.locale == locale, suggestion.c.status == "open")
        .group_by(suggestion.c.unit)
    )
    return {row[0]: row[1] for row in rows}


def last_written_from(
    db: Db, document: str, locale: str, person: str, unit: str = ""
) -> Mapping[str, str]:
    """Give the digest of the source text from which somebody last wrote each translation.

    A text that stood when a typo in its source was mended counts as written from the mended one.
    """
    told = [act.value for act in (Act.TYPO, Act.MEANING)]
    rows = db.execute(
        select(revision.c.unit, revision.c.act, revision.c.source_digest)
        .join(units, units.c.id == revision.c.unit)
        .where(
            _in(document, unit),
            revision.c.locale == locale,
            or_(
                and_(revision.c.actor == person, revision.c.act.in_(WRITES)),
                revision.c.act.in_(told),
            ),
        )
        .order_by(revision.c.unit, revision.c.version)
    )
    found: dict[str, str] = {}
    is_behind: set[str] = set()
    for each, act, digest in rows:
        if act in WRITES:
            found[each] = digest
            is_behind.discard(each)
        elif act == Act.MEANING:
            is_behind.add(each)
        elif each in found and each not in is_behind:
            found[each] = digest
    return found


def drafts_in(
    db: Db, document: str, locale: str, person: str, unit: str = ""
) -> Mapping[str, Draft]:
    """Give what somebody is typing in a document and a language, by unit id."""
    rows = db.execute(
        select(draft)
        .join(units, units.c.id == draft.c.unit)
        .where(_in(document, unit), draft.c.locale == locale, draft.c.member == person)
    )
    return {each.unit: Draft(*each) for each in rows}


@dataclass(frozen=True, slots=True)
class PlacedDraft:
    """A draft and where it belongs."""

    draft: Draft
    document: str
    """Id of its document."""
    name: str
    """Name of its document."""
    source: str
    """What its paragraph says now."""
    source_digest: str
    """Of what its paragraph says now."""


def placed_drafts(db: Db, person: str) -> tuple[PlacedDraft, ...]:
    """Give all that somebody is typing, newest first."""
    rows = db.execute(
        select(
            draft,
            documents.c.id.label("of"),
            documents.c.name,
            units.c.source,
            units.c.source_digest.label("now"),
        )
        .join(units, units.c.id == draft.c.unit)
        .join(documents, documents.c.id == units.c.document)
        .where(draft.c.member == person)
        .order_by(draft.c.at.desc(), draft.c.unit)
    )
    return tuple(PlacedDraft(Draft(*row[:7]), *row[7:]) for row in rows)
