"""The rules of the house, and a breach of each to see that it would be noticed."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import packages_distributions
from inspect import cleandoc
from pathlib import Path
from typing import Any

import pytest

import workflow
from workflow import errors
from workflow.checks import CHECKS
from workflow.exporters import EXPORTERS
from workflow.filters import FILTERS
from workflow.registry import Registry

ROOT = Path(__file__).parents[1]
LONGEST = 500
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
CONTRACTS: dict[str, Any] = {
    each["id"]: each for each in PROJECT["tool"]["importlinter"]["contracts"]
}
EFFECTS = {"cli", "services", "store", "settings", "exchange"}
"""Rooms that meet the world; all others are pure."""


def modules(*folders: str) -> list[Path]:
    """Give the Python files of some folders, as seen from the root."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path.relative_to(ROOT) for path in found)


CORE = modules("workflow")
CODE = modules("workflow", "ui", "tests", "benchmarks", "docs")


def parsed(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text("utf-8"))


# --- who may import whom -------------------------------------------------------------------------


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the tree, to plant something in."""
    for folder in ("workflow", "ui"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the tree in a folder."""
    command = "from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_are_kept() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"{len(CONTRACTS)} kept, 0 broken" in done.stdout


BREACHES = [
    ("floors", "workflow/model.py", "from workflow import guard"),
    ("floors", "workflow/services/documents/verbs.py", "from workflow import cli"),
    ("floors", "workflow/filters/base.py", "from workflow.exporters import base"),
    ("floors", "workflow/checks/structure.py", "from workflow.filters import FILTERS"),
    ("floors", "workflow/without_a_room.py", ""),
    ("cycles", "workflow/placeholders.py", "from workflow import pseudo"),
    ("core", "workflow/cli/app.py", "import streamlit"),
    ("core", "workflow/services/publishing.py", "import ui"),
    ("front-desk", "ui/desk.py", "import workflow.filters"),
    ("front-desk", "ui/desk.py", "from workflow.exchange import catalogs"),
    ("front-desk", "ui/desk.py", "from workflow import extract"),
    ("pure", "workflow/segmentation/marks.py", "import os"),
    ("pure", "workflow/exporters/base.py", "from pathlib import Path"),
    ("pure", "workflow/alignment/merge.py", "from time import time"),
    ("pure", "workflow/plumbing.py", "from workflow.exchange import files"),
    ("homes", "workflow/services/documents/verbs.py", "import polib"),
    ("homes", "workflow/plumbing.py", "from babel import Locale"),
    ("homes", "workflow/cli/workspace.py", "import pandas as pd"),
    ("homes", "workflow/services/progress/verbs.py", "import typer"),
    ("homes", "workflow/services/progress/verbs.py", "from rich.table import Table"),
    ("homes", "workflow/filters/base.py", "import sentencex"),
    ("homes", "workflow/services/documents/verbs.py", "from sqlalchemy import select"),
    ("homes", "workflow/settings/reading.py", "import tomlkit"),
    ("homes", "ui/desk.py", "import pandas"),
]


@pytest.mark.parametrize(("contract", "file", "line"), BREACHES)
def test_a_breach_is_noticed(copy: Path, contract: str, file: str, line: str) -> None:
    path = copy / file
    text = path.read_text("utf-8") if path.exists() else '"""A room."""\n'
    path.write_text(f"{text}\n\ndef _planted() -> None:\n    {line or 'pass'}\n", "utf-8")
    done = lint(copy)
    broken = [row for row in done.stdout.splitlines() if " BROKEN" in row]
    assert done.returncode == 1
    assert any(row.startswith(CONTRACTS[contract]["name"]) for row in broken), done.stdout
    name = file.removesuffix(".py").replace("/", ".")
    assert name.rpartition(".")[2 if not line else 0] in done.stdout


def test_every_breach_is_tried() -> None:
    assert {contract for contract, _, _ in BREACHES} == set(CONTRACTS)


def test_every_pure_room_is_bound_to_be_pure() -> None:
    rooms = {path.parts[1].removesuffix(".py") for path in CORE} - {"__init__"}
    bound = {name.removeprefix("workflow.") for name in CONTRACTS["pure"]["source_modules"]}
    assert {name for name in bound if not name.startswith("exchange.")} == rooms - EFFECTS


_IMPORTED_AS = {"markdown-it-py": "markdown_it", "pyyaml": "yaml"}


def test_every_library_has_a_home() -> None:
    names = [re.split(r"[<>=~!\[; ]", each)[0] for each in PROJECT["project"]["dependencies"]]
    needed = {_IMPORTED_AS.get(name, name.replace("-", "_")) for name in names}
    assert needed <= set(CONTRACTS["homes"]["forbidden_modules"])


# --- what import-linter cannot see ---------------------------------------------------------------

