"""Finished statements as values and as files, whatever their texts come from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from workflow import plumbing
from workflow.assembly import Policy, states_of, targets_of
from workflow.exchange.files import write_file
from workflow.exporters import EXPORTERS
from workflow.model import Catalog, Document, TargetDocument


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


def original(document: Document) -> TargetDocument:
    """Give a source document as a finished statement in its own language."""
    targets = {unit.key: unit.key.source for unit in document.units}
    return plumbing.assembled(document, targets, Policy(), locale=document.source_locale)


def write_forms(
    document: TargetDocument, folder: Path, forms: Collection[str] = ()
) -> tuple[Path, ...]:
    """Write a finished statement in every form, as `folder/<locale>/<name>.<suffix>`.

    Only in some of them where `forms` names their exporters.

    Raises:
        UnknownName: there is no such form; nothing is written.
    """
    written = []
    for exporter in [EXPORTERS[name] for name in forms] or EXPORTERS:
        path = folder / document.locale / f"{document.name}{exporter.suffix}"
        write_file(path, exporter.export(document))
        written.append(path)
    return tuple(written)


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished statement as one file."""

    name: str
    """Of the file: `letter.fr.html`."""
    media_type: str
    data: bytes


def finished(document: TargetDocument, form: str) -> Finished:
    """Write a finished statement in one form, for download.

    Raises:
        UnknownName: there is no such form.
    """
    exporter = EXPORTERS[form]
    name = f"{document.name}.{document.locale}{exporter.suffix}"
    return Finished(name, exporter.media_type, exporter.export(document))
