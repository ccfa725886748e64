"""What reading and writing a large catalog costs, beside polib and others in the same run.

    python benchmarks/catalogs.py [--entries 48000] [--rounds 5] [--quick] [--json]

Writes a catalog with comments, references, flags, previous texts and obsolete entries into a
temporary folder, wrapped at 76 columns as gettext does and unwrapped as we do. Each task is
measured in a process of its own: CPU seconds of the task, peak memory of the whole process. The
tasks take turns, and the least of the rounds counts. Goals: at most 1.2 times polib's time and 1.3
times its memory, and no input that takes more than a second for 20 megabytes. translate-toolkit and
msgcat, which reads and writes in one go, join where `benchmarks/peers/finding.py` finds them.
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
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.peers.finding import find, left_out, present  # noqa: E402

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
SPEECH = """
    the river library school bridge village reading evening water garden neighbours winter of and
    every with near under old open children letters harbour map between lanterns slowly — “mill”
    façade étude rivière forêt où à plutôt
"""

TIME_GOAL = 1.2
MEMORY_GOAL = 1.3
WIDTHS = {"wrapped": 76, "unwrapped": 100_000}


def write_sample(path: Path, entries: int, width: int) -> None:
    """Write the catalog that everything is measured on; the same one every time."""
    source = random.Random(48)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for number in range(entries):
            file.write("\n" + "".join(entry_lines(number, source, width)))


def entry_lines(number: int, source: random.Random, width: int) -> Iterator[str]:
    kind = number % 50
    obsolete = "#~ " if kind == 49 else ""
    if kind % 5 == 0:
        yield f"# see the letter of {words(source, 4)}\n"
    if not obsolete:
        yield f"#. paragraph\n#. under: {words(source, 5)}\n"
        yield f"#: sources/letter-{number // 400}.txt:{number % 400} sources/map.txt:{kind + 1}\n"
    if kind % 10 == 7:
        yield "#, fuzzy\n"
        yield from field("#| ", "msgid", words(source, 18), width)
    yield from field(obsolete, "msgid", f"{number} {words(source, source.randrange(4, 42))}", width)
    target = "" if kind % 9 == 8 else words(source, source.randrange(4, 46))
    yield from field(obsolete, "msgstr", target, width)


def words(source: random.Random, count: int) -> str:
    return " ".join(source.choices(SPEECH.split(), k=count)) + "."


def field(marker: str, keyword: str, text: str, width: int) -> Iterator[str]:
    lines = textwrap.wrap(text, width, drop_whitespace=False)
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


def toolkit_read(path: Path) -> Callable[[], object]:
    from translate.storage import pypo  # type: ignore[import-not-found]

    return lambda: pypo.pofile.parsefile(str(path))


def toolkit_write(path: Path) -> Callable[[], object]:
    store = toolkit_read(path)()
    return lambda: bytes(store)  # type: ignore[call-overload]


def msgcat(path: Path) -> Callable[[], object]:
    command = ["msgcat", "--no-wrap", "--output-file", f"{path}.out", str(path)]
    return lambda: subprocess.run(command, check=True)


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
    task.__name__: task
    for task in (
        *(our_read, polib_read, toolkit_read),
        *(our_write, polib_write, toolkit_write),
        *(msgcat, our_refusal),
    )
}


def child(task: str, path: Path) -> None:
    run = TASKS[task](path)
    begun = cpu_seconds()
    run()
    seconds = cpu_seconds() - begun
    print(json.dumps({"seconds": seconds, "megabytes": peak_kilobytes() / 1024}))


def cpu_seconds() -> float:
    """Give the CPU time of this process and of those it waited for."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


