"""Read `workspace.toml` into values.

name = "Appeals of the river network"
source_locale = "en"
languages = ["fr", "ar", "ja"]

[publication]
minimum = "reviewed"        # or "translated"
missing = "refuse"          # or "source", "marked"

[server]
address = "https://translate.example.org"

[documents.rivers]
title = "A joint appeal for the rivers"
locale = "en"
languages = ["fr", "ar"]
deadline = 2026-12-01
priority = 1
tags = ["appeal"]
notes = "The name of the river stays as it is."
minimum = "translated"      # in place of the workspace's, for this document
missing = "marked"
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlsplit

from workflow import guard, languages
from workflow.assembly import Policy
from workflow.errors import BadSettings, HostileInput, LimitExceeded, UnknownLocale
from workflow.model import Missing, State

_MINIMUM = {"translated": State.TRANSLATED, "reviewed": State.REVIEWED}
_KNOWN = {"name", "source_locale", "languages", "publication", "server", "documents"}
_OF_DOCUMENT = {
    "title",
    "locale",
    "languages",
    "deadline",
    "priority",
    "tags",
    "notes",
    "minimum",
    "missing",
}
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:]*:[0-9a-f:.]*")
"""Names and numbers of servers; a name in another script is written as `xn--...`."""
_LOOPBACK = frozenset(("localhost", "127.0.0.1", "::1"))
_USUAL_PORT = {"https": 443, "http": 80}
Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class DocumentSettings:
    """What the workspace says of one document; the workspace's own values where it says nothing."""

    title: str = ""
    locale: str = ""
    languages: tuple[str, ...] = ()
    deadline: date | None = None
    priority: int = 0
    """The higher, the more urgent."""
    tags: tuple[str, ...] = ()
    notes: str = ""
    """What translators should know before they begin; plain text of several lines."""
    minimum: State | None = None
    """What is good enough to be published."""
    missing: Missing | None = None
    """What stands where a translation is missing."""

    @property
    def publication(self) -> Policy:
        """Give the rule by which it is published; the strictest where nothing is said."""
        return Policy(self.minimum or State.REVIEWED, self.missing or Missing.REFUSE)


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace says of itself."""

    name: str = "Workspace"
    source_locale: str = ""
    """Empty where each document's own text or name tells."""
    languages: tuple[str, ...] = ()
    publication: Policy = field(default_factory=lambda: Policy(State.REVIEWED, Missing.REFUSE))
    address: str = ""
    documents: Mapping[str, DocumentSettings] = field(default_factory=dict)

    def of(self, document: str) -> DocumentSettings:
        """Give the settings of one document, filled up with the workspace's own."""
        own = self.documents.get(document, DocumentSettings())
        return DocumentSettings(
            title=own.title,
            locale=own.locale or self.source_locale,
            languages=own.languages or self.languages,
            deadline=own.deadline,
            priority=own.priority,
            tags=own.tags,
            notes=own.notes,
            minimum=own.minimum or self.publication.minimum,
            missing=own.missing or self.publication.missing,
        )


