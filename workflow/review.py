"""How far a translation is, and what brings it further: one table of acts and states.

The law of four eyes lives here: nobody approves words of his own, no act both changes a text and
approves it, and whatever changes a text takes its approval away.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from types import MappingProxyType

from workflow.model import State


class Act(StrEnum):
    """What can be done to a translation; each act is one revision in its history."""

    SAVE = "save"
    MARK = "mark"
    """Somebody says that it needs work."""
    RESTORE = "restore"
    """An earlier text is taken up again."""
    APPROVE = "approve"
    CORRECT = "correct"
    """A reviewer writes his own text; it waits for a second person."""
    SEND_BACK = "send_back"
    ACCEPT = "accept"
    """A suggestion becomes the text."""
    IMPORT = "import"
    """A catalog says so."""
    TYPO = "typo"
    """The source changed in a way that leaves its meaning alone."""
    MEANING = "meaning"
    """The source says something else now."""
    CARRY = "carry"
    """The text of another unit is offered here: a paragraph was split, merged, or came back."""


CHANGES_TEXT = frozenset(
    {Act.SAVE, Act.RESTORE, Act.CORRECT, Act.ACCEPT, Act.IMPORT, Act.CARRY}
)  # fmt: skip
"""Acts after which a text may say something else; none of them leads to `REVIEWED`."""


def _transitions() -> dict[tuple[Act, State], State]:
    none, needs_work, translated, reviewed = State
    table: dict[tuple[Act, State], State] = {}
    for state in State:
        for act in (Act.SAVE, Act.RESTORE, Act.CORRECT, Act.ACCEPT, Act.IMPORT):
            table[act, state] = translated
        table[Act.TYPO, state] = state
        table[Act.CARRY, state] = needs_work
        table[Act.MEANING, state] = needs_work
        table[Act.SEND_BACK, state] = needs_work
        table[Act.MARK, state] = needs_work
    table[Act.MEANING, none] = none
    for act in (Act.SEND_BACK, Act.MARK, Act.CORRECT):
        del table[act, none]
    table[Act.APPROVE, translated] = reviewed
    return table


TRANSITIONS: Mapping[tuple[Act, State], State] = MappingProxyType(_transitions())
"""The state that an act leads to from a state; what is not in it is refused."""


def after(act: Act, state: State) -> State | None:
    """Give the state that an act leads to; None where it is not possible.

    >>> after(Act.APPROVE, State.TRANSLATED).name, after(Act.APPROVE, State.NEEDS_WORK)
    ('REVIEWED', None)
    """
    return TRANSITIONS.get((act, state))


class Refusal(StrEnum):
    """Why somebody is no second person for a text."""

    OWN_TEXT = "own_text"
    """The words are his."""
    BOUND = "bound"
    """The words are those of a member whom he let in, or who let him in, so that both may be one
    person."""


def refusal(reviewer: str, author: str, bound: Collection[str]) -> Refusal | None:
    """Say why somebody may not approve a text, or nothing where he may.

    Args:
        reviewer: his member id.
        author: whose words they are: who wrote them first, whatever road they came by.
        bound: ids of members who may be the same person as he.
    """
    if reviewer == author:
        return Refusal.OWN_TEXT
    return Refusal.BOUND if author in bound else None
