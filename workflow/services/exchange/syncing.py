"""One catalog and the store are brought together: taken in, written, read back, remembered.

The steps are safe to stop between any two of them. What was taken in is in the store together with
its base. A file that was written and not yet remembered says what the store said: at the next
exchange it is merely behind. Files are replaced whole, and only while they are what was taken in.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from workflow import guard
from workflow.errors import (
    AccessError,
    MalformedCatalog,
    StoreError,
    UndersignedError,
    UnreadableSource,
)
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.exchange.catalogs.second import check_written
from workflow.exchange.files import check_inside, plainly, read_file, shown, write_file
from workflow.model import Catalog
from workflow.services.desk import allow
from workflow.services.exchange.exporting import Outgoing, outgoing, template_of
from workflow.services.exchange.importing import Incoming, Moved, Plan, carry_out
from workflow.services.exchange.intake import VERB
from workflow.services.exchange.planning import plan
from workflow.services.exchange.report import CatalogReport
from workflow.services.files.catalogs import in_locale
from workflow.services.workspace import Workspace
from workflow.store import audit, sync
from workflow.store.backup import BEFORE_SYNC, back_up, backups_beside, thin_exchanges
from workflow.store.documents import StoredDocument, document_by_id
from workflow.store.sync import StoredCatalog

_ATTEMPTS = 5
_FEW = 3
"""So many texts are never too many to lose or to change at once."""
_MOST_LOST, _MOST_CHANGED = 0.05, 0.2
"""The share of its translations that a catalog may lose, or say otherwise."""
_SHORT = 10
"""Of a catalog with fewer translations than this, half is too much."""


@dataclass(slots=True)
class Run:
    """One exchange: where, under whose name, and what holds for all catalogs."""

    workspace: Workspace
    actor: str
    now: datetime
    confirm: bool = False
    """Whether a catalog may lose or change more than is usual."""
    trust_reviews: bool = False
    written: list[str] = field(default_factory=list)
    """Files with other bytes than before, as seen from the workspace's folder."""
    has_backup: bool = False

    def relative(self, path: Path) -> str:
        """Say where a file lies, as seen from the workspace's folder."""
        return path.relative_to(self.workspace.root).as_posix()


class _Changed(Exception):
    """Somebody wrote into the file meanwhile; nothing of his was lost."""


@dataclass(frozen=True, slots=True)
class _Taken:
    """A catalog that was taken in as far as it could be."""

    report: CatalogReport
    digest: str
    """Of the bytes that were taken in; empty where there was no file."""


def exchange_template(run: Run, stored: StoredDocument) -> Catalog:
    """Write the template of a document's released text; give it."""
    with run.workspace.store.reading() as db:
        made = template_of(db, stored)
    path = run.workspace.template_path(stored.name)
    check_inside(run.workspace.root, path)
    if write_file(path, write_catalog(made, where=shown(path))):
        run.written.append(run.relative(path))
    return made


def exchange_catalog(
    run: Run, stored: StoredDocument, locale: str, template: Catalog
) -> CatalogReport:
    """Take in what a catalog says, and write what the store says; give what became of it.

    Raises:
        StoreError, AccessError: nothing more can be done. What is wrong with the file itself is in
            the report.
    """
    return _looked_at(run, stored, locale, template, _exchange)


def foresee_catalog(
    run: Run, stored: StoredDocument, locale: str, template: Catalog
) -> CatalogReport:
    """Say what an exchange would find in a catalog; nothing is taken in or written.

    Raises:
        StoreError: nothing can be read.
    """
    return _looked_at(run, stored, locale, template, _foresee)


_Look = Callable[[Run, StoredDocument, str, Catalog, CatalogReport], CatalogReport]


def _looked_at(
    run: Run, stored: StoredDocument, locale: str, template: Catalog, look: _Look
) -> CatalogReport:
    """Do something with the file of a catalog; give what is wrong with it as a report."""
    report = CatalogReport(stored.name, locale, "")
    try:
        path = run.workspace.catalog_path(stored.name, locale)
        report = replace(report, path=run.relative(path))
        check_inside(run.workspace.root, path)
        with plainly(path):
            return look(run, stored, locale, template, report)
    except (StoreError, AccessError):
        raise
    except UndersignedError as error:
        return replace(report, fault=str(error))


