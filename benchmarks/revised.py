"""Catalogs and their revised templates, made so that it is known where each text comes from.

A tenth of the texts is edited, a fiftieth is new, a fiftieth is gone. Of the edits two fifths are
light (a word), two fifths medium (a fifth of the words) and a fifth heavy (two fifths of the words
and a new end). All is the same every time.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from pathlib import Path
from random import Random

import polib

from benchmarks.corpus import ROOT, outside
from workflow.exchange.catalogs import write_catalog
from workflow.model import Catalog, Entry, UnitKey
from workflow.pseudo import pseudo_text

EDITED, NEW = 10, 50
"""One text in so many."""
KINDS = ("light", "medium", "light", "medium", "heavy")
SHARES = {"light": 0.0, "medium": 0.2, "heavy": 0.4}
"""How many of its words an edit changes, but at least one."""
NEAR = 40
"""The words that an edit brings in are those of so many texts around."""
DOCUMENT = 50
"""Texts of one document."""
LONGEST = 2000
HEADERS = (
    ("Project-Id-Version", "revised"),
    ("Language", "en_XA"),
    ("MIME-Version", "1.0"),
    ("Content-Type", "text/plain; charset=UTF-8"),
    ("Content-Transfer-Encoding", "8bit"),
    ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
)


@dataclass(frozen=True, slots=True)
class Revision:
    """A catalog, the template it is to be merged with, and the truth."""

    old: Mapping[str, str]
    """The target of each source text, in order."""
    new: Sequence[str]
    origins: Mapping[str, str]
    """For an edited text, the one it was made from."""
    added: frozenset[str]

    def write(self, old: Path, new: Path) -> None:
        """Write the two catalogs."""
        old.write_bytes(write_catalog(_catalog(self.old.items())))
        new.write_bytes(write_catalog(_catalog((text, "") for text in self.new)))


def revise(texts: Iterable[str], size: int, *, is_shuffled: bool) -> Revision:
    """Make a revision of the first texts; `is_shuffled` takes all order away, on both sides."""
    random = Random(size)
    texts = list(islice(texts, size + size // NEW))
    base, added = texts[:size], texts[size:]
    chosen = random.sample(range(size), size // EDITED + size // NEW)
    edited, gone = chosen[: size // EDITED], frozenset(chosen[size // EDITED :])
    changed = {}
    for number, at in enumerate(edited):
        near = " ".join(base[max(0, at - NEAR) : at + NEAR]).split()
        changed[at] = edit(base[at], KINDS[number % len(KINDS)], near, random)
    known = set(texts)
    changed = {at: text for at, text in changed.items() if text not in known}
    new = [changed.get(at, text) for at, text in enumerate(base) if at not in gone]
    origins = {text: base[at] for at, text in changed.items()}
    for text in added:
        new.insert(random.randrange(len(new)), text)
    if is_shuffled:
        random.shuffle(base)
        random.shuffle(new)
    old = {text: pseudo_text(text, "en-XA") for text in base}
    return Revision(old, list(dict.fromkeys(new)), origins, frozenset(added))


def edit(text: str, kind: str, near: Sequence[str], random: Random) -> str:
    """Put in, take out or change some words of a text."""
    words = text.split(" ")
    length = len(words)
    for _ in range(max(1, int(length * SHARES[kind]))):
        at, way = random.randrange(len(words)), random.random()
        if way < 0.5:
            words[at] = random.choice(near)
        elif way < 0.8 or len(words) < 3:
            words.insert(at, random.choice(near))
        else:
            del words[at]
    if kind == "heavy":
        words += random.choices(near, k=max(2, length // 5))
    return " ".join(words)


def _catalog(pairs: Iterable[tuple[str, str]]) -> Catalog:
    entries = (
        Entry(UnitKey(source), (target,), references=(f"{at // DOCUMENT}.md:{at % DOCUMENT + 1}",))
        for at, (source, target) in enumerate(pairs)
    )
    return Catalog("en-XA", HEADERS, tuple(entries))


# --- the texts -----------------------------------------------------------------------------------


def samples() -> list[str]:
    """Give the texts of our sample catalogs, in all languages that put spaces between words."""
    return _texts(sorted((ROOT / "locales").rglob("*.po")))


def from_outside() -> list[str]:
    """Give the texts of the catalogs from outside, sources and translations, file by file."""
    return _texts(sorted(outside().rglob("*.po")))


def endless(texts: Sequence[str]) -> Iterator[str]:
    """Give texts, then ever more that a chain of their words makes, no text twice.

    In the chain a word follows one that it followed somewhere in the texts; the lengths are theirs.
    """
    yield from texts
    random, seen = Random(len(texts)), set(texts)
    follows: defaultdict[str, list[str]] = defaultdict(list)
    for text in texts:
        words = text.split()
        for word, following in pairwise(words):
            follows[word].append(following)
    lengths, starts = [len(text.split()) for text in texts], [text.split()[0] for text in texts]
    while True:
        words = [random.choice(starts)]
        for _ in range(random.choice(lengths) - 1):
            words.append(random.choice(follows[words[-1]] or starts))
        if (text := " ".join(words)) not in seen:
            seen.add(text)
            yield text


def _texts(paths: Iterable[Path]) -> list[str]:
    """Give every text of some catalogs once: of each file its sources, then its translations."""
    found: dict[str, None] = {}
    for path in paths:
        catalog = polib.pofile(str(path), wrapwidth=0)
        entries = [entry for entry in catalog.translated_entries() if not entry.msgid_plural]
        found |= dict.fromkeys(entry.msgid for entry in entries)
        found |= dict.fromkeys(entry.msgstr for entry in entries)
    return [text for text in found if " " in text.strip() == text and len(text) <= LONGEST]
