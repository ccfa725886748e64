"""A new text for a statement: edited here or uploaded, and proposed; nothing is released by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

import streamlit as st

from ui.components.choosing import Chosen, chosen_file
from ui.components.keeping import field_key, taken
from ui.components.notes import alert
from ui.components.passage import said
from ui.language import Words, tell
from ui.refusals import refusal
from ui.screens.document.pasting import edited, to_edit
from ui.served import served
from ui.session import Person, keep, kept, say_next
from workflow import errors
from workflow.services import documents
from workflow.services.documents import Described, Listed

_OPEN = "document.revising"
_EDITABLE = 400_000
"""Bytes; a larger text is uploaded."""
_FILE, _FIELD = "file", "field"
_TWO = tell("You chose a file and changed the text too. Which of them shall be proposed?")
_RELEASED = tell(
    "Another text was released meanwhile. Yours is kept here: look at what is new in the other, "
    "and press once more to propose yours in its place."
)
_PROPOSED = tell(
    "Somebody proposed another text meanwhile. Yours is kept here: look at the other one above, "
    "and press once more to put yours in its place."
)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What there was when the form was opened, and when its owner last looked."""

    document: str
    opened: int
    """Number of the revision that stands in the field at first."""
    released: int
    proposed: int
    """0 where no new text waits."""


def draw(who: Person, described: Described) -> None:
    """Draw the way to a new text; the form once it was asked for."""
    words, say, document = who.words, who.words.say, described.document
    st.html(said(words, say("Change the text"), tag="h2"))
    st.html(
        said(
            words,
            say(
                "You propose a new text and see what it changes and costs in each language. "
                "Translators see the old one until you release it."
            ),
            kind="us-quiet",
        )
    )
    seen = kept(_OPEN)
    if not isinstance(seen, _Seen) or seen.document != document.id:
        label = say("Propose another text") if document.is_proposed else say("Propose a new text")
        if not st.button(label, key=f"revise-{document.id}"):
            return
        released, proposed = _there(described)
        seen = _Seen(document.id, released, released, proposed)
        keep(_OPEN, seen)
    _form(who, described, seen)


def _there(described: Described) -> tuple[int, int]:
    """Give the numbers of the text that is released, and of the one that waits."""
    released = [each for each in described.revisions if each.released]
    latest = max(released, key=lambda each: each.released or each.created, default=None)
    waiting = [each.number for each in described.revisions if each.status == "proposed"]
    return latest.number if latest else 0, max(waiting, default=0)


def _form(who: Person, described: Described, seen: _Seen) -> None:
    words, say, document = who.words, who.words.say, described.document
    house = served()
    before = documents.source(
        house.workspace, who.me.id, house.clock(), document=document.name, number=seen.opened
    ).data
    # Named after the text it is typed over: over another one the browser never puts it back.
    text = f"text-{document.id}-{seen.opened}"
    typed, meant = "", None
    file = chosen_file(
        words,
        say("Choose a file with the whole new text"),
        documents.suffixes(described.format),
        field_key(f"file-{document.id}"),
    )
    with st.form(f"document-revise-{document.id}", border=False, enter_to_submit=False):
        if len(before) <= _EDITABLE:
            typed = st.text_area(
                say("Or write the text as it shall be"),
                to_edit(before),
                height=420,
                key=field_key(text),
                persist_state="session",
            )
        has_two = bool(file and typed) and typed != to_edit(before)
        if has_two:
            meant = _which(words, document)
        note = st.text_input(
            say("A note for other coordinators"), key=field_key(f"note-{document.id}")
        )
        if not st.form_submit_button(say("Show what changes"), type="primary"):
            return
    if has_two and meant is None:
        st.html(alert(words, say(_TWO)))
        return
    if file and meant != _FIELD:
        data, why_not = file.data, _wrong_kind(words, described, file)
    else:
        data, why_not = edited(typed, before), ""
    why_not = why_not or _why_not(who, described, seen, data)
    if why_not or (why_not := _refused(who, document, data, note)):
        st.html(alert(words, why_not))
        return
    keep(_OPEN, None)
    for field in (text, f"file-{document.id}", f"note-{document.id}"):
        taken(field)
    say_next("document-text", say("Proposed. Look at what changes, and release it."))
    st.rerun()


def _which(words: Words, document: Listed) -> str | None:
    """Ask which of two texts is meant; nothing is chosen until somebody chooses."""
    names = {_FILE: words.say("The file"), _FIELD: words.say("The text in the field")}
    return st.radio(
        words.say(_TWO),
        list(names),
        None,
        format_func=lambda each: names[each],
        key=f"revise-which-{document.id}",
    )


def _wrong_kind(words: Words, described: Described, file: Chosen) -> str:
    """Say that a file is of another kind than the statement; empty where it is not."""
    own = documents.suffixes(described.format)
    if file.name.lower().endswith(own):
        return ""
    suffix = PurePath(file.name).suffix
    return refusal(words, errors.UnknownFormat(file.name, suffix, list(own)))


def _why_not(who: Person, described: Described, seen: _Seen, data: bytes) -> str:
    """Say what should be looked at before this text is proposed; empty where nothing is."""
    say = who.words.say
    if not data.strip():
        return say("There is no text in it. Put the new text in, or choose a file.")
    released, proposed = _there(described)
    keep(_OPEN, replace(seen, released=released, proposed=proposed))
    if released != seen.released:
        return say(_RELEASED)
    return say(_PROPOSED) if proposed not in (0, seen.proposed) else ""


def _refused(who: Person, document: Listed, data: bytes, note: str) -> str:
    """Propose a text, and say why it is refused; empty where it is not."""
    house = served()
    try:
        documents.propose(
            house.workspace,
            who.me.id,
            house.clock(),
            document=document.name,
            data=data,
            note=note,
        )
    except errors.UndersignedError as error:
        return refusal(who.words, error)
    return ""
