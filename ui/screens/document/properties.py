"""What is set for a statement: title, languages, deadline, rule of publication, notes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.components.keeping import field_key, taken
from ui.components.notes import alert
from ui.components.passage import said
from ui.components.tongues import named, offered, tags_in
from ui.language import Words, tell
from ui.refusals import refusal
from ui.served import served
from ui.session import Person, keep, kept
from workflow import errors
from workflow.model import Missing, State
from workflow.services import documents
from workflow.services.documents import DocumentChanges, Listed

_MINIMUM = {
    State.REVIEWED: tell("Only what a second person has approved"),
    State.TRANSLATED: tell("What is translated, approved or not"),
}
_MISSING = {
    Missing.REFUSE: tell("No finished statement then"),
    Missing.SOURCE: tell("The paragraph in the language of the source"),
    Missing.MARKED: tell("The paragraph in the language of the source, marked as not translated"),
}
_PLACE = "document-properties"


@dataclass(frozen=True, slots=True)
class Properties:
    """What the form shows and sends."""

    title: str
    languages: tuple[str, ...]
    deadline: date | None
    priority: int
    minimum: State
    missing: Missing
    notes: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What this person knows of it; by this one tells what was changed here, and what elsewhere."""

    first: Properties
    """What the form began with: its fields hold to it, whatever happens meanwhile."""
    last: Properties
    """That, and what the person was told since of the changes of others."""


_NAMES = {
    "title": tell("title"),
    "languages": tell("languages"),
    "deadline": tell("deadline"),
    "priority": tell("urgency"),
    "minimum": tell("what is good enough"),
    "missing": tell("what stands where a translation is missing"),
    "notes": tell("notes for translators"),
}


def draw(who: Person, document: Listed) -> None:
    """Draw the form; save what was changed in it, and nothing else."""
    words, say = who.words, who.words.say
    now, seen = _now(document), _seen(document)
    st.html(said(words, say("Properties"), tag="h2"))
    with st.form(f"document-properties-{document.name}", border=False, enter_to_submit=False):
        try:
            asked = _ask(words, document, seen)
        except errors.UnknownLocale as error:
            asked, why_not = None, refusal(words, error)
        wants_save = st.form_submit_button(say("Save"), type="primary")
    if wants_save and asked is None:
        st.html(alert(words, why_not))
    elif wants_save and asked is not None:
        _save(who, document, seen, now, asked)
    say_what_happened(words, _PLACE)


