"""What a person is told about the work that waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from workflow.access import Role
from workflow.services.review import Answer, CameBack
from workflow.services.translation import OpenDraft


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph to go to."""

    unit: str
    number: int
    """In the document, from 1."""
    marker: str
    """What stands before it: `2.`; empty where nothing does."""
    begins: str
    """Its first words, in the language of the source."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A document and a language in which somebody may work."""

    document: str
    """Its name."""
    title: str
    source_locale: str
    locale: str
    role: Role
    """The highest that he has there."""
    deadline: date | None
    notes: str = ""
    """What the coordinator wants translators to know; plain text of several lines."""

    @property
    def may_translate(self) -> bool:
        """Tell whether he may change texts here, not only suggest some."""
        return self.role >= Role.TRANSLATOR

    @property
    def may_review(self) -> bool:
        """Tell whether he may be the second person here."""
        return self.role >= Role.REVIEWER


@dataclass(frozen=True, slots=True)
class Figures:
    """How far a document is in a language."""

    units: int
    words: int
    """Of the source."""
    untranslated: int
    needs_work: int
    translated: int
    """They wait for a review."""
    reviewed: int
    days_left: int | None
    """Whole days until the deadline; negative behind it, None where there is none."""

    @property
    def done(self) -> int:
        """Count the paragraphs that are at least translated."""
        return self.translated + self.reviewed


@dataclass(frozen=True, slots=True)
class Glance:
    """What somebody at work sees of a document in a language after each step."""

    figures: Figures
    stamp: str
    """As `translation.stamp` gives it: another one after anything changed."""


@dataclass(frozen=True, slots=True)
class Work:
    """How far a document is in a language, and where one goes on."""

    choice: Choice
    figures: Figures
    is_begun: bool
    """Whether this member wrote something here."""
    go_on: Spot | None
    """The first paragraph to do after the one he wrote last, else the first to do at all; None
    where nothing is to do."""
    changed: int
    """Paragraphs that say something else now than when he wrote their translation."""
    first_changed: Spot | None


@dataclass(frozen=True, slots=True)
class ToReview:
    """What waits for one as a second person, in a document and a language."""

    choice: Choice
    waiting: int
    """Paragraphs, by others, translated and not reviewed."""
    first: Spot | None


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer of somebody else to an open question or comment."""

    document: str
    """Name of the document."""
    unit: str
    locale: str
    """Empty where it is about the source."""
    said: str
    answer: str
    by: str
    """Pseudonym."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Mine:
    """What one person can do in the next ten minutes; each list with the first to do first."""

    works: tuple[Work, ...]
    """Those he began first, then by deadline and priority."""
    reviews: tuple[ToReview, ...]
    """By deadline and priority."""
    came_back: tuple[CameBack, ...]
    answers: tuple[Answer, ...]
    """To his suggestions, of the last fortnight."""
    answered: tuple[Answered, ...]
    """Questions of his, of the last fortnight."""
    drafts: tuple[OpenDraft, ...]


def days_left(deadline: date | None, now: datetime) -> int | None:
    """Count the whole days until a deadline; negative behind it, None where there is none."""
    return None if deadline is None else (deadline - now.date()).days
