"""How the statement gets onto a page: as a component, or as a plain text area."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from ui.components.statement import words as said
from ui.components.statement.plain import as_typed, plain
from ui.components.statement.plain_reading import plain_reading
from ui.language import Words
from ui.session import told
from ui.web.assets import address
from workflow import languages

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

PLAIN = "UNDERSIGNED_PLAIN"
"""Name of the environment variable that asks for the text area."""

# The line breaks are needed: Streamlit takes a string of one line with "/" for the path of a file.
_SCRIPT = """// Fetched from our own address: one instance for all pages, kept by the browser.
export default async (c) => (await import(new URL("%s", document.baseURI))).default(c);
"""
_STYLE = """@import url("%s");
/* fetched from our own address */"""


class Mode(StrEnum):
    """What a statement is opened for."""

    TRANSLATE = "translate"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class View:
    """What the script knows of the statement that is looked at."""

    document: str
    """Its name."""
    title: str
    source_locale: str
    locale: str
    person: str
    """Id of the member who looks."""
    words: Words
    """The language the interface speaks to this person."""
    stamp: str
    """`translation.stamp` of now; another one lets the texts be fetched again."""
    open: str = ""
    """Id of the paragraph to open; empty for none. It is opened when this changes."""
    may_read: bool = True
    """Whether anything may be read and saved now; else there is only what stands here already."""
    mode: Mode = Mode.TRANSLATE


@dataclass(frozen=True, slots=True)
class At:
    """Where somebody is in a statement, as the component told last."""

    unit: str
    """Id of the open paragraph; empty where none is."""
    seq: int
    """Counts what was told: another one after each move and each save."""


def statement(view: View, key: str = "statement") -> At:
    """Draw a statement to be worked on, and say where the person is in it."""
    if os.environ.get(PLAIN) == "1":
        where = view.document, view.locale
        if not view.may_read:
            return At(*as_typed(*where, view.words, key))
        if view.mode is Mode.REVIEW:
            return At(*plain_reading(*where, view.person, view.words, view.open, key))
        return At(*plain(*where, view.person, view.words, view.open, key))
    last = _at(told(key, "at"))
    mounted = _component()(
        key=key,
        data=_data(view, last),
        default={"at": {"unit": "", "seq": 0}},
        on_at_change=_nothing,
    )
    return _at(mounted.at)


def _data(view: View, last: At) -> dict[str, object]:
    """Give what travels with each run: a few hundred bytes, and nothing that changes by itself."""
    return {
        "root": root(),
        "document": view.document,
        "title": view.title,
        "source_locale": view.source_locale,
        "source_dir": languages.direction(view.source_locale),
        "locale": view.locale,
        "dir": languages.direction(view.locale),
        "language": view.words.language(view.locale),
        "person": view.person,
        "ui": view.words.tag,
        "ui_dir": view.words.direction,
        "words": said.address(view.words.tag),
        "stamp": view.stamp,
        "open": view.open,
        "mode": view.mode.value,
        "seen": last.seq,
    }


def root() -> str:
    """Give the path under which everything lies, where it is not the root."""
    return str(st.get_option("server.baseUrlPath") or "").strip("/")


@cache
def _component() -> ComponentRenderer:
    return st.components.v2.component(
        "statement",
        html="<div class='ust'></div>",
        css=_STYLE % f"./{address('statement.css')}",
        js=_SCRIPT % f"./{address('statement.js')}",
        isolate_styles=False,
    )


def _at(said: object) -> At:
    """Read what the component told; what is no such thing counts as nothing."""
    known = said if isinstance(said, Mapping) else {}
    unit, seq = known.get("unit", ""), known.get("seq", 0)
    return At(unit if isinstance(unit, str) else "", seq if isinstance(seq, int) else 0)


def _nothing() -> None:
    """Do nothing: that the script runs again is all that is needed."""
