"""The documents of a workspace: which there are, what language they are in, their catalogs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from workflow import guard, languages, plumbing
from workflow.errors import (
    BadSettings,
    HostileInput,
    LocaleMismatch,
    UndersignedError,
    UnknownDocument,
    UnknownLocale,
    WorkspaceError,
)
from workflow.exchange.catalogs import new_catalog, read_catalog, template, write_catalog
from workflow.exchange.files import check_inside, check_name, read_file, shown, write_file
from workflow.filters import filter_for
from workflow.model import Catalog, Document
from workflow.settings import Settings, read_settings

SETTINGS_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source document as it lies in a folder."""

    name: str
    path: Path
    locale: str
    told_by: str
    """What told its language: `workspace.toml`, `file name`, `script` or `default`."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with `sources/` and `locales/`."""

    root: Path
    settings: Settings

    def template_path(self, name: str) -> Path:
        """Say where the template of a document lies."""
        return self.root / "locales" / "templates" / f"{name}.pot"

    def catalog_path(self, name: str, locale: str) -> Path:
        """Say where the catalog of a document in a language lies."""
        folder = languages.gettext_locale(locale)
        return self.root / "locales" / folder / "LC_MESSAGES" / f"{name}.po"


def open_workspace(path: str | Path, url: str | None = None) -> Workspace:
    """Open the folder of a workspace: one with `sources/` in it, or `workspace.toml`.

    Args:
        path: the folder.
        url: address of the store, where it is not inside the folder.

    Raises:
        WorkspaceError: there is no workspace.
        BadSettings: `workspace.toml` says something impossible.
    """
    root = Path(path)
    if url is not None:
        raise WorkspaceError(f"{shown(url)}: a workspace is a folder. Leave the address out.")
    settings = root / "workspace.toml"
    if settings.is_file():
        data = read_file(settings, SETTINGS_BYTES)
        return Workspace(root, read_settings(data, shown(settings)))
    if (root / "sources").is_dir():
        return Workspace(root, Settings())
    what_next = "Put your documents into a folder sources/ and try again."
    if root.absolute().name in ("sources", "locales"):
        what_next = "Go one folder up, or name that folder."
    raise WorkspaceError(f"{shown(root)}: this is no workspace. {what_next}")


def source_files(workspace: Workspace) -> tuple[SourceFile, ...]:
    """List the source documents of a workspace, by name.

    Raises:
        UnknownFormat: a file in `sources/` is of a kind that no filter reads.
        BadSettings: two files have the same name but for their suffix, or one has none that can
            be a document's.
    """
    found, refused = look_at_sources(workspace)
    for error in refused:
        raise error
    return found


def look_at_sources(
    workspace: Workspace,
) -> tuple[tuple[SourceFile, ...], tuple[UndersignedError, ...]]:
    """List the source documents of a workspace, and why other files in `sources/` are none."""
    folder = workspace.root / "sources"
    found: dict[str, SourceFile] = {}
    refused: list[UndersignedError] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else []:
        if path.name.startswith(".") or path.is_dir():
            continue
        try:
            source = _source_file(workspace, path)
        except UndersignedError as error:
            refused.append(error)
            continue
        if source.name in found:
            same = f"{shown(found[source.name].path.name)} is called '{source.name}' too"
            refused.append(BadSettings(shown(path), "", same, "Give one of them another name."))
        else:
            found[source.name] = source
    return tuple(found.values()), tuple(refused)


def _source_file(workspace: Workspace, path: Path) -> SourceFile:
    if path.is_symlink():
        raise HostileInput(shown(path), "this is a symbolic link", "Copy the file itself.")
    filter_for(path.name)
    stem, suffix_locale = split_name(path)
    name = guard.slug(stem)
    if name != stem:
        usual = f"{name}{path.name.removeprefix(path.name.split('.')[0])}"
        reason = "a document's name has small letters, digits and hyphens only"
        raise BadSettings(shown(path), "", reason, f"Call it {usual}.")
    own = workspace.settings.documents.get(name)
    if own and own.locale:
        return SourceFile(name, path, own.locale, "workspace.toml")
    if suffix_locale:
        return SourceFile(name, path, suffix_locale, "file name")
    if workspace.settings.source_locale:
        return SourceFile(name, path, workspace.settings.source_locale, "workspace.toml")
    try:
        text = guard.check_source(read_file(path, guard.SOURCE_BYTES), shown(path))
    except UndersignedError:
        text = ""  # whoever reads the document is told; the others stay in sight
    return SourceFile(name, path, *told_by_script(text))


