"""The program that a server runs: Streamlit's pages, our routes, and the guard in front of both.

    uvicorn ui.asgi:app

`undersigned serve` starts it so, with the folder in `UNDERSIGNED_WORKSPACE`.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import logging
from collections.abc import AsyncIterator
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Route

from ui.components.statement.words import spoken
from ui.components.telling import tell_trouble
from ui.language import words
from ui.served import named, serving
from ui.session import spoken_to
from ui.web.guard import Guard
from ui.web.routes import ROUTES
from ui.web.speaking import speaking

_EVERY = 60.0
"""Seconds between two rounds of clearing memory, which Streamlit would do after each click."""


@contextlib.asynccontextmanager
async def _lifespan(_: st.App) -> AsyncIterator[None]:
    house = named()
    with house.workspace, serving(house):
        clearing = asyncio.create_task(_clear_memory())
        try:
            yield
        finally:
            clearing.cancel()


async def _clear_memory() -> None:
    while True:
        await asyncio.sleep(_EVERY)
        gc.collect()


def _on_script_error(error: Exception) -> bool:
    """Write down what the frame itself did not foresee, and say so in the reader's language."""
    logging.getLogger("undersigned").error("a page failed", exc_info=error)
    tell_trouble(words(spoken_to(None)), error)
    return True


app = st.App(
    Path(__file__).with_name("app.py"),
    routes=[*ROUTES, Route("/api/words", speaking(spoken), methods=["GET"])],
    middleware=[Middleware(Guard)],
    lifespan=_lifespan,
    on_script_error=_on_script_error,
)
