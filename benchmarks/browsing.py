"""What the server pays while many people translate in their browsers.

    python benchmarks/browsing.py [--people 150] [--seconds 30] [--pause 5] [--quick]

Everybody has a tab of his own: a socket to the page and a statement of 300 paragraphs. Every five
seconds, more or less, he saves a paragraph and opens the next, as the page does it: one `POST
/api/save`, then one run of that part of the page which draws the help beside the new paragraph. No
browser is started; what a browser itself takes is measured in `tests/browser`. Goals: 95 of 100
saves within 100 ms, at most 20 ms of the server's CPU for each, no error, at most 300 MB of memory.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import websockets  # noqa: E402
from streamlit.proto.BackMsg_pb2 import BackMsg  # noqa: E402
from streamlit.proto.Delta_pb2 import Delta  # noqa: E402
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg  # noqa: E402
from websockets.typing import Origin, Subprotocol  # noqa: E402

from benchmarks.machine import facts, percentile  # noqa: E402
from tests.serving import Member, Server, come_in, make_workspace, served  # noqa: E402
from workflow.access import Role  # noqa: E402
from workflow.services.workspace import open_workspace  # noqa: E402

PARAGRAPHS = 300
LANGUAGES = ("fr", "ar")
GOAL_SAVE, GOAL_CPU, GOAL_MEMORY = 0.100, 0.020, 300
WORDS = "Nous demandons un pont ouvert toute l’année, avec une lampe à chaque bout."


class Start:
    """A line at which all wait for the last; what the server did before does not count."""

    def __init__(self, people: int, pid: int) -> None:
        self._barrier = asyncio.Barrier(people)
        self._pid = pid
        self.used = 0.0
        self.at = 0.0

    async def wait(self) -> None:
        """Wait for the others."""
        if await self._barrier.wait() == 0:
            self.used, self.at = cpu(self._pid), time.perf_counter()


@dataclass
class Told:
    """What a run tells: seconds of each save, of each run of the script, and what went wrong."""

    saves: list[float] = field(default_factory=list)
    runs: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    cpu: float = 0.0
    """Of the server, in seconds, from when all tabs were open."""
    seconds: float = 0.0


# --- one tab -------------------------------------------------------------------------------------


class Tab:
    """An open page of one person."""

    def __init__(self, server: Server, who: Member, locale: str, told: Told) -> None:
        self._server = server
        self._who = who
        self._locale = locale
        self._told = told
        self._page = ""
        self._part = ""
        """Id of the part of the page that runs again when another paragraph is opened."""
        self._statement = ""
        """Id of the component that tells which paragraph is open."""
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None
        self._moves = 0
        self._panels = 0
        """That help with the open paragraph, drawn in this run."""
        self._random = Random(who.id)

    async def work(self, start: Start, seconds: float, pause: float) -> None:
        """Open the statement, and when all have, save and move on until the end."""
        host = f"127.0.0.1:{self._server.port}"
        async with websockets.connect(
            f"ws://{host}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")],
            origin=Origin(self._server.url),
            additional_headers=self._who.cookie,
            max_size=None,
        ) as socket:
            self._socket = socket
            await self._run("")
            found = await self._ask("GET", f"/api/statement?document=letter&locale={self._locale}")
            units, stamp = found["units"], found["stamp"]
            await start.wait()
            until = time.perf_counter() + seconds
            while time.perf_counter() < until:
                await asyncio.sleep(pause * self._random.uniform(0.5, 1.5))
                stamp = await self._save(self._random.choice(units), stamp)

    async def _save(self, unit: dict[str, object], stamp: str) -> str:
        begun = time.perf_counter()
        said = await self._ask("POST", "/api/save", {
            "document": "letter", "locale": self._locale, "unit": unit["id"],
            "text": f"{WORDS} {self._random.random()}", "seen": unit["version"],
            "token": f"{self._who.id}-{begun}", "stamp": stamp, "made_from": unit["digest"],
        })  # fmt: skip
        self._told.saves.append(time.perf_counter() - begun)
        unit["version"] = said["version"]
        begun = time.perf_counter()
        await self._run(str(unit["id"]))
        self._told.runs.append(time.perf_counter() - begun)
        return str(said["stamp"])

    async def _run(self, unit: str) -> None:
        """Let the script run with a paragraph open, and wait for its end."""
        asked = BackMsg()
        wanted = asked.rerun_script
        wanted.query_string = f"document=letter&locale={self._locale}"
        wanted.page_script_hash = self._page
        if not self._page:
            wanted.page_name = "translate"
        wanted.context_info.timezone = "UTC"
        self._panels = 0
        wanted.context_info.url = f"{self._server.url}/translate"
        if unit:
            self._moves += 1
            wanted.fragment_id = self._part
            told = wanted.widget_states.widgets.add(id=self._statement)
            told.json_value = json.dumps({"at": {"unit": unit, "seq": self._moves}})
        await self._socket.send(asked.SerializeToString())
        while True:
            message = ForwardMsg()
            message.ParseFromString(await asyncio.wait_for(self._socket.recv(), 30))
            kind = message.WhichOneof("type")
            if kind == "navigation":
                self._page = message.navigation.page_script_hash or self._page
            elif kind == "delta":
                self._look_at(message.delta)
            elif kind == "script_finished":
                if unit and not self._panels:
                    self._told.errors.append("no help was drawn")
                return

    def _look_at(self, delta: Delta) -> None:
        """Remember what is asked next, and count what failed and what helps."""
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "exception":
            self._told.errors.append("a page failed")
        elif kind == "bidi_component" and element.bidi_component.component_name == "statement":
            self._part, self._statement = delta.fragment_id, element.bidi_component.id
        elif delta.add_block.WhichOneof("type") == "expandable":
            self._panels += 1

    async def _ask(self, method: str, path: str, data: object = None) -> Any:  # noqa: ANN401 - JSON
        """Ask over the connection that this tab keeps; 409 is an answer too."""
        if self._line is None:
            self._line = await asyncio.open_connection("127.0.0.1", self._server.port)
        reader, writer = self._line
        body = b"" if data is None else json.dumps(data).encode()
        head = {
            "Host": f"127.0.0.1:{self._server.port}", "Origin": self._server.url,
            "Content-Type": "application/json", "Content-Length": str(len(body)),
            "X-Person": self._who.id, **self._who.cookie,
        }  # fmt: skip
        lines = [f"{method} {path} HTTP/1.1", *(f"{key}: {value}" for key, value in head.items())]
        writer.write("\r\n".join([*lines, "", ""]).encode() + body)
        first, said = await _answer(reader)
        status = int(first.split()[1])
        if status not in (200, 409):
            self._told.errors.append(f"{method} {path.partition('?')[0]}: {status}")
        return json.loads(said)


async def _answer(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Read one answer: its head and its body."""
    head = await reader.readuntil(b"\r\n\r\n")
    names = dict(line.lower().split(b": ", 1) for line in head.splitlines()[1:] if b": " in line)
    if b"content-length" in names:
        return head, await reader.readexactly(int(names[b"content-length"]))
    body = bytearray()
    while size := int(await reader.readline(), 16):
        body += (await reader.readexactly(size + 2))[:-2]
    await reader.readline()
    return head, bytes(body)