def split_name(path: Path) -> tuple[str, str]:
    """Part the name of a file from the language it may name: `letter.ar.txt` is in Arabic."""
    stem = unicodedata.normalize("NFC", path.name.removesuffix(path.suffix))
    head, dot, last = stem.rpartition(".")
    if dot and languages.is_known(last):
        return head, languages.normalise(last)
    return stem, ""


def told_by_script(text: str) -> tuple[str, str]:
    """Guess the language of a text, and say what told it: its script, or nothing."""
    guess = languages.guess_locale(text)
    return (guess, "script") if guess != "en" else ("en", "default")


def source_file(workspace: Workspace, name: str) -> SourceFile:
    """Find one source document.

    Raises:
        UnknownDocument: there is none of that name.
    """
    files = source_files(workspace)
    for each in files:
        if each.name == name:
            return each
    raise UnknownDocument(name, (each.name for each in files))


def single_source(path: Path, locale: str, catalog: Catalog | None = None) -> SourceFile:
    """Find out about a source given by its path alone: its name, and what language it is in.

    The language is, in this order: the one given, the one its catalog names, what a workspace
    around it says of this document, the file name's, the workspace's, what its script tells, `en`.
    """
    check_name(path)
    stem, suffix_locale = split_name(path)
    name = guard.slug(stem)
    settings = _settings_around(path)
    named = _named_source_language(catalog) if catalog else ""
    own = settings.documents.get(name)
    for tag, told_by in (
        (locale, "you"),
        (named, "catalog"),
        (own.locale if own else "", "workspace.toml"),
        (suffix_locale, "file name"),
        (settings.source_locale, "workspace.toml"),
    ):
        if tag:
            return SourceFile(name, path, languages.normalise(tag), told_by)
    text = guard.check_source(read_file(path, guard.SOURCE_BYTES), shown(path))
    return SourceFile(name, path, *told_by_script(text))


def _named_source_language(catalog: Catalog) -> str:
    """Give the source language a catalog names, if it can be read."""
    try:
        return languages.normalise(catalog.header("X-Source-Language"))
    except UnknownLocale:
        return ""


def _settings_around(path: Path) -> Settings:
    """Read the settings of the workspace in whose `sources/` a file lies."""
    folder = path.absolute().parent
    settings = folder.parent / "workspace.toml"
    if folder.name == "sources" and settings.is_file():
        return open_workspace(folder.parent).settings
    return Settings()


def check_format(path: Path) -> None:
    """Refuse a file that no filter reads, by its name alone.

    Raises:
        UnknownFormat: naming the suffixes that are read.
    """
    filter_for(path.name)


def read_source(source: SourceFile) -> tuple[bytes, str]:
    """Read a source document's bytes and the name of its format.

    Raises:
        UnknownFormat: no filter reads files of this kind.
        LimitExceeded, HostileInput, UnreadableSource: it is refused at the edge.
    """
    format_name = filter_for(source.path.name).name
    data = read_file(source.path, guard.SOURCE_BYTES)
    guard.check_source(data, shown(source.path))
    return data, format_name


def read_document(source: SourceFile) -> Document:
    """Read and extract a source document.

    Raises:
        UnknownFormat: no filter reads files of this kind.
        LimitExceeded, HostileInput, UnreadableSource: it is refused at the edge.
    """
    data, format_name = read_source(source)
    document = plumbing.extract(data, format=format_name, locale=source.locale, name=source.name)
    guard.check_units(document, shown(source.path))
    return document


def read_catalog_file(path: Path) -> Catalog:
    """Read one catalog.

    Raises:
        MalformedCatalog and its like: it is refused at the edge.
    """
    return read_catalog(read_file(path, guard.CATALOG_BYTES), where=shown(path))


def check_no_translations(path: Path) -> None:
    """Refuse to put a template in the place of a catalog that somebody has worked on.

    Raises:
        HostileInput: there are translations in it.
    """
    try:
        catalog = read_catalog_file(path)
    except UndersignedError:
        return
    if any(entry.target.strip() for entry in catalog.entries):
        raise HostileInput(
            shown(path), "there are translations in this catalog", "Choose another name."
        )


def source_template(source: SourceFile, document: Document, root: Path) -> Catalog:
    """Make the template of a document, with references as seen from the workspace's folder."""
    return template(document, source=source.path.relative_to(root).as_posix())


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
