"""Inviting people: a link for one person, shown once, and what became of those made before."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.components.notes import alert
from ui.components.once import Once, once, show
from ui.components.passage import clean, filled, name, own_words, said
from ui.language import Words
from ui.refusals import refusal
from ui.role_names import role_name, roles_up_to
from ui.served import served
from ui.session import Person, zone
from workflow import errors
from workflow.services import people
from workflow.services.people import (
    GivenRole,
    Invitation,
    InvitationState,
    PendingInvitation,
    Role,
)
from workflow.services.workspace import Workspace

_MOST_PILLS = 8
"""Languages that are shown side by side; more are a list to choose from."""
_DAYS = (3, 7, 30)
_SHOWN = 30
"""Invitations that are listed; those that are open come first."""


@dataclass(frozen=True, slots=True)
class _Where:
    """For what one invites: a statement and a language, or all of them."""

    document: str
    locale: str

    @property
    def key(self) -> str:
        """Tell its fields from those of others."""
        return f"{self.document}-{self.locale}"


def inviting(
    who: Person, *, document: str = "", locale: str = "", locale_choices: Collection[str] = ()
) -> None:
    """Draw the form for an invitation, its link once it is made, and the invitations before it.

    Args:
        who: the member who invites.
        document: name of the statement that guests come for; empty for all.
        locale: the language that they come for; empty to ask.
        locale_choices: the languages that there are to choose from.
    """
    here = _Where(document, locale)
    made: Once[Invitation] = once(f"invitation.{here.key}")
    if f"invite-role-{here.key}" not in st.session_state:  # which forgets what is not drawn
        made.forget()
    if (asked := _form(who, here, tuple(locale_choices))) is not None:
        _make(who, made, *asked)
    found = people.invitations(*_asking(who), document=document, locale=locale)
    if made.found is not None:
        is_open = {each.id for each in found if each.state is InvitationState.OPEN}
        if made.found.id in is_open:
            _show(who.words, made, made.found)
        else:
            made.forget()
    _list(who, here, found)


# --- the form ------------------------------------------------------------------------------------


def _form(who: Person, here: _Where, locales: tuple[str, ...]) -> tuple[Role, str, str, int] | None:
    """Ask for whom a link shall be; None where the button was not pressed, or something lacks."""
    words, say = who.words, who.words.say
    roles = roles_to_give(who, here.document, here.locale)
    if not roles:
        st.html(said(words, say("You cannot invite people here. Ask a coordinator.")))
        return None
    with st.form(f"invite-{here.key}", border=False):
        role = st.pills(
            say("What the guest will be"),
            roles,
            default=roles[0],
            required=True,
            format_func=lambda each: role_name(words, each.label),
            key=f"invite-role-{here.key}",
        )
        locale = here.locale or _language(words, here, locales)
        scope = _scope(who, here)
        days = st.selectbox(
            say("The link works for"),
            _DAYS,
            format_func=lambda each: words.count("{n} day", "{n} days", each),
            key=f"invite-days-{here.key}",
            width=240,
        )
        if not st.form_submit_button(say("Make a link"), type="primary"):
            return None
    if locale is None:
        st.html(alert(words, say("Choose a language first: the one into which the guest works.")))
        return None
    return role or roles[0], scope, "" if locale == _EVERY else locale, (days or _DAYS[0]) * 24


_EVERY = "*"


def _language(words: Words, here: _Where, locales: tuple[str, ...]) -> str | None:
    """Ask for a language; where there is only one, it is chosen already."""
    say, key = words.say, f"invite-language-{here.key}"
    options = [*locales, _EVERY]
    chosen = locales[0] if len(locales) == 1 else None if locales else _EVERY

    def named(tag: str) -> str:
        return say("All languages") if tag == _EVERY else words.language(tag)

    if len(locales) <= _MOST_PILLS:
        return st.pills(
            say("Into which language"),
            options,
            default=chosen,
            required=chosen is not None,  # else a click on it would take the choice away
            format_func=named,
            key=key,
        )
    return st.selectbox(
        say("Into which language"),
        options,
        None,
        format_func=named,
        placeholder=say("Choose a language"),
        key=key,
        width=360,
    )


def _scope(who: Person, here: _Where) -> str:
    """Ask whether for this statement or for all, where one may give both."""
    say = who.words.say
    if not here.document or not roles_to_give(who, "", here.locale):
        return here.document
    names = {here.document: say("This statement only"), "": say("All statements")}
    return (
        st.radio(
            say("The invitation is for"),
            list(names),
            format_func=lambda each: names[each],
            horizontal=True,
            key=f"invite-scope-{here.key}",
        )
        or ""
    )


def roles_to_give(who: Person, document: str, locale: str = "") -> tuple[Role, ...]:
    """Say which roles somebody may give on a document, or on all; translators first.

    Args:
        who: whoever gives.
        document: name of the document; empty for all.
        locale: a language; empty for all.
    """
    own = [
        each.role
        for each in who.me.given
        if each.document in ("", document)
        and each.locale in ("", locale)
        and each.role >= Role.COORDINATOR
    ]
    return roles_up_to(max(own, default=None))


# --- making one ----------------------------------------------------------------------------------


def _make(
    who: Person, made: Once[Invitation], role: Role, document: str, locale: str, hours: int
) -> None:
    """Make a link; two clicks on the button make one."""
    workspace, actor, now = _asking(who)

    def verb() -> Invitation:
        return people.invite(
            workspace, actor, now, role=role, document=document, locale=locale, hours=hours
        )

    try:
        made.make((role, document, locale, hours), now, verb)
    except errors.UndersignedError as error:
        st.html(alert(who.words, refusal(who.words, error)))


def _show(words: Words, made: Once[Invitation], invitation: Invitation) -> None:
    """Show the link until whoever made it has sent it, or goes elsewhere."""
    say = words.say
    sentence = say(
        "Send this link to one person, by whatever way you trust. It lets one person in, once, and "
        "works until {moment}. It is shown only now.",
        moment=words.moment(invitation.expires, served().clock(), zone()),
    )
    picture = say("The invitation as a QR code")
    show(words, sentence, invitation.link.address, picture, _for_whom(words, invitation.given))
    if st.button(say("It is sent: hide it"), key="invitation-sent"):
        made.forget()
        st.rerun()


# --- those made before ---------------------------------------------------------------------------


def _list(who: Person, here: _Where, found: tuple[PendingInvitation, ...]) -> None:
    words, say = who.words, who.words.say
    still = [each for each in found if each.state is InvitationState.OPEN]
    used = [each for each in found if each.state is InvitationState.USED]
    place = f"invitations-{here.key}"
    if still:
        st.html(said(words, say("Open invitations"), tag="h3"))
    for each in still[:_SHOWN]:
        _draw_open(who, each, place)
    say_what_happened(words, place)
    if used:
        st.html(said(words, say("Who came"), tag="h3"))
        entries = "".join(f"<li>{_came(words, each)}</li>" for each in used[:_SHOWN])
        st.html(f'<ul class="us-plain" dir="{words.direction}">{entries}</ul>')
    more = max(0, len(still) - _SHOWN) + max(0, len(used) - _SHOWN)
    if more:
        sentence = words.count(
            "{n} more invitation is not shown here.",
            "{n} more invitations are not shown here.",
            more,
        )
        st.html(said(words, sentence, kind="us-quiet"))


def _draw_open(who: Person, each: PendingInvitation, place: str) -> None:
    words, say = who.words, who.words.say
    now = served().clock()
    with st.container(
        key=f"us-line-invitation-{each.id}", horizontal=True, vertical_alignment="center"
    ):
        until = say("until {moment}", moment=words.moment(each.expires, now, zone()))
        st.html(f"<p>{_for_whom(words, each.given)} · {clean(until)}</p>")
        if st.button(say("Take back"), key=f"invitation-back-{each.id}"):
            do(
                words,
                place,
                lambda: people.revoke_invitation(*_asking(who), invitation=each.id),
                say("Taken back: this link opens nothing any more."),
                refusal,
            )


def _came(words: Words, each: PendingInvitation) -> str:
    guest = each.guest.name if each.guest else ""
    who_came = name(guest) if guest else clean(words.say("somebody who has left since"))
    return f"{who_came} · {_for_whom(words, each.given)}"


def _for_whom(words: Words, given: GivenRole) -> str:
    """Say what an invitation gives, as HTML."""
    language = words.language(given.locale) if given.locale else words.say("all languages")
    if given.document:
        title = served().workspace.last_settings.of(given.document).title or given.document
        what = own_words(title)
    else:
        what = clean(words.say("all statements"))
    return filled(
        words.say("{role}, {language}, {statement}"),
        role=clean(role_name(words, given.role.label)),
        language=clean(language),
        statement=what,
    )


def _asking(who: Person) -> tuple[Workspace, str, datetime]:
    house = served()
    return house.workspace, who.me.id, house.clock()
