"""What a document was like before: its wordings, its places, the translations made from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from workflow.model import State, UnitKey
from workflow.review import Act
from workflow.store.engine import Db
from workflow.store.ids import digest_of
from workflow.store.schema import place, revision, source_text, translation
from workflow.store.schema import unit as units
from workflow.store.translations import Current, current_from

_AT_ONCE = 500
"""So many ids are asked for at a time: databases have limits."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A wording that a unit has or had."""

    unit: str
    key: UnitKey
    digest: str
    """Of the source text."""
    since: int
    """Number of the source revision that brought it; 0 where it was another unit's, or none."""


def unheard(unit: str, key: UnitKey) -> Wording:
    """Make a wording that a file brought: when its unit had it, if ever, nobody knows."""
    return Wording(unit, key, digest_of(key.source), 0)


def wordings(db: Db, of: str) -> tuple[Wording, ...]:
    """Give every wording of every unit of a document, those of a unit from the oldest on."""
    query = (
        select(
            source_text.c.unit,
            source_text.c.source,
            source_text.c.context,
            source_text.c.digest,
            source_text.c.since,
        )
        .join(units, units.c.id == source_text.c.unit)
        .where(units.c.document == of)
        .order_by(source_text.c.since, units.c.number)
    )
    return tuple(
        Wording(each, UnitKey(source, context), digest, since)
        for each, source, context, digest, since in db.execute(query)
    )


@dataclass(frozen=True, slots=True)
class Stands:
    """Where a unit stands in a revision."""

    kind: str
    """What it is to its reader in its first place."""
    line: int
    """Of its first place."""
    places: int
    """How many it has."""


def places_of(db: Db, revision_id: str) -> Mapping[str, Stands]:
    """Say where the units of a revision stand."""
    query = (
        select(place.c.unit, place.c.kind, place.c.marker, place.c.line)
        .where(place.c.source_revision == revision_id)
        .order_by(place.c.number)
    )
    found: dict[str, Stands] = {}
    for each, kind, marker, line in db.execute(query):
        first = found.get(each) or Stands(kind_of(kind, marker), line, 0)
        found[each] = replace(first, places=first.places + 1)
    return found


def kind_of(kind: str, marker: str) -> str:
    """Say what a text is to its reader, marker and all."""
    return f"{kind} {marker}" if marker else kind


def locales_ever(db: Db, of: str) -> frozenset[str]:
    """Give the languages in which any unit of a document has, or had, a translation."""
    query = (
        select(translation.c.locale)
        .join(units, units.c.id == translation.c.unit)
        .where(units.c.document == of)
        .distinct()
    )
    return frozenset(db.execute(query).scalars())


def translations_of(db: Db, wanted: Iterable[str]) -> Mapping[tuple[str, str], Current]:
    """Give the translations of some units, by unit and locale."""
    found: dict[tuple[str, str], Current] = {}
    for some in _in_turn(wanted):
        for row in db.execute(select(translation).where(translation.c.unit.in_(some))):
            found[row.unit, row.locale] = current_from(row)
    return found


@dataclass(frozen=True, slots=True)
class Once:
    """A translation that was made from a wording."""

    unit: str
    locale: str
    text: str
    state: State
    source_digest: str
    author: str
    order: tuple[object, ...]
    """The greater, the later."""


def made_from(db: Db, wanted: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str, str], Once]:
    """Give the last translation made from each wording, by unit, source digest and locale.

    That a revision let a translation need work does not count: this was said of the next wording.
    """
    asked = frozenset(wanted)
    found: dict[tuple[str, str, str], Once] = {}
    for some in _in_turn({unit for unit, _ in asked}):
        query = (
            select(
                revision.c.unit,
                revision.c.locale,
                revision.c.text,
                revision.c.state,
                revision.c.source_digest,
                revision.c.author,
                revision.c.at,
                revision.c.id,
            )
            .where(revision.c.unit.in_(some), revision.c.act != Act.MEANING.value)
            .order_by(revision.c.unit, revision.c.locale, revision.c.version)
        )
        for unit, locale, text, state, digest, author, at, id_ in db.execute(query):
            if (unit, digest) in asked:
                found[unit, digest, locale] = Once(
                    unit, locale, text, State(state), digest, author, (at, id_)
                )
    return found


def _in_turn(wanted: Iterable[str]) -> Iterator[list[str]]:
    ids = sorted(wanted)
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]
