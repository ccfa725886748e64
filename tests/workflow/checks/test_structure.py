"""What the filter says of a target goes through."""

from collections.abc import Callable

from tests.workflow.checks.tables import Case
from workflow.checks import CHECKS
from workflow.model import Issue, UnitKey

Try = Callable[[tuple[Case, ...]], None]


def test_findings_of_the_filter_are_given_as_they_are(try_cases: Try) -> None:
    said = (Issue("starts_list", 3, "1. Un"), Issue("lost_link", 3, "a.html", UnitKey("One")))
    wanted = (("starts_list", "1. Un"), ("lost_link", "a.html"))
    try_cases((
        Case("fr", "One", "1. Un", wanted, structure=said),
        Case("ar", "One", "واحد"),
    ))  # fmt: skip


def test_a_finding_without_a_unit_gets_it() -> None:
    case = Case("fr", "One", "- Un", structure=(Issue("starts_list"),))
    [issue] = CHECKS["structure"].find(case.examined())
    assert issue.key == UnitKey("One")
