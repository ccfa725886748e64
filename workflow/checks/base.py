"""What a check is: one question asked of a translation, answered with findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from html import unescape

from workflow.model import BlockKind, Issue, UnitKey
from workflow.placeholders import REFERENCE, Placeholder, placeholders

_SHOWN = 160
"""Code points of a piece that a finding names."""


class Severity(StrEnum):
    """How bad what a check finds is."""

    ERROR = "error"
    """Something is lost or broken, or leads readers elsewhere."""
    WARNING = "warning"
    """Somebody should look; it may well be right."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A translation on the table: two texts, and what is known about them."""

    key: UnitKey
    target: str
    source_locale: str
    locale: str
    notation: str
    """Name of the format that the texts come from, which says what in them is code."""
    kind: BlockKind
    """What the unit is in its first place."""
    line: int = 0
    """1-based line of the source of its first place."""
    structure: tuple[Issue, ...] = ()
    """What the filter says of this target in its document; empty where it was not asked."""

    @property
    def source(self) -> str:
        """Give the source text."""
        return self.key.source

    def issue(self, name: str, detail: str) -> Issue:
        """Make a finding about this translation, which names a piece of one of its texts."""
        return Issue(name, self.line, detail[:_SHOWN], self.key)


@dataclass(frozen=True, slots=True)
class Check:
    """One question asked of every translation.

    Laws, tested for every check:
    total    any two texts can be asked about; nothing is raised
    pure     the same texts give the same findings
    pointed  each finding names a piece that stands in the source or in the target
    """

    name: str
    description: str
    """One sentence for translators: what is looked for."""
    severity: Severity
    finds: tuple[str, ...]
    """Names of its findings; empty where another gives them."""
    find: Callable[[Examined], Iterable[Issue]]


def unsaid(examined: Examined, issues: Iterable[Issue]) -> Iterator[Issue]:
    """Leave out what the filter has said of this target: it has read the whole document.

    Where the filter names a loss of some kind, its list of that kind counts, and no other.
    """
    names = {issue.name for issue in examined.structure}
    pieces = {(issue.name.partition("_")[0], issue.detail) for issue in examined.structure}
    for issue in issues:
        if issue.name not in names and (issue.name.partition("_")[0], issue.detail) not in pieces:
            yield issue


# --- what in a text is no language ----------------------------------------------------------------

_MAY_HOLD_CODES = re.compile(r"[\\`<{&\[@]|\]\(|://|www\.")
_NOTE = re.compile(rf"\[\^|{REFERENCE}$")
BLANK = "\ufffc"
"""Stands for each code point of what is no language."""


@lru_cache(maxsize=64)
def codes(text: str, notation: str) -> tuple[Placeholder, ...]:
    """Find the codes of a text, in order; most texts have none, and are not searched."""
    return placeholders(text, notation) if _MAY_HOLD_CODES.search(text) else ()


@lru_cache(maxsize=64)
def words_of(text: str, notation: str) -> str:
    """Put `BLANK` in the place of each code; all else stays where it was.

    Words in square brackets are words unless they refer to a note, and entities that are white
    space are white space.
    """
    pieces, position = [], 0
    for code in codes(text, notation):
        if not _is_language(code):
            pieces += [text[position : code.span.start], BLANK * len(code.text)]
            position = code.span.end
    return "".join([*pieces, text[position:]]) if pieces else text


def _is_language(code: Placeholder) -> bool:
    if code.kind == "reference":
        return not _NOTE.match(code.text)
    return code.kind == "entity" and unescape(code.text).isspace()
