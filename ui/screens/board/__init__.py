"""Board: what is done, how long there is, and what holds things up, at a glance."""

from __future__ import annotations

import streamlit as st

from ui.components.anchors import anchor
from ui.components.far import legend
from ui.components.links import BOARD, DOCUMENT, link
from ui.components.passage import clean, own_words, said
from ui.language import Words
from ui.rights import may_add
from ui.screens.board import burning
from ui.screens.board.form import form
from ui.screens.board.saying import due
from ui.screens.board.short import draw_short
from ui.screens.board.table import in_languages, table
from ui.served import served
from ui.session import Person
from ui.wanted import Asked, asked
from workflow.errors import NotFound
from workflow.services import progress
from workflow.services.people import Role
from workflow.services.progress import Board, Filter

__all__ = ["draw_short", "render"]


def render(who: Person) -> None:
    """Draw the board, or one statement of it, as the address asks."""
    words, at = who.words, asked(st.query_params.to_dict())
    with st.container(key="us-board"):
        st.html(said(words, words.say("Board"), tag="h1"))
        if at.wanted.document:
            _draw_statement(who, at)
        else:
            _draw_board(who, at)


# --- all statements ------------------------------------------------------------------------------


def _draw_board(who: Person, at: Asked) -> None:
    words, house, adds = who.words, served(), may_add(who)
    found = progress.board(
        house.workspace, who.me.id, house.clock(), wanted=at.wanted, page=at.page
    )
    if adds:
        with st.container(key="us-board-act"):
            link(words.say("Add a statement"), DOCUMENT)
    if not found.known:
        _draw_nothing(words, adds=adds)
        return
    st.html(form(words, at, found.languages, told_of_people=who.has_role(Role.COORDINATOR)))
    if not found.rows:
        everything = anchor(clean(words.say("Show all statements")), BOARD)
        nothing = said(words, words.say("No statement is like that."))
        st.html(f'<div role="status">{nothing}</div><p>{everything}</p>')
        return
    st.html(
        _how_many(words, at, found)
        + table(words, found, at.wanted.locale)
        + legend(words)
        + _pages(words, at, found)
        + _download(words, at)
    )


def _draw_nothing(words: Words, *, adds: bool) -> None:
    sentence = (
        words.say("There is no statement yet. Add the first one, and you see here how far it is.")
        if adds
        else words.say("There is no statement for you yet. It appears here once there is one.")
    )
    st.html(said(words, sentence))


def _how_many(words: Words, at: Asked, found: Board) -> str:
    """Say how many statements were found, where not all are shown."""
    if not at.is_filtered:
        return ""
    sentence = words.count(
        "{n} statement of {known}",
        "{n} statements of {known}",
        found.found,
        known=words.number(found.known),
    )
    return said(words, sentence, kind="us-quiet")


def _pages(words: Words, at: Asked, found: Board) -> str:
    """Write the way to the other pages."""
    if found.pages == 1:
        return ""
    number = words.say(
        "Page {page} of {pages}",
        page=words.number(found.page),
        pages=words.number(found.pages),
    )
    ways = []
    if found.page > 1:
        to = at.query(page=str(found.page - 1))
        ways.append(anchor(clean(words.say("Page before")), BOARD, **to))
    ways.append(f"<span>{clean(number)}</span>")
    if found.page < found.pages:
        to = at.query(page=str(found.page + 1))
        ways.append(anchor(clean(words.say("Next page")), BOARD, **to))
    label = clean(words.say("Pages of the board"))
    return (
        f'<nav class="us-pages" aria-label="{label}" dir="{words.direction}">{"".join(ways)}</nav>'
    )


def _download(words: Words, at: Asked) -> str:
    label = clean(words.say("Download this table (CSV)"))
    return f"<p>{anchor(label, 'download/board.csv', **at.query())}</p>"


# --- one statement -------------------------------------------------------------------------------


def _draw_statement(who: Person, at: Asked) -> None:
    """Draw one statement in all its languages, and how it came to where it is."""
    words, house = who.words, served()
    asking = (house.workspace, who.me.id, house.clock())
    wanted = Filter(document=at.wanted.document, locale=at.wanted.locale)
    found = progress.board(*asking, wanted=wanted)
    if not found.rows:
        raise NotFound("document")
    burned = progress.burn_up(*asking, document=wanted.document, locale=wanted.locale)
    (row,) = found.rows
    title = anchor(own_words(row.title), DOCUMENT, document=row.document)
    back = anchor(clean(words.say("The whole board")), BOARD)
    facts = [due(words, row), back]
    st.html(f"<h2>{title}</h2><p>{' · '.join(fact for fact in facts if fact)}</p>")
    if row.cells:
        st.html(in_languages(words, row) + legend(words) + _download(words, Asked(wanted, 1)))
    burning.draw(words, burned)
