"""Drafts: what a volunteer is typing, kept at once and for nobody else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workflow import access, languages
from workflow.services.desk import allow, unit_for
from workflow.services.workspace import Workspace
from workflow.store import drafts as store
from workflow.store.documents import source_text_of
from workflow.store.drafts import Draft
from workflow.store.listing import placed_drafts
from workflow.store.people import grants_of
from workflow.store.translations import current
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
        UnknownLocale, LimitExceeded, HostileInput: it is refused; the draft before it stays.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        stored, _ = unit_for(db, actor, "translation.draft", unit, locale, now)
        typed = check_target(text, where="draft", source=stored.source)
        if typed == current(db, unit, locale).text:
            store.drop(db, actor, unit, locale)
            return False
        known = made_from and source_text_of(db, unit, made_from) is not None
        digest = made_from if known else stored.source_digest
        store.put(db, Draft(actor, unit, locale, text, seen, digest, now))
        return True


def drop_draft(workspace: Workspace, actor: str, now: datetime, *, unit: str, locale: str) -> None:
    """Forget what one typed and did not save.

    Raises:
        NotAllowed: he is nobody.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        allow(db, actor, "translation.drop_draft", now)
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
