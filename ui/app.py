"""The picture frame: who looks, in which language, and which screen."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from ui.components.bar import bar
from ui.components.frame import frame
from ui.components.links import HOME, ME, TRANSLATE
from ui.components.passage import said
from ui.components.telling import attempt, tell_trouble
from ui.language import Words, words
from ui.screens import door, home, me, translate
from ui.session import Person, arrive, person, spoken_to
from ui.turns import one_at_a_time
from workflow.errors import StoreError

_SCREENS = {HOME: home.render, TRANSLATE: translate.render, ME: me.render}


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
    titles = {
        HOME: spoken.say("Home"),
        TRANSLATE: spoken.say("Translate"),
        ME: spoken.say("Me"),
    }
    chosen = st.navigation(
        [
            st.Page(partial(draws, path), title=title, url_path=path, default=path == HOME)
            for path, title in titles.items()
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
    if not who.is_signed_in and path != TRANSLATE:
        return
    attempt(who.words, _SCREENS[path], who)


def _outside(spoken: Words, _: str) -> None:
    door.render(spoken)


def _say_ended(spoken: Words) -> None:
    sentence = spoken.say(
        "You are signed out on this device. What you typed is kept here. Open your personal link "
        "in this browser; it is saved then."
    )
    st.html(f'<div role="status">{said(spoken, sentence, kind="us-note")}</div>')


main()
