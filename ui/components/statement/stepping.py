"""The way from paragraph to paragraph where no script of ours runs."""

from __future__ import annotations

import streamlit as st

from ui.language import Words


def stepped(words: Words, where: str, index: int, total: int) -> int:
    """Draw the buttons to the neighbours and which paragraph of how many this is.

    Args:
        words: the language of the reader.
        where: names the statement, for the keys of the buttons.
        index: of the paragraph, from 0.
        total: how many there are.

    Returns:
        The step that was asked for: 1, -1, or 0 for none.
    """
    step = 0
    if st.button(words.say("Previous paragraph"), key=f"{where}.previous"):
        step = -1
    if st.button(words.say("Next paragraph"), key=f"{where}.next"):
        step = 1
    st.text(words.say("{n} of {all}", n=words.number(index + 1), all=words.number(total)))
    return step
