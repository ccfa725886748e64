"""Saying that something went wrong, where it is seen and heard."""

from __future__ import annotations

import streamlit as st

from ui.components.passage import said
from ui.language import Words
from ui.sentences import trouble


def tell_trouble(words: Words, error: Exception) -> None:
    """Draw what went wrong, in a sentence with what to do."""
    note = said(words, trouble(words, error), kind="us-note")
    st.html(f'<div role="alert">{note}</div>')
