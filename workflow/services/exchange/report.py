"""What an exchange of catalogs and store did, as a value and in sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass

from workflow.errors import one_line
from workflow.services.wording import proposing

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One text that a person should look at."""

    unit: str
    """Id of the unit; empty where none has it."""
    source: str
    text: str
    """What the file says; for a text that it lost, what the store says."""
    line: int
    """Of the file, 1-based; 0 where the entry is not in it."""
    reason: str = ""
    """Why a text is refused, in a sentence."""


@dataclass(frozen=True, slots=True)
class CatalogReport:
    """What became of one catalog."""

    document: str
    """Its name."""
    locale: str
    path: str
    """Of the file, as seen from the workspace's folder."""
    taken: int = 0
    """Texts of the file that became translations, and states that it changed."""
    kept: int = 0
    """Texts that the store has and the file has not yet, or not any more."""
    suggestions: int = 0
    """Texts of the file that are kept as suggestions, conflicts among them."""
    restored: int = 0
    """Texts that stand in no revision of the source and are kept for the day they return."""
    trusted: int = 0
    """Texts that are reviewed now because their file said so."""
    conflicts: tuple[Found, ...] = ()
    """Both sides wrote something: the store's stands, the file's is a suggestion."""
    older: tuple[Found, ...] = ()
    """The file says what was said before it was last written: the store's newer text stands."""
    reopened: tuple[Found, ...] = ()
    """New texts of the file that took the place of approved ones, and wait for a review."""
    missing: tuple[Found, ...] = ()
    """Texts that the file has lost; the store keeps them."""
    refused: tuple[Found, ...] = ()
    """Texts of the file that cannot be taken; while there are any, it is not written."""
    fault: str = ""
    """Why the whole file was left alone, in a sentence; empty where it was not."""
    was_lost: bool = False
    """Whether there was a file once, and none when this exchange began."""
    written: bool = False
    """Whether the file has other bytes now."""

    @property
    def is_clean(self) -> bool:
        """Tell whether nobody has to look at it."""
        found = self.conflicts or self.older or self.reopened or self.missing or self.refused
        return not (found or self.fault or self.was_lost)

    @property
    def figures(self) -> dict[str, object]:
        """Give what is remembered of it in the store: numbers, and whether it was left alone."""
        return {
            "taken": self.taken,
            "kept": self.kept,
            "suggestions": self.suggestions,
            "restored": self.restored,
            "trusted": self.trusted,
            "conflicts": len(self.conflicts),
            "older": len(self.older),
            "reopened": len(self.reopened),
            "missing": len(self.missing),
            "refused": len(self.refused),
            "left_alone": bool(self.fault),
        }


@dataclass(frozen=True, slots=True)
class Discarded:
    """A document whose file has a text that somebody discarded."""

    document: str
    """Its name."""
    path: str
    """Of the file, as the workspace was named."""

    @property
    def sentence(self) -> str:
        """Say what can be done with that text."""
        return (
            f"{self.document}: you discarded the text that its file has. Propose it again with: "
            f"{proposing(self.document, self.path)}, or put the released text back."
        )


@dataclass(frozen=True, slots=True)
class Beside:
    """A document whose file has a text, while another one waits that somebody proposed."""

    document: str
    """Its name."""
    path: str
    """Of the file, as the workspace was named."""

    @property
    def sentence(self) -> str:
        """Say what can be done with that text."""
        again = proposing(self.document, self.path)
        return f"{self.path}: another text waits. Propose this one in its place with: {again}"


