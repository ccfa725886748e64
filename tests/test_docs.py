"""The pages say what the program does, all of it, and their examples run."""

from __future__ import annotations

import doctest
import re
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from docs.generate import every_command, generate, lasting, pages
from workflow import errors, guard
from workflow.access import RIGHTS, Role, Scope
from workflow.checks import CHECKS
from workflow.exporters import EXPORTERS
from workflow.filters import FILTERS
from workflow.model import TREE_ONLY, BlockKind, State
from workflow.review import Act
from workflow.settings import DocumentSettings, Settings, read_settings
from workflow.store.schema import METADATA

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs" / "reference"
PAGES = pages()
RUN = [
    pytest.param(path, marks=pytest.mark.docs if "```console" in path.read_text("utf-8") else ())
    for path in PAGES
]
"""Every page; those that are made by running commands wait for `make check`."""
COMMANDS = every_command()
EXCEPTIONS = [
    name
    for name, each in vars(errors).items()
    if isinstance(each, type) and issubclass(each, Exception)
]
SHORT = 120
"""Lines of the README."""


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def untold(names: Iterable[str], page: str) -> list[str]:
    """Give the names that stand nowhere in a reference page as `code` or as a heading."""
    text = (REFERENCE / page).read_text("utf-8")
    return [
        name
        for name in names
        if not re.search(rf"`{re.escape(name)}`|^#+ {re.escape(name)}$", text, re.MULTILINE)
    ]


# --- what the program has stands in the reference ------------------------------------------------


@pytest.mark.parametrize("path", RUN, ids=shown)
def test_a_page_is_what_the_program_makes_it(path: Path) -> None:
    page = path.read_text("utf-8")
    assert generate(page) == page, "run: make docs"


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_no_breakdown_was_written_into_a_page(path: Path) -> None:
    page = path.read_text("utf-8")
    broken = (
        "Traceback (most",
        "No such command",
        "No such option",
        "Usage: undersigned [OPTIONS] [",
    )
    assert [each for each in broken if each in page and path.name != "cli.md"] == []


def test_the_story_of_a_letter_is_told_to_its_end() -> None:
    """What the sessions of the page must show, in this order, whatever was written anew."""
    page = (ROOT / "docs" / "tutorial" / "together.md").read_text("utf-8")
    wanted = (
        *("undersigned init", "add letter.txt", "add arbres.txt --locale fr", "texts taken: 4"),
        *(
            "\nfr                2     16",
            "\nfr                1     10",
            "released as revision 2.",
        ),
        *("\nnot approved: these words are your own.", "\n4 approved, 0 skipped"),
        *(
            "4 approve REVIEWED by Idris",
            "3 save TRANSLATED by Salma",
            "assemble letter --locale fr",
        ),
        *(
            "\nNous demandons au conseil municipal de répondre d’ici le 15 mai.\n",
            "rm -r .undersigned",
        ),
        "\nletter    fr            4      0           0           4         0     27  100\n",
    )
    at = [0]
    for each in wanted:
        at.append(page.find(each, at[-1]))
        assert at[-1] > 0, each


def test_every_command_and_option_is_explained() -> None:
    assert {"", "add", "people", "people list", "fill"} <= set(COMMANDS)
    bare = [name for name, command in COMMANDS.items() if not command.help]
    for name, command in COMMANDS.items():
        bare += [f"{name} {each.name}" for each in command.params if not getattr(each, "help", "")]
    assert bare == []
    assert untold([f"undersigned {name}".strip() for name in COMMANDS], "cli.md") == []


def test_every_filter_stands_in_the_reference() -> None:
    text = (REFERENCE / "filters.md").read_text("utf-8")
    assert [name for name in FILTERS.names if f"\n## {name}\n" not in text] == []
    assert untold([kind.value for kind in BlockKind if kind not in TREE_ONLY], "filters.md") == []


def test_every_exporter_stands_in_the_reference() -> None:
    text = (REFERENCE / "exporters.md").read_text("utf-8")
    assert [name for name in EXPORTERS.names if f"\n## {name}\n" not in text] == []


def test_every_check_and_finding_stands_in_the_reference() -> None:
    text = (REFERENCE / "checks.md").read_text("utf-8")
    assert [name for name in CHECKS.names if f"\n## {name}\n" not in text] == []
    assert untold([name for check in CHECKS for name in check.finds], "checks.md") == []


def test_every_exception_and_limit_stands_in_the_reference() -> None:
    assert len(EXCEPTIONS) > 1
    limits = [name for name, value in vars(guard).items() if name.isupper() and type(value) is int]
    assert untold([*EXCEPTIONS, *limits], "errors.md") == []


def test_every_verb_role_and_reach_stands_in_the_reference() -> None:
    assert untold([*RIGHTS, *Scope], "access.md") == []
    text = (REFERENCE / "access.md").read_text("utf-8")
    assert [role.label for role in Role if role.label not in text] == []


def test_every_state_and_act_stands_in_the_reference() -> None:
    assert untold([*(state.name for state in State), *Act], "states.md") == []
    text = (REFERENCE / "states.md").read_text("utf-8")
    assert [act for act in Act if text.count(f"\n| `{act}` | ") != 2] == [], "where it leads, who"


