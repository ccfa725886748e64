"""The bar on top of every screen: where one can go, and who one is."""

from __future__ import annotations

import streamlit as st

from ui.components.links import (
    ACTIVITY,
    BOARD,
    HOME,
    ME,
    PEOPLE,
    READ,
    REVIEW,
    TAKE_AWAY,
    TITLES,
    TRANSLATE,
    link,
)
from ui.components.passage import clean, name
from ui.session import Person
from workflow.services.people import Role

_MARK = '<span class="us-mark" aria-hidden="true"></span>'
_BRAND = f'<span class="us-brand">{_MARK}<b>Undersigned</b></span>'


def bar(who: Person) -> None:
    """Draw the ways to the screens, the person's name, and the way out."""
    say = who.words.say
    with st.container(key="us-bar", horizontal=True, vertical_alignment="center"):
        st.html(_BRAND, width="content")
        for screen in _screens(who):
            link(say(TITLES[screen]), screen)
        with st.container(
            key="us-person", horizontal=True, vertical_alignment="center", width="content"
        ):
            st.html(f'<span class="us-who">{name(who.me.name)}</span>', width="content")
            link(say(TITLES[ME]), ME)
            out = say("Sign out")
            way = f'<a class="us-out" href="./sign-out" target="_self">{clean(out)}</a>'
            st.html(way, width="content")


def _screens(who: Person) -> tuple[str, ...]:
    """Give the screens that are of use to somebody; all else that he may see is linked on them."""
    reviews = (REVIEW,) if who.has_role(Role.REVIEWER) else ()
    coordinates = (BOARD, PEOPLE, ACTIVITY, TAKE_AWAY) if who.has_role(Role.COORDINATOR) else ()
    return (HOME, TRANSLATE, *reviews, READ, *coordinates)


def brand() -> None:
    """Draw our name alone, for whoever has not come in."""
    with st.container(key="us-bar", horizontal=True, vertical_alignment="center"):
        st.html(_BRAND, width="content")
