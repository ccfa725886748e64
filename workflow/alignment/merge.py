"""Bring what was translated over to a new text, without losing a word.

Here the catalogs meet: translations of an old one, texts of a new one. A text that is word for word
the same keeps its translation and its state. For one that is not, `align` says where it comes from;
the translation of that text is offered, needs work, and stays what it was beside it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from workflow.alignment.offers import Joiners, Offer, offers
from workflow.model import Catalog, Entry, UnitKey, is_translation
from workflow.segmentation.cutting import joiner

_TEMPLATE_FIELDS = ("Project-Id-Version", "X-Source-Language", "X-Segmentation")
"""Header fields that describe the source: the newest template knows best."""


def merge(old: Catalog, new_template: Catalog) -> Catalog:
    """Carry the translations of a catalog over to a new template.

    Entries come in the template's order, with its comments and references; targets, flags,
    translators' comments and previous texts stay. What the template no longer has is kept at the
    end as obsolete if anybody worked on it; what was obsolete and is back is translated again. A
    text that was edited, split or merged is offered the old target as fuzzy, with the source that
    it was made from as `previous`; rejecting it loses nothing.

    >>> from workflow.model import UnitKey
    >>> old = Catalog("fr", (), (Entry(UnitKey("The river is low"), ("Le fleuve est bas",)),))
    >>> new = Catalog("", (), (Entry(UnitKey("The river is so low")),))
    >>> [(each.target, each.flags, each.obsolete) for each in merge(old, new).entries]
    [('Le fleuve est bas', ('fuzzy',), False), ('Le fleuve est bas', (), True)]

    Laws: every target that was not empty is still there; a target that does not need work was made
    from the very source it stands with; merging twice changes nothing; keys that were unique stay
    unique.
    """
    by_key: defaultdict[UnitKey, list[int]] = defaultdict(list)
    for number, entry in enumerate(old.entries):
        by_key[entry.key].append(number)
    chosen = {key: _choose(old.entries, numbers) for key, numbers in by_key.items()}
    wanted = [entry for entry in new_template.entries if not entry.obsolete]
    offered = _offers(old, new_template, chosen, wanted)
    forms = max((len(entry.targets) for entry in old.entries if entry.plural), default=0)
    taken: set[int] = set()
    entries: list[Entry] = []
    for each in wanted:
        if each.key in chosen:
            known, numbers = chosen[each.key]
            taken.update(numbers)
            entries.append(_carry(known, each, forms))
        elif offer := offered.pop(each.key, None):
            entries.append(_offered(offer, _fresh(each, forms)))
            if offer.moved and bool(offer.previous_plural) == bool(each.plural):
                taken.update(chosen[offer.moved][1])
        else:
            entries.append(_fresh(each, forms))
    left = (entry for number, entry in enumerate(old.entries) if number not in taken)
    return replace(old, headers=_headers(old, new_template), entries=(*entries, *_retired(left)))


def _offers(
    old: Catalog,
    template: Catalog,
    chosen: Mapping[UnitKey, tuple[Entry, list[int]]],
    wanted: Sequence[Entry],
) -> dict[UnitKey, Offer]:
    """Find offers among the entries that stand for their keys, each where its key first stands."""
    living = {entry.key for entry in old.entries if not entry.obsolete}
    first = sorted((entry.obsolete, number, entry.key) for number, entry in enumerate(old.entries))
    known = [
        replace(chosen[key][0], obsolete=key not in living)
        for key in dict.fromkeys(key for _, _, key in first)
    ]
    joiners = Joiners(joiner(template.header("X-Source-Language")), joiner(old.locale))
    found = offers(known, list({entry.key: entry for entry in wanted}.values()), joiners)
    return found | _from_lost_places(chosen, wanted, found, joiners)


def _from_lost_places(
    chosen: Mapping[UnitKey, tuple[Entry, list[int]]],
    wanted: Sequence[Entry],
    found: Mapping[UnitKey, Offer],
    joiners: Joiners,
) -> dict[UnitKey, Offer]:
    """Find offers for texts that were edited in one of the places where an old one stood.

    A title may stand in the front matter and above the text; who edits one of them edits half a
    unit, and the other half keeps its translation.
    """
    kept = [(entry, chosen[entry.key][0]) for entry in wanted if entry.key in chosen]
    lost = [known for entry, known in kept if len(entry.references) < len(known.references)]
    new = [entry for entry in wanted if entry.key not in chosen and entry.key not in found]
    if not lost or not new:
        return {}
    again = offers(lost, list({entry.key: entry for entry in new}.values()), joiners)
    return {key: replace(offer, moved=None) for key, offer in again.items()}


def _offered(offer: Offer, fresh: Entry) -> Entry:
    """Put an offer under the comments and references of the template: it needs work."""
    said = [target for target in offer.targets if is_translation(target)]
    targets = offer.targets
    if not (fresh.plural and offer.previous_plural):
        targets = (said[0], *fresh.targets[1:])
    is_same = offer.previous == fresh.key and offer.previous_plural == fresh.plural
    return replace(
        fresh,
        targets=targets,
        flags=tuple(dict.fromkeys(["fuzzy", *fresh.flags])),
        comments=offer.comments,
        previous=None if is_same else offer.previous,
        previous_plural="" if is_same else offer.previous_plural,
    )


def _choose(entries: Sequence[Entry], same: list[int]) -> tuple[Entry, list[int]]:
    """Choose among entries of one key the one to carry over; give the numbers it stands for.

    A living one goes before an obsolete one, and a translated one before both. Entries without a
    text are absorbed with their comments; a second text stays where it is.
    """
    best = min(
        same, key=lambda number: (not any(entries[number].targets), entries[number].obsolete)
    )
    blank = [number for number in same if number != best and not any(entries[number].targets)]
    comments = [entries[best].comments, *(entries[number].comments for number in blank)]
    lines = dict.fromkeys(line for block in comments[1:] for line in block)
    more = tuple(line for line in lines if line not in comments[0])
    return replace(entries[best], comments=(*comments[0], *more)), [best, *blank]


def _carry(known: Entry, wanted: Entry, forms: int) -> Entry:
    """Put a translation under the comments and references of the template."""
    plural, targets = wanted.plural, known.targets
    if known.plural and not wanted.plural:
        plural = known.plural  # its other forms would be lost
    elif wanted.plural and not known.plural:
        targets = (known.target, *_fresh(wanted, forms).targets[1:])
    flags = list(dict.fromkeys([*known.flags, *wanted.flags]))
    if known.plural != wanted.plural and any(known.targets) and "fuzzy" not in flags:
        flags.insert(0, "fuzzy")
    return replace(
        known,
        plural=plural,
        targets=targets,
        flags=tuple(flags),
        extracted=wanted.extracted,
        references=wanted.references,
        obsolete=False,
    )


def _fresh(wanted: Entry, forms: int) -> Entry:
    """Start a new entry, with as many plural forms as its neighbours have."""
    if not wanted.plural:
        return wanted
    return replace(wanted, targets=("",) * (forms or len(wanted.targets)))


def _retired(entries: Iterator[Entry]) -> Iterator[Entry]:
    """Keep as obsolete what somebody worked on; its place in the document is gone."""
    for entry in entries:
        if entry.obsolete:
            yield entry
        elif any(entry.targets) or entry.comments:
            yield replace(entry, obsolete=True, extracted=(), references=())


def _headers(old: Catalog, template: Catalog) -> tuple[tuple[str, str], ...]:
    """Keep the catalog's header but for the fields that describe the source."""
    owned = {
        name.lower(): (name, template.header(name))
        for name in _TEMPLATE_FIELDS
        if template.header(name)
    }
    kept = [(name, owned.pop(name.lower(), (name, value))[1]) for name, value in old.headers]
    return (*kept, *owned.values())
