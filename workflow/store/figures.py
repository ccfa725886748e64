"""Figures: how far the work is, and who did what; counted when asked, never stored."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Select,
    and_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from workflow.model import State
from workflow.store.documents import StoredDocument
from workflow.store.engine import Db
from workflow.store.ids import digest_of
from workflow.store.schema import audit, comment, member, revision, suggestion, translation, unit


@dataclass(frozen=True, slots=True)
class Count:
    """How much of a document in a language is in one state."""

    document: str
    locale: str
    state: State
    units: int
    words: int
    """Of the source."""


def totals(db: Db, documents: Collection[str] = ()) -> dict[str, tuple[int, int]]:
    """Give the units and words of each document's released revision, by document id.

    Of some documents, where ids are given.
    """
    query = (
        select(unit.c.document, func.count(), func.sum(unit.c.words))
        .where(unit.c.position.is_not(None))
        .group_by(unit.c.document)
    )
    rows = db.execute(query.where(unit.c.document.in_(documents)) if documents else query)
    return {document: (units, words or 0) for document, units, words in rows}


def counts(db: Db) -> tuple[Count, ...]:
    """Count the translations of living units, by document, language and state."""
    rows = db.execute(
        select(
            unit.c.document,
            translation.c.locale,
            translation.c.state,
            func.count(),
            func.sum(unit.c.words),
        )
        .join(unit, unit.c.id == translation.c.unit)
        .where(unit.c.position.is_not(None))
        .group_by(unit.c.document, translation.c.locale, translation.c.state)
        .order_by(unit.c.document, translation.c.locale, translation.c.state)
    )
    return tuple(
        Count(document, locale, State(state), units, words or 0)
        for document, locale, state, units, words in rows
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """How much of a document in a language is in each state in which there is a translation."""

    locale: str
    units: tuple[int, int, int]
    """Those that need work, that are translated and that are reviewed."""
    words: tuple[int, int, int]
    """Of the source, in the same order."""


def tallies(db: Db, document: str) -> tuple[Tally, ...]:
    """Count as `counts` does, in one document: languages in which nothing is there are left out.

    For many documents one after another this takes half the time of `counts`: so much is sorted
    at once there that it does not fit into a processor's own memory.
    """
    found: dict[str, dict[int, tuple[int, int]]] = {}
    for locale, state, units, words in db.execute(_TALLIES, {"document": document}):
        found.setdefault(locale, {})[state] = units, words
    return tuple(
        Tally(locale, _in_order(each, 0), _in_order(each, 1)) for locale, each in found.items()
    )


def _in_order(counts: Mapping[int, tuple[int, int]], which: int) -> tuple[int, int, int]:
    """Give the units, or the words, in each state in which there is a translation."""
    rough, translated, reviewed = (counts.get(state, (0, 0))[which] for state in _DONE)
    return rough, translated, reviewed


def counts_of(db: Db, document: str, locale: str) -> tuple[Count, ...]:
    """Count the paragraphs of one document in one language, by state, untranslated ones too."""
    rows = db.execute(_COUNTS_OF, {"document": document, "locale": locale})
    return tuple(
        Count(document, locale, State(state), units, words or 0) for state, units, words in rows
    )


def begun(db: Db, since: datetime | None = None) -> frozenset[tuple[str, str]]:
    """Give the documents and languages in which something was ever translated, by document id.

    Args:
        db: the transaction.
        since: a moment; what was written before it is not looked at, which is much quicker.
    """
    query = select(unit.c.document, translation.c.locale).join(
        unit, unit.c.id == translation.c.unit
    )
    if since is not None:
        query = select(unit.c.document, revision.c.locale).join(unit, unit.c.id == revision.c.unit)
        query = query.where(revision.c.at >= since)
    return frozenset((document, locale) for document, locale in db.execute(query.distinct()))


# Asked at every save: to put a query into words anew takes longer than to answer it.
_LIVING = (unit.c.document == bindparam("document"), unit.c.position.is_not(None))
_STATE = func.coalesce(translation.c.state, int(State.UNTRANSLATED))
_COUNTS_OF = (
    select(_STATE, func.count(), func.sum(unit.c.words))
    .select_from(unit)
    .outerjoin(
        translation,
        and_(translation.c.unit == unit.c.id, translation.c.locale == bindparam("locale")),
    )
    .where(*_LIVING)
    .group_by(_STATE)
)
_DONE = tuple(int(each) for each in State)[1:]
_TALLIES = (
    select(translation.c.locale, translation.c.state, func.count(), func.sum(unit.c.words))
    .join(unit, unit.c.id == translation.c.unit)
    .where(*_LIVING)
    .group_by(translation.c.locale, translation.c.state)
)
_SAVES = (
    select(func.sum(translation.c.version))
    .join(unit, unit.c.id == translation.c.unit)
    .where(*_LIVING, translation.c.locale == bindparam("locale"))
)
_LAST = (
    select(func.max(translation.c.updated))
    .join(unit, unit.c.id == translation.c.unit)
    .where(*_LIVING, translation.c.locale == bindparam("locale"))
)
_OFFERED = (
    select(func.count(), func.count(suggestion.c.decided), func.max(suggestion.c.decided))
    .join(unit, unit.c.id == suggestion.c.unit)
    .where(*_LIVING, suggestion.c.locale == bindparam("locale"))
)
_SAID = (
    select(func.count(), func.count(comment.c.resolved), func.max(comment.c.resolved))
    .join(unit, unit.c.id == comment.c.unit)
    .where(*_LIVING, or_(comment.c.locale == "", comment.c.locale == bindparam("locale")))
)


def stamp_of(db: Db, document: StoredDocument, locale: str) -> str:
    """Say how far a statement is, in a word that is another one after anything changed in it.

    Returns:
        The number of saves so far, a point, and the rest: what is released, suggested and said.
    """
    asked = {"document": document.id, "locale": locale}
    saves = db.scalar(_SAVES, asked)
    offered = db.execute(_OFFERED, asked).one()
    said = db.execute(_SAID, asked).one()
    rest = "\x1f".join(map(str, (document.revision, document.status, *offered, *said)))
    return f"{saves or 0}.{digest_of(rest)[:16]}"


def last_change(db: Db, document: StoredDocument, locale: str) -> datetime | None:
    """Say when a translation of a living unit was last changed; None where there is none."""
    found: datetime | None = db.scalar(_LAST, {"document": document.id, "locale": locale})
    return found


def open_suggestions(db: Db) -> dict[tuple[str, str], int]:
    """Count the suggestions for living units on which nobody has decided.

    Returns:
        Only where there are any, by document id and language.
    """
    rows = db.execute(
        select(unit.c.document, suggestion.c.locale, func.count())
        .join(unit, unit.c.id == suggestion.c.unit)
        .where(suggestion.c.status == "open", unit.c.position.is_not(None))
        .group_by(unit.c.document, suggestion.c.locale)
        .order_by(unit.c.document, suggestion.c.locale)
    )
    return {(document, locale): count for document, locale, count in rows}


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that somebody did to a translation, or to the workspace."""

    at: datetime
    actor: str
    action: str
    """An act of `workflow.review`, `suggest`, `comment`, `question`, `reason`, or a verb of the
    front desk such as `documents.release`."""
    document: str
    """Id; empty where it is about none."""
    locale: str
    unit: str
    version: int
    """Of the translation it made; 0 where it made none."""
    note: str
    """Of a verb of the front desk: what it was done to, such as `document:<id>:fr`."""
    detail: str = ""
    """What a verb of the front desk wrote down beside that."""


