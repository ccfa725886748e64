"""Write the parts of the pages that the program itself can say, and say where a page is behind.

    python -m docs.generate            write
    python -m docs.generate --check    compare; exit status 1 where a page would change

Three things in a page are ours:

    <!-- generated: NAME --> ... <!-- end -->   replaced by what `PARTS[NAME]` says
    <!-- file: PATH -->                         the code block below it is put into that file ...
    ```console                                  ... and each `$ command` is run and its output kept

Files and commands of one page share a folder of their own, made for it and removed afterwards; with
`<!-- folder: sample -->` in the page it begins as a copy of the sample workspace.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from typer.main import get_command
from typer.testing import CliRunner

from workflow import errors, guard
from workflow.cli import app
from workflow.exporters import EXPORTERS
from workflow.filters import FILTERS
from workflow.model import TREE_ONLY, BlockKind

ROOT = Path(__file__).parents[1]
COLUMNS = "96"
SAMPLE = ("sources", "locales", "workspace.toml")

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


def commands() -> Iterator[str]:
    """Give every command with its help."""
    runner = CliRunner(env={"COLUMNS": COLUMNS, "TERM": "dumb", "NO_COLOR": "1"})
    names = list(getattr(get_command(app), "commands", {}))
    for name in ["", *names]:
        title = f"undersigned {name}".strip()
        arguments = [name, "--help"] if name else ["--help"]
        said = runner.invoke(app, arguments, prog_name="undersigned").stdout
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


def kinds() -> Iterator[str]:
    """Give the kinds of blocks."""
    yield ", ".join(f"`{kind}`" for kind in BlockKind if kind not in TREE_ONLY) + "."


PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "commands": commands,
    "exceptions": exceptions,
    "exporters": exporters,
    "filters": filters,
    "kinds": kinds,
    "limits": limits,
    "tree": tree,
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
    return f"{said}\n" if said else ""


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
