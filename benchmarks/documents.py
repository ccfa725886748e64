"""What reading Markdown into catalogs and putting it together costs, beside po4a and others.

Every tool goes over the same folder in one process; what it takes for a folder with one small
document (start-up) is subtracted. Only documents that every tool could do are timed. The catalogs
are each tool's own, filled with a pseudo-translation. The tools take turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.corpus import corpora, statement
from benchmarks.folders import TASKS, Folder, prepare
from benchmarks.peers.finding import left_out
from benchmarks.peers.markdown import OURS, PEERS, Tool, tools
from benchmarks.tables import table
from benchmarks.timing import Command, Figure, Run, figure, short, turns

GOALS = {"po4a": 4.0, "mdpo": 1.5}
FURTHER = 4
"""Languages after the first."""
FURTHER_GOAL = 0.15

Speeds = Mapping[tuple[str, str], Sequence[float]]
"""MB per CPU second of a tool and a task, round by round."""


def report(rounds: int) -> Iterator[str]:
    """Measure every corpus and give what a page says of it."""
    found = list(tools())
    yield left_out(PEERS)
    rows: list[Sequence[str]] = []
    further: list[Sequence[str]] = []
    with TemporaryDirectory() as name:
        start = prepare(Path(name, "start"), [statement(0).encode()[:600]], found)
        for number, corpus in enumerate(corpora()):
            folder = prepare(Path(name, str(number)), corpus.documents, found)
            size = f"{corpus.name}, {folder.megabytes:.2f} MB"
            rows += speed_rows(size, speeds(folder, start, found, rounds))
            further.append((size, *further_cells(folder, start, found[0], rounds)))
            if lost := ", ".join(f"{name} {n}" for name, n in folder.left_out.items() if n):
                yield f"{corpus.name}: documents that gave nothing and are not timed: {lost}."
    faster = "ours is faster"
    head = ("documents", "tool", "extract, MB/s", faster, "assemble, MB/s", faster)
    yield table(head, rows, texts=2)
    goals = ", ".join(f"{goal:g} x {name}" for name, goal in GOALS.items())
    yield f"MB of Markdown per CPU second: median (least to most). Goals for both: {goals}."
    yield further_words(further)


# --- the first language --------------------------------------------------------------------------


def speeds(folder: Folder, start: Folder, tools: Sequence[Tool], rounds: int) -> Speeds:
    """Time every tool at both tasks."""
    pairs = {(tool.name, task): tool for tool in tools for task in TASKS}
    commands: dict[str, Command] = {}
    for (name, task), tool in pairs.items():
        commands[f"{name} {task} start"] = start.command(tool, task)
        commands[f"{name} {task}"] = folder.command(tool, task)
    taken = _checked(turns(commands, rounds))
    size = folder.megabytes
    return {
        (name, task): [
            size / seconds
            for seconds in _beyond(taken[f"{name} {task}"], taken[f"{name} {task} start"])
        ]
        for name, task in pairs
    }


def _checked(taken: dict[str, list[Run]]) -> dict[str, list[Run]]:
    """Refuse times of what did not come to its end."""
    if failed := [name for name, runs in taken.items() if not all(each.is_done for each in runs)]:
        raise RuntimeError(f"failed: {', '.join(failed)}")
    return taken


def _beyond(runs: Sequence[Run], starts: Sequence[Run]) -> list[float]:
    """Subtract what a start takes."""
    start = median(each.seconds for each in starts)
    return [max(each.seconds - start, 1e-3) for each in runs]


def speed_rows(corpus: str, speeds: Speeds) -> Iterator[tuple[str, ...]]:
    """Draw a row for each tool: its speeds, and how many times as fast ours is."""
    for name in dict.fromkeys(name for name, _ in speeds):
        cells = []
        for task in TASKS:
            cells += [str(figure(speeds[name, task])), _times(name, task, speeds)]
        yield corpus, name, *cells


def _times(name: str, task: str, speeds: Speeds) -> str:
    """Compare ours with a peer, round by round, and say whether the goal is met."""
    if name == OURS:
        return ""
    pairs = zip(speeds[OURS, task], speeds[name, task], strict=True)
    times = median(ours / theirs for ours, theirs in pairs)
    missed = " (missed)" if times < GOALS.get(name, 0.0) else ""
    return f"{short(times)} x{missed}"


# --- further languages ---------------------------------------------------------------------------


def further_cells(folder: Folder, start: Folder, ours: Tool, rounds: int) -> tuple[str, ...]:
    """Give what one more language of every document costs, as shares of the first."""
    one = folder.assembling(ours)
    commands = {
        "start": start.assembling(ours),
        "first": one,
        "reading": (*one, str(1 + FURTHER)),
        "at hand": (*one, str(1 + FURTHER), "at-hand"),
    }
    taken = _checked(turns(commands, rounds))
    start_up = median(each.seconds for each in taken["start"])
    first = median(each.seconds for each in taken["first"])

    def share(way: str) -> Figure:
        more = [(each.seconds - first) / FURTHER for each in taken[way]]
        return figure([seconds / (first - start_up) for seconds in more])

    return tuple(_percent(share(way)) for way in ("at hand", "reading"))


def _percent(share: Figure) -> str:
    return f"{share.middle:.0%} ({share.low:.0%} to {share.high:.0%})"


def further_words(rows: Sequence[Sequence[str]]) -> str:
    """Say what a further language costs and what that includes."""
    head = ("documents", "texts at hand", "catalog read from a file")
    return (
        "Each further language of a document, as a share of the first (reading the source, its"
        " catalog, filling, writing). With the texts at hand, as from a store: filling and"
        " writing. Else reading a PO file as well."
        f" Goal with the texts at hand: under {FURTHER_GOAL:.0%}. The peers read the source anew"
        " for each language: 100%.\n\n" + table(head, rows)
    )
