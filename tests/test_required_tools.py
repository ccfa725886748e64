"""A skip is a skip at home, and a failure in CI."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SKIPS = {
    "a test": "def test_it() -> None:\n    pytest.skip('no chromium')\n",
    "a mark": "@pytest.mark.skipif(True, reason='no chromium')\ndef test_it() -> None: ...\n",
    "a file": "pytest.importorskip('no_such_library', reason='no chromium')\n",
}
OPTIONAL = "def test_it() -> None:\n    pytest.skip('UNDERSIGNED_DATA is not set')\n"
EXPECTED = "@pytest.mark.xfail\ndef test_it() -> None:\n    assert False\n"


def run(folder: Path, code: str, ci: str) -> subprocess.CompletedProcess[str]:
    file = folder / "test_it.py"
    file.write_text(f"import pytest\n\n\n{code}", "utf-8")
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "tests.required_tools",
            "-c",
            "none.ini",
            file,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "CI": ci, "PYTEST_ADDOPTS": ""},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "none.ini").write_text("[pytest]\n", "utf-8")
    return tmp_path


@pytest.mark.parametrize("code", SKIPS.values(), ids=SKIPS)
def test_what_is_skipped_at_home_fails_in_ci(folder: Path, code: str) -> None:
    assert "1 skipped" in run(folder, code, ci="").stdout
    there = run(folder, code, ci="true")
    assert there.returncode in (1, 2)
    assert "in CI nothing is skipped" in there.stdout
    assert "no chromium" in there.stdout


@pytest.mark.parametrize("code", [OPTIONAL, EXPECTED], ids=["optional", "expected"])
def test_what_is_optional_may_be_skipped_in_ci(folder: Path, code: str) -> None:
    assert run(folder, code, ci="true").returncode == 0