def _foresee(
    run: Run, stored: StoredDocument, locale: str, template: Catalog, report: CatalogReport
) -> CatalogReport:
    found = _read_in(run, stored, locale, template, report)
    if isinstance(found, _Taken):
        return found.report
    planned = _plan(run, found.incoming)
    if fault := _too_much(planned, shown(run.workspace.catalog_path(stored.name, locale))):
        return replace(report, fault=fault)
    return planned.report


def _exchange(
    run: Run, stored: StoredDocument, locale: str, template: Catalog, report: CatalogReport
) -> CatalogReport:
    path = run.workspace.catalog_path(stored.name, locale)
    done: list[CatalogReport] = []
    for _ in range(_ATTEMPTS):
        taken = _take_in(run, stored, locale, template, report)
        done.append(taken.report)
        if taken.report.fault or taken.report.refused:
            return _joined(done)
        try:
            written = _put_out(run, stored, locale, template, taken)
        except _Changed:
            continue
        return replace(_joined(done), written=written)
    reason = "somebody keeps writing into it"
    raise UnreadableSource(shown(path), reason, "Close it elsewhere and try again.")


def _joined(done: list[CatalogReport]) -> CatalogReport:
    """Make one report of several attempts."""
    last = done[-1]
    for each in done[:-1]:
        last = replace(
            last,
            taken=each.taken + last.taken,
            suggestions=each.suggestions + last.suggestions,
            restored=each.restored + last.restored,
            trusted=each.trusted + last.trusted,
            conflicts=tuple(dict.fromkeys((*each.conflicts, *last.conflicts))),
            older=tuple(dict.fromkeys((*each.older, *last.older))),
            reopened=tuple(dict.fromkeys((*each.reopened, *last.reopened))),
            was_lost=each.was_lost or last.was_lost,
        )
    return last


# --- in ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Read:
    """A catalog that says something else than what was written last."""

    incoming: Incoming
    digest: str
    """Of its bytes."""
    known: str
    """Digest of what was written last."""


def _read_in(
    run: Run, stored: StoredDocument, locale: str, template: Catalog, report: CatalogReport
) -> _Read | _Taken:
    """Read what a file says, where it does not say what was written."""
    path = run.workspace.catalog_path(stored.name, locale)
    data = _bytes_of(path)
    with run.workspace.store.reading() as db:
        known = sync.catalog_of(db, stored.id, locale)
    digest = _digest(data) if data is not None else ""
    if not data or not data.strip():
        return _Taken(replace(report, was_lost=bool(known.digest)), digest)
    if digest == known.digest and not run.trust_reviews:
        return _Taken(report, digest)
    catalog = _read(path, data, locale)
    incoming = Incoming(
        stored, locale, catalog, report.path, template, run.actor, run.now, run.trust_reviews
    )
    return _Read(incoming, digest, known.digest)


def _plan(run: Run, incoming: Incoming) -> Plan:
    with run.workspace.store.reading() as db:
        return plan(db, incoming)


def _take_in(
    run: Run, stored: StoredDocument, locale: str, template: Catalog, report: CatalogReport
) -> _Taken:
    """Take in what a file says, in one transaction."""
    path = run.workspace.catalog_path(stored.name, locale)
    found = _read_in(run, stored, locale, template, report)
    if isinstance(found, _Taken):
        return found
    for _ in range(_ATTEMPTS):
        planned = _plan(run, found.incoming)
        if not run.confirm and (fault := _too_much(planned, shown(path))):
            missing = planned.report.missing
            return _Taken(replace(report, missing=missing, fault=fault), found.digest)
        try:
            _carry_out(run, found.incoming, planned, found.known, found.digest)
        except Moved:
            continue
        return _Taken(planned.report, found.digest)
    raise UnreadableSource(shown(path), "many people are saving just now", "Try again.")


def _bytes_of(path: Path) -> bytes | None:
    return read_file(path, guard.CATALOG_BYTES) if path.exists() or path.is_symlink() else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(path: Path, data: bytes, locale: str) -> Catalog:
    catalog = in_locale(read_catalog(data, where=shown(path)), locale, shown(path))
    for entry in catalog.entries:
        if entry.plural:
            reason = "this entry has plural forms, and no statement has any"
            what_next = "Is it the catalog of another document? Take the entry out."
            raise MalformedCatalog(shown(path), entry.line, reason, what_next)
    return catalog


