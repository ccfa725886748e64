"""The file of a document in `sources/`, and what the settings say of it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import replace
from pathlib import Path

from workflow import guard, languages
from workflow.errors import LimitExceeded, NotPossible
from workflow.exchange.files import check_inside, check_name, read_file, shown, write_file
from workflow.filters import filter_for
from workflow.services.files.sources import SourceFile, look_at_sources, split_name, told_by_script
from workflow.services.wording import proposing
from workflow.services.workspace import SETTINGS_BYTES, Workspace
from workflow.settings import Changes, DocumentChanges, change_settings
from workflow.store import Db, revising
from workflow.store.documents import StoredDocument, document_named
from workflow.typed import check_label, check_notes


def source_path(workspace: Workspace, stored: StoredDocument) -> Path:
    """Say where the file of a document lies, or would; it may name its language or not."""
    usual = workspace.root / "sources" / f"{stored.name}{stored.suffix}"
    if usual.exists():
        return usual
    found, _ = look_at_sources(workspace)
    return next((each.path for each in found if each.name == stored.name), usual)


def wanted(workspace: Workspace, stored: StoredDocument) -> tuple[str, ...]:
    """Give the languages into which a document is to be translated: not its own."""
    locales = workspace.settings.of(stored.name).languages
    return tuple(each for each in locales if each != stored.source_locale)


def new_source(
    workspace: Workspace, data: bytes, file_name: str, name: str, locale: str
) -> SourceFile:
    """Say what a new document will be called, where it will lie, and what language it is in.

    The language is, in this order: the one given, what the settings say of this document, the file
    name's, the workspace's, what its script tells, `en`.

    Raises:
        UnknownFormat, UnreadableSource, LimitExceeded, HostileInput, UnknownLocale: it is refused.
    """
    given = Path(file_name)
    check_name(given)
    filter_for(given.name)
    text = guard.check_source(data, shown(given.name))
    stem, suffix_locale = split_name(given)
    called = guard.check_slug(name) if name else guard.slug(stem)
    own = workspace.settings.documents.get(called)
    told = (
        (languages.normalise(locale) if locale else "", "you"),
        (own.locale if own else "", "workspace.toml"),
        (suffix_locale, "file name"),
        (workspace.settings.source_locale, "workspace.toml"),
    )
    tag, told_by = next((each for each in told if each[0]), told_by_script(text))
    suffix = unicodedata.normalize("NFC", given.name).removeprefix(stem)
    return SourceFile(called, workspace.root / "sources" / f"{called}{suffix}", tag, told_by)


def no_text(what: str) -> NotPossible:
    """Say that there is nothing to translate in a document, and what to do next."""
    reason = f"{what}: there is no text to translate in it"
    return NotPossible(reason, "Write one and try again.", case="no_text")


def targets_of(source: SourceFile, given: Collection[str]) -> tuple[str, ...]:
    """Give the languages that were named for a new document, each once, without its own.

    Raises:
        UnknownLocale: one of them is none.
        NotPossible: only its own was named; then it may well be taken for another one.
    """
    targets = dict.fromkeys(languages.normalise(each) for each in given)
    found = tuple(each for each in targets if each != source.locale)
    if targets and not found:
        reason = f"'{source.name}' is taken to be in '{source.locale}' itself"
        what_next = (
            "Is it in another language? Say which: --locale TAG. Else translate into another."
        )
        raise NotPossible(reason, what_next, case="own_language_only")
    return found


def check_free(workspace: Workspace, db: Db, source: SourceFile, data: bytes) -> None:
    """Refuse a name that another document has; the same text may lie there already.

    Raises:
        NotPossible: a document has it, or a file in `sources/` with another text.
    """
    if there := document_named(db, source.name):
        what_next = "Choose another name, or propose this text as its next revision."
        if there.source_locale != source.locale:
            what_next = (
                f"It stays in '{there.source_locale}'. Add this one with another --name, and put "
                f"that one aside with: `undersigned archive {source.name}`"
            )
        reason = f"there is a document called '{source.name}'"
        raise NotPossible(reason, what_next, case="name_taken")
    check_inside(workspace.root, source.path)
    found, _ = look_at_sources(workspace)
    for each in found:
        if each.name == source.name and (each.path != source.path or _read(each.path) != data):
            raise NotPossible(
                f"sources/{shown(each.path.name)} is there with another text",
                "Choose another name, or take that file up with: `undersigned sync`",
                case="file_there",
            )


def check_untouched(db: Db, workspace: Workspace, stored: StoredDocument) -> Path:
    """Say where a released text is to be written; nothing that somebody wrote there is lost.

    Raises:
        NotPossible: the file has a text that is none of the document's revisions.
    """
    path = source_path(workspace, stored)
    check_inside(workspace.root, path)
    if path.exists():
        there = hashlib.sha256(_read(path)).hexdigest()
        if there not in {each.digest for each in revising.revisions_of(db, stored.id)}:
            raise NotPossible(
                f"sources/{shown(path.name)} was changed meanwhile",
                "Put the released text back there, or propose this one with: "
                + proposing(stored.name, shown(path)),
                case="file_changed",
            )
    return path


def _read(path: Path) -> bytes:
    return read_file(path, guard.SOURCE_BYTES)


def set_properties(
    workspace: Workspace,
    name: str,
    changes: DocumentChanges,
    write: Callable[[Path, bytes], object] = write_file,
) -> None:
    """Write what the settings say of a document; all else in the file stays as it is.

    Raises:
        BadSettings: a value is impossible; nothing was written.
        LimitExceeded, HostileInput: a text is too long or deceives, or there is too much of it.
    """
    path = workspace.settings_path
    data = read_file(path, SETTINGS_BYTES) if path.exists() else b""
    changed = change_settings(data, Changes(documents={name: _checked(changes)}), where=path.name)
    if len(changed) > SETTINGS_BYTES:
        what_next = "Take documents out of it that are not there any more."
        raise LimitExceeded(path.name, "the file", SETTINGS_BYTES, "bytes", what_next)
    if changed != data:
        write(path, changed)


def _checked(changes: DocumentChanges) -> DocumentChanges:
    """Tidy what somebody typed into the properties of a document, or refuse it."""
    title, tags, notes = changes.title, changes.tags, changes.notes
    _check_number(changes.languages, "the list of languages", guard.DOCUMENT_LANGUAGES)
    _check_number(tags, "the list of tags", guard.DOCUMENT_TAGS)
    if title is not None:
        title = check_label(title, "the title", guard.TITLE_CODE_POINTS)
    if tags is not None:
        labels = (check_label(each, "a tag", guard.TAG_CODE_POINTS) for each in tags)
        tags = tuple(dict.fromkeys(filter(None, labels)))
    if notes is not None:
        notes = check_notes(notes)
    return replace(changes, title=title, tags=tags, notes=notes)


def _check_number(given: Collection[str] | None, what: str, limit: int) -> None:
    if given is not None and len(given) > limit:
        raise LimitExceeded(what, "it", limit, "entries", "Leave some out and try again.")
