"""A catalog is made from the store: the same bytes every time, no clock and no person in it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from workflow import languages
from workflow.exchange.catalogs import new_catalog, template
from workflow.model import Catalog, Entry, State, UnitKey, is_translation
from workflow.services.exchange.planning import REVIEWED
from workflow.services.released import released_texts
from workflow.store import Db, sync
from workflow.store.documents import (
    StoredDocument,
    StoredUnit,
    gone_units,
    living_units,
    source_texts,
)
from workflow.store.sync import Base, StoredCatalog
from workflow.store.translations import Current, nothing_yet, of_document


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A catalog as the store would have it, and what file and store will then agree on."""

    catalog: Catalog
    moved: tuple[Base, ...]
    """The bases that are others than before."""
    there: frozenset[str]
    """Ids of units that have a base."""
    stored: StoredCatalog
    """What was known of the catalog before."""


def template_of(db: Db, stored: StoredDocument) -> Catalog:
    """Make the template of a document's released text; references name its file in `sources/`."""
    source = f"sources/{stored.name}{stored.suffix}"
    return template(released_texts(db, stored), source=source)


def outgoing(db: Db, stored: StoredDocument, locale: str, made: Catalog) -> Outgoing:
    """Make the catalog of a document in a language, from the store alone.

    Entries come in the order of the text. What left it follows as obsolete, in order of its
    creation, as far as anybody worked on it. A text that needs work is fuzzy, with the source that
    it was made from beside it; an approval travels as the flag `reviewed`.

    Args:
        db: the transaction; what is read is of one moment.
        stored: the document.
        locale: the language.
        made: its template.
    """
    said = _Said(db, stored, locale)
    blank = new_catalog(made, locale, languages.plural_forms(locale))
    units = {each.key: each for each in living_units(db, stored.id)}
    entries = [
        said.entry(units[each.key], each) if each.key in units else each for each in blank.entries
    ]
    gone = named(units, gone_units(db, stored.id))
    entries += [said.entry(each, Entry(each.key, obsolete=True)) for each in gone if said.has(each)]
    catalog = sync.catalog_of(db, stored.id, locale)
    comments = tuple(catalog.comments.split("\n")) if catalog.comments else ()
    return Outgoing(
        replace(blank, entries=tuple(entries), comments=comments),
        tuple(said.moved([*units.values(), *gone])),
        frozenset(said.bases),
        catalog,
    )


def named(living: Container[UnitKey], gone: Iterable[StoredUnit]) -> list[StoredUnit]:
    """Give the units that left a text and can be named beside it: gettext takes a key once.

    The others stay in the store.
    """
    found: dict[UnitKey, StoredUnit] = {}
    for each in gone:
        if each.key not in living:
            found.setdefault(each.key, each)
    return list(found.values())


class _Said:
    """What the store says of each unit in one language."""

    def __init__(self, db: Db, stored: StoredDocument, locale: str) -> None:
        self.bases = sync.bases_of(db, stored.id, locale)
        self._locale = locale
        self._ours: Mapping[tuple[str, str], Current] = of_document(db, stored.id, locale)
        self._wordings = source_texts(db, stored.id)

    def has(self, unit: StoredUnit) -> bool:
        """Tell whether anybody worked on it."""
        return is_translation(self._current(unit).text) or bool(self._comments(unit))

    def entry(self, unit: StoredUnit, blank: Entry) -> Entry:
        """Fill the entry of a unit."""
        ours, comments = self._current(unit), self._comments(unit)
        return replace(
            blank,
            targets=(ours.text,),
            flags=tuple(_flags(ours)),
            comments=tuple(comments.split("\n")) if comments else (),
            previous=self._previous(unit, ours),
        )

    def moved(self, units: list[StoredUnit]) -> Iterator[Base]:
        """Give the bases that will be others once this is written."""
        for unit in units:
            ours = self._current(unit)
            state = ours.state if is_translation(ours.text) else State.UNTRANSLATED
            digest = ours.source_digest if is_translation(ours.text) else ""
            comments = self._comments(unit)
            new = Base(unit.id, ours.text, state, digest, comments, ours.version)
            if new != (self.bases.get(unit.id) or Base(unit.id, "", state, "", "", 0)):
                yield new

    def _current(self, unit: StoredUnit) -> Current:
        return self._ours.get((unit.id, self._locale)) or nothing_yet(unit.id, self._locale)

    def _comments(self, unit: StoredUnit) -> str:
        base = self.bases.get(unit.id)
        return base.comments if base else ""

    def _previous(self, unit: StoredUnit, ours: Current) -> UnitKey | None:
        """Name the source text that a translation was made from, where it lags behind."""
        if ours.state is not State.NEEDS_WORK or ours.source_digest == unit.source_digest:
            return None
        return self._wordings.get((unit.id, ours.source_digest))


def _flags(ours: Current) -> Iterator[str]:
    if not is_translation(ours.text):
        return
    if ours.state is State.NEEDS_WORK:
        yield "fuzzy"
    if ours.state is State.REVIEWED:
        yield REVIEWED
