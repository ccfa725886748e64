"""Reviewing: a second person reads, approves, corrects or sends back.

Nothing here both changes a text and approves it, and no road leads to an approval of words by
whoever wrote them first, or by somebody who may be the same person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from workflow import languages
from workflow.errors import FourEyes, NotFound, NotPossible
from workflow.model import State, is_translation
from workflow.review import Act, after
from workflow.services.desk import (
    allow,
    check_in_work,
    check_wanted,
    document_for,
    look_up,
    unit_for,
)
from workflow.services.review.inbox import (
    WhyNot,
    eyes_of,
    why_unready,
)
from workflow.services.translation.saving import (
    Outcome,
    Saved,
    answered,
    as_it_is,
    as_seen,
    form_of,
    put,
    token_of,
    written,
)
from workflow.services.workspace import Workspace
from workflow.store import Db, audit, comments, drafts, reviewing, suggestions
from workflow.store.documents import StoredUnit, living_units
from workflow.store.suggestions import Suggestion
from workflow.store.translations import (
    Current,
    Written,
    add_revision,
    add_revisions,
    current,
    nothing_yet,
    of_document,
    revision_at,
)
from workflow.typed import check_comment, check_target


@dataclass(frozen=True, slots=True)
class Skipped:
    """A text that was not approved, and why."""

    unit: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Approved:
    """What became of "I have read the whole statement"."""

    approved: tuple[str, ...]
    """Ids of the paragraphs that were approved now, in document order."""
    skipped: tuple[Skipped, ...]
    """What is still not approved, in document order."""


def approve(
    workspace: Workspace, actor: str, now: datetime, *, unit: str, locale: str, seen: int
) -> Saved:
    """Approve a translation as it was read, word for word.

    Args:
        workspace: where.
        actor: id of the reviewer.
        now: the moment.
        unit: id of the paragraph.
        locale: the language.
        seen: version of the translation that he read.

    Raises:
        NotFound, NotAllowed: he may not.
        FourEyes: the words are his own, or by somebody who may be he.
        OutOfDate: somebody was faster.
        NotPossible: it is not translated, needs work, or was made from another source text.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        stored, _ = unit_for(db, actor, "review.approve", unit, locale, now)
        if done := _done_before(db, unit, locale, seen, Act.APPROVE, actor):
            return done
        there = as_seen(db, unit, locale, seen)
        authors = reviewing.authors_of(db, unit, locale, there.text)
        why_not = eyes_of(db, actor, now).why_not({*authors, there.author})
        if why_not is not None:
            raise FourEyes(why_not)
        if _is_unready(stored, there):
            reason = "this text cannot be approved: it needs work, or its source has changed"
            raise NotPossible(reason, "Correct it, or send it back.")
        new = as_it_is(there, Act.APPROVE, actor, now)
        add_revision(db, new)
        audit.record(db, now, actor, "review.approve", _target(unit, locale), str(new.version))
        return _answer(new)


def approve_rest(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    locale: str,
    seen: Mapping[str, int],
) -> Approved:
    """Approve all of a statement that may be approved: "I have read the whole statement".

    Args:
        workspace: where.
        actor: id of the reviewer.
        now: the moment.
        document: name of the document.
        locale: the language.
        seen: the versions that he read, by unit id; nothing else is approved.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: the document is archived.
    """
    locale = languages.normalise(locale)
    verb = "review.approve_rest"
    with workspace.store.writing() as db:
        stored = document_for(db, actor, verb, document, now, locale=locale)
        check_in_work(stored)
        eyes = eyes_of(db, actor, now)
        texts = of_document(db, stored.id, locale)
        authors = reviewing.authors(db, stored.id, locale)
        approved: list[Written] = []
        skipped: list[Skipped] = []
        for unit in living_units(db, stored.id):
            there = texts.get((unit.id, locale)) or nothing_yet(unit.id, locale)
            if there.state is State.REVIEWED:
                continue
            why = _unread(unit, there, seen) or eyes.why_not(
                {*authors.get(unit.id, ()), there.author}
            )
            if why is None:
                approved.append(as_it_is(there, Act.APPROVE, actor, now))
            else:
                skipped.append(Skipped(unit.id, why))
        add_revisions(db, approved)
        done = [(_target(each.unit, locale), str(each.version)) for each in approved]
        audit.record_many(db, now, actor, verb, done)
        return Approved(tuple(each.unit for each in approved), tuple(skipped))


def _unread(unit: StoredUnit, there: Current, seen: Mapping[str, int]) -> WhyNot | None:
    """Say why a text does not come into question, or is another one than he read."""
    if why := why_unready(unit, there):
        return why
    if unit.id not in seen:
        return WhyNot.NOT_READ
    return WhyNot.CHANGED if seen[unit.id] != there.version else None


def _is_unready(unit: StoredUnit, there: Current) -> bool:
    is_old = there.source_digest != unit.source_digest
    return is_old or after(Act.APPROVE, there.state) is None


