"""A store on a server: its transactions begun, and what PostgreSQL says in our words.

A file knows one writer at a time; a server lets all write at once. Yet each act is bound to the one
before it, and most verbs look before they write. So writers stand in line here too: those of one
process at the gate, and all of them behind one lock that the server keeps until they are done.
"""

from __future__ import annotations

from sqlalchemy.engine import Connection

from workflow.errors import (
    HostileInput,
    StoreBroken,
    StoreBusy,
    StoreFull,
    UndersignedError,
    one_line,
)
from workflow.store.gate import PATIENCE

TURN = 0x756E646572736967
"""Number of the lock, among the advisory locks of a database."""

_TAKE_TURN = (
    f"SELECT set_config('lock_timeout', '{PATIENCE * 1000:.0f}', true), "
    f"pg_advisory_xact_lock({TURN})"
)
_OF_ONE_MOMENT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"

# The server's own five letters; a connection that was never made has none.
_BUSY = {"55P03", "40001", "40P01", "53300"}  # lock, order, deadlock, too many connections
_TOO_MANY = ("too many clients", "remaining connection slots")
_FULL = "53100"
_DAMAGED = "Look at the server's log, and restore its backup if need be."
_BROKEN = {
    "25006": "Ask whoever runs the server whether it can be written to.",
    **dict.fromkeys(("XX000", "XX001", "XX002"), _DAMAGED),
}
_REFUSED = {"22003", "22021"}  # a number too large, a sign that is none
_GONE = ("08", "57P")
_UNREACHED = "Look whether the server runs, and whether its address is right."


def begin(db: Connection) -> None:
    """Begin a transaction: reading sees one moment and cannot write; writing waits for its turn.

    Whoever writes sees at each step what is committed (`READ COMMITTED`): a snapshot would be taken
    before the turn comes, and would not know what the one before in the line wrote.
    """
    writes = db.get_execution_options().get("writes", False)
    db.exec_driver_sql(_TAKE_TURN if writes else _OF_ONE_MOMENT)


def ours(error: BaseException | None) -> UndersignedError | None:
    """Say in our words what the server or its driver says; None where it is a program's mistake."""
    code = getattr(error, "sqlstate", None) or ""
    said = one_line(str(error).partition("\n")[0])
    name = type(error).__name__
    if code in _BUSY or any(each in said for each in _TOO_MANY):
        return StoreBusy(PATIENCE)
    if code == _FULL:
        return StoreFull()
    if code in _REFUSED or (name == "DataError" and "NUL" in said):
        return HostileInput("what was sent", said, "Correct it and try again.")
    is_gone = code.startswith(_GONE) or (name == "OperationalError" and not code)
    if is_gone or code in _BROKEN:
        return StoreBroken(said, _BROKEN.get(code, _UNREACHED))
    return None
