"""Whatever happens to catalogs and store, in whatever order: no text is lost, and they meet."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select

from tests.cases import tries
from tests.histories import (
    NUMBERS,
    OPEN_STEPS,
    PARAGRAPHS,
    REVISED,
    STEPS,
    TEXTS,
    WRONG,
    Crash,
    Seen,
    World,
    at,
    crash,
)
from tests.live import MINUTE, NOW
from workflow.access import OPERATOR
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import Catalog, Entry, State, UnitKey, is_translation
from workflow.review import Act
from workflow.services import documents, exchange, review, translation
from workflow.services.documents import revising
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named, gone_units, living_units
from workflow.store.revising import proposal_of
from workflow.store.schema import METADATA, revision, source_text, suggestion, sync_base
from workflow.store.sync import bases_of
from workflow.store.translations import current


def machine(world: World) -> type[RuleBasedStateMachine]:  # noqa: C901
    """Make the machine that begins with a world."""

    class Histories(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            revising._plans.clear()  # all histories begin with one store, and go other ways
            self.workspace = Workspace(world.copy())
            self.path = self.workspace.catalog_path("letter", "fr")
            self.now = NOW
            self.kept: set[Seen] = set()  # what may never vanish
            self.earlier = [self.path.read_bytes()]
            self.tokens = 0
            self.is_disturbed = False  # by somebody who writes into the file meanwhile

        def teardown(self) -> None:
            self.workspace.close()
            shutil.rmtree(self.workspace.root.parent)

        # --- volunteers --------------------------------------------------------------------------

        def save(self, number: int, text: str, back: int, *, needs_work: bool = False) -> None:
            self.tokens += 1
            with self.workspace.store.reading() as db:
                stored = document_named(db, "letter")
                assert stored is not None
                unit = living_units(db, stored.id)[number]
                there = current(db, unit.id, "fr")
            translation.save(
                self.workspace,
                world.ana,
                self.now,
                unit=unit.id,
                locale="fr",
                text=text,
                seen=max(0, there.version - back),
                token=str(self.tokens),
                needs_work=needs_work,
            )
            if is_translation(text):
                self.kept.add((unit.key, text))

        @rule(number=NUMBERS, text=TEXTS, needs_work=st.booleans())
        def volunteer_saves(self, number: int, text: str, needs_work: bool) -> None:
            self.save(number, text, 0, needs_work=needs_work)

        @rule(number=NUMBERS, text=TEXTS)
        def volunteer_saves_what_is_old(self, number: int, text: str) -> None:
            self.save(number, text, 1)

        @rule(number=NUMBERS)
        def volunteer_empties(self, number: int) -> None:
            self.save(number, "", 0)

        @rule(number=NUMBERS, is_good=st.booleans())
        def reviewer_approves_or_sends_back(self, number: int, is_good: bool) -> None:
            with self.workspace.store.reading() as db:
                stored = document_named(db, "letter")
                assert stored is not None
                there = current(db, living_units(db, stored.id)[number].id, "fr")
            asked: dict[str, Any] = {"unit": there.unit, "locale": "fr", "seen": there.version}
            if is_good and there.state is State.TRANSLATED:
                review.approve(self.workspace, world.eva, self.now, **asked)
            elif not is_good and is_translation(there.text):
                review.send_back(self.workspace, world.eva, self.now, **asked, reason="Look.")

        # --- people with files -------------------------------------------------------------------

        def catalog(self) -> Catalog:
            data = self.path.read_bytes() if self.path.exists() else self.earlier[0]
            return read_catalog(data)

        def put(self, catalog: Catalog) -> None:
            self.path.write_bytes(write_catalog(catalog))

        def edit(self, number: int, change: Callable[[Entry], Entry | None]) -> None:
            catalog = self.catalog()
            entries = list(catalog.entries)
            if not entries:
                return
            at_ = number % len(entries)
            changed = change(entries[at_])
            entries[at_ : at_ + 1] = [changed] if changed else []
            self.put(replace(catalog, entries=tuple(entries)))

        @rule(number=NUMBERS, text=st.one_of(TEXTS, st.just(WRONG)), flags=st.sampled_from(
            [(), ("fuzzy",), ("reviewed",)]
        ))  # fmt: skip
        def file_is_edited(self, number: int, text: str, flags: tuple[str, ...]) -> None:
            self.edit(number, lambda each: replace(each, targets=(text,), flags=flags))

        @rule(number=NUMBERS)
        def entry_is_blanked(self, number: int) -> None:
            self.edit(number, lambda each: replace(each, targets=("",), flags=()))

        @rule(number=NUMBERS)
        def entry_is_lost(self, number: int) -> None:
            self.edit(number, lambda _: None)

        @rule(number=NUMBERS)
        def entry_is_doubted_or_cleared(self, number: int) -> None:
            def turn(each: Entry) -> Entry:
                return replace(each, flags=() if "fuzzy" in each.flags else ("fuzzy",))

            self.edit(number, turn)

        @rule(number=NUMBERS, word=st.sampled_from(["ask Ana", "checked", ""]))
        def entry_gets_a_comment(self, number: int, word: str) -> None:
            self.edit(number, lambda each: replace(each, comments=(word,) if word else ()))

        @rule(number=NUMBERS, text=TEXTS, fuzzy=st.booleans())
        def entry_becomes_obsolete(self, number: int, text: str, fuzzy: bool) -> None:
            flags = ("fuzzy",) if fuzzy else ()
            self.edit(number, lambda each: Entry(each.key, (text,), flags=flags, obsolete=True))

        @rule(source=st.sampled_from([*PARAGRAPHS, *REVISED, "Nobody knows."]), text=TEXTS,
              obsolete=st.booleans())  # fmt: skip
        def stranger_adds_an_entry(self, source: str, text: str, obsolete: bool) -> None:
            catalog = self.catalog()
            new = Entry(UnitKey(source), (text,), obsolete=obsolete)
            if obsolete or new.key not in {e.key for e in catalog.entries if not e.obsolete}:
                self.put(replace(catalog, entries=(*catalog.entries, new)))

        @rule()
        def file_is_truncated(self) -> None:
            catalog = self.catalog()
            self.put(replace(catalog, entries=catalog.entries[: len(catalog.entries) // 2]))

        @rule()
        def file_is_cut_in_the_middle(self) -> None:
            if self.path.exists():
                data = self.path.read_bytes()
                self.path.write_bytes(data[: 2 * len(data) // 3])
                if not self.is_readable():
                    self.path.write_bytes(data)

        def is_readable(self) -> bool:
            with contextlib.suppress(Exception):
                self.catalog()
                return True
            return False

        @rule()
        def file_is_lost(self) -> None:
            self.path.unlink(missing_ok=True)

        @rule(back=st.integers(0, 5))
        def file_is_reverted(self, back: int) -> None:
            self.path.write_bytes(self.earlier[-1 - back % len(self.earlier)])

        # --- coordinators ------------------------------------------------------------------------

        @rule(revised=st.lists(st.booleans(), min_size=4, max_size=4), typo=st.booleans())
        def source_is_revised(self, revised: list[bool], typo: bool) -> None:
            pairs = zip(PARAGRAPHS, REVISED, revised, strict=True)
            text = "\n\n".join(new if is_new else old for old, new, is_new in pairs) + "\n"
            source = self.workspace.root / "sources" / "letter.txt"
            if source.read_text("utf-8") == text:
                return
            source.write_text(text, "utf-8")
            self.sync()
            with self.workspace.store.reading() as db:
                stored = document_named(db, "letter")
                assert stored is not None
                proposal = proposal_of(db, stored.id)
            assert proposal is not None
            self.now += MINUTE
            documents.release(
                self.workspace, OPERATOR, self.now,
                document="letter", digest=proposal.digest, all_typo=typo,
            )  # fmt: skip

        @rule(number=NUMBERS, mine=TEXTS, theirs=TEXTS)
        def both_change_one_text(self, number: int, mine: str, theirs: str) -> None:
            self.save(number, mine, 0)
            self.edit(number, lambda each: replace(each, targets=(theirs,), flags=()))
            self.exchange_()

        @rule(number=NUMBERS, texts=st.tuples(TEXTS, TEXTS))
        def file_comes_from_an_older_copy(self, number: int, texts: tuple[str, str]) -> None:
            self.save(number, texts[0], 0)
            self.sync()
            loaded = self.path.read_bytes()
            self.save(number, texts[1], 0)
            self.sync()
            self.path.write_bytes(loaded)
            self.exchange_()

        @rule(number=NUMBERS, text=TEXTS, revised=st.lists(st.booleans(), min_size=4, max_size=4))
        def file_was_taken_home_before_a_revision(
            self, number: int, text: str, revised: list[bool]
        ) -> None:
            taken_home = self.catalog()
            self.source_is_revised(revised, False)
            self.put(taken_home)
            self.edit(number, lambda each: replace(each, targets=(text,), flags=()))
            self.exchange_()

        # --- exchanges ---------------------------------------------------------------------------

        def sync(self) -> exchange.SyncReport:
            self.now += MINUTE
            before, comments = self.texts_of_file(), self.comments_of_file()
            comments |= self.comments_of_store()
            revisions = self.revisions()
            data = self.path.read_bytes() if self.path.exists() else b""
            report = exchange.sync(self.workspace, OPERATOR, self.now)
            if "Nothing was taken from it" in report.catalogs[0].fault:  # all four are others
                assert self.is_disturbed or self.path.read_bytes() == data, "not left alone"
                report = exchange.sync(self.workspace, OPERATOR, self.now, confirm=True)
            if self.path.exists() and self.path.read_bytes() != self.earlier[-1]:
                self.earlier.append(self.path.read_bytes())
            (of_catalog,) = report.catalogs
            assert not of_catalog.fault, of_catalog.fault
            if of_catalog.refused:
                before = {each for each in before if each[1] != WRONG}
                assert self.is_disturbed or self.path.read_bytes() == data, "written over"
            self.kept |= before
            if not self.is_disturbed and not of_catalog.refused:
                assert comments <= self.comments_of_file()
            self.check_nothing_old_came_back(revisions)
            return report

        def revisions(self) -> dict[tuple[str, int], tuple[str, str]]:
            """Give what every unit ever said, and by which act."""
            table = revision.c
            with self.workspace.store.reading() as db:
                rows = db.execute(select(table.unit, table.version, table.text, table.act))
                return {(unit, version): (text, act) for unit, version, text, act in rows}

        def check_nothing_old_came_back(
            self, before: dict[tuple[str, int], tuple[str, str]]
        ) -> None:
            after = self.revisions()
            for (unit, version), (text, act) in after.items():
                if (unit, version) in before or act != Act.IMPORT:
                    continue
                once = {said for (each, _), (said, _) in before.items() if each == unit}
                last, _ = after.get((unit, version - 1), ("", ""))  # one exchange may write twice
                assert text == last or text not in once, f"{text!r} came back"

        def comments_of_store(self) -> set[str]:
            with self.workspace.store.reading() as db:
                said = db.execute(select(sync_base.c.comments)).scalars().all()
            return {line for each in said if each for line in each.split("\n")}

        def comments_of_file(self) -> set[str]:
            """Give translators' lines; they may come to stand under a newer wording."""
            if not self.path.exists():
                return set()
            return {line for each in self.catalog().entries for line in each.comments}

        def texts_of_file(self) -> set[Seen]:
            if not self.path.exists():
                return set()
            entries = self.catalog().entries
            return {(each.key, each.target) for each in entries if is_translation(each.target)}

        @rule()
        def exchange_(self) -> None:
            report = self.sync()
            (of_catalog,) = report.catalogs
            if not of_catalog.refused:
                self.assert_they_agree()
            tables, files = self.tables(), self.files()
            again = self.sync()
            assert (self.tables(), self.files()) == (tables, files), "the second one did something"
            assert again.catalogs[0].is_clean or of_catalog.refused
            assert again.written == ()

        @rule(step=st.sampled_from(STEPS))
        def exchange_crashes(self, step: tuple[str, str]) -> None:
            self.now += MINUTE
            before = self.texts_of_file()
            try:
                with at(step, crash):
                    exchange.sync(self.workspace, OPERATOR, self.now)
            except Crash:
                there = self.texts_of_store() | self.texts_of_file()
                assert before <= there, f"lost at {step}: {before - there}"
            else:
                self.kept |= {each for each in before if each[1] != WRONG}

        @rule(step=st.sampled_from(OPEN_STEPS), number=NUMBERS, text=TEXTS)
        def volunteer_saves_during_an_exchange(
            self, step: tuple[str, str], number: int, text: str
        ) -> None:
            with at(step, lambda: self.save(number, text, 0)):
                self.sync()

        @rule(step=st.sampled_from([each for each in OPEN_STEPS if each[0] != "_move_base"]),
              number=NUMBERS, text=TEXTS)  # fmt: skip
        def file_is_edited_during_an_exchange(
            self, step: tuple[str, str], number: int, text: str
        ) -> None:
            def edit() -> None:
                self.edit(number, lambda each: replace(each, targets=(text,), flags=()))
                added.update(self.texts_of_file())

            added: set[Seen] = set()
            self.is_disturbed = True
            with at(step, edit):
                self.sync()
            self.is_disturbed = False
            there = self.texts_of_store() | self.texts_of_file()
            wanted = {each for each in added if each[1] != WRONG}
            assert wanted <= there, f"lost at {step}: {wanted - there}"

        # --- what holds --------------------------------------------------------------------------

        @initialize()
        def begin(self) -> None:
            assert self.files()

        def texts_of_store(self) -> set[Seen]:
            found: set[Seen] = set()
            with self.workspace.store.reading() as db:
                for table in (revision, suggestion):
                    rows = db.execute(
                        select(source_text.c.source, source_text.c.context, table.c.text).join(
                            source_text, source_text.c.unit == table.c.unit
                        )
                    )
                    found |= {(UnitKey(source, context), text) for source, context, text in rows}
            return found

        @invariant()
        def nothing_is_lost(self) -> None:
            lost = self.kept - self.texts_of_store()
            assert not lost, f"lost: {lost}"

        def tables(self) -> dict[str, list[Any]]:
            with self.workspace.store.reading() as db:
                return {
                    table.name: sorted(map(tuple, db.execute(select(table))), key=repr)
                    for table in METADATA.sorted_tables
                    if table.name != "sync_run"
                }

        def files(self) -> dict[str, bytes]:
            folder = self.workspace.root / "locales"
            return {
                path.relative_to(folder).as_posix(): path.read_bytes()
                for path in sorted(folder.rglob("*.po*"))
            }

        def assert_they_agree(self) -> None:
            """See that file, store and base say the same, and that the file is whole."""
            with self.workspace.store.reading() as db:
                stored = document_named(db, "letter")
                assert stored is not None
                living, gone = living_units(db, stored.id), gone_units(db, stored.id)
                bases = bases_of(db, stored.id, "fr")
                ours = {each.id: current(db, each.id, "fr") for each in (*living, *gone)}
            said = [
                (key, text, "fuzzy" in flags, obsolete, comments)
                for key, (text,), _, flags, _, comments, _, _, _, obsolete in map(
                    _fields, self.catalog().entries
                )
            ]
            expected, named = [], set[UnitKey]()
            for each in (*living, *gone):
                if each.key in named:  # a catalog takes a key once; the other stays in the store
                    continue
                named.add(each.key)
                text, state = ours[each.id].text, ours[each.id].state
                base = bases.get(each.id)
                assert (base.text if base else "") == text
                comments = base.comments if base else ""
                if each in gone and not is_translation(text) and not comments:
                    continue
                doubted = state is State.NEEDS_WORK and is_translation(text)
                lines = tuple(comments.split("\n")) if comments else ()
                expected.append((each.key, text, doubted, each in gone, lines))
            assert said == expected

    return Histories


def _fields(entry: Entry) -> tuple[Any, ...]:
    return tuple(getattr(entry, name) for name in Entry.__slots__)[:10]


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    made = World()
    yield made
    shutil.rmtree(made.folder)


def run(world: World, histories: int, steps: int) -> None:
    run_state_machine_as_test(
        machine(world),
        settings=settings(
            max_examples=histories,
            stateful_step_count=steps,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_two_hundred_histories(world: World) -> None:
    run(world, tries(200), 15)


@pytest.mark.long
def test_two_thousand_histories(world: World) -> None:
    run(world, 2_000, 25)
