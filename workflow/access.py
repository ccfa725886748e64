"""Who may do what: one table of verbs, by role, language and document.

A grant gives a member a role, in all languages or one, on all documents or one. Roles are rungs of
a ladder: whoever stands on one may do all that those below may. What stands in no line of the table
is refused. The interface has no rights of its own: each verb of the front desk asks here first.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from types import MappingProxyType

OPERATOR = "operator"
"""Id of the built-in member as whom commands act: it adds, invites, releases and exports, and can
neither save nor approve a text."""


class Role(IntEnum):
    """The rungs of the ladder."""

    READER = 1
    TRANSLATOR = 2
    REVIEWER = 3
    COORDINATOR = 4
    ADMIN = 5

    @property
    def label(self) -> str:
        """Give its name in small letters."""
        return self.name.lower()


class Scope(StrEnum):
    """How much of the workspace a grant must cover for a verb."""

    OWN = "own"
    """Nothing but to be a member: one's own drafts, links, data."""
    SOME = "some"
    """The document, in any language: who translates a statement may read all of it."""
    TARGET = "target"
    """The document in the language in question."""
    DOCUMENT = "document"
    """The document in all languages."""
    WORKSPACE = "workspace"
    """All documents in all languages."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A role that somebody was given."""

    role: Role
    document: str = ""
    """Id of the document; empty for all."""
    locale: str = ""
    """BCP 47 tag; empty for all."""

    def covers(self, document: str, locale: str) -> bool:
        """Tell whether it reaches as far as this; empty asks for all."""
        return self.document in ("", document) and self.locale in ("", locale)


@dataclass(frozen=True, slots=True)
class Right:
    """What a verb asks of whoever wants to do it."""

    role: Role
    """The lowest rung."""
    scope: Scope
    by_operator: bool = False
    """Whether commands may do it."""


def _rights() -> dict[str, Right]:
    reader, translator, reviewer, coordinator, admin = Role
    own, some, target = Scope.OWN, Scope.SOME, Scope.TARGET
    document, workspace = Scope.DOCUMENT, Scope.WORKSPACE
    return {
        "documents.add": Right(coordinator, workspace, by_operator=True),
        "documents.preview": Right(coordinator, workspace, by_operator=True),
        "documents.listing": Right(reader, some, by_operator=True),
        "documents.describe": Right(reader, some, by_operator=True),
        "documents.source": Right(reader, some, by_operator=True),
        "documents.propose": Right(coordinator, document, by_operator=True),
        "documents.proposal": Right(coordinator, document, by_operator=True),
        "documents.release": Right(coordinator, document, by_operator=True),
        "documents.discard": Right(coordinator, document, by_operator=True),
        "documents.change": Right(coordinator, document, by_operator=True),
        "documents.archive": Right(coordinator, document, by_operator=True),
        "documents.unarchive": Right(coordinator, document, by_operator=True),
        "translation.sheet": Right(reader, some, by_operator=True),
        "translation.sheet_stamp": Right(reader, some, by_operator=True),
        "translation.stamp": Right(reader, some, by_operator=True),
        "translation.units": Right(reader, some, by_operator=True),
        "translation.unit": Right(reader, some, by_operator=True),
        "translation.history": Right(reader, some, by_operator=True),
        "translation.save": Right(translator, target),
        "translation.suggest": Right(reader, target),
        "translation.comment": Right(reader, some),
        "translation.ask": Right(reader, some),
        "translation.resolve": Right(reader, some),
        "translation.draft": Right(translator, target),
        "translation.drop_draft": Right(reader, own),
        "translation.drafts": Right(reader, own),
        "translation.restore": Right(translator, target),
        "translation.mark": Right(translator, target),
        "review.readings": Right(reviewer, target),
        "review.approve": Right(reviewer, target),
        "review.approve_rest": Right(reviewer, target),
        "review.correct": Right(reviewer, target),
        "review.send_back": Right(reviewer, target),
        "review.accept": Right(reviewer, target),
        "review.reject": Right(reviewer, target),
        "review.came_back": Right(reader, own),
        "review.answers": Right(reader, own),
        "people.invite": Right(coordinator, target, by_operator=True),
        "people.invitations": Right(coordinator, target, by_operator=True),
        "people.revoke_invitation": Right(coordinator, target, by_operator=True),
        "people.members": Right(coordinator, target, by_operator=True),
        "people.grant": Right(coordinator, target, by_operator=True),
        "people.withdraw": Right(coordinator, target, by_operator=True),
        "people.vouch": Right(coordinator, workspace, by_operator=True),
        "people.issue_link": Right(coordinator, workspace, by_operator=True),
        "people.renew_link": Right(reader, own),
        "people.sessions": Right(reader, own),
        "people.sign_out": Right(reader, own),
        "people.sign_out_everywhere": Right(reader, own),
        "people.change_name": Right(reader, own),
        "people.change_me": Right(reader, own),
        "people.me": Right(reader, own),
        "people.my_data": Right(reader, own),
        "people.erase_me": Right(reader, own),
        "people.erase": Right(admin, workspace, by_operator=True),
        "progress.figures": Right(reader, some, by_operator=True),
        "progress.board": Right(reader, some, by_operator=True),
        "progress.burn_up": Right(reader, some, by_operator=True),
        "progress.activity": Right(reader, some, by_operator=True),
        "progress.told": Right(reader, some, by_operator=True),
        "progress.findings": Right(reader, some, by_operator=True),
        "progress.credits_of": Right(reader, some, by_operator=True),
        "exchange.sync": Right(coordinator, workspace, by_operator=True),
        "exchange.catalog": Right(reader, some, by_operator=True),
        "publishing.assemble": Right(reader, some, by_operator=True),
        "publishing.export": Right(coordinator, document, by_operator=True),
        "publishing.standing": Right(reader, some, by_operator=True),
        "publishing.reading": Right(reader, some, by_operator=True),
        "publishing.take": Right(reader, some, by_operator=True),
        "publishing.package": Right(reader, some, by_operator=True),
        "tasks.mine": Right(reader, own),
        "tasks.choices": Right(reader, own),
        "tasks.glance": Right(reader, some, by_operator=True),
        "upkeep.backup": Right(admin, workspace, by_operator=True),
        "upkeep.backups": Right(admin, workspace, by_operator=True),
        "upkeep.restore": Right(admin, workspace, by_operator=True),
        "upkeep.health": Right(admin, workspace, by_operator=True),
    }


