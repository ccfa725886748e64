"""Saying that a translation needs work, and why."""

from __future__ import annotations

import streamlit as st

from ui.screens.help.desk import Desk
from workflow.model import State
from workflow.services import translation


def draw(desk: Desk) -> None:
    """Draw a way to say that this translation needs work, where there is one that does not yet."""
    words, row = desk.words, desk.row
    if not desk.choice.may_translate or row.state < State.TRANSLATED:
        return
    panel = desk.panel("needs-work", words.say("Needs work?"))
    if panel is None:
        return
    with panel, st.form(key=desk.key(f"mark-{row.version}"), border=False):
        reason = st.text_area(
            words.say("What is wrong with it"), key=desk.key(f"reason-{row.version}")
        )
        if st.form_submit_button(words.say("It needs work")):
            desk.do(
                translation.mark,
                unit=row.unit,
                locale=desk.locale,
                seen=row.version,
                reason=reason,
            )
