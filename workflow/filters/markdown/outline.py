"""Plain blocks, told without the library: most of a document is made of them.

A run of lines without a blank line is plain if each of its lines begins with a letter (or with
something that cannot begin anything but a text), behind one `#` run or one bullet or number at
most. Such a run means the same whatever stands before it, unless a block is still open that blank
lines do not end (a fence, a comment), and whatever comes after it, unless that goes on with its
list. Everything else is a stretch for the library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it.common.utils import mdTrim

from workflow.filters.markdown.building import Place
from workflow.filters.markdown.nodes import Node
from workflow.model import Span

_RUN = re.compile(r"(?:(?<![ \t])[ \t]*+[^ \t\n][^\n]*(?:\n|\Z))+")
# What can begin a text and no block: anything that is no mark of Markdown; emphasis and code that
# cannot be a rule or a fence; a number that is no marker; a link that is no definition.
_TEXT = (
    r"(?:[^\s0-9#>+\-*_=:|`~<\[\x00-\x1f]|\*{1,2}(?=[^\s*])|_{1,2}(?=[^\s_])|`(?!`)"
    r"|[0-9]{1,20}(?![0-9.)])|\[(?!\^)[^\[\]\n\\]{1,500}\](?=[(\[]))"
)
_LINE = rf"{_TEXT}[^\n]*(?:\n|\Z)"
_MORE = rf"(?:[ \t]*{_LINE})*"
_INDENTED = rf"(?:[ \t]+{_LINE})*"
_PLAIN = re.compile(
    rf"(?:(?P<hashes>\#{{1,6}})[ \t]+(?P<title>{_TEXT}[^\n\#]*)(?:\n|\Z))?"
    rf"(?P<text>(?:{_LINE}{_MORE})?)"
    rf"(?P<items>(?P<bullet>[-+*])[ ]{{1,4}}{_LINE}{_INDENTED}"
    rf"(?:(?P=bullet)[ ]{{1,4}}{_LINE}{_INDENTED})*)?"
)
_NUMBERED = re.compile(
    rf"[0-9]{{1,9}}(?P<end>[.)])[ ]{{1,3}}{_LINE}{_INDENTED}"
    rf"(?:[0-9]{{1,9}}(?P=end)[ ]{{1,3}}{_LINE}{_INDENTED})*"
)
_ITEM = re.compile(r"(?P<marker>[-+*]|[0-9]{1,9}[.)])[ ]{1,4}")
_STAYS_OPEN = re.compile(
    r"```|~~~|<(?:script|pre|style|textarea|\?|!(?!--))|<!--(?!.*-->)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Run:
    """A run of lines that is plain."""

    start: int
    text: str
    title: Span | None
    """In the run's text; so are the others."""
    level: int
    lines: Span
    items: Span

    @property
    def is_list(self) -> bool:
        """Tell whether it ends in a list."""
        return self.items.end > self.items.start


def stretches(text: str) -> Iterator[Run | Span]:
    """Cut a document into plain runs and the stretches that the library must read, in order."""
    runs = [(found.start(), _read(found)) for found in _RUN.finditer(text)]
    begun = -1
    for number, (start, run) in enumerate(runs):
        if run is not None and run.is_list:
            before = runs[number - 1][1] if number else run
            after = runs[number + 1][1] if number + 1 < len(runs) else run
            is_alone = (
                not _begins_list(run)
                or number == 0
                or (before is not None and not before.is_list and begun < 0)
            )
            goes_on = number + 1 < len(runs) and (after is None or _begins_list(after))
            if not is_alone or goes_on:
                run = None  # noqa: PLW2901
                runs[number] = (start, None)
        if run is None:
            begun = start if begun < 0 else begun
            if _STAYS_OPEN.search(text, start, _end(runs, number, text)):
                break
            continue
        if begun >= 0:
            yield Span(begun, start)
            begun = -1
        yield run
    if begun >= 0:
        yield Span(begun, len(text))


def _end(runs: list[tuple[int, Run | None]], number: int, text: str) -> int:
    return runs[number + 1][0] if number + 1 < len(runs) else len(text)


def _begins_list(run: Run) -> bool:
    return run.is_list and run.title is None and run.lines.start == run.lines.end


def _read(found: re.Match[str]) -> Run | None:
    """Read a run of lines; nothing where it is not plain."""
    text = found[0]
    if plain := _PLAIN.fullmatch(text):
        title = Span(*plain.span("title")) if plain["title"] else None
        level = len(plain["hashes"] or "")
        items = Span(*plain.span("items")) if plain["items"] else Span(0, 0)
        return Run(found.start(), text, title, level, Span(*plain.span("text")), items)
    if _NUMBERED.fullmatch(text):
        return Run(found.start(), text, None, 0, Span(0, 0), Span(0, len(text)))
    return None


def simple_nodes(run: Run, line: int, place: Place) -> Iterator[Node]:
    """Give the nodes of a plain run, whose first line has this number."""
    if run.title is not None:
        title = mdTrim(run.title.of(run.text))
        start = run.start + run.title.start
        yield Node("heading", line, (place(start, start + len(title)),), level=run.level)
        line += 1
    spans = tuple(place(*span) for span in _lines(run, run.lines))
    if spans:
        yield Node("paragraph", line, spans)
        line += len(spans)
    if run.is_list:
        yield _list(run, line, place)


def _list(run: Run, line: int, place: Place) -> Node:
    """Give the list in which a run ends; a line with an indent goes on with the item before it."""
    made = Node("list", line)
    for number, (start, end) in enumerate(_lines(run, run.items), start=line):
        found = _ITEM.match(run.text, start - run.start)
        if found is None or run.text[start - run.start - 1 : start - run.start] in (" ", "\t"):
            paragraph = made.children[-1].children[0]
            paragraph.lines = (*paragraph.lines, place(start, end))
        else:
            paragraph = Node("paragraph", number, (place(run.start + found.end(), end),))
            item = Node("item", number, marker=found["marker"], children=[paragraph])
            made.children.append(item)
    return made


def _lines(run: Run, span: Span) -> Iterator[tuple[int, int]]:
    """Give where each line begins and ends in the document."""
    position = span.start
    while position < span.end:
        end = run.text.find("\n", position, span.end)
        end = span.end if end < 0 else end
        while run.text[position] in " \t":
            position += 1
        yield run.start + position, run.start + end
        position = end + 1
