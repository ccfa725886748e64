"""A desk to work at: a workspace, a letter to add, and what it says later."""

from pathlib import Path

import pytest

from tests.commands import Undersigned
from tests.workspaces import LETTER, put

REVISED = LETTER.replace("serves us", "served us").replace("Dear", "A new line.\n\nDear")


@pytest.fixture
def desk(undersigned: Undersigned) -> Undersigned:
    """Stand in a workspace for French and Arabic without a document."""
    Path("sources").mkdir()
    put(Path("workspace.toml"), 'source_locale = "en"\nlanguages = ["fr", "ar"]\n')
    put(Path("in/letter.txt"), LETTER)
    put(Path("in/new.txt"), REVISED)
    return undersigned
