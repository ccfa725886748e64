"""Invitations: who may make them, for what, and what becomes of them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Role
from workflow.errors import LinkRefused, NotAllowed, NotFound, NotPossible, UnknownLocale
from workflow.services import people
from workflow.services.people import InvitationState
from workflow.services.workspace import Workspace
from workflow.store import audit

HOUR = timedelta(hours=1)


def dump(workspace: Workspace) -> str:
    """Give everything that is in the database, as text."""
    with workspace.store.reading() as db:
        names = db.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'")).scalars()
        return "\n".join(str(db.execute(text(f'SELECT * FROM "{name}"')).all()) for name in names)


def test_of_a_token_there_is_the_digest_only(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made = people.invite(workspace, OPERATOR, NOW, role=Role.READER)
        assert made.link.address == f"join/{made.link.token}"
        assert len(made.link.token) >= 43  # 256 bits
        assert made.link.token not in dump(workspace)
        assert made.link.token not in repr(made)
        assert made.id in dump(workspace)


def test_the_link_carries_the_public_address(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        workspace.settings_path.write_text('[server]\naddress = "https://t.example/"\n', "utf-8")
        made = people.first_link(workspace, NOW)
        assert made.link.address == f"https://t.example/join/{made.link.token}"
        assert made.given == people.GivenRole(Role.ADMIN)


@pytest.mark.parametrize(
    ("role", "document", "locale", "allowed"),
    [
        (Role.TRANSLATOR, "", "ar", True),
        (Role.COORDINATOR, "", "ar", True),
        (Role.COORDINATOR, "letter", "ar", True),
        (Role.ADMIN, "", "ar", False),
        (Role.TRANSLATOR, "", "fr", False),
        (Role.TRANSLATOR, "", "", False),
        (Role.READER, "letter", "", False),
    ],
)
def test_nobody_gives_more_than_he_has(
    tmp_path: Path, role: Role, document: str, locale: str, allowed: bool
) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["A text."])
        chief = person(workspace, "Chief", Role.COORDINATOR, locale="ar")
        want = {"role": role, "document": document, "locale": locale}
        if allowed:
            made = people.invite(workspace, chief, NOW, **want)  # type: ignore[arg-type]
            assert made.given == people.GivenRole(role, document, locale)
        else:
            with pytest.raises(NotAllowed):
                people.invite(workspace, chief, NOW, **want)  # type: ignore[arg-type]


def test_wrong_invitations_are_refused(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        for hours in (0, -1, 721):
            with pytest.raises(NotPossible, match="1 to 720 hours"):
                people.invite(workspace, OPERATOR, NOW, role=Role.READER, hours=hours)
        with pytest.raises(UnknownLocale):
            people.invite(workspace, OPERATOR, NOW, role=Role.READER, locale="no language")
        with pytest.raises(NotFound, match="no such document"):
            people.invite(workspace, OPERATOR, NOW, role=Role.READER, document="nothing")
        assert people.invitations(workspace, OPERATOR, NOW) == ()


def test_the_list_says_what_became_of_each(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["A text."])
        chief = person(workspace, "Chief", Role.ADMIN)
        lapsing = person(workspace, "Lapsing", Role.COORDINATOR)
        later = NOW + HOUR
        people.invite(workspace, chief, NOW, role=Role.READER, hours=1)
        used = people.invite(workspace, chief, NOW, role=Role.READER, document="letter")
        revoked = people.invite(workspace, chief, NOW, role=Role.READER, locale="PT_br")
        people.invite(workspace, OPERATOR, NOW, role=Role.ADMIN)
        people.invite(workspace, lapsing, NOW, role=Role.REVIEWER)
        guest = people.join(workspace, used.link.token, NOW, name="Guest").member
        people.revoke_invitation(workspace, chief, NOW, invitation=revoked.id)
        people.withdraw(workspace, chief, NOW, member=lapsing, role=Role.COORDINATOR)
        found = people.invitations(workspace, chief, later)[::-1]
        assert [each.state for each in found] == [
            InvitationState.EXPIRED,
            InvitationState.USED,
            InvitationState.REVOKED,
            InvitationState.OPEN,
            InvitationState.LAPSED,
        ]
        assert [each.guest for each in found[:2]] == [None, people.Who(guest, "Guest")]
        assert found[1].by == people.Who(chief, "Chief")
        assert found[1].given == people.GivenRole(Role.READER, "letter")
        assert found[2].given.locale == "pt-BR"
        assert used.link.token not in repr(found)


def test_a_coordinator_of_a_part_lists_that_part(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        put_document(workspace, ["A text."])
        chief = person(workspace, "Chief", Role.COORDINATOR, locale="ar")
        for document, locale in (("", ""), ("", "ar"), ("letter", "ar"), ("letter", "fr")):
            people.invite(
                workspace, OPERATOR, NOW, role=Role.READER, document=document, locale=locale
            )
        found = people.invitations(workspace, chief, NOW, locale="ar")
        assert {(each.given.document, each.given.locale) for each in found} == {
            ("", "ar"),
            ("letter", "ar"),
        }
        with pytest.raises(NotAllowed):
            people.invitations(workspace, chief, NOW)


def test_a_revoked_invitation_opens_nothing(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made = people.invite(workspace, OPERATOR, NOW, role=Role.READER)
        for _ in range(2):
            people.revoke_invitation(workspace, OPERATOR, NOW, invitation=made.id)
        with pytest.raises(LinkRefused):
            people.join(workspace, made.link.token, NOW, name="Guest")
        used = people.invite(workspace, OPERATOR, NOW, role=Role.READER)
        people.join(workspace, used.link.token, NOW, name="Guest")
        with pytest.raises(NotPossible, match="somebody has joined"):
            people.revoke_invitation(workspace, OPERATOR, NOW, invitation=used.id)


def test_an_invitation_for_elsewhere_is_not_there(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR, locale="ar")
        made = people.invite(workspace, OPERATOR, NOW, role=Role.READER, locale="fr")
        higher = people.invite(workspace, OPERATOR, NOW, role=Role.ADMIN, locale="ar")
        said = []
        for wanted in (made.id, "unknown"):
            with pytest.raises(NotFound) as refused:
                people.revoke_invitation(workspace, chief, NOW, invitation=wanted)
            said.append(str(refused.value))
        assert said[0] == said[1]
        with pytest.raises(NotAllowed):
            people.revoke_invitation(workspace, chief, NOW, invitation=higher.id)
        people.peek(workspace, made.link.token, NOW)


def test_it_is_written_down_without_words(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        made = people.invite(workspace, OPERATOR, NOW, role=Role.READER, locale="ar")
        people.revoke_invitation(workspace, OPERATOR, NOW, invitation=made.id)
        with workspace.store.reading() as db:
            done = [(each.actor, each.action, each.target, each.detail) for each in audit.acts(db)]
        target = f"invitation:{made.id}"
        assert done == [
            (OPERATOR, "people.invite", target, "reader * ar"),
            (OPERATOR, "people.revoke_invitation", target, "reader * ar"),
        ]
