"""What this process serves: one workspace with its clock and its counters, for all its threads."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from workflow.services.people import Rates
from workflow.services.upkeep import Hourly
from workflow.services.workspace import Workspace, open_workspace

FOLDER = "UNDERSIGNED_WORKSPACE"
"""Name of the environment variable that says which folder is served."""


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Served:
    """What a request or a run of the script works with."""

    workspace: Workspace
    clock: Callable[[], datetime] = _now
    rates: Rates = field(default_factory=Rates)

    @property
    def is_secure(self) -> bool:
        """Tell whether people reach us by https."""
        return urlsplit(self.workspace.last_settings.address).scheme == "https"

    @property
    def public_host(self) -> str:
        """Give the host that people see, with its port; empty where nobody named one."""
        return urlsplit(self.workspace.last_settings.address).netloc.lower()


class _House:
    """Holds what is served; None until somebody serves."""

    served: Served | None = None


def served() -> Served:
    """Give what this process serves.

    Raises:
        RuntimeError: nothing is served yet.
    """
    if _House.served is None:
        raise RuntimeError(f"nothing is served: name a workspace's folder in {FOLDER}")
    return _House.served


@contextmanager
def serving(what: Served) -> Iterator[Served]:
    """Serve a workspace until the end, with a backup each hour."""
    hourly = Hourly(what.workspace, what.clock)
    _House.served = what
    hourly.start()
    try:
        yield what
    finally:
        hourly.stop()
        _House.served = None


def named() -> Served:
    """Open the workspace that the environment names.

    Raises:
        WorkspaceError: there is none.
    """
    return Served(open_workspace(Path(os.environ.get(FOLDER, "."))))
