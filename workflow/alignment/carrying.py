"""Say what a revision does to each translation.

A text that stands word for word keeps its translation untouched; one that was edited keeps it too,
and needs work where the meaning changed; one that once was there finds the translation that was
made from it. What is announced and what is done both come from here, so that they cannot differ.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from workflow.alignment.succession import Ancestor, Heir, Origin, Succession
from workflow.guard import UNIT_CODE_POINTS
from workflow.model import EMPTY_ON_PURPOSE, ChangeKind, State, is_translation
from workflow.review import Act

UNTOUCHED = (ChangeKind.SAME, ChangeKind.MOVED)
"""What leaves a text and its translations alone."""


class Intent(StrEnum):
    """What somebody meant by an edit."""

    TYPO = "typo"
    """The meaning is the same: translations and approvals stand."""
    MEANING = "meaning"
    """It says something else now: translations need work."""


@dataclass(frozen=True, slots=True)
class Held:
    """A translation that a unit has, or once had."""

    unit: str
    text: str
    state: State
    source_digest: str
    """Of the wording that it was made from."""
    author: str
    order: tuple[object, ...] = ()
    """Among translations of one wording the greatest is the newest."""


@dataclass(frozen=True, slots=True)
class Step:
    """What happens to the translation of one text in one language."""

    number: int
    """Of the text in the new revision, from 0."""
    locale: str
    act: Act
    text: str
    state: State
    source_digest: str
    author: str
    origin: str = ""
    """Id of the unit whose translation it was, where it is another one."""
    made_from: str = ""
    """The wording that it was made from, where no unit ever had it: several, joined."""


@dataclass(frozen=True, slots=True)
class Past:
    """The translations that there are, and were."""

    locales: tuple[str, ...]
    now: Mapping[tuple[str, str], Held]
    """By unit and locale; of units that only stay or move they need not be here."""
    once: Mapping[tuple[str, str, str], Held]
    """By unit, digest of a former wording and locale: the newest that was made from it."""
    digest: Callable[[str], str]
    """Tells wordings apart."""
    source_joiner: str = " "
    """What stands between two sentences of the source."""
    target_joiner: Callable[[str], str] = lambda _locale: " "
    """The same in another language."""


def carry(
    found: Succession, old: Iterable[Ancestor], past: Past, intents: Mapping[int, Intent]
) -> tuple[Step, ...]:
    """Say what happens to each translation of a document that is revised.

    Args:
        found: which unit each text is.
        old: the units before the revision.
        past: their translations.
        intents: what was meant, by the number of an edited text in the new revision, from 0; a
            change of meaning where it is not said.

    A step may leave a translation as it is: it then says that it needs work still.

    Laws: texts that stay or move have no step; no step leads to `REVIEWED` but one that leaves a
    text and its approval alone; a text that is good after a step was made from the wording that it
    stands with, or from one that differs by a typo.
    """
    current = {each.id: Origin(each.id, each.key) for each in old}
    return tuple(
        step
        for number, heir in enumerate(found.heirs)
        if heir.origins and heir.is_offered and heir.kind not in UNTOUCHED
        for locale in past.locales
        for step in [_Carriage(number, heir, current, past, intents, locale).step()]
        if step is not None
    )


class _Carriage:
    """One text in one language, on its way into the new revision."""

    def __init__(
        self,
        number: int,
        heir: Heir,
        current: Mapping[str, Origin],
        past: Past,
        intents: Mapping[int, Intent],
        locale: str,
    ) -> None:
        self._number, self._heir, self._past, self._locale = number, heir, past, locale
        self._current = current
        self._is_typo = intents.get(number) is Intent.TYPO and heir.kind is ChangeKind.EDITED
        self._mine = past.now.get((heir.unit, locale)) if heir.unit else None

    def step(self) -> Step | None:
        origins = self._heir.origins
        if self._heir.kind is ChangeKind.MERGED:
            return self._merged(origins)
        if origins[0] == self._current.get(self._heir.unit):
            return self._kept(origins[0])
        found = [each for origin in origins if (each := self._held(origin)) is not None]
        newest = max(found, key=lambda each: each.order, default=None)
        if newest is None or not is_translation(newest.text):
            return self._doubted()
        return self._taken_up(newest)

    def _kept(self, origin: Origin) -> Step | None:
        """Keep the translation of the wording that the unit had until now."""
        if origin.key.source == self._heir.key.source:
            return None
        return self._corrected(origin) if self._is_typo else self._doubted()

    def _corrected(self, origin: Origin) -> Step | None:
        """Let a translation stand: it is one of the new wording now, if it was one of the last."""
        mine = self._mine
        if mine is None or mine.source_digest != self._past.digest(origin.key.source):
            return None
        return self._make(Act.TYPO, mine, mine.state, self._new_digest) if mine.text else None

    def _doubted(self) -> Step | None:
        """Let a translation need work; it keeps its text, and what it was made from."""
        if self._mine is None or not is_translation(self._mine.text):
            return None
        return self._make(Act.MEANING, self._mine, State.NEEDS_WORK)

    def _taken_up(self, found: Held) -> Step | None:
        """Take up a translation that was made from an earlier wording, or for another unit."""
        mine = self._mine
        is_exact = self._heir.kind is ChangeKind.RESTORED or self._is_right_but_for_a_typo(found)
        if mine is not None and mine.text == found.text:
            return self._stood(mine, found) if is_exact else self._doubted()
        if not is_exact:
            return self._make(Act.CARRY, found, State.NEEDS_WORK)
        state = min(found.state, State.TRANSLATED)
        is_own = found.unit == self._heir.unit and state is State.TRANSLATED
        return self._make(Act.RESTORE if is_own else Act.CARRY, found, state, self._new_digest)

    def _is_right_but_for_a_typo(self, found: Held) -> bool:
        made_from = self._past.digest(self._heir.origins[0].key.source)
        return self._is_typo and found.source_digest == made_from

    def _stood(self, mine: Held, found: Held) -> Step | None:
        """See the source come back to a wording that this very text was made from.

        If a revision let it need work, that is undone; what people said of it since stands, but an
        approval for another wording is none for this one.
        """
        now = self._current[self._heir.unit].key.source
        is_behind = mine.source_digest != self._past.digest(now)
        if is_behind and mine.state is State.NEEDS_WORK and found.state >= State.TRANSLATED:
            return self._make(Act.RESTORE, mine, State.TRANSLATED, self._new_digest)
        if mine.source_digest == self._new_digest:
            return None
        state = min(mine.state, max(found.state, State.TRANSLATED))
        act = Act.TYPO if state is mine.state else Act.RESTORE
        return self._make(act, mine, state, self._new_digest)

    def _merged(self, origins: Sequence[Origin]) -> Step | None:
        """Offer all translations as one; where they cannot be, that of the longest text."""
        pairs = [(origin, self._held(origin)) for origin in origins]
        held = [
            (origin, each)
            for origin, each in pairs
            if each is not None and is_translation(each.text)
        ]
        if not held:
            return None
        if len(held) == len(pairs) and (step := self._joined(held)):
            return step
        origin, best = max(held, key=lambda pair: len(pair[0].key.source))
        if origin == self._current.get(self._heir.unit):
            return self._doubted()
        return self._make(Act.CARRY, best, State.NEEDS_WORK)

    def _joined(self, held: Sequence[tuple[Origin, Held]]) -> Step | None:
        """Join translations, where each is good, one member wrote all, and it is not too long.

        A text has one author, and nobody may approve words of his own under the name of another.
        """
        if any(each.state < State.TRANSLATED for _, each in held):
            return None
        said = [each for _, each in held if each.text != EMPTY_ON_PURPOSE] or [held[0][1]]
        if len({each.author for each in said}) > 1:
            return None
        text = self._past.target_joiner(self._locale).join(each.text for each in said)
        source = self._past.source_joiner.join(origin.key.source for origin, _ in held)
        if max(len(text), len(source)) > UNIT_CODE_POINTS:
            return None
        step = self._make(Act.CARRY, said[0], State.NEEDS_WORK, self._past.digest(source))
        return replace(step, text=text, made_from=source, origin="")

    def _held(self, origin: Origin) -> Held | None:
        """Give the translation of a wording: the one that stands, or once stood."""
        if origin == self._current.get(origin.unit):
            return self._past.now.get((origin.unit, self._locale))
        digest = self._past.digest(origin.key.source)
        return self._past.once.get((origin.unit, digest, self._locale))

    @property
    def _new_digest(self) -> str:
        return self._past.digest(self._heir.key.source)

    def _make(self, act: Act, held: Held, state: State, source_digest: str = "") -> Step:
        return Step(
            self._number,
            self._locale,
            act,
            held.text,
            state,
            source_digest or held.source_digest,
            held.author,
            held.unit if held.unit != self._heir.unit else "",
        )
