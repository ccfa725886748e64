"""Members: names that are told apart, roles that hold, and nothing left of who leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update

from tests.live import NOW, live, person, put_document
from workflow.access import Role
from workflow.errors import NameTaken
from workflow.services.translation import save
from workflow.services.workspace import Workspace
from workflow.store import members
from workflow.store.drafts import Draft, put
from workflow.store.listing import names
from workflow.store.members import HeldRole, Person
from workflow.store.schema import draft, member, return_link, role_grant, session
from workflow.store.sessions import begin_session, put_link

YARA = Person("1", "Yara", "active", "", "", "2026-03-14", "", "")


def test_a_day_begins_in_utc() -> None:
    late = datetime(2026, 3, 15, 1, 30, tzinfo=timezone(timedelta(hours=2)))
    assert members.day_of(late) == datetime(2026, 3, 14, tzinfo=UTC)


def test_a_name_that_looks_like_another_is_taken(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        members.add_member(db, YARA, "yara")
        with pytest.raises(NameTaken, match="'Υara' is taken"):
            members.add_member(db, replace(YARA, id="2", name="Υara"), "yara")
        members.add_member(db, replace(YARA, id="2", name="Samar"), "samar")
        with pytest.raises(NameTaken):
            members.rename(db, "2", "YARA", "yara")
        members.rename(db, "2", "Ana", "ana")
        members.rename(db, "1", "yara", "yara")
        assert names(db, ["1", "2", "3"]) == {"1": "yara", "2": "Ana"}
        assert [members.looking_like(db, each) for each in ("ana", "samar")] == ["2", ""]


def test_who_wants_to_be_thanked_is_known_by_id(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        members.add_member(db, replace(YARA, credit="Dr. Y."), "yara")
        members.add_member(db, replace(YARA, id="2", name="Ana"), "ana")
        assert members.thanked(db) == {"1": "Dr. Y."}
        members.erase_member(db, "1")
        assert members.thanked(db) == {}


def test_a_role_is_said_as_in_the_list_of_acts() -> None:
    assert HeldRole("1", Role.REVIEWER, "", "fr").said == "reviewer * fr"
    assert HeldRole("1", Role.ADMIN, "d", "").said == "admin d *"


def test_members_are_those_who_are_here(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        members.add_member(db, YARA, "yara")
        members.add_member(db, replace(YARA, id="2", name="Ana"), "ana")
        members.set_preferences(db, "1", "Y. K.", "ar")
        members.set_vouched(db, "1", "operator")
        stored = replace(YARA, credit="Y. K.", interface_locale="ar", vouched_by="operator")
        assert members.active_member(db, "1") == stored
        assert [each.name for each in members.active_members(db)] == ["Ana", "Yara"]
        members.erase_member(db, "1")
        assert members.active_member(db, "1") is None
        assert members.active_member(db, "operator") is None
        assert [each.name for each in members.active_members(db)] == ["Ana"]


def test_roles_are_given_once_and_taken_as_given(tmp_path: Path) -> None:
    with live(tmp_path) as workspace, workspace.store.writing() as db:
        members.add_member(db, YARA, "yara")
        arabic = HeldRole("1", Role.TRANSLATOR, "", "ar")
        for _ in range(2):
            members.put_role(db, arabic, "operator", NOW)
        members.put_role(db, replace(arabic, role=Role.REVIEWER), "operator", NOW)
        assert members.held_roles(db, NOW) == (replace(arabic, role=Role.REVIEWER), arabic)
        assert members.held_roles(db, NOW, "2") == ()
        assert not members.take_role(db, replace(arabic, locale="fr"))
        assert members.take_role(db, arabic)
        assert not members.take_role(db, arabic)
        given = db.execute(select(role_grant.c.given)).scalars().all()
        assert given == [datetime(2026, 3, 14, tzinfo=UTC)]


def test_admins_are_those_of_everything_for_good(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        chief = person(workspace, "Chief", Role.ADMIN)
        person(workspace, "Arabic", Role.ADMIN, locale="ar")
        person(workspace, "Coordinator", Role.COORDINATOR)
        gone = person(workspace, "Gone", Role.ADMIN)
        past = person(workspace, "Past", Role.ADMIN)
        with workspace.store.writing() as db:
            members.erase_member(db, gone)
            his = role_grant.c.member == past
            db.execute(update(role_grant).where(his).values(until=NOW))
            assert members.admins(db, NOW) == {chief}


def test_the_last_day_is_that_of_a_visit_or_of_a_deed(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        _, (unit,) = put_document(workspace, ["A text."])
        yara = person(workspace, "Yara", Role.TRANSLATOR)
        ana = person(workspace, "Ana")
        with workspace.store.writing() as db:
            for each in (yara, ana):
                begin_session(db, each, each, NOW)
        later = NOW + timedelta(days=2)
        save(workspace, yara, later, unit=unit, locale="fr", text="Un texte.", seen=0, token="t")
        with workspace.store.reading() as db:
            days = {ana: date(2026, 3, 14), yara: date(2026, 3, 16)}
            assert members.last_active(db) == days


def everything_of(workspace: Workspace, who: str, unit: str) -> None:
    """Give a member one row in every table that knows members."""
    with workspace.store.writing() as db:
        put(db, Draft(who, unit, "fr", "un brouillon", 0, "", NOW))
        begin_session(db, who, "session", NOW)
        put_link(db, who, "link", who, NOW)
        values = {"credit": "Y. K.", "interface_locale": "ar", "joined": "2026-03-14"}
        values |= {"invited_by": "operator", "vouched_by": "operator"}
        db.execute(update(member).where(member.c.id == who).values(values))


def test_erasing_leaves_a_tombstone(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        _, (unit,) = put_document(workspace, ["A text."])
        yara, other = (person(workspace, name, Role.TRANSLATOR) for name in ("Yara", "Other"))
        everything_of(workspace, yara, unit)
        with workspace.store.writing() as db:
            db.execute(insert(draft), {**_draft(other, unit)})
            assert members.erase_member(db, yara)
            row = db.execute(select(member).where(member.c.id == yara)).one()
            assert tuple(row) == (yara, "", None, "former", "", "", "", "", "operator")
            for table in (draft, session, return_link, role_grant):
                owners = set(db.execute(select(table.c.member)).scalars())
                assert owners <= {other}
            assert db.execute(select(draft.c.member)).scalars().all() == [other]


def test_of_a_link_that_another_made_stays_who_did(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            for digest, by in (("a", "other"), ("b", "other"), ("c", yara)):
                put_link(db, yara, digest, by, NOW)
            for each in (yara, yara):
                members.erase_member(db, each)
            rows = db.execute(select(return_link)).all()
            assert [(row.member, row.issued_by, row.used) for row in rows] == [
                (yara, "other", None)
            ] * 2
            assert all(row.digest == f"erased {row.id}" and row.revoked for row in rows)


@pytest.mark.parametrize("is_revoked", [True, False])
def test_a_link_that_was_in_use_when_its_owner_left_is_never_revoked(
    tmp_path: Path, is_revoked: bool
) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            put_link(db, yara, "a", "other", NOW)
            link = db.execute(select(return_link.c.id)).scalar_one()
            if is_revoked:
                begin_session(db, yara, "s", NOW, link)
                put_link(db, yara, "own", yara, NOW)
            for each in (yara, yara):
                members.erase_member(db, each)
            assert db.execute(select(return_link.c.id, return_link.c.revoked)).all() == [
                (link, None)
            ]


def _draft(who: str, unit: str) -> dict[str, object]:
    row = {"member": who, "unit": unit, "locale": "fr", "text": "", "seen": 0}
    return {**row, "source_digest": "", "at": NOW}


def test_erasing_twice_or_nobody_does_nothing(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            erased = [members.erase_member(db, each) for each in (yara, yara, "x", "operator")]
            assert erased == [True, False, False, False]
            assert names(db, ["operator"]) == {"operator": "operator"}
