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

# Every repeat is possessive (`*+`): a failed match never tries again, so time and memory stay
# linear however hostile the file is.
_TEXT = r'"[^"\\\n]*+(?:\\[ntrvbf"\\][^"\\\n]*+)*+"[ \t]*+\n'
_SECTION = re.compile(
    rf"""
    [ \t]*+(\#~\|?+|\#\||)[ \t]*+            # obsolete, previous, both or neither
    (msg(?:ctxt|id_plural|id|str(?:\[[0-9]\])?+))[ \t]*+
    ({_TEXT}(?:[ \t]*+\1[ \t]*+{_TEXT})*+)   # the text and its continuation lines
    |
    ((?:[ \t]*+(?:\#(?:~\|?+|\|)[ \t]*+)?+(?:\#(?![~|])[^\n]*+)?+\n)++)  # comments, empty lines
    """,
    re.VERBOSE,
)
_SEAM = re.compile(r'"[ \t]*\n[ \t]*(?:#~\|?|#\|)?[ \t]*"')
_ESCAPE = re.compile(r"\\.")
_REFERENCE = re.compile(r"\u2068[^\u2069]*\u2069[^ \t]*|[^ \t]+")
_SPACE = re.compile(r"\s")
_HIDDEN = re.compile(f"{JOINT}([0-9a-f]+){JOINT}")

_BEGIN = frozenset({"|msgctxt", "|msgid", "|msgid_plural", "msgctxt", "msgid"})
_AFTER = {
    "": _BEGIN,
    "|msgctxt": frozenset({"|msgid", "|msgid_plural", "msgctxt", "msgid"}),
    "|msgid": frozenset({"|msgid_plural", "msgctxt", "msgid"}),
    "|msgid_plural": frozenset({"msgctxt", "msgid"}),
    "msgctxt": frozenset({"msgid"}),
    "msgid": frozenset({"msgid_plural", "msgstr"}),
    "msgid_plural": frozenset({"msgstr[]"}),
    "msgstr": _BEGIN,
    "msgstr[]": _BEGIN | {"msgstr[]"},
}
"""What may follow what inside an entry; `|` marks previous texts."""

_COMPLETE = frozenset({"msgstr", "msgstr[]"})
_NEXT = {"msgctxt": "msgid", "msgid": "msgstr", "msgid_plural": "msgstr[0]"}
"""What an entry in work still needs."""

_WRONG_ORDER = "The order is msgctxt, msgid, msgid_plural, msgstr."
_TOO_LARGE = "A statement has nothing of that size: ask where this file comes from."


