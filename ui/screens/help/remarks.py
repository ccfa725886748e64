"""Comments and questions about a paragraph: read, write, answer, and close what is settled."""

from __future__ import annotations

import streamlit as st

from ui.components.passage import clean, filled, member, own_words
from ui.reasons import in_words
from ui.screens.help.desk import Desk
from ui.session import keep, kept
from workflow.services import translation
from workflow.services.translation import Remark


def draw(desk: Desk) -> None:
    """Draw what people said about this paragraph, open threads first, and a field to say more."""
    words, remarks = desk.words, desk.paragraph.remarks
    threads = [each for each in remarks if not each.parent]
    panel = desk.panel(
        "remarks",
        words.say("Comments and questions"),
        is_open=any(each.is_open for each in threads),
    )
    if panel is None:
        return
    with panel:
        for thread in sorted(threads, key=lambda each: not each.is_open):
            _draw_thread(desk, thread, [each for each in remarks if each.parent == thread.id])
        _draw_field(desk)


def _draw_thread(desk: Desk, first: Remark, replies: list[Remark]) -> None:
    words = desk.words
    drawn = [_drawn(desk, first)]
    drawn += [f'<div class="us-reply">{_drawn(desk, each)}</div>' for each in replies]
    if not first.is_open:
        closed = filled(words.say("Settled by {name}"), name=member(words, first.resolved_by))
        drawn.append(f'<p class="us-quiet">{closed}</p>')
    st.html(f'<div class="us-version">{"".join(drawn)}</div>')
    answering = desk.field(f"answers-{first.id}")
    if not first.is_open and kept(answering) is not True:
        return
    with st.container(horizontal=True):
        answers = st.toggle(words.say("Answer"), key=answering, persist_state="session")
        may_close = first.is_open and (first.is_mine or desk.choice.may_translate)
        if may_close and st.button(words.say("Settled"), key=f"settled-{first.id}"):
            desk.do(translation.resolve, comment=first.id)
    keep(answering, answers)  # whoever answers goes on where somebody else has settled it
    if answers:
        _draw_answer(desk, first)


def _drawn(desk: Desk, each: Remark) -> str:
    words = desk.words
    about = {
        "question": words.say("{name} asks · {when}"),
        "reason": words.say("{name} says why it needs work · {when}"),
    }
    sentence = about.get(each.kind, words.say("{name} · {when}"))
    said = filled(sentence, name=member(words, each.author), when=clean(desk.when(each.at)))
    text = in_words(words, each.text) if each.kind == "reason" else each.text
    return f'<p class="us-quiet">{said}</p>{own_words(text, tag="p")}'


def _draw_answer(desk: Desk, first: Remark) -> None:
    words, name = desk.words, f"answers-{first.id}"
    text = st.text_area(
        words.say("Your answer"), key=f"text-{desk.field(name)}", persist_state="session"
    )
    if st.button(words.say("Send the answer"), key=f"send-{first.id}") and text.strip():
        desk.do(
            translation.comment,
            name,
            unit=desk.row.unit,
            locale=desk.locale,
            text=text,
            parent=first.id,
        )


def _draw_field(desk: Desk) -> None:
    """Draw a field for something new; it is another one, and empty, once that was sent.

    It is in no form: what is typed into one is told nobody before it is sent, and lost when
    another paragraph is opened.
    """
    words, field = desk.words, desk.field("said")
    text = st.text_area(words.say("A comment or a question"), key=field, persist_state="session")
    is_for_all = st.checkbox(
        words.say("About the source, for translators of all languages"),
        key=f"for-all-{field}",
        persist_state="session",
    )
    with st.container(horizontal=True):
        asks = st.button(words.say("Ask"), key=desk.key("ask"))
        says = st.button(words.say("Comment"), key=desk.key("comment"))
    if (asks or says) and text.strip():
        desk.do(
            translation.ask if asks else translation.comment,
            "said",
            unit=desk.row.unit,
            locale="" if is_for_all else desk.locale,
            text=text,
        )
