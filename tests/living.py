"""Documents in a store that are revised again and again while people translate them.

The scripts are those of `tests.revisions`; here they are played at the front desk. A translation
tells what it was made from, so that one at the wrong place is seen.
"""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.live import NOW, live
from tests.revisions import Edit, draft, made, revise
from workflow.access import OPERATOR
from workflow.errors import NotPossible
from workflow.languages import count_words
from workflow.model import ChangeKind, State, UnitKey, is_translation
from workflow.review import Act
from workflow.services import documents, released
from workflow.services.documents import Cost, Intent
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import (
    StoredUnit,
    document_named,
    gone_units,
    living_units,
    source_text_of,
)
from workflow.store.ids import digest_of
from workflow.store.translations import (
    Current,
    Written,
    add_revisions,
    history,
    nothing_yet,
    of_document,
)

LOCALES = ("fr", "ja")
NAME = "letter"


@dataclass
class Moment:
    """A document between two revisions."""

    living: tuple[StoredUnit, ...]
    gone: tuple[StoredUnit, ...]
    held: Mapping[tuple[str, str], Current]

    def of(self, unit: str, locale: str) -> Current:
        return self.held.get((unit, locale)) or nothing_yet(unit, locale)


def moment(db: Db) -> Moment:
    stored = document_named(db, NAME)
    assert stored is not None
    return Moment(
        living_units(db, stored.id), gone_units(db, stored.id), of_document(db, stored.id)
    )


def look(workspace: Workspace) -> Moment:
    with workspace.store.reading() as db:
        return moment(db)


@dataclass
class Play:
    """A document on its way, what its translators know, and what broke a law."""

    workspace: Workspace
    broken: list[str] = field(default_factory=list)
    right: set[tuple[str, str]] = field(default_factory=set)
    """Translations with a source that they are right for."""
    good: dict[tuple[UnitKey, str], str] = field(default_factory=dict)
    """The last good translation of each text."""
    saved: set[tuple[str, str, str]] = field(default_factory=set)
    """Whatever anybody saved: unit, locale, text."""

    # --- translators -----------------------------------------------------------------------------

    def translate(self, seed: int) -> None:
        """Do some of the work: translate, approve, begin, leave it."""
        with self.workspace.store.writing() as db:
            now = moment(db)
            work = [
                step
                for number, unit in enumerate(now.living)
                for at, locale in enumerate(LOCALES)
                if (step := self._work(unit, now.of(unit.id, locale), (seed + number * 7 + at) % 8))
            ]
            add_revisions(db, work)

    def _work(self, unit: StoredUnit, there: Current, mood: int) -> Written | None:
        act, state, text = Act.SAVE, State.TRANSLATED, f"{there.locale}{made(unit.source)}"
        if mood in (0, 1) or there.state is State.REVIEWED:
            return None
        if there.state is State.TRANSLATED:
            if mood > 4:
                return None
            act, state, text = Act.APPROVE, State.REVIEWED, there.text
        elif mood == 2:
            if not is_translation(there.text):
                return None
            state, text = State.NEEDS_WORK, f"{there.text}~"
        self.right.add((text, unit.source))
        if state >= State.TRANSLATED:
            self.good[unit.key, there.locale] = text
        else:
            self.good.pop((unit.key, there.locale), None)
        self.saved.add((unit.id, there.locale, text))
        version, digest = there.version + 1, unit.source_digest
        return Written(
            unit.id, there.locale, version, text, state, act, "a", "b", digest, NOW
        )  # fmt: skip

    # --- revisions -------------------------------------------------------------------------------

    def step(self, text: str, seed: int) -> None:
        """Release a new text, and hold every law against what it did."""
        before = look(self.workspace)
        data = text.encode()
        try:
            proposal = documents.propose(self.workspace, OPERATOR, NOW, document=NAME, data=data)
        except NotPossible:
            return
        if look(self.workspace) != before:
            self.broken.append("a proposal changed something")
        edited = [each for each in proposal.differences if each.has_intent]
        called = [each for at, each in enumerate(edited) if (at + seed) % 3 == 0]
        typos = {each.number: Intent.TYPO for each in called}
        shown = documents.proposal(self.workspace, OPERATOR, NOW, document=NAME, intents=typos)
        assert shown is not None
        done = documents.release(
            self.workspace, OPERATOR, NOW, document=NAME, digest=proposal.digest, intents=typos
        )
        after = look(self.workspace)
        for each in called:
            self.right |= {(text, each.new) for text, source in self.right if source == each.old}
        if done.costs != shown.costs:
            self.broken.append(f"announced {shown.costs}, cost {done.costs}")
        units = {each.unit for each in called}
        gone = [each.old for each in shown.differences if each.kind is ChangeKind.GONE]
        lost = len(gone), sum(map(count_words, gone))
        counted = tuple(_cost(before, after, units, locale, lost) for locale in LOCALES)
        if {each.locale: each for each in done.costs} | {e.locale: e for e in counted} != {
            each.locale: each for each in done.costs
        }:
            self.broken.append(f"counted {counted}, cost {done.costs}")
        if done.path.read_bytes() != data:
            self.broken.append("the file is not the released text")
        self._hold(before, after)

    def _hold(self, before: Moment, after: Moment) -> None:
        self._hold_units(before, after)
        self._hold_translations(before, after)
        with self.workspace.store.reading() as db:
            self._hold_extraction(db, after)
            self._hold_histories(db, after)

    def _hold_units(self, before: Moment, after: Moment) -> None:
        ids = [unit.id for unit in (*after.living, *after.gone)]
        if len(set(ids)) < len(ids) or {unit.id for unit in before.living} - set(ids):
            self.broken.append("a unit is there twice, or nowhere")
        if [unit.position for unit in after.living] != list(range(len(after.living))):
            self.broken.append("positions have holes")
        was = {unit.key: unit.id for unit in (*before.gone, *before.living)}
        ambiguous = len(was) < len(before.gone) + len(before.living)
        for unit in after.living:
            if was.get(unit.key, unit.id) != unit.id and not ambiguous:
                self.broken.append(f"another unit: {unit.source!r}")

    def _hold_translations(self, before: Moment, after: Moment) -> None:
        there = {unit.id: unit.key for unit in (*before.living, *before.gone)}
        for unit in after.living:
            for locale in LOCALES:
                old, new = before.of(unit.id, locale), after.of(unit.id, locale)
                if there.get(unit.id) == unit.key and old != new:
                    self.broken.append(f"not kept: {unit.source!r} {old} {new}")
                if new.state >= State.TRANSLATED and (new.text, unit.source) not in self.right:
                    self.broken.append(f"wrong place: {new.text!r} at {unit.source!r}")
                if new.state is State.REVIEWED and old.state is not State.REVIEWED:
                    self.broken.append(f"approved by nobody: {unit.source!r}")
        for unit in after.gone:
            for locale in LOCALES:
                if before.of(unit.id, locale) != after.of(unit.id, locale):
                    self.broken.append(f"gone, and changed: {unit.source!r}")

    def _hold_extraction(self, db: Db, after: Moment) -> None:
        stored = document_named(db, NAME)
        assert stored is not None
        released._documents.clear()
        document = released.released_document(db, stored)
        if [each.key for each in document.units] != [each.key for each in after.living]:
            self.broken.append("extracted again, cut otherwise")

    def _hold_histories(self, db: Db, after: Moment) -> None:
        for unit in after.living:
            for locale in LOCALES:
                each = after.of(unit.id, locale)
                if not is_translation(each.text):
                    continue
                source = source_text_of(db, unit.id, each.source_digest)
                is_joined = "»" in each.text[:-1].rstrip("~")
                if source is None:
                    self.broken.append(f"made from nothing: {each.text!r} at {unit.source!r}")
                elif (each.text, source) not in self.right and not is_joined:
                    self.broken.append(f"not its own source: {each.text!r} from {source!r}")
        for unit_id, locale, text in self.saved:
            if text not in {each.text for each in history(db, unit_id, locale)}:
                self.broken.append(f"lost: {text!r}")

    def come_back(self, first: Moment) -> None:
        """Hold against the first text, come again, that it has every good translation it had."""
        now = look(self.workspace)
        by_key = {unit.key: unit.id for unit in now.living}
        for unit in first.living:
            for locale in LOCALES:
                text = self.good.get((unit.key, locale))
                there = now.of(by_key.get(unit.key, ""), locale)
                if (
                    text
                    and unit.key in by_key
                    and (there.text != text or there.state < State.TRANSLATED)
                ):
                    self.broken.append(f"not back: {text!r}, but {there}")


