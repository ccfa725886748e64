"""Check a PO file line by line before any library reads it, and say it again in its plainest form.

polib reads what gettext's own tools write. What they do not write it reads wrongly, slowly or not
at all: it skips `#~|`, takes `msgstr[10]` for `msgstr[1]`, breaks lines at U+2028, forgets comments
at the end of a file, and needs time that grows with the square of an entry's lines. So it is given
`Statements`: the same file with every text on one line and every block of comments on one line,
after each of them has been held against the grammar. Nothing is dropped on the way.

Source: GNU gettext manual, "The Format of PO Files"; `msgfmt` 0.21 for what the manual leaves open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow import guard
from workflow.errors import LimitExceeded, MalformedCatalog
from workflow.exchange.catalogs.faults import CUT, RESTORE, explain

JOINT = "\0"
"""Stands around and between the comments of a block; no file has it, NUL is refused before."""

PLURAL_FORMS = 10
"""polib reads one digit of `msgstr[7]`; no language has more than six forms."""

# Bytes, for a file is larger as text. Every repeat is possessive (`*+`): a failed match never tries
# again, so time and memory stay linear however hostile the file is.
_TEXT = rb'"[^"\\\n]*+(?:\\[ntrvbf"\\][^"\\\n]*+)*+"[ \t]*+\n'
_SECTION = re.compile(
    rb"""
    [ \t]*+(\#~\|?+|\#\||)[ \t]*+            # obsolete, previous, both or neither
    (msg(?:ctxt|id_plural|id|str(?:\[[0-9]\])?+))[ \t]*+
    (%(text)s(?:[ \t]*+\1[ \t]*+%(text)s)*+)   # the text and its continuation lines
    |
    ((?:[ \t]*+(?:\#(?:~\|?+|\|)[ \t]*+)?+(?:\#(?![~|])[^\n]*+)?+\n)++)  # comments, empty lines
    """
    % {b"text": _TEXT},
    re.VERBOSE,
)
_SEAM = re.compile(rb'"[ \t]*\n[ \t]*(?:#~\|?|#\|)?[ \t]*"')
_ESCAPE = re.compile(r"\\.")
_PREFIX = re.compile(r"^[ \t]*#(?:~\|?|\|)[ \t]*", re.MULTILINE)
_REFERENCE = re.compile(r"\u2068[^\u2069]*\u2069[^ \t]*|[^ \t]+")
_SPACE = re.compile(r"\s")
_HIDDEN = re.compile(f"{JOINT}([0-9a-f]+){JOINT}")


def _kinds() -> dict[bytes, tuple[str, str]]:
    """Name what a marker and a keyword make together, and how polib is told.

    polib skips lines with `#~|`, so it is told `#|`.
    """
    told = {"": "", "#~": "#~ ", "#|": "#| ", "#~|": "#| "}
    kinds = {
        f"{mark}{word}".encode(): (f"{mark}{word}", f"{said}{word} ")
        for mark, said in told.items()
        for word in ("msgctxt", "msgid", "msgid_plural", "msgstr")
    }
    for mark in ("", "#~"):
        for form in range(PLURAL_FORMS):
            word = f"msgstr[{form}]"
            kinds[f"{mark}{word}".encode()] = (f"{mark}msgstr[]", f"{told[mark]}{word} ")
    return kinds


def _order() -> dict[str, frozenset[str]]:
    """Say what may follow what, by kind; nothing stands for the beginning of an entry."""
    texts = {"msgctxt", "msgid", "#~msgctxt", "#~msgid"}
    after: dict[str, set[str]] = {}
    for mark in ("", "#~"):
        after[f"{mark}msgctxt"] = {f"{mark}msgid"}
        after[f"{mark}msgid"] = {f"{mark}msgid_plural", f"{mark}msgstr"}
        after[f"{mark}msgid_plural"] = {f"{mark}msgstr[]"}
    for mark, own in (("#|", texts), ("#~|", {"#~msgctxt", "#~msgid"})):
        after[f"{mark}msgid_plural"] = own
        after[f"{mark}msgid"] = {f"{mark}msgid_plural"} | own
        after[f"{mark}msgctxt"] = {f"{mark}msgid"} | after[f"{mark}msgid"]
    begin = texts | {kind for kind in after if "|" in kind}
    for mark in ("", "#~"):
        after[f"{mark}msgstr"] = begin
        after[f"{mark}msgstr[]"] = {f"{mark}msgstr[]"} | begin
    return {"": frozenset(begin)} | {kind: frozenset(next_) for kind, next_ in after.items()}


_KINDS = _kinds()
_AFTER = _order()
_COMPLETE = frozenset({"msgstr", "msgstr[]", "#~msgstr", "#~msgstr[]"})
_OPEN = {"msgctxt": "msgid", "msgid": "msgstr", "msgid_plural": "msgstr[0]"}
"""What an entry in work still needs after these."""

_WRONG_ORDER = "The order is msgctxt, msgid, msgid_plural, msgstr."
_TOO_LARGE = "A statement has nothing of that size: ask where this file comes from."


class Statements:
    """The statements of one PO file, checked; polib asks for them with `splitlines`.

    It is no string, so polib cannot take it for the path of a file, whatever the bytes say.
    `data` is valid UTF-8 without NUL and without carriage returns.
    """

    def __init__(self, data: bytes, where: str) -> None:
        self.msgid_lines: list[int] = []
        """1-based line of each entry's `msgid`, in the order of the file."""
        self.trailing: list[str] = []
        """Comments after the last entry."""
        self.line = 1
        """1-based line at which the section in work begins."""
        self._data = data if data.endswith(b"\n") else data + b"\n"
        self._where = where
        self._entry_line = 1  # where the entry in work begins, its comments included
        self._last = ""  # what the entry in work said last; nothing while it has only comments
        self._forms = 0  # plural forms of the entry in work, so far
        self._references = 0  # of the whole file, flags included
        self._promised = False  # the last comments are of a kind that only an entry can have

    def splitlines(self) -> Iterator[str]:
        """Give polib one statement after another.

        Raises:
            MalformedCatalog: at the first line that gettext's grammar does not allow.
            LimitExceeded: where a text, an entry or the file is larger than `guard` allows.
        """
        data, match, count = self._data, _SECTION.match, self._data.count
        at, end = 0, len(data)
        while at < end:
            found = match(data, at)
            if found is None:
                raise self._stray(at)
            marker, keyword, body, comments = found.groups()
            after = found.end()
            lines = count(b"\n", at, after)
            if keyword:
                yield self._statement(marker, marker + keyword, body, lines)
            elif b"#" in comments:
                yield from self._comments(comments.decode(), lines)
            self.line += lines
            at = after
        self._finish()

    # --- texts ---------------------------------------------------------------------------------

    def _statement(self, marker: bytes, word: bytes, body: bytes, lines: int) -> str:
        """Check one text and say it on one line, as polib understands it."""
        last = self._last
        kind, told = _KINDS.get(word, ("", ""))
        if kind not in _AFTER[last]:
            raise self._misplaced(kind, word.decode())
        if last in _COMPLETE and kind not in _COMPLETE:
            self._entry_line, self._forms = self.line, 0
        if self.line + lines - self._entry_line > guard.ENTRY_LINES:
            raise self._limit("the entry", guard.ENTRY_LINES, "lines", _TOO_LARGE)
        if kind in ("msgid", "#~msgid"):
            self._count_entry()
        elif kind[-1] == "]":
            self._check_form(told)
        self._last = kind
        joined = body[:-1] if lines == 1 else body[:-1].replace(b'"\n%b"' % marker, b"")
        if joined[-1:] != b'"' or (lines > 1 and b"\n" in joined):
            joined = _SEAM.sub(b"", joined.rstrip(b" \t"))
        if len(joined) > guard.UNIT_CODE_POINTS:
            self._check_length(joined.decode())
        elif joined == b'""' and kind.endswith("msgid_plural"):
            raise self._error("msgid_plural is empty", "Write the plural, or remove the line.")
        return told + joined.decode()

    def _count_entry(self) -> None:
        self.msgid_lines.append(self.line)
        if len(self.msgid_lines) > guard.CATALOG_ENTRIES + 1:  # the header comes on top
            raise self._limit("the catalog", guard.CATALOG_ENTRIES, "entries", "Split it.")

    def _check_form(self, told: str) -> None:
        if told[-3:-2] != str(self._forms):
            reason = f"msgstr[{self._forms}] is expected here, not {told[-10:-1]}"
            raise self._error(reason, "Number the plural forms from 0, without holes.")
        self._forms += 1

    def _check_length(self, joined: str) -> None:
        if len(_ESCAPE.sub("x", joined)) - 2 > guard.UNIT_CODE_POINTS:
            raise self._limit("the text", guard.UNIT_CODE_POINTS, "characters", _TOO_LARGE)

    # --- comments ------------------------------------------------------------------------------

    def _comments(self, block: str, lines: int) -> list[str]:
        """Say a block of comments with one line for each kind."""
        if self._last in _COMPLETE:
            begun = self.line + block.count("\n", 0, block.index("#"))  # after the empty lines
            self._last, self._entry_line, self._forms = "", begun, 0
        elif self._last.removeprefix("#~") in _OPEN:
            reason = "a comment stands in the middle of an entry"
            raise self._error(reason, "Move it above the entry.")
        if self.line + lines - self._entry_line > guard.ENTRY_LINES:
            raise self._limit("the entry", guard.ENTRY_LINES, "lines", _TOO_LARGE)
        notes, extracted, references, flags = _sort(block)
        self.trailing, self._promised = notes, bool(extracted or references or flags)
        told = []
        if notes:
            told.append(f"# {JOINT}{JOINT.join(notes)}{JOINT}")
        if extracted:
            told.append(f"#. {JOINT}{JOINT.join(extracted)}{JOINT}")
        if references:
            words = " ".join(references)
            self._count_references(words.count(" ") + 1)
            told.append(f"#: {words if words.isascii() else _hide(words)}")
        if flags:
            words = ",".join(flags)
            self._count_references(words.count(",") + 1)
            told.append(f"#, {words}")
        return told

    def _count_references(self, words: int) -> None:
        self._references += words
        if self._references > guard.CATALOG_REFERENCES:
            raise self._limit("the catalog", guard.CATALOG_REFERENCES, "references", _TOO_LARGE)

    # --- faults --------------------------------------------------------------------------------

    def _finish(self) -> None:
        """See whether the file is whole."""
        self.line -= 1  # the last one
        if not self.msgid_lines:
            raise self._error("the catalog has no entries", CUT)
        if self._last in _COMPLETE:
            self.trailing = []
        elif self._last or self._promised:
            raise self._error("the file ends in the middle of an entry", CUT)

    def _stray(self, at: int) -> MalformedCatalog:
        end = self._data.index(b"\n", at)
        last = not self._data[end:].strip()
        return self._error(*explain(self._data[at:end].decode(), last=last))

    def _misplaced(self, kind: str, word: str) -> MalformedCatalog:
        """Say why a text cannot follow what stands above it."""
        last = self._last
        obsolete, living = f"#~{kind}", kind.removeprefix("#~")
        if last and kind and (obsolete in _AFTER[last] or living in _AFTER[last]):
            reason = "one part of this entry is marked obsolete (#~) and another is not"
            return self._error(reason, "Mark all of its lines, or none.")
        needed = _OPEN.get(last.removeprefix("#~"))
        if needed and kind in _COMPLETE and not last.endswith("msgctxt"):
            reason = f"{word} follows {last}, where {needed} is expected"
            return self._error(reason, "An entry with a plural has msgstr[0], msgstr[1], ...")
        if needed:
            return self._error(f"{needed} is missing after {last}", CUT)
        if kind in _COMPLETE:
            return self._error(f"{word} follows no msgid", RESTORE)
        return self._error(f"{word} stands in the wrong place", _WRONG_ORDER)

    def _error(self, reason: str, what_next: str) -> MalformedCatalog:
        return MalformedCatalog(self._where, self.line, reason, what_next)

    def _limit(self, what: str, limit: int, unit: str, what_next: str) -> LimitExceeded:
        return LimitExceeded(f"{self._where}:{self.line}", what, limit, unit, what_next)


def _sort(block: str) -> tuple[list[str], list[str], list[str], list[str]]:
    """Sort the lines of a block: translators' notes, extracted comments, references, flags."""
    notes: list[str] = []
    extracted: list[str] = []
    references: list[str] = []
    flags: list[str] = []
    if "#~" in block or "#|" in block:
        block = _PREFIX.sub("", block)
    for line in block.strip("\n").split("\n"):
        text = line if line[:1] == "#" else line.lstrip(" \t")
        sign = text[1:2]
        if sign == ".":
            extracted.append(text[3:] if text[2:3] == " " else text[2:])
        elif sign == ":":
            references.append(text[3:] if text[2:3] == " " else text[2:])
        elif sign == "," or text[:3] == "#= ":
            flags.append(text[2:])
        elif text:
            notes.append(text[2:] if sign == " " else text[1:])
    return notes, extracted, references, flags


def _hide(references: str) -> str:
    """Hide the spaces inside references, which polib would take for their ends.

    gettext writes a file name with spaces between U+2068 and U+2069.
    """
    words = _REFERENCE.findall(references)
    return " ".join(_SPACE.sub(lambda found: f"{JOINT}{ord(found[0]):x}{JOINT}", w) for w in words)


def reveal(reference: str) -> str:
    """Put the spaces back that were hidden from polib."""
    return _HIDDEN.sub(lambda found: chr(int(found[1], 16)), reference)
