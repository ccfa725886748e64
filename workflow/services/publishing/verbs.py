"""The verbs of publishing: put together, read, written into a folder, taken away."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import BoundedSemaphore

from workflow import access, languages, plumbing
from workflow.assembly import Policy
from workflow.errors import TooMany
from workflow.exporters.around import Around
from workflow.model import Catalog, TargetDocument
from workflow.services.desk import OPERATOR, document_for
from workflow.services.exchange.exporting import outgoing, template_of
from workflow.services.files.finishing import Finished, finished, original, write_forms
from workflow.services.publishing.packing import Language, check_size, pack, packed_of
from workflow.services.publishing.reading import Reading, read
from workflow.services.publishing.standing import Standing, standings_of
from workflow.services.publishing.taking import Gathered, as_it_stands, gather
from workflow.services.released import released_document, states_of, targets_of, translations_of
from workflow.services.workspace import Workspace
from workflow.store import Db, audit
from workflow.store.documents import StoredDocument
from workflow.store.people import grants_of

_PACKING = BoundedSemaphore(1)
"""One package at a time: others who work here must not wait for several."""
_COME_BACK = 5.0
"""Seconds after which a second one may ask again; who waited here would keep a thread from all."""


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


def standing(
    workspace: Workspace, actor: str, now: datetime, *, document: str
) -> tuple[Standing, ...]:
    """Say of each language of a document whether it is finished by the rule, and what is missing.

    Returns:
        Its own language first, then those that are wanted, then others that were begun.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "publishing.standing", document, now)
        return standings_of(db, workspace, stored)


def reading(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str
) -> Reading:
    """Give a document to be read in one language beside its source, with the state of each part.

    Translations stand as they are, reviewed or not; where there is none, the text of the source
    does.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the tag is none.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "publishing.reading", document, now)
        source = released_document(db, stored)
        found = {} if locale == stored.source_locale else dict(translations_of(db, stored, locale))
        may = _may(db, actor, now, stored, locale)
    own = workspace.settings.of(stored.name)
    return read(source, found, locale, title=own.title, deadline=own.deadline, may=may)


def take(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    document: str,
    locale: str,
    form: str = "webpage",
) -> Finished:
    """Give a document in one language as a file: finished by its rule, else a draft that says so.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        document: its name.
        locale: the language; its own gives its released text.
        form: one of `FORMS`.

    Returns:
        `letter.fr.html`, or `letter.fr.draft.html`.

    Raises:
        NotFound, NotAllowed: he may not.
        UnknownLocale: the tag is none.
        UnknownName: there is no such form.
    """
    locale = languages.normalise(locale)
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "publishing.take", document, now)
        found = gather(db, workspace, stored, locale)
    target, draft = as_it_stands(found)
    return finished(target, form, Around(draft))


def package(workspace: Workspace, actor: str, now: datetime, *, document: str) -> Finished:
    """Give a document in all its languages as one zip file, with a page that leads to each.

    In `<locale>/` stand the forms and the catalog of each language in which there is anything to
    read; web pages lead to each other. The same texts give the same bytes.

    Raises:
        NotFound, NotAllowed: he may not.
        LimitExceeded: that is more than is packed at once.
        TooMany: another one is being packed.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "publishing.package", document, now)
        standings = packed_of(standings_of(db, workspace, stored))
        check_size(stored.name, standings)
    if not _PACKING.acquire(blocking=False):
        raise TooMany(_COME_BACK)
    try:
        with workspace.store.reading() as db:
            stored = document_for(db, actor, "publishing.package", document, now)
            template = template_of(db, stored)
            gathered = [
                _gathered(db, workspace, stored, each.locale, template) for each in standings
            ]
        return pack(stored.name, [each.language() for each in gathered])
    finally:
        _PACKING.release()


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What was read of one language."""

    texts: Gathered
    catalog: Catalog

    def language(self) -> Language:
        """Put it together, when nothing is read any more."""
        target, draft = as_it_stands(self.texts)
        return Language(target, draft, self.catalog)


def _gathered(
    db: Db, workspace: Workspace, stored: StoredDocument, locale: str, template: Catalog
) -> _Gathered:
    texts = gather(db, workspace, stored, locale)
    if locale == stored.source_locale:
        return _Gathered(texts, template)
    return _Gathered(texts, outgoing(db, stored, locale, template).catalog)


def _may(db: Db, actor: str, now: datetime, stored: StoredDocument, locale: str) -> frozenset[str]:
    """Say which verbs a reader is offered beside the text; each asks again."""
    if stored.status != "active" or locale == stored.source_locale:
        return frozenset()
    grants = () if actor == OPERATOR else grants_of(db, actor, now)
    return frozenset(
        verb
        for verb in ("translation.save", "review.approve")
        if access.may(actor, grants, verb, document=stored.id, locale=locale)
    )


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
    policy = policy or workspace.settings.of(stored.name).publication
    translations = translations_of(db, stored, locale)
    return plumbing.assembled(
        source,
        targets_of(translations, policy.minimum),
        policy,
        locale=locale,
        states=states_of(translations),
    )