class _Reader:
    """Takes values out of a TOML table and says where one is impossible."""

    def __init__(self, where: str, table: Table, prefix: str = "") -> None:
        self.where, self.table, self.prefix = where, table, prefix

    def fail(self, key: str, reason: str, what_next: str) -> BadSettings:
        return BadSettings(self.where, self.prefix + key, reason, what_next)

    def only(self, known: set[str]) -> None:
        for key in self.table:
            if key not in known:
                raise self.fail(key, "nobody knows this", f"Known: {', '.join(sorted(known))}.")

    def text(self, key: str, default: str = "") -> str:
        value = self.table.get(key, default)
        if not isinstance(value, str):
            raise self.fail(key, "this must be a text", 'Put it in quotes, such as "fr".')
        return value

    def locale(self, key: str) -> str:
        value = self.text(key)
        try:
            return languages.normalise(value) if value else ""
        except UnknownLocale as error:
            raise self.fail(key, str(error).rstrip("."), "Correct it.") from None

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.fail(key, "this must be a list of texts", 'Write ["fr", "ar"].')
        return tuple(value)

    def locales(self, key: str) -> tuple[str, ...]:
        try:
            return tuple(dict.fromkeys(languages.normalise(each) for each in self.texts(key)))
        except UnknownLocale as error:
            raise self.fail(key, str(error).rstrip("."), "Correct it.") from None

    def number(self, key: str) -> int:
        value = self.table.get(key, 0)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.fail(key, "this must be a whole number", "Write it without quotes.")
        return value

    def date(self, key: str) -> date | None:
        value = self.table.get(key)
        if value is not None and type(value) is not date:
            raise self.fail(key, "this must be a date", "Write it as 2026-12-01, without quotes.")
        return value

    def choice(self, key: str, choices: Iterable[str]) -> str:
        """Take one of some words; empty where nothing is said."""
        value = self.text(key)
        if key in self.table and value not in choices:
            raise self.fail(key, f"'{value}' is none of the choices", f"Use {', '.join(choices)}.")
        return value

    def minimum(self) -> State | None:
        return _MINIMUM.get(self.choice("minimum", _MINIMUM))

    def missing(self) -> Missing | None:
        value = self.choice("missing", [each.value for each in Missing])
        return Missing(value) if value else None

    def inside(self, key: str) -> _Reader:
        value = self.table.get(key, {})
        if not isinstance(value, dict):
            raise self.fail(key, "this must be a table", f"Write [{self.prefix}{key}].")
        return _Reader(self.where, value, f"{self.prefix}{key}.")

    def named(self, name: str) -> _Reader:
        try:
            return self.inside(guard.check_slug(name))
        except (HostileInput, LimitExceeded):
            what_next = "Use small letters, digits and hyphens."
            raise self.fail(name, "no document can be called so", what_next) from None


def read_settings(data: bytes, where: str = "workspace.toml") -> Settings:
    """Read `workspace.toml`.

    Raises:
        BadSettings: naming the key, or the line where it is no TOML.
    """
    try:
        table = tomllib.loads(guard.decode(data, where).removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:  # a number or a nesting beyond all measure too
        raise BadSettings(where, "", str(error), "Correct it there.") from None
    reader = _Reader(where, table)
    reader.only(_KNOWN)
    publication = reader.inside("publication")
    publication.only({"minimum", "missing"})
    server = reader.inside("server")
    server.only({"address"})
    documents = reader.inside("documents")
    return Settings(
        name=reader.text("name", "Workspace"),
        source_locale=reader.locale("source_locale"),
        languages=reader.locales("languages"),
        publication=DocumentSettings(
            minimum=publication.minimum(), missing=publication.missing()
        ).publication,
        address=_address(server),
        documents={name: _document(documents.named(name)) for name in documents.table},
    )


def _address(server: _Reader) -> str:
    """Read the public address, as links begin with it: without what every browser adds itself."""
    said = server.text("address")
    if not said:
        return ""
    try:
        parts = urlsplit(said)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        parts, host, port = urlsplit(""), "", None
    is_whole = parts.path in ("", "/") and not any((parts.query, parts.fragment, "@" in said))
    if not (_HOST.fullmatch(host) and is_whole and parts.scheme in ("https", "http")):
        reason, what_next = "this is no address of a server", "Write https:// and its name only."
        raise server.fail("address", reason, what_next)
    if parts.scheme == "http" and host not in _LOOPBACK:
        reason = "by http others can read links and texts on the way"
        raise server.fail("address", reason, "Write https:// and the name.")
    name = f"[{host}]" if ":" in host else host
    is_usual = port in (None, _USUAL_PORT[parts.scheme])
    return f"{parts.scheme}://{name}" if is_usual else f"{parts.scheme}://{name}:{port}"


def _document(reader: _Reader) -> DocumentSettings:
    reader.only(_OF_DOCUMENT)
    return DocumentSettings(
        title=reader.text("title"),
        locale=reader.locale("locale"),
        languages=reader.locales("languages"),
        deadline=reader.date("deadline"),
        priority=reader.number("priority"),
        tags=reader.texts("tags"),
        notes=reader.text("notes"),
        minimum=reader.minimum(),
        missing=reader.missing(),
    )
