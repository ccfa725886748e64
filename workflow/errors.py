"""Everything that can go wrong, as classes.

    UndersignedError
      SourceError          a source document
        UnreadableSource     it is not UTF-8 text, or larger than we take
        UnknownFormat        no filter reads this kind of file
      CatalogError         a PO or POT file
        MalformedCatalog     it does not say what gettext's grammar allows
        LocaleMismatch       it is for another language than the one asked for
        UnrelatedCatalog     it has none of the texts of the document
      AssemblyError        putting a statement together
        Incomplete           texts are missing and the policy is to refuse
      WorkspaceError       the folder with sources/ and locales/
        BadSettings          workspace.toml says something impossible
        UnknownDocument      no document of that name
      UnknownName          a registry has no entry of that name
      UnknownLocale        a language tag nobody can read
      LimitExceeded        input from outside is larger than the limits in `guard`
      HostileInput         a path, a name or a text that is refused for safety

The class is the identity: there are no numbers. `str(error)` is one English line that says what,
where, and what to do next; the facts are attributes, so that an interface can word them again in
the reader's language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

_LINES_SHOWN = 8
# What would break the line, speak to a terminal, or re-order what its reader sees.
_UNSAFE = re.compile("[\0-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def one_line(text: str) -> str:
    r"""Write a text from outside so that it stays on one line and cannot speak to a terminal.

    >>> print(one_line("a\nb"))
    a\u000ab
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class UndersignedError(Exception):
    """Anything the tool refuses or cannot do; caught once, at the edge."""

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))


class SourceError(UndersignedError):
    """A source document cannot be used."""


class UnreadableSource(SourceError):
    """The bytes of a source are not text that we can read."""

    def __init__(self, where: str, reason: str, what_next: str) -> None:
        self.where = where
        self.reason = reason
        self.what_next = what_next
        super().__init__(f"{where}: {reason}. {what_next}")


class UnknownName(UndersignedError):
    """A registry has no entry of that name."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        self.what = what
        self.name = name
        self.known = tuple(known)
        near = get_close_matches(name, self.known, n=1)
        hint = f"Did you mean '{near[0]}'?" if near else f"Known: {', '.join(self.known)}."
        super().__init__(f"no {what} called '{name}'. {hint}")


class UnknownFormat(SourceError):
    """No filter reads files with this suffix."""

    def __init__(self, where: str, suffix: str, known: Iterable[str]) -> None:
        self.where = where
        self.suffix = suffix
        self.known = tuple(known)
        shown = f"'{suffix}' files" if suffix else "files without a suffix"
        super().__init__(
            f"{where}: no filter for {shown}. Save it as one of {', '.join(self.known)}."
        )


class CatalogError(UndersignedError):
    """A catalog cannot be used."""


class MalformedCatalog(CatalogError):
    """A PO file does not say what gettext's grammar allows."""

    def __init__(self, where: str, line: int, reason: str, what_next: str) -> None:
        self.where = where
        self.line = line
        """1-based; 0 where the fault is in the whole file."""
        self.reason = reason
        self.what_next = what_next
        place = f"{where}:{line}" if line else where
        super().__init__(f"{place}: {reason}. {what_next}")


class LocaleMismatch(CatalogError):
    """A catalog is for another language than the one asked for."""

    def __init__(self, where: str, found: str, expected: str) -> None:
        self.where = where
        self.found = found
        self.expected = expected
        super().__init__(
            f"{where}: the header says Language: {found}, but {expected} was asked for. "
            "Correct the header, or choose the catalog of that language."
        )


class UnrelatedCatalog(CatalogError):
    """A catalog has none of the texts of the document it was given with."""

    def __init__(self, where: str, document: str) -> None:
        self.where = where
        self.document = document
        super().__init__(
            f"{where}: it has none of the texts of {document}. "
            "Is it the catalog of another document?"
        )


class AssemblyError(UndersignedError):
    """A statement cannot be put together."""


class Incomplete(AssemblyError):
    """Texts are missing, and the policy is to refuse."""

    def __init__(self, document: str, locale: str, lines: Iterable[int], total: int) -> None:
        self.document = document
        self.locale = locale
        self.lines = tuple(lines)
        self.total = total
        shown = ", ".join(str(line) for line in self.lines[:_LINES_SHOWN])
        more = ", ..." if len(self.lines) > _LINES_SHOWN else ""
        where = f"{document} in {locale}" if locale else document
        super().__init__(
            f"{where} is not complete: {len(self.lines)} of {total} texts are missing "
            f"(source lines {shown}{more}). Translate them, or choose to show the source there."
        )


class WorkspaceError(UndersignedError):
    """The folder with sources/ and locales/ cannot be used."""


class BadSettings(WorkspaceError):
    """workspace.toml says something impossible."""

    def __init__(self, where: str, key: str, reason: str, what_next: str) -> None:
        self.where = where
        self.key = key
        self.reason = reason
        self.what_next = what_next
        super().__init__(f"{where}: {key + ': ' if key else ''}{reason}. {what_next}")


class UnknownDocument(WorkspaceError):
    """The workspace has no document of that name."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name = name
        self.known = tuple(known)
        near = get_close_matches(name, self.known, n=1)
        known = ", ".join(self.known) or "none"
        hint = f"Did you mean '{near[0]}'?" if near else f"Known: {known}."
        super().__init__(f"no document called '{name}'. {hint}")


class UnknownLocale(UndersignedError):
    """A language tag that nobody can read."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        super().__init__(
            f"'{tag}' is not a language tag. Use one such as fr, pt-BR, zh-Hant or ckb."
        )


class LimitExceeded(UndersignedError):
    """Input from outside is larger than we take."""

    def __init__(self, where: str, what: str, limit: int, unit: str, what_next: str) -> None:
        self.where = where
        self.what = what
        self.limit = limit
        self.unit = unit
        super().__init__(f"{where}: {what} is over {limit:,} {unit}. {what_next}")


class HostileInput(UndersignedError):
    """A path, a name or a text that is refused for safety."""

    def __init__(self, where: str, reason: str, what_next: str) -> None:
        self.where = where
        self.reason = reason
        self.what_next = what_next
        super().__init__(f"{where}: {reason}. {what_next}")
