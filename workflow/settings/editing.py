"""Change single keys in the text of a TOML file, with all else left as a person wrote it.

The file is taken apart at its headers, and only the part that a change is about goes through
tomlkit, which keeps comments, order and spelling. So a comment above a header stays there when a
key is added to the table before it. tomlkit is loaded with the first change.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, TypeAlias, cast

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import InlineTable, Item, Key, Table

Value: TypeAlias = str | int | date | tuple[str, ...]
_Table: TypeAlias = "TOMLDocument | Table | InlineTable"
_Body: TypeAlias = "list[tuple[Key | None, Item]]"
_HEADER = re.compile(r"[ \t]*\[")
_BARE = re.compile("[A-Za-z0-9_-]+")
# Several lines in which every character can stand as it is.
_LINES = re.compile(r'[^\x00-\x1f\x7f"\\\ud800-\udfff]+(\n[^\x00-\x1f\x7f"\\\ud800-\udfff]*)+')
_FIRST_PARAGRAPH = re.compile(r"(?:[ \t]*\#[^\n]*\n)+[ \t]*\n")
# A string on one line, a comment, or a line break; for the inside of an array of strings.
_IN_ARRAY = re.compile(r""""(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\#[^\n]*|\n""")


class File:
    """A file in parts: what stands before the first header, then each header with its table."""

    def __init__(self, text: str) -> None:
        self.parts = list(_parts(text))

    def change(self, path: tuple[str, ...], values: Mapping[str, Value]) -> None:
        """Set some keys of one table: the file's own, or that of the document that `path` names.

        An empty text removes a key; what is new stands at the end of its table, and a document that
        has no table yet gets one at the end of the file.

        Raises:
            ValueError: a table stands in several places, as in `a.b = 1` and `a.c = 2`.
        """
        if not values:
            return
        if not path and not tomllib.loads(self.parts[0]):
            self._begin(values)
            return
        from tomlkit import dumps, inline_table, parse
        from tomlkit.container import OutOfOrderTableProxy

        at = self._part(path)
        part = parse(_closed(self.parts[at]))
        table: _Table = part
        for name in path:
            if name not in table:
                table[name] = inline_table()
            table = cast("_Table", table[name])
            if isinstance(table, OutOfOrderTableProxy):
                raise ValueError(name)  # noqa: TRY004 - of the text, not of an argument
        for key, value in values.items():
            _set(table, key, value)
        self.parts[at] = dumps(part)

    def text(self) -> str:
        """Give the whole file."""
        return "".join(self.parts)

    def _begin(self, values: Mapping[str, Value]) -> None:
        """Write the file's own keys where there are none, behind a paragraph that speaks of it."""
        from tomlkit import document, dumps

        first = self.parts[0]
        found = _FIRST_PARAGRAPH.match(first)
        above = found[0] if found else "" if self.parts[1:] else first
        below = first[len(above) :]
        keys = document()
        for key, value in values.items():
            _set(keys, key, value)
        after = "\n" if (below or self.parts[1:]) and not below.startswith("\n") else ""
        self.parts[0] = _closed(above) + dumps(keys) + after + below

    def _part(self, path: tuple[str, ...]) -> int:
        """Find the part in which a table stands; make one where there is none."""
        if not path:
            return 0
        name = path[1]
        said = [tomllib.loads(part).get("documents", {}) for part in self.parts]
        known = [at for at, documents in enumerate(said) if name in documents]
        if known:
            return known[0]
        header = f"[documents.{name if _BARE.fullmatch(name) else _quoted(name)}]\n"
        text = _closed(self.text())
        if not _is_whole(text + header):  # the documents stand in braces, which nothing can follow
            return next(at for at, part in enumerate(self.parts) if "documents" in part)
        self.parts[-1] = _closed(self.parts[-1])
        between = "" if not text or text.endswith("\n\n") else "\n"
        self.parts.append(between + header)
        return len(self.parts) - 1


def _quoted(text: str) -> str:
    """Write a text the way TOML does, in double quotes."""
    from tomlkit import item

    return item(text).as_string()


def _closed(text: str) -> str:
    """End the last line of a text."""
    return text if not text or text.endswith("\n") else f"{text}\n"


