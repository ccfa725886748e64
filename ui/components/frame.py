"""What holds for the page as a whole: its language and direction, and how it looks."""

from __future__ import annotations

import streamlit as st

from ui.language import Words
from ui.web.assets import address

# The line breaks are needed: Streamlit takes a string of one line with "/" for the path of a file.
_SCRIPT = """// Fetched from our own address, so that a browser keeps it.
export default async (c) => (await import(new URL("%s", document.baseURI))).default(c);
"""
_STYLE = """@import url("%s");
/* fetched from our own address */"""


def frame(words: Words, person: str = "") -> None:
    """Let the page say in which language it speaks, run that way, look like ours, and keep texts.

    What `person` types beside a paragraph lies in the browser under this id until it is sent; where
    it is empty, nothing is kept.

    Its icon comes this way too: handed to Streamlit it would bring 25 MB of numpy into the process.
    """
    mount = st.components.v2.component(
        "frame",
        html="<span></span>",
        css=_STYLE % f"./{address('frame.css')}",
        js=_SCRIPT % f"./{address('frame.js')}",
        isolate_styles=False,
    )
    with st.container(key="us-frame"):
        mount(key="frame", data=_said(words, person))


def _said(words: Words, person: str) -> dict[str, str]:
    return {
        "lang": words.tag,
        "dir": words.direction,
        "icon": f"./{address('mark.svg')}",
        "person": person,
    }
