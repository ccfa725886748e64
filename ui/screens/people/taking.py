"""The roles of a member, each to be taken away by whoever may; it is asked once more."""

from __future__ import annotations

import streamlit as st

from ui.components.chooser import isolated
from ui.components.doing import do, say_what_happened
from ui.components.passage import said
from ui.screens.people.asking import answered, asking, is_meant, wants
from ui.screens.people.reach import may_change
from ui.screens.people.refusals import refusal
from ui.screens.people.sentences import described
from ui.session import Person
from workflow.services import people
from workflow.services.people import GivenRole, Member

PLACE = "people-taken"


def draw(who: Person, member: Member) -> None:
    """Draw what a member may do."""
    words, say = who.words, who.words.say
    st.html(said(words, say("Roles"), tag="h2"))
    if not member.given:
        st.html(said(words, say("No role at the moment.")))
    for number, each in enumerate(member.given):
        key = f"take-{member.id}-{int(each.role)}-{each.document}-{each.locale}"
        with st.container(
            key=f"us-line-role-{number}", horizontal=True, vertical_alignment="center"
        ):
            st.html(f"<p>{described(words, each)}</p>")
            is_asked = may_change(who.me.given, each) and wants(key, say("Take this role away"))
        if is_asked and is_meant(
            words, key, _question(who, member), say("Take the role away"), say("Leave it")
        ):
            _take(who, member, each)
    say_what_happened(words, PLACE)


def _question(who: Person, member: Member) -> str:
    say = who.words.say
    if member.id == who.me.id:
        return say(
            "You take this role from yourself, and may no longer do what it allows; somebody else "
            "has to give it back. Take it away?"
        )
    return say(
        "{name} can no longer do what this role allows, from the next click on. All that {name} "
        "wrote stays, under the same name. Take it away?",
        name=isolated(member.name),
    )


def _take(who: Person, member: Member, given: GivenRole) -> None:
    workspace, actor, now = asking(who)

    def act() -> None:
        answered()
        people.withdraw(
            workspace,
            actor,
            now,
            member=member.id,
            role=given.role,
            document=given.document,
            locale=given.locale,
        )

    do(who.words, PLACE, act, who.words.say("The role is taken away."), refusal)
