"""Documents and their revisions: put in, look at, propose a new text, release it, set properties.

Adding and releasing write a file into `sources/` as the last thing in their transaction; if that
fails, the file is as it was. If the machine stops between the two, the file is there and the store
does not know of it yet: a new document is then found by the next sync, and a released text is still
the one that is proposed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from workflow import access
from workflow.alignment.carrying import Intent
from workflow.errors import NotFound, NotPossible
from workflow.exchange.files import undone_on_failure
from workflow.services.desk import OPERATOR, allow, check_in_work, document_for
from workflow.services.documents import originals, pending
from workflow.services.documents.cutting import Cut, cut_of, take
from workflow.services.documents.described import (
    Described,
    Listed,
    Released,
    SourceData,
    listed,
    may,
    row_of,
)
from workflow.services.documents.proposals import Proposal, all_intents, proposal_of
from workflow.services.documents.recording import adopt, put_in_force
from workflow.services.documents.revising import Progress, effect, plan
from workflow.services.workspace import Workspace
from workflow.settings import DocumentChanges
from workflow.store import audit, revising
from workflow.store.documents import documents, revision_by_id
from workflow.store.people import grants_of
from workflow.typed import check_comment

# --- putting in ----------------------------------------------------------------------------------


def add(  # noqa: PLR0913 - what the form asks for
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    data: bytes,
    file_name: str,
    name: str = "",
    locale: str = "",
    title: str = "",
    languages: tuple[str, ...] = (),
    progress: Progress | None = None,
) -> Listed:
    """Put a document into the workspace.

    Args:
        workspace: where.
        actor: id of the member who does it.
        now: the moment.
        data: the file's bytes.
        file_name: what it is called; its suffix says what it is, and `letter.ar.txt` that it is in
            Arabic.
        name: what the document shall be called; by default what its file is.
        locale: its language; by default what the settings, the file's name or its script tell.
        title: what people call it.
        languages: those into which it is to be translated; by default the workspace's.
        progress: is told how far it is.

    Raises:
        NotAllowed: he may not.
        UnknownFormat, UnreadableSource, LimitExceeded, HostileInput, UnknownLocale: it is refused
            at the edge.
        NotPossible: there is a document of that name; it has no text; or the only language that
            it shall be translated into is its own.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "documents.add", now)
    taken = take(workspace, data, file_name, name, locale=locale, languages=languages, title=title)
    found = taken.source
    with undone_on_failure() as write, workspace.store.writing() as db:
        allow(db, actor, "documents.add", now)
        originals.check_free(workspace, db, found, data)
        stored = adopt(
            db, found, taken.document, data, now, actor, origin="person", progress=progress
        )
        audit.record(db, now, actor, "documents.add", f"document:{stored.id}")
        originals.set_properties(workspace, found.name, taken.changes, write)
        write(found.path, data)
        return listed(db, workspace, stored)


def preview(  # noqa: PLR0913 - what the form asks for
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    data: bytes,
    file_name: str,
    name: str = "",
    locale: str = "",
    title: str = "",
    languages: tuple[str, ...] = (),
) -> Cut:
    """Show what `add` would make of a text, without doing it; arguments and errors are its own.

    Laws: what is shown is what `add` puts in, if nothing is put in meanwhile; what is refused
    here, `add` refuses with the same words.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "documents.preview", now)
    taken = take(workspace, data, file_name, name, locale=locale, languages=languages, title=title)
    with workspace.store.reading() as db:
        originals.check_free(workspace, db, taken.source, data)
    originals.set_properties(workspace, taken.source.name, taken.changes, write=_leave)
    return cut_of(workspace, taken)


def _leave(_path: Path, _data: bytes) -> None:
    """Write nothing: it only had to be seen that it could be written."""


# --- looking -------------------------------------------------------------------------------------


def listing(workspace: Workspace, actor: str, now: datetime) -> tuple[Listed, ...]:
    """List the documents that somebody may see, by name; archived ones too.

    Raises:
        NotAllowed: he may see none.
    """
    with workspace.store.reading() as db:
        allow(db, actor, "documents.listing", now)
        grants = () if actor == OPERATOR else grants_of(db, actor, now)
        waiting = revising.proposed(db)
        return tuple(
            row_of(workspace, each, is_proposed=each.id in waiting)
            for each in documents(db)
            if access.sees(actor, grants, each.id)
        )


def describe(workspace: Workspace, actor: str, now: datetime, *, document: str) -> Described:
    """Say all about one document: its properties, and the revisions of its source.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "documents.describe", document, now)
        sees_all = may(db, actor, "documents.proposal", stored, now)
        return Described(
            listed(db, workspace, stored),
            stored.format,
            originals.source_path(workspace, stored).name,
            tuple(
                each
                for each in revising.revisions_of(db, stored.id)
                if sees_all or each.status == "released"
            ),
        )


