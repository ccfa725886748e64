"""Golden families of plain text; see `tests.families`."""

from pathlib import Path

import pytest

from tests import families
from tests.cases import golden_sources

FEWEST_CASES = 50


@pytest.mark.parametrize(
    "source", golden_sources("plaintext", ".txt"), ids=lambda path: str(path.stem)
)
def test_family(source: Path, update_golden: bool) -> None:
    families.hold(source, "plaintext", update=update_golden)


def test_no_file_is_orphaned_or_empty() -> None:
    families.hold_complete("plaintext", ".txt", FEWEST_CASES)


def test_every_kind_that_plain_text_has_is_in_a_family() -> None:
    assert families.kinds("plaintext", ".txt") == [
        "boilerplate",
        "byline",
        "date_line",
        "footnote",
        "heading",
        "ordered_item",
        "paragraph",
        "quote",
        "salutation",
        "signatory",
        "source_line",
        "unordered_item",
    ]
