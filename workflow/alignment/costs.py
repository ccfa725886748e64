"""Say what a revision costs in each language, before and after it is released."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.alignment.carrying import UNTOUCHED, Past, Step
from workflow.alignment.succession import Ancestor, Heir, Succession
from workflow.languages import count_words
from workflow.model import ChangeKind, State, is_translation
from workflow.review import Act


@dataclass(frozen=True, slots=True)
class Cost:
    """What a revision costs in one language: each text of it is counted once."""

    locale: str
    needs_work: int
    """Texts whose translation has to be looked at again."""
    needs_work_words: int
    new: int
    """Texts that the document did not have, and for which there is no translation."""
    new_words: int
    unchanged: int
    """Texts for which this language has nothing more to do than before."""
    unchanged_words: int
    gone: int = 0
    """Texts that the document has no longer; their translations are kept."""
    gone_words: int = 0


def costs(
    found: Succession,
    old: Iterable[Ancestor],
    past: Past,
    steps: Iterable[Step],
    words: Sequence[int],
) -> tuple[Cost, ...]:
    """Say what a revision costs in each language.

    Args:
        found: which unit each text is.
        old: the units before the revision.
        past: their translations.
        steps: what happens to these.
        words: how many words each text of the new revision has.
    """
    before = tuple(old)
    living = {each.id for each in before if each.is_living}
    goners = taken_out(found)
    lost = [count_words(each.key.source) for each in before if each.id in goners]
    by_place = {(step.number, step.locale): step for step in steps}
    touched = [
        (number, heir) for number, heir in enumerate(found.heirs) if heir.kind not in UNTOUCHED
    ]
    made = []
    for locale in past.locales:
        units, counts = Counter[ChangeKind | None](), Counter[ChangeKind | None]()
        for number, heir in touched:
            kind = _sort(heir, locale, by_place.get((number, locale)), past, living)
            units[kind] += 1
            counts[kind] += words[number]
        work, new = ChangeKind.EDITED, ChangeKind.NEW
        made.append(
            Cost(
                locale,
                units[work],
                counts[work],
                units[new],
                counts[new],
                len(words) - units[work] - units[new],
                sum(words) - counts[work] - counts[new],
                len(lost),
                sum(lost),
            )
        )
    return tuple(made)


def taken_out(found: Succession) -> frozenset[str]:
    """Give the units that go, but for those that become part of another text."""
    merged = {
        origin.unit
        for each in found.heirs
        if each.kind is ChangeKind.MERGED
        for origin in each.origins
    }
    return frozenset(found.gone) - merged


def _sort(
    heir: Heir, locale: str, step: Step | None, past: Past, living: set[str]
) -> ChangeKind | None:
    """Say what a text is in a language: to be looked at again, new, or neither."""
    is_edited = heir.kind is ChangeKind.EDITED and heir.unit in living
    if step is not None:
        is_typo = step.act is Act.TYPO and is_edited
        return ChangeKind.EDITED if step.state is State.NEEDS_WORK and not is_typo else None
    held = past.now.get((heir.unit, locale)) if heir.unit else None
    if held is None or not is_translation(held.text):
        return None if heir.unit in living else ChangeKind.NEW
    needs_work = held.state is State.NEEDS_WORK and not is_edited
    return ChangeKind.EDITED if needs_work else None
