"""Comments and questions: what people say to each other about a paragraph."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workflow import guard, languages
from workflow.access import OPERATOR, Role
from workflow.errors import LimitExceeded, NotAllowed, NotFound
from workflow.services.desk import allow, look_up, unit_for
from workflow.services.workspace import Workspace
from workflow.store import Db, audit, comments
from workflow.store.comments import Comment
from workflow.store.listing import name_in
from workflow.store.people import grants_of
from workflow.typed import check_comment


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that was said about a paragraph."""

    id: str
    parent: str
    """Id of the remark that it answers; empty where it begins a thread."""
    kind: str
    """`comment`, `question` or `reason` (why a text was sent back)."""
    text: str
    author: str
    """Pseudonym."""
    is_mine: bool
    is_about_source: bool
    """Whether it is for translators of all languages."""
    is_open: bool
    """Whether its thread is not resolved."""
    resolved_by: str
    """Pseudonym."""
    at: datetime


def remarks_on(
    db: Db, actor: str, unit: str, locale: str, known: Mapping[str, str]
) -> tuple[Remark, ...]:
    """Give what was said about a paragraph in a language and about its source, oldest first.

    Args:
        db: the transaction.
        actor: id of the member who looks.
        unit: id of the paragraph.
        locale: the language.
        known: pseudonyms by id of their member.
    """
    found = comments.of_unit(db, unit, locale)
    by_id = {each.id: each for each in found}
    return tuple(_remark(each, by_id.get(each.parent, each), known, actor) for each in found)


def _remark(each: Comment, first: Comment, known: Mapping[str, str], actor: str) -> Remark:
    return Remark(
        id=each.id,
        parent=each.parent,
        kind=each.kind,
        text=each.text,
        author=name_in(known, each.author),
        is_mine=each.author == actor,
        is_about_source=not each.locale,
        is_open=first.resolved is None,
        resolved_by=name_in(known, first.resolved_by),
        at=each.at,
    )


def comment(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    text: str,
    parent: str = "",
) -> str:
    """Say something about a paragraph, or answer somebody; give the id of what was said.

    Args:
        workspace: where.
        actor: id of the member who says it.
        now: the moment.
        unit: id of the paragraph.
        locale: the language; empty for the source, to be read by translators of all languages.
        text: what he says.
        parent: id of what he answers; the answer is then in the language of its thread.

    Raises:
        NotFound, NotAllowed: he may not, or there is nothing that he could answer.
        UnknownLocale, LimitExceeded, HostileInput: it is refused.
    """
    with workspace.store.writing() as db:
        return _say(
            db, actor, now, kind="comment", unit=unit, locale=locale, text=text, parent=parent
        )


def ask(
    workspace: Workspace, actor: str, now: datetime, *, unit: str, locale: str, text: str
) -> str:
    """Ask a question about a paragraph; it is open until somebody resolves it. Give its id.

    With an empty `locale` it is about the source, for everybody.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale, LimitExceeded, HostileInput: it is refused.
    """
    with workspace.store.writing() as db:
        return _say(db, actor, now, kind="question", unit=unit, locale=locale, text=text)


def _say(
    db: Db,
    actor: str,
    now: datetime,
    *,
    kind: str,
    unit: str,
    locale: str,
    text: str,
    parent: str = "",
) -> str:
    verb = "translation.ask" if kind == "question" else "translation.comment"
    locale = languages.normalise(locale) if locale else ""
    unit_for(db, actor, verb, unit, locale, now)
    said = check_comment(text, kind)
    if parent:
        answered = look_up(comments.by_id, db, parent)
        if answered is None or answered.unit != unit or answered.locale not in ("", locale):
            raise NotFound("comment")
        locale, parent = answered.locale, answered.parent or answered.id
    made = comments.add(
        db, now, unit=unit, locale=locale, author=actor, kind=kind, text=said, parent=parent
    )
    if comments.count(db, unit, actor) > guard.COMMENTS:
        where, what = f"the {kind}", "what you have said of this paragraph"
        raise LimitExceeded(where, what, guard.COMMENTS, "comments", "Say it to a coordinator.")
    audit.record(db, now, actor, verb, f"unit:{unit}:{locale}", made)
    return made


def resolve(workspace: Workspace, actor: str, now: datetime, *, comment: str) -> bool:
    """Close the thread of a comment or a question; tell whether it was open.

    Whoever began it may, and whoever may translate what it is about.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    verb = "translation.resolve"
    with workspace.store.writing() as db:
        found = look_up(comments.by_id, db, comment)
        if found is None:
            allow(db, actor, verb, now, document="\0")  # it answers as if it were hidden
            raise NotFound("comment")
        _, document = unit_for(db, actor, verb, found.unit, found.locale, now)
        first = comments.by_id(db, found.parent) if found.parent else found
        if first is None:
            raise NotFound("comment")
        if first.author != actor and not _translates(db, actor, document.id, first.locale, now):
            raise NotAllowed(verb, Role.TRANSLATOR.label)
        was_open = comments.resolve(db, first.id, by=actor, now=now)
        if was_open:
            audit.record(db, now, actor, verb, f"comment:{first.id}")
        return was_open


def _translates(db: Db, actor: str, document: str, locale: str, now: datetime) -> bool:
    """Tell whether somebody translates a document, into any language where none is named."""
    return actor != OPERATOR and any(
        each.role >= Role.TRANSLATOR
        and each.document in ("", document)
        and (not locale or each.locale in ("", locale))
        for each in grants_of(db, actor, now)
    )
