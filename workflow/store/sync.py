"""What catalogs and store last agreed on, and what an exchange writes all at once.

A catalog has up to a hundred thousand entries, so nothing here asks once for each of them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, func, insert, select, update

from workflow.model import State, UnitKey
from workflow.review import Act
from workflow.store.documents import (
    StoredDocument,
    StoredRevision,
    document_named,
    revision_by_id,
)
from workflow.store.engine import Db
from workflow.store.ids import digest_of, key_digest, new_id, words_digest
from workflow.store.schema import (
    catalog,
    revision,
    source_revision,
    source_text,
    suggestion,
    sync_base,
    sync_run,
    translation,
    unit,
)
from workflow.store.schema import document as document_table
from workflow.store.translations import Written

WITHDRAWN = "withdrawn with its file"
"""Note of a proposal that was discarded because its file went back to the released text, or because
a person's took its place: nobody decided on it."""


@dataclass(frozen=True, slots=True)
class Base:
    """What a catalog said of one unit when it was last read or written."""

    unit: str
    text: str
    state: State
    source_digest: str
    """Of the source text that it was a translation of."""
    comments: str
    """Translators' lines, one a line."""
    version: int
    """Of the translation at that time; later revisions are what the store has said since."""


@dataclass(frozen=True, slots=True)
class StoredCatalog:
    """What is known of a catalog as a whole."""

    comments: str = ""
    """The lines above its header."""
    digest: str = ""
    """SHA-256 of the file as it was last written; empty where it never was."""


def catalog_of(db: Db, document: str, locale: str) -> StoredCatalog:
    """Say what is known of a catalog."""
    row = db.execute(
        select(catalog.c.comments, catalog.c.digest).where(
            catalog.c.document == document, catalog.c.locale == locale
        )
    ).first()
    return StoredCatalog(*row) if row else StoredCatalog()


def put_catalog(db: Db, document: str, locale: str, new: StoredCatalog) -> None:
    """Remember what a catalog is as a whole."""
    same = (catalog.c.document == document, catalog.c.locale == locale)
    if not db.execute(update(catalog).where(*same).values(asdict(new))).rowcount:
        names = {"document": document, "locale": locale}
        db.execute(insert(catalog), {**names, **asdict(new)})


def bases_of(db: Db, document: str, locale: str) -> dict[str, Base]:
    """Give the bases of a catalog, by unit id."""
    rows = db.execute(
        select(
            sync_base.c.unit,
            sync_base.c.text,
            sync_base.c.state,
            sync_base.c.source_digest,
            sync_base.c.comments,
            sync_base.c.version,
        )
        .join(unit, unit.c.id == sync_base.c.unit)
        .where(unit.c.document == document, sync_base.c.locale == locale)
    )
    return {
        each: Base(each, text, State(state), digest, comments, version)
        for each, text, state, digest, comments, version in rows
    }


def put_bases(db: Db, locale: str, new: Sequence[Base], there: Iterable[str]) -> None:
    """Move bases; `there` are the ids of units that have one."""
    known = set(there)
    rows = [{**asdict(each), "state": int(each.state), "locale": locale} for each in new]
    if fresh := [row for row in rows if row["unit"] not in known]:
        db.execute(insert(sync_base), fresh)
    changed = [
        {f"b_{name}": value for name, value in row.items()} for row in rows if row["unit"] in known
    ]
    if changed:
        names = ("text", "state", "source_digest", "comments", "version")
        values: dict[str, object] = {name: bindparam(f"b_{name}") for name in names}
        same = and_(
            sync_base.c.unit == bindparam("b_unit"), sync_base.c.locale == bindparam("b_locale")
        )
        db.execute(update(sync_base).where(same).values(values), changed)