_ASKS = {"open", "input", "print", "eval", "exec", "__import__"}
_ASKS_THE_CLOCK = {"now", "utcnow", "today", "fromtimestamp"}


def impurities(tree: ast.AST) -> Iterator[str]:
    """Give the calls that reach out of a pure module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Name) and called.id in _ASKS:
                yield f"{called.id}() in line {node.lineno}"
            if isinstance(called, ast.Attribute) and called.attr in _ASKS_THE_CLOCK:
                yield f".{called.attr}() in line {node.lineno}"


@pytest.mark.parametrize("line", ["open('letter.txt')", "print(1)", "datetime.now()"])
def test_an_impure_call_is_noticed(line: str) -> None:
    assert len(list(impurities(ast.parse(line)))) == 1


def pure_modules() -> list[Path]:
    bound = tuple(name.replace(".", "/") for name in CONTRACTS["pure"]["source_modules"])
    return [path for path in CORE if f"{path.with_suffix('')}/".startswith(tuple(
        f"{name}/" for name in bound
    ))]  # fmt: skip


def test_pure_rooms_neither_open_a_file_nor_ask_the_clock() -> None:
    pure = pure_modules()
    assert len(pure) >= len(CONTRACTS["pure"]["source_modules"])
    assert {str(path): list(impurities(parsed(path))) for path in pure} == {
        str(path): [] for path in pure
    }


# --- the shape of modules ------------------------------------------------------------------------


def test_no_module_is_too_long() -> None:
    lengths = {str(path): len((ROOT / path).read_text("utf-8").splitlines()) for path in CODE}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def does_something(tree: ast.Module) -> bool:
    """Tell a module with functions from one that only re-exports or holds tables."""
    return any(isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) for node in ast.walk(tree))


def mirrors(path: Path) -> list[Path]:
    """Give the places where the test of a module may stand."""
    folder = Path("tests") / path.parent
    if path.name != "__init__.py":
        return [folder / f"test_{path.name}"]
    return [folder / f"test_{path.parent.name}.py", folder.parent / f"test_{path.parent.name}.py"]


WITH_FUNCTIONS = [path for path in CORE[1:] if does_something(parsed(path))]
"""All but `workflow/__init__.py`, whose names are tried below."""


@pytest.mark.parametrize("path", WITH_FUNCTIONS, ids=str)
def test_every_module_has_its_mirror(path: Path) -> None:
    assert any((ROOT / mirror).exists() for mirror in mirrors(path)), f"write {mirrors(path)[0]}"


def test_every_mirror_has_its_module() -> None:
    """But `test_outside.py`, which tries a whole room on data from outside."""
    tests = [path for path in modules("tests/workflow") if path.name.startswith("test_")]
    tests = [path for path in tests if path.name != "test_outside.py"]
    wanted = {mirror for path in CORE for mirror in mirrors(path)}
    assert sorted(str(path) for path in tests if path not in wanted) == []


def public(tree: ast.Module) -> Iterator[tuple[str, str | None]]:
    """Give the docstring of a module, of its public classes and functions, and of their methods."""
    yield "the module", ast.get_docstring(tree)
    todo = [("", node) for node in tree.body]
    while todo:
        prefix, node = todo.pop(0)
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        yield prefix + node.name, ast.get_docstring(node)
        if isinstance(node, ast.ClassDef):
            todo += [(f"{prefix}{node.name}.", inner) for inner in node.body]


def is_sentence(docstring: str | None) -> bool:
    first = (docstring or "").split("\n", 1)[0]
    return bool(first) and first[-1] in ".:?!"


@pytest.mark.parametrize("path", CORE, ids=str)
def test_what_is_public_is_explained_in_a_sentence(path: Path) -> None:
    bad = [name for name, docstring in public(parsed(path)) if not is_sentence(docstring)]
    assert bad == []


def test_a_missing_sentence_is_noticed() -> None:
    tree = ast.parse('"""A module."""\nclass A:\n    """Keep it"""\n    def b(self): ...\n')
    assert [name for name, said in public(tree) if not is_sentence(said)] == ["A", "A.b"]


UNFINISHED = re.compile(r"\b(?:T[O]DO|F[I]XME|X[X]X|Not[I]mplementedError)\b")


def test_nothing_is_unfinished() -> None:
    found = {str(path): UNFINISHED.findall((ROOT / path).read_text("utf-8")) for path in CODE}
    assert {name: marks for name, marks in found.items() if marks} == {}
    assert UNFINISHED.search(f"# {'TO'}{'DO'} later")


# --- errors, registries, names -------------------------------------------------------------------


def exceptions() -> list[type[errors.UndersignedError]]:
    found = [each for each in vars(errors).values() if isinstance(each, type)]
    return [each for each in found if issubclass(each, errors.UndersignedError)]


def drawn() -> dict[str, str]:
    """Read the tree in the docstring of `errors`: a class, and the one it stands under."""
    rows = cleandoc(errors.__doc__ or "").splitlines()
    tree = [row for row in rows if re.match(r"(    |      ) *[A-Z]\w+( {2}|$)", row)]
    parents: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for row in tree:
        depth, name = len(row) - len(row.lstrip()), row.split()[0]
        above = [each for each in above if each[0] < depth]
        parents[name] = above[-1][1] if above else ""
        above.append((depth, name))
    return parents


def test_every_exception_stands_in_the_tree() -> None:
    tree = drawn()
    assert set(tree) == {each.__name__ for each in exceptions()}
    for each in exceptions():
        above = {base.__name__ for base in each.__mro__[1:]}
        assert tree[each.__name__] in above | {""}, each


def test_every_exception_is_raised() -> None:
    text = "\n".join((ROOT / path).read_text("utf-8") for path in CORE if path.stem != "errors")
    groups = {base for each in exceptions() for base in each.__mro__[1:]}
    unused = [
        each.__name__
        for each in exceptions()
        if each not in groups
        and not re.search(rf"\b{each.__name__}\(|raise {each.__name__}\b", text)
    ]
    assert unused == []


@pytest.mark.parametrize(
    ("registry", "folder"),
    [
        pytest.param(FILTERS, "filters", id="filters"),
        pytest.param(EXPORTERS, "exporters", id="exporters"),
        pytest.param(CHECKS, "checks", id="checks"),
    ],
)
def test_an_entry_is_found_by_its_name(registry: Registry[Any], folder: str) -> None:
    names = [entry.name for entry in registry]
    assert names
    assert len(set(names)) == len(names)
    for name in names:
        module = ROOT / "workflow" / folder / name
        assert module.is_dir() or module.with_suffix(".py").exists(), name


def test_nothing_in_the_interface_hides_a_library() -> None:
    ours = {"workflow", "ui", "tests", "benchmarks", "docs"}
    taken = (sys.stdlib_module_names | set(packages_distributions()) | {"pages"}) - ours
    names = {path.name.removesuffix(".py") for path in (ROOT / "ui").iterdir()}
    assert "pages" in taken
    assert names - {"__init__", "__pycache__"} & taken == set()


PACKAGES = sorted(
    ".".join(path.parent.relative_to(ROOT).parts)
    for top in ("workflow", "ui")
    for path in (ROOT / top).rglob("__init__.py")
)


@pytest.mark.parametrize("package", PACKAGES)
def test_the_public_names_of_a_package_are_there(package: str) -> None:
    module = import_module(package)
    assert [name for name in getattr(module, "__all__", []) if not hasattr(module, name)] == []


def test_every_test_in_a_browser_says_so() -> None:
    modules = sorted((ROOT / "tests" / "browser").glob("test_*.py"))
    assert modules
    assert [path.name for path in modules if "pytest.mark.browser" not in path.read_text()] == []


def test_the_public_names_resolve() -> None:
    assert [name for name in workflow.__all__ if not callable(getattr(workflow, name))] == []
    assert set(workflow.__all__) <= set(dir(workflow))
    assert sorted(workflow.__all__) == workflow.__all__
    with pytest.raises(AttributeError, match="no attribute 'translate'"):
        workflow.translate  # noqa: B018


# --- what gets into the repository ---------------------------------------------------------------

_MACHINE = re.compile(
    r"(?<!\w)/home/\w|/root\b|/Users/\w|[A-Z]:\\\\?Users|site-packages|dist-packages"
    r"|index-url|--find-links|simple/index",
    re.IGNORECASE,
)


def tracked() -> list[Path]:
    """Give the files that are in the repository or on their way into it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("this is no git checkout")
    return [path for name in done.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_no_file_names_a_machine_or_a_registry() -> None:
    here = {str(ROOT), sys.prefix, str(Path.home())} - {"/"}
    found = []
    for path in tracked():
        text = path.read_bytes().decode("utf-8", "replace")
        if path != Path(__file__) and (_MACHINE.search(text) or any(each in text for each in here)):
            found.append(str(path.relative_to(ROOT)))
    assert found == []
    assert _MACHINE.search("in /home/somebody/x")


def test_the_constraints_are_exact() -> None:
    rows = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = [row for row in rows if not row.startswith("#")]
    assert [row for row in pins if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9a-z.]*", row)] == []
    assert pins == sorted(pins, key=str.lower)
    project = PROJECT["project"]
    wanted = [*PROJECT["build-system"]["requires"], *project["dependencies"]]
    wanted += [each for extra in project["optional-dependencies"].values() for each in extra]
    names = {row.partition("==")[0].lower().replace("_", "-") for row in pins}
    assert {re.split(r"[<>=~!\[; ]", each)[0] for each in wanted} <= names
