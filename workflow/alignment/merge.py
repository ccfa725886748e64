"""Bring what was translated over to a new text, without losing a word.

Here the catalogs meet: translations of an old one, texts of a new one. Texts are the same when
their keys are the same; similar is not same, and nothing is guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from workflow.model import Catalog, Entry, UnitKey

_TEMPLATE_FIELDS = ("Project-Id-Version", "X-Source-Language", "X-Segmentation")
"""Header fields that describe the source: the newest template knows best."""


def merge(old: Catalog, new_template: Catalog) -> Catalog:
    """Carry the translations of a catalog over to a new template.

    Entries come in the template's order, with its comments and references; targets, flags,
    translators' comments and previous texts stay. What the template no longer has is kept at the
    end as obsolete if anybody worked on it; what was obsolete and is back is translated again.

    >>> from workflow.model import UnitKey
    >>> old = Catalog("fr", (), (Entry(UnitKey("River"), ("Fleuve",)),))
    >>> new = Catalog("", (), (Entry(UnitKey("Lake")), Entry(UnitKey("River"))))
    >>> [entry.target for entry in merge(old, new).entries]
    ['', 'Fleuve']

    Laws: every target that was not empty is still there; merging twice changes nothing; keys that
    were unique stay unique.
    """
    by_key: defaultdict[UnitKey, list[int]] = defaultdict(list)
    for number, entry in enumerate(old.entries):
        by_key[entry.key].append(number)
    forms = max((len(entry.targets) for entry in old.entries if entry.plural), default=0)
    taken: set[int] = set()
    entries: list[Entry] = []
    for wanted in new_template.entries:
        if wanted.obsolete:
            continue
        known, numbers = _choose(old.entries, by_key[wanted.key])
        taken.update(numbers)
        entries.append(_carry(known, wanted, forms) if known else _fresh(wanted, forms))
    left = (entry for number, entry in enumerate(old.entries) if number not in taken)
    return replace(old, headers=_headers(old, new_template), entries=(*entries, *_retired(left)))


def _choose(entries: Sequence[Entry], same: list[int]) -> tuple[Entry | None, list[int]]:
    """Choose among entries of one key the one to carry over; give the numbers it stands for.

    A living one goes before an obsolete one, and a translated one before both. Entries without a
    text are absorbed with their comments; a second text stays where it is.
    """
    if not same:
        return None, []
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
