"""What bringing a catalog up to a revised template costs, and how good the guesses are.

Time is CPU seconds of the whole process: start, reading both files, merging, writing. A guess is
right where an edited text is offered the translation of the text it was made from.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import polib

from benchmarks.peers.finding import left_out, present
from benchmarks.peers.markdown import OURS, OURSELVES
from benchmarks.revised import Revision, endless, from_outside, revise, samples
from benchmarks.tables import table
from benchmarks.timing import Command, Run, figure, short, turns

PEERS = ("msgmerge", "translate-toolkit", "polib")
EXACT = "msgmerge -N"
SMALL, MIDDLE, LARGE = 1_000, 10_000, 50_000
GOALS = {MIDDLE: 2.5, LARGE: 15.0}
"""CPU seconds of ours."""
SHORT = 27
"""Characters; the guesses on texts that are no longer are counted apart."""
SLOW = "msgmerge"
"""Takes minutes for ten thousand texts: it is run once there, and not at all when in haste."""
LEGEND = f"""\
CPU seconds: median (least to most) of the whole process. *Right*, *wrong* and *none* count the
edited texts by what they are offered; *short wrong* are the wrong ones on texts of at most {SHORT}
characters; *on new* counts the texts that come from nowhere and are offered something; *lost*
counts unchanged texts without their translation, or with a flag. `msgmerge -N` and polib have no
guesses."""
COUNTS = ("right", "wrong", "short wrong", "none", "on new", "lost")


@dataclass(frozen=True, slots=True)
class Job:
    """A revision on disk."""

    name: str
    revision: Revision
    root: Path

    @property
    def size(self) -> int:
        """Count the texts of the old catalog."""
        return len(self.revision.old)

    def output(self, tool: str) -> Path:
        """Say where a tool writes."""
        return self.root / f"{tool}.po"

    def commands(self) -> dict[str, Command]:
        """Say how each tool that is there does this job; ours comes first."""
        old, new = str(self.root / "old.po"), str(self.root / "new.pot")
        found = present(PEERS)
        commands: dict[str, Command] = {}
        commands[OURS] = (*OURSELVES, "merge", old, new, str(self.output(OURS)))
        if peer := found.get("msgmerge"):
            for name, options in (("msgmerge", ("-q",)), (EXACT, ("-q", "-N"))):
                output = ("-o", str(self.output(name)))
                commands[name] = (peer.runner, *options, old, new, *output)
        if (peer := found.get("translate-toolkit")) and self.size < LARGE:
            program = (peer.runner, "-m", "translate.convert.pot2po", "--progress=none")
            commands["pot2po"] = (*program, "-t", old, "-i", new, "-o", str(self.output("pot2po")))
        if (peer := found.get("polib")) and self.size < LARGE:
            driver = str(Path(__file__).parent / "peers" / "run_polib.py")
            commands["polib"] = (peer.runner, driver, old, new, str(self.output("polib")))
        return commands


def report(rounds: int, *, in_haste: bool) -> Iterator[str]:
    """Merge every set with every tool and give what a page says of it."""
    yield left_out(PEERS)
    pools = {"our samples": samples(), "outside": from_outside()}
    texts = ", ".join(f"{len(pool):,} {name}" for name, pool in pools.items())
    yield f"Texts at hand: {texts}; those beyond are made by a chain of their words."
    rows: list[Sequence[str]] = []
    with TemporaryDirectory() as name:
        for job in jobs(pools, Path(name)):
            rows += job_rows(job, measured(job, rounds, in_haste=in_haste))
    head = ("texts", "tool", "CPU s", "ours is faster", *COUNTS)
    yield table(head, rows, texts=2)
    yield LEGEND


def jobs(pools: Mapping[str, Sequence[str]], root: Path) -> Iterator[Job]:
    """Make the sets, one at a time; the largest of the first pool only."""
    first = next(iter(pools))
    names = {name: texts for name, texts in pools.items() if texts}
    for name, size, order in product(names, (SMALL, MIDDLE, LARGE), ("in order", "shuffled")):
        if size == LARGE and name != first:
            continue
        revision = revise(endless(names[name]), size, is_shuffled=order == "shuffled")
        folder = root / f"{name} {size} {order}"
        folder.mkdir()
        revision.write(folder / "old.po", folder / "new.pot")
        yield Job(f"{size:,}, {name}, {order}", revision, folder)


def measured(job: Job, rounds: int, *, in_haste: bool) -> dict[str, list[Run]]:
    """Time the tools in turns; the slow one once, or not at all when in haste."""
    commands = job.commands()
    if job.size <= SMALL:
        return turns(commands, rounds)
    slow = commands.pop(SLOW, None)
    taken = turns(commands, 1 if in_haste else rounds)
    if slow and job.size < LARGE and not in_haste:
        taken |= turns({SLOW: slow}, 1)
    return taken


def job_rows(job: Job, taken: dict[str, list[Run]]) -> Iterator[Sequence[str]]:
    """Draw a row for each tool."""
    ours = median(each.seconds for each in taken[OURS])
    for name, runs in taken.items():
        seconds = figure([each.seconds for each in runs])
        if not all(each.is_done for each in runs):
            yield job.name, name, "failed", "", *([""] * len(COUNTS))
            continue
        times = "" if name == OURS else f"{short(seconds.middle / ours)} x"
        goal = GOALS.get(job.size, seconds.middle) if name == OURS else seconds.middle
        missed = " (missed)" if seconds.middle > goal else ""
        counts = judge(job.revision, job.output(name))
        cells = [f"{counts[each]:,}" for each in COUNTS]
        yield job.name, name, f"{seconds}{missed}", times, *cells


def judge(revision: Revision, output: Path) -> Counter[str]:
    """Compare what a tool made of a revision with the truth."""
    counts: Counter[str] = Counter()
    for entry in polib.pofile(str(output), wrapwidth=0):
        if entry.obsolete:
            continue
        source, target = entry.msgid, entry.msgstr
        if source in revision.added:
            counts["on new"] += bool(target)
        elif origin := revision.origins.get(source):
            verdict = "right" if target == revision.old[origin] else "wrong" if target else "none"
            counts[verdict] += 1
            counts["short wrong"] += verdict == "wrong" and len(source) <= SHORT
        else:
            counts["lost"] += target != revision.old[source] or entry.fuzzy
    return counts
