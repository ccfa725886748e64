"""Read a PO file into values, or refuse it with one clear sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from workflow import guard
from workflow.errors import DuplicateEntry, HostileInput, LimitExceeded, MalformedCatalog
from workflow.exchange.catalogs.faults import CUT
from workflow.exchange.catalogs.grammar import Statements
from workflow.exchange.catalogs.headers import check_charset, locale_of, read_fields
from workflow.model import Catalog, Entry, UnitKey

_HEADER = UnitKey("")

# Everything below the space but the tab and the line break.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10))
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f]")
_CLAIM = re.compile(rb"charset=([A-Za-z0-9_:.-]+)")


def read_catalog(data: bytes, *, where: str = "catalog") -> Catalog:
    r"""Read a PO or POT file, keeping everything it says.

    Entries stand in the file's order, obsolete ones too; `Entry.line` is the line of the `msgid`.
    Comments after the last entry join those above the header. A wrong date or an odd header field
    is never fatal; a header that says `charset=CHARSET`, as templates do, says UTF-8 afterwards.

    `where` names the file in messages.

    >>> catalog = read_catalog(b'#. heading\nmsgid "River"\nmsgstr "Fleuve"\n')
    >>> catalog.entries[0].target, catalog.entries[0].extracted
    ('Fleuve', ('heading',))

    Law: `read_catalog(write_catalog(catalog)) == catalog`.

    Raises:
        MalformedCatalog: the bytes are not UTF-8, or not what gettext's grammar allows.
        DuplicateEntry: two living entries have the same source and context.
        HostileInput: a character that re-orders what readers see.
        LimitExceeded: the file, an entry or a text is larger than `guard` allows.
    """
    from workflow.exchange.catalogs.through_polib import parse  # 26 ms

    statements = Statements(_text(data, where), where)
    entries = parse(statements, where)
    _refuse_doubles(entries, where)
    at = next((i for i, e in enumerate(entries) if e.key == _HEADER and not e.obsolete), None)
    header = entries.pop(at) if at is not None else Entry(_HEADER)
    fields = check_charset(read_fields(header.target), where, header.line)
    return Catalog(
        locale=locale_of(fields),
        headers=fields,
        entries=tuple(entries),
        comments=(*_comments_of(header), *statements.trailing),
        flags=header.flags,
    )


def _text(data: bytes, where: str) -> str:
    """Decode a file whatever its header claims, and refuse what no text has."""
    if len(data) > guard.CATALOG_BYTES:
        raise LimitExceeded(where, "the catalog", guard.CATALOG_BYTES, "bytes", "Split it.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error, where) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    if len(data.translate(None, _CONTROLS)) != len(data) and (found := _CONTROL.search(text)):
        reason = f"a control character (U+{ord(found[0]):04X}) stands in the file"
        raise MalformedCatalog(where, _line(text, found.start()), reason, "Remove it.")
    if not text.isascii() and (found := guard.REORDERING.search(text)):
        reason = f"an invisible character re-orders what readers see (U+{ord(found[0]):04X})"
        raise HostileInput(f"{where}:{_line(text, found.start())}", reason, "Remove it.")
    return text


def _not_utf8(data: bytes, error: UnicodeDecodeError, where: str) -> MalformedCatalog:
    line = data.count(b"\n", 0, error.start) + 1
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return MalformedCatalog(where, 1, "this is UTF-16 text", "Save it as UTF-8.")
    reason = f"byte 0x{data[error.start]:02X} is not UTF-8"
    claim = _CLAIM.search(data)
    if claim and claim[1].lower() not in (b"utf-8", b"utf8"):
        reason = f"the header says charset={claim[1].decode()[:40]}, a catalog is UTF-8"
        return MalformedCatalog(where, line, reason, "Convert it with: msgconv -t UTF-8")
    if error.end >= len(data) and error.reason == "unexpected end of data":
        return MalformedCatalog(where, line, "the file ends in the middle of a character", CUT)
    return MalformedCatalog(where, line, reason, "Save it as UTF-8.")


def _refuse_doubles(entries: Iterable[Entry], where: str) -> None:
    """Refuse two living entries of one key; an obsolete one may repeat what lives."""
    first: dict[tuple[str, str], int] = {}
    for entry in entries:
        if not entry.obsolete:
            line = first.setdefault((entry.key.source, entry.key.context), entry.line)
            if line != entry.line:
                raise DuplicateEntry(where, entry.line, line)


def _comments_of(header: Entry) -> tuple[str, ...]:
    """Keep other comments of a header, which a catalog has no room for, as plain ones."""
    extracted = tuple(f". {line}" for line in header.extracted)
    references = (f": {' '.join(header.references)}",) if header.references else ()
    return (*header.comments, *extracted, *references)


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
