"""What was begun where: read whole once in a while, and added to in between."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from weakref import WeakKeyDictionary

from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.figures import begun

_WHOLE = timedelta(hours=1)
"""How long what was read whole is good for."""
_UNDER_WAY = timedelta(minutes=5)
"""How long before it is seen something may have been written; nobody waits so long for a save."""


@dataclass(frozen=True, slots=True)
class _Known:
    pairs: frozenset[tuple[str, str]]
    whole: datetime
    """When all was read."""
    added: datetime
    """When the newest was read."""


_KNOWN: WeakKeyDictionary[Workspace, _Known] = WeakKeyDictionary()


def languages_begun(workspace: Workspace, db: Db, now: datetime) -> dict[str, frozenset[str]]:
    """Say into which languages something of each document was ever translated, by document id.

    To read it whole takes as long as there are translations, at each step of everybody at work.
    What is translated once stays, with its history: so the newest is enough, in between.
    """
    known = _KNOWN.get(workspace)
    if known is None or not known.whole <= now < known.whole + _WHOLE:
        known = _Known(begun(db), whole=now, added=now)
    else:
        newest = begun(db, min(known.added, now) - _UNDER_WAY)
        known = _Known(known.pairs | newest, known.whole, now)
    _KNOWN[workspace] = known  # who comes at the same time reads the same
    found: dict[str, set[str]] = {}
    for document, locale in known.pairs:
        found.setdefault(document, set()).add(locale)
    return {document: frozenset(locales) for document, locales in found.items()}
