"""The list of who asked to be forgotten."""

from __future__ import annotations

import errno
import json
import os
import stat
from pathlib import Path

import pytest

from workflow.errors import StoreBroken, StoreFull
from workflow.store import erasures


def test_it_lies_beside_the_store(tmp_path: Path) -> None:
    assert erasures.erased_path(tmp_path / "store.db") == tmp_path / "erased.json"


def test_ids_are_added_once_and_in_order(tmp_path: Path) -> None:
    path = tmp_path / "erased.json"
    assert erasures.read(path) == ()
    for each in ("b", "a", "b"):
        erasures.add(path, each)
    assert erasures.read(path) == ("b", "a")
    assert json.loads(path.read_text("utf-8")) == ["b", "a"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["erased.json"]  # noqa: PTH208 - hidden ones too


def test_ids_are_taken_off_again(tmp_path: Path) -> None:
    path = tmp_path / "erased.json"
    erasures.remove(path, "a")
    assert not path.exists()
    for each in "abc":
        erasures.add(path, each)
    for each in "bb":
        erasures.remove(path, each)
    assert erasures.read(path) == ("a", "c")


@pytest.mark.parametrize("data", [b"{}", b"[1]", b"[", b"\xff"])
def test_a_broken_list_is_not_taken_for_an_empty_one(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "erased.json"
    path.write_bytes(data)
    for act in (erasures.read, lambda where: erasures.add(where, "a")):
        with pytest.raises(StoreBroken, match=r"erased\.json is no list"):
            act(path)
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("number", "error"), [(errno.ENOSPC, StoreFull), (errno.EROFS, StoreBroken)]
)
def test_a_disk_that_takes_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, error: type[Exception]
) -> None:
    path = tmp_path / "erased.json"
    erasures.add(path, "a")

    def fails(_handle: int) -> None:
        raise OSError(number, "planted")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(error):
        erasures.add(path, "b")
    assert erasures.read(path) == ("a",)
