"""What is stored about a member, and how it is forgotten."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from workflow.access import OPERATOR
from workflow.errors import StoreError
from workflow.services.desk import allow
from workflow.services.people.asking import keep_an_admin, someone
from workflow.services.workspace import Workspace
from workflow.store import Store, audit, erasures
from workflow.store.members import active_member, erase_member
from workflow.store.personal import all_about


def my_data(workspace: Workspace, actor: str, now: datetime) -> dict[str, object]:
    """Give all that is stored about oneself, ready to be written as JSON.

    Returns:
        `member`, `at` and `tables`: every row that names him, by table. Of links and sessions
        there are no secrets in it, since none are stored.

    Raises:
        NotAllowed: he is no member.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "people.my_data", now)
        return {"member": actor, "at": now.isoformat(), "tables": all_about(db, actor)}


def erase_me(workspace: Workspace, actor: str, now: datetime) -> None:
    """Leave, and be forgotten: name, roles, links, sessions and drafts are deleted.

    What one wrote stays, as that of a former member. It is done again after an old backup is
    restored.

    Raises:
        NotAllowed: he is no member.
        NotPossible: he is the last admin.
        StoreFull, StoreBroken: nothing was erased.
    """
    _erase(workspace, actor, now, actor, "people.erase_me")


def erase(workspace: Workspace, actor: str, now: datetime, *, member: str) -> None:
    """Let a member be forgotten who asks for it, as `erase_me` does it.

    Raises:
        NotFound: there is no such member.
        NotAllowed: whoever asks may not.
        NotPossible: it is the last admin, and it is not the operator who asks.
        StoreFull, StoreBroken: nothing was erased.
    """
    _erase(workspace, actor, now, member, "people.erase")


def _erase(workspace: Workspace, actor: str, now: datetime, member: str, verb: str) -> None:
    store = workspace.store
    if store.path is None:
        workspace.make_private()  # of what lies on a server the list lies here all the same
    listed = erasures.erased_path(store.path or workspace.private / "store.db")
    with contextlib.ExitStack() as undoing:
        with store.writing() as db:
            allow(db, actor, verb, now)
            someone(db, member)
            if actor != OPERATOR:
                keep_an_admin(db, now, member)
            undoing.callback(_take_off, store, listed, member)
            erasures.add(listed, member)
            erase_member(db, member)
            audit.record(db, now, actor, verb, f"member:{member}")
        undoing.pop_all()
    with contextlib.suppress(StoreError):  # he is erased, and it will be tried again
        store.settle()  # the log still has the name


def _take_off(store: Store, listed: Path, member: str) -> None:
    """Take somebody off the list again who was not erased; whoever restores passes him over too."""
    with contextlib.suppress(StoreError), store.gate.turn():
        with store.reading() as db:
            is_here = active_member(db, member) is not None
        if is_here:
            erasures.remove(listed, member)
