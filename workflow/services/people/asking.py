"""What the verbs about people have in common: who asks about whom, where, and how often."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from workflow import access, languages
from workflow.access import OPERATOR, Role
from workflow.errors import NameTaken, NotAllowed, NotFound, NotPossible
from workflow.lookalikes import skeleton
from workflow.services.desk import allow, document_for, look_up
from workflow.services.people.rates import Rates
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import documents
from workflow.store.ids import new_secret
from workflow.store.members import HeldRole, Person, active_member, admins, looking_like, thanked
from workflow.store.people import grants_of
from workflow.typed import check_pseudonym


@dataclass(frozen=True, slots=True)
class Who:
    """A member, for showing."""

    id: str
    name: str
    """Empty for former members."""


@dataclass(frozen=True, slots=True)
class GivenRole:
    """A role as people read it."""

    role: Role
    document: str = ""
    """Name of the document; empty for all."""
    locale: str = ""
    """Empty for all."""


@dataclass(frozen=True, slots=True)
class Link:
    """A secret link, shown once: whoever has it is taken for its owner."""

    token: str = field(repr=False)
    address: str = field(repr=False)
    """With the public address of the workspace in front, where `workspace.toml` says it."""


@dataclass(frozen=True, slots=True)
class Reach:
    """A part of the workspace: a document and a language, or all of them."""

    document: str
    """Id; empty for all."""
    locale: str
    """Empty for all."""

    def meets(self, document: str, locale: str) -> bool:
        """Tell whether something reaches into this part."""
        return _meet(self.document, document) and _meet(self.locale, locale)

    def holds(self, document: str, locale: str) -> bool:
        """Tell whether something lies in this part altogether."""
        return self.document in ("", document) and self.locale in ("", locale)


def _meet(one: str, other: str) -> bool:
    return not one or not other or one == other


def reach_for(db: Db, actor: str, verb: str, now: datetime, document: str, locale: str) -> Reach:
    """Find the part of the workspace that somebody wants to do something with, and let him.

    Args:
        db: the transaction.
        actor: id of the member who asks.
        verb: a key of `access.RIGHTS`.
        now: the moment.
        document: name of a document; empty for all.
        locale: a language; empty for all.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: that is no language.
    """
    tag = languages.normalise(locale) if locale else ""
    if document:
        return Reach(document_for(db, actor, verb, document, now, locale=tag).id, tag)
    allow(db, actor, verb, now, locale=tag)
    return Reach("", tag)


def may_give(db: Db, actor: str, now: datetime, held: Iterable[HeldRole]) -> bool:
    """Tell whether somebody has as much as this himself: nobody gives, takes or moves more."""
    if actor == OPERATOR:
        return True
    own = grants_of(db, actor, now)
    ranks = ((access.highest(own, each.document, each.locale), each.role) for each in held)
    return all(mine is not None and mine >= role for mine, role in ranks)


def let_give(db: Db, actor: str, verb: str, now: datetime, held: Iterable[HeldRole]) -> None:
    """Let somebody give roles, take them, or make a link to them, if he has as much himself.

    Raises:
        NotAllowed: he has less.
    """
    held = tuple(held)
    if not may_give(db, actor, now, held):
        raise NotAllowed(verb, max(each.role for each in held).label)


def someone(db: Db, member: str) -> Person:
    """Find a member.

    Raises:
        NotFound: there is none, or not any more.
    """
    found = look_up(active_member, db, member)
    if found is None:
        raise NotFound("member")
    return found


def chosen_name(db: Db, typed: str, member: str) -> str:
    """Take what somebody wants to be called, or thanked as.

    Args:
        db: the transaction.
        typed: the name, as it was typed.
        member: his id.

    Raises:
        NameTaken: it looks like the name of another member, or like that under which he is thanked.
        LimitExceeded, HostileInput: that is no name.
    """
    chosen = check_pseudonym(typed)
    looks_like = skeleton(chosen)
    by_name = looking_like(db, looks_like)
    by_credit = {each for each, credit in thanked(db).items() if skeleton(credit) == looks_like}
    if {by_name, *by_credit} - {"", member}:
        raise NameTaken(chosen)
    return chosen


def keep_an_admin(db: Db, now: datetime, leaving: str) -> None:
    """Refuse to lose the last admin.

    Raises:
        NotPossible: it is he.
    """
    if admins(db, now) == {leaving}:
        what_next = "Make somebody else an admin first."
        raise NotPossible("this is the last admin", what_next, case="last_admin")


def new_link(workspace: Workspace, way: str) -> Link:
    """Make a secret link: `join/<token>` or `back/<token>`."""
    token = new_secret()
    path = f"{way}/{token}"
    address = workspace.settings.address.rstrip("/")
    return Link(token, f"{address}/{path}" if address else path)


def document_names(db: Db) -> Mapping[str, str]:
    """Give the names of all documents by id; the empty id, which means all, has an empty name."""
    return {"": "", **{each.id: each.name for each in documents(db)}}


def guessing(
    rates: Rates | None, kind: str, address: str, now: datetime
) -> contextlib.AbstractContextManager[None]:
    """Count an attempt to open something with a link, where attempts are counted.

    Raises:
        TooMany: there were too many from this address.
    """
    return contextlib.nullcontext() if rates is None else rates.guess(kind, address, now)
