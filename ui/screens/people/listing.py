"""All members of a part of the workspace, in a table, with the way to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import streamlit as st

from ui.components.anchors import anchor
from ui.components.doing import say_what_happened
from ui.components.links import PEOPLE
from ui.components.matrix import Line, matrix
from ui.components.passage import clean, filled, own_words, said
from ui.language import Words
from ui.screens.people import filters, helping
from ui.screens.people.asked import ON_A_PAGE, Asked, View
from ui.screens.people.asking import answered, asking
from ui.screens.people.reach import ALL, parts
from ui.screens.people.sentences import last_here, let_in_by, part_in_words, roles
from ui.session import Person
from workflow.services import people
from workflow.services.people import InvitationState, Member

LIST = "people"
"""The place where it is said what was done, once a member is not there any more."""
_FEW = 10


def draw(who: Person, at: Asked) -> None:
    """Draw the members of a part.

    Raises:
        NotFound, NotAllowed, UnknownLocale: this part is not his; nothing is drawn then.
    """
    words = who.words
    where = {"document": at.part.document, "locale": at.part.locale}
    workspace, actor, now = asking(who)
    found = people.members(workspace, actor, now, **where)
    invitations = people.invitations(workspace, actor, now, **where)
    answered()
    helping.forget_link()
    st.html(said(words, words.say("People"), tag="h1"))
    if at.part != ALL:
        st.html(_part(who, at))
    say_what_happened(words, LIST)
    st.html(_ways(words, at, sum(each.state is InvitationState.OPEN for each in invitations)))
    if len(found) > _FEW or at.is_filtered:
        tags = {each.locale for member in found for each in member.given if each.locale}
        st.html(filters.form(words, at, tags | ({at.language} - {""})))
    _draw_members(words, at, found, now)
    if {each.id for each in found} <= {actor}:
        st.html(said(words, words.say("Nobody else is here yet. Invite the first one.")))


def _part(who: Person, at: Asked) -> str:
    """Say which part is shown, and offer the others that he coordinates."""
    words, mine = who.words, parts(who.me.given)
    others = [each for each in mine if each != at.part]
    shown = filled(
        words.say("Shown here: who may do something in {part}."),
        part=part_in_words(words, at.part),
    )
    ways = [
        anchor(
            clean(words.say("Show all people"))
            if other == ALL
            else filled(words.say("Show {part}"), part=part_in_words(words, other)),
            PEOPLE,
            document=other.document,
            locale=other.locale,
        )
        for other in others
    ]
    told = " ".join([f"<span>{shown}</span>", *ways])
    return f'<p class="us-part" dir="{words.direction}">{told}</p>'


def _ways(words: Words, at: Asked, waiting: int) -> str:
    """Write the way to the invitations: the main thing to do here."""
    there = replace(Asked(at.part), view=View.INVITATIONS).query()
    way = anchor(clean(words.say("Invite somebody")), PEOPLE, "us-main", **there)
    waits = words.count("{n} invitation is open", "{n} invitations are open", waiting)
    more = anchor(clean(waits), PEOPLE, **there) if waiting else ""
    return f'<p class="us-act" dir="{words.direction}">{way}{more}</p>'


# --- the table -----------------------------------------------------------------------------------


def _draw_members(words: Words, at: Asked, found: Sequence[Member], now: datetime) -> None:
    wanted = at.among(found)
    if not wanted:
        nobody = said(words, words.say("Nobody is like that."))
        everybody = anchor(clean(words.say("Show everybody")), PEOPLE, **Asked(at.part).query())
        st.html(f'<div role="status">{nobody}</div><p>{everybody}</p>')
        return
    pages = -(-len(wanted) // ON_A_PAGE)
    page = min(max(1, at.page), pages)
    shown = wanted[(page - 1) * ON_A_PAGE : page * ON_A_PAGE]
    st.html(
        _how_many(words, at, len(wanted), len(found))
        + _table(words, at, shown, now)
        + _pages(words, at, page, pages)
    )


def _how_many(words: Words, at: Asked, wanted: int, known: int) -> str:
    sentence = (
        words.count(
            "{n} person of {known}", "{n} people of {known}", wanted, known=words.number(known)
        )
        if at.is_filtered
        else words.count("{n} person", "{n} people", known)
    )
    return said(words, sentence, kind="us-quiet")


def _table(words: Words, at: Asked, shown: Sequence[Member], now: datetime) -> str:
    say = words.say
    heads = [say("Name"), say("Roles"), say("Here since"), say("Last here"), say("Invited by")]
    lines = [
        Line(
            anchor(
                own_words(each.name), PEOPLE, "us-title", **Asked(at.part, member=each.id).query()
            ),
            [
                f"<div>{roles(words, each)}</div>",
                clean(words.day(each.since)) if each.since else "",
                clean(last_here(words, each.active, now)),
                f"<div>{let_in_by(words, each)}</div>",
            ],
        )
        for each in shown
    ]
    return matrix(words, say("Members: what each may do, and since when"), heads, lines)


def _pages(words: Words, at: Asked, page: int, pages: int) -> str:
    """Write the way to the other pages."""
    if pages == 1:
        return ""
    number = words.say("Page {page} of {pages}", page=words.number(page), pages=words.number(pages))
    ways = []
    if page > 1:
        before = at.query(page=str(page - 1))
        ways.append(anchor(clean(words.say("Page before")), PEOPLE, **before))
    ways.append(f"<span>{clean(number)}</span>")
    if page < pages:
        after = at.query(page=str(page + 1))
        ways.append(anchor(clean(words.say("Next page")), PEOPLE, **after))
    label = clean(words.say("Pages of the list"))
    return (
        f'<nav class="us-pages" aria-label="{label}" dir="{words.direction}">{"".join(ways)}</nav>'
    )
