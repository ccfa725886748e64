"""Say what becomes of texts that a catalog brought for a wording before any source had it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workflow.alignment.carrying import Past, Step
from workflow.alignment.succession import Succession
from workflow.model import State, is_translation
from workflow.review import Act


@dataclass(frozen=True, slots=True)
class Twins:
    """What the twins of texts give them."""

    taken: tuple[Step, ...]
    """They become translations, where there are none."""
    beside: tuple[Step, ...]
    """They become suggestions, where there are others."""


def twins(found: Succession, past: Past, steps: Sequence[Step]) -> Twins:
    """Say what becomes of the translations of twins.

    Args:
        found: which unit each text is, and its twin.
        past: the translations that there are, those of twins too.
        steps: what happens to all others.

    Laws: what stands, or is carried, stays; whatever a twin has is afterwards a translation of its
    text, or a suggestion for it; none of that is approved.
    """
    after = {(step.number, step.locale): step.text for step in steps}
    taken, beside = [], []
    for number, heir in enumerate(found.heirs):
        for locale in past.locales if heir.twin else ():
            held = past.now.get((heir.twin, locale))
            if held is None or not is_translation(held.text):
                continue
            mine = past.now.get((heir.unit, locale)) if heir.unit else None
            there = after.get((number, locale), mine.text if mine else "")
            step = Step(
                number,
                locale,
                Act.CARRY,
                held.text,
                min(held.state, State.TRANSLATED),
                held.source_digest,
                held.author,
                heir.twin,
            )
            if not is_translation(there):
                taken.append(step)
            elif there != held.text:
                beside.append(step)
    return Twins(tuple(taken), tuple(beside))
