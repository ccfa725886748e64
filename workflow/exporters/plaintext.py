"""The statement as one pastes it into a message: its text, set with white space.

What white space cannot say is said with signs that people type in messages: `[-struck words-]`, the
address of a link `<https://...>`, a row of stars between two parts. Lines are not wrapped (mail
programs do that) and no invisible direction marks are put in: what is pasted here must be the same
text there.
"""

from __future__ import annotations

from collections.abc import Iterator

from workflow.exporters.around import ALONE, Around, with_notice
from workflow.exporters.base import Exporter
from workflow.exporters.columns import columns
from workflow.exporters.plaintext_table import table_text
from workflow.exporters.spans import Span, said, spans
from workflow.exporters.tables import grid
from workflow.exporters.tree import (
    clean,
    code,
    is_title,
    nested,
    plain,
    runs,
    shallow,
    stretches,
    texts,
)
from workflow.model import Block, BlockKind, Inline, TargetDocument

_INDENT = "    "  # `>` would say "from the message I answer", which a statement is not
_DEEP = 8
"""From this depth on a line is set in by no more than one space for each level."""
_RULE = "* * *"
_SHORT_LINE = 72
_AFTER_NOTES = frozenset({BlockKind.SOURCE_LINE, BlockKind.BOILERPLATE})
_ROWS = frozenset({BlockKind.ORDERED_ITEM, BlockKind.UNORDERED_ITEM})


def export(document: TargetDocument, around: Around = ALONE, /) -> bytes:
    """Write a statement as plain text in UTF-8, one block to a line, a blank line between."""
    if around.draft:
        document = with_notice(document, around.draft)
    paragraphs = _run_by_run(_notes_last(shallow(document.blocks)), document)
    text = "\n\n".join(paragraphs)
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


def _run_by_run(
    blocks: tuple[Block, ...], document: TargetDocument, depth: int = 0
) -> Iterator[str]:
    before: BlockKind | None = None
    for run in runs(blocks):
        parts = [part for block in run if (part := _block(block, document, depth))]
        if not parts:
            continue
        kind = run[0].kind
        apart = kind is BlockKind.QUOTE and before is kind  # not one quotation, but two
        head = "\n" if before and (_has_room(run[0]) or apart) else ""
        yield head + ("\n" if _is_close(run) else "\n\n").join(parts)
        before = kind


def _has_room(block: Block) -> bool:
    """Say whether a block has more room above it than others, if anything is above it."""
    return block.kind is BlockKind.HEADING and not is_title(block)


def _is_close(run: tuple[Block, ...]) -> bool:
    """Say whether the lines of a run stand without blank lines between them."""
    if is_title(run[0]) or run[0].kind is BlockKind.SIGNATORY:
        return True
    return run[0].kind in _ROWS and all(
        not nested(block) and len(plain(texts(block))) <= _SHORT_LINE for block in run
    )


def _block(block: Block, document: TargetDocument, depth: int) -> str:
    found = grid(block, document.source_locale) if block.kind is BlockKind.TABLE else None
    if found:
        return table_text(found, document.locale, lambda cell: _text(cell, document))
    own = _own(block, document)
    inside = list(_run_by_run(nested(block), document, depth + 1))
    body = "\n\n".join([own, *inside] if own else inside)
    marker = clean(block.marker)
    if block.kind is BlockKind.UNORDERED_ITEM:
        marker = marker or "•"
    if marker:
        return _hang(marker + " ", body, depth)
    if block.kind is BlockKind.QUOTE:
        return _hang(_INDENT if depth < _DEEP else " ", body, depth)
    return body


def _own(block: Block, document: TargetDocument) -> str:
    """Give a block's own lines."""
    if block.kind is BlockKind.CODE:
        return "\n".join(_INDENT + line if line else "" for line in code(block).split("\n"))
    words = _text(block, document)
    if block.kind is BlockKind.RULE:
        return f"{_RULE}\n\n{words}" if words else _RULE
    return words


def _text(block: Block, document: TargetDocument) -> str:
    """Give a block's words, with `[en]` where they are not in the statement's language."""
    parts: list[str] = []
    for language, row in stretches(texts(block), document.locale):
        words = "".join(map(_spoken, spans(row)))
        if language and language == document.source_locale:
            words = _around(words, f"[{language}] ", "")
        parts.append(words)
    return "".join(parts).strip(" \t\n")


def _spoken(span: Span) -> str:
    """Write a span as it is said; struck words, which are no longer said, are put in brackets."""
    if isinstance(span, Inline):
        return span.text
    words = "".join(map(_spoken, span.inside))
    if span.mark == "struck":
        return _around(words, "[-", "-]")
    return words + _address(said(span), span.link)


def _around(words: str, before: str, after: str) -> str:
    """Put signs around words, and the blanks at their ends outside."""
    bare = words.strip()
    if not bare:
        return words
    start = words.index(bare)
    return f"{words[:start]}{before}{bare}{after}{words[start + len(bare) :]}"


def _address(text: str, link: str) -> str:
    """Give the address of a link behind its words, unless the words are the address."""
    if not link or link.startswith("#") or text.strip() in (link, link.removeprefix("mailto:")):
        return ""
    return f" <{link}>"


def _hang(prefix: str, body: str, depth: int) -> str:
    """Put a prefix before the first line and as much room before the others."""
    room = " " * (columns(prefix) if depth < _DEEP else 1)
    first, *others = body.split("\n")
    opening = prefix + first if first else prefix.rstrip(" ")
    return "\n".join([opening, *(room + line if line else "" for line in others)])
