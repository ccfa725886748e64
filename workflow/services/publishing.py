"""Finished statements: put together from what stands in the store, and written."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from workflow import languages, plumbing
from workflow.assembly import Policy
from workflow.model import TargetDocument
from workflow.services.desk import document_for
from workflow.services.files.finishing import (
    Finished,
    assembled,
    finished,
    original,
    write_forms,
)
from workflow.services.released import released_document, states_of, targets_of, translations_of
from workflow.services.workspace import Workspace
from workflow.store import Db, audit

__all__ = ["Finished", "Policy", "assemble", "assembled", "export", "finished"]


def assemble(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    locale: str,
    policy: Policy | None = None,
) -> TargetDocument:
    """Put a document together in one language, from the translations as they stand.

    In its source language it is its released text.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        document: its name.
        locale: the language.
        policy: what is good enough, and what happens where nothing is; where it is not given, what
            `workspace.toml` says.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the tag is none.
        Incomplete: a text is missing and the policy is to refuse.
    """
    with workspace.store.reading() as db:
        return _assembled(
            db, workspace, actor, now, "publishing.assemble", (document, locale), policy
        )


def export(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    locale: str,
    folder: Path,
    policy: Policy | None = None,
    forms: Collection[str] = (),
) -> tuple[Path, ...]:
    """Write a document in one language in every form, as `folder/<locale>/<name>.<suffix>`.

    The same texts give the same bytes. Arguments and errors are those of `assemble`; `folder` is
    made where it is not there, and `forms` names the exporters that are wanted, if not all are.

    Raises:
        HostileInput, UnreadableSource: a file cannot be written there.
    """
    verb = "publishing.export"
    with workspace.store.reading() as db:
        target = _assembled(db, workspace, actor, now, verb, (document, locale), policy)
    written = write_forms(target, folder, forms)
    with workspace.store.writing() as db:
        stored = document_for(db, actor, verb, document, now)
        audit.record(db, now, actor, verb, f"document:{stored.id}:{target.locale}")
    return written


def _assembled(  # noqa: PLR0917 - the verb, and all that it was asked
    db: Db,
    workspace: Workspace,
    actor: str,
    now: datetime,
    verb: str,
    wanted: tuple[str, str],
    policy: Policy | None,
) -> TargetDocument:
    name, tag = wanted
    stored = document_for(db, actor, verb, name, now)
    locale = languages.normalise(tag)
    source = released_document(db, stored)
    if locale == stored.source_locale:
        return original(source)
    policy = policy or workspace.settings.publication
    translations = translations_of(db, stored, locale)
    return plumbing.assembled(
        source,
        targets_of(translations, policy.minimum),
        policy,
        locale=locale,
        states=states_of(translations),
    )
