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
      StoreError           the database
        StoreBusy            others write, and our turn did not come
        StoreFull            there is no room on the disk
        StoreBroken          it cannot be read, or not be used safely
        NewerStore           a newer version of this tool made it
      AccessError          who may do what
        NotFound             no such thing, or none that this member knows of
        NotAllowed           his role does not reach so far
        FourEyes             a text needs a second person
        LinkRefused          an invitation or a return link opens nothing
        NameTaken            a member has this name, or one that looks like it
        TooMany              somebody asks too often
      WorkError            a piece of work cannot be done as things stand
        OutOfDate            it was decided on a text that has changed meanwhile
        NotPossible          the state of the thing does not allow it
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
        known = f"Known: {', '.join(self.known)}." if self.known else "There are none yet."
        hint = f"Did you mean '{near[0]}'?" if near else known
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
    """Texts are missing or not good enough, and the policy is to refuse."""

    def __init__(
        self,
        document: str,
        locale: str,
        lines: Iterable[int],
        total: int,
        *,
        needs_work: int = 0,
        unreviewed: int = 0,
    ) -> None:
        self.document = document
        self.locale = locale
        self.lines = tuple(lines)
        """Where each of these texts first stands in the source, from 1."""
        self.total = total
        """Texts that the document has."""
        self.untranslated = len(self.lines) - needs_work - unreviewed
        """How many of these texts have no translation."""
        self.needs_work = needs_work
        """How many have one that needs work."""
        self.unreviewed = unreviewed
        """How many have one that waits for a review."""
        shown = ", ".join(str(line) for line in self.lines[:_LINES_SHOWN])
        more = ", ..." if len(self.lines) > _LINES_SHOWN else ""
        where = f"{document} in {locale}" if locale else document
        super().__init__(
            f"{where} is not complete: of {total} {'text' if total == 1 else 'texts'} "
            f"{self._what()} (source lines {shown}{more}). {self._what_next()}"
        )

    def _what(self) -> str:
        """Say what is not good enough, each kind with its number."""
        told = (
            (self.untranslated, "has no translation", "have no translation"),
            (self.needs_work, "needs work", "need work"),
            (self.unreviewed, "waits for a review", "wait for a review"),
        )
        *first, last = (
            f"{count} {one if count == 1 else more}" for count, one, more in told if count
        )
        return f"{', '.join(first)} and {last}" if first else last

    def _what_next(self) -> str:
        way_out = "reviewed, or take them without a review: --minimum translated."
        if not self.unreviewed:
            return "Translate them, or choose to show the source there."
        if self.unreviewed == len(self.lines):
            return f"Have them {way_out}"
        return f"Translate what is missing. Have the others {way_out}"


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


class StoreError(UndersignedError):
    """The database cannot do what is asked; nothing was saved."""


class StoreBusy(StoreError):
    """Others are writing, and our turn did not come."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(
            f"Not saved: the database was busy for {seconds:g} seconds. Try again in a moment."
        )


class StoreFull(StoreError):
    """There is no room on the disk."""

    def __init__(self) -> None:
        super().__init__("Not saved: the disk is full. Free some room and try again.")


class StoreBroken(StoreError):
    """The database cannot be read, or cannot be used safely."""

    def __init__(self, reason: str, what_next: str = "") -> None:
        self.reason = reason
        self.what_next = what_next or "Restore a backup: `undersigned restore`"
        super().__init__(f"the store cannot be used: {reason}. {self.what_next}")


class NewerStore(StoreError):
    """A newer version of this tool made the database."""

    def __init__(self, found: int, known: int) -> None:
        self.found = found
        self.known = known
        super().__init__(
            f"the store is of version {found}, and this program knows {known}. "
            "Install the newer program again, or restore an older backup."
        )


class AccessError(UndersignedError):
    """Somebody may not do what he asks for."""


class NotFound(AccessError):
    """There is no such thing, or none that this member knows of."""

    def __init__(self, what: str) -> None:
        self.what = what
        super().__init__(f"there is no such {what}. Check the link, or go back to the list.")


class NotAllowed(AccessError):
    """The role of a member does not reach so far."""

    def __init__(self, verb: str, role: str) -> None:
        self.verb = verb
        self.role = role
        """The lowest role that may do it."""
        super().__init__(f"not allowed: {verb} takes a {role}. Ask a coordinator for that role.")


class FourEyes(AccessError):
    """A text needs a second person."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        """A member of `workflow.review.Refusal`."""
        whose = (
            "these words are your own"
            if reason == "own_text"
            else "these words are by somebody whom you let in, or who let you in"
        )
        super().__init__(f"not approved: {whose}. Another reviewer has to read them.")


class LinkRefused(AccessError):
    """An invitation or a return link opens nothing; which is not said."""

    def __init__(self) -> None:
        super().__init__(
            "this link is used up, out of date or not whole. Ask whoever sent it for a new one."
        )


class NameTaken(AccessError):
    """A member has this name already, or one that looks like it."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"'{name}' is taken, or looks like a name that is. Choose another one.")


class TooMany(AccessError):
    """Somebody asks too often."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        """Until the next attempt."""
        super().__init__(f"too many attempts. Try again in {max(1, round(seconds))} seconds.")


class WorkError(UndersignedError):
    """A piece of work cannot be done as things stand."""


class OutOfDate(WorkError):
    """Something was decided on a text that has changed meanwhile."""

    def __init__(self, seen: int, now: int) -> None:
        self.seen = seen
        """The version it was decided on."""
        self.now = now
        super().__init__("the text has changed meanwhile. Read it again and decide then.")


class NotPossible(WorkError):
    """The state of a thing does not allow what is asked."""

    def __init__(self, reason: str, what_next: str, *, case: str = "") -> None:
        self.reason = reason
        self.what_next = what_next
        self.case = case
        """By what an interface words it again; empty where none has to."""
        super().__init__(f"{reason}. {what_next}")
