"""The board in short, as the home page of a coordinator begins with it."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from ui.components.anchors import anchor
from ui.components.links import BOARD, DOCUMENT, link
from ui.components.passage import clean, own_words, said
from ui.language import Words
from ui.rights import may_add
from ui.screens.board.saying import blocking, due, in_all
from ui.served import served
from ui.session import Person
from workflow.services import progress
from workflow.services.progress import Cell, Filter, Row, Second, Show

_SHOWN = 5
_NAMED = 3
"""Languages that are named in a sentence; more are counted."""


def draw_short(who: Person) -> None:
    """Draw the most urgent statements and the way to the whole board.

    Nothing where there is none in work: then the rest of the page says what to do.
    """
    words, house = who.words, served()
    found = progress.board(
        house.workspace,
        who.me.id,
        house.clock(),
        wanted=Filter(show=Show.UNFINISHED),
        per_page=_SHOWN,
    )
    if not found.known:
        return
    st.html(said(words, words.say("Most urgent"), tag="h2"))
    if not found.rows:
        st.html(said(words, words.say("All statements are finished."), tag="p"))
    else:
        rows = "".join(f"<li>{_entry(words, row)}</li>" for row in found.rows)
        st.html(f'<ul class="us-short" dir="{words.direction}">{rows}</ul>')
    with st.container(horizontal=True, gap="medium"):
        link(words.say("The whole board"), BOARD)
        if may_add(who):
            link(words.say("Add a statement"), DOCUMENT)


def _entry(words: Words, row: Row) -> str:
    title = anchor(own_words(row.title), BOARD, kind="us-title", document=row.document)
    facts = [due(words, row), *map(clean, _facts(words, row)), _stuck(words, row)]
    return (
        f"{title}<div>{in_all(words, row)}</div>"
        f'<span class="us-facts">{" · ".join(fact for fact in facts if fact)}</span>'
    )


def _stuck(words: Words, row: Row) -> str:
    """Say what holds up the language that is least far."""
    if not row.cells:
        return ""
    worst = min(row.cells, key=lambda each: (each.far.is_finished, each.far.percent))
    stuck = blocking(words, row, worst, in_words=False)
    return f"{clean(words.language(worst.locale))}: {stuck}" if stuck else ""


def _facts(words: Words, row: Row) -> Iterator[str]:
    """Say what waits, and where nobody is the second person."""
    if row.far.translated:
        yield words.count(
            "{n} paragraph waits for a review",
            "{n} paragraphs wait for a review",
            row.far.translated,
        )
    lonely = [each for each in row.cells if each.second not in (None, Second.FINE)]
    if lonely:
        yield _lonely(words, lonely)


def _lonely(words: Words, cells: list[Cell]) -> str:
    if len(cells) > _NAMED:
        return words.count(
            "somebody is missing in {n} language",
            "somebody is missing in {n} languages",
            len(cells),
        )
    named = words.together(words.language(each.locale) for each in cells)
    return words.say("somebody is missing in {languages}", languages=named)
