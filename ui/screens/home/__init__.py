"""Home: what came back to me, where I go on, what waits for me; each a link to its place."""

from __future__ import annotations

import streamlit as st

from ui.components.links import BOARD, DOCUMENT, link
from ui.components.passage import filled, name, said
from ui.language import Words
from ui.rights import may_add
from ui.screens.home.came_back import draw_came_back
from ui.screens.home.lists import (
    draw_answers,
    draw_changed,
    draw_drafts,
    draw_reviews,
    draw_works,
)
from ui.served import served
from ui.session import Person
from workflow.services import documents, tasks
from workflow.services.people import Role

_FEW = 3
"""Pieces of work of their own that are drawn for those who coordinate, below the board."""


def render(who: Person) -> None:
    """Draw what one can do in the next ten minutes; for coordinators the board comes first."""
    words, coordinates = who.words, who.has_role(Role.COORDINATOR)
    with st.container(key="us-welcome"):
        greeting = filled(words.say("Welcome, {name}"), name=name(who.me.name))
        st.html(f"<h1>{greeting}</h1>")
    if not who.is_signed_in:
        return
    if coordinates:
        from ui.screens import board  # nobody else needs all that comes with it

        with st.container(key="us-board-short"):
            board.draw_short(who)
    with st.container(key="us-home"):
        house = served()
        mine = tasks.mine(house.workspace, who.me.id, house.clock())
        if not mine.works:
            _draw_first_step(who) if coordinates else _draw_nothing(words)
            return
        titles = {each.choice.document: each.choice.title for each in mine.works}
        draw_came_back(who, mine.came_back, titles)
        draw_works(words, mine.works, *([_FEW] if coordinates else []))
        draw_reviews(words, mine.reviews)
        draw_drafts(words, mine.drafts, titles)
        draw_changed(words, [each for each in mine.works if each.changed])
        draw_answers(words, mine, titles)
        if not coordinates:
            link(words.say("How far everything is"), BOARD)


def _draw_first_step(who: Person) -> None:
    """Say what to do where there is no statement at all; else the board above says enough."""
    words, house = who.words, served()
    if may_add(who) and not documents.listing(house.workspace, who.me.id, house.clock()):
        st.html(said(words, words.say("There is no statement yet. Add the first one.")))
        link(words.say("Add a statement"), DOCUMENT)


def _draw_nothing(words: Words) -> None:
    sentence = words.say(
        "There is no statement for you yet. Tell whoever sent you the link into which language "
        "you translate; it appears here then."
    )
    st.html(said(words, sentence))
