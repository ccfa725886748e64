"""What in a workspace waits for somebody: files that differ from the store, and odd ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workflow.access import OPERATOR
from workflow.errors import UndersignedError
from workflow.exchange.files import read_file, shown
from workflow.guard import CATALOG_BYTES, SOURCE_BYTES
from workflow.services.documents.originals import source_path
from workflow.services.documents.pending import Standing, standing
from workflow.services.exchange.exporting import template_of
from workflow.services.exchange.report import Beside, Discarded, Waits, in_the_way
from workflow.services.exchange.syncing import Run, foresee_catalog
from workflow.services.files.catalogs import look_at_locales
from workflow.services.files.sources import SourceFile, look_at_sources
from workflow.services.files.strays import strays
from workflow.services.released import released_document
from workflow.services.wording import sentences
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument, document_named, documents
from workflow.store.revising import proposal_of
from workflow.store.sync import catalog_of, locales_of

_SYNC = "Run: `undersigned sync`"
_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
"""Under which an exchange is only foreseen."""


def waiting(workspace: Workspace) -> tuple[str, ...]:
    """Say, a sentence each, what in the folder of a workspace asks for an act of somebody.

    Nothing is changed; `sync` and `revise` are the acts that are named.
    """
    files, refused = look_at_sources(workspace)
    by_name = {each.name: each for each in files}
    with workspace.store.reading() as db:
        known = documents(db)
        said = [str(error) for error in refused]
        said += strays(workspace, {each.name for each in known} | set(by_name))
        said += [
            f"{shown(each.path)}: this document is new here. {_SYNC}"
            for name, each in by_name.items()
            if name not in {each.name for each in known}
        ]
        for each in known:
            if each.status == "active":
                said += _of_document(db, workspace, each, by_name.get(each.name))
    return tuple(said)


def _of_document(
    db: Db, workspace: Workspace, stored: StoredDocument, file: SourceFile | None
) -> Iterator[str]:
    proposal = proposal_of(db, stored.id)
    if proposal is not None:
        yield Waits(stored.name, proposal.number).sentence
    if file is None:
        where = shown(workspace.root / "sources" / f"{stored.name}{stored.suffix}")
        yield f"{where}: the file is missing. Put it back; nothing is removed."
    else:
        yield from _of_file(db, stored, file.path)
        yield from sentences(released_document(db, stored).issues, shown(file.path))
    locales, refused = look_at_locales(workspace, stored.name, stored.source_locale)
    yield from (str(error) for error in refused)
    for locale in dict.fromkeys([*locales, *locales_of(db, stored.id)]):
        yield from _of_catalog(db, workspace, stored, locale)


def _of_catalog(db: Db, workspace: Workspace, stored: StoredDocument, locale: str) -> Iterator[str]:
    """Say what a catalog asks for: what keeps an exchange from it, or an exchange."""
    path = workspace.catalog_path(stored.name, locale)
    digest = _digest(path, CATALOG_BYTES)
    if digest == catalog_of(db, stored.id, locale).digest and (digest or not path.exists()):
        return
    run = Run(workspace, OPERATOR, _ANY_MOMENT)
    found = in_the_way(foresee_catalog(run, stored, locale, template_of(db, stored)))
    yield from found or (f"{shown(path)}: it differs from the store. {_SYNC}",)


def about_source(workspace: Workspace, name: str) -> str:
    """Say what the file of a document asks for, besides the text that waits; empty if nothing."""
    with workspace.store.reading() as db:
        stored = document_named(db, name)
        path = source_path(workspace, stored) if stored else None
        if stored is None or path is None or not path.is_file():
            return ""
        return next(_of_file(db, stored, path), "")


def _of_file(db: Db, stored: StoredDocument, path: Path) -> Iterator[str]:
    """Say what the text of a document's file asks for, besides the one that waits."""
    stands = standing(db, stored, _digest(path, SOURCE_BYTES))
    if stands is Standing.NEW:
        yield f"{shown(path)}: it has changed. {_SYNC}"
    elif stands is Standing.DISCARDED:
        yield Discarded(stored.name, shown(path)).sentence
    elif stands is Standing.BESIDE:
        yield Beside(stored.name, shown(path)).sentence


def _digest(path: Path, limit: int) -> str:
    """Give the digest of a file; nothing where it cannot be read, which is no state to agree on."""
    try:
        return hashlib.sha256(read_file(path, limit)).hexdigest()
    except UndersignedError:
        return ""
