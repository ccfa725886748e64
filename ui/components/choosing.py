"""A file of this device, read by the browser itself and handed over with the page's own messages.

Streamlit's own field for files sends them to a place in which they lie for whoever knows the
address; web/guard.py keeps that place shut.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ui.language import Words
from ui.web.assets import address

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

MOST_BYTES = 700_000
"""More is refused before it is read: it would not get through the line of an open page."""
# The line breaks are needed: Streamlit takes a string of one line with "/" for the path of a file.
_SCRIPT = """// Fetched from our own address, so that a browser keeps it.
export default async (c) => (await import(new URL("%s", document.baseURI))).default(c);
"""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A file that somebody chose."""

    name: str
    data: bytes


def chosen_file(words: Words, label: str, suffixes: tuple[str, ...], key: str) -> Chosen | None:
    """Draw a field for a file, and give the one that was chosen; None where none was."""
    say = words.say
    mounted = _component()(
        key=key,
        data={
            "label": label,
            "accept": ",".join(suffixes),
            "limit": MOST_BYTES,
            "too_large": say(
                "This file is too large to be handed over here: {size} MB is the limit. Make "
                "several statements of it, or ask whoever runs the server to put it in.",
                size=words.number(MOST_BYTES / 1_000_000),
            ),
            "unreadable": say("This file cannot be read. Choose it again."),
            "ui": words.tag,
            "ui_dir": words.direction,
        },
        default={"file": None},
        on_file_change=_nothing,
    )
    return chosen(mounted.file)


def chosen(told: object) -> Chosen | None:
    """Read what the browser told; it may tell anything.

    >>> chosen({"name": "a.txt", "data": "SGk="})
    Chosen(name='a.txt', data=b'Hi')
    """
    if not isinstance(told, Mapping):
        return None
    name, data = told.get("name"), told.get("data")
    if not isinstance(name, str) or not isinstance(data, str):
        return None
    try:
        return Chosen(name, base64.b64decode(data, validate=True))
    except (binascii.Error, ValueError):
        return None


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "choosing",
        html="<div class='us-choosing'></div>",
        js=_SCRIPT % f"./{address('choosing.js')}",
        isolate_styles=False,
    )


def _nothing() -> None:
    """Stand for what happens on a change: the page is drawn anew anyway."""
