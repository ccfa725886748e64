"""The tables: what is kept of documents, translations and people.

Ids are UUIDv7 texts, moments are UTC. Histories (`revision`, `audit`) can only be added to: the
database itself refuses to change or delete a row of them. Nothing here holds an e-mail address, a
network address, a browser's name or a token: of tokens there are digests only.
"""

from __future__ import annotations

from sqlalchemy import (
    DDL,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    event,
    text,
)

from workflow.store.columns import Moment

VERSION = 2
"""Of the schema; see `migrations`."""

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _text(name: str, default: str | None = None) -> Column[str]:
    """Make a text column; with a default it may be left out."""
    if default is None:
        return Column(name, Text, nullable=False)
    return Column(name, Text, nullable=False, server_default=default)


def _one_of(name: str, *values: str) -> CheckConstraint:
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{name} IN ({listed})", name=name)


def _id() -> Column[str]:
    return Column("id", Text, primary_key=True)


def _of(table: str, name: str | None = None, **more: bool) -> Column[str]:
    """Make a column that names a row of another table."""
    more = {"nullable": False, **more}
    return Column(name or table, Text, ForeignKey(f"{table}.id"), **more)  # type: ignore[arg-type]


meta = Table(
    "meta",
    METADATA,
    Column("name", Text, primary_key=True),
    _text("value"),
)
"""Facts about the store itself: `schema`, `workspace`, `created`."""

# --- people --------------------------------------------------------------------------------------

member = Table(
    "member",
    METADATA,
    _id(),
    _text("name", ""),
    Column("skeleton", Text, unique=True),  # what the name looks like; NULL for former members
    _text("status", "active"),
    _text("credit", ""),
    _text("interface_locale", ""),
    _text("joined", ""),
    _text("invited_by", ""),
    _text("vouched_by", ""),
    _one_of("status", "active", "builtin", "former"),
)

return_link = Table(
    "return_link",
    METADATA,
    _id(),
    _of("member", index=True),
    Column("digest", Text, nullable=False, unique=True),
    _text("issued_by"),
    Column("issued", Moment, nullable=False),
    Column("used", Moment),
    Column("revoked", Moment),
)

role_grant = Table(
    "role_grant",
    METADATA,
    _id(),
    _of("member", index=True),
    Column("role", Integer, nullable=False),
    _text("document", ""),
    _text("locale", ""),
    _text("given_by"),
    Column("given", Moment, nullable=False),
    Column("until", Moment),
    UniqueConstraint("member", "role", "document", "locale"),
    CheckConstraint("role BETWEEN 1 AND 5", name="role"),
)