class Statements:
    """The statements of one PO file, checked; polib asks for them with `splitlines`.

    It is no string, so polib cannot take it for the path of a file, whatever the bytes say.
    """

    def __init__(self, text: str, where: str) -> None:
        self.msgid_lines: list[int] = []
        """1-based line of each entry's `msgid`, in the order of the file."""
        self.trailing: list[str] = []
        """Comments after the last entry."""
        self.line = 1
        """1-based line at which the section in work begins."""
        self._text = text.rstrip(" \t\n") + "\n"
        self._where = where
        self._entry_line = 1  # where the entry in work begins, its comments included
        self._last = ""  # what the entry in work said last; nothing while it has only comments
        self._obsolete: bool | None = None  # None until the entry in work says so
        self._forms = 0  # plural forms of the entry in work, so far
        self._references = 0  # of the whole file, flags included
        self._promised = False  # the last comments are of a kind that only an entry can have

    def splitlines(self) -> Iterator[str]:
        """Give polib one statement after another.

        Raises:
            MalformedCatalog: at the first line that gettext's grammar does not allow.
            LimitExceeded: where a text, an entry or the file is larger than `guard` allows.
        """
        text, match, at, end = self._text, _SECTION.match, 0, len(self._text)
        while at < end:
            found = match(text, at)
            if found is None:
                raise self._stray(at)
            marker, keyword, body, comments = found.groups()
            after = found.end()
            lines = text.count("\n", at, after)
            if keyword:
                yield self._statement(marker, keyword, body, lines)
            elif "#" in comments:
                yield from self._comments(comments, lines)
            self.line += lines
            at = after
        self._finish()

    # --- texts ---------------------------------------------------------------------------------

    def _statement(self, marker: str, keyword: str, body: str, lines: int) -> str:
        """Check one text and say it on one line, with the marker that polib understands."""
        kind = "msgstr[]" if keyword[-1] == "]" else keyword
        if marker[-1:] == "|":
            kind = "|" + kind
        if kind not in _AFTER[self._last]:
            raise self._misplaced(kind, keyword)
        if kind in _BEGIN:
            self._begin()
        self._check_lines(lines)
        if marker != "#|":
            self._check_marker(obsolete=marker != "")
        if kind == "msgid":
            self._count_entry()
        elif kind == "msgstr[]":
            self._check_form(int(keyword[7]))
        self._last = kind
        joined = (body if lines == 1 else _SEAM.sub("", body)).rstrip(" \t\n")
        if len(joined) > guard.UNIT_CODE_POINTS:
            self._check_length(joined)
        elif joined == '""' and kind == "msgid_plural":
            raise self._error("msgid_plural is empty", "Write the plural, or remove the line.")
        if kind[0] == "|":
            return f"#| {keyword} {joined}"
        return f"#~ {keyword} {joined}" if marker else f"{keyword} {joined}"

    def _begin(self) -> None:
        """Start a new entry if the one in work is complete."""
        if self._last in _COMPLETE:
            self._last, self._entry_line, self._obsolete, self._forms = "", self.line, None, 0

    def _count_entry(self) -> None:
        self.msgid_lines.append(self.line)
        if len(self.msgid_lines) > guard.CATALOG_ENTRIES + 1:  # the header comes on top
            raise self._limit("the catalog", guard.CATALOG_ENTRIES, "entries", "Split it.")

    def _check_marker(self, *, obsolete: bool) -> None:
        if self._obsolete is None:
            self._obsolete = obsolete
        elif self._obsolete != obsolete:
            reason = "one part of this entry is marked obsolete (#~) and another is not"
            raise self._error(reason, "Mark all of its lines, or none.")

    def _check_form(self, number: int) -> None:
        if number != self._forms:
            reason = f"msgstr[{self._forms}] is expected here, not msgstr[{number}]"
            raise self._error(reason, "Number the plural forms from 0, without holes.")
        self._forms += 1

    def _check_lines(self, lines: int) -> None:
        if self.line + lines - self._entry_line > guard.ENTRY_LINES:
            raise self._limit("the entry", guard.ENTRY_LINES, "lines", _TOO_LARGE)

    def _check_length(self, joined: str) -> None:
        if len(_ESCAPE.sub("x", joined)) - 2 > guard.UNIT_CODE_POINTS:
            raise self._limit("the text", guard.UNIT_CODE_POINTS, "characters", _TOO_LARGE)

    # --- comments ------------------------------------------------------------------------------

    def _comments(self, block: str, lines: int) -> Iterator[str]:
        """Say a block of comments with one line for each kind."""
        if self._last in _NEXT:
            reason = "a comment stands in the middle of an entry"
            raise self._error(reason, "Move it above the entry.")
        self._begin()
        self._check_lines(lines)
        notes, extracted, references, flags = _sort(block)
        self.trailing, self._promised = notes, bool(extracted or references or flags)
        if notes:
            yield f"# {JOINT}{JOINT.join(notes)}{JOINT}"
        if extracted:
            yield f"#. {JOINT}{JOINT.join(extracted)}{JOINT}"
        if references:
            said = " ".join(references)
            self._check_references(said.count(" "))
            yield f"#: {said if said.isascii() else _hide(said)}"
        if flags:
            said = ",".join(flags)
            self._check_references(said.count(","))
            yield f"#, {said}"

    def _check_references(self, words: int) -> None:
        self._references += words
        if self._references > guard.CATALOG_REFERENCES:
            raise self._limit("the catalog", guard.CATALOG_REFERENCES, "references", _TOO_LARGE)

    # --- faults --------------------------------------------------------------------------------

    def _finish(self) -> None:
        """See whether the file is whole."""
        if not self.msgid_lines:
            raise self._error("the catalog has no entries", CUT)
        if self._last in _COMPLETE:
            self.trailing = []
        elif self._last or self._promised:
            raise self._error("the file ends in the middle of an entry", CUT)

    def _stray(self, at: int) -> MalformedCatalog:
        end = self._text.index("\n", at)
        return self._error(*explain(self._text[at:end], last=end + 1 == len(self._text)))

    def _misplaced(self, kind: str, keyword: str) -> MalformedCatalog:
        if needed := _NEXT.get(self._last):
            if kind in _COMPLETE and self._last != "msgctxt":
                reason = f"{keyword} follows {self._last}, where {needed} is expected"
                return self._error(reason, "An entry with a plural has msgstr[0], msgstr[1], ...")
            return self._error(f"{needed} is missing after {self._last}", CUT)
        if kind in _COMPLETE:
            return self._error(f"{keyword} follows no msgid", RESTORE)
        return self._error(f"{keyword} stands in the wrong place", _WRONG_ORDER)

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
    for line in block.split("\n"):
        text = line.lstrip(" \t")
        if text.startswith(("#~", "#|")):
            text = text[2:].lstrip("| \t")
        if text.startswith("#."):
            extracted.append(text[3:] if text[2:3] == " " else text[2:])
        elif text.startswith("#:"):
            references.append(text[3:] if text[2:3] == " " else text[2:])
        elif text.startswith(("#,", "#= ")):
            flags.append(text[2:])
        elif text:
            notes.append(text[2:] if text[1:2] == " " else text[1:])
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
