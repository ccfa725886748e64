"""Tasks: what one person can do in the next ten minutes, found with a few queries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from workflow import access, languages
from workflow.access import Grant, Role
from workflow.errors import NotFound
from workflow.model import State
from workflow.services import review, translation
from workflow.services.desk import allow, document_for
from workflow.services.tasks.begun import languages_begun
from workflow.services.tasks.values import (
    Answered,
    Choice,
    Figures,
    Glance,
    Mine,
    Spot,
    ToReview,
    Work,
    days_left,
)
from workflow.services.workspace import Workspace
from workflow.store import Db, reviewing, standing
from workflow.store.documents import StoredDocument, documents
from workflow.store.figures import counts_of, stamp_of
from workflow.store.listing import name_in, names
from workflow.store.people import bound_to, grants_of
from workflow.store.standing import Beginning, Standing

_RECENT = timedelta(days=14)
_LONGEST = 80
"""Code points of a paragraph's first words."""
_NO_DEADLINE = date.max

_Places = Mapping[tuple[str, int], Beginning]


def mine(workspace: Workspace, actor: str, now: datetime) -> Mine:
    """Say what one can do now: what came back, where to go on, what the authors changed.

    Raises:
        NotAllowed: he is no member.
    """
    since = now - _RECENT
    with workspace.store.reading() as db:
        allow(db, actor, "tasks.mine", now)
        grants = grants_of(db, actor, now)
        choices_ = _choices(workspace, db, now, grants)
        works = _works(workspace, db, actor, now, choices_)
        reviews = _reviews(workspace, db, actor, now, choices_)
        known = names(db)
        answered = tuple(
            Answered(
                document=each.name,
                unit=each.unit,
                locale=each.locale,
                said=each.said,
                answer=each.answer,
                by=name_in(known, each.by),
                at=each.at,
            )
            for each in standing.answered(db, actor, since)
            if access.sees(actor, grants, each.document)
        )
    return Mine(
        works=works,
        reviews=reviews,
        came_back=review.came_back(workspace, actor, now),
        answers=review.answers(workspace, actor, now, since=since),
        answered=answered,
        drafts=translation.drafts(workspace, actor, now),
    )


def choices(workspace: Workspace, actor: str, now: datetime) -> tuple[Choice, ...]:
    """Give the documents and languages in which one may work, by title and in the settings' order.

    Raises:
        NotAllowed: he is no member.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "tasks.choices", now)
        found = _choices(workspace, db, now, grants_of(db, actor, now))
        return tuple(choice for _, choice in found)


def glance(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str
) -> Glance:
    """Say how far a document is in a language, and whether anything changed there.

    Everybody at work asks this at each step: it reads no more than is shown then.

    Raises:
        NotFound, NotAllowed: he may not, or the document is in the archive or in this language.
        UnknownLocale: the language is none.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "tasks.glance", document, now)
        if stored.status != "active" or stored.source_locale == locale:
            raise NotFound("document")
        found = {each.state: each for each in counts_of(db, stored.id, locale)}
        numbers = {state: found[state].units if state in found else 0 for state in State}
        return Glance(
            Figures(
                units=sum(each.units for each in found.values()),
                words=sum(each.words for each in found.values()),
                untranslated=numbers[State.UNTRANSLATED],
                needs_work=numbers[State.NEEDS_WORK],
                translated=numbers[State.TRANSLATED],
                reviewed=numbers[State.REVIEWED],
                days_left=days_left(workspace.settings.of(stored.name).deadline, now),
            ),
            stamp_of(db, stored, locale),
        )


def _works(
    workspace: Workspace,
    db: Db,
    actor: str,
    now: datetime,
    choices_: Iterable[tuple[str, Choice]],
) -> tuple[Work, ...]:
    chosen = {(document, choice.locale): choice for document, choice in choices_}
    found = standing.standings(db, actor, {locale for _, locale in chosen})
    pairs = [
        (each, chosen[each.document, each.locale])
        for each in found
        if (each.document, each.locale) in chosen
    ]
    works = _with_spots(db, now, pairs, standing.changed_since(db, actor))

    def order(work: Work) -> tuple[object, ...]:
        is_done = work.go_on is None  # it waits for others then
        return (is_done, not work.is_begun, *_urgency(workspace, work.choice))

    return tuple(sorted(works, key=order))


