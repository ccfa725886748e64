"""A new statement: pasted or uploaded, looked at as it will be cut, and put in."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal, TypedDict

import streamlit as st

from ui.components.choosing import Chosen, chosen_file
from ui.components.keeping import field_key, taken
from ui.components.links import BOARD, DOCUMENT, link
from ui.components.notes import alert
from ui.components.passage import said
from ui.components.tongues import named, offered, tags_in
from ui.language import Words
from ui.refusals import refusal
from ui.screens.document.cut import cut_of
from ui.screens.document.pasting import Notation, file_of
from ui.screens.document.reach import may_add
from ui.served import served
from ui.session import Person, keep, kept, say_next
from workflow import errors
from workflow.services import documents

FIELD = "new"
"""Name under which the browser keeps what is pasted."""
_LOOKED = "document.looked"
_PUT_IN = "document.put_in"
"""What this tab puts in: a second click finds it there before the first has shown its page."""


class _AsDocument(TypedDict):
    data: bytes
    file_name: str
    name: str
    locale: str
    title: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the form says."""

    data: bytes
    file_name: str
    title: str
    locale: str
    languages: tuple[str, ...]

    @property
    def name(self) -> str:
        """Give the name of the document: after its title, else after its file."""
        return documents.name_for(self.title) if self.title else ""

    @property
    def as_document(self) -> _AsDocument:
        """Give what previewing and putting in are both told."""
        return {
            "data": self.data,
            "file_name": self.file_name,
            "name": self.name,
            "locale": self.locale,
            "title": self.title,
            "languages": self.languages,
        }

    @property
    def mark(self) -> str:
        """Tell one form from another."""
        said_ = (self.file_name, self.title, self.locale, self.languages)
        return hashlib.sha256(self.data + repr(said_).encode("utf-8", "replace")).hexdigest()


def draw(who: Person) -> None:
    """Draw the form, and below it the cut once it was asked for."""
    words, say = who.words, who.words.say
    st.html(said(words, say("Add a statement"), tag="h1"))
    if not may_add(who):
        st.html(
            said(
                words,
                say(
                    "Only a coordinator of all statements can add one. Choose a statement on the "
                    "board."
                ),
            )
        )
        link(say("Board"), BOARD)
        return
    uploaded = chosen_file(words, say("Choose a file"), documents.suffixes(), field_key("file"))
    with st.form("document-new", border=False, enter_to_submit=False):
        pasted = st.text_area(
            say("Or paste the text of the statement"),
            height=240,
            key=field_key(FIELD),
            persist_state="session",
        )
        title, chosen = _about(words)
        notation, locale = _told(words)
        kind: Literal["primary", "secondary"] = "secondary" if kept(_LOOKED) else "primary"
        wants_look = st.form_submit_button(say("See how it is divided"), type=kind)
        below = st.container()
    try:
        wanted = _wanted(pasted, uploaded, notation, title, locale, chosen)
    except errors.UndersignedError as error:
        if wants_look:
            st.html(alert(words, refusal(words, error)))
        return
    if not wanted.data.strip():
        if wants_look:
            st.html(alert(words, say("There is no text yet. Paste it above, or choose a file.")))
        return
    with below:
        _below(who, wanted, wants_look=wants_look)


def _about(words: Words) -> tuple[str, list[str]]:
    """Ask for what it is called and for the languages to translate it into."""
    say, settings = words.say, served().workspace.last_settings
    choices = offered(words, *settings.languages)
    chosen = st.multiselect(
        say("Translate it into"),
        choices,
        list(settings.languages),
        format_func=lambda tag: named(words, tag),
        placeholder=say("Choose languages, or type their names"),
        accept_new_options=True,
        select_all=False,
        key=field_key("languages"),
    )
    title = st.text_input(
        say("Title, if not its first line"), key=field_key("title"), persist_state="session"
    )
    return title, chosen


def _told(words: Words) -> tuple[Notation, str]:
    """Ask for what the text itself shows, as a rule."""
    say = words.say
    names = {
        Notation.TOLD: say("As the text shows"),
        Notation.PLAIN: say("Plain text"),
        Notation.MARKDOWN: say("Markdown"),
    }
    with st.expander(say("Its language, and how it is written")):
        locale = st.selectbox(
            say("Language of the text"),
            ["", *offered(words, served().workspace.last_settings.source_locale)],
            format_func=lambda tag: named(words, tag) if tag else say("As the text shows"),
            accept_new_options=True,
            key=field_key("locale"),
        )
        notation = st.radio(
            say("The pasted text is written as"),
            list(names),
            format_func=lambda each: names[each],
            horizontal=True,
            key="document-notation",
        )
    return notation, locale or ""


