"""What a new text makes of a document's units, and what that does to their translations.

It is planned before any lock is taken: which unit each text is does not depend on what translators
do meanwhile. What happens to their translations is settled in the transaction that releases it, by
the same functions that announced what it would cost.
"""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from threading import Lock

from workflow import plumbing
from workflow.alignment.carrying import UNTOUCHED, Held, Intent, Past, Step, carry
from workflow.alignment.costs import Cost, costs
from workflow.alignment.succession import (
    Ancestor,
    Succession,
    succeed,
    with_lost_places,
    with_twins,
)
from workflow.alignment.texts import Text
from workflow.alignment.twins import twins
from workflow.languages import count_words
from workflow.model import Document, State, Unit
from workflow.review import Act
from workflow.segmentation import joiner
from workflow.store import Db, past, suggestions
from workflow.store.documents import (
    StoredDocument,
    StoredUnit,
    gone_units,
    living_units,
)
from workflow.store.ids import digest_of
from workflow.store.past import Stands, Wording
from workflow.store.translations import Current

Progress = Callable[[str, int, int], None]
"""Is told the stage, how much of it is done, and of how much."""

_REMEMBERED = 8


# --- what a new text makes of the units ----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Plan:
    """Which unit each text of a new revision is."""

    released: str
    """Id of the revision that it follows."""
    document: Document
    """The new revision, extracted; blocks keep the cut that the living units show."""
    units: tuple[StoredUnit, ...]
    """Those that there are: the living ones in document order, then those that are gone."""
    ancestors: tuple[Ancestor, ...]
    """The same, as alignment sees them."""
    wordings: tuple[Wording, ...]
    """All that they ever had."""
    succession: Succession
    words: tuple[int, ...]
    """Of each new text."""
    lines: Mapping[str, int]
    """In the released revision, by id of a living unit."""


_plans: OrderedDict[tuple[str, str], Plan] = OrderedDict()
_lock = Lock()


def plan(
    db: Db, stored: StoredDocument, data: bytes, digest: str, progress: Progress | None = None
) -> Plan:
    """Settle which unit each text of a new revision is; those made last are remembered.

    It depends on the new bytes, the released revision, and all units with all their wordings; a
    catalog may bring more of these in between, so they are looked at each time.
    """
    units = (*living_units(db, stored.id), *gone_units(db, stored.id))
    wordings = tuple(past.wordings(db, stored.id))
    wanted = stored.revision, digest
    with _lock:
        there = _plans.get(wanted)
        if there is not None and (there.units, there.wordings) == (units, wordings):
            _plans.move_to_end(wanted)
            return there
    told = progress or (lambda _stage, _done, _total: None)
    made = _plan(db, stored, data, units, wordings, told)
    with _lock:
        _plans[wanted] = made
        _plans.move_to_end(wanted)
        while len(_plans) > _REMEMBERED:
            _plans.popitem(last=False)
    return made


def _plan(
    db: Db,
    stored: StoredDocument,
    data: bytes,
    units: tuple[StoredUnit, ...],
    wordings: tuple[Wording, ...],
    progress: Progress,
) -> Plan:
    progress("extract", 0, 1)
    document = plumbing.extract(
        data,
        format=stored.format,
        locale=stored.source_locale,
        name=stored.name,
        before=[unit.source for unit in units if unit.position is not None],
    )
    progress("extract", 1, 1)
    stands = past.places_of(db, stored.revision)
    ancestors = tuple(_ancestors(units, wordings, stands))
    progress("compare", 0, 1)
    new = [Text(unit.key, _kind(unit)) for unit in document.units]
    found = succeed(ancestors, new, locale=stored.source_locale)
    places = [len(unit.places) for unit in document.units]
    found = with_lost_places(found, ancestors, places, locale=stored.source_locale)
    found = with_twins(found, ancestors)
    progress("compare", 1, 1)
    words = tuple(count_words(unit.key.source) for unit in document.units)
    lines = {unit: each.line for unit, each in stands.items()}
    return Plan(stored.revision, document, units, ancestors, wordings, found, words, lines)


def _kind(unit: Unit) -> str:
    first = unit.places[0]
    return past.kind_of(first.kind.value, first.marker)


def _ancestors(
    units: Sequence[StoredUnit], wordings: Iterable[Wording], stands: Mapping[str, Stands]
) -> Iterable[Ancestor]:
    former: defaultdict[str, list[Wording]] = defaultdict(list)
    for each in wordings:
        if each.since:
            former[each.unit].append(each)
    for unit in units:
        where = stands.get(unit.id, Stands("", 0, 1))
        before = tuple(each.key for each in former[unit.id] if each.key != unit.key)
        is_living = unit.position is not None
        has_stood = is_living or bool(former[unit.id])
        yield Ancestor(unit.id, unit.key, where.kind, is_living, before, where.places, has_stood)


# --- what it does to translations ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Effect:
    """What a plan does to translations as they stand now."""

    now: Mapping[tuple[str, str], Current]
    steps: tuple[Step, ...]
    beside: tuple[Step, ...]
    """Texts that become suggestions, since there is a translation."""
    costs: tuple[Cost, ...]


def effect(
    db: Db, stored: StoredDocument, plan: Plan, wanted: Iterable[str], intents: Mapping[int, Intent]
) -> Effect:
    """Say what a plan does to the translations there are, and what it costs in each language.

    Args:
        db: the transaction.
        stored: the document.
        plan: which unit each text is.
        wanted: languages to speak of even where nothing is translated yet.
        intents: what was meant, by the number of an edited text in the new revision, from 0.
    """
    locales = tuple(dict.fromkeys([*wanted, *sorted(past.locales_ever(db, stored.id))]))
    heirs = [heir for heir in plan.succession.heirs if heir.kind not in UNTOUCHED]
    origins = {origin for heir in heirs for origin in heir.origins}
    touched = {origin.unit for origin in origins}
    touched |= {each for heir in heirs for each in (heir.unit, heir.twin) if each}
    now = past.translations_of(db, touched)
    current = {each.id: each.key for each in plan.ancestors}
    former = [each for each in origins if current[each.unit] != each.key]
    once = past.made_from(db, [(each.unit, digest_of(each.key.source)) for each in former])
    there = Past(
        locales,
        {key: _held(each) for key, each in now.items()},
        {
            key: Held(each.unit, each.text, each.state, each.source_digest, each.author, each.order)
            for key, each in once.items()
        },
        digest_of,
        joiner(stored.source_locale),
        joiner,
    )
    steps = carry(plan.succession, plan.ancestors, there, intents)
    brought = twins(plan.succession, there, steps)
    steps = (*steps, *brought.taken)
    beside = (*brought.beside, *_suggested(db, stored, plan, locales))
    cost = costs(plan.succession, plan.ancestors, there, steps, plan.words)
    return Effect(now, steps, beside, cost)


def _suggested(
    db: Db, stored: StoredDocument, plan: Plan, locales: Iterable[str]
) -> Iterable[Step]:
    """Give what was suggested for the twins of texts: it is suggested for these."""
    numbers = {heir.twin: at for at, heir in enumerate(plan.succession.heirs) if heir.twin}
    for locale in locales if numbers else ():
        for each in suggestions.of_document(db, stored.id, locale):
            if each.unit in numbers:
                yield Step(
                    numbers[each.unit],
                    locale,
                    Act.CARRY,
                    each.text,
                    State.TRANSLATED,
                    each.source_digest,
                    each.author,
                    each.unit,
                )


def _held(each: Current) -> Held:
    order = (each.updated, each.version)
    return Held(each.unit, each.text, each.state, each.source_digest, each.author, order)
