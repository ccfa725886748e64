"""Workspaces with live work in them, made without a word of ceremony."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert

from workflow.access import Role
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.ids import digest_of, key_digest, new_id
from workflow.store.schema import (
    document,
    member,
    place,
    role_grant,
    source_revision,
    source_text,
    unit,
)

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@contextmanager
def live(folder: Path) -> Iterator[Workspace]:
    """Give an empty workspace with its store, closed at the end."""
    (folder / "sources").mkdir(parents=True, exist_ok=True)
    with Workspace(folder) as workspace:
        yield workspace


def person(
    workspace: Workspace,
    name: str,
    role: Role | None = None,
    *,
    document: str = "",
    locale: str = "",
) -> str:
    """Let somebody in, straight into the tables; give the id."""
    with workspace.store.writing() as db:
        made = new_id(NOW)
        db.execute(insert(member), {"id": made, "name": name, "skeleton": name.casefold()})
        if role is not None:
            _give(db, made, role, document, locale)
    return made


def give(
    workspace: Workspace, who: str, role: Role, *, document: str = "", locale: str = ""
) -> None:
    """Give somebody a role more."""
    with workspace.store.writing() as db:
        _give(db, who, role, document, locale)


def _give(db: Db, who: str, role: Role, document_id: str, locale: str) -> None:
    row = {
        "id": new_id(NOW),
        "member": who,
        "role": int(role),
        "document": document_id,
        "locale": locale,
        "given_by": "operator",
        "given": NOW,
    }
    db.execute(insert(role_grant), row)


def put_document(
    workspace: Workspace, texts: Iterable[str], name: str = "letter", locale: str = "en"
) -> tuple[str, list[str]]:
    """Put a document of paragraphs straight into the tables; give its id and those of its units.

    For tests of what happens to translations; whoever tests documents adds one as people do.
    """
    texts = list(texts)
    data = "\n\n".join(texts).encode()
    doc, revision = new_id(NOW), new_id(NOW)
    ids = [new_id(NOW) for _ in texts]
    with workspace.store.writing() as db:
        db.execute(
            insert(document),
            {
                "id": doc,
                "name": name,
                "format": "plaintext",
                "suffix": ".txt",
                "source_locale": locale,
                "revision": revision,
                "created": NOW,
            },
        )
        db.execute(
            insert(source_revision),
            {
                "id": revision,
                "document": doc,
                "number": 1,
                "digest": digest_of(data.decode()),
                "data": data,
                "segmentation": "1",
                "status": "released",
                "origin": "person",
                "author": "operator",
                "created": NOW,
                "released": NOW,
            },
        )
        rows = list(enumerate(zip(ids, texts, strict=True)))
        db.execute(
            insert(unit),
            [
                {
                    "id": each,
                    "document": doc,
                    "number": number,
                    "source": source,
                    "key_digest": key_digest(source, ""),
                    "source_digest": digest_of(source),
                    "position": number,
                    "words": len(source.split()),
                }
                for number, (each, source) in rows
            ],
        )
        db.execute(
            insert(source_text),
            [
                {"unit": each, "digest": digest_of(source), "source": source, "since": 1}
                for _, (each, source) in rows
            ],
        )
        db.execute(
            insert(place),
            [
                {
                    "source_revision": revision,
                    "number": number,
                    "unit": each,
                    "kind": "paragraph",
                    "level": 0,
                    "depth": 0,
                    "line": 2 * number + 1,
                    "block": number,
                    "position": 0,
                    "size": 0,
                }
                for number, (each, _) in rows
            ],
        )
    return doc, ids