def _wanted(
    pasted: str,
    uploaded: Chosen | None,
    notation: Notation,
    title: str,
    locale: str,
    chosen: list[str],
) -> Wanted:
    """Put together what the form says.

    Raises:
        UnknownLocale: a language that was typed is none.
    """
    title = " ".join(title.split())
    tags = tags_in(chosen)
    (tag,) = tags_in([locale]) if locale else ("",)
    own = _own(tags, served().workspace.last_settings.languages)
    if uploaded and not pasted.strip():
        return Wanted(uploaded.data, uploaded.name, title, tag, own)
    name, data = file_of(pasted, notation, title)
    return Wanted(data if pasted.strip() else b"", name, title, tag, own)


def _own(chosen: tuple[str, ...], usual: tuple[str, ...]) -> tuple[str, ...]:
    """Give the languages to name; those of the workspace need not be, and may grow with it."""
    return () if chosen == usual else chosen


def _below(who: Person, wanted: Wanted, *, wants_look: bool) -> None:
    """Show the cut and the button that puts it in, if this is what was looked at."""
    words, say = who.words, who.words.say
    if not (wants_look or kept(_LOOKED)):
        return
    house = served()
    is_same = kept(_LOOKED) == wanted.mark
    try:
        cut = documents.preview(
            house.workspace,
            who.me.id,
            house.clock(),
            **wanted.as_document,
        )
    except errors.UndersignedError as error:
        _say_why_not(who, wanted, error)
        return
    st.html(said(words, say("This is how it will be divided"), tag="h2"))
    above = st.container()
    st.html(cut_of(words, cut))
    with above:
        wants_add = st.form_submit_button(say("Add this statement"), type="primary")
        if wants_add and is_same:
            _add(who, wanted, cut.title)
        elif wants_add:
            changed = say(
                "You changed something. This is how it is divided now: add it if it fits."
            )
            st.html(alert(words, changed))
    keep(_LOOKED, wanted.mark)


def _add(who: Person, wanted: Wanted, title: str) -> None:
    house, as_document = served(), wanted.as_document
    as_document["title"] = wanted.title or title
    keep(_PUT_IN, wanted.mark)
    try:
        name = documents.add(house.workspace, who.me.id, house.clock(), **as_document).name
    except errors.UndersignedError as error:
        keep(_PUT_IN, "")
        _say_why_not(who, wanted, error)
        return
    _go_to(who, name)


def _say_why_not(who: Person, wanted: Wanted, error: errors.UndersignedError) -> None:
    """Say why it is not put in; where it is, by the click before this one, go to it."""
    words = who.words
    there = _same_name(who, wanted) if _is_taken(error) else ""
    is_there = bool(there) and _is_there(who, there, wanted.data)
    if is_there and kept(_PUT_IN) == wanted.mark:
        _go_to(who, there)
    why_not = words.say("This very text is here already.") if is_there else refusal(words, error)
    st.html(alert(words, why_not))
    if there:
        link(words.say("Open that statement"), DOCUMENT, document=there)


def _is_taken(error: errors.UndersignedError) -> bool:
    return isinstance(error, errors.NotPossible) and error.case == "name_taken"


def _same_name(who: Person, wanted: Wanted) -> str:
    """Give the name under which a text of this form would stand."""
    house = served()
    name = wanted.name or documents.name_in(wanted.file_name)
    known = documents.listing(house.workspace, who.me.id, house.clock())
    return name if any(each.name == name for each in known) else ""


def _is_there(who: Person, name: str, data: bytes) -> bool:
    """Tell whether a document has this very text."""
    house = served()
    found = documents.source(house.workspace, who.me.id, house.clock(), document=name)
    return found.data == data


def _go_to(who: Person, name: str) -> None:
    """Go to the page of a statement that is in; the form begins anew."""
    for field in (FIELD, "file", "title", "locale", "languages"):
        taken(field)
    keep(_LOOKED, "")
    keep(_PUT_IN, "")
    say_next("document", who.words.say("The statement is in. Invite those who translate it."))
    st.query_params.from_dict({"document": name})
    st.rerun()
