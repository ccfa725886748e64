"""A new text as it is shown before it is released: what differs, and what it costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.alignment import Piece, worddiff
from workflow.alignment.carrying import Intent
from workflow.alignment.costs import Cost, taken_out
from workflow.alignment.succession import Heir, Origin
from workflow.errors import NotPossible
from workflow.exchange.catalogs import template
from workflow.model import Catalog, ChangeKind
from workflow.segmentation import joiner
from workflow.services.documents.revising import Plan
from workflow.services.files.reshaping import Reshaped, reshaped
from workflow.services.released import released_texts
from workflow.store import Db
from workflow.store.documents import StoredDocument, StoredRevision

_ONE_TO_ONE = (ChangeKind.SAME, ChangeKind.MOVED, ChangeKind.EDITED)


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new text does to one text, or to several that were one or become one."""

    number: int
    """Of the text in the new revision, from 1, of several the first; 0 where it goes. By it
    somebody says what was meant."""
    kind: ChangeKind
    old: str
    """Its wording until now; empty where it is new. Several are joined."""
    new: str
    """Its wording from then on; empty where it goes."""
    unit: str
    """Id of the unit that it is; empty where it becomes a new one."""
    line: int
    """Of the new text, from 1; of the old one where it goes."""
    similarity: int
    """0 to 100; 100 only where both wordings are equal."""
    is_harmless: bool
    """Whether the edit may well have left the meaning alone; nothing relies on it."""
    words: tuple[Piece, ...] = ()
    """What was kept, removed and added; empty where there is nothing to compare."""

    @property
    def has_intent(self) -> bool:
        """Tell whether a person can say that it was a typo."""
        return self.kind is ChangeKind.EDITED


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new text of a document that waits to be released."""

    document: str
    """The document's name."""
    number: int
    """Of the revision."""
    digest: str
    """SHA-256 of its bytes; say it when you release it, so that it is the text that you saw."""
    origin: str
    """`person`, or `file` where it was found changed in `sources/`."""
    author: str
    """Id of the member who proposed it."""
    note: str
    at: datetime
    differences: tuple[Difference, ...]
    """In the order of the new text, what goes at the end; what stays is left out."""
    units: int
    """How many texts to translate it has."""
    costs: tuple[Cost, ...]
    """For each language that is wanted, or has a translation."""
    reshaped: tuple[Reshaped, ...] = ()
    """The texts that are something else to their reader, though their words may stay."""


def proposal_of(
    db: Db, stored: StoredDocument, revision: StoredRevision, plan: Plan, costs: tuple[Cost, ...]
) -> Proposal:
    """Say what a proposed revision is and does."""
    return Proposal(
        document=stored.name,
        number=revision.number,
        digest=revision.digest,
        origin=revision.origin,
        author=revision.author,
        note=revision.note,
        at=revision.created,
        differences=tuple(_differences(plan, joiner(stored.source_locale))),
        units=len(plan.document.units),
        costs=costs,
        reshaped=tuple(_reshaped(plan, template(released_texts(db, stored)))),
    )


def _reshaped(plan: Plan, released: Catalog) -> Iterator[Reshaped]:
    """Give the texts that stay or are edited, and are something else than before."""
    before = {each.key: each for each in released.entries}
    pairs = []
    for at, entry in enumerate(template(plan.document).entries):
        heir = plan.succession.heirs[at]
        if heir.kind in _ONE_TO_ONE:
            keys = [origin.key for origin in heir.origins if origin.unit == heir.unit]
            there = next((before[key] for key in (heir.key, *keys) if key in before), None)
            pairs += [(at + 1, there, entry)] if there else []
    return reshaped(pairs)


def _differences(plan: Plan, between: str) -> Iterator[Difference]:
    heirs = plan.succession.heirs
    pieces: defaultdict[tuple[Origin, ...], list[Heir]] = defaultdict(list)
    for heir in heirs:
        if heir.kind is ChangeKind.SPLIT:
            pieces[heir.origins].append(heir)
    for number, (heir, unit) in enumerate(zip(heirs, plan.document.units, strict=True), start=1):
        line = unit.places[0].line
        if heir.kind is not ChangeKind.SPLIT:
            if heir.kind is not ChangeKind.SAME:
                yield _difference(number, [heir], line, between)
        elif together := pieces.pop(heir.origins, []):
            yield _difference(number, together, line, between)
    yield from _goners(plan)


def _goners(plan: Plan) -> Iterator[Difference]:
    """Give what goes, but for what becomes part of another text."""
    sources = {each.id: each.key.source for each in plan.ancestors}
    goners = taken_out(plan.succession)
    for unit in plan.succession.gone:
        if unit in goners:
            line = plan.lines.get(unit, 0)
            old = sources[unit]
            yield Difference(0, ChangeKind.GONE, old, "", unit, line, 0, is_harmless=False)


def _difference(number: int, together: Sequence[Heir], line: int, between: str) -> Difference:
    first = together[0]
    origins = first.origins if first.kind is ChangeKind.MERGED else first.origins[:1]
    old = between.join(origin.key.source for origin in origins)
    new = between.join(each.key.source for each in together)
    unit = next((each.unit for each in together if each.unit), "")
    words = worddiff(old, new) if old and old != new else ()
    return Difference(
        number, first.kind, old, new, unit, line, first.similarity, first.is_harmless, words
    )


def check_intents(plan: Plan, intents: Mapping[int, Intent]) -> None:
    """Refuse what is said of a paragraph that was not edited.

    Raises:
        NotPossible: its translations need work, or stand, whatever is meant.
    """
    if strange := set(intents) - {at + 1 for at in _edited(plan)}:
        reason = f"{len(strange)} of the paragraphs called typos are not edited ones"
        what_next = "Look at the differences again and say which edits are typos."
        raise NotPossible(reason, what_next, case="not_edited")


def all_intents(plan: Plan, intents: Mapping[int, Intent], *, all_typo: bool) -> dict[int, Intent]:
    """Fill up what was said: of each edited paragraph what was meant by it.

    Args:
        plan: which unit each text is.
        intents: what was said, by `Difference.number`.
        all_typo: whether all else are typos.

    Returns:
        What was meant, by the number of each edited text in the new revision, from 0.
    """
    check_intents(plan, intents)
    default = Intent.TYPO if all_typo else Intent.MEANING
    return {at: intents.get(at + 1, default) for at in _edited(plan)}


def _edited(plan: Plan) -> Iterator[int]:
    for at, heir in enumerate(plan.succession.heirs):
        if heir.kind is ChangeKind.EDITED:
            yield at
