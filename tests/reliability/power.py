"""A power cut, simulated: what the page cache held is gone, or came to the disk in any order.

Of each file there are two states: as it was last synced (`synced.c` keeps that), and as the program
left it. After a cut a disk may hold the one, the other, or some blocks of each, file by file.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from random import Random

DATABASE, LOG = "store.db", "store.db-wal"
BLOCK = 512
"""Bytes that a disk writes at once, if nothing better is known."""
Files = Mapping[str, bytes | None]


def build(folder: Path) -> Path:
    """Compile the library that keeps the synced states."""
    library = folder / "synced.so"
    source = Path(__file__).with_name("synced.c")
    command = ["cc", "-O1", "-Wall", "-Werror", "-shared", "-fPIC", "-o", str(library)]
    subprocess.run([*command, str(source), "-ldl"], check=True)
    return library


def read(folder: Path) -> Files:
    """Read what matters of a store: the database and its log; None where there is no such file."""
    paths = {name: folder / name for name in (DATABASE, LOG)}
    return {name: path.read_bytes() if path.exists() else None for name, path in paths.items()}


def afterwards(synced: Files, left: Files, random: Random) -> Iterator[tuple[str, Files]]:
    """Give what the disk may hold after the cut, with a name for each case."""
    yield "only what was synced", synced
    yield "all that was written", left
    yield "the log was not written", {DATABASE: left[DATABASE], LOG: synced[LOG]}
    yield "the database was not written", {DATABASE: synced[DATABASE], LOG: left[LOG]}
    for number in range(3):
        mixed = {name: mix(synced[name], left[name], random) for name in synced}
        yield f"some blocks were written ({number})", mixed


def mix(synced: bytes | None, left: bytes | None, random: Random) -> bytes | None:
    """Take each block from one state or the other, and the size of one of them.

    >>> mixed = mix(b"a" * 2048, b"b" * 4096, Random(2)) or b""
    >>> sorted({len(mixed[at : at + BLOCK]) for at in range(0, len(mixed), BLOCK)})
    [512]
    >>> mixed[: 2048].strip(b"ab"), mixed[2048:].strip(b"b\\0")
    (b'', b'')
    """
    if synced is None or left is None:
        return random.choice((synced, left))
    size = random.choice((len(synced), len(left)))
    blocks = []
    for at in range(0, size, BLOCK):
        chosen = random.choice((synced, left))[at : at + BLOCK]
        blocks.append(chosen.ljust(min(BLOCK, size - at), b"\0"))
    return b"".join(blocks)


def put(files: Files, left: Path, folder: Path) -> None:
    """Put a disk back: the workspace as the program left it, with these files in it."""
    shutil.copytree(left, folder)
    for name in (DATABASE, LOG, f"{DATABASE}-shm"):
        path = folder / ".undersigned" / name
        data = files.get(name)
        if data is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(data)
