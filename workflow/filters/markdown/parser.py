"""The library that reads Markdown, watched while it reads.

Where the text of each line begins, behind the marks of quotations and lists, only the rules of
markdown-it-py know, and only while they read; so they are asked at that moment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.footnote import footnote_plugin

Rule = Callable[[StateBlock, int, int, bool], bool]

DEEPEST = 100
"""Containers that may stand inside each other; the library does not read what stands deeper."""

_WATCHED = ("table", "html_block", "heading", "lheading", "paragraph", "reference")


@dataclass(slots=True)
class Seen:
    """What the watched rules took: where each line of each block begins and ends."""

    spans: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    """By the number of the block's first token."""
    definitions: list[tuple[int, int, list[tuple[int, int]]]] = field(default_factory=list)
    """Definitions of addresses: the number of the next token, the line from 0, the spans."""


@cache
def parser() -> MarkdownIt:
    """Give the one parser: CommonMark with tables, strikethrough and footnotes."""
    made = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
    made.disable(["footnote_inline"])
    made.options["maxNesting"] = DEEPEST
    chains = {rule.name: rule for rule in made.block.ruler.__rules__}
    for name in _WATCHED:
        rule = chains[name]
        made.block.ruler.at(name, _watched(rule.fn, name), {"alt": rule.alt})
    return made


def _watched(rule: Rule, name: str) -> Rule:
    """Note, when a rule takes a block, where the text of each of its lines begins and ends."""

    def watch(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        number = len(state.tokens)
        taken = rule(state, start, end, silent)
        if taken and not silent:
            seen: Seen | None = state.env.get("seen")
            if seen is None:
                return taken
            starts, indents, ends = state.bMarks, state.tShift, state.eMarks
            lines = range(start, state.line)
            spans = [(starts[each] + indents[each], ends[each]) for each in lines]
            if name == "reference":
                seen.definitions.append((number, start, spans))
            else:
                seen.spans[number] = spans
        return taken

    return watch
