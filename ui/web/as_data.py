"""Paragraphs and answers as the scripts of the statement read them."""

from __future__ import annotations

from datetime import datetime

from workflow.model import State
from workflow.services.review import Approved, Reading
from workflow.services.translation import Draft, Row, Saved


def saved_as_data(done: Saved, member: str, now: datetime) -> dict[str, object]:
    """Write what became of a text that was saved or decided on."""
    return {
        "outcome": done.outcome.value,
        "version": done.version,
        "text": done.text,
        "state": state_as_data(done.state),
        "is_mine": done.author == member,
        "suggestion": done.suggestion,
        "at": now.isoformat(timespec="seconds"),
    }


def state_as_data(state: State) -> str:
    """Name a state as the browser knows it.

    >>> state_as_data(State.NEEDS_WORK)
    'needs_work'
    """
    return state.name.lower()


def draft_as_data(draft: Draft) -> dict[str, object]:
    """Write what this member typed and did not save as the browser reads it."""
    return {"text": draft.text, "seen": draft.seen, "made_from": draft.source_digest}


def unit_as_data(
    row: Row, codes: tuple[str, ...], reading: Reading | None = None
) -> dict[str, object]:
    """Write a paragraph as the browser reads it; see `components/statement`.

    `reading` is there for whoever may review it, unless it is approved.
    """
    place = row.places[0] if row.places else None
    return {
        "id": row.unit,
        "source": row.source,
        "digest": row.source_digest,
        "note": row.note,
        "longest": row.max_length,
        "codes": codes,
        "kind": place.kind.value if place else "paragraph",
        "marker": place.marker if place else "",
        "level": place.level if place else 0,
        "section": place.section if place else "",
        "depth": place.depth if place else 0,
        "group": place.group if place else -1,
        "part": place.position if place else 0,
        "text": row.text,
        "state": state_as_data(row.state),
        "version": row.version,
        "author": row.author,
        "is_mine": row.is_mine,
        "at": row.updated.isoformat(timespec="seconds") if row.updated else None,
        "made_from": row.made_from,
        "mine_made_from": row.mine_made_from,
        "is_changed": row.changed,
        "draft": row.draft and draft_as_data(row.draft),
        "suggestions": row.suggestions,
        "comments": row.comments,
        "questions": row.questions,
        "reading": _reading_as_data(reading, row),
    }


def _reading_as_data(reading: Reading | None, row: Row) -> dict[str, object] | None:
    """Write whether a reviewer may approve a paragraph, what was last approved there, what is odd.

    Nothing where it is about another text than the row, which somebody saved in between.
    """
    if reading is None or reading.version != row.version:
        return None
    why_not = reading.why_not.value if reading.why_not else None
    findings = [{"name": each.name, "detail": each.detail} for each in reading.findings]
    return {"why_not": why_not, "before": reading.reviewed_text, "findings": findings}


def approved_as_data(done: Approved) -> dict[str, object]:
    """Write what became of "I have read the whole statement"."""
    skipped = [{"unit": each.unit, "why": each.why.value} for each in done.skipped]
    return {"approved": list(done.approved), "skipped": skipped}
