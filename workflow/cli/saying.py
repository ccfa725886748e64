"""How commands speak: data to standard output, words for people to standard error."""

from __future__ import annotations

import contextlib
import json
import re
import shlex
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextvars import ContextVar
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.errors import HostileInput, one_line

if TYPE_CHECKING:
    from rich.console import JustifyMethod

PIPE_COLUMNS = 240
"""Width of a table where there is no terminal to say how wide it is."""
PATIENCE = 1.0
"""Seconds after which a piece of work shows how far it is."""
Watch = Callable[[str, int, int], None]
"""Told of long work: what is being done, how much of it is done, how much there is."""

_COMMAND = re.compile(r"`undersigned (?P<verb>[a-z]+)(?P<rest>[^`]*)`")
_FOLDER_IS_ARGUMENT = frozenset({"activity", "backup", "init", "serve", "status", "sync"})
"""Commands that take the workspace as an argument; to the others it is `-C`."""
_workspace = ContextVar("workspace", default=Path())
"""The folder that was named to the command that runs."""


def about(workspace: Path) -> Path:
    """Remember and give the folder that a command is about, for what `spoken` writes."""
    _workspace.set(workspace)
    return workspace


def spoken(sentence: str) -> str:
    """Write the commands in a sentence as they are typed from where we are.

    In a sentence they stand between backticks and say nothing of the workspace that it is about:
    whoever made the sentence does not know how it was named.

    >>> _ = about(Path("net"))
    >>> spoken("Run: `undersigned sync`"), spoken("Run: `undersigned revise letter`")
    ('Run: undersigned sync net', 'Run: undersigned revise letter -C net')
    >>> _ = about(Path())
    >>> spoken("Run: `undersigned sync`")
    'Run: undersigned sync'
    """
    return _COMMAND.sub(_typed, sentence)


def _typed(command: re.Match[str]) -> str:
    from workflow.exchange.files import shown

    typed, folder = command[0].strip("`"), _workspace.get()
    if folder == Path():
        return typed
    option = "" if command["verb"] in _FOLDER_IS_ARGUMENT else "-C "
    return f"{typed} {option}{shlex.quote(shown(folder))}"


def say(message: str) -> None:
    """Say something to whoever sits there; it does not mix with the data."""
    print(spoken(message), file=sys.stderr)  # noqa: T201


def tell(message: str = "") -> None:
    """Print one line of what was asked for."""
    print(message)  # noqa: T201


def brief(text: str, length: int = 72) -> str:
    """Shorten a text to one line of at most `length` characters, safe for a terminal."""
    line = one_line(" ".join(text.split()))
    return line if len(line) <= length else f"{line[: length - 3]}..."


def print_json(value: object) -> None:
    """Print data for programs as JSON, in UTF-8 whatever the terminal knows.

    Moments and days are written as ISO 8601 says.
    """
    text = json.dumps(value, ensure_ascii=False, indent=2, default=_plain)
    sys.stdout.buffer.write(f"{text}\n".encode())


def _plain(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def at(moment: datetime) -> str:
    """Say a moment to the minute, as it is at Greenwich.

    >>> at(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
    '2026-03-14 09:30 UTC'
    """
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def counted(count: int, one: str, many: str = "") -> str:
    """Say how many of something there are.

    >>> counted(1, "text"), counted(2_000, "text"), counted(0, "day left", "days left")
    ('1 text', '2,000 texts', '0 days left')
    """
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def put(data: bytes, output: Path | None, inputs: Sequence[Path]) -> None:
    """Write to a file at once, or to standard output; never over what was read.

    Raises:
        HostileInput: the output is one of the `inputs`.
    """
    from workflow.exchange.files import shown, write_file

    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    for each in inputs:
        if output.exists() and output.samefile(each):
            raise HostileInput(
                shown(output), "this would overwrite what was read", "Choose another name."
            )
    write_file(output, data)


def print_table(headings: Sequence[str], rows: Iterable[Sequence[object]], names: int = 1) -> None:
    """Print a table; the first `names` columns hold names, the others figures.

    On a narrow terminal the first column takes several lines; no figure is cut.
    """
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for number, heading in enumerate(headings):
        justify: JustifyMethod = "left" if number < names else "right"
        table.add_column(heading, justify=justify, no_wrap=number > 0, overflow="fold")
    for row in rows:
        table.add_row(*[one_line(str(each)) for each in row])
    Console(
        width=None if sys.stdout.isatty() else PIPE_COLUMNS, markup=False, highlight=False
    ).print(table)


@contextlib.contextmanager
def watching() -> Iterator[Watch]:
    """Show how far long work is, on a terminal, once it has taken longer than a second.

    Nothing is said or printed meanwhile: the bar is redrawn where it stands.
    """
    if not sys.stderr.isatty():
        yield lambda _what, _done, _total: None
        return
    from rich.console import Console
    from rich.progress import Progress, TaskID

    began = time.monotonic()
    with Progress(
        console=Console(stderr=True), transient=True, redirect_stdout=False, redirect_stderr=False
    ) as bars:
        bar: list[TaskID] = []

        def watch(what: str, done: int, total: int) -> None:
            if time.monotonic() - began < PATIENCE:
                return
            if not bar:
                bar.append(bars.add_task(what))
            bars.update(bar[0], description=what, completed=done, total=total)

        yield watch
