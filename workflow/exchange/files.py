"""Files in and out: bounded reading, atomic writing, nothing outside the folder meant."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from workflow.errors import HostileInput, LimitExceeded, UndersignedError, UnreadableSource
from workflow.guard import REORDERING


def shown(path: Path | str) -> str:
    """Write a path so that it stays on one line and cannot speak to a terminal."""
    return "".join(f"\\u{ord(one):04x}" if _speaks(one) else one for one in str(path))


def _speaks(one: str) -> bool:
    category = unicodedata.category(one)
    return category[0] == "C" or category in ("Zl", "Zp")


def check_name(path: Path) -> None:
    """Refuse a path with characters that would be read as something else.

    The names of folders count too: a reference in a catalog holds them.
    """
    name = str(path)
    if any(unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp") for one in name):
        raise HostileInput(shown(path), "a control character in the name", "Rename it.")
    if REORDERING.search(name):
        reason = "an invisible character in the name re-orders what readers see"
        raise HostileInput(shown(path), reason, "Rename it.")


@contextlib.contextmanager
def plainly(path: Path, what_next: str = "Check its name and its permissions.") -> Iterator[None]:
    """Turn what the system says while one works with a file into our error, which names the file.

    Raises:
        UnreadableSource: the system refused.
    """
    try:
        yield
    except OSError as error:
        reason = (error.strerror or "it cannot be used").lower()
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            what_next = "Nothing was written; free some room and try again."
        raise UnreadableSource(shown(path), reason, what_next) from None


def read_file(path: Path, limit: int) -> bytes:
    """Read a file of at most `limit` bytes.

    Raises:
        UnreadableSource: there is no such file, or it is a folder or a device.
        LimitExceeded: it is larger.
    """
    check_name(path)
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnreadableSource(
                    shown(path), "this is not a file", "Give the name of a file."
                )
            data = file.read(limit + 1)
    except IsADirectoryError:
        raise UnreadableSource(
            shown(path), "this is a folder", "Give the name of a file."
        ) from None
    except FileNotFoundError:
        raise UnreadableSource(shown(path), "there is no such file", "Check the name.") from None
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise UnreadableSource(shown(path), reason, "Check its permissions.") from None
    if len(data) > limit:
        raise LimitExceeded(shown(path), "the file", limit, "bytes", "Split it into several.")
    return data


def _open_without_waiting(path: str, flags: int) -> int:
    """Open a file without hanging on a pipe that nobody writes to."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def write_file(path: Path, data: bytes, *, last_look: Callable[[], object] | None = None) -> bool:
    """Put a file in its place at once: it has the old content or the new one, never half of it.

    Folders are made as needed; a symbolic link is refused, so nothing is written elsewhere, and so
    is a pipe or a device, which a file in its place would destroy.

    Args:
        path: where.
        data: the new content.
        last_look: is called when only the last step is left to do; what it raises leaves the file
            as it is.

    Returns:
        Whether the content changed; an equal file is left alone.

    Raises:
        HostileInput: the path is a link, a folder or a device, or has control characters.
        UnreadableSource: the folder cannot be written to.
    """
    check_name(path)
    with plainly(path, "Nothing was written; choose another place."):
        _refuse_what_is_no_file(path)
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, data, last_look)
    return True


@contextlib.contextmanager
def undone_on_failure() -> Iterator[Callable[..., bool]]:
    """Lend `write_file` for files that belong to something greater, such as a transaction.

    If that fails, the files are as they were, and new ones are gone, as far as the system lets us;
    what somebody else has written there since stays. Begin it before the transaction, whose end
    may fail too.
    """
    written: list[tuple[Path, bytes | None, bytes]] = []

    def write(path: Path, data: bytes, *, last_look: Callable[[], object] | None = None) -> bool:
        with plainly(path):
            before = path.read_bytes() if path.is_file() else None
        changed = write_file(path, data, last_look=last_look)
        if changed:
            written.append((path, before, data))
        return changed

    try:
        yield write
    except BaseException:
        for path, before, data in reversed(written):
            with contextlib.suppress(OSError, UndersignedError):
                _put_back(path, before, data)
        raise


def _put_back(path: Path, before: bytes | None, written: bytes) -> None:
    if path.read_bytes() != written:
        return
    if before is None:
        path.unlink()
    else:
        write_file(path, before)


def _refuse_what_is_no_file(path: Path) -> None:
    if path.is_symlink():
        raise HostileInput(shown(path), "this is a symbolic link", "Write to the file itself.")
    if path.is_dir():
        raise HostileInput(shown(path), "this is a folder", "Give the name of a file.")
    if path.exists() and not path.is_file():
        raise HostileInput(shown(path), "this is not a file", "Give the name of a file.")


def _replace(path: Path, data: bytes, last_look: Callable[[], object] | None) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        if last_look:
            last_look()
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """Put a folder's new entry on the disk too, where the system lets one do so."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    """Read which rights new files are not given; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def check_inside(folder: Path, path: Path) -> None:
    """Refuse a path that a link leads out of its folder.

    Raises:
        HostileInput: it would be written elsewhere.
    """
    try:
        is_inside = path.parent.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # links that lead to one another
        is_inside = False
    if not is_inside:
        reason = f"a link leads out of {shown(folder)}"
        raise HostileInput(shown(path), reason, "Put a folder in the place of the link.")
