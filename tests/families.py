"""Golden families: each source with its template, its cut and its pseudo-translation.

`pytest --update-golden` writes them anew. Read what changed before you keep it: the question is
always whether a careful person would have cut the text like this.
"""

from collections import Counter
from pathlib import Path

from typer.testing import CliRunner

from tests.cases import GOLDEN, golden_sources, locale_of
from workflow import plumbing
from workflow.cli import app
from workflow.exchange.catalogs import template, write_catalog
from workflow.pseudo import pseudo_targets


def made_from(source: Path, format_name: str) -> dict[str, bytes]:
    """Make the other members of a family: their endings, and their bytes."""
    locale = locale_of(source)
    document = plumbing.extract(source.read_bytes(), format=format_name, locale=locale)
    cut = CliRunner().invoke(app, ["segment", str(source), "--json"])
    assert (cut.exit_code, cut.stderr) == (0, "")
    pseudo = plumbing.fill(document, pseudo_targets(document, "en-XA"), locale="en-XA")
    return {
        ".pot": write_catalog(template(document, source=f"sources/{source.name}")),
        ".json": cut.stdout_bytes,
        f".en-XA{source.suffix}": pseudo,
    }


def hold(source: Path, format_name: str, *, update: bool) -> None:
    """Compare a family with what the program makes of its source now, or write it anew."""
    made = made_from(source, format_name)
    files = {ending: source.with_name(source.stem + ending) for ending in made}
    if update:
        for ending, content in made.items():
            files[ending].write_bytes(content)
    assert {ending: path.read_bytes() for ending, path in files.items()} == made


def hold_complete(format_name: str, suffix: str, fewest: int) -> None:
    """See that no file of a format's families is orphaned or empty, and that they are enough."""
    members = {suffix, ".pot", ".json", f".en-XA{suffix}"}
    families: dict[str, set[str]] = {}
    for path in (GOLDEN / format_name).iterdir():
        assert path.read_bytes().strip(), f"{path.name} is empty"
        name, tag, ending = path.name.split(".", 2)
        families.setdefault(f"{name}.{tag}", set()).add(f".{ending}")
    assert {name: found for name, found in families.items() if found != members} == {}
    assert len(families) == len(golden_sources(format_name, suffix)) >= fewest


def kinds(format_name: str, suffix: str) -> list[str]:
    """Give the kinds of blocks that stand in the families of a format."""
    found = Counter(
        passage.kind.value
        for source in golden_sources(format_name, suffix)
        for passage in plumbing.segment(
            source.read_bytes(), format=format_name, locale=locale_of(source)
        )
    )
    return sorted(found)
