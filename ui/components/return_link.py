"""A return link on the page on which it was made; afterwards nobody can show it again."""

from __future__ import annotations

import streamlit as st

from ui.components.notes import status
from ui.components.passage import clean
from ui.language import Words
from ui.qr import qr_as_image


def show_once(words: Words, address: str) -> None:
    """Show a new return link, to copy and as a picture for a phone."""
    say = words.say
    st.html(status(words, say("This is your new return link. Keep it: it is shown only now.")))
    st.code(address, language=None, wrap_lines=True)
    named = clean(say("The return link as a QR code"))
    st.html(f'<p><img class="us-qr" src="{clean(qr_as_image(address))}" alt="{named}"></p>')
