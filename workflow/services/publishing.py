"""Finished statements: assembled, exported, written."""

from __future__ import annotations

from pathlib import Path

from workflow import plumbing
from workflow.assembly import Policy, states_of, targets_of
from workflow.exchange.files import write_file
from workflow.exporters import EXPORTERS
from workflow.model import Catalog, Document, TargetDocument
from workflow.services.documents import (
    SourceFile,
    Workspace,
    read_document,
    source_file,
)
from workflow.services.exchange import read_target


def assemble(workspace: Workspace, name: str, locale: str, policy: Policy) -> TargetDocument:
    """Put one document together in one language.

    Raises:
        UnknownDocument: there is none of that name.
        Incomplete: a text is missing and the policy is to refuse.
    """
    source = source_file(workspace, name)
    return assembled(read_document(source), read_target(workspace, name, locale), locale, policy)


def assembled(
    document: Document, catalog: Catalog | None, locale: str, policy: Policy
) -> TargetDocument:
    """Put a document together from a catalog, or from nothing but its source."""
    if catalog is None:
        catalog = Catalog(locale)
    return plumbing.assembled(
        document,
        targets_of(catalog, policy.minimum),
        policy,
        locale=locale,
        states=states_of(catalog),
    )


def original(source: SourceFile) -> TargetDocument:
    """Give a source document as a finished statement in its own language."""
    document = read_document(source)
    targets = {unit.key: unit.key.source for unit in document.units}
    return plumbing.assembled(document, targets, Policy(), locale=source.locale)


def export(document: TargetDocument, folder: Path) -> list[Path]:
    """Write a finished statement in every form, as `folder/<locale>/<name>.<suffix>`."""
    written = []
    for exporter in EXPORTERS:
        path = folder / document.locale / f"{document.name}{exporter.suffix}"
        write_file(path, exporter.export(document))
        written.append(path)
    return written
