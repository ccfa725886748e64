"""An earlier text of a paragraph: what changed since, and the way to take it up again."""

from __future__ import annotations

import streamlit as st

from ui.components.differences import differences
from ui.components.doing import do, say_what_happened
from ui.components.links import ACTIVITY, link, link_to_paragraph
from ui.components.notes import alert
from ui.components.passage import clean, filled, own_words, passage, said
from ui.components.telling import tell_trouble
from ui.language import Words
from ui.screens.activity.asked import Asked
from ui.served import served
from ui.session import Person, keep, kept
from workflow.errors import NotAllowed, NotFound, UnknownLocale
from workflow.services import translation
from workflow.services.people import Role
from workflow.services.translation import Paragraph, Past

_PLACE = "earlier"
_PARTS = 3
_DIGITS = 9


def draw(who: Person, asked: Asked, *, tag: str = "h2") -> None:
    """Draw the text that is asked for beside the one of now; nothing where none is.

    Where it may not be seen, that is said here, and the rest of the page stays. `tag` is the rank
    of its heading.
    """
    parts = asked.look.split(".")
    if len(parts) != _PARTS or not _is_version(parts[2]):
        return
    unit, locale, version = parts[0], parts[1], int(parts[2])
    house, asking = served(), who.me.id
    try:
        found = translation.unit(house.workspace, asking, house.clock(), unit=unit, locale=locale)
    except (NotFound, NotAllowed, UnknownLocale) as error:
        tell_trouble(who.words, error)
        return
    past = next((each for each in found.history if each.version == version), None)
    if past is None:
        return
    words = who.words
    with st.container(key="us-looked"):
        st.html(f"<{tag}>{_heading(words, found, locale)}</{tag}>")
        say_what_happened(words, _PLACE)
        st.html(_texts(words, found, past, locale))
        if _may_restore(who, found, past, locale):
            _draw_restoring(who, found, past, locale)
        link_to_paragraph(words.say("Open the paragraph"), found.document, locale, unit)
        rest = {name: value for name, value in asked.query.items() if name != "look"}
        link(words.say("Close"), ACTIVITY, **rest)


def _is_version(said: str) -> bool:
    return said.isascii() and said.isdecimal() and len(said) <= _DIGITS


def _heading(words: Words, found: Paragraph, locale: str) -> str:
    own = served().workspace.last_settings.of(found.document)
    title = own_words(own.title or found.document)
    language = clean(words.language(locale))
    if found.row.position is None:
        sentence = words.say("A paragraph that is gone from {title}, in {language}")
        return filled(sentence, title=title, language=language)
    number = clean(words.number(found.row.position + 1))
    sentence = words.say("Paragraph {number} of {title}, in {language}")
    return filled(sentence, number=number, title=title, language=language)


def _texts(words: Words, found: Paragraph, past: Past, locale: str) -> str:
    row = found.row
    if row.text == past.text:
        label = words.say("The text of then is the text of now:")
        return said(words, label) + passage(past.text, locale, tag="p", kind="us-serif")
    then = passage(past.text, locale, tag="p", kind="us-serif")
    since = differences(past.text, row.text, locale)
    return (
        said(words, words.say("The text of then:"), kind="us-quiet")
        + then
        + said(words, words.say("What changed since:"), kind="us-quiet")
        + since
    )


def _may_restore(who: Person, found: Paragraph, past: Past, locale: str) -> bool:
    """Tell whether to offer it; the service decides."""
    if past.text == found.row.text or not past.text.strip():
        return False
    return any(
        each.role >= Role.TRANSLATOR
        and each.document in ("", found.document)
        and each.locale in ("", locale)
        for each in who.me.given
    )


def _draw_restoring(who: Person, found: Paragraph, past: Past, locale: str) -> None:
    """Take the text up again, after asking; whoever clicks saw the text of now as it was drawn."""
    words, house = who.words, served()
    key = f"{found.row.unit}-{locale}-{past.version}"
    seen = kept(f"restore-{key}")
    place = st.empty()
    if not isinstance(seen, int):
        if not place.button(words.say("Take this text again"), key=f"restore-{key}"):
            return
        seen = found.row.version
        keep(f"restore-{key}", seen)
    with place.container():
        question = words.say(
            "The text of then takes the place of the one of now, which stays in the history. A "
            "second person has to review it. Take it?"
        )
        st.html(alert(words, question))
        with st.container(horizontal=True):
            is_wanted = st.button(words.say("Yes, take it"), key=f"restore-yes-{key}")
            is_left = st.button(words.say("Leave it as it is"), key=f"restore-no-{key}")
    if not (is_wanted or is_left):
        return
    keep(f"restore-{key}", None)
    if is_left:
        st.rerun()
    do(
        words,
        _PLACE,
        lambda: translation.restore(
            house.workspace,
            who.me.id,
            house.clock(),
            unit=found.row.unit,
            locale=locale,
            seen=seen,
            version=past.version,
        ),
        words.say("Done: the text of then is the translation again."),
    )
