"""Zip files that are the same every time."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from workflow.containers import archive

NAMES = st.text("abcé/ـ.-", min_size=1, max_size=12).filter(
    lambda name: not name.startswith("/") and not name.endswith("/")
)
FILES = st.dictionaries(NAMES, st.binary(max_size=40), max_size=6)


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        assert file.testzip() is None
        return {each.filename: file.read(each) for each in file.infolist()}


@given(FILES, st.randoms(use_true_random=False))
def test_what_is_unpacked_is_what_was_packed(files: dict[str, bytes], chance: object) -> None:
    shuffled = sorted(files.items(), key=lambda _: chance.random())  # type: ignore[attr-defined]
    packed = archive(files)
    assert packed == archive(dict(shuffled))
    assert unpacked(packed) == files


def test_nothing_of_the_clock_and_the_machine_gets_in() -> None:
    with zipfile.ZipFile(io.BytesIO(archive({"b": b"2", "a": b"1"}))) as file:
        entries = file.infolist()
    assert [each.filename for each in entries] == ["a", "b"]
    for each in entries:
        assert each.date_time == (1980, 1, 1, 0, 0, 0)
        assert (each.create_system, each.external_attr >> 16, each.extra) == (3, 0o100644, b"")
