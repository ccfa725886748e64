"""Golden families: each source with its template, its cut and its pseudo-translation.

`pytest --update-golden` writes them anew. Read what changed before you keep it: the question is
always whether a careful person would have cut the text like this.
"""

from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.cases import GOLDEN, golden_sources, locale_of
from workflow import plumbing
from workflow.cli import app
from workflow.exchange.catalogs import template, write_catalog
from workflow.pseudo import pseudo_targets

FOLDER = GOLDEN / "plaintext"
CASES = golden_sources("plaintext", ".txt")
MEMBERS = {".txt", ".pot", ".json", ".en-XA.txt"}
FEWEST_CASES = 50


def made_from(source: Path) -> dict[str, bytes]:
    """Make the other members of a family: their endings, and their bytes."""
    locale = locale_of(source)
    document = plumbing.extract(source.read_bytes(), format="plaintext", locale=locale)
    cut = CliRunner().invoke(app, ["segment", str(source), "--json"])
    assert (cut.exit_code, cut.stderr) == (0, "")
    return {
        ".pot": write_catalog(template(document, source=f"sources/{source.name}")),
        ".json": cut.stdout_bytes,
        ".en-XA.txt": plumbing.fill(document, pseudo_targets(document, "en-XA"), locale="en-XA"),
    }


@pytest.mark.parametrize("source", CASES, ids=lambda path: str(path.stem))
def test_family(source: Path, update_golden: bool) -> None:
    made = made_from(source)
    files = {ending: source.with_name(source.stem + ending) for ending in made}
    if update_golden:
        for ending, content in made.items():
            files[ending].write_bytes(content)
    assert {ending: path.read_bytes() for ending, path in files.items()} == made


def test_no_file_is_orphaned_or_empty() -> None:
    families: dict[str, set[str]] = {}
    for path in FOLDER.iterdir():
        assert path.read_bytes().strip(), f"{path.name} is empty"
        name, tag, ending = path.name.split(".", 2)
        families.setdefault(f"{name}.{tag}", set()).add(f".{ending}")
    assert {name: found for name, found in families.items() if found != MEMBERS} == {}
    assert len(families) == len(CASES) >= FEWEST_CASES


def test_every_kind_that_plain_text_has_is_in_a_family() -> None:
    kinds = Counter(
        passage.kind.value
        for source in CASES
        for passage in plumbing.segment(
            source.read_bytes(), format="plaintext", locale=locale_of(source)
        )
    )
    assert sorted(kinds) == [
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
