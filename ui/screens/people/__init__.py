"""People: who is here, who may do what, who lost the link, who is invited.

reach      what somebody coordinates, and may give
asked      what the address asks for
listing    all members, in a table
filters    the line of filters above it
invited    inviting, and what became of the invitations
one        one member, with all that can be done
giving     a role more
taking     a role less
vouching   two persons, not one
helping    a new return link
erasing    being forgotten
sentences  what is said of members everywhere
refusals   why something was not done
asking     as whom, and whether it is meant
"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from ui.components.links import HOME, link
from ui.components.passage import said
from ui.components.telling import tell_trouble
from ui.screens.people import invited, listing, one
from ui.screens.people.asked import View, asked
from ui.screens.people.reach import part_to_show, parts
from ui.session import Person
from workflow import errors


def render(who: Person) -> None:
    """Draw the people, or one of them, or the invitations, as the address asks."""
    with st.container(key="us-people"):
        at = asked(st.query_params.to_dict())
        if not parts(who.me.given):
            _refuse(who, errors.NotAllowed("people.members", "coordinator"))
            return
        at = replace(at, part=part_to_show(who.me.given, at.part))
        try:
            if at.member:
                one.draw(who, at)
            elif at.view is View.INVITATIONS:
                invited.draw(who, at)
            else:
                listing.draw(who, at)
        except (errors.AccessError, errors.UnknownLocale) as error:
            _refuse(who, error)


def _refuse(who: Person, error: Exception) -> None:
    """Say that somebody may not, and show a way on; nothing else was drawn."""
    say = who.words.say
    st.html(said(who.words, say("People"), tag="h1"))
    tell_trouble(who.words, error)
    with st.container(key="us-ways-people"):
        link(say("Home"), HOME)
