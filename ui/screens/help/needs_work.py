"""Saying that a translation needs work, and why."""

from __future__ import annotations

import streamlit as st

from ui.screens.help.desk import Desk
from ui.session import keep, kept
from workflow.model import State
from workflow.services import translation


def draw(desk: Desk) -> None:
    """Draw a way to say that this translation needs work, where there is one that does not yet."""
    words, row, field = desk.words, desk.row, desk.field("reason")
    seen = kept(field)  # once the panel is open it stays, whatever others do: there may be a text
    is_new = not isinstance(seen, int)
    if is_new and (not desk.choice.may_translate or row.state < State.TRANSLATED):
        return
    panel = desk.panel("needs-work", words.say("Needs work?"))
    if panel is None:
        return
    with panel:
        reason = st.text_area(
            words.say("What is wrong with it"), key=field, persist_state="session"
        )
        says = st.button(words.say("It needs work"), key=desk.key("mark"))
        if is_new or says or not reason.strip():
            keep(field, row.version)
        if says:
            desk.do(
                translation.mark,
                "reason",
                unit=row.unit,
                locale=desk.locale,
                seen=seen if isinstance(seen, int) else row.version,
                reason=reason,
            )
