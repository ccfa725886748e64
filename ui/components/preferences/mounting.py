"""How the settings of this device get onto a page; they never leave the browser."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ui.components.statement import words as said
from ui.components.statement.mounting import root
from ui.language import Words
from ui.web.assets import address

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

# The line breaks are needed: Streamlit takes a string of one line with "/" for the path of a file.
_SCRIPT = """// Fetched from our own address, so that a browser keeps it.
export default async (c) => (await import(new URL("%s", document.baseURI))).default(c);
"""
_STYLE = """@import url("%s");
@import url("%s");
/* fetched from our own address */"""


def preferences(words: Words, key: str = "preferences") -> None:
    """Draw the settings of this device: keeping texts, and keys.

    They lie in the browser and take effect at once; there is nothing to save.
    """
    _component()(
        key=key,
        data={
            "root": root(),
            "ui": words.tag,
            "ui_dir": words.direction,
            "words": said.address(words.tag),
        },
    )


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "preferences",
        html="<div class='ust ust-preferences'></div>",
        css=_STYLE % (f"./{address('statement.css')}", f"./{address('preferences.css')}"),
        js=_SCRIPT % f"./{address('preferences.js')}",
        isolate_styles=False,
    )
