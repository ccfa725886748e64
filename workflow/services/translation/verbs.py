"""Translating: what a volunteer does to one paragraph in one language.

Here stand the verbs that change a text; lists, drafts and remarks have modules of their own and are
verbs of this desk too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workflow import guard, languages
from workflow.errors import LimitExceeded, NotFound
from workflow.review import Act
from workflow.services.desk import check_wanted, unit_for
from workflow.services.translation.saving import (
    Outcome,
    Saved,
    answer,
    answered,
    as_it_is,
    as_seen,
    form_of,
    put,
    token_of,
    written,
)
from workflow.services.workspace import Workspace
from workflow.store import Db, audit, comments, suggestions
from workflow.store import drafts as typed_drafts
from workflow.store.documents import StoredUnit
from workflow.store.translations import Written, add_revision, current, revision_at, was_there
from workflow.store.translations import history as revisions
from workflow.typed import check_comment, check_target


class Proposed(StrEnum):
    """What became of a text that somebody suggested."""

    SUGGESTED = "suggested"
    EQUAL = "equal"
    """It is the translation already."""
    EMPTY = "empty"
    """There is nothing in it."""
    KNOWN = "known"
    """It was the translation, or was suggested, before: see the history."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The answer to a suggestion."""

    outcome: Proposed
    suggestion: str = ""
    """Id of the suggestion, where there is one."""


def save(  # noqa: PLR0913 - what the field on the page knows
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    text: str,
    seen: int,
    token: str,
    needs_work: bool = False,
    made_from: str = "",
) -> Saved:
    """Save the translation of a paragraph.

    Args:
        workspace: where.
        actor: id of the member who typed it.
        now: the moment.
        unit: id of the paragraph.
        locale: the language.
        text: what he typed; an empty text takes the translation away, its history stays.
        seen: version of the translation that he saw; 0 where there was none.
        token: made when the field was opened; a request that comes twice is answered twice and
            done once.
        needs_work: whether he is not content with it himself.
        made_from: digest of the source text that he saw, where that may have changed meanwhile; a
            translation of an older text needs work.

    Laws: when this returns, the text is on the disk: as the translation, or as a suggestion where
    somebody else was faster. Whatever changes a text takes its approval away.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: the document is archived, or not to be translated into this language.
        UnknownLocale, LimitExceeded, HostileInput: it is refused; nothing was saved.
        StoreBusy, StoreFull: nothing was saved.
    """
    locale = languages.normalise(locale)
    bound = token_of(actor, unit, locale, text, token)
    with workspace.store.writing() as db:
        stored, document = unit_for(db, actor, "translation.save", unit, locale, now)
        if done := answered(db, bound, unit, locale):
            return done
        check_wanted(workspace, db, document, locale)
        typed = check_target(text, where="translation", source=stored.source)
        form = form_of(unit, locale, typed, Act.SAVE, actor, now, token=bound)
        new = written(db, stored, form, needs_work=needs_work, made_from=made_from)
        saved = put(db, stored, new, seen)
        typed_drafts.drop(db, actor, unit, locale)
        audit.record(db, now, actor, "translation.save", f"unit:{unit}:{locale}", saved.outcome)
        return saved


