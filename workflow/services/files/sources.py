"""The documents of a workspace: which there are, what language they are in, what they say."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workflow import guard, languages, plumbing
from workflow.errors import (
    BadSettings,
    HostileInput,
    UndersignedError,
    UnknownDocument,
    UnknownLocale,
)
from workflow.exchange.catalogs import read_catalog
from workflow.exchange.files import check_name, plainly, read_file, shown
from workflow.filters import filter_for
from workflow.model import Catalog, Document
from workflow.services.workspace import Workspace, open_workspace
from workflow.settings import Settings


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A source document as it lies in a folder."""

    name: str
    path: Path
    locale: str
    told_by: str
    """What told its language: `workspace.toml`, `file name`, `script` or `default`."""
    template: Path | None = None
    """Where the template of its last revision lies; it shows how blocks were cut."""


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
    for path in _listed(folder):
        try:
            with plainly(path):
                if path.is_dir():
                    continue
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


def _listed(folder: Path) -> list[Path]:
    """List what is in a folder and is not hidden; nothing where there is no folder."""
    with plainly(folder):
        paths = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in paths if not path.name.startswith(".")]


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
    return SourceFile(
        name, path, *_language(workspace, path, name, suffix_locale), workspace.template_path(name)
    )


def _language(workspace: Workspace, path: Path, name: str, suffix: str) -> tuple[str, str]:
    """Find out what language a document is in, and say what told it."""
    own = workspace.settings.documents.get(name)
    if own and own.locale:
        return own.locale, "workspace.toml"
    if suffix:
        return suffix, "file name"
    if workspace.settings.source_locale:
        return workspace.settings.source_locale, "workspace.toml"
    try:
        text = guard.check_source(read_file(path, guard.SOURCE_BYTES), shown(path))
    except UndersignedError:
        text = ""  # whoever reads the document is told; the others stay in sight
    return told_by_script(text)


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
    around = _workspace_around(path)
    settings = around.settings if around else Settings()
    last = around.template_path(name) if around else None
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
            return SourceFile(name, path, languages.normalise(tag), told_by, last)
    text = guard.check_source(read_file(path, guard.SOURCE_BYTES), shown(path))
    return SourceFile(name, path, *told_by_script(text), last)


def _named_source_language(catalog: Catalog) -> str:
    """Give the source language a catalog names, if it can be read."""
    try:
        return languages.normalise(catalog.header("X-Source-Language"))
    except UnknownLocale:
        return ""


def _workspace_around(path: Path) -> Workspace | None:
    """Open the workspace in whose `sources/` a file lies, if it does."""
    folder = path.absolute().parent
    if folder.name == "sources" and (folder.parent / "workspace.toml").is_file():
        return open_workspace(folder.parent)
    return None


def check_format(path: Path) -> None:
    """Refuse a file that no filter reads, by its name alone.

    Raises:
        UnknownFormat: naming the suffixes that are read.
    """
    filter_for(path.name)


def check_output(path: Path) -> None:
    """Refuse to put a document where a catalog belongs, by its name alone.

    Raises:
        HostileInput: the name is that of a catalog or a template.
    """
    if path.suffix.lower() in (".po", ".pot"):
        raise HostileInput(shown(path), "a document is no catalog", "Choose another name.")


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


def read_document(source: SourceFile, before: Iterable[str] | None = None) -> Document:
    """Read and extract a source document; its blocks keep the cut they had.

    Args:
        source: the document.
        before: source texts of the units of its last revision; its template's where not given.

    Raises:
        UnknownFormat: no filter reads files of this kind.
        LimitExceeded, HostileInput, UnreadableSource: it is refused at the edge.
    """
    data, format_name = read_source(source)
    document = plumbing.extract(
        data,
        format=format_name,
        locale=source.locale,
        name=source.name,
        before=_last_texts(source) if before is None else before,
    )
    guard.check_units(document, shown(source.path))
    return document


def _last_texts(source: SourceFile) -> tuple[str, ...]:
    """Give the texts of a document's last revision: its template's, or else its catalogs'."""
    if source.template is None:
        return ()
    if texts := _living_texts(source.template):
        return texts
    locales = source.template.parents[1]
    catalogs = sorted(locales.glob(f"*/LC_MESSAGES/{source.template.stem}.po"))
    return tuple(text for path in catalogs for text in _living_texts(path))


def _living_texts(path: Path) -> tuple[str, ...]:
    """Give the source texts of a catalog; one that cannot be read tells nothing."""
    if not path.is_file():
        return ()
    try:
        catalog = read_catalog(read_file(path, guard.CATALOG_BYTES))
    except UndersignedError:
        return ()
    return tuple(entry.key.source for entry in catalog.entries if not entry.obsolete)