OF_DOCUMENTS = "documents."
OF_THE_WORKSPACE = ("people.", "exchange.", "upkeep.")
"""Verbs whose deeds, as those of documents, stand in the chain of acts only."""
A_DOCUMENT = "document:"
"""What stands before the id of the document to which a verb of documents was done."""
_OF_PROPOSALS = ("documents.propose", "documents.discard")
"""What is done to a text that nobody has released: those who coordinate it know of it."""


def deeds(  # noqa: PLR0913 - what may be asked
    db: Db,
    *,
    since: datetime | None = None,
    until: datetime | None = None,
    among: Collection[str] = (),
    coordinated: Collection[str] = (),
    locale: str = "",
    actor: str = "",
    limit: int = 1000,
    workspace_too: bool = False,
) -> tuple[Deed, ...]:
    """Give what was done, newest first.

    Acts of one minute come by their numbers in the chain: nothing finer is known of them.

    Args:
        db: the transaction.
        since: from this moment on.
        until: before this moment.
        among: ids of the documents.
        coordinated: ids of those of which it is told, too, what was only proposed.
        locale: a language; empty for all.
        actor: id of a member; empty for all.
        limit: how many at most.
        workspace_too: whether what was done to people and to the workspace is told too.
    """
    parts = [
        _revisions(),
        _suggestions(),
        _comments(),
        _acts(coordinated, workspace_too=workspace_too),
    ]
    wanted = [("locale", locale), ("actor", actor)]

    def newest(part: Select[Any] | CompoundSelect[Any]) -> Select[Any]:
        found = part.subquery()
        query = select(found).order_by(found.c.at.desc(), found.c.n.desc(), found.c.id.desc())
        query = query.where(found.c.document.in_(["", *among] if workspace_too else among))
        query = query.where(*(found.c[column] == value for column, value in wanted if value))
        if since is not None:
            query = query.where(found.c.at >= since)
        if until is not None:
            query = query.where(found.c.at < until)
        return query.limit(limit)

    # The newest of each kind, and of these the newest: indexes give them without reading all.
    of_each = [select(newest(part).subquery()) for part in parts]
    query = newest(union_all(*of_each))
    return tuple(Deed(*row[:-2]) for row in db.execute(query))


