"""How far each document is in each language, who did what, and who wants to be named: as tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from workflow import access, languages
from workflow.errors import NotFound
from workflow.services.desk import allow, can_be_id, document_for
from workflow.services.progress.counting import counted
from workflow.services.progress.findings import Finding, findings_of
from workflow.services.progress.told import ROLES, coordinated, coordinates_all
from workflow.services.progress.values import Far
from workflow.services.tasks import days_left
from workflow.services.workspace import Workspace
from workflow.store import Db
from workflow.store import figures as counting
from workflow.store.documents import StoredDocument, documents
from workflow.store.figures import Deed
from workflow.store.listing import name_in, names
from workflow.store.people import grants_of

if TYPE_CHECKING:
    import pandas as pd

FIGURES = [
    "document",
    "locale",
    "units",
    "untranslated",
    "needs_work",
    "translated",
    "reviewed",
    "words",
    "words_untranslated",
    "words_needs_work",
    "words_translated",
    "words_reviewed",
    "percent",
    "percent_reviewed",
    "deadline",
    "days_left",
]
_FAR = FIGURES[2:-2]
"""Which of these are properties of `Far`."""
ACTIVITY = ["at", "who", "action", "document", "locale", "unit", "version", "note"]
CREDITS = ["locale", "credit", "translated", "reviewed"]
_MOST_DEEDS = 1_000_000


def figures(
    workspace: Workspace, actor: str, now: datetime, *, document: str = "", archived: bool = False
) -> pd.DataFrame:
    """Count units and words of each document in each language, by state.

    Returns:
        One row per document and language, in the order of names and of the settings; columns as in
        `FIGURES`. `translated` counts what waits for review, `reviewed` what was approved.
        `percent` is the share of words that are at least translated, `percent_reviewed` of those
        approved, 0 to 100, rounded down to a tenth: 100 means that nothing is missing. `deadline`
        is a date or None, `days_left` whole days or None.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    with workspace.store.reading() as db:
        if document:
            chosen = [document_for(db, actor, "progress.figures", document, now)]
        else:
            allow(db, actor, "progress.figures", now)
            chosen = _visible(db, actor, now)
        chosen = [each for each in chosen if archived or each.status == "active"]
        far = counted(workspace, db, chosen)
    settings = workspace.settings
    rows = [
        _row(each.name, locale, found, settings.of(each.name).deadline, now)
        for each in chosen
        for locale, found in far[each.id].items()
    ]
    return _table(rows, FIGURES)


def _visible(db: Db, actor: str, now: datetime) -> list[StoredDocument]:
    """Give the documents that somebody knows of."""
    grants = grants_of(db, actor, now)
    return [each for each in documents(db) if access.sees(actor, grants, each.id)]


def _row(
    document: str, locale: str, far: Far, deadline: date | None, now: datetime
) -> dict[str, object]:
    row = {name: getattr(far, name) for name in _FAR}
    row |= {"document": document, "locale": locale}
    return row | {"deadline": deadline, "days_left": days_left(deadline, now)}


def _table(rows: list[dict[str, object]], columns: list[str]) -> pd.DataFrame:
    import pandas as pd  # 0.4 s and 40 MB that nobody at work on a statement needs

    return pd.DataFrame(rows, columns=columns)


