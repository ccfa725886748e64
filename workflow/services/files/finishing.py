"""Finished statements as values and as files, whatever their texts come from."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from workflow import plumbing
from workflow.assembly import Policy, states_of, targets_of
from workflow.exchange.files import write_file
from workflow.exporters import EXPORTERS
from workflow.exporters.around import ALONE, Around
from workflow.model import Catalog, Document, TargetDocument

FORMS = EXPORTERS.names
"""What a finished statement can be had as, in the order in which people see it."""


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


def file_name(name: str, suffix: str, *, is_draft: bool) -> str:
    """Name a file of a statement: a draft says so in its name too.

    >>> file_name("letter", ".html", is_draft=True)
    'letter.draft.html'
    """
    return f"{name}{'.draft' if is_draft else ''}{suffix}"


def finished(document: TargetDocument, form: str, around: Around = ALONE) -> Finished:
    """Write a statement in one form, for download, with what is said around it.

    Raises:
        UnknownName: there is no such form.
    """
    exporter = EXPORTERS[form]
    name = f"{document.name}.{document.locale}"
    is_draft = around.draft is not None
    return Finished(
        file_name(name, exporter.suffix, is_draft=is_draft),
        exporter.media_type,
        exporter.export(document, around),
    )
