"""Measure everything beside what people would use instead, and print it with the machine.

    python -m benchmarks [SECTION ...] [--rounds 3] [--quick] [--write PAGE.md]

Sections: documents, merging, catalogs, startup, plaintext, sentences, saving, importing, browsing,
board;
all where none is named. The peers are found as `benchmarks/peers/finding.py` says. With
`UNDERSIGNED_DATA` the texts from outside are measured as well. Compare ratios of one run: seconds
are those of a machine and an hour.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from benchmarks import documents, merging
from benchmarks.machine import facts
from benchmarks.peers.finding import PEERS, present
from benchmarks.tables import table

ROOT = Path(__file__).resolve().parent.parent
LACKING = 2
"""The exit status of a program that lacks something and has said so."""
PROGRAMS = (
    "catalogs",
    "startup",
    "plaintext",
    "sentences",
    "saving",
    "importing",
    "browsing",
    "board",
)
"""Those that are programs of their own."""
PREFACE = """\
# What it costs

Written by `python -m benchmarks --write` and the path of this page; `make bench` prints the same.
All tools of a table ran in turns on the same inputs. Compare ratios: seconds depend on the machine
and on what else it does. MB are a million bytes, seconds are CPU time of the process, user and
system.

Programs to compare with are found on PATH, libraries in the Python that measures and in the virtual
environments that `UNDERSIGNED_PEERS` names, separated as in PATH. What is not installed is left out
by name. Texts from outside are those in the folder that `UNDERSIGNED_DATA` names (see
[CONTRIBUTING](../../CONTRIBUTING.md#data-from-outside))."""


def main() -> int:
    """Measure the sections asked for; write the page when asked."""
    options = arguments()
    sections: dict[str, Callable[[], Iterable[str]]] = {
        "documents": lambda: documents.report(options.rounds),
        "merging": lambda: merging.report(options.rounds, in_haste=options.quick),
    }
    failed: list[str] = []
    for name in PROGRAMS:
        sections[name] = partial(program, name, told(name, options), failed)
    said = []
    for part in page({name: sections[name] for name in options.sections or sections}):
        print(f"{part}\n", flush=True)
        said.append(part)
    if options.write:
        options.write.write_text("\n\n".join([PREFACE, *said]) + "\n", "utf-8")
    if failed:
        print(f"failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def page(sections: dict[str, Callable[[], Iterable[str]]]) -> Iterator[str]:
    """Give the parts of a page, each when it is there."""
    versions = {peer.name: peer.version for peer in present(PEERS).values()}
    yield "## Machine and versions"
    yield table(("what", "which"), (facts() | versions).items(), texts=2)
    for name, report in sections.items():
        yield f"## {name.capitalize()}"
        yield from filter(None, report())


def told(name: str, options: argparse.Namespace) -> tuple[str, ...]:
    """Say what a program is told: those that take minutes are told to be quick, if they are to."""
    rounds = ("--rounds", str(options.rounds)) if name == "catalogs" else ()
    is_long = name in ("catalogs", "saving", "importing", "browsing", "board")
    return (*rounds, *(["--quick"] if is_long and options.quick else []))


def program(name: str, arguments: Iterable[str], failed: list[str]) -> Iterator[str]:
    """Run a benchmark that is a program of its own, give what it prints, note where it fails."""
    command = [sys.executable, f"benchmarks/{name}.py", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    said = [done.stdout.strip()]
    if done.returncode:
        said += done.stderr.strip().splitlines()[-1:]
    if done.returncode not in {0, LACKING}:
        failed.append(name)
    yield "```text\n" + "\n".join(filter(None, said)) + "\n```"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    names = ("documents", "merging", *PROGRAMS)
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(names))
    parser.add_argument("--rounds", type=int, default=3, help="how often each tool runs")
    parser.add_argument("--quick", action="store_true", help="without what takes minutes")
    parser.add_argument("--write", type=Path, metavar="PAGE.md", help="write a page as well")
    options = parser.parse_args()
    if unknown := set(options.sections) - set(names):
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    return options


if __name__ == "__main__":
    sys.exit(main())
