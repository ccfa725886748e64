"""Which targets would break their hole: begin a list, vanish, lose a link.

A target is read in its place, alone, and so is the source; where Markdown sees other blocks, or
other codes, in the one than in the other, that is a finding. Nobody's words are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from markdown_it.token import Token

from workflow.filters.markdown.fitting import as_inline, fit
from workflow.filters.markdown.markup import pieces
from workflow.filters.markdown.parser import parser
from workflow.filters.markdown.scan import scan
from workflow.filters.markdown.texts import TAG
from workflow.model import Document, Issue, Slot, UnitKey, is_translation
from workflow.skeleton import slots, source_text

_MARKUP = re.compile(r"[\\`*_\[\]<>&~!^]|://|\n")
_OPENING = re.compile(r"\s{0,3}(?:[-+*=#>|`~<:]|\d{1,9}[.)]|\[)| {4}|\t")
_STARTS = {
    "bullet_list_open": "starts_list",
    "ordered_list_open": "starts_list",
    "heading_open": "starts_heading",
    "blockquote_open": "starts_quotation",
    "fence": "starts_code",
    "code_block": "starts_code",
    "hr": "starts_rule",
    "html_block": "starts_html",
    "table_open": "starts_table",
    "footnote_reference_open": "starts_footnote",
}
_CODES = {
    "link": "link",
    "image": "image",
    "code_inline": "code",
    "footnote": "footnote",
    "html_inline": "tag",
}


def check(document: Document, targets: Mapping[UnitKey, str]) -> tuple[Issue, ...]:
    """Find the targets that would break their hole, in document order."""
    env: dict[str, Any] | None = None
    found: list[Issue] = []
    seen: set[tuple[UnitKey, str]] = set()
    for slot in slots(document.skeleton):
        target = targets.get(slot.key, "")
        if not target.strip() or not is_translation(target) or target == slot.key.source:
            continue
        if (slot.key, slot.form) in seen or not _may_break(slot, target):
            continue
        seen.add((slot.key, slot.form))
        if env is None:
            env = scan(source_text(document.skeleton)).env
        found += _issues(slot, target, env)
    return tuple(found)


def _may_break(slot: Slot, target: str) -> bool:
    """Tell whether there is anything to look at: most texts have no markup at all."""
    return bool(_MARKUP.search(target) or _MARKUP.search(slot.key.source) or _OPENING.match(target))


def _issues(slot: Slot, target: str, env: dict[str, Any]) -> Iterator[Issue]:
    if slot.form.startswith(("yaml", "toml")):
        return
    if slot.form == "html":
        yield from _compared(slot, _tags(slot.key.source), _tags(target))
        return
    if problem := _broken_block(slot, target):
        yield Issue(problem, slot.place.line, target[:_SHOWN], slot.key)
    elif not slot.form.startswith("title"):
        source = _codes(as_inline(slot, slot.key.source), env)
        yield from _compared(slot, source, _codes(as_inline(slot, target), env))


_SHOWN = 40


def _broken_block(slot: Slot, target: str) -> str:
    """Name what a target would become if it is not the text it should be; else nothing."""
    if slot.form.startswith(("cell", "title", "heading")):
        return ""
    if slot.place.position > 1:  # it never stands at the beginning of its line
        target = f"{slot.key.source} {target}"
    own, other = (_blocks(slot, text) for text in (slot.key.source, target))
    if [token.type for token in own] == [token.type for token in other]:
        return ""
    strange = (_STARTS[token.type] for token in other if token.type in _STARTS)
    return next(strange, "vanishes" if not other else "splits")


def _blocks(slot: Slot, text: str) -> list[Token]:
    """Read a text as the block it will be, with a line under it where it has one."""
    plain = replace(slot, prefix="")
    block = fit(plain, text) + ("\n---" if slot.form.startswith("underlined") else "")
    found: list[Token] = []
    parser().block.parse(block, parser(), {}, found)
    return found


def _codes(text: str, env: dict[str, Any]) -> Counter[tuple[str, str]]:
    return Counter(
        (_CODES[kind], detail) for kind, detail, _ in pieces(text, env) if kind in _CODES
    )


def _tags(text: str) -> Counter[tuple[str, str]]:
    return Counter(("tag", tag[0]) for tag in TAG.finditer(text))


def _compared(
    slot: Slot, source: Counter[tuple[str, str]], target: Counter[tuple[str, str]]
) -> Iterator[Issue]:
    for kind, detail in source - target:
        yield Issue(f"lost_{kind}", slot.place.line, detail[: _SHOWN * 4], slot.key)
    for kind, detail in target - source:
        yield Issue(f"added_{kind}", slot.place.line, detail[: _SHOWN * 4], slot.key)
