"""What the checks say of single texts; of those asked about last it is remembered."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from workflow import plumbing
from workflow.model import Issue, UnitKey, is_translation
from workflow.services.released import released_document
from workflow.store import Db
from workflow.store.documents import StoredDocument

_REMEMBERED = 10_000
_Asked = tuple[str, UnitKey, str, str]
"""Id of the revision, key of the unit, text and language."""
_found: OrderedDict[_Asked, tuple[Issue, ...]] = OrderedDict()
_lock = Lock()


def findings_of_text(
    db: Db, document: StoredDocument, key: UnitKey, text: str, locale: str
) -> tuple[Issue, ...]:
    """Ask every check about one translation, as `plumbing.unit_findings` does.

    Neither a revision nor a check ever changes under a running program, so what was found stands.
    """
    if not is_translation(text):
        return ()
    asked = (document.revision, key, text, locale)
    with _lock:
        if asked in _found:
            _found.move_to_end(asked)
            return _found[asked]
    found = plumbing.unit_findings(released_document(db, document), key, text, locale=locale)
    with _lock:
        _found[asked] = found
        while len(_found) > _REMEMBERED:
            _found.popitem(last=False)
    return found
