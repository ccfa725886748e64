"""Whose turn it is to draw: one thread at a time.

Each open page has a thread of its own, and in Python only one of them gets on at any moment. Where
thirty draw at once they wait for each other at every step, and so does whoever only wants to save.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 0.5
"""Seconds to wait for a turn: whoever is before us may himself be waiting for the disk."""
_turn = RLock()


def one_at_a_time(draw: Callable[P, T]) -> Callable[P, T]:
    """Let something be drawn while nobody else draws, or after a short wait all the same."""

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> T:
        is_ours = _turn.acquire(timeout=_PATIENCE)
        try:
            return draw(*args, **kwargs)
        finally:
            if is_ours:
                _turn.release()

    return drawn
