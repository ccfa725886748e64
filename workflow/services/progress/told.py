"""Who did what, as it is told to people: what it was about, and what was said with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from workflow import access, languages
from workflow.access import OPERATOR, Grant, Role
from workflow.errors import NotFound
from workflow.services.desk import allow, can_be_id, document_for
from workflow.services.tasks.verbs import first_words
from workflow.services.workspace import Workspace
from workflow.store import figures as counting
from workflow.store import told as stored
from workflow.store.documents import documents
from workflow.store.figures import Deed
from workflow.store.listing import name_in, names
from workflow.store.people import grants_of
from workflow.store.told import About

PAGE = 50
"""How many deeds are told at a time."""
LAST_PAGE = 1_999
"""The last one that is told: for what is older choose a statement, somebody, or a time."""
MOST_TOLD = (LAST_PAGE + 1) * PAGE
ROLES = frozenset(each.label for each in Role)
"""What commands call the roles; a detail of an act begins with it where it was about one."""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that somebody did."""

    at: datetime
    who: str
    """Pseudonym."""
    is_me: bool
    action: str
    """An act of `workflow.review`, `suggest`, `comment`, `question`, `reason`, or a verb such as
    `documents.release`."""
    document: str
    """Name of the document; empty where it is about none."""
    title: str
    locale: str
    unit: str
    """Id of the paragraph; empty where it is about none."""
    number: int
    """Of the paragraph in the document as it is now, from 1; 0 where it is gone from it."""
    begins: str
    """Its first words then, in the language of the source."""
    source_locale: str
    version: int
    """Of the translation that it made; 0 where it made none."""
    together: int
    """To how many paragraphs the same act did the same, this one among them."""
    said: str
    """The reason that was given, or the comment, in the words of whoever wrote it."""
    member: str
    """Pseudonym of whom it was done to; empty for nobody, or himself."""
    role: str
    """The role that was given, taken away or promised, as commands call it; else empty."""
    detail: str
    """What else was written down, such as the number of a revision."""


@dataclass(frozen=True, slots=True)
class ToldPage:
    """Some of what was done, newest first."""

    deeds: tuple[Told, ...]
    page: int
    """From 0; the last one where a later one was asked for."""
    has_earlier: bool
    people: tuple[tuple[str, str], ...]
    """Id and pseudonym of those who may have done something here, by name."""


def told(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str = "",
    locale: str = "",
    member: str = "",
    since: datetime | None = None,
    page: int = 0,
) -> ToldPage:
    """Tell who did what, newest first, a page of `PAGE` at a time.

    What was done to a document is told to all who know of it; what was done to people and to the
    workspace, to coordinators of all of it only. A reason is told with the act it was given for,
    not once more by itself.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        document: name of a document; empty for all that he knows of.
        locale: a language; empty for all.
        member: id of who did it; empty for all.
        since: from this moment on.
        page: which page, from 0 for the newest.

    Raises:
        NotFound, NotAllowed: he may not, or no member can have that id.
        UnknownLocale: that is no language.
    """
    locale = languages.normalise(locale) if locale else ""
    page = min(max(page, 0), LAST_PAGE)
    if not can_be_id(member):
        raise NotFound("member")
    with workspace.store.reading() as db:
        grants = () if actor == OPERATOR else grants_of(db, actor, now)
        if document:
            chosen = [document_for(db, actor, "progress.told", document, now)]
        else:
            allow(db, actor, "progress.told", now)
            chosen = [each for each in documents(db) if access.sees(actor, grants, each.id)]
        known, is_told_all = names(db), coordinates_all(actor, grants)
        among = [each.id for each in chosen]
        found = counting.deeds(
            db,
            since=since,
            among=among,
            coordinated=coordinated(actor, grants, among),
            locale=locale,
            actor=member,
            limit=(page + 1) * PAGE + 1,  # one more, which may be what a reason was given for
            workspace_too=is_told_all and not (document or locale),
        )
        shown = found[page * PAGE : (page + 1) * PAGE]
        about = stored.about(db, shown)
        people = known if is_told_all else stored.at_work(db, among)
    settings = workspace.settings
    titles = {each.id: (each.name, settings.of(each.name).title or each.name) for each in chosen}
    spoken = {each.id: each.source_locale for each in chosen}
    telling = _Telling(actor, known, titles, spoken, about)
    return ToldPage(
        tuple(telling.of(each) for each in _each_once(shown, found, about)),
        page=page,
        has_earlier=page < LAST_PAGE and len(found) > (page + 1) * PAGE,
        people=tuple(sorted(((id_, known[id_]) for id_ in people if id_ in known), key=_by_name)),
    )


def _by_name(person: tuple[str, str]) -> str:
    return person[1].casefold()


def coordinated(actor: str, grants: Iterable[Grant], among: Iterable[str]) -> tuple[str, ...]:
    """Give those of some documents whose proposals a member may see, by id."""
    grants = tuple(grants)
    verb = "documents.proposal"
    return tuple(each for each in among if access.may(actor, grants, verb, document=each))


def coordinates_all(actor: str, grants: Iterable[Grant]) -> bool:
    """Tell whether somebody coordinates the whole workspace."""
    role = access.highest(grants, "", "")
    return actor == OPERATOR or (role is not None and role >= Role.COORDINATOR)


def _each_once(deeds: Sequence[Deed], found: Iterable[Deed], about: About) -> Sequence[Deed]:
    """Leave out the reasons that are told with the act they were given for, on whatever page."""
    given = {
        (each.actor, each.unit, each.locale, each.at, each.note)
        for each in found
        if each.version and each.note
    }
    return [
        each
        for each in deeds
        if each.action != "reason"
        or (each.actor, each.unit, each.locale, each.at, about.said(each)) not in given
    ]


@dataclass(frozen=True, slots=True)
class _Telling:
    actor: str
    known: Mapping[str, str]
    titles: Mapping[str, tuple[str, str]]
    spoken: Mapping[str, str]
    about: About

    def of(self, each: Deed) -> Told:
        """Tell one deed."""
        document, locale, member, role = each.document, each.locale, "", ""
        said, detail = self.about.said(each), each.detail
        if "." in each.action:
            kind, target, locale = [*each.note.split(":"), "", ""][:3]
            document = target if kind == "document" else ""
            member = target if kind == "member" and target != each.actor else ""
            said = ""
            words = [*each.detail.split(" "), "", ""]
            if each.action.startswith("people.") and words[0] in ROLES:
                role, document, locale = words[0], words[1].strip("*"), words[2].strip("*")
        name, title = self.titles.get(document, ("", ""))
        spot = self.about.spot(each.unit)
        return Told(
            at=each.at,
            who=name_in(self.known, each.actor),
            is_me=each.actor == self.actor,
            action=each.action,
            document=name,
            title=title,
            locale=locale,
            unit=each.unit,
            number=spot.number,
            begins=first_words(self.about.source(each)),
            source_locale=self.spoken.get(document, ""),
            version=each.version,
            together=self.about.alike(each),
            said=said,
            member=name_in(self.known, member),
            role=role,
            detail=detail,
        )
