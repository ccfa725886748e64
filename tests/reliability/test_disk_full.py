"""The disk fills up: whoever is told "not saved" can rely on it, and so can whoever is not."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.reliability import scarce
from tests.reliability.children import child
from tests.reliability.ground import ground, prepare, torn
from tests.reliability.ledger import Told, compare

NOT_SAVED = "StoreFull Not saved: the disk is full. Free some room and try again."
MEGABYTE = 1_000_000


def check(folder: Path, kind: str, size: int) -> None:
    """Fill the disk, free it, and compare every answer with what is there afterwards."""
    prepare(folder, 40, 1)
    with child("tests.reliability.scarce", folder, kind, size) as saving:
        lines = saving.end()
    before, after = parted(lines)
    assert len(before) > scarce.REFUSALS, "it was full from the beginning"
    assert sorted(said for said in before.values() if not said.isdecimal()) == (
        [NOT_SAVED] * scarce.REFUSALS
    )
    assert len(after) == scarce.REFUSALS + scarce.AFTERWARDS
    assert [said for said in after.values() if not said.isdecimal()] == []
    with ground(folder) as here:
        answers = {number: said for number, said in before.items() if said.isdecimal()} | after
        told = [Told(scarce.planned(here, each), int(answers[each])) for each in answers]
        found = compare(here, told)
        assert (found.lost, found.unasked, found.twice) == ((), (), ())
        assert torn(here.workspace) == []


def parted(lines: list[str]) -> list[dict[int, str]]:
    """Read the answers before and after some room was freed, by the number of the save."""
    at = lines.index("freed")
    pairs = [[line.split(" ", 1) for line in part] for part in (lines[:at], lines[at + 1 :])]
    return [{int(number): said for number, said in part} for part in pairs]


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(1 * MEGABYTE, id="the log has no room"),
        pytest.param(6 * MEGABYTE, id="the database has no room"),
    ],
)
def test_no_acknowledged_save_is_lost(tmp_path: Path, size: int) -> None:
    check(tmp_path / "letters", "limit", size)


def can_mount() -> bool:
    """Tell whether we may make a disk of our own to fill."""
    command = ["unshare", "--mount", "true"]
    try:
        return os.geteuid() == 0 and subprocess.run(command, check=False).returncode == 0
    except OSError:
        return False


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a disk in memory."""
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", folder], check=True)


if can_mount():  # nobody else can, which is no reason to say that something is missing

    @pytest.mark.parametrize("left", [300_000, 6 * MEGABYTE])
    def test_no_acknowledged_save_is_lost_on_a_disk_that_is_full(tmp_path: Path, left: int) -> None:
        with small_disk(tmp_path / "disk") as disk:
            check(disk / "letters", "disk", left)
