"""What the lists of Home are made of: titles, entries, and how each begins."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from ui.components.passage import clean, numbered, own_words, passage, said
from ui.language import Words
from workflow.services.tasks import Spot

SHOWN = 5
"""Entries of a list that are drawn; more would be no list of the next ten minutes."""


@contextmanager
def entry(key: str) -> Iterator[None]:
    """Make the place of one entry."""
    with st.container(key=f"us-entry-{key}", gap="xxsmall"):
        yield


def draw_rest(words: Words, number: int) -> None:
    """Say how many more there are than are drawn."""
    if number > SHOWN:
        more = words.number(number - SHOWN)
        st.html(said(words, words.say("And {n} more.", n=more), kind="us-quiet"))


def draw_title(title: str) -> None:
    """Draw what a list is about."""
    st.html(f"<h2>{clean(title)}</h2>")


def where(words: Words, title: str, locale: str) -> str:
    """Name a statement and a language."""
    language = words.language(locale) if locale else ""
    beside = f'<span class="us-quiet">{clean(language)}</span>' if language else ""
    return f'<div class="us-where"><h3>{own_words(title)}</h3>{beside}</div>'


def begins(spot: Spot, locale: str) -> str:
    """Write the first words of a paragraph, in the language of the source."""
    return passage(numbered(spot.marker, spot.begins), locale, tag="p", kind="us-serif")


def short(text: str, longest: int = 160) -> str:
    """Cut a text so that it is one of several."""
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
