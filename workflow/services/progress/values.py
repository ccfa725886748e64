"""What a board and a burn-up say: figures, and for those who coordinate, what holds things up."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from operator import attrgetter

from workflow.services.tasks import Spot


@dataclass(frozen=True, slots=True)
class Far:
    """How far something is: paragraphs and words of the source in each state."""

    untranslated: int = 0
    needs_work: int = 0
    translated: int = 0
    """They wait for a review."""
    reviewed: int = 0
    words_untranslated: int = 0
    words_needs_work: int = 0
    words_translated: int = 0
    words_reviewed: int = 0

    @property
    def units(self) -> int:
        """Count all paragraphs."""
        return self.untranslated + self.needs_work + self.translated + self.reviewed

    @property
    def words(self) -> int:
        """Count all words."""
        return (
            self.words_untranslated
            + self.words_needs_work
            + self.words_translated
            + self.words_reviewed
        )

    @property
    def to_do(self) -> int:
        """Count the paragraphs that somebody has to translate, or to look at again."""
        return self.untranslated + self.needs_work

    @property
    def percent(self) -> float:
        """Give the share of words that are at least translated, 0 to 100, rounded down."""
        return share(self.words_translated + self.words_reviewed, self.words)

    @property
    def percent_reviewed(self) -> float:
        """Give the share of words that are reviewed, 0 to 100, rounded down."""
        return share(self.words_reviewed, self.words)

    @property
    def is_finished(self) -> bool:
        """Tell whether all of it is reviewed; where there is nothing, nothing is finished."""
        return 0 < self.units == self.reviewed


_STATES = attrgetter(*(each.name for each in fields(Far)))


def together(found: Iterable[Far]) -> Far:
    """Add figures up."""
    columns = zip(*map(_STATES, found), strict=True)
    return Far(*map(sum, columns))


def share(part: int, whole: int) -> float:
    """Give a share in percent, rounded down to a tenth, so that only the whole is 100.

    >>> share(1999, 2000), share(0, 0)
    (99.9, 100.0)
    """
    return math.floor(1000 * part / whole) / 10 if whole else 100.0


class Second(StrEnum):
    """Whether somebody else can approve what is translated."""

    FINE = "fine"
    """Somebody can, or nothing is left to approve."""
    NOBODY_TRANSLATES = "nobody_translates"
    """There is work to do, and nobody has a role in which he could do it."""
    NOBODY_REVIEWS = "nobody_reviews"
    """Nobody has a role in which he could approve."""
    ONE_PERSON = "one_person"
    """The only one who could approve is the one who translates."""
    BOUND = "bound"
    """Whoever could approve let in the one who translates, or was let in by that one, so that both
    may be one person: somebody else has to review, or a coordinator to vouch that they are two."""


class Show(StrEnum):
    """Which statements a board shows: those to which this applies in at least one language."""

    ALL = "all"
    LATE = "late"
    """Unfinished, and the deadline is over or within seven days."""
    WAITING = "waiting"
    """Something waits for a review."""
    LONELY = "lonely"
    """There is no second person, as far as one is told."""
    UNFINISHED = "unfinished"
    """Not all is reviewed, or no language is chosen yet."""


class Sort(StrEnum):
    """In which order a board shows them; whatever is equal comes by title."""

    DEADLINE = "deadline"
    """Nearest first; those without one come last, and what is finished behind all others."""
    TITLE = "title"
    LEAST = "least"
    """Least translated first."""
    RECENT = "recent"
    """Worked on last first."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody wants to see on a board."""

    find: str = ""
    """Words that all stand in the title or the name, in any case; empty for all statements."""
    locale: str = ""
    """One language; empty for all."""
    show: Show = Show.ALL
    sort: Sort = Sort.DEADLINE
    document: str = ""
    """Name of one statement; empty for all."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A statement in one language."""

    locale: str
    far: Far
    questions: int
    """Open ones about this language; those about the source are told with the statement."""
    suggestions: int
    """On which nobody has decided."""
    blocking: Spot | None
    """The first paragraph that is untranslated or needs work; where none is, the first that waits
    for a review; None where all is reviewed."""
    active: tuple[str, ...] | None
    """Pseudonyms of those who did something in the last fortnight, newest first; None for whoever
    does not coordinate here."""
    second: Second | None
    """None for whoever does not coordinate here."""


@dataclass(frozen=True, slots=True)
class Row:
    """A statement in all its languages."""

    document: str
    """Its name."""
    title: str
    source_locale: str
    deadline: date | None
    days_left: int | None
    """Whole days; negative behind the deadline."""
    units: int
    words: int
    """Of the source, in no language too."""
    questions: int
    """Open ones about the source."""
    far: Far
    """Of all its languages together."""
    cells: tuple[Cell, ...]
    """Empty where no language is chosen yet."""


@dataclass(frozen=True, slots=True)
class Board:
    """Statements and languages at a glance, a page of them."""

    rows: tuple[Row, ...]
    locales: tuple[str, ...]
    """Languages of all that was found, in the order of the settings."""
    totals: Mapping[str, Far]
    """By language, over all that was found, not this page only."""
    total: Far
    found: int
    """How many statements."""
    known: int
    """How many statements in work one sees at all, without a filter."""
    languages: tuple[str, ...]
    """Languages of these."""
    page: int
    """From 1; the last one where a later one was asked for."""
    pages: int
    """At least 1."""


@dataclass(frozen=True, slots=True)
class Burned:
    """How far a statement was in a language at the end of a day, in UTC."""

    day: date
    locale: str
    translated: int
    """Paragraphs at least translated."""
    reviewed: int
    total: int
    """Paragraphs of the statement as it is now."""


@dataclass(frozen=True, slots=True)
class BurnUp:
    """How a statement came to where it is, day by day."""

    document: str
    title: str
    begun: date
    """When it was put in."""
    today: date
    deadline: date | None
    days: tuple[Burned, ...]
    """By language in the order of the settings and day: the first day, each on which something
    changed, and today."""