def test_every_table_and_column_stands_in_the_reference() -> None:
    text = (REFERENCE / "store.md").read_text("utf-8")
    assert len(METADATA.tables) > 1
    told = dict(re.findall(r"^## (\w+)\n\n(\w.+?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL))
    assert set(told) == set(METADATA.tables)
    for name, table in METADATA.tables.items():
        assert [c.name for c in table.columns if f"\n| `{c.name}` | " not in told[name]] == []


def test_every_setting_stands_in_the_reference() -> None:
    fields = {*Settings.__dataclass_fields__, *DocumentSettings.__dataclass_fields__}
    tables = {"publication": "[publication]", "documents": "[documents.NAME]"}
    names = [tables.get(name, name) for name in sorted(fields)]
    assert untold([*names, "minimum", "missing", "[server]"], "settings.md") == []


def test_the_settings_of_the_reference_are_read() -> None:
    page = (REFERENCE / "settings.md").read_text("utf-8")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)
    assert example
    settings = read_settings(example[1].encode())
    assert settings.address == "https://translate.example.org"
    assert settings.of("rivers").priority == 2


def test_a_missing_name_would_be_noticed() -> None:
    assert untold(["UnreadableSource", "UnheardOf"], "errors.md") == ["UnheardOf"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (f"join/{'x' * 43}", "join/Yb1WkX0gN5…"),
        ("until 2031-11-24 15:56 UTC, and", "until 2027-03-14 09:30 UTC, and"),
        ("before-restore-20311121T155622Z.db", "before-restore-20270314T093000Z.db"),
        ("01a1fed2-b4ad-76ef-b000-dbe6a297bcfb", "01a1fed2-9fa9-7123-9680-ced20a69617f"),
        ("store  1,789,952\n1,789,952 bytes, in x", "store  589,824\n589,824 bytes, in x"),
        ("Harbour Bay, 3 March 2026, 2031-01-01", "Harbour Bay, 3 March 2026, 2031-01-01"),
        (f"since {datetime.now(UTC):%Y-%m-%d}", "since 2027-03-14"),
    ],
)
def test_what_is_another_at_each_run_is_the_same_in_a_page(said: str, shown: str) -> None:
    assert lasting(said) == shown


# --- the pages themselves ------------------------------------------------------------------------


def examples(page: str) -> str:
    return "\n".join(re.findall(r"^```pycon\n(.*?)^```", page, re.DOTALL | re.MULTILINE))


WITH_EXAMPLES = [path for path in PAGES if ">>> " in path.read_text("utf-8")]


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=shown)
def test_the_examples_of_a_page_run(path: Path) -> None:
    text = examples(path.read_text("utf-8"))
    test = doctest.DocTestParser().get_doctest(text, {}, path.name, str(path), 0)
    assert test.examples, "an example stands outside a block of pycon"
    said: list[str] = []
    failed, _ = doctest.DocTestRunner(verbose=False).run(test, out=said.append)
    assert not failed, "".join(said)


def anchors(page: str) -> set[str]:
    """Give the names of a page's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", page, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", each).strip().lower().replace(" ", "-") for each in headings}


def links(page: str) -> list[str]:
    bare = re.sub(r"^```.*?^```|`[^`\n]+`", "", page, flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"\]\(([^)\s]+)\)", bare)


def dead(path: Path, link: str) -> bool:
    """Tell whether a link leads to no page or to no heading of it; other hosts are not asked."""
    if re.match(r"[a-z]+:", link):
        return False
    name, _, anchor = link.partition("#")
    target = path.parent / name if name else path
    if not target.exists():
        return True
    return bool(anchor) and anchor not in anchors(target.read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_links_lead_somewhere(path: Path) -> None:
    assert [link for link in links(path.read_text("utf-8")) if dead(path, link)] == []


def test_a_dead_link_would_be_noticed() -> None:
    path = ROOT / "README.md"
    assert [link for link in ("nowhere.md", "README.md#nowhere", "README.md") if dead(path, link)]
    assert dead(path, "nowhere.md")
    assert dead(path, "#nowhere")
    assert not dead(path, "docs/index.md#what-is-planned")


def test_every_page_can_be_found() -> None:
    """Start at the README and follow the links."""
    todo, seen = [ROOT / "README.md"], set()
    while todo:
        path = todo.pop().resolve()
        if path in seen or path.suffix != ".md":
            continue
        seen.add(path)
        local = [link.partition("#")[0] for link in links(path.read_text("utf-8"))]
        todo += [path.parent / name for name in local if name and ":" not in name]
    assert [shown(path) for path in PAGES if path.resolve() not in seen] == []


@pytest.mark.parametrize("path", PAGES, ids=shown)
def test_a_page_has_one_title(path: Path) -> None:
    bare = re.sub(r"^```.*?^```", "", path.read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)
    assert bare.startswith("# ")
    assert len(re.findall(r"^# ", bare, re.MULTILINE)) == 1


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text("utf-8").splitlines()) <= SHORT


DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))


@pytest.mark.parametrize("path", DECISIONS, ids=shown)
def test_a_decision_has_its_form(path: Path) -> None:
    page = path.read_text("utf-8")
    number = int(path.name[:4])
    assert page.startswith(f"# {number}. ")
    wanted = ["Context", "Decision", "Consequences", "What would change our mind"]
    assert re.findall(r"^## (.+)$", page, re.MULTILINE) == wanted
    assert number == DECISIONS.index(path) + 1