def source(
    workspace: Workspace, actor: str, now: datetime, *, document: str, number: int = 0
) -> SourceData:
    """Give the bytes of a document's source: what is released now, or any revision by its number.

    Raises:
        NotFound, NotAllowed: he may not; what was never released is for coordinators only.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "documents.source", document, now)
        if not 0 <= number <= revising.last_number(db, stored.id):
            raise NotFound("revision")
        wanted = revising.revision_id(db, stored.id, number) if number else stored.revision
        found = revision_by_id(db, wanted)
        sees_all = may(db, actor, "documents.proposal", stored, now)
        if found.status != "released" and not sees_all:
            raise NotFound("revision")
        return SourceData(originals.source_path(workspace, stored).name, found.number, found.data)


# --- a new text ----------------------------------------------------------------------------------


def propose(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    data: bytes,
    origin: Literal["person", "file"] = "person",
    note: str = "",
    progress: Progress | None = None,
) -> Proposal:
    """Propose a new text for a document; translators see the old one until it is released.

    It takes the place of another proposal that waits. One that waits already is not made again.

    Args:
        workspace: where.
        actor: id of the member who proposes it.
        now: the moment.
        document: the document's name.
        data: the bytes of the new text, in the document's format.
        origin: `file` where it was found changed in `sources/`.
        note: what is said of it, for other coordinators.
        progress: is told how far it is.

    Raises:
        NotFound, NotAllowed: he may not.
        UnreadableSource, LimitExceeded, HostileInput: the text or the note is refused at the edge.
        NotPossible: the document is archived, this is the text that is released, or there is no
            text in it.
    """
    said = check_comment(note, "note") if note.strip() else ""
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "documents.propose", document, now)
        planned = pending.planned(db, stored, data, progress)
    if not planned.document.units:
        raise originals.no_text(f"the new text of '{document}'")
    with workspace.store.writing() as db:
        stored = document_for(db, actor, "documents.propose", document, now)
        offered, is_new = pending.offer(
            db, stored, planned, data, actor=actor, now=now, origin=origin, note=said
        )
        if is_new:
            audit.record(
                db, now, actor, "documents.propose", f"document:{stored.id}", str(offered.number)
            )
        done = effect(db, stored, planned, originals.wanted(workspace, stored), {})
        return proposal_of(db, stored, offered, planned, done.costs)


def proposal(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    intents: Mapping[int, Intent] = MappingProxyType({}),
    all_typo: bool = False,
) -> Proposal | None:
    """Show the new text that waits for a document: what differs, and what it costs; None if none.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        document: the document's name.
        intents: what is meant, by `Difference.number` of an edited text, to see what it costs then.
        all_typo: whether those edits of which nothing is said are typos.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: an intent is about a paragraph that was not edited.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "documents.proposal", document, now)
        offered = revising.proposal_of(db, stored.id)
        if offered is None:
            return None
        planned = plan(db, stored, offered.data, offered.digest)
        meant = all_intents(planned, intents, all_typo=all_typo)
        done = effect(db, stored, planned, originals.wanted(workspace, stored), meant)
        return proposal_of(db, stored, offered, planned, done.costs)


