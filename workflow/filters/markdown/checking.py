"""Which targets would break their hole: begin a list, vanish, lose a link.

A target is read alone, and then in the document; where Markdown sees other blocks, or other codes,
than it sees in the source, that is a finding. Nobody's words are compared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from markdown_it.token import Token

from workflow.filters.markdown.fitting import as_inline, fit, join
from workflow.filters.markdown.markup import pieces
from workflow.filters.markdown.parser import parser
from workflow.filters.markdown.scan import scan
from workflow.filters.markdown.structure import Shape, structure
from workflow.filters.markdown.texts import TAG
from workflow.model import (
    EMPTY_ON_PURPOSE,
    Document,
    Issue,
    Slot,
    UnitKey,
    is_translation,
)
from workflow.placeholders import placeholders
from workflow.skeleton import fill, slots, source_text

_MARKUP = re.compile(r"[{\\`*_\[\]<>&~!^]|://|\n")
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
_TAG_BEGINS = re.compile(r"<[A-Za-z/!?]")
_MARKS = re.compile(r"\*{1,3}(?=\w)|(?<=\w)\*{1,3}|\*\*|__|~~|`|\]\(|\[\^[^\s\[\]]{1,40}\]")
_BARE = {"address": "address", "mail": "address", "template": "template"}
_CODES = {
    "link": "link",
    "image": "image",
    "code_inline": "code",
    "footnote": "footnote",
    "html_inline": "tag",
}


def check(document: Document, targets: Mapping[UnitKey, str]) -> tuple[Issue, ...]:
    """Find the targets that would break their hole, in document order.

    Each is read alone first, which tells best what is wrong with it. Then all that are left are
    put in, and the document is read again: it must have the structure of its source.
    """
    changed = {
        slot.key: targets[slot.key]
        for slot in slots(document.skeleton)
        if is_translation(targets.get(slot.key, "")) and targets[slot.key] != slot.key.source
        if targets[slot.key] != EMPTY_ON_PURPOSE or _leaves_marks(slot)
    }
    if not changed:
        return ()
    source = source_text(document.skeleton)
    found = list(_crowded(document, changed))
    crowded = {issue.key for issue in found}
    changed = {key: target for key, target in changed.items() if key not in crowded}
    found += _read_alone(document, changed, scan(source).env)
    flagged = {issue.key for issue in found}
    rest = {key: target for key, target in changed.items() if key not in flagged}
    found += _read_together(document, rest, structure(source))
    return tuple(sorted(found, key=lambda issue: issue.line))


_MOST_READ = 200_000
"""Code points gone through for brackets that the source has not: that takes half a second."""


def _crowded(document: Document, targets: Mapping[UnitKey, str]) -> Iterator[Issue]:
    """Find targets with so many brackets of their own that to read them would take too long.

    For each one that opens the library looks through all that follows.
    """
    seen: set[UnitKey] = set()
    for slot in slots(document.skeleton):
        target = targets.get(slot.key, "")
        if not target or slot.key in seen:
            continue
        seen.add(slot.key)
        added = {each: target.count(each) - slot.key.source.count(each) for each in "[{"}
        mark = max(added, key=lambda each: added[each])
        if added[mark] * len(target) > _MOST_READ:
            yield Issue("stray_mark", slot.place.line, mark, slot.key)


def _leaves_marks(slot: Slot) -> bool:
    """Tell whether marks stay behind where a text is empty on purpose; a paragraph just goes."""
    return slot.place.size > 0 or slot.form == "cell" or slot.form.startswith("underlined")


def _read_alone(
    document: Document, targets: Mapping[UnitKey, str], env: dict[str, Any]
) -> Iterator[Issue]:
    seen: set[tuple[UnitKey, str]] = set()
    for _, run in groupby(slots(document.skeleton), key=lambda slot: slot.place.group):
        block = list(run)
        issues: list[Issue] = []
        for slot in block:
            target = targets.get(slot.key, EMPTY_ON_PURPOSE)
            if target != EMPTY_ON_PURPOSE and (slot.key, slot.form) not in seen:
                seen.add((slot.key, slot.form))
                issues += _issues(slot, target, env)
        if len(block) > 1 and not issues:
            issues += _issues_of_sentences(block, targets, env)
        yield from issues


def _issues(slot: Slot, target: str, env: dict[str, Any]) -> Iterator[Issue]:
    if slot.form.startswith(("yaml", "toml")) or not _may_break(slot, target):
        return
    if slot.form == "html":
        yield from _compared(slot, _tags(slot.key.source), _tags(target))
        if len(_open_tags(target)) > len(_open_tags(slot.key.source)):
            yield Issue("stray_mark", slot.place.line, "<", slot.key)
    elif problem := _broken_block(slot, target):
        yield Issue(problem, slot.place.line, target[:_SHOWN], slot.key)
    elif not slot.form.startswith("title"):
        own, other = (as_inline(slot, text) for text in (slot.key.source, target))
        yield from _compared(slot, _codes(own, env), _codes(other, env))
        if stray := _stray_mark(own, other, env):
            yield Issue("stray_mark", slot.place.line, stray, slot.key)


def _may_break(slot: Slot, target: str) -> bool:
    """Tell whether there is anything to look at: most texts have no markup at all."""
    return bool(_MARKUP.search(target) or _MARKUP.search(slot.key.source) or _OPENING.match(target))


_SHOWN = 40
_MOST = 20


def _issues_of_sentences(
    block: list[Slot], targets: Mapping[UnitKey, str], env: dict[str, Any]
) -> Iterator[Issue]:
    """Find what sentences do only together: a code begun in one and ended in another."""
    own = " ".join(as_inline(slot, slot.key.source) for slot in block)
    shown = (as_inline(slot, targets.get(slot.key, slot.key.source)) for slot in block)
    other = " ".join(text for text in shown if text)
    if _MARKUP.search(other):
        yield from _compared(block[0], _codes(own, env), _codes(other, env))


def _read_together(
    document: Document, targets: dict[UnitKey, str], wanted: Shape
) -> Iterator[Issue]:
    """Find the targets that change the structure of the document, one after the other."""
    places = {slot.key: slot.place for slot in reversed(list(slots(document.skeleton)))}
    for _ in range(_MOST):
        if _structure_with(document, targets) == wanted:
            return
        keys = list(targets)
        good, bad = 0, len(keys)
        while bad - good > 1:
            middle = (good + bad) // 2
            part = {key: targets[key] for key in keys[:middle]}
            if _structure_with(document, part) == wanted:
                good = middle
            else:
                bad = middle
        key = keys[bad - 1]
        yield Issue("tears", places[key].line, targets.pop(key)[:_SHOWN], key)


def _structure_with(document: Document, targets: Mapping[UnitKey, str]) -> Shape:
    return structure(fill(document.skeleton, targets, fit=fit, join=join))


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
    """Count the codes of a text; bare addresses and a template's tags are codes too."""
    found = Counter(
        (_CODES[kind], detail) for kind, detail, _ in pieces(text, env) if kind in _CODES
    )
    bare = (code for code in placeholders(text, "markdown") if code.kind in _BARE)
    return found + Counter((_BARE[code.kind], code.text) for code in bare)


def _stray_mark(source: str, target: str, env: dict[str, Any]) -> str:
    """Give a mark of emphasis or of a link that readers would see, and see in no source."""
    own, other = (
        "".join(words for kind, _, words in pieces(text, env) if kind == "words")
        for text in (source, target)
    )
    marks = (found[0] for found in _MARKS.finditer(other))
    return next((mark for mark in marks if mark not in own), "")


def _tags(text: str) -> Counter[tuple[str, str]]:
    return Counter(("tag", tag[0]) for tag in TAG.finditer(text))


def _open_tags(text: str) -> list[str]:
    """Give what begins a tag in a text, but is none."""
    return _TAG_BEGINS.findall(TAG.sub("", text))


def _compared(
    slot: Slot, source: Counter[tuple[str, str]], target: Counter[tuple[str, str]]
) -> Iterator[Issue]:
    for kind, detail in source - target:
        yield Issue(f"lost_{kind}", slot.place.line, detail[: _SHOWN * 4], slot.key)
    for kind, detail in target - source:
        yield Issue(f"added_{kind}", slot.place.line, detail[: _SHOWN * 4], slot.key)
