"""One fair queue for whoever writes, and a mark for whoever has the store open.

SQLite lets one connection write at a time and lets the others sleep and look again, so that with
fifty writers some wait for seconds. Here they stand in line: threads of one process in the order in
which they came, processes behind a lock on a file. Checkpoints stand in the same line, because
SQLite 3.7.0 to 3.51.2 can lose a commit when one connection writes while another resets the log.
(The checkpoint that SQLite itself makes when the last connection closes needs no turn: it is made
under an exclusive lock on the database, which no other connection can share.)
"""

from __future__ import annotations

import contextlib
import errno
import os
import threading
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

from workflow.errors import StoreBroken, StoreBusy, StoreFull

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows: one process at a time
    fcntl = None  # type: ignore[assignment]

PATIENCE = 30.0
"""Seconds after which whoever waits is told that nothing was saved."""
_REMEMBERED = 1000


class Gate:
    """A line in front of the database; whoever is through is alone."""

    def __init__(self, path: Path | None, *, patience: float = PATIENCE) -> None:
        self._path = path
        self._patience = patience
        self._line: deque[threading.Event] = deque()
        self._mutex = threading.Lock()
        self._waits: deque[float] = deque(maxlen=_REMEMBERED)
        self._inside = 0

    @contextlib.contextmanager
    def turn(self, patience: float | None = None) -> Iterator[None]:
        """Wait for one's turn, and let the next one through at the end.

        Args:
            patience: seconds to wait at most; without it those of the gate.

        Raises:
            StoreBusy: it did not come within the patience; nothing was written.
            StoreFull, StoreBroken: the file of the lock cannot be made.
        """
        if self._inside == threading.get_ident():
            raise RuntimeError("a turn within a turn of the same thread would wait for ever")
        patience = self._patience if patience is None else patience
        came = time.monotonic()
        mine = threading.Event()
        with self._mutex:
            self._line.append(mine)
            if self._line[0] is mine:
                mine.set()
        try:
            if not mine.wait(patience):
                raise StoreBusy(patience)
            with self._alone_among_processes(came + patience, patience):
                self._waits.append(time.monotonic() - came)
                self._inside = threading.get_ident()
                try:
                    yield
                finally:
                    self._inside = 0
        finally:
            self._leave(mine)

    def _leave(self, mine: threading.Event) -> None:
        with self._mutex:
            was_first = self._line[0] is mine
            self._line.remove(mine)
            if was_first and self._line:
                self._line[0].set()

    @contextlib.contextmanager
    def _alone_among_processes(self, until: float, patience: float) -> Iterator[None]:
        """Hold the lock on the file; opened anew each time, since a fork would share it."""
        if self._path is None or fcntl is None:
            yield
            return
        asked = _Asked(_opened(self._path))
        if not asked.granted(until):
            raise StoreBusy(patience)
        try:
            yield
        finally:
            os.close(asked.handle)

    @property
    def waiting(self) -> int:
        """Count who stands in line in this process."""
        return len(self._line)

    def longest_waits(self, share: float = 0.95) -> float:
        """Give the seconds within which this share of the last thousand turns came."""
        waits = sorted(self._waits)
        return waits[min(len(waits) - 1, int(share * len(waits)))] if waits else 0.0


class _Asked:
    """A lock on a file that was asked for, and may be given up before it is granted.

    The kernel's own line is fair and forgets whoever died, but it knows no patience: so a thread
    stands in it for us, and if we have gone meanwhile it lets go of what it gets.
    """

    def __init__(self, handle: int) -> None:
        self.handle = handle
        self._mutex = threading.Lock()
        self._done = threading.Event()
        self._given_up = False

    def granted(self, until: float) -> bool:
        """Wait until that moment of the monotonic clock; if in vain, the file is closed."""
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pass
        except OSError as error:  # a file system without locks
            os.close(self.handle)
            raise _ours(error) from error
        else:
            return True
        threading.Thread(target=self._stand_in_line, daemon=True, name="gate").start()
        try:
            self._done.wait(max(0.0, until - time.monotonic()))
        except BaseException:
            if self._give_up():
                raise
            os.close(self.handle)
            raise
        return not self._give_up()

    def _stand_in_line(self) -> None:
        fcntl.flock(self.handle, fcntl.LOCK_EX)
        with self._mutex:
            if self._given_up:
                os.close(self.handle)
            else:
                self._done.set()

    def _give_up(self) -> bool:
        """Give up, unless it was granted."""
        with self._mutex:
            self._given_up = not self._done.is_set()
            return self._given_up


class Presence:
    """A mark that a process has the store open: a shared lock on a file, gone when it dies."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._handle: int | None = None

    def enter(self) -> bool:
        """Say that we are here; tell whether nobody else is, as far as one can know.

        Call it in one's turn at the gate, so that two who come at once do not both think so; while
        the turn lasts, nobody else comes. It may be asked again.
        """
        if self._path is None or fcntl is None:
            return True
        if self._handle is None:
            self._handle = _opened(self._path)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            alone = False
        else:
            alone = True
        fcntl.flock(self._handle, fcntl.LOCK_SH)
        return alone

    def renew(self) -> None:
        """Make a mark of our own in a process that was forked from one that has one."""
        if self._handle is not None:
            self.leave()
            self.enter()

    def leave(self) -> None:
        """Take the mark away."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise _ours(error) from error


def _ours(error: OSError) -> StoreFull | StoreBroken:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StoreFull()
    reason = (error.strerror or "its lock cannot be made").lower()
    return StoreBroken(
        f"its folder cannot be used: {reason}", "Look whether you may write into that folder."
    )
