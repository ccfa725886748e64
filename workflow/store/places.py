"""Where a store lies: on a local disk with some room, in a file that others cannot read."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from pathlib import Path

from workflow.errors import StoreBroken

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700
OURS = ".undersigned"
"""Name of folders that hold nothing but ours, and are made private; of others only the file is."""

LEAST_ROOM = 50_000_000
"""Bytes that must be free on the disk; on a small disk a twentieth of it is enough."""

NETWORKS = frozenset(
    {
        *("9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "gfs2", "glusterfs", "gpfs"),
        *("lustre", "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "prl_fs", "smb3", "smbfs"),
        *("vboxsf", "fuse.ceph", "fuse.ceph-fuse", "fuse.davfs2", "fuse.glusterfs"),
        *("fuse.rclone", "fuse.s3fs", "fuse.sshfs", "fuse.vmhgfs-fuse"),
    }
)
"""File systems on which several machines, or a machine and its guest, see one file: neither the
locks nor the shared memory of SQLite can be relied on there."""

_MOUNTS = Path("/proc/self/mountinfo")


def prepare_place(path: Path) -> None:
    """Make the database's file and folder, for our eyes only, and refuse unsafe ones.

    A file that is there is never opened: to close it again would take away the locks that another
    connection of this process has on it.
    """
    try:
        if path.is_symlink():
            raise StoreBroken(f"{path.name} is a symbolic link", "Put the file itself there.")
        _make_folder(path.parent)
        _refuse_networks(path.parent)
        _refuse_a_full_disk(path.parent)
        with contextlib.suppress(FileExistsError):
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, PRIVATE_FILE))
            keep_folder(path.parent)
        if not path.is_file():
            raise StoreBroken(f"{path.name} is not a file", "Move it out of the way.")
        _make_private(path)
    except OSError as error:
        reason = (error.strerror or "it cannot be written").lower()
        what_next = "Choose a folder that you may write to."
        raise StoreBroken(f"{path} cannot be made: {reason}", what_next) from error


def _make_folder(folder: Path) -> None:
    if not folder.is_dir():
        folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        keep_folder(folder.parent)


def keep_folder(folder: Path) -> None:
    """Write to the disk which files a folder has."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _make_private(path: Path) -> None:
    """Take from others the right to read what is ours."""
    if os.name != "posix":
        return
    wanted = {path: PRIVATE_FILE}
    wanted |= {path.with_name(path.name + end): PRIVATE_FILE for end in ("-wal", "-shm")}
    if path.parent.name == OURS:
        wanted[path.parent] = PRIVATE_FOLDER
    for each, mode in wanted.items():
        with contextlib.suppress(FileNotFoundError):
            if each.stat().st_mode & 0o777 & ~mode:
                _tighten(each, mode)


def _tighten(path: Path, mode: int) -> None:
    try:
        path.chmod(mode)
    except OSError as error:
        raise StoreBroken(
            f"others may read {path.name}, which belongs to somebody else",
            f"Let its owner run: chmod {mode:o} {path.name}",
        ) from error


def room(folder: Path, wanted: int = 0) -> tuple[int, bool]:
    """Measure the bytes that are free, and tell whether enough are left after taking some."""
    disk = shutil.disk_usage(folder)
    return disk.free, disk.free - wanted >= min(LEAST_ROOM, disk.total // 20)


def _refuse_a_full_disk(folder: Path) -> None:
    free, is_enough = room(folder)
    if not is_enough:
        raise StoreBroken(
            f"only {free // 1_000_000} MB are free on its disk",
            "Free some room and start the program again.",
        )


def _refuse_networks(folder: Path) -> None:
    """Refuse a file system of a network; only Linux says what a folder lies on."""
    try:
        mounts = _MOUNTS.read_text("utf-8", "replace")
    except OSError:
        return
    kind = file_system(folder.resolve(), mounts)
    if kind in NETWORKS:
        raise StoreBroken(
            f"its folder is on a file system of a network ({kind})",
            "Put it on a local disk, or use a PostgreSQL server.",
        )


def file_system(path: Path, mounts: str) -> str:
    """Give the kind of file system that a path lies on; empty where it cannot be told.

    Args:
        path: without symbolic links.
        mounts: as `/proc/self/mountinfo` lists them; of two in one place the later one counts.
    """
    found, longest = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields, kind = before.split(" "), after.partition(" ")[0]
        if len(fields) < 5 or not kind:  # noqa: PLR2004 - the fifth is the place
            continue
        place = Path(re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[4]))
        if path.is_relative_to(place) and len(place.parts) >= longest:
            found, longest = kind, len(place.parts)
    return found
