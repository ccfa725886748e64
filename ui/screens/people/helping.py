"""A new return link for a member who lost the old one."""

from __future__ import annotations

import streamlit as st

from ui.components.chooser import isolated
from ui.components.notes import alert
from ui.components.once import Once, once, show
from ui.components.passage import said
from ui.screens.people.asking import answered, asking, is_meant, wants
from ui.screens.people.reach import has_as_much
from ui.screens.people.refusals import refusal
from ui.session import Person
from workflow import errors
from workflow.services import people
from workflow.services.people import Member

_LINK = "people.link"


def draw(who: Person, member: Member) -> None:
    """Draw what a new link means, make one when it is meant, and show it this once."""
    words, say, name = who.words, who.words.say, isolated(member.name)
    st.html(said(words, say("Lost the link?"), tag="h2"))
    if not has_as_much(who.me.given, member.given):
        sentence = say("{name} may do more than you. Ask an admin to make the link.", name=name)
        st.html(said(words, sentence))
        return
    sentence = say(
        "Make a new return link, and send it to {name} alone. It is written down that you made it, "
        "and {name} is told. Since you could come in with it too, neither of you may review what "
        "the other wrote for as long as it can be used, and 24 hours more. {name} ends that by "
        "making a link of their own, on the page “Me”.",
        name=name,
    )
    st.html(said(words, sentence, kind="us-quiet"))
    made = once(_LINK)
    if made.about != (member.id,):
        _ask(who, member, made)
    if made.about == (member.id,):
        _show(who, member, made)


def _ask(who: Person, member: Member, made: Once[str]) -> None:
    words, say, key = who.words, who.words.say, f"link-{member.id}"
    question = say(
        "The link that {name} has now opens nothing any more then. Make a new one?",
        name=isolated(member.name),
    )
    if wants(key, say("Make a new return link")) and is_meant(
        words, key, question, say("Make the new link"), say("Keep the old one")
    ):
        _make(who, member, made)


def _show(who: Person, member: Member, made: Once[str]) -> None:
    """Show the link until whoever made it has sent it, or goes on to something else."""
    words, say = who.words, who.words.say
    told = say(
        "This is the new return link. Send it to {name} alone, by a way that you trust. It is "
        "shown only now.",
        name=isolated(member.name),
    )
    show(words, told, made.found or "", say("The return link as a QR code"))
    if st.button(say("It is sent: hide it"), key="people-link-sent"):
        made.forget()
        st.rerun()


def _make(who: Person, member: Member, made: Once[str]) -> None:
    workspace, actor, now = asking(who)
    try:
        made.make(
            (member.id,),
            now,
            lambda: people.issue_link(workspace, actor, now, member=member.id).address,
        )
    except errors.UndersignedError as error:
        st.html(alert(who.words, refusal(who.words, error)))
    answered()


def forget_link() -> None:
    """Show the link no more: whoever made it went on to something else."""
    once(_LINK).forget()
