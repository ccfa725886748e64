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
from workflow.store.engine import Db
from workflow.store.ids import digest_of, key_digest, new_id, words_digest
from workflow.store.past import unheard
from workflow.store.revising import add_wordings
from workflow.store.schema import (
    catalog,
    revision,
    suggestion,
    sync_base,
    sync_run,
    translation,
    unit,
)


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
    add_wordings(db, [unheard(each, key) for each, key in new.items()])


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
