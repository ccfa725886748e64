"""Drive mdpo over a folder of Markdown in one process, with the Python that can import it.

run_mdpo.py extract DOCUMENTS CATALOGS
run_mdpo.py assemble DOCUMENTS CATALOGS OUTPUT

A document that fails gives no output and stops nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mdpo.md2po import markdown_to_pofile  # type: ignore[import-not-found]
from mdpo.po2md import pofile_to_markdown  # type: ignore[import-not-found]


def main(task: str, documents: Path, catalogs: Path, output: Path | None = None) -> None:
    """Do the task for every document."""
    for document in sorted(documents.glob("*.md")):
        catalog = catalogs / f"{document.stem}.po"
        try:
            if task == "extract":
                markdown_to_pofile(str(document), po_filepath=str(catalog), save=True)
            elif output and catalog.exists():
                pofile_to_markdown(str(document), [str(catalog)], save=str(output / document.name))
        except Exception as error:  # noqa: BLE001 - whatever a peer's library raises
            print(f"{document.name}: {error!r}", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], *map(Path, sys.argv[2:]))
