"""How often sentence borders are found, beside every library for it that is installed.

    UNDERSIGNED_DATA=folder python benchmarks/sentences.py [--json]

The cases are those of others, in `data/segmentation/*.json` below the folder (none of them is in
this project: their licences differ). A case counts when exactly its borders are found, told apart
by the characters before them without white space; cases with line breaks inside and those whose
text the library was to change are left out. Thai has no sentence marks: its cases are left out too.
`rules` is the union of the rule sets, one case for each text. Libraries that are not installed are
left out by name. Speed is that of prose in English, in megabytes of text per second.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

TREEBANKS = ("ud", "kurdish")
SETS = ("rules", "languagetool", "golden", "ud", "kurdish")
PROSE = (
    "The village library opened on Jan. 8 in the old mill, and people came from three valleys to"
    " see it. “We waited a long time,” said Dr. Lima, who has kept the books (some of them wet) at"
    " home. Nobody expected so many readers! What will the town do when the river rises again? "
)

Split = Callable[[str, str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Case:
    """A text and the sentences others found in it."""

    name: str
    """The set it belongs to."""
    language: str
    text: str
    sentences: tuple[str, ...]
    is_golden: bool


def read_cases(folder: Path) -> list[Case]:
    """Read the cases that can be compared, Thai left out."""
    cases = []
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        for case in data.get("cases", []):
            flags = case["flags"]
            if "exact" in flags and "multiline" not in flags and case["language"] != "th":
                sentences = tuple(case["sentences"])
                is_golden = "golden" in flags
                cases.append(
                    Case(data["name"], case["language"], case["text"], sentences, is_golden)
                )
    return cases


def unique_rules(cases: Iterable[Case]) -> list[Case]:
    """Take each text of the rule sets once for a language, the first answer counting."""
    found: dict[tuple[str, str], Case] = {}
    for case in cases:
        if case.name not in TREEBANKS:
            found.setdefault((case.language, _bare(case.text)), case)
    return [replace(case, name="rules") for case in found.values()]


def borders(sentences: Iterable[str]) -> set[int]:
    """Count the characters before each border between sentences, white space left out."""
    count, found = 0, set()
    for sentence in sentences:
        if bare := _bare(sentence):
            count += len(bare)
            found.add(count)
    return found - {count}


def is_right(case: Case, split: Split) -> bool:
    """Say whether exactly the borders of a case are found and no character is lost."""
    found = list(split(case.language, case.text))
    return borders(found) == borders(case.sentences) and _bare("".join(found)) == _bare(case.text)


def _bare(text: str) -> str:
    return "".join(c for c in text if not c.isspace() and c not in "\u200b\ufeff")


def _ours() -> Split:
    from workflow.segmentation import sentence_spans

    return lambda language, text: [span.of(text) for span in sentence_spans(text, language)]


def _sentencex() -> Split:
    from sentencex import segment  # type: ignore[import-untyped]

    def split(language: str, text: str) -> list[str]:
        return list(segment(language, text))

    return split


def _pysbd() -> Split:
    import pysbd  # type: ignore[import-not-found]
    from pysbd.languages import LANGUAGE_CODES  # type: ignore[import-not-found]

    made = {code: pysbd.Segmenter(language=code, clean=False) for code in LANGUAGE_CODES}
    return lambda language, text: made.get(language, made["en"]).segment(text)


def _syntok() -> Split:
    from syntok import segmenter  # type: ignore[import-not-found]
    from syntok.tokenizer import Tokenizer  # type: ignore[import-not-found]

    def split(_: str, text: str) -> list[str]:
        found = segmenter.segment(iter(list(Tokenizer().tokenize(text))))
        return _slices(text, [sentence[0].offset for sentence in found if sentence])

    return split


def _blingfire() -> Split:
    from blingfire import (  # type: ignore[import-not-found]
        text_to_sentences_and_offsets,
    )

    def split(_: str, text: str) -> list[str]:
        return _slices(text, [start for start, _ in text_to_sentences_and_offsets(text)[1]])

    return split


def _slices(text: str, starts: list[int]) -> list[str]:
    cuts = [0, *starts[1:], len(text)]
    return [text[start:end] for start, end in pairwise(cuts)]


ENGINES: dict[str, Callable[[], Split]] = {
    "undersigned": _ours,
    "sentencex": _sentencex,
    "pysbd": _pysbd,
    "syntok": _syntok,
    "blingfire": _blingfire,
}


def measure(cases: list[Case], split: Split) -> dict[str, dict[str, tuple[int, int]]]:
    """Count the right cases and all cases, by set and language; `all` stands for a whole set."""
    counts: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(lambda: [0, 0]))
    for case in [*cases, *unique_rules(cases)]:
        right = is_right(case, split)
        for name in _sets_of(case):
            for language in (case.language, "all"):
                counts[name][language][0] += right
                counts[name][language][1] += 1
    return {
        name: {language: (right, total) for language, (right, total) in found.items()}
        for name, found in counts.items()
    }


def _sets_of(case: Case) -> list[str]:
    golden = case.is_golden and case.name == "pragmatic_segmenter"
    return [case.name, "golden"] if golden else [case.name]


def speed(split: Split) -> float:
    """Say how many megabytes of prose a second are cut, paragraph by paragraph."""
    paragraph = PROSE * 4
    repeats = 40
    while True:
        start = time.process_time()
        for _ in range(repeats):
            list(split("en", paragraph))
        spent = time.process_time() - start
        if spent > 0.5:
            return repeats * len(paragraph.encode()) / spent / 1e6
        repeats *= 4


def print_table(results: dict[str, dict[str, dict[str, tuple[int, int]]]]) -> None:
    """Print a line for each set and language: ours beside each library, the best of them marked."""
    names = list(results)
    for part in SETS:
        print(f"\n{part:14}{'cases':>7}" + "".join(f"{name:>13}" for name in names))
        languages = results[names[0]].get(part, {})
        for language in sorted(languages, key=lambda code: (code != "all", code)):
            total = languages[language][1]
            figures = [results[name][part][language][0] for name in names]
            best = max(figures[1:], default=0)
            cells = (
                f"{100 * right / total:>10.1f}{' * ' if right == best and index else '   '}"
                for index, right in enumerate(figures)
            )
            behind = f"  {figures[0] - best:+d}" if figures[0] < best else ""
            print(f"  {language:12}{total:>7}" + "".join(cells) + behind)


def main() -> int:
    """Measure every engine that is installed."""
    parser = argparse.ArgumentParser(description="Find sentence borders, beside other libraries.")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    arguments = parser.parse_args()
    if "UNDERSIGNED_DATA" not in os.environ:
        print("UNDERSIGNED_DATA is not set: see CONTRIBUTING", file=sys.stderr)
        return 2
    cases = read_cases(Path(os.environ["UNDERSIGNED_DATA"]) / "data" / "segmentation")
    results, speeds, missing = {}, {}, []
    for name, make in ENGINES.items():
        try:
            split = make()
        except ImportError:
            missing.append(name)
            continue
        results[name] = measure(cases, split)
        speeds[name] = speed(split)
    if arguments.json:
        print(json.dumps({"results": results, "speed": speeds}, ensure_ascii=False, indent=1))
        return 0
    print(f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}")
    print("engines: " + ", ".join(f"{name} {_version(name)}" for name in results))
    if missing:
        print("not installed, left out: " + ", ".join(missing))
    print("right cases in percent; * the best of the others; how many cases we are behind it")
    print_table(results)
    print("\nMB/s          " + "".join(f"{speeds[name]:>13.2f}" for name in results))
    return 0


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(this checkout)"


if __name__ == "__main__":
    sys.exit(main())
