"""What a save costs while many people translate one large catalog.

    python benchmarks/saving.py [--units 20000] [--people 50] [--seconds 20] [--quick]

Everybody saves once a second, each in units of his own, through the front desk: permission, history
and audit in one transaction. Each save counts from its call to its answer, when it is on the disk.
They are threads of one process, and then of four. Beside it stand the disk's own fsync of 4 KiB,
before and after, and the plain way: a catalog that polib rewrites, with fsync and rename, for every
save; one person only, who waits for nobody. Goals: the 95th percentile at most 250 ms, and at most
15 times that of fsync.
"""

from __future__ import annotations

import argparse
import fcntl
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import polib  # noqa: E402

from benchmarks.machine import percentile, synced, timed  # noqa: E402
from tests.reliability.ground import LOCALE, Ground, Planned, ground, prepare  # noqa: E402
from workflow.model import State  # noqa: E402
from workflow.review import Act  # noqa: E402
from workflow.store.documents import document_named, living_units  # noqa: E402
from workflow.store.translations import Written, add_revisions  # noqa: E402

GOAL, GOAL_IN_FSYNCS = 0.250, 15
PROCESSES = (1, 4)
PLAIN_SAVES = 5
WORDS = "Nous demandons un pont ouvert toute l’année, avec une lampe à chaque bout. "


# --- our way -------------------------------------------------------------------------------------


def translated(folder: Path, units: int, people: int) -> None:
    """Make a workspace whose one catalog is translated from the first unit to the last."""
    prepare(folder, units, people)
    with ground(folder) as here, here.workspace.store.writing() as db:
        letter = document_named(db, "letter")
        assert letter
        now, who = datetime.now(UTC), here.people[0]
        new = [
            Written(
                unit=unit.id,
                locale=LOCALE,
                version=1,
                text=f"{WORDS}({number})",
                state=State.TRANSLATED,
                act=Act.SAVE,
                author=who,
                actor=who,
                source_digest=unit.source_digest,
                at=now,
            )
            for number, unit in enumerate(living_units(db, letter.id))
        ]
        add_revisions(db, new)


def work(here: Ground, who: int, end: float) -> list[float]:
    """Save once a second until the end, one person in his own part of the catalog."""
    random, took = Random(who), list[float]()
    share = len(here.units) // len(here.people)
    due = time.monotonic() + random.random()
    while due < end:
        time.sleep(max(0.0, due - time.monotonic()))
        unit = who * share + random.randrange(share)
        seen = here.version(here.units[unit])
        planned = Planned(who, unit, f"{WORDS}{WORDS}{end}/{who}/{due}", f"{end}-{due}")
        begun = time.perf_counter()
        saved = here.save(planned, seen)
        took.append(time.perf_counter() - begun)
        assert (saved.version, saved.text) == (seen + 1, planned.text), "another text stands there"
        due += random.uniform(0.5, 1.5)
    return took


def work_together(folder: Path, people: Sequence[int], seconds: float) -> None:
    """Let several work, each in a thread of this process, and print what every save took."""
    with ground(folder) as here, ThreadPoolExecutor(len(people)) as threads:
        end = time.monotonic() + seconds
        working = [threads.submit(work, here, who, end) for who in people]
        print(json.dumps([took for each in working for took in each.result()]))


def ours(folder: Path, people: int, seconds: float, processes: int) -> list[float]:
    """Let all work, shared out among processes; give the seconds of every save."""
    command = [sys.executable, __file__, "--folder", str(folder), "--seconds", str(seconds)]
    started = [
        subprocess.Popen(
            [*command, "--who", *(str(who) for who in range(first, people, processes))],
            stdout=subprocess.PIPE,
        )
        for first in range(processes)
    ]
    said = [process.communicate()[0] for process in started]
    if any(process.returncode for process in started):
        sys.exit("a save failed")
    return [seconds for each in said for seconds in json.loads(each)]


# --- the plain way -------------------------------------------------------------------------------


def plain(folder: Path, units: int, *, is_remembered: bool) -> list[float]:
    """Save into a PO file; give the seconds of every save.

    Whoever remembers the catalog has it to himself for good; else it is read anew, as it must be
    where others save too.
    """
    path = folder / "fr.po"
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = {"Language": "fr", "Content-Type": "text/plain; charset=UTF-8"}
    for number in range(units):
        source = f"We ask for bridge number {number}."
        catalog.append(polib.POEntry(msgid=source, msgstr=f"{WORDS}({number})"))
    catalog.save(str(path))
    kept = polib.pofile(str(path), wrapwidth=0)

    def save(number: int) -> None:
        with (folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            opened = kept if is_remembered else polib.pofile(str(path), wrapwidth=0)
            opened[number * 7 % units].msgstr = f"{WORDS}{WORDS}{number}"
            replace(path, str(opened).encode())

    return timed(save, PLAIN_SAVES)


def replace(path: Path, data: bytes) -> None:
    """Put a file in the place of another so that a power cut leaves one of the two."""
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.rename(path)
    handle = os.open(path.parent, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)


# --- figures -------------------------------------------------------------------------------------


def line(name: str, took: Sequence[float]) -> str:
    """Draw one line of the table, in milliseconds."""
    figures = [f"{percentile(took, share) * 1000:9.2f}" for share in (0.5, 0.95, 0.99, 1)]
    return f"{name:40} {len(took):6,}{''.join(figures)}"


def main() -> None:
    """Measure, print a table, and fail where a goal is missed."""
    options = arguments()
    if options.who:
        work_together(options.folder, options.who, options.seconds)
        return
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, sqlalchemy {version('sqlalchemy')}, "
        f"polib {version('polib')}"
    )
    print(f"{options.units:,} units, {options.people} people who save once a second")
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}\n")
    print(f"{'milliseconds':40} {'saves':>6}" + "".join(f"{each:>9}" for each in HEAD))
    with tempfile.TemporaryDirectory() as name:
        missed = measured(Path(name), options)
    if missed:
        sys.exit(f"over the goal: {', '.join(missed)}")


HEAD = ("p50", "p95", "p99", "max")


def measured(folder: Path, options: argparse.Namespace) -> list[str]:
    """Print the table, and name what misses a goal."""
    letters = folder / "letters"
    translated(letters, options.units, options.people)
    fsync = synced(folder)
    print(line("fsync of 4 KiB, before", fsync))
    slowest: dict[str, float] = {}
    for processes in PROCESSES:
        took = ours(letters, options.people, options.seconds, processes)
        name = f"undersigned, {processes} process{'es' if processes > 1 else ''}"
        print(line(name, took), flush=True)
        slowest[name] = percentile(took, 0.95)
    after = synced(folder)
    print(line("fsync of 4 KiB, after", after))
    floor = percentile(fsync + after, 0.95)
    if not options.quick:
        for name, is_remembered in (("read", False), ("kept in memory", True)):
            took = plain(folder, options.units, is_remembered=is_remembered)
            print(line(f"polib, the catalog {name}, one person", took), flush=True)
    print()
    for name, seconds in slowest.items():
        print(f"{name}: p95 is {seconds / floor:.1f} times that of fsync")
    return [
        name
        for name, seconds in slowest.items()
        if seconds > GOAL or seconds > GOAL_IN_FSYNCS * floor
    ]


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--units", type=int, default=20_000)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=20.0, help="how long they work each time")
    parser.add_argument("--quick", action="store_true", help="without the plain way")
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--who", type=int, nargs="+", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