def _cost(
    before: Moment, after: Moment, typos: set[str], locale: str, lost: tuple[int, int]
) -> Cost:
    """Count what a release did in a language, from what was there before and is there now.

    What is shown as gone is `lost`; that is less than what is not there, for texts are merged.
    """
    was = {unit.id: unit for unit in before.living}
    sums = {"work": [0, 0], "new": [0, 0], "none": [0, 0]}
    for unit in after.living:
        new = after.of(unit.id, locale)
        old = was.get(unit.id)
        if old and (old.key == unit.key or unit.id in typos):
            kind = "none"
        elif not is_translation(new.text):
            kind = "none" if old else "new"
        else:
            kind = "work" if new.state is State.NEEDS_WORK else "none"
        sums[kind][0] += 1
        sums[kind][1] += unit.words
    assert lost[0] <= len(set(was) - {unit.id for unit in after.living})
    made = Cost(locale, *sums["work"], *sums["new"], *sums["none"])
    return replace(made, gone=lost[0], gone_words=lost[1])


@contextmanager
def begun(text: str, suffix: str = ".txt", locale: str = "en") -> Iterator[Play]:
    """Put a text into a workspace of its own."""
    with tempfile.TemporaryDirectory() as folder, live(Path(folder)) as workspace:
        documents.add(
            workspace,
            OPERATOR,
            NOW,
            data=text.encode(),
            file_name=f"{NAME}{suffix}",
            locale=locale,
            languages=LOCALES,
        )
        yield Play(workspace)


def play(
    text: str, script: Sequence[Sequence[Edit]], *, suffix: str = ".txt", locale: str = "en"
) -> list[str]:
    """Play a script to its end and back to the beginning; say what broke a law."""
    current = draft(text)
    first = current.text
    with begun(first, suffix, locale) as played:
        beginning = look(played.workspace)
        played.translate(3)
        for number, revised in enumerate(script):
            revise(current, revised)
            played.step(current.text, number)
            played.translate(number)
        played.step(first, 1)
        played.come_back(beginning)
        return played.broken


__all__ = ["LOCALES", "NAME", "Moment", "Play", "begun", "digest_of", "look", "play"]