_DEED = (
    "at", "actor", "action", "document", "locale", "unit", "version", "note", "detail", "n", "id"
)  # fmt: skip


def _deed(*columns: ColumnElement[Any]) -> Select[Any]:
    """Name the columns of a deed, wherever it is written down."""
    named = zip(columns, _DEED, strict=True)
    return select(*(column.label(name) for column, name in named))


def _revisions() -> Select[Any]:
    return _deed(
        revision.c.at,
        revision.c.actor,
        revision.c.act,
        unit.c.document,
        revision.c.locale,
        revision.c.unit,
        revision.c.version,
        revision.c.note,
        literal(""),
        literal(0),
        revision.c.id,
    ).join(unit, unit.c.id == revision.c.unit)


def _suggestions() -> Select[Any]:
    return _deed(
        suggestion.c.at,
        suggestion.c.author,
        literal("suggest"),
        unit.c.document,
        suggestion.c.locale,
        suggestion.c.unit,
        literal(0),
        literal(""),
        literal(""),
        literal(0),
        suggestion.c.id,
    ).join(unit, unit.c.id == suggestion.c.unit)


def _comments() -> Select[Any]:
    return _deed(
        comment.c.at,
        comment.c.author,
        comment.c.kind,
        unit.c.document,
        comment.c.locale,
        comment.c.unit,
        literal(0),
        literal(""),
        literal(""),
        literal(0),
        comment.c.id,
    ).join(unit, unit.c.id == comment.c.unit)


def _acts(coordinated: Collection[str], *, workspace_too: bool) -> Select[Any]:
    """Give the acts that are told: each verb of documents is one of the document it was done to."""
    wanted = (OF_DOCUMENTS, *OF_THE_WORKSPACE) if workspace_too else (OF_DOCUMENTS,)
    document = func.substr(audit.c.target, len(A_DOCUMENT) + 1)
    return _deed(
        audit.c.at,
        audit.c.actor,
        audit.c.action,
        case((audit.c.action.startswith(OF_DOCUMENTS), document), else_=""),
        literal(""),
        literal(""),
        literal(0),
        audit.c.target,
        audit.c.detail,
        audit.c.n,
        audit.c.hash,
    ).where(
        or_(*(audit.c.action.startswith(each) for each in wanted)),
        or_(audit.c.action.not_in(_OF_PROPOSALS), document.in_(coordinated)),
    )


@dataclass(frozen=True, slots=True)
class Contribution:
    """What a member who wants to be named did for a document in a language."""

    credit: str
    locale: str
    translated: int
    """Units whose words, as they stand, are his."""
    reviewed: int
    """Units whose words, as they stand, he approved."""


def contributions(db: Db, document: str, locales: Collection[str] = ()) -> Sequence[Contribution]:
    """Count, for those who opted into credits, the units that they translated and reviewed."""
    wrote = (
        select(member.c.credit, translation.c.locale, func.count(), literal(0))
        .join(member, member.c.id == translation.c.author)
        .join(unit, unit.c.id == translation.c.unit)
        .where(
            unit.c.document == document,
            unit.c.position.is_not(None),
            translation.c.state >= int(State.TRANSLATED),
        )
    )
    approved = (
        select(member.c.credit, translation.c.locale, literal(0), func.count())
        .join(unit, unit.c.id == translation.c.unit)
        .join(
            revision,
            (revision.c.unit == translation.c.unit)
            & (revision.c.locale == translation.c.locale)
            & (revision.c.act == "approve")
            & (revision.c.text == translation.c.text),
        )
        .join(member, member.c.id == revision.c.actor)
        .where(
            unit.c.document == document,
            unit.c.position.is_not(None),
            translation.c.state == int(State.REVIEWED),
        )
    )
    found: dict[tuple[str, str], list[int]] = {}
    for query in (wrote, approved):
        named = query.where(member.c.credit != "", member.c.status == "active")
        grouped = named.group_by(member.c.credit, translation.c.locale)
        for credit, locale, translated, reviewed in db.execute(grouped):
            if not locales or locale in locales:
                sums = found.setdefault((locale, credit), [0, 0])
                sums[0] += translated
                sums[1] += reviewed
    return [Contribution(credit, locale, *sums) for (locale, credit), sums in sorted(found.items())]
