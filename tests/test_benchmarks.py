"""The benchmarks measure what they say: inputs are known, and peers are counted by the truth."""

from __future__ import annotations

import doctest
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from types import ModuleType

import polib
import pytest

from benchmarks import board, corpus, machine, saving, tables, timing
from benchmarks.merging import COUNTS, judge
from benchmarks.peers import finding
from benchmarks.revised import Revision, endless, revise, samples
from tests.reliability.ground import ground
from workflow import plumbing
from workflow.access import OPERATOR
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.services import progress
from workflow.services.workspace import open_workspace


@pytest.mark.parametrize("module", [corpus, machine, saving, tables, timing])
def test_the_examples_run(module: ModuleType) -> None:
    assert doctest.testmod(module).failed == 0


def test_the_statements_made_are_read_without_a_complaint() -> None:
    for number in range(12):
        data = corpus.statement(number).encode()
        document = plumbing.extract(data, format="markdown", locale="en")
        assert (document.issues, plumbing.fill(document, {})) == ((), data)


def test_the_same_texts_are_made_every_time_and_none_twice() -> None:
    texts = list(islice(endless(samples()), 2000))
    assert texts == list(islice(endless(samples()), 2000))
    assert len(set(texts)) == len(texts) > len(samples())


@pytest.mark.parametrize("is_shuffled", [False, True])
def test_a_revision_has_the_changes_it_says(is_shuffled: bool) -> None:
    made = revise(endless(samples()), 1000, is_shuffled=is_shuffled)
    assert made == revise(endless(samples()), 1000, is_shuffled=is_shuffled)
    kept = set(made.old) & set(made.new)
    assert (len(made.old), len(made.added)) == (1000, 20)
    assert 95 <= len(made.origins) <= 100
    assert set(made.new) == kept | set(made.origins) | made.added
    assert not kept & (set(made.origins) | made.added)
    in_order = [text for text in made.old if text in kept] == [t for t in made.new if t in kept]
    assert in_order is not is_shuffled


@pytest.fixture
def revision() -> Revision:
    """Give a revision with one of each."""
    old = {"We ask for a bridge": "Un pont", "We ask for a lamp": "Une lampe", "Rivers": "Fleuves"}
    origins = {"We ask for one bridge": "We ask for a bridge", "A lamp": "We ask for a lamp"}
    return Revision(old, [*origins, "Rivers", "Thanks"], origins, frozenset({"Thanks"}))


def judged(revision: Revision, folder: Path, targets: dict[str, str]) -> dict[str, int]:
    new = folder / "new.po"
    revision.write(folder / "old.po", new)
    catalog = read_catalog(new.read_bytes()).entries
    text = new.read_text("utf-8")
    for entry in catalog:
        source = f'msgid "{entry.key.source}"\nmsgstr '
        text = text.replace(f'{source}""', f'{source}"{targets.get(entry.key.source, "")}"')
    new.write_text(text, "utf-8")
    counts = judge(revision, new)
    return {name: counts[name] for name in COUNTS if counts[name]}


def test_guesses_are_judged_by_the_truth(revision: Revision, tmp_path: Path) -> None:
    good = {"We ask for one bridge": "Un pont", "A lamp": "Une lampe", "Rivers": "Fleuves"}
    assert judged(revision, tmp_path, good) == {"right": 2}
    bad = {"A lamp": "Un pont", "Thanks": "Fleuves"}
    found = {"wrong": 1, "short wrong": 1, "none": 1, "on new": 1, "lost": 1}
    assert judged(revision, tmp_path, bad) == found


def test_our_own_merge_loses_nothing(tmp_path: Path) -> None:
    revision = revise(endless(samples()), 200, is_shuffled=False)
    old, new = tmp_path / "old.po", tmp_path / "new.pot"
    revision.write(old, new)
    merged = plumbing.merge(*(read_catalog(path.read_bytes()) for path in (old, new)))
    old.write_bytes(write_catalog(merged))
    assert judge(revision, old)["lost"] == 0


def test_people_save_in_a_catalog_that_is_translated(tmp_path: Path) -> None:
    saving.translated(tmp_path / "letters", 20, 2)
    took = saving.ours(tmp_path / "letters", people=2, seconds=1.0, processes=2)
    with ground(tmp_path / "letters") as here:
        versions = [here.version(unit) for unit in here.units]
    assert sum(versions) == len(versions) + len(took)
    assert took


def test_the_large_board_is_full_and_counted(tmp_path: Path) -> None:
    board.build(tmp_path / "large", 3, ["fr", "ar"], 40)
    with open_workspace(tmp_path / "large") as workspace:
        found = progress.board(workspace, OPERATOR, datetime.now(UTC))
        took = dict(board.at_the_desk(workspace, 1))
    assert (found.known, found.total.units, found.locales) == (3, 3 * 2 * 40, ("fr", "ar"))
    assert 0 < found.total.untranslated < 30
    assert len(took) == 6


@pytest.mark.parametrize("is_remembered", [False, True])
def test_the_plain_way_saves_too(tmp_path: Path, is_remembered: bool) -> None:
    took = saving.plain(tmp_path, 20, is_remembered=is_remembered)
    saved = polib.pofile(str(tmp_path / "fr.po"))
    assert sum(entry.msgstr.startswith(saving.WORDS * 2) for entry in saved) == len(took)


def test_what_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    finding.find.cache_clear()
    assert finding.left_out(("msgmerge", "polib")) == "Not installed: msgmerge."
    finding.find.cache_clear()
