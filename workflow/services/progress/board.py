"""The board: what is done, how long there is, and what holds things up, a page of it at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from workflow import access, languages
from workflow.access import OPERATOR, Grant, Role
from workflow.services.desk import allow
from workflow.services.progress.counting import counted, lengths
from workflow.services.progress.eyes import Eyes
from workflow.services.progress.values import (
    Board,
    Cell,
    Far,
    Filter,
    Row,
    Second,
    Show,
    Sort,
    together,
)
from workflow.services.tasks import Spot, days_left
from workflow.services.tasks.verbs import first_words
from workflow.services.workspace import Workspace
from workflow.settings import DocumentSettings
from workflow.store import Db
from workflow.store import board as looking
from workflow.store.documents import StoredDocument, documents
from workflow.store.figures import open_suggestions
from workflow.store.listing import names
from workflow.store.people import bonds, grants_of
from workflow.store.standing import beginnings

_RECENT = timedelta(days=14)
_SOON = 7
"""Days before a deadline from which on it is urgent."""
_MOST_ASKED = 1000
_MOST_ROWS, _FEWEST_ROWS, _MOST_CELLS = 25, 5, 250
"""What can be read at once."""
_NEVER = datetime.min.replace(tzinfo=UTC)
_ALL = Filter()
_Where = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Found:
    """A document in its languages, before it is known whether it is shown."""

    stored: StoredDocument
    own: DocumentSettings
    title: str
    cells: Mapping[str, Far]
    all: Far
    """Of all its languages together."""


def board(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    wanted: Filter = _ALL,
    page: int = 1,
    per_page: int = 0,
) -> Board:
    """Say at a glance how far the documents in work are, and what holds them up.

    The figures are those of `figures`. Who was active, and whether there is a second person, is
    told to coordinators of that document and language only: figures are about texts and for
    everybody, these are about people. `activity` tells everybody who did what; who did nothing, and
    whom nobody stands beside, is the business of those who can do something about it.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        wanted: which documents, and in which order; whoever coordinates nothing finds none that
            lack a second person.
        page: which page, from 1.
        per_page: how many documents a page has, up to 1,000; 0 for as many as can be read at once.

    Raises:
        NotAllowed: he may not.
        UnknownLocale: that is no language.
    """
    locale = languages.normalise(wanted.locale) if wanted.locale else ""
    with workspace.store.reading() as db:
        allow(db, actor, "progress.board", now)
        grants = grants_of(db, actor, now)
        seen = [
            each
            for each in documents(db)
            if each.status == "active"
            and access.sees(actor, grants, each.id)
            and wanted.document in ("", each.name)
        ]
        far = counted(workspace, db, seen)
        found = [_found(workspace, each, far[each.id], locale) for each in seen]
        kept = [each for each in found if each.cells or not locale]
        kept = [each for each in kept if _is_called(each, wanted.find)]
        asking = _Asking(db, now, actor, grants)
        kept = _chosen(asking, kept, wanted.show)
        kept = _ordered(db, kept, wanted.sort)
        totals = _totals(each.cells for each in kept)
        size = min(per_page, _MOST_ASKED) if per_page > 0 else _page_size(len(totals))
        pages = max(1, -(-len(kept) // size))
        page = min(max(page, 1), pages)
        rows = _rows(asking, kept[(page - 1) * size : page * size])
    known = tuple(dict.fromkeys(tag for each in far.values() for tag in each))
    order = [tag for tag in known if tag in totals]
    return Board(
        rows=rows,
        locales=tuple(order),
        totals={tag: totals[tag] for tag in order},
        total=together(totals.values()),
        found=len(kept),
        known=len(seen),
        languages=known,
        page=page,
        pages=pages,
    )


# --- which documents, and in which order ---------------------------------------------------------


def _found(
    workspace: Workspace, stored: StoredDocument, far: Mapping[str, Far], locale: str
) -> _Found:
    own = workspace.settings.of(stored.name)
    cells = {tag: each for tag, each in far.items() if locale in ("", tag)}
    return _Found(stored, own, own.title or stored.name, cells, together(cells.values()))


def _is_called(each: _Found, find: str) -> bool:
    """Tell whether all these words stand in the title or the name."""
    there = f"{each.title} {each.stored.name}".casefold()
    return all(word in there for word in find.casefold().split())


def _chosen(asking: _Asking, found: Sequence[_Found], show: Show) -> list[_Found]:
    """Keep those to which something applies in at least one language, or for want of any."""
    if show is Show.ALL:
        return list(found)
    if show is Show.LONELY:
        authors = looking.waiting_authors(asking.db, [each.stored.id for each in found])
    else:
        authors = {}

    def applies(each: _Found, tag: str, far: Far) -> bool:
        if show is Show.WAITING:
            return far.translated > 0
        if show is Show.LONELY:
            second = asking.second(each.stored.id, tag, far, authors)
            return second not in (None, Second.FINE)
        return bool(far.to_do or far.translated) and (show is Show.UNFINISHED or is_late(each))

    def is_late(each: _Found) -> bool:
        left = days_left(each.own.deadline, asking.now)
        return left is not None and left <= _SOON

    def has_no_language(each: _Found) -> bool:
        if each.cells:
            return False
        return show is Show.UNFINISHED or (show is Show.LATE and is_late(each))

    return [
        each
        for each in found
        if has_no_language(each) or any(applies(each, *cell) for cell in each.cells.items())
    ]


def _ordered(db: Db, found: Iterable[_Found], sort: Sort) -> list[_Found]:
    last = looking.last_work(db) if sort is Sort.RECENT else {}

    def key(each: _Found) -> tuple[object, ...]:
        far = each.all
        if sort is Sort.LEAST:
            return (far.percent, far.percent_reviewed) if each.cells else (0.0, 0.0)
        if sort is Sort.RECENT:
            at = last.get(each.stored.id, _NEVER)
            return (-at.timestamp() if at > _NEVER else 1.0,)
        if sort is Sort.DEADLINE:
            return (far.is_finished, each.own.deadline or date.max, -each.own.priority)
        return ()

    by_title = sorted(found, key=lambda each: (each.title.casefold(), each.stored.name))
    return sorted(by_title, key=key)


def _totals(cells: Iterable[Mapping[str, Far]]) -> dict[str, Far]:
    """Add up each language."""
    found: dict[str, list[Far]] = {}
    for each in cells:
        for tag, far in each.items():
            found.setdefault(tag, []).append(far)
    return {tag: together(fars) for tag, fars in found.items()}


def _page_size(locales: int) -> int:
    return max(_FEWEST_ROWS, min(_MOST_ROWS, _MOST_CELLS // max(1, locales)))


# --- what is told of those that are shown --------------------------------------------------------


class _Asking:
    """Who asks, and what he may be told of people."""

    def __init__(self, db: Db, now: datetime, actor: str, grants: Sequence[Grant]) -> None:
        self.db, self.now = db, now
        self._actor, self._grants = actor, grants
        self._eyes: Eyes | None = None

    def coordinates(self, document: str, locale: str) -> bool:
        """Tell whether he is a coordinator of a document in a language."""
        role = access.highest(self._grants, document, locale)
        return self._actor == OPERATOR or (role is not None and role >= Role.COORDINATOR)

    def second(
        self, document: str, locale: str, far: Far, authors: Mapping[_Where, frozenset[str]]
    ) -> Second | None:
        """Say whether there is a second person; None to whoever is not told."""
        if not self.coordinates(document, locale):
            return None
        if self._eyes is None:
            self._eyes = Eyes(looking.all_grants(self.db, self.now), bonds(self.db, self.now))
        return self._eyes.second(document, locale, far, authors.get((document, locale), ()))


def _rows(asking: _Asking, shown: Sequence[_Found]) -> tuple[Row, ...]:
    """Read the rest for the documents of a page."""
    db, ids = asking.db, [each.stored.id for each in shown]
    spot = _spots(db, ids, {tag for each in shown for tag in each.cells})
    questions, suggestions = looking.open_questions(db), open_suggestions(db)
    authors, active = looking.waiting_authors(db, ids), _active(asking, ids)
    bare = lengths(db, [each.stored for each in shown if not each.cells])

    def length(each: _Found) -> tuple[int, int]:
        for far in each.cells.values():
            return far.units, far.words
        return bare.get(each.stored.id, (0, 0))

    def cell(document: str, tag: str, far: Far) -> Cell:
        where = document, tag
        return Cell(
            locale=tag,
            far=far,
            questions=questions.get(where, 0),
            suggestions=suggestions.get(where, 0),
            blocking=spot(document, tag),
            active=active.get(where, ()) if asking.coordinates(document, tag) else None,
            second=asking.second(document, tag, far, authors),
        )

    return tuple(
        Row(
            document=each.stored.name,
            title=each.title,
            source_locale=each.stored.source_locale,
            deadline=each.own.deadline,
            days_left=days_left(each.own.deadline, asking.now),
            units=length(each)[0],
            words=length(each)[1],
            questions=questions.get((each.stored.id, ""), 0),
            far=each.all,
            cells=tuple(cell(each.stored.id, tag, far) for tag, far in each.cells.items()),
        )
        for each in shown
    )


def _spots(db: Db, ids: Sequence[str], locales: set[str]) -> Callable[[str, str], Spot | None]:
    """Find the paragraphs that hold documents up, with their first words."""
    firsts = looking.firsts(db, ids, sorted(locales))
    places = beginnings(db, {(document, at) for (document, _), at in firsts.items()})

    def spot(document: str, locale: str) -> Spot | None:
        found = places.get((document, firsts.get((document, locale), -1)))
        if found is None:
            return None
        return Spot(found.unit, found.position + 1, found.marker, first_words(found.begins))

    return spot


def _active(asking: _Asking, ids: Sequence[str]) -> dict[_Where, tuple[str, ...]]:
    """Name those who did something lately, newest first; whoever has left has no name."""
    found = looking.active(asking.db, ids, asking.now - _RECENT)
    known = names(asking.db, {each.member for each in found}) if found else {}
    who: dict[_Where, list[str]] = {}
    for each in found:
        if each.member in known:
            who.setdefault((each.document, each.locale), []).append(known[each.member])
    return {where: tuple(each) for where, each in who.items()}
