"""What reading and writing a large catalog costs, beside polib alone in the same run.

    python benchmarks/catalogs.py [--entries 48000] [--rounds 3] [--json]

Writes a catalog of wrapped texts with comments, references, flags, previous texts and obsolete
entries into a temporary folder, then measures each task in a process of its own: CPU seconds of the
task, peak memory of the whole process. The least of the rounds counts. Goals: at most 1.2 times
polib's time and 1.3 times its memory, and no input that takes more than a second per 40 megabytes.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import resource
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
WORDS = (
    "the river library school bridge village reading evening water garden neighbours winter of and"
    " every with near under old open children letters harbour map between lanterns slowly — “mill”"
    " façade étude rivière forêt où à plutôt"
).split()

TIME_GOAL = 1.2
MEMORY_GOAL = 1.3


def write_sample(path: Path, entries: int) -> None:
    """Write the catalog that everything is measured on; the same one every time."""
    source = random.Random(48)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for number in range(entries):
            file.write("\n" + "".join(entry_lines(number, source)))


def entry_lines(number: int, source: random.Random) -> Iterator[str]:
    kind = number % 50
    obsolete = "#~ " if kind == 49 else ""
    if kind % 5 == 0:
        yield f"# see the letter of {words(source, 4)}\n"
    if not obsolete:
        yield f"#. paragraph\n#. under: {words(source, 5)}\n"
        yield f"#: sources/letter-{number // 400}.txt:{number % 400} sources/map.txt:{kind + 1}\n"
    if kind % 10 == 7:
        yield "#, fuzzy\n"
        yield from field("#| ", "msgid", words(source, 18))
    yield from field(obsolete, "msgid", f"{number} {words(source, source.randrange(4, 42))}")
    target = "" if kind % 9 == 8 else words(source, source.randrange(4, 46))
    yield from field(obsolete, "msgstr", target)


def words(source: random.Random, count: int) -> str:
    return " ".join(source.choices(WORDS, k=count)) + "."


def field(marker: str, keyword: str, text: str) -> Iterator[str]:
    lines = textwrap.wrap(text, 76, drop_whitespace=False)
    if len(lines) < 2:
        yield f'{marker}{keyword} "{text}"\n'
        return
    yield f'{marker}{keyword} ""\n'
    yield from (f'{marker}"{line}"\n' for line in lines)


# --- the tasks, each run in a child process -------------------------------------------------------


def our_read(path: Path) -> Callable[[], object]:
    import workflow.exchange.catalogs.through_polib  # noqa: F401 (start-up is not the task)
    from workflow.exchange.catalogs import read_catalog

    return lambda: read_catalog(path.read_bytes())


def polib_read(path: Path) -> Callable[[], object]:
    import polib

    return lambda: polib.pofile(str(path), encoding="utf-8", wrapwidth=0)


def our_write(path: Path) -> Callable[[], object]:
    from workflow.exchange.catalogs import read_catalog, write_catalog

    catalog = read_catalog(path.read_bytes())
    return lambda: write_catalog(catalog)


def polib_write(path: Path) -> Callable[[], object]:
    import polib

    catalog = polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    return lambda: str(catalog).encode()


def our_refusal(path: Path) -> Callable[[], object]:
    from workflow.errors import UndersignedError

    read = our_read(path)

    def attempt() -> None:
        try:
            read()
        except UndersignedError as error:
            print(f"refused: {error}", file=sys.stderr)

    return attempt


TASKS = {
    task.__name__: task for task in (our_read, polib_read, our_write, polib_write, our_refusal)
}


def child(task: str, path: Path) -> None:
    run = TASKS[task](path)
    begun = time.process_time()
    run()
    seconds = time.process_time() - begun
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(json.dumps({"seconds": seconds, "megabytes": kilobytes / 1024}))


def measure(task: str, path: Path, rounds: int) -> dict[str, float]:
    """Run a task in children of its own; the least time and the least memory of the rounds."""
    found = []
    for _ in range(rounds):
        command = [sys.executable, __file__, "--child", task, str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
        found.append(json.loads(done.stdout))
    return {name: min(one[name] for one in found) for name in ("seconds", "megabytes")}


# --- hostile files --------------------------------------------------------------------------------

HOSTILE = {
    "200,000 continuation lines": 'msgid "a"\nmsgstr ""\n' + '"x"\n' * 200_000,
    "200,000 comment lines": "# x\n" * 200_000 + 'msgid "a"\nmsgstr "b"\n',
    "4,900 comments of 8 kB": ("# " + "x" * 8000 + "\n") * 4_900 + 'msgid "a"\nmsgstr "b"\n',
    "10 million escapes": 'msgid "a"\nmsgstr "' + "\\n" * 10_000_000 + '"\n',
    "text never closed": 'msgid "a"\nmsgstr "' + "\\n" * 10_000_000 + "\n",
    "9 million references": "#:" + " a:1" * 9_000_000 + '\nmsgid "a"\nmsgstr "b"\n',
}


def main() -> int:
    options = arguments()
    sys.path.insert(0, str(ROOT))
    if options.child:
        child(options.child, options.path)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        sample = Path(folder, "sample.po")
        write_sample(sample, options.entries)
        size = sample.stat().st_size
        tasks = ("our_read", "polib_read", "our_write", "polib_write")
        results = {task: measure(task, sample, options.rounds) for task in tasks}
        hostile = {}
        for number, (name, text) in enumerate(HOSTILE.items()):
            path = Path(folder, f"hostile-{number}.po")
            path.write_text(f"{HEADER}\n{text}", encoding="utf-8")
            hostile[name] = measure("our_refusal", path, 1)
    report = {"machine": machine(), "entries": options.entries, "bytes": size}
    report |= {"results": results, "hostile": hostile, "ratios": ratios(results)}
    print(json.dumps(report, indent=2) if options.json else table(report))
    return 0


def ratios(results: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    return {
        verb: {
            unit: results[f"our_{verb}"][unit] / results[f"polib_{verb}"][unit]
            for unit in ("seconds", "megabytes")
        }
        for verb in ("read", "write")
    }


def machine() -> str:
    import polib

    return (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()},"
        f" polib {polib.__version__}"
    )


def table(report: dict[str, object]) -> str:
    results, hostile, found = report["results"], report["hostile"], report["ratios"]
    assert isinstance(results, dict)
    assert isinstance(hostile, dict)
    assert isinstance(found, dict)
    lines = [
        f"{report['machine']}",
        f"{report['entries']:,} entries, {report['bytes']:,} bytes",
        "",
        f"{'task':30} {'CPU s':>8} {'peak MB':>8}",
    ]
    for name, one in (results | hostile).items():
        lines.append(f"{name:30} {one['seconds']:8.2f} {one['megabytes']:8.0f}")
    lines.append("")
    for verb, one in found.items():
        good = one["seconds"] <= TIME_GOAL and one["megabytes"] <= MEMORY_GOAL
        lines.append(
            f"{verb}: {one['seconds']:.2f} x polib's time (goal {TIME_GOAL}), "
            f"{one['megabytes']:.2f} x its memory (goal {MEMORY_GOAL}): {'met' if good else 'MISSED'}"
        )
    return "\n".join(lines)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--entries", type=int, default=48_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true", help="machine-readable figures")
    parser.add_argument("--child", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("path", type=Path, nargs="?", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