def _urgency(workspace: Workspace, choice: Choice) -> tuple[object, ...]:
    """Give what tells the more urgent of two pieces of work; the smaller comes first."""
    priority = workspace.settings.of(choice.document).priority
    return (choice.deadline or _NO_DEADLINE, -priority, choice.title, choice.locale)


def _reviews(
    workspace: Workspace,
    db: Db,
    actor: str,
    now: datetime,
    choices_: Iterable[tuple[str, Choice]],
) -> tuple[ToReview, ...]:
    """Say where something waits for this member as a second person."""
    chosen = {
        (document, choice.locale): choice for document, choice in choices_ if choice.may_review
    }
    if not chosen:
        return ()
    found = [
        (chosen[each.document, each.locale], each)
        for each in reviewing.waiting_for(db, actor, bound_to(db, actor, now))
        if (each.document, each.locale) in chosen
    ]
    places = standing.beginnings(db, {(each.document, each.first) for _, each in found})
    reviews = (
        ToReview(choice, each.units, _spot(places, each.document, each.first))
        for choice, each in found
    )
    return tuple(sorted(reviews, key=lambda each: _urgency(workspace, each.choice)))


def _choices(
    workspace: Workspace, db: Db, now: datetime, grants: Iterable[Grant]
) -> list[tuple[str, Choice]]:
    """Give where these grants let somebody work: each with the id of its document."""
    grants, settings = tuple(grants), workspace.settings
    there = languages_begun(workspace, db, now)
    found = []
    for each in documents(db):
        if each.status != "active":
            continue
        wanted = settings.of(each.name).languages
        own = () if wanted else (grant.locale for grant in grants if grant.locale)
        for locale in dict.fromkeys([*wanted, *own, *sorted(there.get(each.id, ()))]):
            role = access.highest(grants, each.id, locale)
            if role is not None and locale != each.source_locale:
                found.append((each.id, _choice(workspace, each, locale, role)))
    return sorted(found, key=lambda pair: pair[1].title)


def _choice(workspace: Workspace, document: StoredDocument, locale: str, role: Role) -> Choice:
    own = workspace.settings.of(document.name)
    return Choice(
        document=document.name,
        title=own.title or document.name,
        source_locale=document.source_locale,
        locale=locale,
        role=role,
        deadline=own.deadline,
        notes=own.notes,
    )


def _with_spots(
    db: Db,
    now: datetime,
    pairs: Iterable[tuple[Standing, Choice]],
    changed: Iterable[standing.Changed],
) -> tuple[Work, ...]:
    """Add to each piece of work the paragraphs to go to."""
    pairs = tuple(pairs)
    since: dict[tuple[str, str], list[int]] = {}
    for each in changed:
        since.setdefault((each.document, each.locale), []).append(each.position)
    wanted = {
        (each.document, position)
        for each, _ in pairs
        for position in (_next(each), *since.get((each.document, each.locale), [])[:1])
        if position is not None
    }
    places = standing.beginnings(db, wanted)
    return tuple(
        _work(each, choice, now, places, since.get((each.document, each.locale), []))
        for each, choice in pairs
    )


def _next(each: Standing) -> int | None:
    return each.first if each.next is None else each.next


def _work(
    each: Standing, choice: Choice, now: datetime, places: _Places, changed: list[int]
) -> Work:
    return Work(
        choice=choice,
        figures=Figures(
            units=each.units,
            words=each.words,
            untranslated=each.untranslated,
            needs_work=each.needs_work,
            translated=each.translated,
            reviewed=each.reviewed,
            days_left=days_left(choice.deadline, now),
        ),
        is_begun=each.last is not None,
        go_on=_spot(places, each.document, _next(each)),
        changed=len(changed),
        first_changed=_spot(places, each.document, changed[0] if changed else None),
    )


def _spot(places: _Places, document: str, position: int | None) -> Spot | None:
    found = None if position is None else places.get((document, position))
    if found is None:
        return None
    return Spot(found.unit, found.position + 1, found.marker, first_words(found.begins))


def first_words(text: str, longest: int = _LONGEST) -> str:
    """Give the beginning of a text, cut between two words where there are any.

    >>> first_words("We ask the council to keep it open.", 20)
    'We ask the council …'
    """
    text = " ".join(text.split())
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    kept = cut.rpartition(" ")[0] or cut
    return f"{kept} …"
