"""What comes from outside is measured and refused here, before any parser sees it.

Limits are facts of the house, in one place, with the unit in the name. A refusal is an error that
says what, where and what to do next; nothing is written after one.
"""

from __future__ import annotations

import re
import unicodedata

from workflow.errors import HostileInput, LimitExceeded, UnreadableSource
from workflow.model import Document

SOURCE_BYTES = 5_000_000
SOURCE_LINES = 50_000
LINE_CODE_POINTS = 200_000
CATALOG_BYTES = 40_000_000
CATALOG_ENTRIES = 100_000
CATALOG_REFERENCES = 1_000_000
ENTRY_LINES = 5_000
UNIT_CODE_POINTS = 20_000
TARGET_LINES = 1_000
COMMENT_CODE_POINTS = 5_000
QUERY_CODE_POINTS = 200
PSEUDONYM_CODE_POINTS = 40
SLUG_CODE_POINTS = 80
OPEN_SUGGESTIONS = 20
COMMENTS = 200
DRAFTS = 2_000
TITLE_CODE_POINTS = 300
TAG_CODE_POINTS = 40
NOTES_CODE_POINTS = 2_000
DOCUMENT_TAGS = 50
DOCUMENT_LANGUAGES = 200

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "templates"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10)}
)
# U+202A..U+202E and their like re-order what a reader sees, past the end of the text they stand in
# (CVE-2021-42574, "Trojan Source"); isolates and marks do not and are needed in mixed text.
REORDERING = re.compile("[\u202a-\u202e]")
# Tag characters hide text; only flags such as Scotland's are written with them, with six at most.
_TAG = "[\U000e0000-\U000e007f]"
HIDING = re.compile(_TAG + "".join(f"(?<!\U0001f3f4{_TAG}{{{tags}}})" for tags in range(1, 7)))
# No script piles marks like this; normalising such a run takes the square of its length.
_PILED = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{31}"
)


_KINDS = {
    b"PK\x03\x04": "a packed file (DOCX, ODT or ZIP)",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"%PDF": "a PDF",
}


def decode(data: bytes, where: str) -> str:
    """Read bytes as UTF-8 text, a byte-order mark included.

    Raises:
        UnreadableSource: naming the line at which the bytes stop being UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what_next = "Save it as UTF-8 and try again."
        if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
            reason = "this is UTF-16 text"
        elif known := next((_KINDS[start] for start in _KINDS if data.startswith(start)), ""):
            reason = f"this is {known}, not text"
            what_next = "Save it as plain text (.txt, UTF-8) and try again."
        else:
            reason = f"byte 0x{data[error.start]:02X} is not UTF-8"
        raise UnreadableSource(f"{where}:{line}", reason, what_next) from None


def check_source(data: bytes, where: str) -> str:
    """Take a source document from outside, or refuse it.

    Refused are files over `SOURCE_BYTES` or `SOURCE_LINES`, lines over `LINE_CODE_POINTS`, bytes
    that are not UTF-8, NUL characters (they mean that the file is not text) and characters that
    re-order what readers see. Returns the text.
    """
    if len(data) > SOURCE_BYTES:
        raise LimitExceeded(
            where, "the file", SOURCE_BYTES, "bytes", "Split it into several documents."
        )
    text = decode(data, where)
    _refuse(text, re.compile("\0"), where, "a NUL character: this is not a text file")
    _refuse(text, REORDERING, where, "an invisible character that re-orders what readers see")
    _refuse(text, HIDING, where, "an invisible character that can hide a text")
    _refuse(text, _PILED, where, "more than 30 accents on one letter")
    _refuse_long_lines(text, where)
    return text


def _refuse_long_lines(text: str, where: str) -> None:
    lines = text.splitlines()
    if len(lines) > SOURCE_LINES:
        raise LimitExceeded(
            where, "the file", SOURCE_LINES, "lines", "Split it into several documents."
        )
    for number, line in enumerate(lines, start=1):
        if len(line) > LINE_CODE_POINTS:
            raise LimitExceeded(
                f"{where}:{number}", "this line", LINE_CODE_POINTS, "characters", "Divide it."
            )


def _refuse(text: str, pattern: re.Pattern[str], where: str, reason: str) -> None:
    if found := pattern.search(text):
        line = text.count("\n", 0, found.start()) + 1
        point = f"U+{ord(found[0][0]):04X}"
        before = text[text.rfind("\n", 0, found.start()) + 1 : found.start()][-20:]
        place = f", behind '{before}'" if before.isprintable() and before else ""
        raise HostileInput(
            f"{where}:{line}", f"{reason} ({point}{place})", "Remove it and try again."
        )


def check_slug(name: str) -> str:
    """Take a document's name: letters and digits of any script in lower case, joined by hyphens.

    It becomes a file name on every system, so device names of Windows are refused, and two names
    that look the same are one (NFKC). Returns the name as given.
    """
    what_next = "Use small letters, digits and hyphens, such as river-appeal."
    if len(name) > SLUG_CODE_POINTS:
        raise LimitExceeded(
            name[:20] + "...", "the name", SLUG_CODE_POINTS, "characters", what_next
        )
    if name in _RESERVED or slug(name) != name:
        raise HostileInput(f"'{name}'", "this cannot be the name of a document", what_next)
    return name


def slug(title: str) -> str:
    """Make a document's name out of a file name or a title.

    >>> slug("Appeal for the Rivers (final)")
    'appeal-for-the-rivers-final'
    """
    text = unicodedata.normalize("NFKC", title).lower()
    words = "".join(c if unicodedata.category(c)[0] in "LMN" else " " for c in text).split()
    name = "-".join(words)[:SLUG_CODE_POINTS].rstrip("-")
    return f"{name}-document" if name in _RESERVED else name or "document"


def check_units(document: Document, where: str) -> None:
    """Refuse a document with a text that is longer than a catalog takes.

    Raises:
        LimitExceeded: naming the line at which the text begins.
    """
    for unit in document.units:
        if len(unit.key.source) > UNIT_CODE_POINTS:
            raise LimitExceeded(
                f"{where}:{unit.places[0].line}",
                "one text without a sentence's end",
                UNIT_CODE_POINTS,
                "characters",
                "Divide it with a blank line.",
            )
