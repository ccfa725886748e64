"""What it costs to take a large catalog in, and to revise its source.

    python benchmarks/importing.py [--units 20000] [--quick]

A document of many paragraphs lies in a folder with one whole catalog, and there is no store. Timed
are the first exchange, which builds the store from both files, an update in which one source text
of twenty is edited (proposed and released), and the exchange that writes it to the catalog. Each
runs in a process of its own, as a command does. Beside them stands the same with files alone:
msgmerge, without guesses (with them it takes minutes), and polib, which reads the catalog and
writes it. Goals: 10 seconds and 5 seconds.
"""

from __future__ import annotations

import argparse
import platform
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
IMPORT_GOAL, UPDATE_GOAL = 10.0, 5.0
"""Seconds on the wall."""
SETTINGS = 'name = "Bridges"\nsource_locale = "en"\nlanguages = ["fr"]\n'


def source(units: int, *, is_revised: bool = False) -> str:
    """Write a document; revised, one text of twenty says something else."""
    count = range(units)
    ask = ["demand" if is_revised and number % 20 == 0 else "ask for" for number in count]
    return "\n\n".join(
        f"We {ask[number]} bridge number {number}, with a lamp at each end and a place to sit."
        for number in count
    )


def catalog(units: int) -> str:
    """Write its catalog, every text translated."""
    entries = [
        f'msgid "We ask for bridge number {number}, with a lamp at each end and a place to sit."\n'
        f'msgstr "Nous demandons le pont numéro {number}, une lampe à chaque bout et un banc."\n'
        for number in range(units)
    ]
    header = (
        'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"X-Source-Language: en\\n"\n'
        '"Content-Type: text/plain; charset=UTF-8\\n"\n'
    )
    return "\n".join([header, *entries])


def make(folder: Path, units: int) -> None:
    """Make the folder as somebody has it who comes with his files."""
    (folder / "sources").mkdir(parents=True)
    (folder / "locales" / "fr" / "LC_MESSAGES").mkdir(parents=True)
    (folder / "workspace.toml").write_text(SETTINGS, "utf-8")
    (folder / "sources" / "bridges.txt").write_text(source(units), "utf-8")
    (folder / "locales/fr/LC_MESSAGES/bridges.po").write_text(catalog(units), "utf-8")


def timed(*command: str) -> float:
    """Run a command to its end; give the seconds on the wall."""
    begun = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    if done.returncode not in {0, 1}:
        sys.exit(f"{command}: {done.stderr.strip()}")
    return time.perf_counter() - begun


def undersigned(*arguments: str) -> float:
    """Run one of our commands."""
    return timed(sys.executable, "-c", "from workflow.cli import run; run()", *arguments)


def ours(folder: Path, units: int) -> tuple[float, float, float, str]:
    """Take the catalog in, then revise the source; give the seconds, and what status says then."""
    make(folder, units)
    first = undersigned("sync", str(folder))
    revised = folder / "revised.txt"
    revised.write_text(source(units, is_revised=True), "utf-8")
    update = undersigned("revise", "bridges", str(revised), "--release", "-C", str(folder))
    again = undersigned("sync", str(folder))
    status = [sys.executable, "-c", "from workflow.cli import run; run()", "status", str(folder)]
    said = subprocess.run(status, capture_output=True, text=True, check=False, cwd=ROOT).stdout
    return first, update, again, said


def with_files(folder: Path, units: int) -> dict[str, float]:
    """Do what other tools do with files alone."""
    folder.mkdir()
    old, new = folder / "fr.po", folder / "new.pot"
    old.write_text(catalog(units), "utf-8")
    new.write_text(catalog(units).replace("ask for bridge number 1", "demand bridge number 1"))
    took = {}
    if shutil.which("msgmerge"):
        command = ("msgmerge", "--quiet", "-N", "-o", str(folder / "out.po"), str(old), str(new))
        took["msgmerge -N (no guesses)"] = timed(*command)
    again = f"import polib; polib.pofile({str(old)!r}, wrapwidth=0).save({str(old)!r})"
    took["polib: read and write"] = timed(sys.executable, "-c", again)
    return took


def main() -> None:
    """Measure, print a table, and fail where a goal is missed or a translation is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--units", type=int, default=20_000)
    parser.add_argument("--quick", action="store_true", help="a tenth of the units")
    options = parser.parse_args()
    units = options.units // 10 if options.quick else options.units
    print(
        f"{platform.machine()}, Python {platform.python_version()}, SQLite "
        f"{sqlite3.sqlite_version}, sqlalchemy {version('sqlalchemy')}, polib {version('polib')}"
    )
    print(f"{units:,} units, one catalog, all translated; seconds on the wall\n")
    with tempfile.TemporaryDirectory() as name:
        first, update, again, said = ours(Path(name) / "ours", units)
        files = with_files(Path(name) / "files", units)
    print(f"{'first exchange (store built)':40}{first:8.1f}   goal {IMPORT_GOAL:g}")
    print(f"{'5 % of the source texts revised':40}{update:8.1f}   goal {UPDATE_GOAL:g}")
    print(f"{'the catalog brought up to it':40}{again:8.1f}")
    for tool, seconds in files.items():
        print(f"{tool:40}{seconds:8.1f}")
    print(f"\n{said}")
    row = said.splitlines()[-1].split()
    edited = str(-(-units // 20))
    if row[2:6] != [str(units), "0", edited, str(units - int(edited))]:
        sys.exit("not every translation is where it belongs")
    if first > IMPORT_GOAL or update > UPDATE_GOAL:
        sys.exit("over the goal")


if __name__ == "__main__":
    main()
