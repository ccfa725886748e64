"""Write a catalog as a PO file: the same bytes for the same values, always."""

from __future__ import annotations

import re
from io import BytesIO

from workflow import guard
from workflow.errors import HostileInput, LimitExceeded, MalformedCatalog
from workflow.exchange.catalogs.grammar import PLURAL_FORMS
from workflow.exchange.catalogs.headers import header_text
from workflow.model import Catalog, Entry, UnitKey

_HEADER = UnitKey("")
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_SHOWN = 40


def write_catalog(catalog: Catalog, *, where: str = "catalog") -> bytes:
    r"""Write a PO or POT file; nothing is wrapped, no clock and no name gets in.

    Entries are written in their order. The charset is always UTF-8 and always said.

    GNU `msgfmt -c` takes the file where every target begins and ends with a line break just as its
    source does: texts are trimmed when they are extracted and when they are saved, not here, for a
    writer that changed a text would make file and store disagree for ever.

    `where` names the file in messages.

    >>> from workflow.model import Entry, UnitKey
    >>> river = Entry(UnitKey("River"), ("Fleuve",))
    >>> write_catalog(Catalog("fr", (), (river,))).decode().split("\n\n")[1]
    'msgid "River"\nmsgstr "Fleuve"\n'

    Law: what was written can be read, and says what was written.

    Raises:
        MalformedCatalog: an entry that no reader would take: a control character or half a
            character in it, several targets without a plural, a key that stands there already.
        HostileInput: a character that re-orders what readers see.
        LimitExceeded: a text, an entry or the file is larger than `guard` allows.
    """
    from workflow.exchange.catalogs.through_polib import Writer  # 26 ms

    if len(catalog.entries) > guard.CATALOG_ENTRIES:
        raise LimitExceeded(where, "the catalog", guard.CATALOG_ENTRIES, "entries", "Split it.")
    say = Writer().say
    header = Entry(_HEADER, (header_text(catalog),), flags=catalog.flags, comments=catalog.comments)
    seen: set[tuple[str, str]] = set()
    out = BytesIO()
    for entry in (header, *catalog.entries):
        _check(entry, where)
        if not entry.obsolete:
            _check_key(entry, seen, where)
        text = say(entry)
        _check_text(text, entry, where)
        if entry is not header:
            out.write(b"\n")
        out.write(text.encode())
    if out.tell() > guard.CATALOG_BYTES:
        raise LimitExceeded(where, "the catalog", guard.CATALOG_BYTES, "bytes", "Split it.")
    return out.getvalue()


def _check(entry: Entry, where: str) -> None:
    """Refuse an entry that could not be read back."""
    if len(entry.targets) != 1 and not (entry.plural and 0 < len(entry.targets) <= PLURAL_FORMS):
        reason = f"{len(entry.targets)} targets stand in one entry"
        raise MalformedCatalog(_name(entry, where), 0, reason, "Give one for each plural form.")
    previous = entry.previous or _HEADER
    texts = [entry.key.source, entry.key.context, entry.plural, *entry.targets]
    texts += [previous.source, previous.context, entry.previous_plural]
    if max(map(len, texts)) > guard.UNIT_CODE_POINTS:
        limit = guard.UNIT_CODE_POINTS
        what_next = "Divide the paragraph in the source."
        raise LimitExceeded(_name(entry, where), "the text", limit, "characters", what_next)


def _check_key(entry: Entry, seen: set[tuple[str, str]], where: str) -> None:
    """Refuse a second living entry of one key, be it the header's."""
    key = (entry.key.source, entry.key.context)
    if key in seen:
        reason = "its source and context stand here twice"
        raise MalformedCatalog(_name(entry, where), 0, reason, "Remove one of the two.")
    seen.add(key)


def _check_text(text: str, entry: Entry, where: str) -> None:
    """Refuse an entry with too many lines or with a character that a reader would refuse."""
    if text.count("\n") > guard.ENTRY_LINES:
        name = _name(entry, where)
        raise LimitExceeded(name, "the entry", guard.ENTRY_LINES, "lines", "Shorten it.")
    if found := _UNWRITABLE.search(text):
        reason = f"U+{ord(found[0]):04X} cannot stand in a catalog"
        raise MalformedCatalog(_name(entry, where), 0, reason, "Remove it from the text.")
    if not text.isascii() and (found := guard.REORDERING.search(text)):
        reason = f"an invisible character re-orders what readers see (U+{ord(found[0]):04X})"
        raise HostileInput(_name(entry, where), reason, "Remove it and try again.")


def _name(entry: Entry, where: str) -> str:
    """Name an entry by the beginning of its source."""
    source = " ".join(entry.key.source.split())
    return f"{where}: '{source if len(source) <= _SHOWN else source[: _SHOWN - 1] + '…'}'"
