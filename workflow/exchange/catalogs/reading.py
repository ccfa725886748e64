"""Read a PO file into values, or refuse it with one clear sentence."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, getincrementaldecoder
from collections import defaultdict
from dataclasses import replace

from workflow import guard
from workflow.errors import HostileInput, LimitExceeded, MalformedCatalog
from workflow.exchange.catalogs.faults import CUT
from workflow.exchange.catalogs.grammar import Statements
from workflow.exchange.catalogs.headers import PLURAL_COUNT, check_charset, locale_of, read_fields
from workflow.model import Catalog, Entry, Issue, UnitKey

_HEADER = UnitKey("")

# Everything below the space but the tab and the line break.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10))
_PIECE = 1 << 20
# Looked for first: a search for single characters is four times faster than `guard.REORDERING`.
_MARKS = "\u202a\u202b\u202c\u202d\u202e"
_TAG = "\U000e0000".encode()[:2]
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

    Of two living entries with one source and context, that which is further lives on; the other
    becomes obsolete, and `issues` says so.

    Law: `read_catalog(write_catalog(catalog)) == catalog`.

    Raises:
        MalformedCatalog: the bytes are not UTF-8, or not what gettext's grammar allows.
        HostileInput: a character that re-orders what readers see.
        LimitExceeded: the file, an entry or a text is larger than `guard` allows.
    """
    from workflow.exchange.catalogs.through_polib import parse  # 26 ms

    statements = Statements(_checked(data, where), where)
    entries = parse(statements, where)
    entries, issues = _settle_doubles(entries)
    at = next((i for i, e in enumerate(entries) if e.key == _HEADER and not e.obsolete), None)
    header = entries.pop(at) if at is not None else Entry(_HEADER)
    fields = check_charset(read_fields(header.target), where, header.line)
    _refuse_half_an_entry(entries, Catalog("", fields).header("Plural-Forms"), where)
    return Catalog(
        locale=locale_of(fields),
        headers=fields,
        entries=tuple(entries),
        comments=(*_comments_of(header), *statements.trailing),
        flags=header.flags,
        issues=issues,
    )


def _checked(data: bytes, where: str) -> bytes:
    """Refuse what is no text, whatever the header claims; give it back with plain line breaks.

    The text is looked at piece by piece: as a whole it would be the largest thing in memory.
    """
    if len(data) > guard.CATALOG_BYTES:
        raise LimitExceeded(where, "the catalog", guard.CATALOG_BYTES, "bytes", "Split it.")
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n")
    data = data.removeprefix(BOM_UTF8)
    decode = getincrementaldecoder("utf-8")().decode
    tagged = _TAG in data
    for at in range(0, len(data), _PIECE):
        try:
            text = decode(data[at : at + _PIECE], at + _PIECE >= len(data))
        except UnicodeDecodeError:
            raise _not_utf8(data, where) from None
        suspicious = tagged or any(mark in text for mark in _MARKS)
        if suspicious and (found := guard.REORDERING.search(text)):
            line = _line(data, data.index(found[0].encode()))
            reason = f"an invisible character re-orders what readers see (U+{ord(found[0]):04X})"
            raise HostileInput(f"{where}:{line}", reason, "Remove it.")
    if len(data.translate(None, _CONTROLS)) != len(data):
        at = next(at for at, byte in enumerate(data) if byte in _CONTROLS)
        reason = f"a control character (U+{data[at]:04X}) stands in the file"
        raise MalformedCatalog(where, _line(data, at), reason, "Remove it.")
    return data


def _not_utf8(data: bytes, where: str) -> MalformedCatalog:
    try:
        data.decode()
    except UnicodeDecodeError as found:
        error = found
    line = _line(data, error.start)
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


def _settle_doubles(entries: list[Entry]) -> tuple[list[Entry], tuple[Issue, ...]]:
    """Let one of several living entries of one key live: the first that is furthest.

    The others become obsolete, as far as anybody worked on them; of several headers the first
    counts. An obsolete entry may repeat what lives.
    """
    keys = [(entry.key.source, entry.key.context) for entry in entries if not entry.obsolete]
    if len(set(keys)) == len(keys):
        return entries, ()
    living: defaultdict[UnitKey, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if not entry.obsolete:
            living[entry.key].append(number)
    settled = dict(enumerate(entries))
    issues: list[Issue] = []
    for key, numbers in living.items():
        is_header = key == _HEADER
        best = max(numbers, key=lambda number: (not is_header and entries[number].state, -number))
        for number in numbers if len(numbers) > 1 else ():
            if number == best:
                continue
            entry = entries[number]
            issues.append(Issue("doubled_entry", entry.line, str(entries[best].line), key))
            if not is_header and (any(entry.targets) or entry.comments):
                settled[number] = replace(entry, obsolete=True, extracted=(), references=())
            else:
                del settled[number]
    return list(settled.values()), tuple(issues)


def _refuse_half_an_entry(entries: list[Entry], plural_forms: str, where: str) -> None:
    """Refuse a file that was cut among the plural forms of its last entry."""
    forms = PLURAL_COUNT.search(plural_forms)
    last = entries[-1] if entries else Entry(_HEADER)
    if forms and last.plural and len(last.targets) < int(forms[1]):
        reason = f"the last entry has {len(last.targets)} of {forms[1]} plural forms"
        raise MalformedCatalog(where, last.line, reason, CUT)


def _comments_of(header: Entry) -> tuple[str, ...]:
    """Keep other comments of a header, which a catalog has no room for, as plain ones."""
    extracted = tuple(f". {line}" for line in header.extracted)
    references = (f": {' '.join(header.references)}",) if header.references else ()
    return (*header.comments, *extracted, *references)


def _line(data: bytes, at: int) -> int:
    return data.count(b"\n", 0, at) + 1
