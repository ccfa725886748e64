"""Two sides of one translation are settled against what both last agreed on.

A catalog and the store may both have changed since they last met. What they agreed on then is the
base: whoever differs from it has changed something. No rule here lets a text disappear. What loses
is kept as a suggestion, and what is empty or missing in a file takes nothing away.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.model import is_translation


@dataclass(frozen=True, slots=True)
class Said:
    """What one side says of one translation."""

    text: str = ""
    needs_work: bool = False
    """gettext's flag `fuzzy`; the flag `reviewed` proves nothing in a file and is not looked at."""

    @property
    def is_blank(self) -> bool:
        """Tell whether nothing is said; one space says that it is empty on purpose."""
        return not is_translation(self.text)


NOTHING = Said()


class Settled(StrEnum):
    """What becomes of one translation."""

    KEEP = "keep"
    """The file says what it said; whatever the store says now stays."""
    AGREE = "agree"
    """Both say the same."""
    BEHIND = "behind"
    """The file says what the store said a while ago: writing it was interrupted."""
    OLDER = "older"
    """The file says what was said before they last met: it is an older copy. The newer stands."""
    TAKE = "take"
    """The text of the file becomes the translation."""
    DOUBT = "doubt"
    """The text stands, and needs work: the file says so."""
    CLEAR = "clear"
    """The text stands, and needs no work any more: the file says so."""
    CONFLICT = "conflict"
    """Both sides wrote something: the store's stands, the file's is kept as a suggestion."""
    MISSING = "missing"
    """The file has lost a text. It takes nothing away."""


def settle(
    base: Said,
    file: Said,
    ours: Said,
    since: Collection[Said] = (),
    *,
    is_old: bool = False,
    is_sent_back: bool = False,
) -> Settled:
    """Decide on one translation.

    Args:
        base: what file and store said when they last met; `NOTHING` where they never did.
        file: what the file says now; `NOTHING` where it has no such entry.
        ours: what the store says now.
        since: what the store has said since they last met, in any order.
        is_old: whether the store has ever said the text of the file.
        is_sent_back: whether somebody said of our text, since it is a translation of this source,
            that it needs work. A file that does not say so may be a copy from before.

    >>> settle(Said("a"), Said("b"), Said("c")), settle(Said("a"), Said("b"), Said("a"))
    (<Settled.CONFLICT: 'conflict'>, <Settled.TAKE: 'take'>)

    Laws: a text of the file that is not the base's, and that the store has never said, is taken or
    is a conflict; one that it has said takes nothing's place; a blank never changes anything; a
    text that is the same on both sides is never less trusted on one of them and more on the other
    afterwards.
    """
    if file.is_blank:
        lost = not base.is_blank and not ours.is_blank
        return Settled.MISSING if lost else Settled.KEEP
    if file == base:
        return Settled.KEEP
    if file.text == ours.text:
        settled = _settle_doubt(base, file, ours, since)
        return Settled.OLDER if settled is Settled.CLEAR and is_sent_back else settled
    if file.text == base.text or any(file.text == each.text for each in since):
        return Settled.BEHIND
    if is_old:
        return Settled.OLDER
    return Settled.TAKE if ours.is_blank or ours.text == base.text else Settled.CONFLICT


def _settle_doubt(base: Said, file: Said, ours: Said, since: Collection[Said]) -> Settled:
    """Decide whether a text on which both agree needs work; on a clash the less trusted wins."""
    if file.needs_work == ours.needs_work:
        return Settled.AGREE
    if file in since:
        return Settled.BEHIND
    if file.needs_work:
        return Settled.DOUBT
    return Settled.CLEAR if ours == base else Settled.AGREE


def united(ours: Sequence[str], file: Sequence[str]) -> tuple[str, ...]:
    """Bring together the lines of a comment; none is dropped, for a file may be an older copy.

    >>> united(["ask Ana"], ["done", "ask Ana"]), united(["ask Ana", "soon"], ["done", "soon"])
    (('done', 'ask Ana'), ('ask Ana', 'soon', 'done'))
    """
    if set(ours) <= set(file):
        return tuple(file)
    return (*ours, *(line for line in file if line not in ours))
