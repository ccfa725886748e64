"""The folders that the tools for Markdown go over: documents, and each tool's own catalogs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from benchmarks.peers.markdown import Tool
from benchmarks.peers.run_ours import LOCALE
from benchmarks.timing import Command, run
from workflow.pseudo import pseudo_text

TASKS = ("extract", "assemble")


@dataclass(frozen=True, slots=True)
class Folder:
    """Documents that all tools can do, with a translated catalog of each tool for each."""

    root: Path
    left_out: Mapping[str, int]
    """How many documents a tool gave nothing for."""

    @property
    def documents(self) -> Path:
        """Say where the documents lie."""
        return self.root / "documents"

    @property
    def megabytes(self) -> float:
        """Add the documents up."""
        return sum(path.stat().st_size for path in self.documents.iterdir()) / 1e6

    def command(self, tool: Tool, task: str) -> Command:
        """Say how a tool does its task here, without touching what is here."""
        if task == "extract":
            return tool.extract(self.documents, self.root / "fresh")
        return self.assembling(tool)

    def assembling(self, tool: Tool) -> Command:
        """Say how a tool puts the documents together here."""
        return tool.assemble(self.documents, self.root / tool.name, self.root / "output")


def prepare(root: Path, documents: Iterable[bytes], tools: Sequence[Tool]) -> Folder:
    """Lay out a folder: try every tool on every document and keep those that all could do."""
    folder = Folder(root, {})
    for name in ("documents", "fresh", "output"):
        (root / name).mkdir(parents=True)
    for number, document in enumerate(documents):
        (folder.documents / f"{number:05}.md").write_bytes(document)
    names = {path.stem for path in folder.documents.iterdir()}
    done = {tool.name: _done(folder, tool) for tool in tools}
    for name in {name for each in done.values() for name in names - each}:
        (folder.documents / f"{name}.md").unlink()
        for tool in tools:
            (root / tool.name / f"{name}.po").unlink(missing_ok=True)
    return Folder(root, {name: len(names - each) for name, each in done.items()})


def _done(folder: Folder, tool: Tool) -> set[str]:
    """Run a tool both ways and name the documents that came back.

    Each goes on after a document that it cannot do; one that does not is of no use here.
    """
    catalogs, output = folder.root / tool.name, folder.root / "output"
    catalogs.mkdir()
    tried = [run(tool.extract(folder.documents, catalogs))]
    for catalog in catalogs.glob("*.po"):
        translate(catalog)
    tried.append(run(folder.assembling(tool)))
    if not all(each.is_done for each in tried):
        raise RuntimeError(f"{tool.name} failed")
    done = {path.stem for path in output.iterdir() if path.stat().st_size}
    for path in output.iterdir():
        path.unlink()
    return done


def translate(path: Path) -> None:
    """Fill a catalog with a pseudo-translation, whoever wrote it."""
    catalog = polib.pofile(str(path), wrapwidth=0)
    catalog.metadata["Content-Type"] = "text/plain; charset=UTF-8"
    catalog.metadata_is_fuzzy = False
    for entry in catalog:
        entry.msgstr = pseudo_text(entry.msgid, LOCALE)
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
    catalog.save()
