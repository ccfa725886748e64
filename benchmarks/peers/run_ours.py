"""Do with Undersigned what the peers are timed at, in one process.

    python -m benchmarks.peers.run_ours extract DOCUMENTS CATALOGS
    python -m benchmarks.peers.run_ours assemble DOCUMENTS CATALOGS OUTPUT [LANGUAGES [at-hand]]
    python -m benchmarks.peers.run_ours merge OLD.po NEW.pot OUTPUT.po

With a number of languages a document is read once and put together so often. Each language reads
its catalog anew, or, with `at-hand`, has the texts of the first.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from workflow import plumbing
from workflow.exchange.catalogs import read_catalog, template, write_catalog
from workflow.model import Document, UnitKey

LOCALE = "en-XA"


def extract(documents: str, catalogs: str) -> None:
    """Write the template of every document."""
    for path in sorted(Path(documents).glob("*.md")):
        catalog = template(_extracted(path))
        Path(catalogs, f"{path.stem}.po").write_bytes(write_catalog(catalog))


def assemble(
    documents: str, catalogs: str, output: str, languages: str = "1", at_hand: str = ""
) -> None:
    """Put every document together in some languages, the last of which stays."""
    for path in sorted(Path(documents).glob("*.md")):
        document = _extracted(path)
        catalog = Path(catalogs, f"{path.stem}.po")
        targets: dict[UnitKey, str] = {}
        for _ in range(int(languages)):
            if not (at_hand and targets):
                targets = _targets(catalog)
            filled = plumbing.fill(document, targets, locale=LOCALE)
            Path(output, path.name).write_bytes(filled)


def merge(old: str, new: str, output: str) -> None:
    """Bring a catalog up to a new template."""
    catalog, fresh = (read_catalog(Path(name).read_bytes()) for name in (old, new))
    Path(output).write_bytes(write_catalog(plumbing.merge(catalog, fresh)))


def _extracted(path: Path) -> Document:
    return plumbing.extract(path.read_bytes(), format="markdown", locale="en", name=path.name)


def _targets(catalog: Path) -> dict[UnitKey, str]:
    """Read the texts that a translator has done."""
    entries = read_catalog(catalog.read_bytes()).entries
    return {entry.key: entry.target for entry in entries if entry.target}


if __name__ == "__main__":
    task, *arguments = sys.argv[1:]
    tasks: dict[str, Callable[..., None]] = {
        each.__name__: each for each in (extract, assemble, merge)
    }
    tasks[task](*arguments)