def since_bases(db: Db, document: str, locale: str) -> Mapping[str, set[tuple[str, State]]]:
    """Give what the store has said since the bases, by unit id: texts and states."""
    base = and_(sync_base.c.unit == revision.c.unit, sync_base.c.locale == revision.c.locale)
    rows = db.execute(
        select(revision.c.unit, revision.c.text, revision.c.state)
        .join(unit, unit.c.id == revision.c.unit)
        .outerjoin(sync_base, base)
        .where(
            unit.c.document == document,
            revision.c.locale == locale,
            revision.c.version > func.coalesce(sync_base.c.version, 0),
        )
    )
    found: defaultdict[str, set[tuple[str, State]]] = defaultdict(set)
    for each, text, state in rows:
        found[each].add((text, State(state)))
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """All that was ever said in a language: as a translation, now or once, or as a suggestion."""

    authors: Mapping[tuple[str, str], str]
    """Who wrote the words first, by unit id and the digest of the words; see `first_author`."""
    texts: frozenset[tuple[str, str]]
    """Unit ids, and the digest of a text that was said there word for word."""
    translations: frozenset[tuple[str, str]]
    """Those among them that were the translation."""

    def author_of(self, unit_id: str, text: str) -> str:
        """Say who wrote the words of a text first; empty where they are new."""
        return self.authors.get((unit_id, words_digest(text)), "")

    def has(self, unit_id: str, text: str) -> bool:
        """Tell whether a text was said word for word."""
        return (unit_id, digest_of(text)) in self.texts

    def was_translation(self, unit_id: str, text: str) -> bool:
        """Tell whether a text ever was the translation, word for word."""
        return (unit_id, digest_of(text)) in self.translations


def authors_of(db: Db, document: str, locale: str) -> Told:
    """Say what was ever said of a document in a language, and who said it first."""
    found: dict[tuple[str, str], tuple[datetime, str, str]] = {}
    texts: dict[str, set[tuple[str, str]]] = {}
    for table in (revision, suggestion):
        said = texts.setdefault(table.name, set())
        named = (table.c.unit, table.c.text_digest, table.c.words_digest)
        rows = db.execute(
            select(*named, table.c.at, table.c.id, table.c.author)
            .join(unit, unit.c.id == table.c.unit)
            .where(unit.c.document == document, table.c.locale == locale)
        )
        for each, text, words, at, made, author in rows:
            row = (at, made, author)
            found[each, words] = min(found.get((each, words), row), row)
            said.add((each, text))
    return Told(
        {key: author for key, (_, _, author) in found.items()},
        frozenset().union(*texts.values()),
        frozenset(texts[revision.name]),
    )


def last_acts(db: Db, document: str, locale: str) -> Mapping[str, tuple[Act, str]]:
    """Give the act that made each translation what it is, and its note, by unit id."""
    newest = and_(
        revision.c.unit == translation.c.unit,
        revision.c.locale == translation.c.locale,
        revision.c.version == translation.c.version,
    )
    rows = db.execute(
        select(revision.c.unit, revision.c.act, revision.c.note)
        .join(translation, newest)
        .join(unit, unit.c.id == revision.c.unit)
        .where(unit.c.document == document, revision.c.locale == locale)
    )
    return {each: (Act(act), note) for each, act, note in rows}


def has_work(db: Db) -> bool:
    """Tell whether anybody has translated anything."""
    return db.execute(select(translation.c.unit).limit(1)).first() is not None


def locales_of(db: Db, document: str) -> tuple[str, ...]:
    """Give the languages in which a document has a text, by tag."""
    query = (
        select(translation.c.locale)
        .distinct()
        .join(unit, unit.c.id == translation.c.unit)
        .where(unit.c.document == document, translation.c.text != "")
        .order_by(translation.c.locale)
    )
    return tuple(db.execute(query).scalars())


def add_gone_units(
    db: Db, document: str, new: Mapping[str, UnitKey], words: Mapping[str, int]
) -> None:
    """Add units that no revision of the source has, so that their translations are kept.

    Args:
        db: the transaction.
        document: id of the document.
        new: their keys, by their ids.
        words: how many words their sources have, by their ids.
    """
    if not new:
        return
    highest = select(func.max(unit.c.number)).where(unit.c.document == document)
    last = db.execute(highest).scalar()
    first = 0 if last is None else last + 1
    rows = [
        {
            "id": each,
            "document": document,
            "number": number,
            "source": key.source,
            "context": key.context,
            "key_digest": key_digest(key.source, key.context),
            "source_digest": digest_of(key.source),
            "words": words[each],
        }
        for number, (each, key) in enumerate(new.items(), start=first)
    ]
    db.execute(insert(unit), rows)
    add_wordings(db, list(new.items()))


