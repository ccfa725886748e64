"""The new text that waits for a document: made, found, refused; and how a file stands to it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from enum import StrEnum

from workflow import guard
from workflow.errors import NotPossible, OutOfDate
from workflow.services.documents.revising import Plan, Progress, plan
from workflow.store import Db, revising
from workflow.store.documents import StoredDocument, StoredRevision, revision_by_id
from workflow.store.ids import new_id


class Standing(StrEnum):
    """How the text of a file in `sources/` stands to its document."""

    RELEASED = "released"
    """It is the text that translators see."""
    WAITS = "waits"
    """It is the one that waits to be released."""
    BESIDE = "beside"
    """A person's proposal waits, which a file does not push aside."""
    DISCARDED = "discarded"
    """Somebody looked at it and discarded it; only a person proposes it again."""
    NEW = "new"
    """Nobody has decided on it."""


def standing(db: Db, stored: StoredDocument, digest: str) -> Standing:
    """Say how a file stands to its document, by the digest of its bytes."""
    if revision_by_id(db, stored.revision).digest == digest:
        return Standing.RELEASED
    proposal = revising.proposal_of(db, stored.id)
    if proposal and proposal.digest == digest:
        return Standing.WAITS
    if proposal and proposal.origin == "person":
        return Standing.BESIDE
    last = revising.last_from_file(db, stored.id)
    if last is None or (last.digest, last.status) != (digest, "discarded"):
        return Standing.NEW
    return Standing.NEW if last.note == revising.WITHDRAWN else Standing.DISCARDED


def planned(db: Db, stored: StoredDocument, data: bytes, progress: Progress | None = None) -> Plan:
    """Plan what a new text does to a document.

    Raises:
        UnreadableSource, LimitExceeded, HostileInput: it is refused at the edge.
        NotPossible: the document is archived, or this is the text that is released.
    """
    digest = hashlib.sha256(data).hexdigest()
    guard.check_source(data, stored.name)
    _check(db, stored, digest)
    found = plan(db, stored, data, digest, progress)
    guard.check_units(found.document, stored.name)
    return found


def _check(db: Db, stored: StoredDocument, digest: str) -> None:
    if stored.status != "active":
        reason = f"'{stored.name}' is archived"
        raise NotPossible(reason, "Take it back into work first.", case="archived")
    if revision_by_id(db, stored.revision).digest == digest:
        reason = "nothing changed: this is the released text"
        raise NotPossible(reason, "Change it and try again.", case="nothing_changed")


def offer(
    db: Db,
    stored: StoredDocument,
    found: Plan,
    data: bytes,
    *,
    actor: str,
    now: datetime,
    origin: str = "person",
    note: str = "",
) -> tuple[StoredRevision, bool]:
    """Let a new text wait for its release, in the place of one that does; nobody is asked.

    What a file proposed and a person pushes aside is proposed again when his own is discarded.

    Returns:
        The proposed revision, and whether it is new: the same text is not proposed twice.

    Raises:
        NotPossible: the document was archived or revised meanwhile.
    """
    _check(db, stored, found.document.digest)
    if found.released != stored.revision:
        reason = f"another text of '{stored.name}' was released meanwhile"
        raise NotPossible(reason, "Read it, and propose yours again.", case="released_meanwhile")
    if waits := revising.proposal_of(db, stored.id):
        if waits.digest == found.document.digest:
            return waits, False
        if (waits.origin, origin) == ("file", "person"):
            revising.withdraw(db, waits.id)
    revising.discard_proposals(db, stored.id)
    made = StoredRevision(
        id=new_id(now),
        document=stored.id,
        number=revising.last_number(db, stored.id) + 1,
        digest=found.document.digest,
        data=data,
        segmentation=found.document.segmentation,
        status="proposed",
        origin=origin,
        author=actor,
        note=note,
        created=now,
        released=None,
    )
    revising.add_revision(db, made)
    return made, True


def waiting(db: Db, stored: StoredDocument, seen: str = "") -> StoredRevision:
    """Give the new text that waits for a document.

    Args:
        db: the transaction.
        stored: the document.
        seen: digest of the text that was looked at; empty where it does not matter.

    Raises:
        NotPossible: none waits.
        OutOfDate: it is not the one that was looked at.
    """
    found = revising.proposal_of(db, stored.id)
    if found is None:
        reason = f"no new text of '{stored.name}' waits to be released"
        raise NotPossible(reason, "Propose one first.", case="nothing_waits")
    if seen and found.digest != seen:
        numbers = (
            each.number for each in revising.revisions_of(db, stored.id) if each.digest == seen
        )
        raise OutOfDate(next(numbers, 0), found.number)
    return found
