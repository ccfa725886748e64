"""A workspace with one letter in French, and catalogs written by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from tests.live import MINUTE, NOW
from tests.workspaces import LETTER, make_workspace
from workflow.access import OPERATOR
from workflow.exchange.catalogs import read_catalog, write_catalog
from workflow.model import Catalog, Entry, UnitKey
from workflow.services import exchange, translation
from workflow.services.exchange.report import CatalogReport, SyncReport
from workflow.services.workspace import Workspace
from workflow.store.documents import StoredUnit, document_named, living_units
from workflow.store.suggestions import Suggestion, of_document
from workflow.store.translations import Current, current

SETTINGS = 'source_locale = "en"\nlanguages = ["fr"]\n'
TITLE, GREETING, SCHOOL = "Open letter", "Dear friends,", "The school stays. It serves us all."


@contextmanager
def letter(folder: Path, sources: Mapping[str, str] | None = None) -> Iterator[Workspace]:
    """Give a workspace with a letter, not exchanged yet."""
    make_workspace(folder, SETTINGS, sources or {"letter.txt": LETTER})
    with Workspace(folder) as workspace:
        yield workspace


def sync(workspace: Workspace, *, confirm: bool = False, trust_reviews: bool = False) -> SyncReport:
    return exchange.sync(workspace, OPERATOR, NOW, confirm=confirm, trust_reviews=trust_reviews)


def catalog_report(workspace: Workspace, *, confirm: bool = False) -> CatalogReport:
    """Exchange, and give what became of the one catalog."""
    (report,) = sync(workspace, confirm=confirm).catalogs
    return report


def read(workspace: Workspace) -> Catalog:
    return read_catalog(workspace.catalog_path("letter", "fr").read_bytes())


def change(workspace: Workspace, source: str, **values: object) -> None:
    """Change the entry of one text in the file, as somebody with another tool would."""
    catalog = read(workspace)
    entries = [
        replace(each, **values) if each.key.source == source else each  # type: ignore[arg-type]
        for each in catalog.entries
    ]
    put(workspace, *entries)


def put(workspace: Workspace, *entries: Entry) -> None:
    """Put other entries into the file."""
    path = workspace.catalog_path("letter", "fr")
    path.parent.mkdir(parents=True, exist_ok=True)
    catalog = read(workspace) if path.exists() else Catalog("fr")
    path.write_bytes(write_catalog(replace(catalog, entries=tuple(entries))))


def entry(source: str, text: str, *flags: str, obsolete: bool = False) -> Entry:
    return Entry(UnitKey(source), (text,), flags=flags, obsolete=obsolete)


def unit_of(workspace: Workspace, source: str) -> StoredUnit:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return next(each for each in living_units(db, stored.id) if each.source == source)


def ours(workspace: Workspace, source: str) -> Current:
    """Give the translation of a text as it stands."""
    unit = unit_of(workspace, source)
    with workspace.store.reading() as db:
        return current(db, unit.id, "fr")


def suggested(workspace: Workspace) -> list[Suggestion]:
    with workspace.store.reading() as db:
        stored = document_named(db, "letter")
        assert stored is not None
        return list(of_document(db, stored.id, "fr"))


def save(workspace: Workspace, who: str, source: str, text: str) -> None:
    """Let a volunteer save a translation."""
    unit, there = unit_of(workspace, source), ours(workspace, source)
    translation.save(
        workspace,
        who,
        NOW + MINUTE,
        unit=unit.id,
        locale="fr",
        text=text,
        seen=there.version,
        token=f"{source}{text}{there.version}",
    )