invitation = Table(
    "invitation",
    METADATA,
    _id(),
    Column("digest", Text, nullable=False, unique=True),
    Column("role", Integer, nullable=False),
    _text("document", ""),
    _text("locale", ""),
    _text("issued_by"),
    Column("issued", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("used", Moment),
    _text("used_by", ""),
    Column("revoked", Moment),
    CheckConstraint("role BETWEEN 1 AND 5", name="role"),
)

session = Table(
    "session",
    METADATA,
    _id(),
    _of("member", index=True),
    Column("digest", Text, nullable=False, unique=True),
    _text("link", ""),  # id of the return link that it began with
    Column("created", Moment, nullable=False),
    Column("seen", Moment, nullable=False),
    Column("revoked", Moment),
)

# --- documents -----------------------------------------------------------------------------------

document = Table(
    "document",
    METADATA,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    _text("format"),
    _text("suffix"),
    _text("source_locale"),
    _text("status", "active"),
    _text("revision", ""),  # id of the released source revision
    Column("created", Moment, nullable=False),
    _one_of("status", "active", "archived"),
)

source_revision = Table(
    "source_revision",
    METADATA,
    _id(),
    _of("document"),
    Column("number", Integer, nullable=False),
    _text("digest"),
    Column("data", LargeBinary, nullable=False),
    _text("segmentation"),
    _text("status"),
    _text("origin"),
    _text("author"),
    _text("note", ""),
    Column("created", Moment, nullable=False),
    Column("released", Moment),
    UniqueConstraint("document", "number"),
    _one_of("status", "proposed", "released", "discarded"),
    _one_of("origin", "person", "file"),
)
Index(
    "one_proposal_of_a_document",
    source_revision.c.document,
    unique=True,
    sqlite_where=source_revision.c.status == "proposed",
    postgresql_where=source_revision.c.status == "proposed",
)

unit = Table(
    "unit",
    METADATA,
    _id(),
    _of("document"),
    Column("number", Integer, nullable=False),  # in order of creation, never used again
    _text("source"),
    _text("context", ""),
    _text("key_digest"),
    _text("source_digest"),
    _text("note", ""),
    Column("max_length", Integer),
    Column("position", Integer),  # in the released revision, from 0; NULL where it is gone
    Column("words", Integer, nullable=False),
    UniqueConstraint("document", "number"),
)
Index(
    "living_units_of_a_document",
    unit.c.document,
    unit.c.key_digest,
    unique=True,
    sqlite_where=unit.c.position.is_not(None),
    postgresql_where=unit.c.position.is_not(None),
)

source_text = Table(
    "source_text",
    METADATA,
    Column("unit", Text, ForeignKey("unit.id"), primary_key=True),
    Column("digest", Text, primary_key=True),
    _text("source"),
    _text("context", ""),
    Column("since", Integer, nullable=False),  # number of the source revision; 0 where unknown
)
"""Every wording that a unit ever had, so that a translation can be shown with its own."""

place = Table(
    "place",
    METADATA,
    Column("source_revision", Text, ForeignKey("source_revision.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    _of("unit", index=True),
    _text("kind"),
    _text("marker", ""),
    Column("level", Integer, nullable=False),
    Column("depth", Integer, nullable=False),
    _text("section", ""),
    Column("line", Integer, nullable=False),
    Column("block", Integer, nullable=False),  # `Place.group`, a word that SQL needs for itself
    Column("position", Integer, nullable=False),
    Column("size", Integer, nullable=False),
)

# --- translations --------------------------------------------------------------------------------

translation = Table(
    "translation",
    METADATA,
    Column("unit", Text, ForeignKey("unit.id"), primary_key=True),
    Column("locale", Text, primary_key=True),
    _text("text"),
    Column("state", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    _text("source_digest"),
    _text("author"),
    Column("updated", Moment, nullable=False),
    CheckConstraint("state BETWEEN 0 AND 3", name="state"),
    CheckConstraint("version >= 1", name="version"),
)
"""The newest revision of each translation, for reading; the truth is in `revision`."""
STATES = Index(
    "ix_translation_state", translation.c.unit, translation.c.locale, translation.c.state
)
"""So that figures are counted without a look at the texts, which are most of the table."""

revision = Table(
    "revision",
    METADATA,
    _id(),
    Column("unit", Text, ForeignKey("unit.id"), nullable=False),
    _text("locale"),
    Column("version", Integer, nullable=False),
    _text("text"),
    _text("text_digest"),
    _text("words_digest"),  # the same for all texts of the same words; see `ids`
    Column("state", Integer, nullable=False),
    _text("act"),
    _text("author"),  # whose words these are: who wrote them first
    _text("actor"),  # who did it
    _text("origin", ""),
    Column("token", Text, unique=True),
    _text("source_digest"),
    _text("note", ""),
    Column("at", Moment, nullable=False),
    UniqueConstraint("unit", "locale", "version"),
    CheckConstraint("state BETWEEN 0 AND 3", name="state"),
)
Index("ix_revision_words", revision.c.unit, revision.c.locale, revision.c.words_digest)
Index("ix_revision_actor", revision.c.actor, revision.c.at)
Index("ix_revision_at", revision.c.at)

suggestion = Table(
    "suggestion",
    METADATA,
    _id(),
    Column("unit", Text, ForeignKey("unit.id"), nullable=False),
    _text("locale"),
    _text("text"),
    _text("text_digest"),
    _text("words_digest"),
    _text("source_digest"),
    _text("author"),
    _text("origin"),
    Column("base_version", Integer, nullable=False),
    _text("status", "open"),
    _text("reason", ""),
    _text("decided_by", ""),
    Column("at", Moment, nullable=False),
    Column("decided", Moment),
    Column("token", Text, unique=True),
    UniqueConstraint("unit", "locale", "text_digest"),
    _one_of("status", "open", "accepted", "rejected"),
    _one_of("origin", "person", "conflict", "file"),
)

comment = Table(
    "comment",
    METADATA,
    _id(),
    Column("unit", Text, ForeignKey("unit.id"), nullable=False, index=True),
    _text("locale", ""),  # empty: about the source, for everybody
    _text("parent", ""),
    _text("author"),
    _text("kind"),
    _text("text"),
    Column("at", Moment, nullable=False),
    _text("resolved_by", ""),
    Column("resolved", Moment),
    _one_of("kind", "comment", "question", "reason"),
)

draft = Table(
    "draft",
    METADATA,
    Column("member", Text, ForeignKey("member.id"), primary_key=True),
    Column("unit", Text, ForeignKey("unit.id"), primary_key=True),
    Column("locale", Text, primary_key=True),
    _text("text"),
    Column("seen", Integer, nullable=False),
    _text("source_digest"),
    Column("at", Moment, nullable=False),
)

# --- exchange with files -------------------------------------------------------------------------

catalog = Table(
    "catalog",
    METADATA,
    Column("document", Text, ForeignKey("document.id"), primary_key=True),
    Column("locale", Text, primary_key=True),
    _text("comments", ""),  # lines above the header
    _text("digest", ""),  # of the file as it was last written or wholly taken
)

sync_base = Table(
    "sync_base",
    METADATA,
    Column("unit", Text, ForeignKey("unit.id"), primary_key=True),
    Column("locale", Text, primary_key=True),
    _text("text"),
    Column("state", Integer, nullable=False),
    _text("source_digest"),
    _text("comments", ""),  # translators' lines in the file
    Column("version", Integer, nullable=False),
)
"""What a catalog said at the last finished exchange, unit by unit."""

sync_run = Table(
    "sync_run",
    METADATA,
    _id(),
    _of("document", index=True),
    _text("locale"),
    _text("actor"),
    _text("before"),
    _text("after"),
    _text("report"),
    Column("at", Moment, nullable=False),
)

# --- what was done -------------------------------------------------------------------------------

audit = Table(
    "audit",
    METADATA,
    Column("n", Integer, primary_key=True),
    Column("at", Moment, nullable=False),  # to the minute
    _text("actor"),
    _text("action"),
    _text("target"),
    _text("detail", ""),
    _text("previous"),
    _text("hash"),
)
"""Every act, each row bound to the one before it by its hash."""

APPEND_ONLY = (revision, audit)


def _ddl(statement: str) -> DDL:
    return DDL(statement)  # type: ignore[no-untyped-call]


def _seal(table: Table) -> None:
    """Let the database refuse to change or delete a row."""
    refused = f"{table.name} can only be added to"
    for action in ("UPDATE", "DELETE"):
        name = f"{table.name}_no_{action.lower()}"
        sqlite = (
            f"CREATE TRIGGER {name} BEFORE {action} ON {table.name} "
            f"BEGIN SELECT RAISE(ABORT, '{refused}'); END"
        )
        event.listen(table, "after_create", _ddl(sqlite).execute_if(dialect="sqlite"))
    function = (
        f"CREATE FUNCTION {table.name}_is_sealed() RETURNS trigger AS $$ "
        f"BEGIN RAISE EXCEPTION '{refused}' USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$ LANGUAGE plpgsql"
    )
    trigger = (  # for each statement: TRUNCATE, which SQLite does not know, touches no row
        f"CREATE TRIGGER {table.name}_is_sealed BEFORE UPDATE OR DELETE OR TRUNCATE "
        f"ON {table.name} FOR EACH STATEMENT EXECUTE FUNCTION {table.name}_is_sealed()"
    )
    for statement in (function, trigger):
        event.listen(table, "after_create", _ddl(statement).execute_if(dialect="postgresql"))


for _table in APPEND_ONLY:
    _seal(_table)

_BUILTIN = text(
    "INSERT INTO member (id, name, skeleton, status) VALUES ('operator', 'operator', 'operator', "
    "'builtin')"
)


@event.listens_for(member, "after_create")
def _add_operator(_table: Table, connection: object, **_options: object) -> None:
    connection.execute(_BUILTIN)  # type: ignore[attr-defined]
