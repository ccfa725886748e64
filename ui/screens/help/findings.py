"""What the checks say of a translation: in a sentence, with the way to mend it."""

from __future__ import annotations

import streamlit as st

from ui.components.passage import filled, name
from ui.findings import finding
from ui.screens.help.desk import Desk, title


def draw(desk: Desk) -> None:
    """Draw what was found in the saved translation, each thing once."""
    found = dict.fromkeys(finding(desk.words, issue) for issue in desk.row.findings)
    if not found:
        return
    title(desk.words.say("Look at this again"))
    drawn = (f"<li>{filled(said, detail=name(detail))}</li>" for said, detail in found)
    st.html(f'<ul role="list" class="us-findings">{"".join(drawn)}</ul>')
