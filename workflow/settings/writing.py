"""Change `workspace.toml` the way a careful person would: one value, and nothing else.

What was written is read again before it is given away: a file says what was asked for, and all
else as before, or it is not changed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Literal

from workflow import guard, languages
from workflow.errors import BadSettings, UnknownLocale
from workflow.model import Missing, State
from workflow.settings.editing import File, Value
from workflow.settings.reading import DocumentSettings, Settings, read_settings

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class DocumentChanges:
    """What to change for one document: None leaves a property alone, an empty value removes it."""

    title: str | None = None
    locale: str | None = None
    languages: tuple[str, ...] | None = None
    deadline: date | Literal[""] | None = None
    priority: int | None = None
    tags: tuple[str, ...] | None = None
    notes: str | None = None
    minimum: State | Literal[""] | None = None
    missing: Missing | Literal[""] | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """What to change in a workspace: None leaves a property alone, an empty value removes it."""

    name: str | None = None
    source_locale: str | None = None
    languages: tuple[str, ...] | None = None
    documents: Mapping[str, DocumentChanges] = field(default_factory=dict)
    """By name; a document that the file does not know yet gets a table of its own."""


def new_settings(name: str, source_locale: str = "", languages: tuple[str, ...] = ()) -> bytes:
    r"""Write the settings of a new workspace.

    >>> new_settings("River network", "en", ("fr", "ar"))
    b'name = "River network"\nsource_locale = "en"\nlanguages = ["fr", "ar"]\n'

    Raises:
        BadSettings: a locale is no language tag.
    """
    return change_settings(b"", Changes(name, source_locale, languages))


def change_settings(data: bytes, changes: Changes, *, where: str = "workspace.toml") -> bytes:
    r"""Change some settings; comments, order and spelling of all others stay as they are.

    A comment on the line of a key that goes stays on a line of its own. New keys stand at the end
    of their table, new documents at the end of the file. `where` names the file in messages.

    >>> data = b'name = "Rivers" # ours\n'
    >>> change_settings(data, Changes(name="Lakes", languages=("fr",)))
    b'name = "Lakes" # ours\nlanguages = ["fr"]\n'

    Laws: `read_settings` says what was asked for, and all else as before; what is set already
    changes no byte.

    Raises:
        BadSettings: `data` is impossible or would become so; the key that is wrong is named.
        HostileInput, LimitExceeded: a document cannot be called so.
    """
    before = read_settings(data, where)
    wanted = _wanted(before, changes)
    if wanted == before:
        return data
    text = guard.decode(data, where)
    mark, text = (_BOM, text[1:]) if text.startswith(_BOM) else ("", text)
    windows = "\r\n" in text and not re.search("(?<!\r)\n", text)
    file = File(text.replace("\r\n", "\n") if windows else text)
    try:
        file.change((), _differences(before, wanted))
        for name, own in wanted.documents.items():
            said = before.documents.get(name, DocumentSettings())
            file.change(("documents", name), _differences(said, own))
    except (ValueError, LookupError):  # tomlkit's
        raise _unchangeable(where) from None
    changed = file.text()
    after = mark + (changed.replace("\n", "\r\n") if windows else changed)
    return _checked(after, wanted, where)


def _checked(text: str, wanted: Settings, where: str) -> bytes:
    """See that a file says what was asked for, whatever it was written like."""
    try:
        data = text.encode()
    except UnicodeEncodeError:
        raise BadSettings(where, "", "half a character cannot be written", "Remove it.") from None
    try:
        said = read_settings(data, where)
    except BadSettings as refusal:
        if refusal.key:
            raise
        raise _unchangeable(where) from None
    emptied = dict.fromkeys(wanted.documents, DocumentSettings())  # gone with their last dotted key
    if replace(said, documents=emptied | dict(said.documents)) != wanted:
        raise _unchangeable(where)
    return data


def _unchangeable(where: str) -> BadSettings:
    reason = "it is written in a way that cannot be changed from here"
    return BadSettings(where, "", reason, "Change it by hand, in an editor.")


# --- values --------------------------------------------------------------------------------------


def _wanted(before: Settings, changes: Changes) -> Settings:
    documents = dict(before.documents)
    for name, asked in changes.documents.items():
        guard.check_slug(name)
        own = documents.get(name, DocumentSettings())
        changed = replace(own, **_asked(asked))  # type: ignore[arg-type]
        if changed != own:
            documents[name] = changed
    return replace(before, **_asked(changes) | {"documents": documents})  # type: ignore[arg-type]


def _asked(changes: Changes | DocumentChanges) -> dict[str, object]:
    """Give what is to change, as `read_settings` would say it."""
    given = {each.name: getattr(changes, each.name) for each in fields(changes)}
    asked = {key: value for key, value in given.items() if value is not None}
    for key, value in asked.items():
        if key == "languages":
            asked[key] = tuple(dict.fromkeys(_normal(each) for each in value))
        elif key in ("locale", "source_locale"):
            asked[key] = _normal(value)
        elif key in ("deadline", "minimum", "missing"):
            asked[key] = value or None
        elif key == "name":
            asked[key] = value or Settings().name
    return asked


def _normal(tag: str) -> str:
    """Write a tag as it should be; leave one that is none to be refused with its place."""
    try:
        return languages.normalise(tag) if tag else ""
    except UnknownLocale:
        return tag


def _differences(
    before: Settings | DocumentSettings, after: Settings | DocumentSettings
) -> dict[str, Value]:
    """Give the keys to write, with an empty text for those to remove."""
    changed: dict[str, Value] = {}
    for each in fields(before):
        value = getattr(after, each.name)
        if each.name != "documents" and value != getattr(before, each.name):
            is_usual = value == getattr(type(after)(), each.name)
            changed[each.name] = "" if is_usual else _written(value)
    return changed


def _written(value: Value | State | Missing) -> Value:
    """Give a value as the file has it: states are words there."""
    if isinstance(value, State):
        return value.name.lower()
    return value.value if isinstance(value, Missing) else value