def _too_much(planned: Plan, where: str) -> str:
    """Say why a file is not believed: it has lost, or says otherwise, more than is usual."""
    lost, changed, based = len(planned.report.missing), planned.changed, planned.based
    if _is_much(lost, based, _MOST_LOST):
        reason = f"{lost} of {based} translations are missing"
    elif _is_much(changed, based, _MOST_CHANGED):
        reason = f"{changed} of {based} translations are others than before"
    else:
        return ""
    what_next = "If that is meant, sync again with --confirm; else take the whole file again."
    return f"{where}: {reason}. Nothing was taken from it. {what_next}"


def _is_much(count: int, based: int, most: float) -> bool:
    is_half = 2 * count >= based
    return count > _FEW and (is_half if based < _SHORT else count > most * based)


def _carry_out(run: Run, incoming: Incoming, planned: Plan, before: str, after: str) -> None:
    if planned.is_empty:
        return
    if planned.changes_work:
        _back_up(run)
    stored, locale = incoming.stored, incoming.locale
    with run.workspace.store.writing() as db:
        allow(db, run.actor, VERB, run.now)
        carry_out(db, incoming, planned)
        figures = planned.report.figures
        sync.record_run(
            db, run.now, run.actor, stored.id, locale, before=before, after=after, report=figures
        )
        if planned.changes_work:
            detail = ", ".join(f"{name}: {count}" for name, count in figures.items() if count)
            detail += ", reviews trusted" if incoming.trust_reviews else ""
            target = f"document:{stored.id}:{locale}"
            audit.record(db, run.now, run.actor, VERB, target, detail)


def _back_up(run: Run) -> None:
    """Copy the store before files change anything that people did, once an exchange."""
    if run.has_backup:
        return
    run.has_backup = True
    with run.workspace.store.reading() as db:
        if not sync.has_work(db):
            return
    if (path := run.workspace.store.path) is not None:  # a server has backups of its own
        folder = backups_beside(path)
        back_up(run.workspace.store, folder, run.now, prefix=BEFORE_SYNC)
        thin_exchanges(folder, run.now)


# --- out -----------------------------------------------------------------------------------------


def _put_out(
    run: Run, stored: StoredDocument, locale: str, template: Catalog, taken: _Taken
) -> bool:
    """Write what the store says, look at it, and remember it; tell whether the file changed.

    Raises:
        _Changed: the file is not what was taken in any more.
    """
    path = run.workspace.catalog_path(stored.name, locale)
    with run.workspace.store.reading() as db:
        current = document_by_id(db, stored.id)
        if current is None or current.revision != stored.revision:
            reason = "a new text of the document was released just now"
            raise UnreadableSource(shown(path), reason, "Sync again.")
        made = outgoing(db, stored, locale, template)
    data = write_catalog(made.catalog, where=shown(path))
    digest = _digest(data)
    if digest == made.stored.digest == taken.digest and not made.moved:
        return False
    if digest != made.stored.digest:
        check_written(data, made.catalog, where=shown(path))
    changed = _put_file(path, data, taken.digest)
    if changed:
        run.written.append(run.relative(path))
    _move_base(run, stored, locale, made, taken.digest, digest)
    return changed


def _put_file(path: Path, data: bytes, expected: str) -> bool:
    """Put a catalog in its place if the file there is what was taken in; read it back."""

    def look() -> None:
        there = _bytes_of(path)
        if (_digest(there) if there is not None else "") != expected:
            raise _Changed

    look()
    changed = write_file(path, data, last_look=look)
    if read_file(path, guard.CATALOG_BYTES) != data:
        raise _Changed
    return changed


def _move_base(
    run: Run, stored: StoredDocument, locale: str, made: Outgoing, before: str, after: str
) -> None:
    """Remember what file and store agree on."""
    with run.workspace.store.writing() as db:
        allow(db, run.actor, VERB, run.now)
        sync.put_bases(db, locale, made.moved, made.there)
        if made.stored.digest != after:
            sync.put_catalog(db, stored.id, locale, StoredCatalog(made.stored.comments, after))
            figures = {"moved": len(made.moved)}
            sync.record_run(
                db, run.now, run.actor, stored.id, locale,
                before=before, after=after, report=figures,
            )  # fmt: skip
            audit.record(db, run.now, run.actor, VERB, f"document:{stored.id}:{locale}", "written")
