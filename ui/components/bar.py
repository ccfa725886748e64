"""The bar on top of every screen: where one can go, and who one is."""

from __future__ import annotations

import streamlit as st

from ui.components.links import HOME, ME, TRANSLATE, link
from ui.components.passage import clean, name
from ui.session import Person

_MARK = '<span class="us-mark" aria-hidden="true"></span>'
_BRAND = f'<span class="us-brand">{_MARK}<b>Undersigned</b></span>'


def bar(who: Person) -> None:
    """Draw the ways to the screens, the person's name, and the way out."""
    say = who.words.say
    with st.container(key="us-bar", horizontal=True, vertical_alignment="center"):
        st.html(_BRAND, width="content")
        link(say("Home"), HOME)
        link(say("Translate"), TRANSLATE)
        with st.container(
            key="us-person", horizontal=True, vertical_alignment="center", width="content"
        ):
            st.html(f'<span class="us-who">{name(who.me.name)}</span>', width="content")
            link(say("Me"), ME)
            out = say("Sign out")
            way = f'<a class="us-out" href="./sign-out" target="_self">{clean(out)}</a>'
            st.html(way, width="content")


def brand() -> None:
    """Draw our name alone, for whoever has not come in."""
    with st.container(key="us-bar", horizontal=True, vertical_alignment="center"):
        st.html(_BRAND, width="content")
