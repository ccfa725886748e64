"""Links to our own screens: a click moves without loading the page anew, and takes places along."""

from __future__ import annotations

import streamlit as st

from ui.language import tell

HOME, TRANSLATE, REVIEW, READ = "", "translate", "review", "read"
BOARD, DOCUMENT, PEOPLE, ACTIVITY = "board", "document", "people", "activity"
TAKE_AWAY, ME = "take-away", "me"
"""Where the screens are, below the root."""

TITLES = {
    HOME: tell("Home"),
    TRANSLATE: tell("Translate"),
    REVIEW: tell("Review"),
    READ: tell("Read"),
    BOARD: tell("Board"),
    DOCUMENT: tell("Statement"),
    PEOPLE: tell("People"),
    ACTIVITY: tell("Activity"),
    TAKE_AWAY: tell("Take away"),
    ME: tell("Me"),
}
"""What each screen is called, in the bar on top and in the browser's own."""


def link(label: str, screen: str, **query: str) -> None:
    """Draw a link to a screen.

    Args:
        label: a sentence of ours, never people's text: Streamlit reads Markdown in it.
        screen: one of the names above.
        query: what stands behind the address; the empty are left out.
    """
    page = st.Page(_nothing, title=label, url_path=screen, default=not screen)
    st.page_link(page, label=label, query_params={key: each for key, each in query.items() if each})


def link_to_paragraph(label: str, document: str, locale: str, paragraph: str = "") -> None:
    """Draw a link to a paragraph of a statement, or to the statement."""
    link(label, TRANSLATE, document=document, locale=locale, paragraph=paragraph)


def _nothing() -> None:
    """Stand for a screen that the frame knows by its address."""
