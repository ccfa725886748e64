"""What reading and filling plain text costs, and that it grows no faster than the text.

    python benchmarks/plaintext.py [--size 1000000]

Megabytes per CPU second of extract and fill on the samples, and on the texts in the folder that
`UNDERSIGNED_DATA` names when it is set; then CPU time per byte at a 16th, a 4th and all of the size
for ordinary and for hostile shapes. Fails where a text 4 times as long takes over 6 times as long.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from workflow import plumbing

ROOT = Path(__file__).resolve().parent.parent
SUPERLINEAR = 6.0
SHORTEST = 0.02
"""Seconds; below this a clock tells nothing."""
HOSTILE = {
    "1. in one line": "1. ",
    "straight quotes": '"',
    "opening quotes": "“a ",
    "brackets": "(",
    "brackets with letters": "(a ",
    "one giant line": "word ",
    "one giant paragraph": "Rivers need room. ",
    "bullets": "- one\n",
    "numbers": "1. one\n",
    "letters": "a) one\n",
    "Roman numbers": "i. one\n\nText.\n\n",
    "numbers alone": "1.\n",
    "bullets alone": "•\n",
    "quoted mail": ">>>> one\n",
    "lines with brackets": "(a\n",
    "short paragraphs": "one\n\n",
    "open quotations": "“one two\n\n",
    "names": "Ana Lima, Friends of the Reed, Brazil\n",
    "underlined": "one\n---\n",
    "dates": "1 May 2025\n",
    "counted": "Article 1\n",
    "commas": "one two,\n",
    "colons": "one:\n\n",
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "words and controls": "one\x01 ",
    "addresses": "www.",
    "mail addresses": "a@a.",
    "references": "[1] ",
    "line ends": "\r\n",
    "rulers": "--\n",
    "ideographs": "橋「川",
    "wrapped": "We ask for a bridge that is open all the year, and for a lamp on\nits ends.\n\n",
}


def measured(data: bytes) -> tuple[float, float]:
    """Give the CPU seconds of extract and of fill with another text everywhere."""
    start = time.process_time()
    document = plumbing.extract(data, format="plaintext", locale="en")
    middle = time.process_time()
    targets = {unit.key: f"{unit.key.source}." for unit in document.units}
    begun = time.process_time()
    plumbing.fill(document, targets, locale="fr")
    return middle - start, time.process_time() - begun


def ordinary(size: int) -> Iterator[tuple[str, bytes]]:
    """Give the texts whose speed is of interest, repeated up to the size."""
    folders = {"samples": sorted((ROOT / "sources").glob("*.txt"))}
    if "UNDERSIGNED_DATA" in os.environ:
        outside = Path(os.environ["UNDERSIGNED_DATA"])
        folders["statements"] = sorted((outside / "statements").glob("*.txt"))
        folders["other texts"] = sorted((outside / "data").rglob("*.txt"))
    for name, paths in folders.items():
        text = b"\n\n".join(path.read_bytes() for path in paths) + b"\n\n"
        yield name, text * max(1, size // len(text))


def main() -> None:
    """Measure and print two tables; fail where time runs away."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="bytes of the largest text")
    size = parser.parse_args().size
    measured(b"A line to load what is loaded once.\n" * 50)
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}")
    for name, data in ordinary(size):
        extract, fill = measured(data)
        megabytes = len(data) / 1e6
        print(
            f"{name:22} extract {megabytes / extract:6.2f} MB/s  fill {megabytes / fill:6.2f} MB/s"
        )
    print(f"\nCPU seconds, extract + fill, at {size // 16:,}, {size // 4:,} and {size:,} bytes")
    runaway = []
    for name, piece in {**HOSTILE, "spaces inside": ""}.items():
        times = []
        for length in (size // 16, size // 4, size):
            width = len(piece.encode()) or 1
            text = piece * (length // width) if piece else f"a{' ' * length}b"
            times.append(sum(measured(text.encode())))
        grows = any(b > SUPERLINEAR * max(a, SHORTEST) for a, b in pairwise(times))
        print(f"{name:22} {'  '.join(f'{each:7.3f}' for each in times)}{'  <- runs away' * grows}")
        runaway += [name] * grows
    if runaway:
        sys.exit(f"grows faster than the text: {', '.join(runaway)}")


if __name__ == "__main__":
    main()