def activity(
    workspace: Workspace,
    actor: str,
    now: datetime,
    *,
    since: datetime | None = None,
    document: str = "",
    locale: str = "",
    member: str = "",
    limit: int = 1000,
) -> pd.DataFrame:
    """Say who did what, newest first.

    What was done to a document is told to all who know of it; what was done to people and to the
    workspace, to coordinators of all of it only.

    Args:
        workspace: where.
        actor: id of the member who asks.
        now: the moment.
        since: from this moment on.
        document: name of a document; empty for all.
        locale: a language; empty for all.
        member: id of the member who did it; empty for all.
        limit: how many rows at most, up to a million.

    Returns:
        Columns as in `ACTIVITY`; `who` is a pseudonym, `unit` an id, `version` that of the
        translation made, so that it can be restored.

    Raises:
        NotFound, NotAllowed: he may not, or no member can have that id.
        UnknownLocale: that is no language.
    """
    locale = languages.normalise(locale) if locale else ""
    if not can_be_id(member):
        raise NotFound("member")
    with workspace.store.reading() as db:
        if document:
            chosen = [document_for(db, actor, "progress.activity", document, now)]
        else:
            allow(db, actor, "progress.activity", now)
            chosen = _visible(db, actor, now)
        names_of = {each.id: each.name for each in chosen}
        grants = grants_of(db, actor, now)
        is_told_all = coordinates_all(actor, grants)
        deeds = counting.deeds(
            db,
            since=since,
            among=names_of,
            coordinated=coordinated(actor, grants, names_of),
            locale=locale,
            actor=member,
            limit=min(max(limit, 0), _MOST_DEEDS),
            workspace_too=is_told_all and not (document or locale),
        )
        who = names(db)
    rows = [_told(each, names_of, who) for each in deeds]
    return _table(rows, ACTIVITY)


def _told(each: Deed, documents: Mapping[str, str], who: Mapping[str, str]) -> dict[str, object]:
    """Say in words what a deed was about; of those in the chain of acts only its target tells."""
    row: dict[str, object] = {"at": each.at, "who": name_in(who, each.actor), "action": each.action}
    row |= {"document": documents.get(each.document, ""), "locale": each.locale}
    row |= {"unit": each.unit, "version": each.version, "note": each.note}
    if "." in each.action:
        kind, about, locale = [*each.note.split(":"), "", ""][:3]
        row |= {"document": documents.get(about, ""), "locale": locale}
        row["note"] = _note(each, documents, name_in(who, about) if kind == "member" else "")
    return row


def _note(each: Deed, documents: Mapping[str, str], name: str) -> str:
    """Say whom an act was about, and which role was given, taken or promised."""
    role, document, locale = [*each.detail.split(" "), "", "", ""][:3]
    if not each.action.startswith("people.") or role not in ROLES:
        return name
    of = "" if document == "*" else f" of {documents.get(document, 'a document')}"
    said = f"{role}{of}{'' if locale == '*' else f' in {locale}'}"
    return f"{name}: {said}" if name else said


def findings(
    workspace: Workspace, actor: str, now: datetime, *, document: str = "", locale: str = ""
) -> tuple[Finding, ...]:
    """Ask every check about the translations of a document, or of all that he knows of.

    Returns:
        What was found, by document, language and place.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    with workspace.store.reading() as db:
        if document:
            chosen = [document_for(db, actor, "progress.findings", document, now)]
        else:
            allow(db, actor, "progress.findings", now)
            chosen = [each for each in _visible(db, actor, now) if each.status == "active"]
        begun = {(each.document, each.locale) for each in counting.counts(db)}
        return tuple(
            found
            for each in chosen
            for tag in sorted(tag for id_, tag in begun if id_ == each.id)
            if locale in ("", tag)
            for found in findings_of(db, each, tag)
        )


def credits_of(
    workspace: Workspace, actor: str, now: datetime, *, document: str, locale: str = ""
) -> pd.DataFrame:
    """Name those who want to be named: who translated and who reviewed what stands now.

    Returns:
        One row per language and name; columns as in `CREDITS`; the last two count units.

    Raises:
        NotFound, NotAllowed: he may not.
    """
    with workspace.store.reading() as db:
        stored = document_for(db, actor, "progress.credits_of", document, now)
        found = counting.contributions(db, stored.id, [locale] if locale else [])
    rows = [
        {
            "locale": each.locale,
            "credit": each.credit,
            "translated": each.translated,
            "reviewed": each.reviewed,
        }
        for each in found
    ]
    return _table(rows, CREDITS)
