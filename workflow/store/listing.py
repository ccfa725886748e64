"""What a list of paragraphs shows beside their texts: one query for each kind of thing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, bindparam, func, or_, select

from workflow.model import BlockKind, Place
from workflow.review import CHANGES_TEXT, Act
from workflow.store.drafts import Draft
from workflow.store.engine import Db
from workflow.store.schema import document as documents
from workflow.store.schema import draft, member, place, revision, source_text, suggestion
from workflow.store.schema import unit as units

WRITES = tuple(sorted(act.value for act in CHANGES_TEXT))
"""Names of the acts that write a text."""
TOLD = (Act.TYPO.value, Act.MEANING.value)
"""Names of the acts by which a new source revision says what it means for a translation."""
FORMER = "former member"
"""Stands for the name of whoever has left."""


_NAMES = select(member.c.id, member.c.name).where(member.c.status != "former")


def names(db: Db, wanted: Collection[str] = ()) -> Mapping[str, str]:
    """Give the pseudonyms of members by id, all where none are named; former ones have none."""
    query = _NAMES.where(member.c.id.in_(tuple(wanted))) if wanted else _NAMES
    return {row[0]: row[1] for row in db.execute(query)}


def name_in(known: Mapping[str, str], who: str) -> str:
    """Say how somebody is called: nothing for nobody, `FORMER` for whoever has left."""
    return (known.get(who) or FORMER) if who else ""


@cache
def _places(one: bool) -> Select[Any]:  # noqa: FBT001
    query = select(
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
    ).where(place.c.source_revision == bindparam("revision"))
    if one:
        query = query.where(place.c.unit == bindparam("unit"))
    return query.order_by(place.c.number)


def places(db: Db, source_revision: str, unit: str = "") -> Mapping[str, tuple[Place, ...]]:
    """Give where the units of a source revision stand, in document order; of one unit if named."""
    rows = db.execute(_places(bool(unit)), {"revision": source_revision, "unit": unit})
    found: dict[str, list[Place]] = {}
    for each, kind, *rest in rows:
        found.setdefault(each, []).append(Place(BlockKind(kind), *rest))
    return {each: tuple(there) for each, there in found.items()}


_WORDINGS = select(source_text.c.digest, source_text.c.source).where(
    source_text.c.unit == bindparam("unit")
)


def wordings(db: Db, unit: str) -> Mapping[str, str]:
    """Give every source text that a unit ever had, by digest."""
    return {row[0]: row[1] for row in db.execute(_WORDINGS, {"unit": unit})}


# The help beside an open paragraph asks these at every step: to put a query into words anew takes
# longer than to answer it.


def _in(one: bool) -> ColumnElement[bool]:  # noqa: FBT001 - a key of what is remembered
    """Choose the units of a document, or one of them."""
    if one:
        return units.c.id == bindparam("unit")
    return units.c.document == bindparam("document")


@cache
def _open_suggestions(one: bool) -> Select[Any]:  # noqa: FBT001
    return (
        select(suggestion.c.unit, func.count())
        .join(units, units.c.id == suggestion.c.unit)
        .where(_in(one), suggestion.c.locale == bindparam("locale"), suggestion.c.status == "open")
        .group_by(suggestion.c.unit)
    )


def open_suggestions(db: Db, document: str, locale: str, unit: str = "") -> Mapping[str, int]:
    """Count the suggestions on which nobody has decided, by unit id."""
    asked = {"document": document, "unit": unit, "locale": locale}
    rows = db.execute(_open_suggestions(bool(unit)), asked)
    return {row[0]: row[1] for row in rows}


@cache
def _last_written_from(one: bool) -> Select[Any]:  # noqa: FBT001
    wrote = and_(revision.c.actor == bindparam("person"), revision.c.act.in_(WRITES))
    return (
        select(revision.c.unit, revision.c.act, revision.c.source_digest)
        .join(units, units.c.id == revision.c.unit)
        .where(
            _in(one),
            revision.c.locale == bindparam("locale"),
            or_(wrote, revision.c.act.in_(TOLD)),
        )
        .order_by(revision.c.unit, revision.c.version)
    )


def last_written_from(
    db: Db, document: str, locale: str, person: str, unit: str = ""
) -> Mapping[str, str]:
    """Give the digest of the source text from which somebody last wrote each translation.

    A text that stood when a typo in its source was mended counts as written from the mended one.
    """
    asked = {"document": document, "unit": unit, "locale": locale, "person": person}
    rows = db.execute(_last_written_from(bool(unit)), asked)
    return written_from((each, act, digest) for each, act, digest in rows)


_Which = TypeVar("_Which")


def written_from(rows: Iterable[tuple[_Which, str, str]]) -> dict[_Which, str]:
    """Say from which source text each translation was last written, going through what happened.

    Args:
        rows: which translation, an act, the digest of the source text then; those of one
            translation from the oldest on.
    """
    found: dict[_Which, str] = {}
    is_behind: set[_Which] = set()
    for each, act, digest in rows:
        if act in WRITES:
            found[each] = digest
            is_behind.discard(each)
        elif act == Act.MEANING:
            is_behind.add(each)
        elif each in found and each not in is_behind:
            found[each] = digest
    return found


@cache
def _drafts_in(one: bool) -> Select[Any]:  # noqa: FBT001
    return (
        select(draft)
        .join(units, units.c.id == draft.c.unit)
        .where(
            _in(one),
            draft.c.locale == bindparam("locale"),
            draft.c.member == bindparam("person"),
        )
    )


def drafts_in(
    db: Db, document: str, locale: str, person: str, unit: str = ""
) -> Mapping[str, Draft]:
    """Give what somebody is typing in a document and a language, by unit id."""
    asked = {"document": document, "unit": unit, "locale": locale, "person": person}
    rows = db.execute(_drafts_in(bool(unit)), asked)
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
