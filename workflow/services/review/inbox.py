"""What waits for somebody: texts for a reviewer, reasons and answers for whoever wrote."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow import access, languages
from workflow.model import Issue, State
from workflow.review import Refusal, refusal
from workflow.services.desk import allow, document_for
from workflow.services.examined import findings_of_text
from workflow.services.workspace import Workspace
from workflow.store import Db, reviewing
from workflow.store.documents import StoredUnit, living_units
from workflow.store.listing import name_in, names
from workflow.store.people import bound_to, grants_of
from workflow.store.translations import Current, nothing_yet, of_document

_MOST_ANSWERS = 100


class WhyNot(StrEnum):
    """Why a text was not approved, or cannot be."""

    OWN_TEXT = "own_text"
    """The words are the reviewer's: it waits for a second person."""
    BOUND = "bound"
    """The words are by somebody whom he let in, or who let him in."""
    OLD_SOURCE = "old_source"
    """The source says something else now."""
    CHANGED = "changed"
    """Somebody wrote another text since he read it."""
    NOT_READ = "not_read"
    """It is not among the texts that he says he read."""
    NOT_READY = "not_ready"
    """It is not translated, or needs work."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reviewer knows of a paragraph beside its row."""

    version: int
    """Of the translation that this is about."""
    why_not: WhyNot | None
    """Why he cannot approve it; None where he can."""
    reviewed_text: str
    """What was last approved here, where the translation says something else now; else empty."""
    findings: tuple[Issue, ...] = ()
    """What the checks say of the translation."""


@dataclass(frozen=True, slots=True)
class CameBack:
    """A text of mine that somebody found wanting, and why."""

    document: str
    """Name of its document."""
    unit: str
    locale: str
    source: str
    text: str
    version: int
    """Of the translation as it stands."""
    reason: str
    thread: str
    """Id of the comment that says it, to be answered; empty where none does."""
    by: str
    """Pseudonym."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a suggestion of mine."""

    suggestion: str
    """Its id."""
    document: str
    """Name of its document."""
    unit: str
    locale: str
    source: str
    text: str
    is_accepted: bool
    reason: str
    by: str
    """Pseudonym."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Eyes:
    """A reviewer, and with whom he may be one person."""

    reviewer: str
    bound: frozenset[str]
    """Ids of the members who may be the same person as he."""

    def why_not(self, authors: Collection[str]) -> WhyNot | None:
        """Say why he may not approve words of these members, if that is so."""
        found = {refusal(self.reviewer, author, self.bound) for author in authors if author}
        if Refusal.OWN_TEXT in found:
            return WhyNot.OWN_TEXT
        return WhyNot.BOUND if Refusal.BOUND in found else None


def eyes_of(db: Db, reviewer: str, now: datetime) -> Eyes:
    """Look up with whom somebody may be one person."""
    return Eyes(reviewer, bound_to(db, reviewer, now))


def readings(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str
) -> Mapping[str, Reading]:
    """Say of each paragraph that is not approved whether this reviewer may approve it, and on what.

    Returns:
        By unit id, in document order; paragraphs that are reviewed are left out.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the language is none.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "review.readings", document, now, locale=locale)
        eyes = eyes_of(db, actor, now)
        authors = reviewing.authors(db, stored.id, locale)
        before = reviewing.last_reviewed(db, stored.id, locale)
        texts = of_document(db, stored.id, locale)
        found = {}
        for unit in living_units(db, stored.id):
            there = texts.get((unit.id, locale)) or nothing_yet(unit.id, locale)
            if there.state is State.REVIEWED:
                continue
            words_of = {*authors.get(unit.id, ()), there.author}
            reviewed = before.get(unit.id, "")
            found[unit.id] = Reading(
                version=there.version,
                why_not=why_unready(unit, there) or eyes.why_not(words_of),
                reviewed_text="" if reviewed == there.text else reviewed,
                findings=findings_of_text(db, stored, unit.key, there.text, locale),
            )
        return found


def why_unready(unit: StoredUnit, there: Current) -> WhyNot | None:
    """Say why a text does not come into question, whoever reads it."""
    if there.state is not State.TRANSLATED:
        return WhyNot.NOT_READY
    return WhyNot.OLD_SOURCE if there.source_digest != unit.source_digest else None


def came_back(workspace: Workspace, actor: str, now: datetime) -> tuple[CameBack, ...]:
    """Give one's own texts that others sent back, newest first, until they are written anew.

    In documents in work that one still sees.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "review.came_back", now)
        grants, known = grants_of(db, actor, now), names(db)
        return tuple(
            CameBack(
                document=each.name,
                unit=each.unit,
                locale=each.locale,
                source=each.source,
                text=each.text,
                version=each.version,
                reason=each.reason,
                thread=each.thread or "",
                by=name_in(known, each.by),
                at=each.at,
            )
            for each in reviewing.sent_back(db, actor)
            if access.sees(actor, grants, each.document)
        )


def answers(
    workspace: Workspace, actor: str, now: datetime, *, since: datetime | None = None
) -> tuple[Answer, ...]:
    """Say what became of one's suggestions on which others decided, newest first, 100 at most.

    In documents in work that one still sees; only what was decided since a moment, where one is
    given.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "review.answers", now)
        grants, known = grants_of(db, actor, now), names(db)
        return tuple(
            Answer(
                suggestion=each.id,
                document=each.name,
                unit=each.unit,
                locale=each.locale,
                source=each.source,
                text=each.text,
                is_accepted=each.status == "accepted",
                reason=each.reason,
                by=name_in(known, each.by),
                at=each.at,
            )
            for each in reviewing.decided(db, actor, since, _MOST_ANSWERS)
            if access.sees(actor, grants, each.document)
        )
