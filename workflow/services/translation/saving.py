"""How a text gets into a translation: as its newest revision, or as a suggestion beside it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from workflow.errors import NotPossible, OutOfDate
from workflow.model import State, is_translation
from workflow.review import Act, after
from workflow.services.desk import look_up
from workflow.store import Db, suggestions
from workflow.store.documents import StoredUnit, source_text_of
from workflow.store.ids import digest_of
from workflow.store.translations import (
    Current,
    Stale,
    Written,
    add_revision,
    by_token,
    current,
    first_author,
    revision_at,
)


class Outcome(StrEnum):
    """What became of a text that somebody saved."""

    SAVED = "saved"
    UNCHANGED = "unchanged"
    """It was there already, word for word and in this state."""
    KEPT = "kept"
    """Somebody else saved another text meanwhile: this one is kept as a suggestion beside it."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer to a save: both texts, where there are two."""

    outcome: Outcome
    version: int
    """Of the translation as this save left it."""
    text: str
    """The translation as this save left it."""
    state: State
    typed: str
    """What was sent, as it was taken."""
    suggestion: str = ""
    """Id of the suggestion under which `typed` is kept; empty where nothing had to be kept."""
    author: str = ""
    """Id of the member whose words `text` is."""
    is_repeated: bool = field(default=False, compare=False)
    """Whether it had been done before, and this is what was answered then."""


def token_of(actor: str, unit: str, locale: str, text: str, token: str) -> str | None:
    """Bind a save token to its save, so that it answers for no other text; None where empty."""
    bound = f"{actor}\x1f{unit}\x1f{locale}\x1f{digest_of(text)}\x1f{token}"
    return digest_of(bound) if token else None


def form_of(
    unit: str,
    locale: str,
    text: str,
    act: Act,
    actor: str,
    now: datetime,
    *,
    token: str | None = None,
) -> Written:
    """Begin a revision; `written` completes it."""
    return Written(
        unit=unit,
        locale=locale,
        version=0,
        text=text,
        state=State.UNTRANSLATED,
        act=act,
        author=actor,
        actor=actor,
        source_digest="",
        at=now,
        token=token,
    )


def as_it_is(there: Current, act: Act, actor: str, now: datetime, note: str = "") -> Written:
    """Make the revision of an act that leaves a text alone.

    Raises:
        NotPossible: the act does not lead anywhere from its state.
    """
    state = after(act, there.state)
    if state is None:
        reason = f"this cannot be done to what is {there.state.name.lower().replace('_', ' ')}"
        raise NotPossible(reason, "Write a translation, or ask a question.")
    return replace(
        form_of(there.unit, there.locale, there.text, act, actor, now),
        version=there.version + 1,
        state=state,
        author=there.author,
        source_digest=there.source_digest,
        note=note,
    )


def as_seen(db: Db, unit: str, locale: str, seen: int) -> Current:
    """Give a translation as it stands, if that is how it was seen.

    Raises:
        OutOfDate: somebody was faster.
    """
    there = current(db, unit, locale)
    if there.version != seen:
        raise OutOfDate(seen, there.version)
    return there


def written(
    db: Db,
    stored: StoredUnit,
    form: Written,
    *,
    needs_work: bool = False,
    made_from: str = "",
) -> Written:
    """Complete what somebody wrote: whose words it is, from which source text, how far it is.

    A text made from an older wording, or from one that the unit never had, needs work.
    """
    is_old = made_from not in ("", stored.source_digest)
    is_known = is_old and is_wording(db, stored, made_from)
    state = after(form.act, State.TRANSLATED) or State.TRANSLATED
    if needs_work or is_old:
        state = State.NEEDS_WORK
    if not is_translation(form.text):
        state = State.UNTRANSLATED
    return replace(
        form,
        state=state,
        author=author_of(db, form.unit, form.locale, form.text, form.actor),
        source_digest=made_from if is_known else stored.source_digest,
    )


def is_wording(db: Db, stored: StoredUnit, digest: str) -> bool:
    """Tell whether a digest, given from outside, is that of a source text the unit ever had."""

    def wording(db: Db, wanted: str) -> str | None:
        return source_text_of(db, stored.id, wanted)

    return look_up(wording, db, digest) is not None


def author_of(db: Db, unit: str, locale: str, text: str, otherwise: str) -> str:
    """Say whose words a text is: whoever wrote them first here. No text is nobody's before."""
    if not is_translation(text):
        return otherwise
    return first_author(db, unit, locale, text) or otherwise


def put(db: Db, stored: StoredUnit, new: Written, seen: int) -> Saved:
    """Write a text, or keep it beside the one that came first.

    Args:
        db: the transaction.
        stored: its paragraph.
        new: the text; its version is counted here.
        seen: version of the translation that its writer saw.
    """
    there = current(db, new.unit, new.locale)
    if _says_nothing_new(stored, there, new):
        return answer(Outcome.UNCHANGED, there, new.text)
    if there.version != seen and not _is_nobody_in_the_way(db, there, new, seen):
        return _keep(db, new, there)
    new = replace(new, version=there.version + 1)
    try:
        add_revision(db, new)
    except Stale:
        return _keep(db, new, current(db, new.unit, new.locale))
    return Saved(Outcome.SAVED, new.version, new.text, new.state, new.text, author=new.author)


def _says_nothing_new(stored: StoredUnit, there: Current, new: Written) -> bool:
    """Tell whether a save would change nothing; a review is not undone by saving the same text."""
    if there.text != new.text:
        return False
    if there.source_digest != new.source_digest:  # the newer of the two wordings counts
        return there.source_digest == stored.source_digest
    is_reviewed = there.state is State.REVIEWED and new.state is State.TRANSLATED
    return there.state is new.state or is_reviewed


def _is_nobody_in_the_way(db: Db, there: Current, new: Written, seen: int) -> bool:
    """Tell whether the text is still the one that was seen, or the one that was typed.

    Then somebody approved it, sent it back or typed the same: no words of his would be replaced.
    """
    before = revision_at(db, there.unit, there.locale, seen)
    return there.text == new.text or (before is not None and before.text == there.text)


def _keep(db: Db, new: Written, there: Current) -> Saved:
    """Keep what was typed beside the text that came first; where nothing was, nothing is lost."""
    kept = answer(Outcome.KEPT, there, new.text)
    if not is_translation(new.text):
        return kept
    found = suggestions.keep(db, new, origin="conflict", base=there.version)
    return replace(kept, suggestion=found)


def answer(outcome: Outcome, there: Current, typed: str) -> Saved:
    """Answer with the translation as it stands."""
    return Saved(outcome, there.version, there.text, there.state, typed, author=there.author)


def answered(db: Db, token: str | None, unit: str, locale: str) -> Saved | None:
    """Answer a request that was done before as it was answered then."""
    if token is None:
        return None
    if done := by_token(db, token):
        return Saved(
            Outcome.SAVED,
            done.version,
            done.text,
            done.state,
            done.text,
            author=done.author,
            is_repeated=True,
        )
    if kept := suggestions.by_token(db, token):
        there = current(db, unit, locale)
        return replace(answer(Outcome.KEPT, there, kept.text), suggestion=kept.id, is_repeated=True)
    return None