def correct(  # noqa: PLR0913 - what the field on the page knows
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    seen: int,
    text: str,
    token: str,
    made_from: str = "",
) -> Saved:
    """Write a better text in the place of one that was read.

    It is the reviewer's, and waits for a second person, who may be the first translator. Where
    somebody else wrote there meanwhile, it is kept as a suggestion, as `translation.save` does it.

    Args:
        workspace: where.
        actor: id of the reviewer.
        now: the moment.
        unit: id of the paragraph.
        locale: the language.
        seen: version of the translation that he read.
        text: what he typed.
        token: of this request, which may come twice and is done once.
        made_from: digest of the source text that he saw, where that may have changed meanwhile.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: there is nothing to correct, or nothing was typed.
        LimitExceeded, HostileInput: the text is refused; nothing was saved.
    """
    locale = languages.normalise(locale)
    bound = token_of(actor, unit, locale, text, token)
    with workspace.store.writing() as db:
        stored, document = unit_for(db, actor, "review.correct", unit, locale, now)
        if done := answered(db, bound, unit, locale):
            return done
        check_wanted(workspace, db, document, locale)
        typed = check_target(text, where="correction", source=stored.source)
        there = current(db, unit, locale)
        if there.version == seen and after(Act.CORRECT, there.state) is None:
            raise NotPossible("there is no translation to correct", "Save one instead.")
        if not is_translation(typed):
            raise NotPossible("the correction is empty", "Write it, or send the text back.")
        form = form_of(unit, locale, typed, Act.CORRECT, actor, now, token=bound)
        saved = put(db, stored, written(db, stored, form, made_from=made_from), seen)
        drafts.drop(db, actor, unit, locale)
        audit.record(db, now, actor, "review.correct", _target(unit, locale), saved.outcome)
        return saved


def send_back(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    seen: int,
    reason: str,
) -> Saved:
    """Say that a translation needs work, and why; the reason reaches whoever wrote it.

    Raises:
        NotFound, NotAllowed: he may not.
        OutOfDate: somebody was faster.
        NotPossible: there is no translation.
        LimitExceeded, HostileInput: the reason is refused, or there is none.
    """
    locale = languages.normalise(locale)
    why = check_comment(reason, "reason")
    with workspace.store.writing() as db:
        unit_for(db, actor, "review.send_back", unit, locale, now)
        if done := _done_before(db, unit, locale, seen, Act.SEND_BACK, actor, why):
            return done
        there = as_seen(db, unit, locale, seen)
        new = as_it_is(there, Act.SEND_BACK, actor, now, note=why)
        add_revision(db, new)
        comments.add(db, now, unit=unit, locale=locale, author=actor, kind="reason", text=why)
        audit.record(db, now, actor, "review.send_back", _target(unit, locale), str(new.version))
        return _answer(new)


def accept(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    suggestion: str,
    seen: int,
    reason: str = "",
) -> Saved:
    """Make a suggestion the translation; that is not yet an approval.

    The words stay those of whoever wrote them first. A suggestion for another source text than
    the one of now needs work.

    Args:
        workspace: where.
        actor: id of the reviewer.
        now: the moment.
        suggestion: its id.
        seen: version of the translation beside which he read it.
        reason: what he says to whoever suggested it, if anything.

    Raises:
        NotFound, NotAllowed: he may not.
        OutOfDate: somebody was faster.
        NotPossible: it was decided on before.
    """
    why = check_comment(reason, "reason") if reason.strip() else ""
    verb = "review.accept"
    with workspace.store.writing() as db:
        found, stored = _suggestion_for(db, actor, verb, suggestion, now)
        there = as_seen(db, found.unit, found.locale, seen)
        _decide(db, found, "accepted", actor, why, now)
        form = form_of(found.unit, found.locale, found.text, Act.ACCEPT, actor, now)
        new = written(db, stored, form, made_from=found.source_digest)
        saved = put(db, stored, replace(new, note=why), there.version)
        audit.record(db, now, actor, verb, f"suggestion:{found.id}", str(saved.version))
        return saved


def reject(
    workspace: Workspace, actor: str, now: datetime, *, suggestion: str, reason: str
) -> None:
    """Decide against a suggestion, and say why; it stays readable, and whoever made it is told.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: it was decided on before.
        LimitExceeded, HostileInput: the reason is refused, or there is none.
    """
    why = check_comment(reason, "reason")
    with workspace.store.writing() as db:
        found, _ = _suggestion_for(db, actor, "review.reject", suggestion, now)
        _decide(db, found, "rejected", actor, why, now)
        audit.record(db, now, actor, "review.reject", f"suggestion:{found.id}")


def _suggestion_for(
    db: Db, actor: str, verb: str, wanted: str, now: datetime
) -> tuple[Suggestion, StoredUnit]:
    found = look_up(suggestions.by_id, db, wanted)
    if found is None:
        allow(db, actor, verb, now, document="\0")  # it answers as if it were hidden
        raise NotFound("suggestion")
    stored, _ = unit_for(db, actor, verb, found.unit, found.locale, now)
    return found, stored


def _decide(db: Db, found: Suggestion, status: str, actor: str, reason: str, now: datetime) -> None:
    if not suggestions.decide(db, found.id, status, by=actor, reason=reason, now=now):
        raise NotPossible("this suggestion was decided on before", "See the history.")


def _done_before(  # noqa: PLR0917 - what a decision is
    db: Db, unit: str, locale: str, seen: int, act: Act, actor: str, note: str = ""
) -> Saved | None:
    """Answer a request that came twice as it was answered then."""
    last = revision_at(db, unit, locale, seen + 1)
    is_it = last is not None and (last.act, last.actor, last.note) == (act, actor, note)
    return replace(_answer(last), is_repeated=True) if last is not None and is_it else None


def _answer(done: Written) -> Saved:
    return Saved(Outcome.SAVED, done.version, done.text, done.state, done.text, author=done.author)


def _target(unit: str, locale: str) -> str:
    return f"unit:{unit}:{locale}"