# --- the server ----------------------------------------------------------------------------------


def cpu(pid: int) -> float:
    """Give the CPU seconds that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def memory(pid: int) -> float:
    """Give the memory that a process holds, in MB."""
    lines = Path(f"/proc/{pid}/status").read_text("utf-8").splitlines()
    kilobytes = next(line for line in lines if line.startswith("VmRSS")).split()[1]
    return int(kilobytes) / 1000


def statement(paragraphs: int) -> str:
    """Make a statement of so many paragraphs."""
    asked = (f"{number}. We ask for bridge number {number}, open for everybody all year round."
             for number in range(1, paragraphs + 1))  # fmt: skip
    return "An appeal for bridges\n\n" + "\n\n".join(asked) + "\n"


async def measure(server: Server, people: Sequence[Member], seconds: float, pause: float) -> Told:
    """Let everybody work at once."""
    pid = server.process.pid if server.process else 0
    told, start = Told(), Start(len(people), pid)
    tabs = [
        Tab(server, each, LANGUAGES[number % len(LANGUAGES)], told)
        for number, each in enumerate(people)
    ]
    ended = await asyncio.gather(
        *(tab.work(start, seconds, pause) for tab in tabs), return_exceptions=True
    )
    told.cpu, told.seconds = cpu(pid) - start.used, time.perf_counter() - start.at
    told.errors += [repr(each) for each in ended if isinstance(each, BaseException)]
    return told


def main() -> None:
    """Measure, print a table, and fail where a goal is missed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--people", type=int, default=150)
    parser.add_argument("--seconds", type=float, default=30.0, help="how long they work")
    parser.add_argument("--pause", type=float, default=5.0, help="seconds between two saves of one")
    parser.add_argument("--quick", action="store_true", help="twenty people, ten seconds")
    options = parser.parse_args()
    if options.quick:
        options.people, options.seconds = 20, 10.0
    about = facts()
    names = ("processor", "processors", "fsync", "python", "SQLite", "streamlit", "starlette")
    print(", ".join(f"{name} {about[name]}" for name in names if name in about))
    print(f"load of the machine before: {os.getloadavg()[0]:.1f}\n")
    with tempfile.TemporaryDirectory() as name:
        folder = make_workspace(Path(name) / "bridges", statement(PARAGRAPHS))
        with open_workspace(folder) as workspace:
            people = [
                come_in(workspace, f"Person {number}", Role.TRANSLATOR)
                for number in range(options.people)
            ]
        with served(folder) as server:
            missed = table(server, people, options)
    if missed:
        sys.exit(f"over the goal: {', '.join(missed)}")


def table(server: Server, people: Sequence[Member], options: argparse.Namespace) -> list[str]:
    """Print the table, and name what misses a goal."""
    pid = server.process.pid if server.process else 0
    asyncio.run(measure(server, people[:2], 1.0, 0.3))  # what is loaded once counts for nobody
    told = asyncio.run(measure(server, people, options.seconds, options.pause))
    each = told.cpu / max(1, len(told.saves))
    print(f"{'milliseconds':34}{'times':>7}{'p50':>8}{'p95':>8}{'max':>8}")
    for name, found in (("saves", told.saves), ("runs of the script", told.runs)):
        shown = "".join(f"{percentile(found, share) * 1000:8.1f}" for share in (0.5, 0.95, 1))
        print(f"{name:34}{len(found):7,}{shown}")
    print(f"\nCPU of the server for a save, the run of the script included: {each * 1000:.1f} ms")
    share, held = told.cpu / told.seconds, memory(pid)
    print(f"{share:.0%} of one core, {held:.0f} MB, {len(told.errors)} errors")
    for error in sorted(set(told.errors))[:5]:
        print(f"  {error}")
    goals = {
        "saves": percentile(told.saves, 0.95) > GOAL_SAVE,
        "CPU": each > GOAL_CPU,
        "memory": held > GOAL_MEMORY,
        "errors": bool(told.errors),
    }
    return [name for name, is_missed in goals.items() if is_missed]


if __name__ == "__main__":
    main()
