"""One thread draws at a time; nobody waits for ever, and nobody waits for himself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event
from time import sleep

import pytest

from ui import turns
from ui.turns import one_at_a_time

LONG = 30.0
SOON = 10.0


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    """Let everybody wait so many seconds for a turn."""
    return lambda seconds: monkeypatch.setattr(turns, "_PATIENCE", seconds)


def aside(pool: ThreadPoolExecutor, draw: Callable[[], object]) -> Future[object]:
    """Draw in another thread."""
    return pool.submit(one_at_a_time(draw))


def test_nobody_draws_while_another_draws(patience: Callable[[float], None]) -> None:
    patience(LONG)
    drawing: list[int] = []
    together: list[int] = []

    def draw() -> None:
        drawing.append(1)
        sleep(0.02)
        together.append(len(drawing))
        drawing.pop()

    with ThreadPoolExecutor(4) as pool:
        for done in [aside(pool, draw) for _ in range(8)]:
            done.result(SOON)
    assert together == [1] * 8


@contextmanager
def somebody_drawing(pool: ThreadPoolExecutor) -> Iterator[Future[object]]:
    """Let somebody draw in another thread, until the end."""
    begun, goes_on = Event(), Event()

    def slow() -> bool:
        begun.set()
        return goes_on.wait(LONG)

    first = aside(pool, slow)
    assert begun.wait(SOON)
    yield first
    goes_on.set()
    assert first.result(SOON) is True


def test_whoever_has_waited_long_enough_goes_on(patience: Callable[[float], None]) -> None:
    patience(0.05)
    with ThreadPoolExecutor(2) as pool, somebody_drawing(pool) as first:
        assert aside(pool, lambda: "drawn").result(SOON) == "drawn"
        assert not first.done()


def test_whoever_went_on_without_a_turn_takes_nobodys(patience: Callable[[float], None]) -> None:
    patience(0.05)
    with ThreadPoolExecutor(2) as pool:
        with somebody_drawing(pool):
            aside(pool, lambda: None).result(SOON)
            assert not turns._turn.acquire(blocking=False)
        assert turns._turn.acquire(timeout=SOON)
        turns._turn.release()


def test_an_error_gives_the_turn_back(patience: Callable[[float], None]) -> None:
    patience(LONG)

    def fail() -> None:
        raise KeyboardInterrupt

    with ThreadPoolExecutor(1) as pool, pytest.raises(KeyboardInterrupt):
        aside(pool, fail).result(SOON)
    assert turns._turn.acquire(blocking=False)
    turns._turn.release()


def test_nobody_waits_for_himself(patience: Callable[[float], None]) -> None:
    patience(LONG)
    inside: list[bool] = []

    def draw() -> None:
        one_at_a_time(lambda: inside.append(True))()
        with ThreadPoolExecutor(1) as other:
            inside.append(other.submit(turns._turn.acquire, blocking=False).result(SOON))

    with ThreadPoolExecutor(1) as pool:
        aside(pool, draw).result(SOON)
    assert inside == [True, False], "the turn inside does not end the one around it"


def test_whoever_has_waited_waits_no_second_time(patience: Callable[[float], None]) -> None:
    patience(0.01)
    with turns._turn, ThreadPoolExecutor(1) as pool:

        def draw() -> None:
            patience(LONG)
            one_at_a_time(lambda: None)()

        aside(pool, draw).result(SOON)


def test_what_is_drawn_is_called_as_before() -> None:
    def named(first: int, *, second: int) -> int:
        """Add."""
        return first + second

    drawn = one_at_a_time(named)
    assert drawn(1, second=2) == 3
    assert (drawn.__name__, drawn.__doc__) == ("named", "Add.")
