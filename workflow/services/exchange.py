"""Templates and catalogs of a workspace: read, made, brought up to their sources."""

from __future__ import annotations

from collections.abc import Iterator
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
from workflow.exchange.catalogs import new_catalog, read_catalog, template, write_catalog
from workflow.exchange.files import check_inside, read_file, shown, write_file
from workflow.filters import FILTERS
from workflow.model import Catalog, Document
from workflow.services.documents import SourceFile, Workspace, read_document, source_files


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
    catalog = read_catalog_file(path)
    if catalog.locale and not languages.are_alike(catalog.locale, locale):
        raise LocaleMismatch(shown(path), catalog.locale, locale)
    return replace(catalog, locale=catalog.locale or locale)


def target_locales(workspace: Workspace, name: str, source_locale: str) -> tuple[str, ...]:
    """Give the languages a document is translated into: those set, then those with a catalog.

    Raises:
        WorkspaceError: a catalog lies in a folder that is not called after a language.
    """
    wanted = list(workspace.settings.of(name).languages)
    folder = workspace.root / "locales"
    found = sorted(folder.glob(f"*/LC_MESSAGES/{name}.po"))
    wanted += [_locale_of_folder(path) for path in found]
    return tuple(each for each in dict.fromkeys(wanted) if each != source_locale)


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


def refresh(workspace: Workspace) -> Iterator[Path]:
    """Bring the template and the catalogs of every document up to its source.

    Translations are kept: what left the source becomes obsolete, what returned is restored.
    Gives the files that changed, as they are written; where one document or catalog is refused,
    none is.
    """
    new = [each for source in source_files(workspace) for each in _new_files(workspace, source)]
    for path, _ in new:
        check_inside(workspace.root, path)
    for path, data in new:
        if write_file(path, data):
            yield path


def _new_files(workspace: Workspace, source: SourceFile) -> Iterator[tuple[Path, bytes]]:
    """Make the template and the catalogs of one document, to be written."""
    document = read_document(source)
    new_template = source_template(source, document, workspace.root)
    yield workspace.template_path(source.name), write_catalog(new_template)
    for locale in target_locales(workspace, source.name, source.locale):
        catalog = _refreshed(workspace, source, locale, new_template)
        yield workspace.catalog_path(source.name, locale), write_catalog(catalog)


def _refreshed(
    workspace: Workspace, source: SourceFile, locale: str, new_template: Catalog
) -> Catalog:
    old = read_target(workspace, source.name, locale)
    if old is None:
        return new_catalog(new_template, locale, languages.plural_forms(locale))
    return plumbing.merge(old, new_template)
