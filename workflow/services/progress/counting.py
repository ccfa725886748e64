"""The one place where it is counted how far documents are; all figures come from here."""

from __future__ import annotations

from collections.abc import Sequence

from workflow.services.progress.values import Far
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument
from workflow.store.figures import Tally, tallies, totals


def counted(
    workspace: Workspace, db: Db, documents: Sequence[StoredDocument]
) -> dict[str, dict[str, Far]]:
    """Count documents in each language that is asked for, and in those in which something is there.

    Returns:
        By document id and language; the languages in the order of the settings, then others.
    """
    whole = lengths(db, documents)
    settings, found = workspace.settings, {}
    for document in documents:
        units, words = whole.get(document.id, (0, 0))
        begun = {each.locale: _far(each, units, words) for each in tallies(db, document.id)}
        listed = dict.fromkeys([*settings.of(document.name).languages, *sorted(begun)])
        listed.pop(document.source_locale, None)
        nothing = Far(untranslated=units, words_untranslated=words)
        found[document.id] = {locale: begun.get(locale, nothing) for locale in listed}
    return found


def lengths(db: Db, documents: Sequence[StoredDocument]) -> dict[str, tuple[int, int]]:
    """Give the paragraphs and words of documents by document id; nothing for one that has none."""
    if not documents:
        return {}
    return totals(db, [documents[0].id] if len(documents) == 1 else [])


def _far(each: Tally, units: int, words: int) -> Far:
    """Say what is untranslated too: all that is in no other state."""
    return Far(units - sum(each.units), *each.units, words - sum(each.words), *each.words)