def release(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    digest: str,
    intents: Mapping[int, Intent] = MappingProxyType({}),
    all_typo: bool = False,
    progress: Progress | None = None,
) -> Released:
    """Let the new text of a document be the one that translators see, and write it to its file.

    Args:
        workspace: where.
        actor: id of the member who decides.
        now: the moment.
        document: the document's name.
        digest: of the proposal that he saw.
        intents: what was meant, by `Difference.number` of an edited text: a typo lets translations
            and approvals stand, a change of meaning lets them need work. A text that is edited in
            one of the places where it stands becomes a new one: after a typo it has a copy of each
            translation, which is not approved.
        all_typo: whether those edits of which nothing is said are typos; else they change the
            meaning.
        progress: is told how far it is.

    Laws: no translation is lost: each is where it was, or in the history. What stayed or moved
    keeps its translations and their states. It costs what was announced.

    Raises:
        NotFound, NotAllowed: he may not.
        OutOfDate: another text was proposed meanwhile.
        NotPossible: the document is archived; no text waits; an intent is about a paragraph that
            was not edited; or the file in `sources/` has a text that is none of the document's
            revisions.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "documents.release", document, now)
        check_in_work(stored)
        offered = pending.waiting(db, stored, digest)
        planned = plan(db, stored, offered.data, offered.digest, progress)
    with undone_on_failure() as write, workspace.store.writing() as db:
        stored = document_for(db, actor, "documents.release", document, now)
        check_in_work(stored)
        offered = pending.waiting(db, stored, digest)
        planned = plan(db, stored, offered.data, offered.digest, progress)
        check = partial(originals.check_untouched, db, workspace, stored)
        path = check()
        meant = all_intents(planned, intents, all_typo=all_typo)
        done = effect(db, stored, planned, originals.wanted(workspace, stored), meant)
        put_in_force(db, stored, offered, planned, done, actor=actor, now=now, progress=progress)
        detail = f"{offered.number} typo:{sum(each is Intent.TYPO for each in meant.values())}"
        audit.record(db, now, actor, "documents.release", f"document:{stored.id}", detail)
        write(path, offered.data, last_look=check)
        return Released(stored.name, offered.number, done.costs, path)


def discard(
    workspace: Workspace, actor: str, now: datetime, *, document: str, digest: str = ""
) -> int:
    """Discard the new text that waits for a document; give its number. It stays on record.

    Args:
        workspace: where.
        actor: id of the member who decides.
        now: the moment.
        document: the document's name.
        digest: of the proposal that he saw; empty to discard whichever waits.

    Raises:
        NotFound, NotAllowed: he may not.
        OutOfDate: another text was proposed meanwhile.
        NotPossible: none waits.
    """
    with workspace.store.writing() as db:
        stored = document_for(db, actor, "documents.discard", document, now)
        offered = pending.waiting(db, stored, digest)
        revising.discard_proposals(db, stored.id)
        target = f"document:{stored.id}"
        audit.record(db, now, actor, "documents.discard", target, str(offered.number))
        return offered.number


# --- properties ----------------------------------------------------------------------------------


def change(
    workspace: Workspace, actor: str, now: datetime, *, document: str, changes: DocumentChanges
) -> Listed:
    """Change what the settings say of a document: title, languages, deadline, rule, notes.

    Its language stays as it is, since its units were cut by the rules of that language.

    Raises:
        NotFound, NotAllowed: he may not.
        NotPossible: another language is asked for.
        BadSettings: a value is impossible; nothing was changed.
        LimitExceeded, HostileInput: a text is too long or deceives, or there is too much of it.
    """
    with undone_on_failure() as write, workspace.store.writing() as db:
        stored = document_for(db, actor, "documents.change", document, now)
        if changes.locale is not None:
            reason = "the language of a document cannot change"
            raise NotPossible(reason, "Add it again under another name.", case="own_language")
        audit.record(db, now, actor, "documents.change", f"document:{stored.id}")
        originals.set_properties(workspace, stored.name, changes, write)
        return listed(db, workspace, stored)


def archive(workspace: Workspace, actor: str, now: datetime, *, document: str) -> Listed:
    """Put a document aside: nothing of it is lost, and nobody is asked to work on it.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    return _set_status(workspace, actor, now, document, "archive", "archived")


def unarchive(workspace: Workspace, actor: str, now: datetime, *, document: str) -> Listed:
    """Take a document back into work.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    return _set_status(workspace, actor, now, document, "unarchive", "active")


def _set_status(
    workspace: Workspace, actor: str, now: datetime, document: str, verb: str, status: str
) -> Listed:
    with workspace.store.writing() as db:
        stored = document_for(db, actor, f"documents.{verb}", document, now)
        if stored.status != status:
            revising.set_status(db, stored.id, status)
            audit.record(db, now, actor, f"documents.{verb}", f"document:{stored.id}")
        return listed(db, workspace, replace(stored, status=status))
