"""Inviting somebody, and what became of the invitations before."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui.components.anchors import anchor
from ui.components.inviting import inviting
from ui.components.links import PEOPLE
from ui.components.matrix import Line, matrix
from ui.components.passage import clean, filled, name, said
from ui.language import Words, local, tell
from ui.screens.people.asked import ON_A_PAGE, Asked
from ui.screens.people.asking import asking
from ui.screens.people.choices import languages_of
from ui.screens.people.reach import ALL
from ui.screens.people.sentences import by_whom, described, part_in_words
from ui.session import Person, zone
from workflow.services import documents, people
from workflow.services.people import InvitationState, PendingInvitation

_STATES = {
    InvitationState.OPEN: tell("○ open"),
    InvitationState.USED: tell("✓ used"),
    InvitationState.EXPIRED: tell("✗ out of date"),
    InvitationState.REVOKED: tell("✗ taken back"),
    InvitationState.LAPSED: tell("✗ void: whoever made it may not give this role any more"),
}


def draw(who: Person, at: Asked) -> None:
    """Draw the form for an invitation and all invitations of a part.

    Raises:
        NotFound, NotAllowed, UnknownLocale: this part is not his; nothing is drawn then.
    """
    words, say = who.words, who.words.say
    workspace, actor, now = asking(who)
    people.invitations(
        workspace, actor, now, document=at.part.document, locale=at.part.locale
    )  # may he? nothing of the page stands there if not
    st.html(said(words, say("Invitations"), tag="h1"))
    back = anchor(clean(say("All people")), PEOPLE, **Asked(at.part).query())
    st.html(f'<p dir="{words.direction}">{back}</p>')
    if at.part != ALL:
        sentence = say("Here one invites for {part}.")
        st.html(f"<p>{filled(sentence, part=part_in_words(words, at.part))}</p>")
    st.html(said(words, say("Invite somebody"), tag="h2"))
    listed = documents.listing(workspace, actor, now)
    inviting(
        who,
        document=at.part.document,
        locale=at.part.locale,
        locale_choices=languages_of(listed, at.part.document),
    )
    found = people.invitations(
        workspace, actor, now, document=at.part.document, locale=at.part.locale
    )
    if found:
        _draw_all(words, found)


def _draw_all(words: Words, found: Sequence[PendingInvitation]) -> None:
    """Draw what became of each; those that are open, and those who came, stand above in short."""
    say = words.say
    heads = [say("Invitation"), say("State"), say("Made by"), say("Who came"), say("Until")]
    lines = [
        Line(
            described(words, each.given),
            [
                clean(say(_STATES[each.state])),
                f"<div>{by_whom(words, each.by)}</div>",
                _guest(words, each),
                clean(words.day(local(each.expires, zone()).date())),
            ],
        )
        for each in found[:ON_A_PAGE]
    ]
    with st.expander(say("All invitations, and what became of them")):
        st.html(matrix(words, say("Invitations, the newest first"), heads, lines))
        if len(found) > ON_A_PAGE:
            sentence = words.count(
                "{n} older one is not shown.", "{n} older ones are not shown.",
                len(found) - ON_A_PAGE,
            )  # fmt: skip
            st.html(said(words, sentence, kind="us-quiet"))


def _guest(words: Words, each: PendingInvitation) -> str:
    if each.guest is None:
        return ""
    return name(each.guest.name) if each.guest.name else clean(words.say("a former member"))
