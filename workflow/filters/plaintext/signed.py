"""Lists of those who sign: runs of short lines, announced by a line or told by their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workflow.filters.cues import words
from workflow.filters.cues.measure import columns
from workflow.filters.cues.punctuation import ending, ends_sentence, word_count
from workflow.filters.plaintext.blocks import Draft
from workflow.model import BlockKind
from workflow.signatories import names_country

_LINE = 140
_FEWEST = 3
_SHARE = 0.6
_PARTED = re.compile(
    r"(?:\s[-–—―|]\s*|\S[-–—]\s|[,،、，]\s?|\t|[(（])(?=\S{2,}(?:\s\S+){0,3}[)）]?$)"
)
_LAST_PART = 0.4
_LINE_KINDS = (
    BlockKind.PARAGRAPH,
    BlockKind.UNORDERED_ITEM,
    BlockKind.ORDERED_ITEM,
    BlockKind.QUOTE,
)


def mark_signatories(drafts: Sequence[Draft], locale: str) -> None:
    """Find the runs of lines that name signatories, and call each line one."""
    for start, end in _runs(drafts):
        run = drafts[start:end]
        before = drafts[start - 1] if start else None
        place = start / len(drafts)
        if _is_announced(run, before) or _is_told_by_shape(run, place, locale):
            for draft in run:
                draft.kind, draft.level = BlockKind.SIGNATORY, 0


def _runs(drafts: Sequence[Draft]) -> list[tuple[int, int]]:
    """Give the runs of lines that may name people: alike, short, without an end."""
    runs: list[tuple[int, int]] = []
    start = 0
    while start < len(drafts):
        end = start
        while end < len(drafts) and _may_sign(drafts[end]) and _goes_on(drafts, start, end):
            end += 1
        if end > start:
            runs.append((start, end))
        start = max(end, start + 1)
    return runs


def _may_sign(draft: Draft) -> bool:
    if draft.kind not in _LINE_KINDS or columns(draft.text) > _LINE:
        return False
    mark = ending(draft.text)
    return not ends_sentence(draft.text) or (mark == "." and _is_initialism(draft.text))


def _is_initialism(text: str) -> bool:
    return bool(re.search(r"(?:\b\w\.|\b(?:Inc|Ltd|Jr|Sr|etc|Co|A\.C|e\.V)\.)$", text))


def _goes_on(drafts: Sequence[Draft], start: int, number: int) -> bool:
    if number == start:
        return ending(drafts[number].text) not in ":：;؛" and not _stands_over_lines(drafts, start)
    one, two = drafts[number - 1], drafts[number]
    if number == start + 1 and one.marker is None and words.announces_signatures(one.text):
        return False
    if (one.marker and one.marker.style) != (two.marker and two.marker.style):
        return False
    if ending(two.text) in ":：;؛":
        return False
    usual_gap = drafts[start + 1].gap
    return two.gap <= max(usual_gap, 0) if two.marker is None else two.gap <= max(usual_gap, 1)


def _stands_over_lines(drafts: Sequence[Draft], number: int) -> bool:
    """Tell whether a line stands apart from lines below it that stand together: their title."""
    below = drafts[number + 1 : number + 3]
    return (
        drafts[number].marker is None
        and len(below) == 2  # noqa: PLR2004
        and below[0].gap > 0
        and below[1].gap == 0
    )


def _is_announced(run: Sequence[Draft], before: Draft | None) -> bool:
    if before is None or before.kind in (BlockKind.DATE_LINE, BlockKind.SIGNATORY):
        return False
    if not words.announces_signatures(before.text):
        return False
    if ending(before.text) in ":：":
        return len(run) >= _FEWEST - 1 and all(_is_plain(draft) for draft in run)
    is_title = word_count(before.text) <= _FEWEST + 2 and not ends_sentence(before.text)
    return is_title and len(run) >= _FEWEST and all(_is_plain(draft) for draft in run)


def _is_plain(draft: Draft) -> bool:
    """Tell whether a line may be a name: hardly any commas, not a whole sentence."""
    return word_count(draft.text) <= _LINE // 7


def _is_told_by_shape(run: Sequence[Draft], place: float, locale: str) -> bool:
    if len(run) < _FEWEST:
        return False
    enough = _SHARE * len(run)
    if sum(names_country(draft.text, locale) for draft in run) >= enough:
        return True
    if place < 1 - _LAST_PART - len(run) * 0.01:
        return False
    parted = sum(bool(_PARTED.search(draft.text)) for draft in run)
    return parted >= enough and all(word_count(draft.text) <= _LINE // 9 for draft in run)
