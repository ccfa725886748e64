"""The style sheet: mirrored as a whole, whatever the direction."""

import re

from workflow.exporters.webpage.style import STYLE


def test_no_side_has_a_name() -> None:
    assert not re.search(r"(?:margin|padding|border)-(?:left|right)|\b(?:left|right)\s*:", STYLE)
    assert not re.search(r"text-align:\s*(?:left|right)|float", STYLE)


def test_light_dark_and_paper() -> None:
    assert "prefers-color-scheme: dark" in STYLE
    assert "@media print" in STYLE


def test_no_letter_changes_its_case() -> None:
    assert "text-transform" not in STYLE
