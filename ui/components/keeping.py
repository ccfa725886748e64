"""Long texts that are typed into Streamlit's own fields: the browser keeps them until they are in.

A field takes part whose key begins with `us-kept-`: what follows, without the number at its end, is
the name under which its text lies: plain letters, digits and hyphens, or two names may be taken for
one. Loaded anew, a field that still holds what it began with gets its text back.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from uuid import uuid4

import streamlit as st

from ui.language import Words
from ui.session import keep, kept
from ui.web.assets import address

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

# The line breaks are needed: Streamlit takes a string of one line with "/" for the path of a file.
_SCRIPT = """// Fetched from our own address, so that a browser keeps it.
export default async (c) => (await import(new URL("%s", document.baseURI))).default(c);
"""
_SPENT = "keeping.spent"
_COUNT = "keeping.count"


MOST_BYTES = 900_000
"""Of a text that is pasted; more does not get through the line of an open page."""


def keep_what_is_typed(words: Words, person: str) -> None:
    """Let this browser keep what a person types in such fields of this page."""
    too_long = words.say(
        "Not pasted: this text is too long for this field. Make several statements of it, or ask "
        "whoever runs the server to put it in."
    )
    with st.container(key="us-keeping"):
        _component()(
            key="keeping",
            data={
                "person": person,
                "spent": kept(_SPENT) or [],
                "limit": MOST_BYTES,
                "too_long": too_long,
                "ui": words.tag,
                "ui_dir": words.direction,
            },
        )


def field_key(name: str) -> str:
    """Give the key of a field; after its text was taken it is another one, so that it is empty."""
    return f"us-kept-{name}-{kept(f'{_COUNT}.{name}') or 0}"


def taken(name: str) -> None:
    """Say that the text of a field is in: the browser forgets it, and the field begins anew."""
    before = kept(_SPENT)
    spent = [*before, f"{name}:{uuid4().hex}"] if isinstance(before, list) else []
    keep(_SPENT, spent or [f"{name}:{uuid4().hex}"])
    count = kept(f"{_COUNT}.{name}")
    keep(f"{_COUNT}.{name}", count + 1 if isinstance(count, int) else 1)


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "keeping",
        html="<p class='us-kept-said' role='status'></p>",
        js=_SCRIPT % f"./{address('keeping.js')}",
        isolate_styles=False,
    )
