"""What stands now: the released text of a document, and its translations by key."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

from workflow import plumbing
from workflow.model import Document, Skeleton, State, Unit, UnitKey, is_translation
from workflow.store import Db
from workflow.store.documents import StoredDocument, living_units, revision_by_id
from workflow.store.listing import places
from workflow.store.translations import Current, nothing_yet, of_document

_REMEMBERED = 32
_documents: OrderedDict[str, Document] = OrderedDict()
_lock = Lock()


def released_document(db: Db, stored: StoredDocument) -> Document:
    """Give the released revision of a document, extracted as its units were cut.

    A revision never changes, so those read last are remembered.
    """
    with _lock:
        if stored.revision in _documents:
            _documents.move_to_end(stored.revision)
            return _documents[stored.revision]
    revision = revision_by_id(db, stored.revision)
    document = plumbing.extract(
        revision.data,
        format=stored.format,
        locale=stored.source_locale,
        name=stored.name,
        before=[unit.source for unit in living_units(db, stored.id)],
    )
    with _lock:
        _documents[stored.revision] = document
        while len(_documents) > _REMEMBERED:
            _documents.popitem(last=False)
    return document


def released_texts(db: Db, stored: StoredDocument) -> Document:
    """Give the released revision of a document without its skeleton: its units and their places.

    That is all a catalog needs, and it stands in the store; nothing has to be extracted.
    """
    revision = revision_by_id(db, stored.revision)
    where = places(db, stored.revision)
    units = tuple(
        Unit(each.key, where[each.id], each.note, each.max_length)
        for each in living_units(db, stored.id)
    )
    return Document(
        name=stored.name,
        format=stored.format,
        source_locale=stored.source_locale,
        digest=revision.digest,
        segmentation=revision.segmentation,
        skeleton=Skeleton(()),
        units=units,
    )


def translations_of(db: Db, stored: StoredDocument, locale: str) -> Mapping[UnitKey, Current]:
    """Give the translation of each unit of the released revision, in document order."""
    found = of_document(db, stored.id, locale)
    return {
        unit.key: found.get((unit.id, locale)) or nothing_yet(unit.id, locale)
        for unit in living_units(db, stored.id)
    }


def targets_of(translations: Mapping[UnitKey, Current], minimum: State) -> dict[UnitKey, str]:
    """Take the texts that are good enough for a statement."""
    return {
        key: each.text
        for key, each in translations.items()
        if each.state >= minimum and is_translation(each.text)
    }


def states_of(translations: Mapping[UnitKey, Current]) -> dict[UnitKey, State]:
    """Say how far each text is."""
    return {key: each.state for key, each in translations.items()}
