"""Which statement and language a screen shows, and the way to others."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.components.passage import clean, filled, own_words
from ui.language import Words
from ui.session import Place, go
from workflow.services.tasks import Choice

_MANY = 60
"""Statements and languages above which one list would be too long to read, and to send."""
_APART, _TOGETHER = "\u2068", "\u2069"
"""Isolate a text from the direction of what stands around it, where no element can."""


def where() -> DeltaGenerator:
    """Make the line that says where one is."""
    return st.container(key="us-where", horizontal=True, vertical_alignment="center")


def titled(words: Words, title: str, locale: str) -> str:
    """Write the title for those who listen; others read it in the chooser."""
    sentence = words.say("{title}, in {language}")
    language = clean(words.language(locale))
    said_ = filled(sentence, title=own_words(title), language=language)
    return f'<h1 class="us-hidden">{said_}</h1>'


def chooser(words: Words, choices: tuple[Choice, ...], chosen: Choice) -> None:
    """Draw the way to other statements and languages."""
    if len(choices) == 1:
        st.html(f"<b>{own_words(_named(words, chosen))}</b>", width="content")
        return
    draw = _one_list if len(choices) <= _MANY else _two_lists
    wanted = draw(words, choices, chosen)
    if wanted != (chosen.document, chosen.locale):
        go(Place(*wanted))
        st.rerun()


def _one_list(words: Words, choices: tuple[Choice, ...], chosen: Choice) -> tuple[str, str]:
    there = {(each.document, each.locale): each for each in choices}
    which = list(there)  # by name, not by number: the list may be another one in the next run
    return st.selectbox(
        words.say("Statement and language"),
        which,
        which.index((chosen.document, chosen.locale)),
        format_func=lambda each: _named(words, there[each]),
        key=f"chooser-{chosen.document}-{chosen.locale}",
        label_visibility="collapsed",
        width=420,
    )


def _two_lists(words: Words, choices: tuple[Choice, ...], chosen: Choice) -> tuple[str, str]:
    """Draw the statements and, apart from them, the languages of the chosen one."""
    titles = {each.document: each.title for each in choices}
    key = f"chooser-statement-{chosen.document}"
    document = pick(words.say("Statement"), titles, chosen.document, key, 320, is_named=False)
    locales = {
        each.locale: words.language(each.locale) for each in choices if each.document == document
    }
    at = chosen.locale if chosen.locale in locales else next(iter(locales))
    key = f"chooser-language-{document}-{at}"
    return document, pick(words.say("Language"), locales, at, key, 200, is_named=False)


def pick(
    label: str,
    names: Mapping[str, str],
    chosen: str,
    key: str,
    width: int,
    *,
    is_named: bool = True,
) -> str:
    """Draw a list to choose one of, and give what is chosen.

    Args:
        label: what it is a list of.
        names: what each is called, which may be people's words; by what is chosen then.
        chosen: what is chosen now.
        key: of the widget; another one once something else is chosen.
        width: pixels.
        is_named: whether the label is seen; it is heard in any case.
    """
    keys = list(names)
    return st.selectbox(
        label,
        keys,
        keys.index(chosen),
        format_func=lambda each: isolated(names[each]),
        key=key,
        label_visibility="visible" if is_named else "collapsed",
        width=width,
    )


def _named(words: Words, choice: Choice) -> str:
    parts = (choice.title, words.language(choice.locale))
    return " · ".join(map(isolated, parts))


def isolated(text: str) -> str:
    """Keep a text from turning what stands around it, in labels that hold no elements."""
    return f"{_APART}{text}{_TOGETHER}"
