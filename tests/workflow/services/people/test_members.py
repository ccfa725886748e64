"""Members: the list, roles, and who is known to be two persons."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import update

from tests.live import NOW, live, person, put_document
from workflow.access import OPERATOR, Grant, Role
from workflow.errors import NotAllowed, NotFound, NotPossible
from workflow.services import people
from workflow.services.workspace import Workspace
from workflow.store import audit
from workflow.store.people import bound_to, grants_of
from workflow.store.schema import member


def guest_of(workspace: Workspace, host: str, name: str, role: Role = Role.TRANSLATOR) -> str:
    token = people.invite(workspace, host, NOW, role=role).link.token
    return people.join(workspace, token, NOW, name=name).member


def grants(workspace: Workspace, who: str) -> set[Grant]:
    with workspace.store.reading() as db:
        return set(grants_of(db, who, NOW))


def bound(workspace: Workspace, who: str) -> set[str]:
    with workspace.store.reading() as db:
        return set(bound_to(db, who, NOW))


def test_the_list_says_who_is_here(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, ["A text."])
        chief = person(workspace, "Chief", Role.ADMIN)
        token = people.invite(
            workspace, chief, NOW, role=Role.TRANSLATOR, document="letter", locale="fr"
        ).link.token
        yara = people.join(workspace, token, NOW, name="Yara").member
        people.grant(workspace, chief, NOW, member=yara, role=Role.REVIEWER, locale="AR")
        person(workspace, "Ana")
        ana, first, second = people.members(workspace, chief, NOW)
        assert (ana.name, ana.given, ana.since, ana.active, ana.invited_by) == (
            ("Ana", (), None, None, None)
        )
        assert (first.id, first.languages) == (chief, ())
        day = date(2026, 3, 14)
        assert second == people.Member(
            id=yara,
            name="Yara",
            given=(
                people.GivenRole(Role.REVIEWER, "", "ar"),
                people.GivenRole(Role.TRANSLATOR, "letter", "fr"),
            ),
            since=day,
            active=day,
            invited_by=people.Who(chief, "Chief"),
            vouched=False,
        )
        assert second.languages == ("ar", "fr")
        assert grants(workspace, yara) == {
            Grant(Role.REVIEWER, "", "ar"),
            Grant(Role.TRANSLATOR, document, "fr"),
        }


def test_a_part_has_those_who_may_do_anything_there(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, _ = put_document(workspace, ["A text."])
        other, _ = put_document(workspace, ["Another."], name="other")
        person(workspace, "All", Role.READER)
        person(workspace, "Arabic", Role.COORDINATOR, locale="ar")
        person(workspace, "French", Role.COORDINATOR, locale="fr")
        person(workspace, "Letter", Role.COORDINATOR, document=document)
        person(workspace, "Other", Role.COORDINATOR, document=other, locale="ar")
        person(workspace, "None")

        def names(**part: str) -> str:
            found = people.members(workspace, OPERATOR, NOW, **part)
            return " ".join(each.name for each in found)

        assert names() == "All Arabic French Letter None Other"
        assert names(locale="ar") == "All Arabic Letter Other"
        assert names(document="letter") == "All Arabic French Letter"
        assert names(document="letter", locale="fr") == "All French Letter"


def test_roles_are_given_and_taken(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR, locale="ar")
        yara = person(workspace, "Yara")
        for _ in range(2):
            given = people.grant(
                workspace, chief, NOW, member=yara, role=Role.COORDINATOR, locale="ar"
            )
            assert given == people.GivenRole(Role.COORDINATOR, "", "ar")
        assert grants(workspace, yara) == {Grant(Role.COORDINATOR, "", "ar")}
        people.withdraw(workspace, yara, NOW, member=chief, role=Role.COORDINATOR, locale="ar")
        assert grants(workspace, chief) == set()
        with workspace.store.reading() as db:
            acts = [(each.action, each.target, each.detail) for each in audit.acts(db)]
        assert acts[0] == ("people.grant", f"member:{yara}", "coordinator * ar")
        assert acts[-1] == ("people.withdraw", f"member:{chief}", "coordinator * ar")


@pytest.mark.parametrize("verb", [people.grant, people.withdraw])
@pytest.mark.parametrize(
    ("role", "locale"), [(Role.ADMIN, "ar"), (Role.READER, "fr"), (Role.READER, "")]
)
def test_nobody_gives_or_takes_more_than_he_has(
    tmp_path: Path, verb: object, role: Role, locale: str
) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.COORDINATOR, locale="ar")
        yara = person(workspace, "Yara", role, locale=locale)
        with pytest.raises(NotAllowed):
            verb(workspace, chief, NOW, member=yara, role=role, locale=locale)  # type: ignore[operator]
        assert grants(workspace, yara) == {Grant(role, "", locale)}


def test_what_is_not_there_is_not_found(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara", Role.READER)
        for nobody in ("unknown", OPERATOR):
            for verb in (people.grant, people.withdraw):
                with pytest.raises(NotFound, match="no such member"):
                    verb(workspace, OPERATOR, NOW, member=nobody, role=Role.READER)
        with pytest.raises(NotFound, match="no such role"):
            people.withdraw(workspace, OPERATOR, NOW, member=yara, role=Role.READER, locale="ar")
        assert grants(workspace, yara) == {Grant(Role.READER)}


def test_the_last_admin_stays(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.ADMIN)
        person(workspace, "Arabic", Role.ADMIN, locale="ar")
        for actor in (chief, OPERATOR):
            with pytest.raises(NotPossible, match="the last admin"):
                people.withdraw(workspace, actor, NOW, member=chief, role=Role.ADMIN)
        second = person(workspace, "Second", Role.ADMIN)
        people.withdraw(workspace, chief, NOW, member=chief, role=Role.ADMIN)
        with pytest.raises(NotPossible):
            people.withdraw(workspace, second, NOW, member=second, role=Role.ADMIN)


def test_a_third_person_vouches(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.ADMIN)
        third = person(workspace, "Third", Role.COORDINATOR)
        yara = guest_of(workspace, chief, "Yara", Role.COORDINATOR)
        assert bound(workspace, chief) == {yara}
        for one_of_them in (chief, yara):
            with pytest.raises(NotPossible, match="a third person"):
                people.vouch(workspace, one_of_them, NOW, member=yara)
        assert bound(workspace, chief) == {yara}
        for _ in range(2):
            people.vouch(workspace, third, NOW, member=yara)
        assert bound(workspace, chief) == bound(workspace, yara) == set()
        assert people.me(workspace, yara, NOW).vouched
        with workspace.store.reading() as db:
            done = [(each.actor, each.target) for each in audit.acts(db)][-1]
        assert done == (third, f"member:{yara}")


def test_a_second_account_vouches_for_nobody(tmp_path: Path) -> None:
    """Whoever invites himself as a coordinator gains nothing by it."""
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.ADMIN)
        double = guest_of(workspace, chief, "Double", Role.COORDINATOR)
        guest = guest_of(workspace, chief, "Guest")
        of_double = guest_of(workspace, double, "Third")
        for actor, whom in ((double, guest), (chief, of_double), (double, of_double)):
            with pytest.raises(NotPossible):
                people.vouch(workspace, actor, NOW, member=whom)
        linked = person(workspace, "Linked", Role.COORDINATOR)
        people.issue_link(workspace, chief, NOW, member=linked)
        with pytest.raises(NotPossible):
            people.vouch(workspace, linked, NOW, member=guest)
        people.vouch(workspace, OPERATOR, NOW, member=double)
        people.vouch(workspace, double, NOW, member=guest)
        assert bound(workspace, guest) == set()


def test_a_chain_of_accounts_vouches_for_none_of_them(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.ADMIN)
        chain = [chief]
        for name in ("First", "Second", "Third"):
            chain.append(guest_of(workspace, chain[-1], name, Role.COORDINATOR))
        side = guest_of(workspace, chain[1], "Side", Role.COORDINATOR)
        for actor in (*chain, side):
            for whom in (*chain[1:], side):
                with pytest.raises(NotPossible, match="a third person"):
                    people.vouch(workspace, actor, NOW, member=whom)
        assert bound(workspace, chief) == {*chain[1:], side}
        people.vouch(workspace, person(workspace, "Else", Role.ADMIN), NOW, member=chain[2])
        assert bound(workspace, chief) == {chain[1], side}


def test_nobody_needs_to_vouch_for_guests_of_the_operator(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = guest_of(workspace, OPERATOR, "Yara")
        assert people.me(workspace, yara, NOW).invited_by is None
        with pytest.raises(NotPossible, match="Nobody needs to vouch"):
            people.vouch(workspace, OPERATOR, NOW, member=yara)
        with pytest.raises(NotFound):
            people.vouch(workspace, OPERATOR, NOW, member="unknown")


def test_former_members_are_not_listed(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara", Role.READER)
        with workspace.store.writing() as db:
            db.execute(update(member).where(member.c.id == yara).values(status="former"))
        assert people.members(workspace, OPERATOR, NOW) == ()
