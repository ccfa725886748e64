"""Putting a statement aside, and taking it back into work; each is asked once more."""

from __future__ import annotations

from functools import partial

import streamlit as st

from ui.components.doing import do
from ui.components.notes import alert
from ui.components.passage import clean, said
from ui.refusals import refusal
from ui.served import served
from ui.session import Person, keep, kept
from workflow.services import documents
from workflow.services.documents import Listed

_ASKED = "document.archive-asked"


def draw(who: Person, document: Listed) -> None:
    """Draw the button that puts it aside, or that takes it back."""
    words, say = who.words, who.words.say
    is_archived = document.status == "archived"
    if is_archived:
        title, label = say("In the archive"), say("Take it back into work")
        sentence = say(
            "Nobody is asked to work on this statement, and nothing of it is lost. Taken back, it "
            "is as it was."
        )
        sure = say("Yes, take it back")
        done = say("The statement is in work again.")
        act = documents.unarchive
    else:
        title, label = say("Archive"), say("Put it into the archive")
        sentence = say(
            "Nobody is asked to work on it any more; texts, translations and history stay, and it "
            "can be taken back at any time."
        )
        sure = say("Yes, put it aside")
        done = say("The statement is in the archive.")
        act = documents.archive
    st.html(f"<h2>{clean(title)}</h2>" + said(words, sentence, kind="us-quiet"))
    # By its state too: who meant to put aside what another has put aside, does not take it back.
    if _is_sure(who, f"{document.status}-{document.name}", label, sure):
        house = served()
        do(
            words,
            "document",
            partial(act, house.workspace, who.me.id, house.clock(), document=document.name),
            done,
            refusal,
        )


def _is_sure(who: Person, what: str, label: str, sure: str) -> bool:
    """Tell whether the button was pressed, and the question after it answered with yes."""
    words, say, place = who.words, who.words.say, st.empty()
    if kept(_ASKED) != what:
        if not place.button(label, key=f"archive-{what}"):
            return False
        keep(_ASKED, what)
    with place.container():
        st.html(alert(words, say("Are you sure?")))
        with st.container(horizontal=True):
            is_sure = st.button(sure, key=f"archive-yes-{what}")
            is_left = st.button(say("No, leave it as it is"), key=f"archive-no-{what}")
    if is_sure or is_left:
        keep(_ASKED, "")
        place.empty()
    if is_left:
        st.rerun()
    return is_sure