def add_wordings(db: Db, new: Sequence[tuple[str, UnitKey]]) -> None:
    """Remember wordings that units once had, though nobody knows when."""
    if not new:
        return
    rows = [
        {
            "unit": each,
            "digest": digest_of(key.source),
            "source": key.source,
            "context": key.context,
            "since": 0,
        }
        for each, key in new
    ]
    db.execute(insert(source_text), rows)


def keep_suggestions(
    db: Db, document: str, locale: str, new: Sequence[tuple[Written, int]]
) -> None:
    """Keep texts as suggestions that a file made, each once; see `suggestions.keep`.

    With each text goes the version of the translation beside which it is kept.
    """
    if not new:
        return
    rows = db.execute(
        select(suggestion.c.id, suggestion.c.unit, suggestion.c.text_digest, suggestion.c.status)
        .join(unit, unit.c.id == suggestion.c.unit)
        .where(unit.c.document == document, suggestion.c.locale == locale)
    )
    there = {(each, digest): (made, status) for made, each, digest, status in rows}
    fresh: dict[tuple[str, str], dict[str, object]] = {}
    again = []
    for each, base in new:
        digest = digest_of(each.text)
        if (each.unit, digest) not in there:
            row = _suggestion(each, digest, base)
            fresh.setdefault((each.unit, digest), row)
        elif there[each.unit, digest][1] != "open":
            again.append({"b_id": there[each.unit, digest][0]})
    if fresh:
        db.execute(insert(suggestion), list(fresh.values()))
    if again:
        reopened = {"status": "open", "reason": "", "decided_by": "", "decided": None}
        same = suggestion.c.id == bindparam("b_id")
        db.execute(update(suggestion).where(same).values(reopened), again)


def _suggestion(new: Written, digest: str, base: int) -> dict[str, object]:
    return {
        "id": new_id(new.at),
        "unit": new.unit,
        "locale": new.locale,
        "text": new.text,
        "text_digest": digest,
        "words_digest": words_digest(new.text),
        "source_digest": new.source_digest,
        "author": new.author,
        "origin": "file",
        "base_version": base,
        "at": new.at,
    }


def record_run(
    db: Db,
    now: datetime,
    actor: str,
    document: str,
    locale: str,
    *,
    before: str,
    after: str,
    report: Mapping[str, object],
) -> None:
    """Write down one exchange of a catalog: digests of the file before and after, and figures."""
    row = {
        "id": new_id(now),
        "document": document,
        "locale": locale,
        "actor": actor,
        "before": before,
        "after": after,
        "report": json.dumps(report, ensure_ascii=False, sort_keys=True),
        "at": now,
    }
    db.execute(insert(sync_run), row)


def proposal_of(db: Db, document: str) -> StoredRevision | None:
    """Give the proposed revision of a document's source, if there is one."""
    return _newest(
        db, source_revision.c.document == document, source_revision.c.status == "proposed"
    )


def last_from_file(db: Db, document: str) -> StoredRevision | None:
    """Give the revision that was last found in the document's file, whatever became of it."""
    return _newest(db, source_revision.c.document == document, source_revision.c.origin == "file")


def _newest(db: Db, *conditions: object) -> StoredRevision | None:
    query = select(source_revision.c.id).where(*conditions)  # type: ignore[arg-type]
    found = db.execute(query.order_by(source_revision.c.number.desc()).limit(1)).scalar()
    return revision_by_id(db, found) if found else None


def released_as(db: Db, digest: str) -> tuple[StoredDocument, ...]:
    """Give the documents in work whose released text has this digest, by name."""
    query = (
        select(document_table.c.name)
        .join(source_revision, source_revision.c.id == document_table.c.revision)
        .where(source_revision.c.digest == digest, document_table.c.status == "active")
        .order_by(document_table.c.name)
    )
    found = (document_named(db, name) for name in db.execute(query).scalars().all())
    return tuple(each for each in found if each)


def withdraw(db: Db, wanted: str) -> None:
    """Discard a proposal of a file without anybody having decided on it.

    Its mark keeps it apart from what a person discarded: if the file changes once more, it may be
    proposed once more.
    """
    values = {"status": "discarded", "note": WITHDRAWN}
    same = (source_revision.c.id == wanted, source_revision.c.status == "proposed")
    db.execute(update(source_revision).where(*same).values(values))
