"""Sentences of ours that speak up when something happened; HTML for `st.html`."""

from __future__ import annotations

from ui.components.passage import clean, said
from ui.language import Words


def status(words: Words, sentence: str) -> str:
    """Write what was done; a screen reader says it when it comes to it."""
    return f'<div role="status">{said(words, sentence, kind="us-note")}</div>'


def alert(words: Words, sentence: str) -> str:
    """Write what was not done, and why; a screen reader says it at once."""
    return f'<div role="alert">{said(words, sentence, kind="us-note")}</div>'


def link(words: Words, address: str, text: str) -> str:
    """Write a link to a page of ours that is none of Streamlit's.

    >>> from ui.language import words
    >>> link(words("en"), "/sign-out", "Sign out")
    '<p dir="ltr"><a href="/sign-out" target="_self">Sign out</a></p>'
    """
    anchor = f'<a href="{clean(address)}" target="_self">{clean(text)}</a>'
    return f'<p dir="{words.direction}">{anchor}</p>'
