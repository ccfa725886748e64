r"""What a pasted text is taken for, and how an edited one goes back to where it came from."""

from __future__ import annotations

import re
from enum import StrEnum

from workflow.services import documents

_BOM = b"\xef\xbb\xbf"
# A heading, an image or link, bold words, a table's ruler, a fence: nobody types these by chance.
_MARKDOWN = re.compile(
    r"""
    ^\#{1,6}[ ]\S | !?\[[^\]\n]+\]\([^)\s]+\) | \*\*\S[^*\n]*\*\*
    | ^\|?[ :-]*-{3,}[ :|-]*\|[ :|-]*$ | ^(?:```|~~~)
    """,
    re.MULTILINE | re.VERBOSE,
)


class Notation(StrEnum):
    """What a pasted text is written in."""

    TOLD = ""
    """As the text itself shows."""
    PLAIN = ".txt"
    MARKDOWN = ".md"


def suffix_of(text: str, notation: Notation) -> str:
    r"""Say what the file of a pasted text ends in: Markdown only where it plainly is.

    >>> suffix_of("# An appeal\n", Notation.TOLD), suffix_of("5 * 3 * 2\n", Notation.TOLD)
    ('.md', '.txt')
    """
    if notation is not Notation.TOLD:
        return notation.value
    return (Notation.MARKDOWN if _MARKDOWN.search(text) else Notation.PLAIN).value


def file_of(text: str, notation: Notation, title: str) -> tuple[str, bytes]:
    r"""Make a file of a pasted text: its name, after its title or its first line, and its bytes.

    >>> file_of("To all\n", Notation.TOLD, "An appeal")
    ('an-appeal.txt', b'To all\n')
    """
    suffix = suffix_of(text, notation)
    data = encoded(text if text.endswith("\n") else f"{text}\n")
    name = documents.name_for(title.strip() or documents.title_of(data, f"a{suffix}"))
    return f"{name}{suffix}", data


def encoded(text: str) -> bytes:
    """Write what was typed as bytes; half a character is left to be refused as what it is."""
    return text.encode("utf-8", "surrogatepass")


def to_edit(data: bytes) -> str:
    """Give the text of a source for a field, which knows one kind of line end."""
    return data.removeprefix(_BOM).decode().replace("\r\n", "\n").replace("\r", "\n")


def edited(text: str, before: bytes) -> bytes:
    r"""Write an edited text as the source was written: its byte-order mark, its line ends.

    >>> edited("a\nc\n", b"a\r\nb\r\n")
    b'a\r\nc\r\n'

    Law: what was not edited is the source, where that has line ends of one kind.
    """
    data = encoded(text)
    if b"\n" in before and b"\n" not in before.replace(b"\r\n", b""):
        data = data.replace(b"\n", b"\r\n")
    elif b"\r" in before and b"\n" not in before:
        data = data.replace(b"\n", b"\r")
    return (_BOM if before.startswith(_BOM) else b"") + data
