"""The Markdown that is read and put together: our samples, made anew, and documents from outside.

The documents made here are the same every time. Each is as long as a real statement and has front
matter, headings, paragraphs with markup, nested lists, a quotation, a table, code and links.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent
MADE = 150
OUTSIDE = {
    "Jamulus": ("jamulus", "*.md"),
    "Organic Maps": ("omaps", "*.md"),
    "CommonMark's text": ("cmspec", "spec.txt"),
}
"""Folders below `data/corpora` of the data from outside, and what is read in them."""
SHORT = 60
"""Characters; a line of the samples that is no longer can be a heading or a cell."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents under one name."""

    name: str
    documents: tuple[bytes, ...]


def corpora() -> Iterator[Corpus]:
    """Give our samples, then every corpus from outside that is there."""
    own = [path.read_bytes() for path in sorted((ROOT / "sources").glob("*.md"))]
    made = [statement(number).encode() for number in range(MADE)]
    yield Corpus("our samples", tuple(own + made))
    for name, (folder, pattern) in OUTSIDE.items():
        paths = sorted(outside().joinpath(folder).rglob(pattern))
        if documents := tuple(path.read_bytes() for path in paths if path.is_file()):
            yield Corpus(name, documents)


def outside() -> Path:
    """Give the folder of corpora from outside, which need not be there."""
    return Path(os.environ.get("UNDERSIGNED_DATA", os.devnull), "data", "corpora")


# --- documents made of the samples ---------------------------------------------------------------


class Words:
    """The texts of our samples, drawn by a number."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)
        lines = [
            line.strip() for path in _samples() for line in path.read_text("utf-8").split("\n")
        ]
        self._long = [line for line in lines if len(line) > 2 * SHORT]
        self._short = [line.rstrip(",:") for line in lines if 8 < len(line) < SHORT]

    def paragraph(self) -> str:
        """Give a paragraph with some markup."""
        first, *rest = self._random.choice(self._long).split(" ")
        at = self._random.randrange(len(rest) - 3)
        marked = self._random.choice(("*{}*", "**{}**", "[{}](https://example.org/a-page)", "`{}`"))
        rest[at : at + 2] = [marked.format(" ".join(rest[at : at + 2]))]
        return " ".join([first, *rest])

    def line(self) -> str:
        """Give a short text."""
        return self._random.choice(self._short)

    def times(self, least: int, most: int) -> range:
        """Give a number of repetitions."""
        return range(self._random.randint(least, most))


def statement(number: int) -> str:
    """Write a statement in Markdown: another one for every number, the same one for the same.

    >>> statement(1) == statement(1) != statement(2)
    True
    """
    words = Words(number)
    parts = [f'---\ntitle: "Statement {number}"\ndate: 2025-03-14\n---', f"# {words.line()}"]
    for _ in words.times(3, 6):
        parts += [f"## {words.line()}", words.paragraph(), *_section(words)]
    links = ("[page]: https://example.org/page", "[map]: https://example.org/map 'The map'")
    return "\n\n".join([*parts, "\n".join(links)]) + "\n"


def _section(words: Words) -> Iterator[str]:
    """Give the blocks of a section, each kind in its turn."""
    kinds = (_bullets, _articles, _quotation, _table, _code, _picture)
    for kind in kinds:
        for _ in words.times(0, 1):
            yield kind(words)
            yield words.paragraph()


def _bullets(words: Words) -> str:
    items = [f"- {words.line()}" for _ in words.times(2, 4)]
    return "\n".join([*items, f"  - {words.line()}", f"  - see [the page][page], {words.line()}"])


def _articles(words: Words) -> str:
    numbers = count(1)
    items = [
        f"{next(numbers)}. {words.paragraph()}\n\n   {words.line()}" for _ in words.times(2, 3)
    ]
    return "\n\n".join(items)


def _quotation(words: Words) -> str:
    return f"> {words.paragraph()}\n>\n> {words.line()}"


def _table(words: Words) -> str:
    rows = [f"| {words.line()} | {words.line()} | {number} |" for number in words.times(2, 5)]
    return "\n".join(["| what | who | how often |", "|:-----|:----|----------:|", *rows])


def _code(words: Words) -> str:
    return f"```sh\nread --aloud '{words.line()}'\n```"


def _picture(words: Words) -> str:
    return f'![{words.line()}](images/map.svg "{words.line()}")'


def _samples() -> list[Path]:
    return sorted((ROOT / "sources").glob("*.txt"))
