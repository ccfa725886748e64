"""The files in `sources/` meet the documents of the store.

A file that is new becomes a document. One that was changed on disk becomes a proposed revision,
once; translators see the released text until somebody releases the new one. One that is not there
any more is reported, and takes nothing away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from workflow.errors import AccessError, BadSettings, StoreError, UndersignedError
from workflow.exchange.files import plainly, shown
from workflow.model import Issue
from workflow.services.desk import allow
from workflow.services.documents.pending import Standing, offer, planned, standing
from workflow.services.documents.recording import adopt
from workflow.services.exchange.report import Beside, Discarded, Waits
from workflow.services.files.sources import (
    SourceFile,
    look_at_sources,
    read_document,
    read_source,
)
from workflow.services.wording import sentences
from workflow.services.workspace import Workspace
from workflow.store import audit, revising
from workflow.store.documents import StoredDocument, document_named, documents

VERB = "exchange.sync"


@dataclass(frozen=True, slots=True)
class Sources:
    """What became of the files in `sources/`; the names of documents."""

    added: tuple[str, ...] = ()
    proposed: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    waits: tuple[Waits, ...] = ()
    beside: tuple[Beside, ...] = ()
    discarded: tuple[Discarded, ...] = ()
    withdrawn: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What filters could not be sure of in files that are new or changed, a sentence each."""


@dataclass(slots=True)
class _Sorted:
    """What is collected while one goes through the files."""

    added: list[str] = field(default_factory=list)
    proposed: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    waits: list[Waits] = field(default_factory=list)
    beside: list[Beside] = field(default_factory=list)
    discarded: list[Discarded] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def take_sources(
    workspace: Workspace, actor: str, now: datetime, wanted: Collection[str] = ()
) -> Sources:
    """Bring the store up to the files in `sources/`, each in a transaction of its own.

    Args:
        workspace: where.
        actor: under whose name.
        now: the moment.
        wanted: names of the documents to look at; all where none are given.
    """
    files, refused = look_at_sources(workspace)
    faults = [str(error) for error in refused]
    found = _Sorted()
    names = {source.name for source in files}
    for source in files:
        if wanted and source.name not in wanted:
            continue
        try:
            with plainly(source.path):
                _take(workspace, source, names, actor, now, found)
        except (StoreError, AccessError):
            raise
        except UndersignedError as error:
            faults.append(str(error))
    lost = []
    with workspace.store.reading() as db:
        for each in documents(db):
            if each.status == "active" and (not wanted or each.name in wanted):
                lost += [each.name] if each.name not in names else []
                proposal = revising.proposal_of(db, each.id)
                if proposal and each.name not in (*found.proposed, *found.waiting):
                    found.waits.append(Waits(each.name, proposal.number))
    return Sources(
        tuple(found.added),
        tuple(found.proposed),
        (*found.waiting, *(each.document for each in found.waits)),
        tuple(found.waits),
        tuple(found.beside),
        tuple(found.discarded),
        tuple(found.withdrawn),
        tuple(lost),
        tuple(faults),
        tuple(found.remarks),
    )


def _take(
    workspace: Workspace,
    source: SourceFile,
    names: Collection[str],
    actor: str,
    now: datetime,
    found: _Sorted,
) -> None:
    data, format_name = read_source(source)
    digest = hashlib.sha256(data).hexdigest()
    with workspace.store.reading() as db:
        stored = document_named(db, source.name)
        stands = standing(db, stored, digest) if stored else Standing.NEW
    if stored is None:
        _refuse_renamed(workspace, source, names, digest)
        unsure = _add(workspace, source, data, actor, now)
        found.remarks += sentences(unsure, shown(source.path))
        found.added.append(source.name)
        return
    if stored.status != "active":
        return
    if format_name != stored.format:
        reason = f"the document is {stored.format}, and this file is {format_name}"
        what_next = f"Call it {stored.name}{stored.suffix} again, or give it a name of its own."
        raise BadSettings(shown(source.path), "", reason, what_next)
    if stands is Standing.RELEASED:
        if _withdraw(workspace, stored, actor, now):
            found.withdrawn.append(stored.name)
    elif stands is Standing.DISCARDED:
        found.discarded.append(Discarded(stored.name, shown(source.path)))
    elif stands is Standing.BESIDE:
        found.beside.append(Beside(stored.name, shown(source.path)))
    elif stands is Standing.WAITS:
        found.waiting.append(stored.name)
    else:
        issues = _propose(workspace, stored, data, actor, now)
        found.remarks += sentences(issues, shown(source.path))
        found.proposed.append(stored.name)


def _refuse_renamed(
    workspace: Workspace, source: SourceFile, names: Collection[str], digest: str
) -> None:
    """Refuse a new file that is the text of a document whose own file is missing."""
    with workspace.store.reading() as db:
        same = revising.released_as(db, digest)
    for each in same:
        if each.name not in names:
            reason = f"this is the text of '{each.name}', whose file is missing"
            what_next = f"Call it {each.name}{each.suffix} again."
            raise BadSettings(shown(source.path), "", reason, what_next)


def _add(
    workspace: Workspace, source: SourceFile, data: bytes, actor: str, now: datetime
) -> tuple[Issue, ...]:
    """Make a document of a new file; give what its filter could not be sure of."""
    document = read_document(source)
    with workspace.store.writing() as db:
        allow(db, actor, VERB, now)
        if document_named(db, source.name) is None:
            stored = adopt(db, source, document, data, now, actor, origin="file")
            audit.record(db, now, actor, VERB, f"document:{stored.id}", "added")
    return document.issues


def _propose(
    workspace: Workspace,
    stored: StoredDocument,
    data: bytes,
    actor: str,
    now: datetime,
) -> tuple[Issue, ...]:
    """Propose what a file says, on which nobody decided; give what its filter was not sure of.

    A person's proposal that came meanwhile is not pushed aside.
    """
    with workspace.store.reading() as db:
        plan = planned(db, stored, data)
    with workspace.store.writing() as db:
        allow(db, actor, VERB, now, document=stored.id)
        if standing(db, stored, plan.document.digest) is Standing.NEW:
            offer(db, stored, plan, data, actor=actor, now=now, origin="file")
            audit.record(db, now, actor, VERB, f"document:{stored.id}", "proposed")
    return plan.document.issues


def _withdraw(workspace: Workspace, stored: StoredDocument, actor: str, now: datetime) -> bool:
    """Discard what a file proposed, since it says again what is released."""
    with workspace.store.reading() as db:
        proposal = revising.proposal_of(db, stored.id)
    if proposal is None or proposal.origin != "file":
        return False
    with workspace.store.writing() as db:
        allow(db, actor, VERB, now, document=stored.id)
        revising.withdraw(db, proposal.id)
        audit.record(db, now, actor, VERB, f"document:{stored.id}", "withdrawn")
    return True
