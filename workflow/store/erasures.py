"""Who asked to be forgotten: a list of ids beside the store.

A backup made before still knows them. Whoever restores it reads this list and forgets them again.
The file is a JSON list of ids, oldest first; nothing in it says who they were.
"""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

from workflow.errors import StoreBroken, StoreFull

_PRIVATE_FILE = 0o600


def erased_path(store: Path) -> Path:
    """Say where the list lies that belongs to the file of a store."""
    return store.with_name("erased.json")


def read(path: Path) -> tuple[str, ...]:
    """Give the ids of all who asked to be forgotten; none where there is no such file.

    Raises:
        StoreBroken: it is no list of ids.
    """
    try:
        found = json.loads(path.read_bytes())
    except FileNotFoundError:
        return ()
    except (OSError, ValueError):
        raise _broken(path) from None
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        raise _broken(path)
    return tuple(found)


def _broken(path: Path) -> StoreBroken:
    what_next = "Put back the file from another copy, or remove it if nobody was ever erased."
    return StoreBroken(f"{path.name} is no list of members' ids", what_next)


def add(path: Path, person: str) -> None:
    """Add somebody to the list; when this returns, it is on the disk.

    Call it inside the transaction that erases him: writers stand in line there, and a list that
    names somebody too early forgets him a moment earlier, never too late.

    Raises:
        StoreBroken, StoreFull: it cannot be written.
    """
    listed = read(path)
    if person not in listed:
        _write(path, (*listed, person))


def remove(path: Path, person: str) -> None:
    """Take somebody off the list who was not erased after all; call it in one's turn at the gate.

    Raises:
        StoreBroken, StoreFull: it cannot be written.
    """
    listed = read(path)
    if person in listed:
        _write(path, tuple(each for each in listed if each != person))


def _write(path: Path, listed: tuple[str, ...]) -> None:
    data = json.dumps(listed, indent=1).encode() + b"\n"
    try:
        _replace(path, data)
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreFull from None
        raise StoreBroken(f"{path.name} cannot be written", "Check its permissions.") from None


def _replace(path: Path, data: bytes) -> None:
    """Put a file in its place at once, and make sure that it outlives a power cut."""
    new = path.with_name(f".{path.name}.new")
    handle = os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, _PRIVATE_FILE)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
