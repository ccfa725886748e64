"""Catalogs and store are brought together, in both directions, with nobody's words lost.

Volunteers work in the store; others work in catalogs, with tools of their own. `sync` takes in what
the catalogs say, text by text against what both last agreed on, and writes what the store says.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime

from workflow import languages
from workflow.access import OPERATOR
from workflow.errors import (
    AccessError,
    NotAllowed,
    NotPossible,
    StoreError,
    UndersignedError,
    UnknownDocument,
)
from workflow.exchange.catalogs import write_catalog
from workflow.services.desk import allow, document_for
from workflow.services.exchange.exporting import outgoing, template_of
from workflow.services.exchange.intake import take_sources
from workflow.services.exchange.report import CatalogReport, SyncReport
from workflow.services.exchange.syncing import Run, exchange_catalog, exchange_template
from workflow.services.files.catalogs import (
    look_at_locales,
)
from workflow.services.files.sources import look_at_sources
from workflow.services.files.strays import strays
from workflow.services.workspace import Workspace
from workflow.store import sync as tables
from workflow.store.documents import StoredDocument
from workflow.store.documents import documents as all_documents
from workflow.store.gate import Gate

Progress = Callable[[str, int, int], None]
"""Is told what is looked at, how many catalogs are done, and of how many."""


def sync(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    confirm: bool = False,
    trust_reviews: bool = False,
    documents: Collection[str] = (),
    progress: Progress | None = None,
) -> SyncReport:
    """Bring catalogs and store together; give what was done and what was found.

    Sources come first: a new file becomes a document, a changed one a proposed revision. Then each
    catalog is taken in and written. What is wrong with one of them keeps none of the others back.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        confirm: whether a catalog may lose or change more texts than is usual.
        trust_reviews: whether texts that nobody is known to have written are reviewed because their
            file says so, or said so when it was first read; for commands only, since a member could
            approve his own words with it.
        documents: names of the documents to look at; all where none are given.
        progress: is told how far it is.

    Laws: no text of a file or of the store disappears: it is the translation, in its history, or a
    suggestion. Done twice, the second time changes nothing. Afterwards each file that was written
    says what the store says. It may be stopped between any two steps; the next one goes on.

    Raises:
        NotAllowed: he may not; or a member wants reviews to be trusted.
        UnknownDocument: there is no document of one of these names.
        StoreError: the store cannot be written to; files are left as they are.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "exchange.sync", now)
        if trust_reviews and actor != OPERATOR:
            raise NotAllowed("exchange.sync", OPERATOR)
    workspace.make_private()
    with Gate(workspace.private / "sync.lock").turn():
        _check_names(workspace, documents)
        sources = take_sources(workspace, actor, now, documents)
        run = Run(workspace, actor, now, confirm, trust_reviews)
        catalogs, faults = _exchange_all(run, documents, progress or (lambda *_: None))
    return SyncReport(
        catalogs=catalogs,
        added=sources.added,
        proposed=sources.proposed,
        waiting=sources.waiting,
        waits=sources.waits,
        beside=sources.beside,
        discarded=sources.discarded,
        withdrawn=sources.withdrawn,
        lost=sources.lost,
        faults=(*sources.faults, *faults),
        strays=strays_of(workspace),
        remarks=(*sources.remarks, *_about_trust(run, catalogs)),
        written=tuple(dict.fromkeys(run.written)),
    )


def _about_trust(run: Run, catalogs: Collection[CatalogReport]) -> Iterator[str]:
    if run.trust_reviews and not any(each.trusted for each in catalogs):
        yield (
            "No review could be trusted: there is no text that a catalog called reviewed when it "
            "was first read, and that nobody has touched since. Reviewers approve them on the site."
        )


def strays_of(workspace: Workspace) -> tuple[str, ...]:
    """Say what in the folder of a workspace belongs to no document, a sentence each."""
    return tuple(strays(workspace, _names(workspace)))


def _names(workspace: Workspace) -> set[str]:
    """Give the names of all documents, in the store and in `sources/`."""
    with workspace.store.reading() as db:
        known = {each.name for each in all_documents(db)}
    return known | {each.name for each in look_at_sources(workspace)[0]}


def _check_names(workspace: Workspace, wanted: Collection[str]) -> None:
    known = _names(workspace)
    for name in wanted:
        if name not in known:
            raise UnknownDocument(name, sorted(known))


def _exchange_all(
    run: Run, wanted: Collection[str], progress: Progress
) -> tuple[tuple[CatalogReport, ...], tuple[str, ...]]:
    """Exchange all catalogs of all documents, one after another."""
    faults: list[str] = []
    todo = list(_todo(run.workspace, wanted, faults))
    total = sum(len(locales) for _, locales in todo)
    reports: list[CatalogReport] = []
    for stored, locales in todo:
        try:
            template = exchange_template(run, stored)
        except (StoreError, AccessError):
            raise
        except UndersignedError as error:
            faults.append(str(error))
            continue
        for locale in locales:
            progress(f"{stored.name} {locale}", len(reports), total)
            reports.append(exchange_catalog(run, stored, locale, template))
    progress("", total, total)
    return tuple(reports), tuple(faults)


def _todo(
    workspace: Workspace, wanted: Collection[str], faults: list[str]
) -> Iterator[tuple[StoredDocument, tuple[str, ...]]]:
    """Say which documents have catalogs in which languages."""
    with workspace.store.reading() as db:
        found = [
            (stored, tables.locales_of(db, stored.id))
            for stored in all_documents(db)
            if stored.status == "active" and (not wanted or stored.name in wanted)
        ]
    for stored, worked_on in found:
        locales, refused = look_at_locales(workspace, stored.name, stored.source_locale)
        faults += [str(error) for error in refused]
        yield stored, tuple(dict.fromkeys([*locales, *worked_on]))


def ensure(
    workspace: Workspace, now: datetime, *, progress: Progress | None = None
) -> SyncReport | None:
    """Build an empty store from the files, before anything else is asked of it.

    Gives what was done; nothing where the store has documents, or the folder has no sources.
    `progress` is told how far it is.
    """
    with workspace.store.reading() as db:
        if all_documents(db):
            return None
    found, refused = look_at_sources(workspace)
    if not (found or refused):
        return None
    return sync(workspace, OPERATOR, now, progress=progress)


def catalog(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str
) -> bytes:
    """Give the catalog of a document in a language as it would be written now, for download.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the tag is none.
        NotPossible: the document is in this language itself.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "exchange.catalog", document, now)
        if locale == stored.source_locale:
            reason = f"{stored.name} is written in this language"
            raise NotPossible(reason, "Choose one that it is translated into.")
        made = outgoing(db, stored, locale, template_of(db, stored))
    return write_catalog(made.catalog, where=stored.name)