def _ask(words: Words, document: Listed, begun: Seen) -> Properties:
    """Draw the fields, and give what stands in them.

    Raises:
        UnknownLocale: a language that was typed is none.
    """
    say, name, seen = words.say, document.name, begun.first
    title = st.text_input(say("Title"), seen.title, key=_key(name, "title"))
    chosen = st.multiselect(
        say("Translate it into"),
        offered(words, *seen.languages),
        list(seen.languages),
        format_func=lambda tag: named(words, tag),
        placeholder=say("Choose languages, or type their names"),
        accept_new_options=True,
        select_all=False,
        help=say("Where none is chosen, the languages of the whole workspace are meant."),
        key=_key(name, "languages"),
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        deadline = st.date_input(
            say("Deadline"),
            seen.deadline,
            min_value=date(2000, 1, 1),
            max_value=date(2999, 12, 31),
            format="YYYY-MM-DD",
            key=_key(name, "deadline"),
            width=220,
        )
        is_free = seen.deadline is not None and st.checkbox(
            say("No deadline any more"), key=_key(name, "free")
        )
        priority = st.number_input(
            say("Urgency: the higher, the sooner"),
            -100,
            100,
            seen.priority,
            key=_key(name, "priority"),
            width=260,
        )
    minimum = st.radio(
        say("What is good enough for the finished statement"),
        list(_MINIMUM),
        list(_MINIMUM).index(seen.minimum),
        format_func=lambda each: say(_MINIMUM[each]),
        key=_key(name, "minimum"),
    )
    missing = st.radio(
        say("Where nothing good enough is there"),
        list(_MISSING),
        list(_MISSING).index(seen.missing),
        format_func=lambda each: say(_MISSING[each]),
        key=_key(name, "missing"),
    )
    notes = st.text_area(
        say("Notes for translators: what they should know before they begin"),
        seen.notes,
        height=140,
        key=field_key(_notes(document, begun)),
    )
    return Properties(
        title=title,
        languages=tags_in(chosen),
        deadline=None if is_free else deadline if isinstance(deadline, date) else None,
        priority=int(priority),
        minimum=minimum or seen.minimum,
        missing=missing or seen.missing,
        notes=notes,
    )


def _save(who: Person, document: Listed, begun: Seen, now: Properties, asked: Properties) -> None:
    words, say, seen = who.words, who.words.say, begun.last
    changed = [each for each in _NAMES if getattr(asked, each) != getattr(seen, each)]
    if not changed:
        st.html(said(words, say("Nothing was changed, so nothing is saved.")))
        return
    if others := [each for each in changed if getattr(now, each) != getattr(seen, each)]:
        told = replace(seen, **{each: getattr(now, each) for each in others})
        _keep(document, replace(begun, last=told))
        sentence = say(
            "Not saved: somebody else changed this meanwhile: {what}. Press Save once more to put "
            "yours in its place.",
            what=words.together(say(_NAMES[each]) for each in others),
        )
        st.html(alert(words, sentence))
        return
    house = served()

    def act() -> None:
        documents.change(
            house.workspace,
            who.me.id,
            house.clock(),
            document=document.name,
            changes=_changes(asked, changed),
        )
        _keep(document, None)
        taken(_notes(document, begun))

    do(words, _PLACE, act, _what_was_done(words, changed, seen, asked), refusal)


def _changes(asked: Properties, changed: list[str]) -> DocumentChanges:
    """Give what is to change: what is not, stays as others may have set it meanwhile."""
    return DocumentChanges(
        title=asked.title if "title" in changed else None,
        languages=asked.languages if "languages" in changed else None,
        deadline=(asked.deadline or "") if "deadline" in changed else None,
        priority=asked.priority if "priority" in changed else None,
        minimum=asked.minimum if "minimum" in changed else None,
        missing=asked.missing if "missing" in changed else None,
        notes=asked.notes if "notes" in changed else None,
    )


def _what_was_done(words: Words, changed: list[str], seen: Properties, asked: Properties) -> str:
    """Say what was saved; of a language that goes, that nothing of it is deleted."""
    what = words.together(words.say(_NAMES[each]) for each in changed)
    gone = [each for each in seen.languages if each not in asked.languages]
    if gone and asked.languages:
        return words.say(
            "Saved: {what}. Nothing is deleted: the translations into {languages} are kept, and "
            "are there again if you choose the language again.",
            what=what,
            languages=words.together(words.language(each) for each in gone),
        )
    return words.say("Saved: {what}.", what=what)


# --- what was seen -------------------------------------------------------------------------------


def _now(document: Listed) -> Properties:
    return Properties(
        title=document.title,
        languages=document.languages,
        deadline=document.deadline,
        priority=document.priority,
        minimum=document.publication.minimum,
        missing=document.publication.missing,
        notes=document.notes,
    )


def _seen(document: Listed) -> Seen:
    """Give what the form showed first, and what was told since."""
    there = kept(f"{_PLACE}.{document.name}")
    if isinstance(there, Seen):
        return there
    begun = Seen(_now(document), _now(document))
    _keep(document, begun)
    return begun


def _keep(document: Listed, seen: Seen | None) -> None:
    """Remember what is seen; None begins the form anew."""
    keep(f"{_PLACE}.{document.name}", seen)
    if seen is None:
        before = kept(f"{_PLACE}.count.{document.name}")
        keep(f"{_PLACE}.count.{document.name}", (before if isinstance(before, int) else 0) + 1)


def _notes(document: Listed, seen: Seen) -> str:
    """Name the notes for the browser: what was typed over others is never put over these."""
    digest = hashlib.sha256(seen.first.notes.encode("utf-8", "replace")).hexdigest()
    return f"notes-{document.id}-{digest[:16]}"


def _key(document: str, field: str) -> str:
    count = kept(f"{_PLACE}.count.{document}") or 0
    return f"document-{field}-{count}-{document}"
