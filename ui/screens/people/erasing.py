"""Letting a member be forgotten who asks for it."""

from __future__ import annotations

import streamlit as st

from ui.components.doing import do
from ui.components.notes import alert
from ui.components.passage import said
from ui.screens.people.asking import asking
from ui.screens.people.refusals import refusal
from ui.session import Person
from workflow.services import people
from workflow.services.people import Member


def draw(who: Person, member: Member, place: str) -> None:
    """Draw what is erased and what stays, and erase once the name was typed.

    Args:
        who: an admin.
        member: who asked for it.
        place: where it is said then, since the member's own page is gone.
    """
    words, say = who.words, who.words.say
    st.html(said(words, say("Erase this member"), tag="h2"))
    sentence = say(
        "For somebody who asks to be forgotten. Name, roles, links, sessions and drafts are gone "
        "for good, and no backup brings them back. The texts stay, as those of a former member. "
        "Nobody can undo it."
    )
    st.html(said(words, sentence, kind="us-quiet"))
    with st.form(f"people-erase-{member.id}", border=False):
        typed = st.text_input(
            say("Type the name of this member to confirm"),
            key=f"people-erase-typed-{member.id}",
            width=360,
        )
        if not st.form_submit_button(say("Erase this member for good")):
            return
    if " ".join(typed.split()) != " ".join(member.name.split()):
        sentence = say("Nothing was erased: this is not the name as it stands above.")
        st.html(alert(words, sentence))
        return
    do(
        words,
        place,
        lambda: people.erase(*asking(who), member=member.id),
        say("Forgotten. What this member wrote stays, as that of a former member."),
        refusal,
    )
