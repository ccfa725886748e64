"""Catalogs as files: read, compared with what would replace them, brought up to a template."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from workflow import guard, languages, plumbing
from workflow.errors import (
    HostileInput,
    LocaleMismatch,
    UndersignedError,
    UnknownLocale,
    UnrelatedCatalog,
    WorkspaceError,
)
from workflow.exchange.catalogs import read_catalog, template
from workflow.exchange.files import read_file, shown
from workflow.filters import FILTERS
from workflow.model import Catalog, Document
from workflow.services.files.sources import SourceFile
from workflow.services.workspace import Workspace


def read_catalog_file(path: Path) -> Catalog:
    """Read one catalog.

    Raises:
        MalformedCatalog and its like: it is refused at the edge.
    """
    return read_catalog(read_file(path, guard.CATALOG_BYTES), where=shown(path))


def check_output(path: Path, made: Catalog) -> None:
    """Refuse to put a catalog in the place of a file that holds what it has not.

    Raises:
        HostileInput: a source document lies there, translations that `made` has not, or something
            that nobody can read.
    """
    if not path.exists():
        return
    if any(path.name.lower().endswith(suffix) for each in FILTERS for suffix in each.suffixes):
        raise HostileInput(shown(path), "a document lies there", _OTHER_NAME)
    if path.is_file() and not path.stat().st_size:
        return
    try:
        there = read_catalog_file(path)
    except UndersignedError as error:
        reason = "there is a file in its place that is no catalog we can read"
        raise HostileInput(shown(path), reason, _OTHER_NAME) from error
    known = {target for entry in made.entries for target in entry.targets}
    if any(entry.target.strip() and entry.target not in known for entry in there.entries):
        raise HostileInput(shown(path), "there are translations in this catalog", _OTHER_NAME)


_OTHER_NAME = "Choose another name."


def _check_template(catalog: Catalog, path: Path, what_next: str) -> None:
    if any(entry.target.strip() for entry in catalog.entries):
        raise HostileInput(shown(path), "there are translations in this catalog", what_next)


def source_template(source: SourceFile, document: Document, root: Path) -> Catalog:
    """Make the template of a document, with references as seen from the workspace's folder."""
    return template(document, source=source.path.relative_to(root).as_posix())


def merged(catalog: Path, new_template: Path) -> Catalog:
    """Bring one catalog up to one template.

    Raises:
        HostileInput: the template is a catalog with translations.
        UnrelatedCatalog: none of the translations is of any use for the template.
        MalformedCatalog and its like: one of them is refused at the edge.
    """
    old, new = read_catalog_file(catalog), read_catalog_file(new_template)
    _check_template(new, new_template, "Give the template (POT) as the second file.")
    result = plumbing.merge(old, new)
    had_texts = any(entry.target.strip() for entry in old.entries)
    has_any = any(entry.target.strip() for entry in result.entries if not entry.obsolete)
    if had_texts and new.entries and not has_any:
        raise UnrelatedCatalog(shown(catalog), shown(new_template))
    return result


def read_target(workspace: Workspace, name: str, locale: str) -> Catalog | None:
    """Read the catalog of a document in a language, where there is one.

    Raises:
        LocaleMismatch: its header names another language than its folder.
        MalformedCatalog and its like: it is refused at the edge.
    """
    path = workspace.catalog_path(name, locale)
    if not path.exists():
        return None
    return in_locale(read_catalog_file(path), locale, shown(path))


def in_locale(catalog: Catalog, locale: str, where: str) -> Catalog:
    """Give a catalog as one of the language that its folder names; its header may name none.

    Raises:
        LocaleMismatch: its header names another one.
    """
    if catalog.locale and not languages.are_alike(catalog.locale, locale):
        raise LocaleMismatch(where, catalog.locale, locale)
    return replace(catalog, locale=catalog.locale or locale)


def target_locales(workspace: Workspace, name: str, source_locale: str) -> tuple[str, ...]:
    """Give the languages a document is translated into: those set, then those with a catalog.

    Raises:
        WorkspaceError: a catalog lies in a folder that is not called after a language.
    """
    found, refused = look_at_locales(workspace, name, source_locale)
    for error in refused:
        raise error
    return found


def look_at_locales(
    workspace: Workspace, name: str, source_locale: str
) -> tuple[tuple[str, ...], tuple[UndersignedError, ...]]:
    """List the languages of a document, and why other folders with a catalog of it name none."""
    wanted = list(workspace.settings.of(name).languages)
    refused: list[UndersignedError] = []
    for path in sorted((workspace.root / "locales").glob(f"*/LC_MESSAGES/{name}.po")):
        try:
            wanted.append(_locale_of_folder(path))
        except WorkspaceError as error:
            refused.append(error)
    locales = (each for each in dict.fromkeys(wanted) if each != source_locale)
    return tuple(locales), tuple(refused)


def _locale_of_folder(path: Path) -> str:
    """Read which language a catalog's folder is called after, in gettext's spelling."""
    name = path.parent.parent.name
    try:
        locale = languages.from_gettext(name)
    except UnknownLocale as error:
        raise WorkspaceError(f"{shown(path)}: {error}") from None
    usual = languages.gettext_locale(locale)
    if usual != name:
        raise WorkspaceError(f"{shown(path)}: the folder is called '{name}'. Call it '{usual}'.")
    return locale
