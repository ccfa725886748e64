"""Drafts: what a volunteer is typing, kept at once and for nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workflow import access, guard, languages
from workflow.errors import LimitExceeded, OutOfDate
from workflow.services.desk import allow, can_be_id, check_wanted, unit_for
from workflow.services.translation.saving import is_wording
from workflow.services.workspace import Workspace
from workflow.store import drafts as store
from workflow.store.drafts import Draft
from workflow.store.listing import placed_drafts
from workflow.store.people import grants_of
from workflow.store.translations import MOST_VERSIONS, current
from workflow.typed import check_target


@dataclass(frozen=True, slots=True)
class OpenDraft:
    """Something that was typed and not saved yet, and where it belongs."""

    document: str
    """Name of the document."""
    unit: str
    locale: str
    source: str
    """What the paragraph says now."""
    text: str
    seen: int
    """Version of the translation that was seen when it was typed."""
    made_from: str
    """Digest of the source text that was seen."""
    source_changed: bool
    at: datetime


def draft(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    text: str,
    seen: int,
    made_from: str = "",
) -> bool:
    """Keep what somebody is typing, as it is; tell whether there is a draft now.

    Where it says what the translation says there is none. Nobody else sees a draft, and it stands
    in no list of acts.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: the document is archived, or not to be translated into this language.
        OutOfDate: no translation ever had that version.
        UnknownLocale, LimitExceeded, HostileInput: it is refused; the draft before it stays.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        stored, document = unit_for(db, actor, "translation.draft", unit, locale, now)
        check_wanted(workspace, db, document, locale)
        typed = check_target(text, where="draft", source=stored.source)
        there = current(db, unit, locale)
        if not 0 <= seen <= MOST_VERSIONS:
            raise OutOfDate(seen, there.version)
        if typed == there.text:
            store.drop(db, actor, unit, locale)
            return False
        known = made_from and is_wording(db, stored, made_from)
        digest = made_from if known else stored.source_digest
        store.put(db, Draft(actor, unit, locale, text, seen, digest, now))
        if store.count(db, actor) > guard.DRAFTS:
            what_next = "Save or forget some of them."
            raise LimitExceeded("the draft", "their number", guard.DRAFTS, "drafts", what_next)
        return True


def drop_draft(workspace: Workspace, actor: str, now: datetime, *, unit: str, locale: str) -> None:
    """Forget what one typed and did not save.

    Raises:
        NotAllowed: he is nobody.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        allow(db, actor, "translation.drop_draft", now)
        if can_be_id(unit):
            store.drop(db, actor, unit, locale)


def drafts(workspace: Workspace, actor: str, now: datetime) -> tuple[OpenDraft, ...]:
    """Give all that one typed and did not save, newest first, in documents that one still sees."""
    with workspace.store.reading() as db:
        allow(db, actor, "translation.drafts", now)
        grants = grants_of(db, actor, now)
        return tuple(
            OpenDraft(
                document=each.name,
                unit=each.draft.unit,
                locale=each.draft.locale,
                source=each.source,
                text=each.draft.text,
                seen=each.draft.seen,
                made_from=each.draft.source_digest,
                source_changed=each.draft.source_digest != each.source_digest,
                at=each.draft.at,
            )
            for each in placed_drafts(db, actor)
            if access.sees(actor, grants, each.document)
        )
