"""A second reader for what we write: it must find the same texts as the first."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO

from workflow.errors import MalformedCatalog
from workflow.exchange.catalogs.reading import read_catalog
from workflow.model import Catalog, Entry

# Babel does not know the lines that tell what an obsolete text was made from.
_PREVIOUS_OF_OBSOLETE = re.compile(rb"^#~\|.*\n", re.MULTILINE)
_ADVICE = "Nothing was written. Please report this, with the file as it is."


def check_written(data: bytes, meant: Catalog, *, where: str = "catalog") -> None:
    """Read a catalog back twice, with our reader and with Babel's, and compare text by text.

    Args:
        data: the bytes that are to be put into a file.
        meant: what they are meant to say.
        where: name of the file in messages.

    Raises:
        MalformedCatalog: one of the readers finds something else.
    """
    again = read_catalog(data, where=where)
    if again.entries != meant.entries or again.comments != meant.comments:
        raise MalformedCatalog(where, 0, "reading it again gives something else", _ADVICE)
    found = _by_babel(data, where)
    keys = Counter(map(_name, meant.entries))
    for entry in meant.entries:
        if keys[_name(entry)] > 1:
            continue  # of several obsolete entries of one key Babel remembers the last
        if (entry.target, "fuzzy" in entry.flags) not in found.get(_name(entry), ()):
            reason = "a second reader finds another text here"
            raise MalformedCatalog(where, _line_of(again, entry), reason, _ADVICE)


_Found = dict[tuple[bool, str, str], set[tuple[str, bool]]]


def _name(entry: Entry) -> tuple[bool, str, str]:
    return entry.obsolete, entry.key.source, entry.key.context


def _line_of(catalog: Catalog, wanted: Entry) -> int:
    return next((each.line for each in catalog.entries if each == wanted), 0)


def _by_babel(data: bytes, where: str) -> _Found:
    """Give what Babel finds: texts and flags by state of life, source and context."""
    from babel.messages.pofile import PoFileError, read_po

    readable = _PREVIOUS_OF_OBSOLETE.sub(b"", data)
    try:
        catalog = read_po(BytesIO(readable), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        reason = f"a second reader refuses it ({' '.join(str(error).split())})"
        raise MalformedCatalog(where, 0, reason, _ADVICE) from error
    found: _Found = {}
    for is_obsolete, messages in ((False, catalog), (True, catalog.obsolete.values())):
        for each in messages:
            name = is_obsolete, str(each.id), each.context or ""
            found.setdefault(name, set()).add((str(each.string), each.fuzzy))
    return found
