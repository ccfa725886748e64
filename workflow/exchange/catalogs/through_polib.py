"""Read and write entries with polib: the only module that knows it.

Both directions hold one entry at a time, so a catalog costs the memory of our values and no more.
"""

from __future__ import annotations

import re
from typing import Any

import polib

from workflow.errors import MalformedCatalog
from workflow.exchange.catalogs.grammar import JOINT, Statements, reveal
from workflow.model import Entry, UnitKey

_TEXT_LINE = re.compile(r'^(?=msg|")', re.MULTILINE)
_PREVIOUS_LINE = re.compile(r"^#\| ", re.MULTILINE)


# What polib's parser calls the words at the beginning of a line.
_COMMENTS = {"#": "tc", "#.": "gc", "#:": "oc", "#,": "fl"}
_TEXTS = {"msgctxt": "ct", "msgid": "mi", "msgid_plural": "mp", "msgstr": "ms"}
_PREVIOUS = {"msgctxt": "pc", "msgid": "pm", "msgid_plural": "pp"}


def parse(statements: Statements, where: str) -> list[Entry]:
    """Have polib read the statements of a file: all entries in its order, the header among them.

    Raises:
        MalformedCatalog, LimitExceeded: what the statements raise.
    """
    collector = _Collector(statements)
    try:
        _Parser(statements, klass=lambda **_: collector).parse()
    except OSError as error:  # polib's only error; the grammar should have found it first
        reason = str(error).replace("\n", " ")
        what_next = "Check this entry with: msgfmt -c"
        raise MalformedCatalog(where, statements.line, reason, what_next) from error
    return collector.read


class _Parser(polib._POFileParser):  # type: ignore[misc]  # noqa: SLF001
    """polib's parser without its first step, cutting and searching lines, which costs the most.

    Statements are cut and checked already. `polib.pofile(statements)` reads the same, slower: a
    test compares the two.
    """

    def parse(self) -> None:
        """Tell polib's machine one statement after another."""
        process = self.process
        for line in self.fhandle:
            word, text = line.split(" ", 1)
            if word in _TEXTS:
                self.entry_obsolete, self.current_token = 0, text
                process(_TEXTS[word])
            elif word in _COMMENTS:
                self.current_token = line
                process(_COMMENTS[word])
            elif word == "#|":
                word, self.current_token = text.split(" ", 1)
                process(_PREVIOUS[word])
            else:
                self._tell_rarer(word, line, text)
        if self.current_state in ("ms", "mx"):  # else only comments follow the last entry
            self.instance.append(self.current_entry)

    def handle_ms(self) -> bool:
        """Take a target; most of them have nothing to unescape."""
        text = self.current_token[1:-1]
        self.current_entry.msgstr = polib.unescape(text) if "\\" in text else text
        return True

    def _tell_rarer(self, word: str, line: str, text: str) -> None:
        """Tell an obsolete text or a plural form, which polib cuts from the line by itself."""
        self.entry_obsolete = word == "#~"
        if self.entry_obsolete:
            line = text
            word, text = line.split(" ", 1)
        if word[-1] == "]":
            self.current_token = line
            self.process("mx")
        else:
            self.current_token = text
            self.process(_TEXTS[word])


class _Collector(polib.POFile):  # type: ignore[misc]
    """Takes the place of polib's file and turns each entry into a value as soon as it is read."""

    def __init__(self, statements: Statements) -> None:
        super().__init__()
        self.header: str = ""
        self.read: list[Entry] = []
        self._lines = statements.msgid_lines

    def append(self, entry: Any) -> None:  # noqa: ANN401 (polib has no types)
        comment = entry.tcomment
        if self.header:  # polib gives the first comments of a file to the file
            comment = f"{self.header}\n{comment}" if comment else self.header
            self.header = ""
        self.read.append(_value(entry, comment, self._lines[len(self.read)]))

    def find(self, *_arguments: object, **_options: object) -> None:
        """Find no header entry: polib would lose its comments, doubles and order."""


def _value(entry: Any, comment: str, line: int) -> Entry:  # noqa: ANN401
    previous = None
    if entry.previous_msgid is not None or entry.previous_msgctxt is not None:
        previous = UnitKey(entry.previous_msgid or "", entry.previous_msgctxt or "")
    plural = entry.msgid_plural
    return Entry(
        UnitKey(entry.msgid, entry.msgctxt or ""),
        tuple(entry.msgstr_plural.values()) if plural else (entry.msgstr,),
        plural,
        tuple(filter(None, entry.flags)) if entry.flags else (),
        _lines(entry.comment) if entry.comment else (),
        _lines(comment) if comment else (),
        _references(entry.occurrences) if entry.occurrences else (),
        previous,
        entry.previous_msgid_plural or "",
        bool(entry.obsolete),
        line,
    )


def _lines(block: str) -> tuple[str, ...]:
    """Take apart the comments that `Statements` put on one line; polib joins two such lines."""
    if "\n" in block:
        block = block.replace(f"{JOINT}\n{JOINT}", JOINT)
    return tuple(block[1:-1].split(JOINT))


def _references(occurrences: list[tuple[str, str]]) -> tuple[str, ...]:
    """Join what polib took apart at the last colon."""
    words = [f"{file}:{line}" if line else file for file, line in occurrences]
    return tuple(map(reveal, words) if JOINT in "".join(words) else words)


class Writer(polib.POEntry):  # type: ignore[misc]
    """One entry of polib, filled again and again: making one costs more than writing it."""

    def say(self, entry: Entry) -> str:
        """Write one entry, unwrapped, with a line break at its end."""
        self.msgctxt = entry.key.context or None
        self.msgid = entry.key.source
        self.msgid_plural = entry.plural
        self.msgstr = entry.targets[0]
        self.msgstr_plural = dict(enumerate(entry.targets)) if entry.plural else {}
        self.flags = entry.flags
        self.comment = _block(entry.extracted)
        self.tcomment = _block(entry.comments)
        self.occurrences = [(reference, "") for reference in entry.references]
        previous = entry.previous
        self.previous_msgid = previous.source if previous else None
        self.previous_msgctxt = (previous.context or None) if previous else None
        self.previous_msgid_plural = entry.previous_plural or None
        # polib leaves these comments out of obsolete entries, so they are written as living ones.
        restored = entry.obsolete and bool(entry.extracted or entry.references)
        self.obsolete = entry.obsolete and not restored
        text: str = self.__unicode__(0)
        if restored:
            text = _PREVIOUS_LINE.sub("#~| ", _TEXT_LINE.sub("#~ ", text))
        return text.replace(f" {JOINT}", "") if JOINT in text else text

    def _str_field(
        self, name: str, marker: str, form: str, text: str, wrapwidth: int = 0
    ) -> list[str]:
        """Write a text of one line without counting its columns: nothing is wrapped here."""
        if len(text.splitlines()) > 1:
            return super()._str_field(name, marker, form, text, wrapwidth)  # type: ignore[no-any-return]
        return [f'{marker}{name.removeprefix("previous_")}{form} "{polib.escape(text)}"']


def _block(lines: tuple[str, ...]) -> str:
    """Join comments for polib, which forgets a single empty line and adds spaces to others."""
    if not lines:
        return ""
    return "\n".join(lines) if all(lines) else "\n".join(line or JOINT for line in lines)
