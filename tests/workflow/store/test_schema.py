"""What the database itself refuses, rule by rule, on a store as it is really made."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    insert,
    select,
)
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.live import NOW
from workflow.store import Db, Store, open_store
from workflow.store.columns import Moment
from workflow.store.schema import APPEND_ONLY, METADATA, audit, member, revision, source_revision
from workflow.store.schema import unit as units

RULES = set(
    """
    ck_comment_kind ck_document_status ck_invitation_role ck_member_status ck_revision_state
    ck_role_grant_role ck_source_revision_origin ck_source_revision_status ck_suggestion_origin
    ck_suggestion_status ck_translation_state ck_translation_version
    fk_comment_unit fk_catalog_document fk_draft_member fk_draft_unit fk_place_source_revision
    fk_place_unit fk_return_link_member fk_revision_unit fk_role_grant_member fk_session_member
    fk_source_revision_document fk_source_text_unit fk_suggestion_unit fk_sync_base_unit
    fk_sync_run_document fk_translation_unit fk_unit_document
    living_units_of_a_document one_proposal_of_a_document
    pk_audit pk_catalog pk_comment pk_document pk_draft pk_invitation pk_member pk_meta pk_place
    pk_return_link pk_revision pk_role_grant pk_session pk_source_revision pk_source_text
    pk_suggestion pk_sync_base pk_sync_run pk_translation pk_unit
    uq_document_name uq_invitation_digest uq_member_skeleton uq_return_link_digest
    uq_revision_token uq_revision_unit_locale_version uq_role_grant_member_role_document_locale
    uq_session_digest uq_source_revision_document_number uq_suggestion_token
    uq_suggestion_unit_locale_text_digest uq_unit_document_number
    """.split()  # noqa: SIM905 - sixty names
)
"""Every rule by its name: whoever drops one has to say so here."""

SERIAL = count(1000)


def rules_of(table: Table) -> list[Any]:
    unique = [each for each in table.indexes if each.unique]
    return sorted([*table.constraints, *unique], key=lambda each: str(each.name))


ALL_RULES = [each for table in METADATA.sorted_tables for each in rules_of(table)]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/store.db", NOW)
    yield opened
    opened.close()


@pytest.fixture
def db(store: Store) -> Iterator[Db]:
    with store.writing() as opened:
        yield opened


def allowed(column: Column[Any]) -> str | int:
    """Give a value that the checks of a column let through, or a new one."""
    assert isinstance(column.table, Table)
    for each in checks(column.table):
        if names_of(each) == {column.name}:
            listed = re.findall(r"'(\w+)'", str(each.sqltext))
            return listed[-1] if listed else 1
    return next(SERIAL)


def checks(table: Table) -> list[CheckConstraint]:
    return [each for each in rules_of(table) if isinstance(each, CheckConstraint)]


def names_of(check: CheckConstraint) -> set[str]:
    assert isinstance(check.table, Table)
    words = re.sub("'.*?'", "", str(check.sqltext))
    return {each for each in re.findall(r"\w+", words) if each in check.table.c}


def row_of(db: Db, table: Table) -> dict[str, Any]:
    """Make a row that is like no other and breaks no rule; the rows that it names are put in."""
    row: dict[str, Any] = {}
    for column in table.columns:
        if column.foreign_keys:
            other = next(iter(column.foreign_keys)).column
            named = row_of(db, other.table)
            db.execute(insert(other.table), named)
            row[column.name] = named[other.name]
        elif isinstance(column.type, Moment):
            row[column.name] = NOW
        elif isinstance(column.type, LargeBinary):
            row[column.name] = b""
        else:
            value = allowed(column)
            row[column.name] = value if isinstance(column.type, Integer) else str(value)
    return row


def refuses(db: Db, table: Table, row: dict[str, Any]) -> str:
    with pytest.raises(IntegrityError) as caught, db.begin_nested():
        db.execute(insert(table), row)
    return str(caught.value.orig)


def test_every_rule_is_there_and_no_other() -> None:
    assert {str(each.name) for each in ALL_RULES} == RULES


@pytest.mark.parametrize("table", METADATA.sorted_tables, ids=str)
def test_a_row_that_breaks_no_rule_is_taken(db: Db, table: Table) -> None:
    for _ in range(2):
        db.execute(insert(table), row_of(db, table))


BITES = [
    each for each in ALL_RULES if isinstance(each, UniqueConstraint | PrimaryKeyConstraint | Index)
]


@pytest.mark.parametrize("rule", BITES, ids=lambda each: str(each.name))
def test_what_is_unique_cannot_be_there_twice(db: Db, rule: Any) -> None:
    table = rule.table
    first, second = row_of(db, table), row_of(db, table)
    if rule.name == "one_proposal_of_a_document":
        first["status"] = second["status"] = "proposed"
    db.execute(insert(table), first)
    for column in rule.columns:
        second[column.name] = first[column.name]
    said = refuses(db, table, second)
    assert "UNIQUE" in said
    assert {f"{table.name}.{column.name}" for column in rule.columns} == set(
        re.findall(rf"{table.name}\.\w+", said)
    )
    last = list(rule.columns)[-1]
    third = {**second, last.name: row_of(db, table)[last.name]}
    db.execute(insert(table), third)  # one of the columns differs, so it is another one


@pytest.mark.parametrize(
    "rule", [each for table in METADATA.sorted_tables for each in checks(table)],
    ids=lambda each: str(each.name),
)  # fmt: skip
def test_a_value_out_of_range_is_refused(db: Db, rule: CheckConstraint) -> None:
    table, (name,) = rule.table, names_of(rule)
    assert isinstance(table, Table)
    text = str(rule.sqltext)
    listed = re.findall(r"'(\w+)'", text)
    low, high = [*re.findall(r"\d+", text), None][:2] if not listed else (None, None)
    bad: list[Any] = ["", "nonsense", *(each.upper() for each in listed)]
    good: list[Any] = listed
    if low is not None:
        bad = [int(low) - 1, -1, *([int(high) + 1] if high else [])]
        good = [int(low), int(high or 1_000_000)]
    for value in bad:
        assert str(rule.name) in refuses(db, table, {**row_of(db, table), name: value})
    for value in good:
        db.execute(insert(table), {**row_of(db, table), name: value})


LINKS = [
    (table, column)
    for table in METADATA.sorted_tables
    for column in table.columns
    if column.foreign_keys
]


@pytest.mark.parametrize(("table", "column"), LINKS, ids=str)
def test_a_row_must_name_a_row_that_is_there(db: Db, table: Table, column: Column[Any]) -> None:
    assert "FOREIGN KEY" in refuses(db, table, {**row_of(db, table), column.name: "nobody"})


NEEDED = [
    (table, column)
    for table in METADATA.sorted_tables
    for column in table.columns
    if not column.nullable and not (column.primary_key and isinstance(column.type, Integer))
]


@pytest.mark.parametrize(("table", "column"), NEEDED, ids=str)
def test_what_is_needed_cannot_be_missing(db: Db, table: Table, column: Column[Any]) -> None:
    said = refuses(db, table, {**row_of(db, table), column.name: None})
    assert f"NOT NULL constraint failed: {table.name}.{column.name}" in said


def test_what_may_be_missing_is_said() -> None:
    empty = {
        f"{table.name}.{column.name}"
        for table in METADATA.sorted_tables
        for column in table.columns
        if column.nullable
    }
    assert empty == {
        "comment.resolved", "invitation.revoked", "invitation.used", "member.skeleton",
        "return_link.revoked", "return_link.used", "revision.token", "role_grant.until",
        "session.revoked", "source_revision.released", "suggestion.decided", "suggestion.token",
        "unit.max_length", "unit.position",
    }  # fmt: skip


# --- rules that are for some rows only -----------------------------------------------------------


def test_a_document_has_many_revisions_and_one_proposal(db: Db) -> None:
    first = row_of(db, source_revision)
    for status in ("released", "released", "discarded", "discarded", "proposed"):
        row = {**row_of(db, source_revision), "document": first["document"], "status": status}
        db.execute(insert(source_revision), row)
    again = {**row_of(db, source_revision), "document": first["document"], "status": "proposed"}
    assert "UNIQUE" in refuses(db, source_revision, again)


def test_a_unit_that_is_gone_is_in_nobodys_way(db: Db) -> None:
    living = row_of(db, units)
    same = {"document": living["document"], "key_digest": living["key_digest"]}
    for _ in range(2):
        db.execute(insert(units), {**row_of(db, units), **same, "position": None})
    db.execute(insert(units), living)
    assert "UNIQUE" in refuses(db, units, {**row_of(db, units), **same})


def test_former_members_are_all_called_nothing(db: Db) -> None:
    for _ in range(2):
        db.execute(insert(member), {**row_of(db, member), "skeleton": None, "status": "former"})


# --- histories -----------------------------------------------------------------------------------


def test_histories_are_named() -> None:
    assert (revision, audit) == APPEND_ONLY


@pytest.mark.parametrize("table", APPEND_ONLY, ids=str)
def test_a_history_can_only_be_added_to(db: Db, table: Table) -> None:
    db.execute(insert(table), row_of(db, table))
    before = db.execute(select(table)).all()
    key = next(iter(table.primary_key))
    for column in table.columns:
        with pytest.raises(DBAPIError, match="can only be added to"), db.begin_nested():
            db.execute(table.update().values({column.name: column}))
    with pytest.raises(DBAPIError, match="can only be added to"), db.begin_nested():
        db.execute(table.delete().where(key == before[0][0]))
    assert db.execute(select(table)).all() == before


def test_a_history_cannot_be_replaced_by_an_insert(db: Db) -> None:
    row = row_of(db, revision)
    db.execute(insert(revision), row)
    with pytest.raises(DBAPIError, match="can only be added to"), db.begin_nested():
        db.execute(insert(revision).prefix_with("OR REPLACE"), {**row, "text": "other"})
    assert db.execute(select(revision.c.text)).scalars().all() == [row["text"]]


# --- what is not kept ----------------------------------------------------------------------------

_TELLS = re.compile(r"mail|(^|_)ip($|_)|addr|agent|browser|phone|password|token_|host|referr")


def test_no_column_tells_where_somebody_is() -> None:
    columns = [column.name for table in METADATA.sorted_tables for column in table.columns]
    assert [name for name in columns if _TELLS.search(name)] == []
    assert all(_TELLS.search(name) for name in ("email", "ip", "ip_hash", "user_agent", "address"))


def test_of_links_there_are_digests_only() -> None:
    for name in ("return_link", "invitation", "session"):
        columns = set(METADATA.tables[name].columns.keys())
        assert "digest" in columns
        assert not columns & {"token", "secret", "value"}


def test_commands_are_a_member_from_the_first_moment(db: Db) -> None:
    found = db.execute(select(member.c.id, member.c.status)).all()
    assert found == [("operator", "builtin")]
