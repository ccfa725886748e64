"""What in a workspace waits for somebody: files that differ from the store, and odd ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from workflow import languages
from workflow.errors import UndersignedError
from workflow.exchange.files import read_file, shown
from workflow.guard import CATALOG_BYTES, SOURCE_BYTES
from workflow.services.documents.pending import Standing, standing
from workflow.services.exchange.report import Discarded
from workflow.services.files.catalogs import look_at_locales
from workflow.services.files.sources import SourceFile, look_at_sources
from workflow.services.released import released_document
from workflow.services.wording import proposing, sentences
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument, documents
from workflow.store.revising import proposal_of
from workflow.store.sync import catalog_of, locales_of

_SYNC = "Run: `undersigned sync`"


def waiting(workspace: Workspace) -> tuple[str, ...]:
    """Say, a sentence each, what in the folder of a workspace asks for an act of somebody.

    Nothing is changed; `sync` and `revise` are the acts that are named.
    """
    files, refused = look_at_sources(workspace)
    by_name = {each.name: each for each in files}
    with workspace.store.reading() as db:
        known = documents(db)
        said = [str(error) for error in refused]
        said += _odd_settings(workspace, {each.name for each in known} | set(by_name))
        said += _orphans(workspace, {each.name for each in known} | set(by_name))
        said += [
            f"{shown(each.path)}: this document is new here. {_SYNC}"
            for name, each in by_name.items()
            if name not in {each.name for each in known}
        ]
        for each in known:
            if each.status == "active":
                said += _of_document(db, workspace, each, by_name.get(each.name))
    return tuple(said)


def _odd_settings(workspace: Workspace, names: set[str]) -> Iterator[str]:
    for tag in workspace.settings.languages:
        if meant := languages.suggestion(tag):
            yield f"workspace.toml: '{tag}' is no language we know. Did you mean {meant}?"
    for name in workspace.settings.documents:
        if name not in names:
            reason = "there is no such document in sources/. Remove it."
            yield f"workspace.toml: documents.{name}: {reason}"


def _orphans(workspace: Workspace, names: set[str]) -> Iterator[str]:
    """Name the catalogs of documents that nobody knows."""
    locales = workspace.root / "locales"
    remedy = "Put it back; or, if it has a new name, give this file that name too."
    for path in sorted([*locales.glob("templates/*.pot"), *locales.glob("*/LC_MESSAGES/*.po")]):
        if path.stem not in names:
            reason = f"there is no document '{shown(path.stem)}' in sources/"
            yield f"{shown(path)}: {reason}. {remedy}"


def _of_document(
    db: Db, workspace: Workspace, stored: StoredDocument, file: SourceFile | None
) -> Iterator[str]:
    proposal = proposal_of(db, stored.id)
    if proposal is not None:
        what_next = f"Look at it: `undersigned revise {stored.name}`"
        yield f"{stored.name}: revision {proposal.number} waits to be released. {what_next}"
    if file is None:
        where = shown(workspace.root / "sources" / f"{stored.name}{stored.suffix}")
        yield f"{where}: the file is missing. Put it back; nothing is removed."
    else:
        yield from _of_file(db, stored, file.path)
        yield from sentences(released_document(db, stored).issues, shown(file.path))
    locales, refused = look_at_locales(workspace, stored.name, stored.source_locale)
    yield from (str(error) for error in refused)
    for locale in dict.fromkeys([*locales, *locales_of(db, stored.id)]):
        path = workspace.catalog_path(stored.name, locale)
        if _digest(path, CATALOG_BYTES) != catalog_of(db, stored.id, locale).digest:
            yield f"{shown(path)}: it differs from the store. {_SYNC}"


def _of_file(db: Db, stored: StoredDocument, path: Path) -> Iterator[str]:
    """Say what the text of a document's file asks for, besides the one that waits."""
    stands = standing(db, stored, _digest(path, SOURCE_BYTES))
    if stands is Standing.NEW:
        yield f"{shown(path)}: it has changed. {_SYNC}"
    elif stands is Standing.DISCARDED:
        yield Discarded(stored.name, shown(path)).sentence
    elif stands is Standing.BESIDE:
        again = proposing(stored.name, shown(path))
        yield f"{shown(path)}: another text waits. Propose this one in its place with: {again}"


def _digest(path: Path, limit: int) -> str:
    """Give the digest of a file; nothing where it cannot be read, which is no state to agree on."""
    try:
        return hashlib.sha256(read_file(path, limit)).hexdigest()
    except UndersignedError:
        return ""
