"""A workspace with one letter to exchange again and again, and the steps at which all may stop."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import strategies as st

from tests.live import NOW, person
from tests.workspaces import put
from workflow.access import OPERATOR, Role
from workflow.model import UnitKey
from workflow.services import exchange
from workflow.services.exchange import syncing
from workflow.services.workspace import Workspace

PARAGRAPHS = ("The school stays.", "We ask three things.", "The river is ours.", "Come in May.")
REVISED = (
    "The school stays open.",
    "We ask for three things.",
    "Rivers are ours.",
    "Come in June.",
)
SETTINGS = 'source_locale = "en"\nlanguages = ["fr"]\n'
WRONG = "a direction \u2066 that nobody closes"
"""A text that the store refuses, and a catalog may have."""

NUMBERS = st.integers(0, len(PARAGRAPHS) - 1)
TEXTS = st.sampled_from(["Oui.", "Non.", "Peut-être.", "Deux\nlignes.", " ", "هەڵە"])
Seen = tuple[UnitKey, str]


class Crash(BaseException):
    """The machine stops here."""


STEPS = [
    ("plan", "after"),
    ("carry_out", "before"),
    ("carry_out", "after"),
    ("_carry_out", "after"),
    ("outgoing", "after"),
    ("_put_file", "before"),
    ("_put_file", "after"),
    ("_move_base", "before"),
    ("_move_base", "after"),
]
"""Between any two of them the machine may stop."""
OPEN_STEPS = [step for step in STEPS if step[0] != "carry_out"]
"""Those at which others may save: no transaction is under way that writes."""


@contextlib.contextmanager
def at(step: tuple[str, str], act: Callable[[], None]) -> Iterator[None]:
    """Do something once, right before or after a step of the exchange."""
    name, when = step
    real = getattr(syncing, name)
    done: list[bool] = []

    def once() -> None:
        if not done:
            done.append(True)
            act()

    def wrapped(*arguments: Any, **options: Any) -> Any:
        if when == "before":
            once()
        answer = real(*arguments, **options)
        if when == "after":
            once()
        return answer

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(syncing, name, wrapped)
        yield


def crash() -> None:
    raise Crash


class World:
    """A workspace with one letter, as it is after a first exchange."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="histories-"))
        put(self.folder / "sources" / "letter.txt", "\n\n".join(PARAGRAPHS) + "\n")
        put(self.folder / "workspace.toml", SETTINGS)
        with Workspace(self.folder) as workspace:
            exchange.sync(workspace, OPERATOR, NOW)
            self.ana = person(workspace, "Ana", Role.TRANSLATOR)
            self.eva = person(workspace, "Eva", Role.REVIEWER)

    def copy(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="history-")) / "workspace"
        shutil.copytree(self.folder, folder)
        return folder
