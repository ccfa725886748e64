"""What the checks say of a translation: in a sentence, with the way to mend it."""

from __future__ import annotations

import streamlit as st

from ui.components.looking import look_again
from ui.screens.help.desk import Desk


def draw(desk: Desk) -> None:
    """Draw what was found in the saved translation, each thing once."""
    if found := look_again(desk.words, desk.row.findings):
        st.html(found)
