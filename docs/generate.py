"""Write the parts of the pages that the program itself can say, and say where a page is behind.

    python -m docs.generate            write
    python -m docs.generate --check    compare; exit status 1 where a page would change

Three things in a page are ours:

    <!-- generated: NAME --> ... <!-- end -->   replaced by what `PARTS[NAME]` says
    <!-- file: PATH -->                         the code block below it is put into that file ...
    ```console                                  ... and each `$ command` is run and its output kept

Files and commands of one page share a folder of their own, made for it and removed afterwards; with
`<!-- folder: sample -->` in the page it begins as a copy of the sample workspace. What is another
at each run (links, moments, the names of backups) is shown as `FLEETING` says.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import CheckConstraint, Column, Table
from typer import Context
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command
from typer.testing import CliRunner

from workflow import errors, guard
from workflow.access import RIGHTS
from workflow.checks import CHECKS
from workflow.cli import app
from workflow.exporters import EXPORTERS
from workflow.filters import FILTERS
from workflow.model import TREE_ONLY, BlockKind, State
from workflow.review import Act, after
from workflow.store.columns import Moment
from workflow.store.schema import METADATA

ROOT = Path(__file__).parents[1]
COLUMNS = "96"
SAMPLE = ("sources", "locales", "workspace.toml")
FLEETING = (
    (re.compile(r"\b(join|back)/[\w-]{43}"), r"\1/Yb1WkX0gN5…"),
    (re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d UTC"), "2027-03-14 09:30 UTC"),
    (re.compile(r"\b\d{8}T\d{6}Z"), "20270314T093000Z"),
    (
        re.compile(r"\b01[0-9a-f]{6}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"),
        "01a1fed2-9fa9-7123-9680-ced20a69617f",
    ),
    (re.compile(r"^[\d,]{7,}(?= bytes,)|(?<=  )[\d,]{7,}$", re.MULTILINE), "589,824"),
)
"""What is another at each run, and what a page shows in its place; so does the day of today."""

_PART = re.compile(r"(<!-- generated: (?P<name>[a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_STEP = re.compile(
    r"^<!-- file: (?P<path>\S+) -->\n+```[a-z]*\n(?P<text>.*?)^```\n"
    r"|^```console\n(?P<session>.*?)^```\n",
    re.DOTALL | re.MULTILINE,
)


def pages() -> list[Path]:
    """Give the pages of the project, in order."""
    own = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")]
    return [*own, *sorted((ROOT / "docs").rglob("*.md"))]


# --- what the program says of itself -------------------------------------------------------------


def every_command() -> dict[str, TyperCommand | TyperGroup]:
    """Give all commands by what one types, those in a group behind it, in the order of the help."""
    return dict(_below("", get_command(app)))


def _below(path: str, command: object) -> Iterator[tuple[str, TyperCommand | TyperGroup]]:
    if isinstance(command, TyperCommand | TyperGroup):
        yield path, command
    if isinstance(command, TyperGroup):
        for name in command.list_commands(Context(command)):
            yield from _below(f"{path} {name}".strip(), command.commands[name])


def commands() -> Iterator[str]:
    """Give every command with its help."""
    runner = CliRunner(env={"COLUMNS": COLUMNS, "TERM": "dumb", "NO_COLOR": "1"})
    for path in every_command():
        title = f"undersigned {path}".strip()
        said = runner.invoke(app, [*path.split(), "--help"], prog_name="undersigned").stdout
        yield f"## {title}\n\n```text\n{said.strip()}\n```\n"


def filters() -> Iterator[str]:
    """Give a table of the source formats."""
    yield "| format | files | module |\n|---|---|---|"
    for each in FILTERS:
        suffixes = " ".join(f"`{suffix}`" for suffix in each.suffixes)
        yield f"| `{each.name}` | {suffixes} | `workflow.filters.{each.name}` |"


def exporters() -> Iterator[str]:
    """Give a table of the finished forms."""
    yield "| exporter | file | media type | module |\n|---|---|---|---|"
    for each in EXPORTERS:
        module = f"`workflow.exporters.{each.name}`"
        yield f"| `{each.name}` | `{each.suffix}` | `{each.media_type}` | {module} |"


def checks() -> Iterator[str]:
    """Give a table of the quality checks."""
    yield "| check | looks for | severity | findings | module |\n|---|---|---|---|---|"
    for each in CHECKS:
        found = " ".join(f"`{name}`" for name in each.finds) or "those of the filter"
        module = f"`workflow.checks.{each.name}`"
        yield f"| `{each.name}` | {each.description} | {each.severity} | {found} | {module} |"


def tree() -> Iterator[str]:
    """Give the exceptions as `errors` draws them."""
    text = errors.__doc__ or ""
    drawn = [line for line in text.splitlines() if line.startswith("    ")]
    yield "```text"
    yield from (line[4:] for line in drawn)
    yield "```"


def exceptions() -> Iterator[str]:
    """Give every exception with what it says of itself and the facts it carries."""
    for name, each in vars(errors).items():
        if not (isinstance(each, type) and issubclass(each, errors.UndersignedError)):
            continue
        base = each.__mro__[1].__name__
        under = f" A kind of `{base}`." if base != "Exception" else ""
        facts = list(each.__init__.__code__.co_varnames) if "__init__" in vars(each) else []
        known = [fact for fact in facts if f"self.{fact} =" in _source(each)]
        carries = f" Carries {', '.join(f'`{fact}`' for fact in known)}." if known else ""
        yield f"### {name}\n\n{(each.__doc__ or '').strip()}{under}{carries}\n"


def _source(each: type) -> str:
    from inspect import getsource

    return getsource(each)


def limits() -> Iterator[str]:
    """Give the limits for what comes from outside."""
    yield "| limit | value |\n|---|---|"
    for name, value in vars(guard).items():
        if name.isupper() and isinstance(value, int):
            yield f"| `{name}` | {value:,} |"


def rights() -> Iterator[str]:
    """Give a table of the verbs: who may do each, and how far his role must reach."""
    yield "| verb | lowest role | reach | commands |\n|---|---|---|---|"
    for verb, right in RIGHTS.items():
        commands = "yes" if right.by_operator else "no"
        yield f"| `{verb}` | {right.role.label} | {right.scope} | {commands} |"


def transitions() -> Iterator[str]:
    """Give a table of the acts: where each leads to, from every state."""
    yield f"| act | {' | '.join(f'from `{state.name}`' for state in State)} |"
    yield f"|---|{'---|' * len(State)}"
    for act in Act:
        led = [after(act, state) for state in State]
        shown = ["refused" if state is None else f"`{state.name}`" for state in led]
        yield f"| `{act}` | {' | '.join(shown)} |"


_HOLDS = {"TEXT": "text", "INTEGER": "number", "BLOB": "bytes"}


def columns(table: Table) -> Iterator[str]:
    """Give the columns of a table of the store."""
    yield "| column | holds | |\n|---|---|---|"
    for column in table.columns:
        holds = "moment" if isinstance(column.type, Moment) else _HOLDS[str(column.type)]
        yield f"| `{column.name}` | {holds} | {', '.join(_facts(table, column))} |"


def _facts(table: Table, column: Column[object]) -> Iterator[str]:
    if column.primary_key:
        yield "key"
    if column.unique:
        yield "unique"
    yield from (f"a row of `{key.column.table.name}`" for key in column.foreign_keys)
    for rule in table.constraints:
        said = str(rule.sqltext) if isinstance(rule, CheckConstraint) else ""
        if said.startswith(f"{column.name} IN "):
            yield said.partition(" IN ")[2].strip("()").replace("'", "`")
    if column.nullable and not column.primary_key:
        yield "may be missing"


def kinds() -> Iterator[str]:
    """Give the kinds of blocks."""
    yield ", ".join(f"`{kind}`" for kind in BlockKind if kind not in TREE_ONLY) + "."


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "checks": checks,
    "commands": commands,
    "exceptions": exceptions,
    "exporters": exporters,
    "filters": filters,
    "kinds": kinds,
    "limits": limits,
    "rights": rights,
    "transitions": transitions,
    "tree": tree,
    **{
        f"table-{name.replace('_', '-')}": partial(columns, table)
        for name, table in METADATA.tables.items()
    },
}


# --- pages ---------------------------------------------------------------------------------------


def generate(page: str) -> str:
    """Give a page as it should be."""
    page = _PART.sub(_part, page)
    if re.search("^ +(```console|<!-- file:)", page, re.MULTILINE):
        raise ValueError("a file or a session is indented; it would not be run")
    if "```console" not in page:
        return page
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "work"
        folder.mkdir()
        if "<!-- folder: sample -->" in page:
            _copy_sample(folder)
        return _STEP.sub(lambda found: _done(found, folder), page)


def _part(found: re.Match[str]) -> str:
    said = "\n".join(PARTS[found["name"]]()).strip()
    return f"{found[1]}\n{said}\n\n{found[3]}"


def _copy_sample(folder: Path) -> None:
    for name in SAMPLE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name)
        else:
            shutil.copy(ROOT / name, folder)


def _done(found: re.Match[str], folder: Path) -> str:
    """Take one step of a page: write its file, or run its commands."""
    if found["path"]:
        path = folder / found["path"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(found["text"], "utf-8")
        return found[0]
    typed = [line for line in found["session"].splitlines() if line.startswith("$ ")]
    return "```console\n" + "".join(f"{line}\n{_run(line[2:], folder)}" for line in typed) + "```\n"


def _run(command: str, folder: Path) -> str:
    """Run one line of a page and give what a person would see."""
    scripts = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {
        "COLUMNS": COLUMNS,
        "HOME": str(folder),
        "LC_ALL": "C.UTF-8",
        "PATH": scripts,
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
    }
    done = subprocess.run(
        ["sh", "-c", command],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=60,
    )
    said = "\n".join(line.rstrip() for line in done.stdout.decode("utf-8").splitlines())
    said = lasting(said)
    return f"{said}\n" if said else ""


def lasting(said: str) -> str:
    """Put something that stays in the place of what is another at each run."""
    for pattern, shown in FLEETING:
        said = pattern.sub(shown, said)
    now = datetime.now(UTC)
    for each in (now, now - timedelta(days=1)):  # the command may have run before midnight
        said = said.replace(f"{each:%Y-%m-%d}", "2027-03-14")
    return said


def main(arguments: list[str]) -> int:
    """Write or compare every page."""
    behind = []
    for path in pages():
        page = path.read_text("utf-8")
        wanted = generate(page)
        if wanted != page:
            behind.append(path.relative_to(ROOT).as_posix())
            if "--check" not in arguments:
                path.write_text(wanted, "utf-8")
    if "--check" in arguments:
        for name in behind:
            print(f"{name}: the program says something else now. Run: make docs")
        return 1 if behind else 0
    print("\n".join(behind) or "every page is up to date")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
