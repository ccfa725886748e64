"""The picture frame: who looks, in which language, and which screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from importlib import import_module
from types import ModuleType

import streamlit as st

from ui.components.bar import bar
from ui.components.frame import frame
from ui.components.links import HOME, REVIEW, TITLES, TRANSLATE
from ui.components.passage import said
from ui.components.telling import attempt, tell_trouble
from ui.language import Words, words
from ui.screens import door
from ui.session import Person, arrive, person, spoken_to
from ui.turns import one_at_a_time
from workflow.errors import StoreError

_AT_WORK = (TRANSLATE, REVIEW)
"""Where there may be unsaved text on the screen."""


@one_at_a_time
def main() -> None:
    """Draw one screen for one person."""
    st.set_page_config("Undersigned", layout="wide", initial_sidebar_state="collapsed")
    try:
        who = person()
    except StoreError as error:
        spoken = words(spoken_to(None))
        frame(spoken)
        tell_trouble(spoken, error)
        return
    spoken = who.words if who else words(spoken_to(None))
    frame(spoken, who.me.id if who else "")
    draws: Callable[[str], None] = partial(_draw, who) if who else partial(_outside, spoken)
    chosen = st.navigation(
        [
            st.Page(
                partial(draws, path), title=spoken.say(title), url_path=path, default=path == HOME
            )
            for path, title in TITLES.items()
        ],
        position="hidden",
    )
    chosen.run()


def _draw(who: Person, path: str) -> None:
    """Draw a screen for somebody who has come in.

    Where the session has ended, or nobody can find out whether it has, the statement stays as it
    is and nothing else is read.
    """
    bar(who)
    arrive(path)
    with st.container(key="us-told"):
        if who.trouble:
            tell_trouble(who.words, who.trouble)
        elif not who.is_signed_in:
            _say_ended(who.words)
    if not who.is_signed_in and path not in _AT_WORK:
        return
    attempt(who.words, _module_of(path).render, who)


def _module_of(path: str) -> ModuleType:
    """Load the module of a screen when somebody first looks at it, since some are large."""
    return import_module(f"ui.screens.{path.replace('-', '_') or 'home'}")


def _outside(spoken: Words, _: str) -> None:
    door.render(spoken)


def _say_ended(spoken: Words) -> None:
    sentence = spoken.say(
        "You are signed out on this device. What you typed is kept here. Open your return link "
        "in this browser; it is saved then."
    )
    st.html(f'<div role="status">{said(spoken, sentence, kind="us-note")}</div>')


main()
