"""All that is stored about one member, for himself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Table, or_, select

from workflow.store.columns import Moment
from workflow.store.engine import Db
from workflow.store.schema import (
    audit,
    comment,
    draft,
    invitation,
    member,
    return_link,
    revision,
    role_grant,
    session,
    source_revision,
    suggestion,
    sync_run,
    translation,
)

NAMES_A_MEMBER: Mapping[Table, tuple[str, ...]] = {
    member: ("id", "invited_by", "vouched_by"),
    role_grant: ("member", "given_by"),
    return_link: ("member", "issued_by"),
    session: ("member",),
    invitation: ("issued_by", "used_by"),
    draft: ("member",),
    translation: ("author",),
    revision: ("author", "actor"),
    suggestion: ("author", "decided_by"),
    comment: ("author", "resolved_by"),
    source_revision: ("author",),
    sync_run: ("actor",),
    audit: ("actor", "target", "detail"),
}
"""The columns in which a member's id can stand."""
_SECRET = {"digest", "token", "data", "hash", "previous", "text_digest", "words_digest"}
"""What opens a door, and what only machines read."""
_OF_OTHERS = ("id", "invited_by", "vouched_by")


def all_about(db: Db, person: str) -> dict[str, list[dict[str, object]]]:
    """Give every row in which a member stands, by the name of the table, ready for JSON.

    Of tokens there are not even the digests. Of a member whom he let in, or vouched for, there is
    the id only.
    """
    return {table.name: _rows(db, table, person) for table in NAMES_A_MEMBER}


def _rows(db: Db, table: Table, person: str) -> list[dict[str, object]]:
    names = NAMES_A_MEMBER[table]
    if table is audit:
        mine = or_(*(table.c[name].contains(person) for name in names))
    else:
        mine = or_(*(table.c[name] == person for name in names))
    columns = [column for column in table.c if column.name not in _SECRET]
    found = db.execute(select(*columns).where(mine).order_by(*table.primary_key.columns))
    rows = [
        {
            column.name: _plain(value) if isinstance(column.type, Moment) else value
            for column, value in zip(columns, row, strict=True)
        }
        for row in found
    ]
    if table is member:
        return [row if row["id"] == person else _of_another(row) for row in rows]
    return rows


def _of_another(row: Mapping[str, object]) -> dict[str, object]:
    return {name: row[name] for name in _OF_OTHERS}


def _plain(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
