"""A new text as it is shown before it is released: what differs, and what it costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow.alignment import Piece, worddiff
from workflow.alignment.carrying import Intent
from workflow.alignment.costs import Cost
from workflow.alignment.succession import Heir, Origin
from workflow.errors import NotPossible
from workflow.model import ChangeKind
from workflow.segmentation import joiner
from workflow.services.documents.revising import Plan
from workflow.store.documents import StoredDocument, StoredRevision


@dataclass(frozen=True, slots=True)
class Difference:
    """What a new text does to one text, or to several that were one or become one."""

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
        return self.kind is ChangeKind.EDITED and bool(self.unit)


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


def proposal_of(
    stored: StoredDocument, revision: StoredRevision, plan: Plan, costs: tuple[Cost, ...]
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
    )


def _differences(plan: Plan, between: str) -> Iterator[Difference]:
    heirs = plan.succession.heirs
    pieces: defaultdict[tuple[Origin, ...], list[Heir]] = defaultdict(list)
    for heir in heirs:
        if heir.kind is ChangeKind.SPLIT:
            pieces[heir.origins].append(heir)
    for heir, unit in zip(heirs, plan.document.units, strict=True):
        line = unit.places[0].line
        if heir.kind is not ChangeKind.SPLIT:
            if heir.kind is not ChangeKind.SAME:
                yield _difference(heir, [heir], line, between)
        elif together := pieces.pop(heir.origins, []):
            yield _difference(heir, together, line, between)
    yield from _goners(plan)


def _goners(plan: Plan) -> Iterator[Difference]:
    """Give what goes, but for what becomes part of another text."""
    heirs = plan.succession.heirs
    merged = {
        origin.unit for each in heirs if each.kind is ChangeKind.MERGED for origin in each.origins
    }
    sources = {each.id: each.key.source for each in plan.ancestors}
    for unit in plan.succession.gone:
        if unit not in merged:
            line = plan.lines.get(unit, 0)
            yield Difference(ChangeKind.GONE, sources[unit], "", unit, line, 0, is_harmless=False)


def _difference(first: Heir, together: Sequence[Heir], line: int, between: str) -> Difference:
    origins = first.origins if first.kind is ChangeKind.MERGED else first.origins[:1]
    old = between.join(origin.key.source for origin in origins)
    new = between.join(each.key.source for each in together)
    unit = next((each.unit for each in together if each.unit), "")
    words = worddiff(old, new) if old and old != new else ()
    return Difference(first.kind, old, new, unit, line, first.similarity, first.is_harmless, words)


def check_intents(plan: Plan, intents: Mapping[str, Intent]) -> None:
    """Refuse what is said of a paragraph that was not edited.

    Raises:
        NotPossible: its translations need work, or stand, whatever is meant.
    """
    edited = set(_edited(plan))
    if strange := sorted(set(intents) - edited):
        reason = f"{len(strange)} of the paragraphs called typos are not edited ones"
        raise NotPossible(reason, "Look at the differences again and say which edits are typos.")


def all_intents(plan: Plan, intents: Mapping[str, Intent], *, all_typo: bool) -> dict[str, Intent]:
    """Fill up what was said: of each edited paragraph what was meant by it."""
    check_intents(plan, intents)
    default = Intent.TYPO if all_typo else Intent.MEANING
    return {unit: intents.get(unit, default) for unit in _edited(plan)}


def _edited(plan: Plan) -> Iterable[str]:
    for heir in plan.succession.heirs:
        if heir.kind is ChangeKind.EDITED and heir.unit:
            yield heir.unit
