"""Read and write the header entry: its fields, the charset it claims, the language it names."""

from __future__ import annotations

import re

from workflow import languages
from workflow.errors import MalformedCatalog, UnknownLocale
from workflow.model import Catalog

Fields = tuple[tuple[str, str], ...]

_SHOWN = 40
CONTENT_TYPE = "text/plain; charset=UTF-8"

PLURAL_COUNT = re.compile(r"nplurals\s*=\s*([0-9])\b")
"""How many plural forms the field `Plural-Forms` promises; a template promises none."""

_CHARSET = re.compile(r"charset\s*=\s*([^\s;]*)", re.IGNORECASE)
# A template by xgettext says CHARSET; ASCII is a part of UTF-8. Both become UTF-8, which is true.
_AS_UTF8 = frozenset({"utf-8", "utf8", "", "charset", "us-ascii", "ascii", "ansi_x3.4-1968"})


def read_fields(text: str) -> Fields:
    r"""Read the lines `Name: value` in their order; a line without a name continues the one above.

    >>> read_fields("Language: fr\nX-Note: one\ntwo\n")
    (('Language', 'fr'), ('X-Note', 'one\ntwo'))
    """
    fields: list[tuple[str, str]] = []
    for line in text.split("\n"):
        name, colon, value = line.partition(":")
        if colon and name.strip():
            fields.append((name.strip(), value.strip()))
        elif line.strip() and fields:
            fields[-1] = (fields[-1][0], f"{fields[-1][1]}\n{line.strip()}")
        elif line.strip():
            fields.append(("", line.strip()))
    return tuple(fields)


def check_charset(fields: Fields, where: str, line: int) -> Fields:
    """Refuse a header that claims another charset than UTF-8; say UTF-8 where it claims none.

    Never does a claim decide how bytes are read: a file that calls itself UTF-7 would say one
    thing to a person and another to a program.

    Raises:
        MalformedCatalog: naming the charset.
    """
    checked = []
    for name, value in fields:
        if name.lower() == "content-type":
            claims = _CHARSET.findall(value)
            for claim in claims:
                if claim.strip("\"'").lower() not in _AS_UTF8:
                    reason = f"the header says charset={claim[:_SHOWN]}, a catalog is UTF-8"
                    what_next = "Convert it with: msgconv -t UTF-8"
                    raise MalformedCatalog(where, line, reason, what_next)
            value = _CHARSET.sub("charset=UTF-8", value) if claims else CONTENT_TYPE  # noqa: PLW2901
        checked.append((name, value))
    return tuple(checked)


def locale_of(fields: Fields) -> str:
    """Give the BCP 47 tag of the language that the header names.

    Nothing in a template, and where the field says something else than a language.
    """
    try:
        return languages.from_gettext(Catalog("", fields).header("Language"))
    except UnknownLocale:
        return ""


def header_text(catalog: Catalog) -> str:
    """Write the fields of a header, one a line.

    The charset is always said, since a reader must not guess it, and so is the catalog's language.
    """
    fields = list(catalog.headers)
    if catalog.locale and locale_of(catalog.headers) != catalog.locale:
        fields = _put(fields, "Language", languages.gettext_locale(catalog.locale))
    if not catalog.header("Content-Type"):
        fields = _put(fields, "MIME-Version", "1.0")
        fields = _put(fields, "Content-Type", CONTENT_TYPE)
        fields = _put(fields, "Content-Transfer-Encoding", "8bit")
    return "".join(f"{name}: {value}\n" if name else f"{value}\n" for name, value in fields)


def _put(fields: list[tuple[str, str]], name: str, value: str) -> list[tuple[str, str]]:
    """Set one field where it stands, or at the end."""
    names = [known.lower() for known, _ in fields]
    if name.lower() not in names:
        return [*fields, (name, value)]
    at = names.index(name.lower())
    return [*fields[:at], (fields[at][0], value), *fields[at + 1 :]]
