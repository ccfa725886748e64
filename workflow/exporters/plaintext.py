"""The statement as one pastes it into a message: nothing but text and white space.

Lines are not wrapped (mail programs do that) and no invisible direction marks are put in: what is
pasted here must be the same text there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from workflow.exporters.base import Exporter
from workflow.exporters.tree import (
    clean,
    is_title,
    nested,
    plain,
    runs,
    stretches,
    texts,
)
from workflow.model import Block, BlockKind, TargetDocument

_QUOTE_INDENT = "    "  # `>` would say "from the message I answer", which a statement is not
_SHORT_LINE = 72
_AFTER_NOTES = frozenset({BlockKind.SOURCE_LINE, BlockKind.BOILERPLATE})
_ROWS = frozenset({BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM})


def export(document: TargetDocument) -> bytes:
    """Write a statement as plain text in UTF-8, one block to a line, a blank line between."""
    paragraphs = list(_run_by_run(_notes_last(document.blocks), document))
    text = "\n\n".join(paragraphs).strip("\n")
    return (text + "\n" if text else "").encode()


PLAINTEXT = Exporter("plaintext", ".txt", "text/plain", export)


def _notes_last(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Move the footnotes behind the last line of the statement itself."""
    notes = tuple(block for block in blocks if block.kind is BlockKind.FOOTNOTE)
    rest = [block for block in blocks if block.kind is not BlockKind.FOOTNOTE]
    end = len(rest)
    while end and rest[end - 1].kind in _AFTER_NOTES:
        end -= 1
    return (*rest[:end], *notes, *rest[end:])


def _run_by_run(blocks: tuple[Block, ...], document: TargetDocument) -> Iterator[str]:
    for run in runs(blocks):
        parts = [part for block in run if (part := _block(block, document))]
        if not parts:
            continue
        head = "\n" if run[0].kind is BlockKind.HEADING and not is_title(run[0]) else ""
        yield head + ("\n" if _is_close(run) else "\n\n").join(parts)


def _is_close(run: tuple[Block, ...]) -> bool:
    """Say whether the lines of a run stand without blank lines between them."""
    if is_title(run[0]) or run[0].kind is BlockKind.SIGNATORY:
        return True
    return run[0].kind in _ROWS and all(
        not nested(block) and len(plain(texts(block))) <= _SHORT_LINE for block in run
    )


def _block(block: Block, document: TargetDocument) -> str:
    own = _text(block, document)
    inside = list(_run_by_run(nested(block), document))
    body = "\n\n".join([own, *inside] if own else inside)
    marker = clean(block.marker)
    if block.kind is BlockKind.UNORDERED_ITEM:
        marker = marker or "•"
    if marker:
        return _hang(marker + " ", body)
    if block.kind is BlockKind.QUOTE:
        return _hang(_QUOTE_INDENT, body)
    return body


def _text(block: Block, document: TargetDocument) -> str:
    """Give a block's words, with `[en]` where they are not in the statement's language."""
    parts: list[str] = []
    for language, row in stretches(texts(block), document.locale):
        words = "".join(inline.text + _address(inline.text, inline.link) for inline in row)
        if language and language == document.source_locale and words.strip():
            bare = words.lstrip()
            words = words[: len(words) - len(bare)] + f"[{language}] {bare}"
        parts.append(words)
    return "".join(parts).strip(" \t\n")


def _address(text: str, link: str) -> str:
    """Give the address of a link behind its words, unless the words are the address."""
    if not link or link.startswith("#") or text.strip() in (link, link.removeprefix("mailto:")):
        return ""
    return f" <{link}>"


def _hang(prefix: str, body: str) -> str:
    """Put a prefix before the first line and as much room before the others."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in prefix)
    room = " " * (len(prefix) + wide)
    first, *others = body.split("\n")
    return "\n".join([(prefix + first).rstrip(" "), *(room + o if o else "" for o in others)])