def _parts(text: str) -> Iterator[str]:
    """Cut a file before each header; `[` inside an array or a long text is none.

    Each part is TOML by itself, the first may be empty.
    """
    part = ""
    for line in re.findall("[^\n]*\n|[^\n]+", text):
        if _HEADER.match(line) and _is_whole(part):
            yield part
            part = ""
        part += line
    yield part


def _is_whole(part: str) -> bool:
    try:
        tomllib.loads(part)
    except tomllib.TOMLDecodeError:
        return False
    return True


# --- one table -----------------------------------------------------------------------------------


def _set(table: _Table, key: str, value: Value) -> None:
    """Set one key of a table, or remove it where the value is empty."""
    from tomlkit import item
    from tomlkit.container import Container

    body: _Body = (table if isinstance(table, Container) else table.value).body
    at = next((at for at, (each, _) in enumerate(body) if each and each.key == key), None)
    old = None if at is None else body[at][1]
    if value == "":
        if old is not None and at is not None:
            table.remove(key)
            _leave_comments(body, at, old)
        return
    if isinstance(value, tuple):
        new = _array(value, old)
    else:
        new = _lines(value) if isinstance(value, str) and _LINES.fullmatch(value) else item(value)
    if old is not None:
        table[key] = new
        return
    tail = _tail(body)
    table.append(key, new)
    body += tail


def _lines(text: str) -> Item:
    """Write a text of several lines as such, so that people can go on writing in it."""
    from tomlkit import parse

    return cast("Item", parse(f'text = """\n{text}"""')["text"])


def _tail(body: _Body) -> _Body:
    """Take off what stands behind the last key of a table, for it belongs to what comes next."""
    keys = [at for at, (key, _) in enumerate(body) if key]
    first = keys[-1] + 1 if keys else 0
    tail = body[first:]
    del body[first:]
    return tail


def _leave_comments(body: _Body, at: int, removed: Item) -> None:
    """Keep what a person wrote beside a value that goes."""
    from tomlkit.items import Comment, Trivia

    comments = [note for note in _notes(removed.as_string()) if note.startswith("#")]
    comments += [removed.trivia.comment] if removed.trivia.comment else []
    if comments:
        indent = removed.trivia.indent
        body[at] = (None, Comment(Trivia(indent, "", f"\n{indent}".join(comments), "\n")))


def _notes(array: str) -> list[str]:
    """Give the strings, comments and line breaks of an array; nothing of another value."""
    return _IN_ARRAY.findall(array) if array.startswith("[") else []


def _array(values: tuple[str, ...], old: Item | None) -> Item:
    """Write a list of texts in the manner of the old one: on one line, or on many with comments."""
    from tomlkit import array, parse

    written = old.as_string() if old is not None else ""
    notes = _notes(written)
    if not any(note.startswith("#") for note in notes):
        plain = array()
        plain.extend(values)
        return plain.multiline("\n" in written)
    above, beside, below = _comments(notes)
    lines: list[str] = []
    for value in values:
        lines += above.pop(value.lower(), [])
        lines.append(f"{_quoted(value)},{beside.pop(value.lower(), '')}")
    for left in [*above.values(), [note.strip() for note in beside.values()], below]:
        lines += left
    text = "\n".join(["list = [", *(f"  {line}" for line in lines), "]"])
    return cast("Item", parse(text)["list"])


def _comments(notes: list[str]) -> tuple[dict[str, list[str]], dict[str, str], list[str]]:
    """Sort the comments of an array: above a value, beside it, and below them all.

    Values are found again in small letters, for a tag of a language may be spelled anew.
    """
    above: dict[str, list[str]] = {}
    beside: dict[str, str] = {}
    waiting: list[str] = []
    current = None
    for note in notes:
        if note == "\n":
            current = None
        elif not note.startswith("#"):
            current = str(tomllib.loads(f"text = {note}")["text"]).lower()
            above.setdefault(current, []).extend(waiting)
            waiting = []
        elif current is not None:
            beside[current] = f"{beside.get(current, '')} {note}"
        else:
            waiting.append(note)
    return above, beside, waiting
