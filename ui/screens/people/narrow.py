"""Inviting into one language: for whoever coordinates no more than that."""

from __future__ import annotations

import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.components.notes import alert
from ui.components.passage import clean, said
from ui.language import local
from ui.role_names import role_name
from ui.screens.people.asking import asking
from ui.screens.people.once import Once, once, show
from ui.screens.people.reach import Part, roles_to_give
from ui.screens.people.refusals import refusal
from ui.screens.people.sentences import described
from ui.session import Person, zone
from workflow import errors
from workflow.services import people
from workflow.services.people import InvitationState, PendingInvitation, Role

_DAYS = (3, 7, 30)
_SHOWN = 30
_PLACE = "people-narrow"


def draw(who: Person, part: Part) -> None:
    """Draw the form, its link, and the invitations that are open."""
    words, say = who.words, who.words.say
    made = once("invited")
    if made.about[:1] != (part,):
        made.forget()
    asked = _form(who, part)
    if asked is not None:
        _make(who, made, part, *asked)
    if made.address:
        sentence = say(
            "Send this link to one person, by whatever way you trust. It lets one person in, once. "
            "It is shown only now."
        )
        show(words, sentence, made.address, say("The invitation as a QR code"))
    found = people.invitations(*asking(who), document=part.document, locale=part.locale)
    still = [each for each in found if each.state is InvitationState.OPEN]
    if still:
        st.html(said(words, say("Open invitations"), tag="h3"))
    for each in still[:_SHOWN]:
        _draw_open(who, made, each)
    say_what_happened(words, _PLACE)


def _form(who: Person, part: Part) -> tuple[Role, int] | None:
    """Ask as what somebody shall come; None where the button was not pressed."""
    words, say = who.words, who.words.say
    roles = roles_to_give(who.me.given, part)
    with st.form("people-narrow", border=False):
        role = st.pills(
            say("What the guest will be"),
            roles,
            default=roles[0],
            required=True,
            format_func=lambda each: role_name(words, each.label),
            key="people-narrow-role",
        )
        days = st.selectbox(
            say("The link works for"),
            _DAYS,
            format_func=lambda each: words.count("{n} day", "{n} days", each),
            key="people-narrow-days",
            width=240,
        )
        if not st.form_submit_button(say("Make a link"), type="primary"):
            return None
    return role or roles[0], days or _DAYS[0]


def _make(who: Person, made: Once, part: Part, role: Role, days: int) -> None:
    workspace, actor, now = asking(who)

    def verb() -> str:
        return people.invite(
            workspace,
            actor,
            now,
            role=role,
            document=part.document,
            locale=part.locale,
            hours=days * 24,
        ).link.address

    try:
        made.make((part, role, days), now, verb)
    except errors.UndersignedError as error:
        st.html(alert(who.words, refusal(who.words, error)))


def _draw_open(who: Person, made: Once, each: PendingInvitation) -> None:
    words, say = who.words, who.words.say
    workspace, actor, now = asking(who)

    def take_back() -> None:
        people.revoke_invitation(workspace, actor, now, invitation=each.id)
        made.forget()

    with st.container(
        key=f"us-line-invitation-{each.id}", horizontal=True, vertical_alignment="center"
    ):
        until = say("until {day}", day=words.day(local(each.expires, zone()).date()))
        st.html(f"<p>{described(words, each.given)} · {clean(until)}</p>")
        if st.button(say("Take back"), key=f"invitation-back-{each.id}"):
            done = say("Taken back: this link opens nothing any more.")
            do(words, _PLACE, take_back, done, refusal)
