"""What is stored about one member is all of it, and no secret is among it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Integer, LargeBinary, Text, insert, or_, select

from tests.live import NOW, live, person, put_document
from workflow.access import Role
from workflow.store import Db, audit
from workflow.store.columns import Moment
from workflow.store.ids import new_id
from workflow.store.personal import NAMES_A_MEMBER, all_about
from workflow.store.schema import METADATA
from workflow.store.sessions import begin_session, put_link


def columns_with(db: Db, needle: str) -> set[tuple[str, str]]:
    """Find a text in all columns of all tables, whatever anybody says about them."""
    found = set()
    for table in METADATA.sorted_tables:
        for column in table.c:
            if isinstance(column.type, Text):
                rows = db.execute(select(column).where(column.contains(needle))).first()
                found |= {(table.name, column.name)} if rows else set()
    return found


def value_for(column: Column[Any]) -> object:
    """Make something that a column takes."""
    if isinstance(column.type, Moment):
        return NOW
    if isinstance(column.type, LargeBinary):
        return b"secret data"
    if isinstance(column.type, Integer):
        return 2
    choices = {"status": "discarded", "origin": "person", "kind": "comment", "locale": "fr"}
    return choices.get(column.name) or f"{column.name} {new_id(NOW)}"


def fill(db: Db, document: str, unit: str, who: str) -> None:
    """Put a member into every column that can name one."""
    known = {"unit": unit, "document": document}
    for table, names in NAMES_A_MEMBER.items():
        if table.name == "audit":
            audit.record(db, NOW, who, "people.grant", f"member:{who}", who)
            continue
        row = {each.name: value_for(each) for each in table.c if not each.server_default}
        row |= {
            each.name: known[each.name]
            for each in table.c
            if each.foreign_keys and each.name in known
        }
        row |= dict.fromkeys(set(names) - ({"id"} if table.name == "member" else set()), who)
        if table.name == "member":
            row["name"] = "Guest"
        db.execute(insert(table), row)


def test_every_column_that_names_a_member_is_listed(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, (unit,) = put_document(workspace, ["A text."])
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            fill(db, document, unit, yara)
            listed = {
                (table.name, name) for table, names in NAMES_A_MEMBER.items() for name in names
            }
            assert columns_with(db, yara) == listed


def test_all_rows_are_given_as_json_without_secrets(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, (unit,) = put_document(workspace, ["A text."])
        yara = person(workspace, "Yara")
        with workspace.store.writing() as db:
            fill(db, document, unit, yara)
            begin_session(db, yara, "digest of a cookie", NOW)
            put_link(db, yara, "digest of a link", yara, NOW)
            found = all_about(db, yara)
            for table, names in NAMES_A_MEMBER.items():
                mine = or_(*(table.c[name].contains(yara) for name in names))
                rows = db.execute(select(table).where(mine)).all()
                assert len(rows) == len(found[table.name]) >= 1, table.name
    said = json.dumps(found)
    assert "Yara" in said
    for secret in ("digest of a", "secret data", "Guest"):
        assert secret not in said


def test_nobody_elses_rows_are_given(tmp_path: Path) -> None:
    with live(tmp_path) as workspace:
        document, (unit,) = put_document(workspace, ["A text."])
        yara, other = person(workspace, "Yara"), person(workspace, "Other", Role.ADMIN)
        with workspace.store.writing() as db:
            fill(db, document, unit, other)
            found = all_about(db, yara)
    assert found.pop("member")[0]["id"] == yara
    assert {name for name, rows in found.items() if rows} == set()
