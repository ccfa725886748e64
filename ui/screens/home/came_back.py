"""What came back to somebody: why, the text, and a field to answer."""

from __future__ import annotations

import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.components.links import link_to_paragraph
from ui.components.passage import filled, member, own_words, passage
from ui.reasons import in_words
from ui.screens.home.entries import SHOWN, draw_rest, draw_title, entry, short, where
from ui.served import served
from ui.session import Person, keep, kept
from workflow.services import translation
from workflow.services.review import CameBack


def draw_came_back(who: Person, found: tuple[CameBack, ...], titles: dict[str, str]) -> None:
    """Draw the texts that others sent back to this reader, newest first."""
    if not found:
        return
    words = who.words
    draw_title(words.say("Came back to you"))
    for number, each in enumerate(found[:SHOWN]):
        sentence = words.say("{name} asks you to look at this again.")
        reason = in_words(words, each.reason)
        with entry(f"back-{number}"):
            st.html(
                where(words, titles.get(each.document, each.document), each.locale)
                + f"<p>{filled(sentence, name=member(who.words, each.by))}</p>"
                + (own_words(reason, tag="p", kind="us-note") if reason else "")
                + passage(short(each.text), each.locale, tag="p", kind="us-serif")
            )
            link_to_paragraph(words.say("Look at it"), each.document, each.locale, each.unit)
            if each.thread:
                _draw_answer(who, each)
    draw_rest(words, len(found))


def _draw_answer(who: Person, each: CameBack) -> None:
    """Draw a field to answer in; what is typed in it is kept as beside a paragraph."""
    words, house = who.words, served()
    say_what_happened(words, f"answered-{each.thread}")
    sent = kept(f"sent-{each.thread}")
    number = sent if isinstance(sent, int) else 0
    with st.expander(words.say("Answer"), key=f"answering-{each.thread}"):
        text = st.text_area(
            words.say("Your answer"),
            key=f"text-answers-{each.thread}-{number}-{each.unit}-{each.locale}",
            persist_state="session",
        )
        sends = st.button(words.say("Send the answer"), key=f"send-{each.thread}")
    if not sends or not text.strip():
        return

    def answer() -> None:
        translation.comment(
            house.workspace,
            who.me.id,
            house.clock(),
            unit=each.unit,
            locale=each.locale,
            text=text,
            parent=each.thread,
        )
        keep(f"sent-{each.thread}", number + 1)

    do(words, f"answered-{each.thread}", answer, words.say("Your answer is sent."))
