"""Files in and out: bounded, atomic, nothing outside the folder meant."""

import errno
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.errors import HostileInput, LimitExceeded, UndersignedError, UnreadableSource
from workflow.exchange.files import (
    check_inside,
    check_name,
    plainly,
    read_file,
    shown,
    undone_on_failure,
    write_file,
)


def test_write_makes_folders_and_says_what_changed(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.txt"
    assert write_file(path, b"one")
    assert not write_file(path, b"one")
    assert write_file(path, b"two")
    assert read_file(path, 3) == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_an_equal_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, b"one")
    os.utime(path, (1, 1))
    write_file(path, b"one")
    assert path.stat().st_mtime == 1


def test_the_mode_of_a_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_file(path, b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o644
    path.chmod(0o640)
    write_file(path, b"two")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"])
def test_killed_on_the_way_the_old_file_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.txt"
    write_file(path, b"old")

    def die(*_: object) -> None:
        assert path.read_bytes() == b"old"
        raise KeyboardInterrupt

    monkeypatch.setattr(step, die)
    with pytest.raises(KeyboardInterrupt):
        write_file(path, b"new and longer")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_folder_is_put_on_the_disk_after_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[tuple[bool, bytes]] = []
    path = tmp_path / "letter.po"

    def fsync(handle: int) -> None:
        there = path.read_bytes() if path.exists() else b""
        synced.append((stat.S_ISDIR(os.fstat(handle).st_mode), there))

    monkeypatch.setattr("os.fsync", fsync)
    write_file(path, b"new")
    assert synced == [(False, b""), (True, b"new")]


def test_a_full_disk_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(UnreadableSource) as refusal:
        write_file(tmp_path / "a.txt", b"x")
    assert str(refusal.value) == (
        f"{tmp_path}/a.txt: no space left on device. Nothing was written; free some room and try "
        "again."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    target = tmp_path / "elsewhere.txt"
    target.write_bytes(b"old")
    link = tmp_path / "a.txt"
    link.symlink_to(target)
    with pytest.raises(HostileInput):
        write_file(link, b"new")
    assert target.read_bytes() == b"old"


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HostileInput, match="this is a folder"):
        write_file(tmp_path, b"x")
    with pytest.raises(UnreadableSource, match="this is a folder"):
        read_file(tmp_path, 10)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource) as refusal:
        read_file(tmp_path / "none.txt", 10)
    assert str(refusal.value) == f"{tmp_path}/none.txt: there is no such file. Check the name."


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no /dev/zero")
def test_a_device_is_refused_at_once() -> None:
    with pytest.raises(UnreadableSource, match="this is not a file"):
        read_file(Path("/dev/zero"), 10)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")
def test_a_pipe_without_a_writer_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "a.txt"
    os.mkfifo(pipe)
    found: list[BaseException] = []

    def read() -> None:
        try:
            read_file(pipe, 10)
        except UndersignedError as error:
            found.append(error)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    reader.join(timeout=5)
    assert [type(each) for each in found] == [UnreadableSource]


def test_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says no, whoever runs the tests."""

    def say_no(*_: object, **__: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_bytes(b"x")
    monkeypatch.setattr("os.open", say_no)
    with pytest.raises(UnreadableSource, match=r"permission denied\. Check its permissions"):
        read_file(path, 10)
    monkeypatch.setattr("tempfile.mkstemp", say_no)
    with pytest.raises(UnreadableSource, match=r"permission denied\. Nothing was written"):
        write_file(tmp_path / "b.txt", b"x")


def test_a_file_may_be_as_large_as_the_limit_and_no_larger(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"12345")
    assert read_file(path, 5) == b"12345"
    with pytest.raises(LimitExceeded):
        read_file(path, 4)


@pytest.mark.parametrize("name", ["a\nb.txt", "\x1b[31m.txt", "a\x7f.txt", "a\u2028b.txt", "a\x85"])
def test_names_that_speak_to_a_terminal_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(HostileInput) as refusal:
        check_name(tmp_path / name)
    assert len(str(refusal.value).splitlines()) == 1
    assert "\x1b" not in str(refusal.value)
    with pytest.raises(HostileInput):
        write_file(tmp_path / name, b"x")
    with pytest.raises(HostileInput):
        read_file(tmp_path / name, 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("رسالة.txt", "رسالة.txt"),
        ("a\nb", "a\\u000ab"),
        ("\u202ea", "\\u202ea"),
        ("é\x1b", "é\\u001b"),
    ],
)
def test_shown(name: str, written: str) -> None:
    assert shown(name) == written


def test_what_the_system_says_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 300)
    said = r"xxx: file name too long\. Check its name"
    with pytest.raises(UnreadableSource, match=said), plainly(path):
        path.stat()


def test_links_that_lead_to_one_another_lead_out(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(HostileInput):
        check_inside(tmp_path, tmp_path / "a" / "letter.po")


# --- together, or not at all ---------------------------------------------------------------------


def test_the_last_look_is_behind_all_that_takes_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, steps = tmp_path / "a.txt", []
    write_file(path, b"old")

    def refuse() -> None:
        steps.append("looked")
        raise KeyError

    monkeypatch.setattr("os.fsync", lambda _: steps.append("on the disk"))
    with pytest.raises(KeyError):
        write_file(path, b"new", last_look=refuse)
    assert steps == ["on the disk", "looked"]
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_files_are_as_they_were_if_what_they_belong_to_fails(tmp_path: Path) -> None:
    old, new, others = tmp_path / "old.txt", tmp_path / "new.txt", tmp_path / "others.txt"
    write_file(old, b"old")

    def fail(write: Callable[..., bool]) -> None:
        assert write(old, b"one")
        assert write(old, b"two")
        assert not write(old, b"two")
        write(new, b"new")
        write(others, b"ours")
        others.write_bytes(b"theirs")
        raise KeyError

    with pytest.raises(KeyError), undone_on_failure() as write:
        fail(write)
    assert (old.read_bytes(), new.exists(), others.read_bytes()) == (b"old", False, b"theirs")


def test_files_stay_if_nothing_fails(tmp_path: Path) -> None:
    with undone_on_failure() as write:
        write(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
