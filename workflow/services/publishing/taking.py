"""A statement as it can be taken away now: finished by its rule, else a draft that says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workflow import plumbing
from workflow.assembly import Policy
from workflow.exporters.around import Draft
from workflow.model import Document, Missing, State, TargetDocument, UnitKey
from workflow.services.files.finishing import original
from workflow.services.released import released_document, states_of, targets_of, translations_of
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store.documents import StoredDocument


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a statement in one language is made from, read in one transaction."""

    locale: str
    source: Document
    targets: Mapping[UnitKey, str]
    """Every translation that may stand in a draft."""
    states: Mapping[UnitKey, State]
    rule: Policy


def gather(db: Db, workspace: Workspace, stored: StoredDocument, locale: str) -> Gathered:
    """Read what a statement is made from, in its own language or another."""
    source = released_document(db, stored)
    rule = workspace.settings.of(stored.name).publication
    if locale == stored.source_locale:
        return Gathered(locale, source, {}, {}, rule)
    found = translations_of(db, stored, locale)
    return Gathered(locale, source, targets_of(found, State.TRANSLATED), states_of(found), rule)


def as_it_stands(found: Gathered) -> tuple[TargetDocument, Draft | None]:
    """Put a statement together as it can be taken away, and say whether it is a draft.

    It is finished where every paragraph is as far as the rule asks. In a draft each translation
    stands that is done, reviewed or not; where there is none, the text of the source does, since
    a draft is for reading.
    """
    if found.locale == found.source.source_locale:
        return original(found.source), None
    missing = Missing.MARKED if found.rule.missing is Missing.MARKED else Missing.SOURCE
    target = plumbing.assembled(
        found.source,
        found.targets,
        Policy(State.TRANSLATED, missing),
        locale=found.locale,
        states=found.states,
    )
    return target, _draft(found)


def _draft(found: Gathered) -> Draft | None:
    keys = [unit.key for unit in found.source.units]
    untranslated = sum(1 for key in keys if key not in found.targets)
    unreviewed = sum(
        1 for key in keys if key in found.targets and found.states[key] < found.rule.minimum
    )
    return Draft(untranslated, unreviewed) if untranslated or unreviewed else None
