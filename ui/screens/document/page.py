"""One statement: what it is, and what its coordinator does with it."""

from __future__ import annotations

import streamlit as st

from ui.components.doing import say_what_happened
from ui.components.inviting import inviting
from ui.components.links import ACTIVITY, BOARD, READ, TAKE_AWAY, link
from ui.components.passage import own_words, said
from ui.language import Words
from ui.screens.document import archiving, properties, proposal, revising, versions, working
from ui.screens.document.reach import coordinates
from ui.served import served
from ui.session import Person, keep, kept
from workflow.services import documents
from workflow.services.documents import Described, Listed, Summary

_FIRST = "document.first"


def draw(who: Person, document: str) -> None:
    """Draw a statement: all that is done with it for its coordinator, what it is for others."""
    house = served()
    described = documents.describe(house.workspace, who.me.id, house.clock(), document=document)
    _head(who, described)
    with st.container(key="us-document-told"):  # always there, so that nothing below it moves
        say_what_happened(who.words, "document")
    if not coordinates(who, document):
        _facts(who.words, described.document)
        versions.draw(who, described)
        return
    if described.document.status == "archived":
        archiving.draw(who, described.document)
        versions.draw(who, described)
        return
    _parts(who, described)


def _parts(who: Person, described: Described) -> None:
    """Draw the parts; the text comes first where a new one waits for somebody to decide."""
    words, say, found = who.words, who.words.say, described.document
    people, text, rest = say("People"), say("Text"), say("Properties")
    first = kept(f"{_FIRST}.{found.name}")
    if first is None:
        first = found.is_proposed
        keep(f"{_FIRST}.{found.name}", first)
    invited, revised, set_up = st.tabs([people, text, rest], default=text if first else people)
    with invited:
        st.html(said(words, say("Invite people"), tag="h2"))
        inviting(who, document=found.name, locale_choices=found.languages)
        working.draw(who, found.name)
    with revised:
        proposal.draw(who, described)
        revising.draw(who, described)
        versions.draw(who, described)
    with set_up:
        properties.draw(who, found)
        archiving.draw(who, found)


# --- its head ------------------------------------------------------------------------------------


def _head(who: Person, described: Described) -> None:
    words, say, found = who.words, who.words.say, described.document
    st.html(f"<h1>{own_words(found.title or found.name)}</h1>")
    st.html(said(words, " · ".join(_where(words, described)), kind="us-quiet"))
    with st.container(key="us-ways", horizontal=True):
        link(say("Board"), BOARD)
        link(say("Read"), READ, document=found.name)
        link(say("Take away"), TAKE_AWAY, document=found.name)
        link(say("Activity"), ACTIVITY, document=found.name)


def _where(words: Words, described: Described) -> list[str]:
    """Give the facts of the line below the title."""
    found, say = described.document, words.say
    facts = [words.language(found.locale)]
    if found.status == "archived":
        facts.append(say("in the archive"))
    if found.deadline:
        facts.append(say("due on {day}", day=words.day(found.deadline)))
    released = released_now(described)
    if released and released.released:
        facts.append(
            say(
                "Revision {number} of {day}",
                number=words.number(released.number),
                day=words.day(released.released.date()),
            )
        )
    if found.is_proposed:
        facts.append(say("a new text waits to be released"))
    return facts


def released_now(described: Described) -> Summary | None:
    """Give the revision that translators see."""
    released = [each for each in described.revisions if each.status == "released"]
    return max(released, key=lambda each: each.released or each.created, default=None)


def _facts(words: Words, found: Listed) -> None:
    """Say what whoever works here should know."""
    if found.notes:
        st.html(said(words, words.say("Notes for translators"), tag="h2"))
        st.html(own_words(found.notes, tag="p", kind="us-note"))
