"""One after another, in the order of coming, among threads and among processes."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from workflow.errors import StoreBroken, StoreBusy
from workflow.store.gate import Gate, Presence

SECONDS = 30.0


def until(condition: Callable[[], bool]) -> None:
    """Wait for what other threads are about to do."""
    for _ in range(int(SECONDS * 1000)):
        if condition():
            return
        threading.Event().wait(0.001)
    pytest.fail("it did not come to pass")


def test_threads_come_through_in_the_order_in_which_they_came(tmp_path: Path) -> None:
    gate = Gate(tmp_path / "lock")
    through: list[int] = []

    def pass_through(number: int) -> None:
        with gate.turn():
            through.append(number)

    threads = []
    with gate.turn():
        for number in range(30):
            threads.append(threading.Thread(target=pass_through, args=(number,)))
            threads[-1].start()
            until(lambda: gate.waiting == len(threads) + 1)
        assert through == []
    for thread in threads:
        thread.join(SECONDS)
    assert through == list(range(30))
    assert gate.waiting == 0


COUNT = """
import sys
from pathlib import Path
from workflow.store.gate import Gate
gate, count = Gate(Path(sys.argv[1])), Path(sys.argv[2])
for _ in range(200):
    with gate.turn():
        count.write_text(str(int(count.read_text()) + 1))
"""


def test_processes_are_alone_behind_the_gate(tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.write_text("0")
    command = [sys.executable, "-c", COUNT, str(tmp_path / "lock"), str(count)]
    processes = [subprocess.Popen(command) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert count.read_text() == "600"


def test_whoever_died_behind_the_gate_holds_nobody_up(tmp_path: Path) -> None:
    code = "import os, sys; from pathlib import Path; from workflow.store.gate import Gate\n"
    code += "with Gate(Path(sys.argv[1])).turn():\n os.kill(os.getpid(), 9)"
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "lock")], check=False)
    assert done.returncode == -9
    with Gate(tmp_path / "lock", patience=1).turn():
        pass


def test_a_thread_has_patience_and_then_is_told(tmp_path: Path) -> None:
    gate = Gate(tmp_path / "lock", patience=0.05)
    told: list[float] = []

    def come() -> None:
        with pytest.raises(StoreBusy) as caught, gate.turn():
            pass
        told.append(caught.value.seconds)

    with gate.turn():
        thread = threading.Thread(target=come)
        thread.start()
        thread.join(SECONDS)
    assert told == [0.05]
    assert gate.waiting == 0
    with gate.turn():
        pass


def test_a_process_has_patience_and_then_is_told(tmp_path: Path) -> None:
    ours, theirs = Gate(tmp_path / "lock", patience=0.05), Gate(tmp_path / "lock")
    with theirs.turn():
        for _ in range(3):
            with pytest.raises(StoreBusy), ours.turn():
                pass
    until(lambda: not [each for each in threading.enumerate() if each.name == "gate"])
    with ours.turn():  # those who gave up let go of what they were granted after all
        pass


def test_a_process_that_waits_comes_through(tmp_path: Path) -> None:
    ours, theirs = Gate(tmp_path / "lock"), Gate(tmp_path / "lock")
    through = threading.Event()

    def come() -> None:
        with ours.turn():
            through.set()

    with theirs.turn():
        thread = threading.Thread(target=come)
        thread.start()
        until(lambda: any(each.name == "gate" for each in threading.enumerate()))
        assert not through.is_set()
    thread.join(SECONDS)
    assert through.is_set()


def test_the_next_one_comes_after_an_error(tmp_path: Path) -> None:
    gate = Gate(tmp_path / "lock", patience=1)
    for _ in range(2):
        with pytest.raises(ZeroDivisionError), gate.turn():
            raise ZeroDivisionError


def test_a_turn_within_a_turn_is_a_mistake_that_shows(tmp_path: Path) -> None:
    gate = Gate(tmp_path / "lock")
    with gate.turn(), pytest.raises(RuntimeError, match="within"), gate.turn():
        pass
    with gate.turn():
        pass


def test_a_server_needs_no_lock_on_a_file() -> None:
    with Gate(None).turn():
        pass


def test_a_lock_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreBroken, match="folder"), Gate(tmp_path / "gone" / "lock").turn():
        pass


def test_waits_are_remembered(tmp_path: Path) -> None:
    gate = Gate(tmp_path / "lock")
    assert gate.longest_waits() == 0.0
    with gate.turn():
        pass
    assert 0.0 < gate.longest_waits() < SECONDS
    gate._waits.extend(float(number) for number in range(1, 101))
    assert gate.longest_waits(0.5) == 50.0


def test_presence_tells_who_is_alone(tmp_path: Path) -> None:
    first, second = Presence(tmp_path / "open"), Presence(tmp_path / "open")
    assert first.enter()
    assert first.enter()
    assert not second.enter()
    assert not first.enter()
    first.leave()
    assert second.enter()
    second.leave()
    second.leave()
    assert Presence(tmp_path / "open").enter()


def test_presence_ends_with_the_process(tmp_path: Path) -> None:
    code = "import os, sys; from pathlib import Path; from workflow.store.gate import Presence\n"
    code += "assert Presence(Path(sys.argv[1])).enter(); os.kill(os.getpid(), 9)"
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "open")], check=False)
    assert Presence(tmp_path / "open").enter()
