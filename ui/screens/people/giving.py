"""Giving a member a role more: what one has oneself, at most."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from ui.components.chooser import isolated
from ui.components.doing import do, say_what_happened
from ui.components.notes import alert, status
from ui.components.once import TWICE
from ui.components.passage import said
from ui.language import Words
from ui.role_names import role_name
from ui.screens.people.asking import asking
from ui.screens.people.choices import EVERY, languages_of, statements, tongues
from ui.screens.people.reach import Part, roles_to_give
from ui.screens.people.refusals import refusal
from ui.session import Person, keep, kept
from workflow.services import documents, people
from workflow.services.people import GivenRole, Member

PLACE = "people-given"
_LAST = "people.given"


def draw(who: Person, member: Member, part: Part) -> None:
    """Draw the form, and give what was asked for.

    Args:
        who: whoever gives.
        member: to whom.
        part: the part of the workspace in which it is given.
    """
    st.html(said(who.words, who.words.say("Give a role"), tag="h2"))
    asked = _form(who, member, part)
    say_what_happened(who.words, PLACE)
    if asked is not None:
        _give(who, member, asked)


def _form(who: Person, member: Member, part: Part) -> GivenRole | None:
    """Ask which role, and where; None where the button was not pressed, or something lacks."""
    words, say = who.words, who.words.say
    listed = documents.listing(*asking(who))
    there = statements(words, listed)
    offered = tongues(words, languages_of(listed, part.document))
    roles = roles_to_give(who.me.given, part)
    with st.form(f"people-give-{member.id}", border=False):
        role = st.pills(
            say("Role"),
            roles,
            default=roles[0],
            required=True,
            format_func=lambda each: role_name(words, each.label),
            key=f"people-give-role-{member.id}",
        )
        document, locale = part.document, part.locale
        if not document:
            document = _choice(words, say("Statement"), there, f"document-{member.id}") or ""
        if not locale:
            chosen = _choice(words, say("Language"), offered, f"locale-{member.id}", None)
        else:
            chosen = locale
        if not st.form_submit_button(say("Give this role"), type="primary"):
            return None
    if chosen is None:
        st.html(alert(words, say("Choose a language first, or all languages.")))
        return None
    return GivenRole(
        role or roles[0],
        "" if document == EVERY else document,
        "" if chosen == EVERY else chosen,
    )


def _choice(
    words: Words, label: str, names: Mapping[str, str], key: str, first: int | None = 0
) -> str | None:
    """Draw a list to choose one of."""
    return st.selectbox(
        label,
        list(names),
        first if len(names) > 1 else 0,
        format_func=lambda each: names.get(each, each),
        placeholder=words.say("Choose one"),
        key=f"people-give-{key}",
        width=360,
    )


@dataclass(frozen=True, slots=True)
class _Given:
    """The role that was given last, in this tab."""

    member: str
    role: GivenRole
    at: datetime


def _is_second_click(member: Member, given: GivenRole, now: datetime) -> bool:
    last = kept(_LAST)
    if not isinstance(last, _Given):
        return False
    return (last.member, last.role) == (member.id, given) and now - last.at < TWICE


def _give(who: Person, member: Member, given: GivenRole) -> None:
    words, say = who.words, who.words.say
    workspace, actor, now = asking(who)
    if given in member.given:
        if not _is_second_click(member, given, now):
            sentence = say("{name} has this role already.", name=isolated(member.name))
            st.html(status(words, sentence))
        return

    def act() -> None:
        people.grant(
            workspace,
            actor,
            now,
            member=member.id,
            role=given.role,
            document=given.document,
            locale=given.locale,
        )
        keep(_LAST, _Given(member.id, given, now))

    do(words, PLACE, act, say("{name} has this role now.", name=isolated(member.name)), refusal)
