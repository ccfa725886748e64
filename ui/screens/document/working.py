"""Who works on a statement, and in which role."""

from __future__ import annotations

import streamlit as st

from ui.components.links import PEOPLE, link
from ui.components.passage import clean, name, said
from ui.language import Words
from ui.role_names import role_name
from ui.served import served
from ui.session import Person
from workflow.services import people
from workflow.services.people import GivenRole, Member

_SHOWN = 60


def draw(who: Person, document: str) -> None:
    """Draw the members who may do anything with a statement."""
    words, say, house = who.words, who.words.say, served()
    found = people.members(house.workspace, who.me.id, house.clock(), document=document)
    st.html(said(words, say("Who works here"), tag="h2"))
    rows = "".join(_row(words, each) for each in found[:_SHOWN])
    head = "".join(
        f'<th scope="col">{clean(each)}</th>'
        for each in (say("Name"), say("Role"), say("Last here"))
    )
    st.html(f'<table class="us-table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>')
    if len(found) > _SHOWN:
        sentence = words.count(
            "{n} more is on the page of the people.",
            "{n} more are on the page of the people.",
            len(found) - _SHOWN,
        )
        st.html(said(words, sentence, kind="us-quiet"))
    with st.container(key="us-ways-people"):
        link(say("All people"), PEOPLE, document=document)


def _row(words: Words, member: Member) -> str:
    roles = "<br>".join(clean(_role(words, each)) for each in member.given)
    seen = clean(words.day(member.active)) if member.active else clean(words.say("not yet"))
    return f"<tr><th scope='row'>{name(member.name)}</th><td>{roles}</td><td>{seen}</td></tr>"


def _role(words: Words, given: GivenRole) -> str:
    if not given.locale:
        return role_name(words, given.role.label)
    return words.say(
        "{role}, {language}",
        role=role_name(words, given.role.label),
        language=words.language(given.locale),
    )
