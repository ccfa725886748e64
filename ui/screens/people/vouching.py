"""Saying that a member and whoever invited that member are two persons."""

from __future__ import annotations

import streamlit as st

from ui.components.chooser import isolated
from ui.components.doing import do, say_what_happened
from ui.components.passage import said
from ui.language import Words
from ui.screens.people.asking import asking
from ui.screens.people.refusals import refusal
from ui.session import Person
from workflow.services import people
from workflow.services.people import Member

_PLACE = "people-vouched"


def draw(who: Person, member: Member) -> None:
    """Draw what vouching is for, and the button; nothing where a command invited the member."""
    words, say, host = who.words, who.words.say, member.invited_by
    if host is None:
        return
    st.html(said(words, say("Two persons?"), tag="h2"))
    names = {"name": isolated(member.name), "host": _called(words, host.name)}
    if member.vouched:
        sentence = say(
            "Somebody vouched that {name} and {host}, who sent the invitation, are two persons. So "
            "each may review what the other wrote.",
            **names,
        )
        st.html(said(words, sentence))
        say_what_happened(words, _PLACE)
        return
    sentence = say(
        "Whoever sends an invitation could use it too, and be two members at once. So neither of "
        "{name} and {host}, who sent this one, may review what the other wrote, until a third "
        "person who knows them both vouches for them.",
        **names,
    )
    st.html(said(words, sentence, kind="us-quiet"))
    if who.me.id in (member.id, host.id):
        st.html(said(words, say("You are one of the two: another coordinator has to vouch.")))
    elif st.button(say("I know that they are two persons"), key="people-vouch"):
        do(
            words,
            _PLACE,
            lambda: people.vouch(*asking(who), member=member.id),
            say("Done: you vouched for them."),
            refusal,
        )
    say_what_happened(words, _PLACE)


def _called(words: Words, name: str) -> str:
    return isolated(name) if name else words.say("a former member")
