"""Findings said in sentences."""

import re
from pathlib import Path

import pytest

from workflow.checks import CHECKS
from workflow.model import Issue
from workflow.services.wording import proposing, sentence, sentences

FILTERS = Path(__file__).parents[3] / "workflow" / "filters"
_NAMED = re.compile(r"Issue\(\s*\"(\w+)\"|_issue\(\s*\"(\w+)\"|\"(starts_\w+|vanishes|splits)\"")


def names() -> set[str]:
    """Give the names of the findings that filters and checks make."""
    found = {
        next(filter(None, match.groups()))
        for path in FILTERS.rglob("*.py")
        for match in _NAMED.finditer(path.read_text("utf-8"))
    }
    codes = ("link", "image", "code", "footnote", "tag")
    found |= {f"{what}_{code}" for what in ("lost", "added") for code in codes}
    return found | {name for check in CHECKS for name in check.finds}


@pytest.mark.parametrize("name", sorted(names()))
def test_every_finding_has_a_sentence(name: str) -> None:
    said = sentence(Issue(name, 3, "DETAIL"))
    assert re.fullmatch(r"[^A-Z].*\.", said)
    assert "{" not in said


def test_the_names_are_those_of_the_filters_and_checks() -> None:
    assert {"unclosed_fence", "odd_front_matter", "starts_list", "vanishes"} <= names()
    assert {"lost_number", "added_script", "same_as_source", "edge_space"} <= names()
    assert len(names()) > 30


def test_a_finding_says_where_and_stays_on_one_line() -> None:
    issue = Issue("lost_link", 7, "a\nb")
    [said] = sentences([issue], "sources/letter.md")
    assert said.startswith("sources/letter.md:7: the link to a")
    assert "\n" not in said


def test_a_command_names_a_file_as_a_shell_understands_it() -> None:
    assert (
        proposing("letter", "sources/letter.txt")
        == "`undersigned revise letter sources/letter.txt`"
    )
    assert proposing("letter", "my net/a.txt") == "`undersigned revise letter 'my net/a.txt'`"
