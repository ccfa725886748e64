"""How a golden table is tried: rows of texts, and the findings that a careful person wants."""

from collections.abc import Callable

import pytest

from tests.workflow.checks.tables import Case, said
from workflow.checks import CHECKS


@pytest.fixture
def try_cases(request: pytest.FixtureRequest) -> Callable[[tuple[Case, ...]], None]:
    """Ask the check that the test module is called after about each case."""
    check = CHECKS[request.module.__name__.rpartition("test_")[2]]

    def run(cases: tuple[Case, ...]) -> None:
        got = [(case.source, case.target, said(check, case)) for case in cases]
        assert got == [(case.source, case.target, case.wanted) for case in cases]

    return run
