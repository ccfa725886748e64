"""Whose turn it is to draw: one thread at a time.

Each open page has a thread of its own, and in Python only one of them gets on at any moment. Where
thirty draw at once they wait for each other at every step, and so does whoever only wants to save.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from threading import Lock, local
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
_PATIENCE = 0.5
"""Seconds to wait for a turn: whoever is before us may himself be waiting for the disk."""
_turn = Lock()
_here = local()
"""Whether this thread is drawing already, in its turn or without one."""


def one_at_a_time(draw: Callable[P, T]) -> Callable[P, T]:
    """Let something be drawn while nobody else draws, or after a short wait all the same.

    What is drawn inside of it waits for no turn of its own.
    """

    @wraps(draw)
    def drawn(*args: P.args, **kwargs: P.kwargs) -> T:
        if getattr(_here, "draws", False):
            return draw(*args, **kwargs)
        _here.draws, is_ours = True, _turn.acquire(timeout=_PATIENCE)
        try:
            return draw(*args, **kwargs)
        finally:
            _here.draws = False
            if is_ours:
                _turn.release()

    return drawn