RIGHTS: Mapping[str, Right] = MappingProxyType(_rights())
"""By the name of the verb: the module of the front desk and its function."""


def may(
    member: str, grants: Iterable[Grant], verb: str, *, document: str = "", locale: str = ""
) -> bool:
    """Tell whether a member may do something; whatever is in no table is refused.

    Args:
        member: his id.
        grants: what he was given, none of it expired.
        verb: a key of `RIGHTS`.
        document: id of the document it is about; empty for all of them, or for none.
        locale: the language it is about; empty for all.

    >>> arabic = [Grant(Role.TRANSLATOR, locale="ar")]
    >>> [may("7", arabic, "translation.save", document="d", locale=each) for each in ("ar", "fr")]
    [True, False]
    """
    right = RIGHTS.get(verb)
    if right is None:
        return False
    if member == OPERATOR:
        return right.by_operator
    if right.scope is Scope.OWN:
        return bool(member)
    able = [each for each in grants if each.role >= right.role]
    return any(_reaches(each, right.scope, document, locale) for each in able)


def _reaches(grant: Grant, scope: Scope, document: str, locale: str) -> bool:
    if scope is Scope.SOME:
        return grant.document in ("", document) or not document
    if scope is Scope.TARGET:
        return grant.covers(document, locale)
    if scope is Scope.DOCUMENT:
        return grant.covers(document, "")
    return grant.covers("", "")


def sees(member: str, grants: Iterable[Grant], document: str) -> bool:
    """Tell whether a member knows of a document at all; to others its id answers "not found"."""
    return member == OPERATOR or any(each.document in ("", document) for each in grants)


def highest(grants: Iterable[Grant], document: str, locale: str) -> Role | None:
    """Give the highest role that somebody has on a document in a language, if any.

    Nobody gives away more than he has: an invitation's role is at most this.
    """
    roles = [each.role for each in grants if each.covers(document, locale)]
    return max(roles, default=None)
