"""Saying that something went wrong, where it is seen and heard."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import ParamSpec

import streamlit as st

from ui.components.passage import said
from ui.language import Words
from ui.sentences import trouble
from workflow.errors import UndersignedError

P = ParamSpec("P")


def attempt(words: Words, draw: Callable[P, None], *args: P.args, **kwargs: P.kwargs) -> None:
    """Draw something, or say in a sentence why that could not be done."""
    try:
        draw(*args, **kwargs)
    except UndersignedError as error:
        tell_trouble(words, error)
    except Exception as error:
        logging.getLogger("undersigned").exception("a page failed")
        tell_trouble(words, error)


def tell_trouble(words: Words, error: Exception) -> None:
    """Draw what went wrong, in a sentence with what to do."""
    note = said(words, trouble(words, error), kind="us-note")
    st.html(f'<div role="alert">{note}</div>')
