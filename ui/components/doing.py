"""Doing what was asked for on a page, and saying in its place what came of it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from ui.components.notes import alert, status
from ui.language import Words
from ui.sentences import trouble
from ui.session import said_in, say_next
from workflow import errors


def do(
    words: Words,
    place: str,
    act: Callable[[], object],
    done: str,
    about: Callable[[Words, Exception], str] = trouble,
) -> None:
    """Do what was asked, and draw the page anew; or say at once why it was not done.

    Args:
        words: the language of the reader.
        place: where on the page `done` is said then, by `say_what_happened`.
        act: does it; it is called inline, never in a callback or a fragment, which may get lost.
        done: the sentence; empty where the page says enough.
        about: puts an error into words.
    """
    try:
        act()
    except errors.UndersignedError as error:
        st.html(alert(words, about(words, error)))
        return
    say_next(place, done)
    st.rerun()


def say_what_happened(words: Words, place: str) -> None:
    """Say what was done in the run before, if it was done in this place."""
    sentence = said_in(place)
    if sentence:
        st.html(status(words, sentence))
