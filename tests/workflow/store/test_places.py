"""Where a store may lie."""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.live import NOW
from workflow.errors import StoreBroken
from workflow.services.workspace import PRIVATE
from workflow.store import open_store, places
from workflow.store.places import NETWORKS, OURS, file_system, prepare_place, room

NOBODY = 65534
MOUNTS = r"""
21 1 254:0 / / rw,relatime - ext4 /dev/vda rw
22 21 0:5 / /srv rw,relatime shared:9 - ext4 /dev/vdb rw
23 22 0:40 / /srv/our\040letters rw,relatime shared:1 master:2 - nfs4 server:/letters rw
24 22 0:41 / /srv/sshfs rw - fuse.sshfs someone@there: rw
25 22 0:42 / /srv/twice rw - nfs server:/twice rw
26 22 0:43 / /srv/twice rw - tmpfs tmpfs rw
a line that says nothing
""".strip()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home", "ext4"),
        ("/srv", "ext4"),
        ("/srv/our letters", "nfs4"),
        ("/srv/our letters/a/b", "nfs4"),
        ("/srv/our letters too", "ext4"),
        ("/srv/sshfs/x", "fuse.sshfs"),
        ("/srv/twice/x", "tmpfs"),
    ],
)
def test_the_longest_place_counts(path: str, kind: str) -> None:
    assert file_system(Path(path), MOUNTS) == kind


def test_where_nothing_is_known_nothing_is_said() -> None:
    assert file_system(Path("/srv"), "") == ""


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "ceph", "afs"])
def test_a_file_system_of_a_network_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 1 0:1 / / rw - ext4 x rw\n2 1 0:2 / {tmp_path} rw - {kind} x rw\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    with pytest.raises(StoreBroken, match=rf"network \({kind}\).*local disk"):
        prepare_place(tmp_path / "store.db")
    assert not (tmp_path / "store.db").exists()
    assert kind in NETWORKS


def test_where_no_list_of_mounts_is_all_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(places, "_MOUNTS", tmp_path / "nothing")
    prepare_place(tmp_path / "store.db")


def test_the_file_system_of_a_linked_folder_is_that_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "near").symlink_to(tmp_path / "far")
    mounts = tmp_path / "mountinfo"
    mounts.write_text(f"1 1 0:1 / / rw - ext4 x rw\n2 1 0:2 / {tmp_path}/far rw - nfs x rw\n")
    monkeypatch.setattr(places, "_MOUNTS", mounts)
    with pytest.raises(StoreBroken, match="network"):
        prepare_place(tmp_path / "near" / "store.db")


# --- room ----------------------------------------------------------------------------------------


def disk(monkeypatch: pytest.MonkeyPatch, total: int, free: int) -> None:
    found = SimpleNamespace(total=total, free=free)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: found)


def test_a_full_disk_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk(monkeypatch, 100_000_000_000, 49_000_000)
    with pytest.raises(StoreBroken, match=r"49 MB are free.*Free some room"):
        prepare_place(tmp_path / "store.db")
    assert not (tmp_path / "store.db").exists()


def test_a_small_disk_needs_a_twentieth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    disk(monkeypatch, 2_000_000, 100_000)
    assert room(tmp_path) == (100_000, True)
    assert room(tmp_path, 1) == (100_000, False)


# --- the file and its folder ---------------------------------------------------------------------


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_made_is_private(tmp_path: Path) -> None:
    store = tmp_path / "a" / OURS / "store.db"
    prepare_place(store)
    assert (mode(store), mode(store.parent)) == (0o600, 0o700)


def test_what_others_could_read_is_made_private(tmp_path: Path) -> None:
    store = tmp_path / OURS / "store.db"
    prepare_place(store)
    store.parent.chmod(0o755)
    log = store.with_name("store.db-wal")
    log.touch()
    for each in (store, log):
        each.chmod(0o644)
    prepare_place(store)
    assert [mode(each) for each in (store, log, store.parent)] == [0o600, 0o600, 0o700]


def test_a_folder_of_others_is_left_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    prepare_place(tmp_path / "store.db")
    assert mode(tmp_path) == 0o755
    assert mode(tmp_path / "store.db") == 0o600


def test_what_cannot_be_made_private_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = tmp_path / "store.db"
    store.touch(0o644)
    store.chmod(0o644)

    def refuse(path: Path, mode: int) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "chmod", refuse)
    with pytest.raises(StoreBroken, match=r"others may read.*chmod 600 store\.db"):
        prepare_place(store)


def test_the_folder_that_is_ours_is_that_of_workspaces() -> None:
    assert OURS == PRIVATE


def test_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.db").symlink_to(tmp_path / "elsewhere.db")
    with pytest.raises(StoreBroken, match="symbolic link"):
        prepare_place(tmp_path / "store.db")
    assert not (tmp_path / "elsewhere.db").exists()


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.db").mkdir()
    with pytest.raises(StoreBroken, match="not a file"):
        prepare_place(tmp_path / "store.db")


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreBroken, match=r"cannot be made: .*Choose a folder"):
        prepare_place(tmp_path / "file" / "store.db")


@contextlib.contextmanager
def as_somebody() -> Iterator[None]:
    """Be somebody to whom folders can be closed: nothing is forbidden to root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="rights of folders are those of POSIX")
def test_a_folder_for_reading_only_is_said() -> None:
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o555)
        with as_somebody(), pytest.raises(StoreBroken, match="cannot be made"):
            prepare_place(Path(name) / "store.db")
        Path(name).chmod(0o700)


ASK_FOR_ALL = """
import fcntl, os, sys
handle = os.open(sys.argv[1], os.O_RDWR)
try:
    fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)
except OSError:
    sys.exit(3)
"""


@pytest.mark.skipif(os.name != "posix", reason="locks are of another kind there")
def test_opening_it_again_takes_no_lock_away(tmp_path: Path) -> None:
    """SQLite's shared lock tells other programs that they are not the last to close."""
    first = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    second = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    command = [sys.executable, "-c", ASK_FOR_ALL, str(tmp_path / "store.db")]
    assert subprocess.run(command, check=False).returncode == 3
    second.close()
    first.close()
    assert subprocess.run(command, check=False).returncode == 0