def peak_kilobytes() -> int:
    """Give this process's peak memory; what its parent had before it does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
        return int(lines["VmHWM"].split()[0])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def measure(tasks: Iterable[str], path: Path, rounds: int) -> dict[str, dict[str, float]]:
    """Run tasks in turns, each in a child of its own; the least time and memory count."""
    found: dict[str, list[dict[str, float]]] = {task: [] for task in tasks}
    for _ in range(rounds):
        for task, runs in found.items():
            command = [interpreter(task), __file__, "--child", task, str(path)]
            done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
            runs.append(json.loads(done.stdout))
    units = ("seconds", "megabytes")
    return {
        task: {unit: min(run[unit] for run in runs) for unit in units}
        for task, runs in found.items()
    }


def interpreter(task: str) -> str:
    """Say which Python a task needs: the one that can import what it measures."""
    toolkit = find("translate-toolkit") if task.startswith("toolkit") else None
    return toolkit.runner if toolkit else sys.executable


def tasks() -> list[str]:
    """Name the tasks whose programs are installed; a refusal is none of them."""
    there = present(("translate-toolkit", "msgcat"))
    absent = {"our_refusal"}
    if "translate-toolkit" not in there:
        absent |= {"toolkit_read", "toolkit_write"}
    if "msgcat" not in there:
        absent.add("msgcat")
    return [task for task in TASKS if task not in absent]


# --- hostile files --------------------------------------------------------------------------------

HOSTILE = {
    "200,000 continuation lines": ('msgid "a"\nmsgstr ""\n', '"x"\n', 200_000, ""),
    "200,000 comment lines": ("", "# x\n", 200_000, 'msgid "a"\nmsgstr "b"\n'),
    "4,900 comments of 8 kB": ("", f"# {'x' * 8000}\n", 4_900, 'msgid "a"\nmsgstr "b"\n'),
    "10 million escapes": ('msgid "a"\nmsgstr "', "\\n", 10_000_000, '"\n'),
    "text never closed": ('msgid "a"\nmsgstr "', "\\n", 10_000_000, "\n"),
    "9 million references": ("#:", " a:1", 9_000_000, '\nmsgid "a"\nmsgstr "b"\n'),
}
"""What stands before, what is repeated, how often, what stands after."""


def main() -> int:
    options = arguments()
    if options.child:
        child(options.child, options.path)
        return 0
    rows: dict[str, dict[str, float]] = {}
    verdicts: dict[str, dict[str, float]] = {}
    others: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for shape, width in WIDTHS.items():
            sample = Path(folder, f"{shape}.po")
            write_sample(sample, options.entries, width)
            results = measure(tasks(), sample, options.rounds)
            rows |= {f"{task}, {shape}": found for task, found in results.items()}
            verdicts |= {f"{verb}, {shape}": ratios(results, verb) for verb in ("read", "write")}
            others |= {f"{task}, {shape}": one for task, one in beside_others(results).items()}
        for name, (before, repeated, times, after) in ({} if options.quick else HOSTILE).items():
            path = Path(folder, "hostile.po")
            path.write_text(f"{HEADER}\n{before}{repeated * times}{after}", encoding="utf-8")
            rows[name] = measure(["our_refusal"], path, 1)["our_refusal"]
    if options.json:
        facts = {"machine": machine(), "entries": options.entries}
        print(json.dumps(facts | {"rows": rows, "ratios": verdicts, "others": others}, indent=2))
    else:
        print(machine(), f"{options.entries:,} entries", "", table(rows, verdicts), sep="\n")
        print(*(f"{name}: {ratio:.2f} x the time" for name, ratio in others.items()), sep="\n")
        print(left_out(("translate-toolkit", "msgcat")))
    return 0


def ratios(results: dict[str, dict[str, float]], verb: str) -> dict[str, float]:
    ours, theirs = results[f"our_{verb}"], results[f"polib_{verb}"]
    return {unit: ours[unit] / theirs[unit] for unit in ours}


def beside_others(results: dict[str, dict[str, float]]) -> dict[str, float]:
    """Give our time as a multiple of that of those peers that have no goal."""
    ours = {verb: results[f"our_{verb}"]["seconds"] for verb in ("read", "write")}
    found = {}
    for verb, seconds in ours.items():
        if theirs := results.get(f"toolkit_{verb}"):
            found[f"{verb} beside translate-toolkit"] = seconds / theirs["seconds"]
    if theirs := results.get("msgcat"):
        found["read and write beside msgcat"] = sum(ours.values()) / theirs["seconds"]
    return found


def machine() -> str:
    import polib

    return (
        f"{platform.system()} {platform.machine()}, Python {platform.python_version()},"
        f" polib {polib.__version__}"
    )


def table(rows: dict[str, dict[str, float]], verdicts: dict[str, dict[str, float]]) -> str:
    lines = [f"{'task':30} {'CPU s':>8} {'peak MB':>8}"]
    lines += [
        f"{name:30} {one['seconds']:8.2f} {one['megabytes']:8.0f}" for name, one in rows.items()
    ]
    lines.append("")
    for name, one in verdicts.items():
        time_ratio, memory_ratio = one["seconds"], one["megabytes"]
        verdict = "met" if time_ratio <= TIME_GOAL and memory_ratio <= MEMORY_GOAL else "MISSED"
        lines.append(
            f"{name}: {time_ratio:.2f} x polib's time (goal {TIME_GOAL}), "
            f"{memory_ratio:.2f} x its memory (goal {MEMORY_GOAL}): {verdict}"
        )
    return "\n".join(lines)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--entries", type=int, default=48_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true", help="without the hostile files")
    parser.add_argument("--json", action="store_true", help="machine-readable figures")
    parser.add_argument("--child", choices=TASKS, help=argparse.SUPPRESS)
    parser.add_argument("path", type=Path, nargs="?", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
