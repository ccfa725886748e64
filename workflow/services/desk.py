"""What every verb of the front desk begins with: who asks, and may he?"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from workflow import access, languages
from workflow.access import OPERATOR, Scope
from workflow.errors import NotAllowed, NotFound, NotPossible, UnknownLocale
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import (
    StoredDocument,
    StoredUnit,
    document_by_id,
    document_named,
    unit_by_id,
)
from workflow.store.members import active_member
from workflow.store.people import grants_of
from workflow.store.translations import has_any

__all__ = [
    "OPERATOR",
    "allow",
    "can_be_id",
    "check_in_work",
    "check_wanted",
    "document_for",
    "look_up",
    "unit_for",
]

_Found = TypeVar("_Found")


def can_be_id(wanted: str) -> bool:
    """Tell whether anything can have this id or name: not every database can hold every text."""
    return wanted.isprintable()


def look_up(find: Callable[[Db, str], _Found | None], db: Db, wanted: str) -> _Found | None:
    """Find something by an id or a name from outside, if anything can have it."""
    return find(db, wanted) if can_be_id(wanted) else None


def allow(
    db: Db, actor: str, verb: str, now: datetime, *, document: str = "", locale: str = ""
) -> None:
    """Let somebody do something, or refuse.

    Args:
        db: the transaction in which it will be done, so that what was withdrawn counts at once.
        actor: id of the member who asks.
        verb: a key of `access.RIGHTS`.
        now: the moment.
        document: id of the document it is about; empty for all.
        locale: the language it is about; empty for all.

    Raises:
        NotFound: he does not even know of the document.
        NotAllowed: his role does not reach so far.
    """
    grants = () if actor == OPERATOR else grants_of(db, actor, now)
    right = access.RIGHTS.get(verb)
    if right and right.scope is Scope.OWN and active_member(db, actor) is None:
        raise NotAllowed(verb, "member")
    if access.may(actor, grants, verb, document=document, locale=locale):
        return
    if document and not access.sees(actor, grants, document):
        raise NotFound("document")
    raise NotAllowed(verb, right.role.label if right else "nobody")


def document_for(
    db: Db, actor: str, verb: str, name: str, now: datetime, *, locale: str = ""
) -> StoredDocument:
    """Find a document by its name for somebody who may do something with it.

    In one language where one is given, else in all.

    Raises:
        NotFound: there is none, or none that he knows of.
        NotAllowed: his role does not reach so far.
    """
    found = look_up(document_named, db, name)
    if found is None:
        allow(db, actor, verb, now, document="\0", locale=locale)  # it answers as if it were hidden
        raise NotFound("document")
    allow(db, actor, verb, now, document=found.id, locale=locale)
    return found


def unit_for(
    db: Db, actor: str, verb: str, unit: str, locale: str, now: datetime
) -> tuple[StoredUnit, StoredDocument]:
    """Find a unit for somebody who may do something with its translation.

    Raises:
        NotFound: there is none, or none that he knows of.
        NotAllowed: his role does not reach so far.
        UnknownLocale: the language is none, or not written as we write it.
        NotPossible: it is the language of the source, or the document was put into the archive.
    """
    found = look_up(unit_by_id, db, unit)
    if found is None:
        allow(db, actor, verb, now, document="\0")
        raise NotFound("paragraph")
    allow(db, actor, verb, now, document=found.document, locale=locale)
    document = document_by_id(db, found.document)
    if document is None:
        raise NotFound("document")
    is_work = access.RIGHTS[verb].scope is access.Scope.TARGET
    if is_work:
        check_in_work(document)
    if not locale and not is_work:
        return found, document  # it is about the source, for everybody
    if languages.normalise(locale) != locale:
        raise UnknownLocale(locale)
    if locale == document.source_locale:
        reason = f"'{document.name}' is written in '{locale}'"
        raise NotPossible(reason, "Translate it into another language.")
    return found, document


def check_in_work(document: StoredDocument) -> None:
    """Refuse to work on a document that was put aside.

    Raises:
        NotPossible: it is in the archive.
    """
    if document.status != "active":
        reason = f"'{document.name}' is in the archive"
        raise NotPossible(reason, "Ask a coordinator to take it out again.", case="archived")


def check_wanted(workspace: Workspace, db: Db, document: StoredDocument, locale: str) -> None:
    """Refuse to begin a document in a language into which nobody wants it translated.

    Where the settings name no languages, every language that is known is wanted; what was begun
    once goes on.

    Raises:
        NotPossible: it is not wanted.
    """
    wanted = workspace.settings.of(document.name).languages
    if locale in wanted or (not wanted and languages.is_known(locale)):
        return
    if not has_any(db, document.id, locale):
        reason = f"'{document.name}' is not to be translated into '{locale}'"
        raise NotPossible(reason, "Ask a coordinator to add that language.")
