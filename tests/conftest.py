"""What every test may use: golden files, data from outside, and how hard hypothesis tries."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.cases import OUTSIDE_IS_MISSING, tries
from tests.commands import undersigned

__all__ = ["undersigned"]

settings.register_profile(
    "quick",
    max_examples=tries(100),
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write the golden files anew from what the program does now; read them afterwards",
    )


@pytest.fixture(scope="session")
def update_golden(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture(scope="session")
def outside() -> Path:
    """Give the folder with data that is not ours, or skip."""
    if "UNDERSIGNED_DATA" not in os.environ:
        pytest.skip(OUTSIDE_IS_MISSING)
    return Path(os.environ["UNDERSIGNED_DATA"])