@dataclass(frozen=True, slots=True)
class Waits:
    """A new text of a document that waits to be released."""

    document: str
    """Its name."""
    number: int
    """Of the revision."""

    @property
    def sentence(self) -> str:
        """Say what can be done with that text."""
        return (
            f"{self.document}: revision {self.number} waits to be released. Look at it: "
            f"`undersigned revise {self.document}`"
        )


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What an exchange did, and what it found."""

    catalogs: tuple[CatalogReport, ...] = ()
    added: tuple[str, ...] = ()
    """Names of documents whose source was new in `sources/`."""
    proposed: tuple[str, ...] = ()
    """Names of documents whose source was changed on disk; translators see the old one until the
    new one is released."""
    waiting: tuple[str, ...] = ()
    """Names of documents with a new text that waits to be released, as it did before."""
    waits: tuple[Waits, ...] = ()
    """Those texts among them that are not the ones on disk."""
    beside: tuple[Beside, ...] = ()
    """Documents whose source differs on disk, by a text that is not the one that waits."""
    discarded: tuple[Discarded, ...] = ()
    """Documents whose source differs on disk, by a text that somebody discarded."""
    withdrawn: tuple[str, ...] = ()
    """Names of documents whose file says again what is released; its proposal is discarded."""
    lost: tuple[str, ...] = ()
    """Names of documents whose source is not on disk; nothing is removed."""
    faults: tuple[str, ...] = ()
    """What is wrong with files in `sources/` and folders in `locales/`, a sentence each."""
    strays: tuple[str, ...] = ()
    """What belongs to no document in `workspace.toml` and `locales/`, a sentence each."""
    remarks: tuple[str, ...] = ()
    """What filters could not be sure of in sources that are new or changed, and that no review
    could be trusted, a sentence each."""
    written: tuple[str, ...] = ()
    """Files with other bytes than before, as seen from the workspace's folder."""

    @property
    def is_clean(self) -> bool:
        """Tell whether nobody has to look at anything."""
        sources = self.proposed or self.waiting or self.beside or self.discarded or self.lost
        return not (sources or self.faults or self.strays) and all(
            each.is_clean for each in self.catalogs
        )

    @property
    def taken(self) -> int:
        """Count the texts that came from files."""
        return sum(each.taken for each in self.catalogs)

    def as_data(self) -> dict[str, object]:
        """Give it as plain values, ready for JSON."""
        return {"clean": self.is_clean, **asdict(self)}

    @property
    def sentences(self) -> tuple[str, ...]:
        """Say what was found and done, the most urgent first; nothing where nothing happened."""
        told = (*self.faults, *self.strays, *self.remarks)
        return tuple(map(one_line, (*told, *_about_sources(self), *_about_catalogs(self))))


def _about_sources(report: SyncReport) -> Iterator[str]:
    for name in report.lost:
        yield f"{name}: its source is not in sources/ any more. Nothing was removed. Put it back."
    others = {each.document for each in report.waits}
    for name in (*report.proposed, *report.waiting):
        if name not in others:
            yield (
                f"{name}: its source differs from the released text. Look at it and release it: "
                f"`undersigned revise {name}`"
            )
    yield from (each.sentence for each in report.waits)
    yield from (each.sentence for each in report.beside)
    yield from (each.sentence for each in report.discarded)
    for name in report.withdrawn:
        yield f"{name}: the file says again what is released; its proposal is discarded"
    for name in report.added:
        yield f"{name}: a new document"


def _about_catalogs(report: SyncReport) -> Iterator[str]:
    for each in report.catalogs:
        yield from _about(each)
    count = len(report.written)
    if count:
        yield f"files written: {count}"


def in_the_way(report: CatalogReport) -> tuple[str, ...]:
    """Say why a catalog is not written: it is left alone, or a text of it is refused."""
    fault = [f"{report.fault} The file is left as it is."] if report.fault else []
    refused = (
        f"{each.reason} The file is not written until this is mended." for each in report.refused
    )
    return (*fault, *refused)


def _about(report: CatalogReport) -> Iterator[str]:
    where = report.path
    yield from in_the_way(report)
    if report.fault:
        return  # it counts what is missing, and nothing else was done
    for each in report.conflicts:
        yield (
            f"{where}:{each.line}: both sides changed '{_brief(each.source)}'. The text on the "
            f"site stands; '{_brief(each.text)}' is kept as a suggestion."
        )
    yield from _about_copies(report)
    for each in report.missing:
        place = f"{where}:{each.line}" if each.line else where
        yield (
            f"{place}: the translation of '{_brief(each.source)}' is missing in the file. It is "
            "kept."
        )
    if report.was_lost:
        yield f"{where}: the file was gone. Nothing was removed; it is written again."
    told = {
        "texts taken": report.taken,
        "kept as suggestions": report.suggestions,
        "kept for later": report.restored,
    }
    if any(told.values()):
        counts = ", ".join(f"{name}: {count}" for name, count in told.items() if count)
        yield f"{where}: {counts}"


def _about_copies(report: CatalogReport) -> Iterator[str]:
    """Say what an older copy of a file would have undone, and what a newer one did."""
    for each in report.older:
        place = f"{report.path}:{each.line}: "
        if each.reason:
            yield (
                f"{place}{each.reason}: the translation of '{_brief(each.source)}' needs work, "
                "though the file does not say so. Change it there, or settle it on the site."
            )
        else:
            yield (
                f"{place}an older translation of '{_brief(each.source)}' stands here; the newer "
                "one is kept. If the older one is meant, restore it on the site."
            )
    for each in report.reopened:
        yield (
            f"{report.path}:{each.line}: the approved translation of '{_brief(each.source)}' was "
            "changed in the file. The new text waits for a review."
        )


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"
