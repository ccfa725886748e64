"""The power goes while people save, and no acknowledged save is lost."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from tests.reliability import power
from tests.reliability.children import child
from tests.reliability.ground import ground, prepare, torn
from tests.reliability.ledger import compare, told
from workflow.errors import StoreBroken

UNITS, WRITERS = 40, 2

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("cc"),
    reason="this needs Linux and a C compiler, cc",
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return power.build(tmp_path_factory.mktemp("library"))


@dataclass(frozen=True, slots=True)
class Cut:
    """What remains after a power cut."""

    lines: tuple[str, ...]
    """What the volunteers were told."""
    left: Path
    """The workspace as a kill would leave it."""
    synced: power.Files
    has_checkpoint: bool
    """Whether the database itself was synced while they saved."""


def cut(folder: Path, library: Path, acknowledged: int, *options: str) -> Cut:
    """Let volunteers save, and cut the power after some have been acknowledged."""
    left, disk = folder / "letters", folder / "disk"
    shutil.rmtree(folder, ignore_errors=True)
    prepare(left, UNITS, WRITERS)
    private = left / ".undersigned"
    disk.mkdir()
    before = power.read(private)
    (disk / power.DATABASE).write_bytes(before[power.DATABASE] or b"")
    shim = {"LD_PRELOAD": library, "SYNCED_FROM": private.resolve(), "SYNCED_TO": disk}
    environment = {name: str(value) for name, value in shim.items()}
    command = ("tests.reliability.writers", left, 0, *range(WRITERS), *options)
    with child(*command, environment=environment) as writing:
        lines = writing.hear(acknowledged) + writing.kill()
    synced = power.read(disk)
    return Cut(tuple(lines), left, synced, synced[power.DATABASE] != before[power.DATABASE])


def lost_in(cut: Cut, random: Random) -> Iterator[tuple[str, int]]:
    """Say for each state of the disk after the cut how many saves are lost."""
    for name, files in power.afterwards(cut.synced, power.read(cut.left / ".undersigned"), random):
        disk = cut.left.with_name(name)
        power.put(files, cut.left, disk)
        try:
            with ground(disk) as here:
                found = compare(here, answers := told(here, 0, cut.lines))
                assert len(answers) == len(cut.lines) > 0
                assert (torn(here.workspace), found.twice) == ([], ())
                assert len(found.unasked) <= WRITERS
                yield name, len(found.lost)
        except (StoreBroken, AssertionError) as error:
            yield f"{name}: {error}", len(cut.lines)
        shutil.rmtree(disk)


CUTS = [pytest.param(1), pytest.param(10, marks=pytest.mark.long)]


@pytest.mark.parametrize("cuts", CUTS)
@pytest.mark.parametrize("options", [(), ("--eager",)], ids=["as it is", "many checkpoints"])
def test_no_acknowledged_save_is_lost(
    tmp_path: Path, library: Path, options: tuple[str, ...], cuts: int
) -> None:
    random, checkpoints = Random(cuts), 0
    for number in range(cuts):
        after = cut(tmp_path / str(number), library, random.randrange(20, 250), *options)
        checkpoints += after.has_checkpoint
        assert {name: lost for name, lost in lost_in(after, random) if lost} == {}
        shutil.rmtree(tmp_path / str(number))
    assert checkpoints or not options


@pytest.mark.parametrize("mode", ["NORMAL", "OFF"])
def test_a_store_that_does_not_wait_for_the_disk_loses_saves(
    tmp_path: Path, library: Path, mode: str
) -> None:
    """The proof can fail: this is the bug it is there to find."""
    after = cut(tmp_path / mode, library, 20, "--synchronous", mode)
    lost = dict(lost_in(after, Random(1)))
    assert lost["only what was synced"] == len(after.lines)
    assert lost["all that was written"] == 0
