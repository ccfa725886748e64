"""Statement: where a coordinator puts a text in, sets it up, invites people, revises, archives.

    adding      a new one: its text, and how it will be cut
    pasting     what a pasted text is taken for
    cut         the cut, drawn
    faults      what a source's author should look at, in sentences
    page        one that is there: its head, and its parts
    reach       what somebody may do with it
    working     who works here
    properties  title, languages, deadline, rule, notes
    revising    a new text for it, proposed
    proposal    the one that waits: what differs, what it costs, released or discarded
    versions    the texts that were
    archiving   put aside, and taken back

In the address, `?document=NAME` says which; without it one is added.
"""

from __future__ import annotations

import streamlit as st

from ui.components.keeping import keep_what_is_typed
from ui.screens.document import adding, page
from ui.session import Person


def render(who: Person) -> None:
    """Draw one statement with all that its coordinator does, or the form for a new one."""
    with st.container(key="us-document"):
        document = st.query_params.get("document", "")
        if document:
            page.draw(who, document)
        else:
            adding.draw(who)
        keep_what_is_typed(who.words, who.me.id)
