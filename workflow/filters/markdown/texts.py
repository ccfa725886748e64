"""The text of a block as a unit has it: in one line, without what is not language around it.

A line break inside a paragraph is a space, as for a reader. A break that the author asked for stays
a line break, and so does one inside a tag, which would mean something else on one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workflow.filters.cues.flow import Flow, is_unspaced
from workflow.model import Span

LineStart = Callable[[int], int]
"""Says where the line begins on which a character of the file stands."""

TAG = re.compile(
    r"<!--(?:-?>|.{0,4000}?-->)|</?[A-Za-z][A-Za-z0-9-]{0,40}(?:\s[^<>]{0,4000})?/?>", re.DOTALL
)
_OWN_MARK = re.compile(r"[^> \t]")
_ASIDE = re.compile(
    r"(?>\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|\{:[^{}]*\}|\[![A-Za-z]{1,20}\]|\s+)++", re.DOTALL
)
_ATTRIBUTES = re.compile(r"\{[:#.][^{}]*\}")
_SPACES = re.compile(r"[ \t]* {2}(?![ \t])")
"""Behind a line that the author has broken."""
_WIDEST = 400
"""Code points before a text on its line that may be marks of lists and quotations."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text, where its characters stand, and how its breaks are written."""

    flow: Flow
    end: int
    """Where it ends in the file."""
    form: str = ""
    """`spaces` or `backslash` where it has breaks of the author, else empty."""
    prefix: str = ""
    """What each further line begins with."""


def running_text(source: str, lines: Sequence[Span], line_start: LineStart) -> Text | None:
    """Read the lines of a paragraph, a heading or a block of HTML; nothing where they are empty.

    Lines that are nothing but a template's tag, a list of attributes or the name of a callout are
    left out at both ends.
    """
    if len(lines) == 1 and (simple := _simple_text(source, lines[0], line_start)):
        return simple
    lines = [_trimmed(source, line) for line in lines]
    first, last = 0, len(lines)
    while first < last and (
        _is_aside(source, lines[first]) or (last - first > 1 and lines[first].of(source) == "\\")
    ):
        first += 1
    while last > first and _is_aside(source, lines[last - 1]):
        last -= 1
    if first == last:
        return None
    kept = lines[first:last]
    kept[-1] = _without_attributes(source, kept[-1])
    if kept[-1].end <= kept[-1].start:
        return None
    flow, form = (Flow(kept[0].of(source), ((0, kept[0].start),)), "")
    if len(kept) > 1:
        flow, form = _flowing(source, kept)
    return Text(flow, kept[-1].end, form, _prefix(source, kept, line_start))


def _trimmed(source: str, line: Span) -> Span:
    """Leave out the white space around a text, that which Markdown does not know included."""
    text = line.of(source)
    start = line.end - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def _without_attributes(source: str, line: Span) -> Span:
    """Leave out the lists of attributes at the end of a line."""
    end = line.end
    while source.endswith("}", line.start, end):
        start = source.rfind("{", line.start, end)
        if start < 0 or not _ATTRIBUTES.fullmatch(source, start, end):
            break
        while start > line.start and source[start - 1].isspace():
            start -= 1
        end = start
    return Span(line.start, end)


def _simple_text(source: str, line: Span, line_start: LineStart) -> Text | None:
    """Read a text of one line that has nothing to be left out; most are such."""
    line = _trimmed(source, line)
    text = line.of(source)
    if not text or text[-1] == "}" or text[0] in "{[":
        return None
    prefix = _prefix(source, (line,), line_start)
    return Text(Flow(text, ((0, line.start),)), line.start + len(text), "", prefix)


def _is_aside(source: str, line: Span) -> bool:
    return line.end <= line.start or (
        source[line.start] in "{[" and _ASIDE.fullmatch(source, line.start, line.end) is not None
    )


def _flowing(source: str, lines: Sequence[Span]) -> tuple[Flow, str]:
    """Put lines into one text; say how the author writes a break."""
    form = ""
    kept: list[str] = []
    glues: list[str] = []
    for number, line in enumerate(lines[:-1]):
        text = line.of(source)
        mark = "spaces" if _SPACES.match(source, line.end) else ""
        if (len(text) - len(text.rstrip("\\"))) % 2:
            mark, text = "backslash", text[:-1].rstrip()
        form = form or mark
        kept.append(text)
        glues.append("\n" if mark else _glue(text, source[lines[number + 1].start]))
    kept.append(lines[-1].of(source))
    if any("<" in text for text in kept):
        _keep_in_tags(kept, glues)
    jumps, length = [], 0
    for text, line, glue in zip(kept, lines, [*glues, ""], strict=True):
        jumps.append((length, line.start))
        length += len(text) + len(glue)
    joined = "".join(part for pair in zip(kept, [*glues, ""], strict=True) for part in pair)
    return Flow(joined, tuple(jumps)), form


def _glue(before: str, after: str) -> str:
    unspaced = before and is_unspaced(before[-1]) and is_unspaced(after)
    return "" if unspaced else " "


def _keep_in_tags(kept: list[str], glues: list[str]) -> None:
    """Keep the line breaks that stand inside a tag."""
    ends, position = [], 0
    for text in kept[:-1]:
        position += len(text)
        ends.append(position)
        position += 1
    breaks = dict(zip(ends, range(len(glues)), strict=True))
    whole = "\n".join(kept)
    for tag in TAG.finditer(whole):
        at = whole.find("\n", *tag.span())
        while at >= 0:
            glues[breaks[at]] = "\n"
            at = whole.find("\n", at + 1, tag.end())


def _prefix(source: str, lines: Sequence[Span], line_start: LineStart) -> str:
    """Say what a further line of the text must begin with to belong to it."""
    if len(lines) > 1:
        return source[line_start(lines[1].start) : lines[1].start]
    start, end = line_start(lines[0].start), lines[0].start
    head = source[start:end] if end - start <= _WIDEST else ""
    return _OWN_MARK.sub(" ", head)