def suggest(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    text: str,
    made_from: str = "",
) -> Proposal:
    """Put a text beside a translation, for a reviewer to accept or to reject.

    What is empty, equal to the translation, or known from its history makes no suggestion; the
    answer says which. The same request twice makes one suggestion.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: the document is archived, or not to be translated into this language.
        UnknownLocale, LimitExceeded, HostileInput: it is refused, or he has suggested too much.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        stored, document = unit_for(db, actor, "translation.suggest", unit, locale, now)
        check_wanted(workspace, db, document, locale)
        typed = check_target(text, where="suggestion", source=stored.source)
        there = current(db, unit, locale)
        if not typed.strip():  # nobody sees from a space that a text is to be left out
            return Proposal(Proposed.EMPTY)
        if typed == there.text:
            return Proposal(Proposed.EQUAL)
        if known := _known(db, actor, unit, locale, typed):
            return known
        form = form_of(unit, locale, typed, Act.SAVE, actor, now)
        new = written(db, stored, form, made_from=made_from)
        made = suggestions.keep(db, new, origin="person", base=there.version)
        _check_open(db, unit, new.author)
        _end_draft(db, actor, new)
        audit.record(db, now, actor, "translation.suggest", f"unit:{unit}:{locale}", made)
        return Proposal(Proposed.SUGGESTED, made)


def _end_draft(db: Db, actor: str, new: Written) -> None:
    """Forget a draft if it is what was suggested; another one is still being typed."""
    for each in typed_drafts.drafts_of(db, actor, [new.unit]):
        if each.locale == new.locale and each.text.strip() == new.text.strip():
            typed_drafts.drop(db, actor, new.unit, new.locale)


def _check_open(db: Db, unit: str, author: str) -> None:
    if suggestions.count_open(db, unit, author) > guard.OPEN_SUGGESTIONS:
        raise LimitExceeded(
            "the suggestion",
            "your number of suggestions here on which nobody has decided",
            guard.OPEN_SUGGESTIONS,
            "suggestions",
            "Wait until somebody decides on one.",
        )


def _known(db: Db, actor: str, unit: str, locale: str, typed: str) -> Proposal | None:
    if there := suggestions.of_text(db, unit, locale, typed):
        is_mine = there.author == actor and there.status == "open"
        return Proposal(Proposed.SUGGESTED if is_mine else Proposed.KNOWN, there.id)
    return Proposal(Proposed.KNOWN) if was_there(db, unit, locale, typed) else None


def restore(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    seen: int,
    version: int,
) -> Saved:
    """Take up the text of an earlier revision again.

    It is translated then, whatever it was; or needs work, where it was made from another source
    text than the one of now. The words stay those of whoever wrote them first.

    Args:
        workspace: where.
        actor: id of the member who wants it.
        now: the moment.
        unit: id of the paragraph.
        locale: the language.
        seen: version of the translation as he saw it.
        version: the one whose text he wants.

    Raises:
        NotFound, NotAllowed: he may not, or there is no such version.
        OutOfDate: somebody was faster.
    """
    locale = languages.normalise(locale)
    with workspace.store.writing() as db:
        stored, _ = unit_for(db, actor, "translation.restore", unit, locale, now)
        wanted = revision_at(db, unit, locale, version)
        if wanted is None:
            raise NotFound("version")
        there = as_seen(db, unit, locale, seen)
        form = form_of(unit, locale, wanted.text, Act.RESTORE, actor, now)
        new = written(db, stored, form, made_from=_made_from(db, stored, wanted))
        saved = put(db, stored, new, there.version)
        audit.record(db, now, actor, "translation.restore", f"unit:{unit}:{locale}", str(version))
        return saved


def _made_from(db: Db, stored: StoredUnit, wanted: Written) -> str:
    """Give the digest of the source text for which a text was good: the one of now, if it ever was.

    A revision may have been followed by one with the same text that says that a typo was mended.
    """
    same = [
        each.source_digest
        for each in revisions(db, wanted.unit, wanted.locale)
        if each.text == wanted.text
    ]
    return stored.source_digest if stored.source_digest in same else wanted.source_digest


def mark(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    unit: str,
    locale: str,
    seen: int,
    reason: str = "",
) -> Saved:
    """Say that a translation needs work, and why; its text stays.

    Raises:
        NotFound, NotAllowed: he may not.
        OutOfDate: somebody was faster.
        NotPossible: there is no translation.
        LimitExceeded, HostileInput: the reason is refused.
    """
    locale = languages.normalise(locale)
    why = check_comment(reason, "reason") if reason.strip() else ""
    with workspace.store.writing() as db:
        unit_for(db, actor, "translation.mark", unit, locale, now)
        there = as_seen(db, unit, locale, seen)
        new = as_it_is(there, Act.MARK, actor, now, note=why)
        if there.state is new.state and not why:
            return answer(Outcome.UNCHANGED, there, there.text)
        add_revision(db, new)
        if why:
            comments.add(db, now, unit=unit, locale=locale, author=actor, kind="reason", text=why)
        audit.record(db, now, actor, "translation.mark", f"unit:{unit}:{locale}")
        return answer(Outcome.SAVED, current(db, unit, locale), there.text)
