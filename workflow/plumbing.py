"""The main job on single files: values in, values out, nothing read or written.

Each function here is a command of the same name, a public name of the package, or both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workflow import languages, segmentation, skeleton
from workflow.assembly import Policy, assemble
from workflow.checks import Examined, examine
from workflow.filters import FILTERS
from workflow.model import (
    EMPTY_ON_PURPOSE,
    Catalog,
    Change,
    Document,
    Issue,
    Passage,
    Skeleton,
    State,
    TargetDocument,
    Unit,
    UnitKey,
    is_translation,
)

__all__ = [
    "assembled",
    "check",
    "diff",
    "extract",
    "fill",
    "findings",
    "merge",
    "segment",
    "unit_findings",
]


def extract(
    data: bytes,
    *,
    format: str,  # noqa: A002
    locale: str,
    name: str = "",
    before: Iterable[str] = (),
) -> Document:
    r"""Read a source document into units and a skeleton.

    Args:
        data: the file's bytes, UTF-8.
        format: name of a filter, such as `plaintext`.
        locale: BCP 47 tag of the source language.
        name: the document's name in a workspace.
        before: source texts of the units of its previous revision; a block keeps the cut that they
            show.

    >>> document = extract(b"A title\n\nTo our friends,", format="plaintext", locale="en")
    >>> [unit.key.source for unit in document.units]
    ['A title', 'To our friends,']

    Raises:
        UnknownName: no filter of that name.
        UnknownLocale: the tag is none.
        UnreadableSource: the bytes are not UTF-8.
    """
    document = FILTERS[format].extract(
        data, languages.normalise(locale), segmentation.Precedent(before)
    )
    return replace(document, name=name)


def fill(document: Document, targets: Mapping[UnitKey, str], *, locale: str = "") -> bytes:
    """Put target texts into a document; where one is missing, the source stays.

    Args:
        document: the source, extracted.
        targets: the target text of each unit.
        locale: the target language, which decides what stands between sentences; a space where it
            is not known.

    Laws:
        `fill(document, {})` is the source, byte for byte.
    """
    source_format = FILTERS[document.format]
    text = skeleton.fill(
        document.skeleton,
        targets,
        joiner=segmentation.joiner(locale),
        fit=source_format.fit,
        join=source_format.join,
    )
    return text.encode("utf-8")


def check(document: Document, targets: Mapping[UnitKey, str]) -> tuple[Issue, ...]:
    """Find the targets that would break their place in a document: begin a list, lose a link."""
    return FILTERS[document.format].check(document, targets)


def findings(
    document: Document, targets: Mapping[UnitKey, str], *, locale: str
) -> tuple[Issue, ...]:
    """Ask every check about every translation of a document, in document order.

    The document is read once with all its targets; that takes longest. Each finding carries the
    key of its unit; `workflow.checks.severity` says how bad it is.

    Args:
        document: the source, extracted.
        targets: the target text of each unit; units without one are passed over.
        locale: BCP 47 tag of the target language.
    """
    said: dict[UnitKey | None, list[Issue]] = {}
    for issue in check(document, targets):
        said.setdefault(issue.key, []).append(issue)
    found: list[Issue] = []
    for unit in document.units:
        structure = tuple(said.pop(unit.key, ()))
        target = targets.get(unit.key, "")
        if target == EMPTY_ON_PURPOSE or not is_translation(target):
            found += structure  # what stands around a text that is empty on purpose
        else:
            found += examine(_examined(document, unit, target, locale, structure))
    return tuple(found)


_OF_THE_WHOLE = frozenset({"tears"})
"""What a filter can only tell of a whole document."""


def unit_findings(
    document: Document, key: UnitKey, target: str, *, locale: str
) -> tuple[Issue, ...]:
    """Ask every check about one translation while it is written, without reading the document.

    The filter sees the text's own place alone. So what needs the rest of the document is not
    found: labels of links that are defined elsewhere, a target that changes what follows it.
    A text that the document has not, or has no longer, has no findings.
    """
    unit = next((unit for unit in document.units if unit.key == key), None)
    if unit is None:
        return ()
    place = next(slot for slot in skeleton.slots(document.skeleton) if slot.key == key)
    alone = replace(document, skeleton=Skeleton((place,)), units=(unit,))
    said = (issue for issue in check(alone, {key: target}) if issue.name not in _OF_THE_WHOLE)
    return examine(_examined(document, unit, target, locale, tuple(said)))


def _examined(
    document: Document, unit: Unit, target: str, locale: str, structure: tuple[Issue, ...]
) -> Examined:
    first = unit.places[0]
    return Examined(
        key=unit.key,
        target=target,
        source_locale=document.source_locale,
        locale=locale,
        notation=document.format,
        kind=first.kind,
        line=first.line,
        structure=structure,
    )


def assembled(
    document: Document,
    targets: Mapping[UnitKey, str],
    policy: Policy,
    *,
    locale: str,
    states: Mapping[UnitKey, State] | None = None,
) -> TargetDocument:
    """Put a document together in one language, as bytes and as the tree for exporters.

    Raises:
        Incomplete: a text is missing and the policy is to refuse.
    """
    return assemble(
        document,
        targets,
        policy,
        locale=locale,
        source_format=FILTERS[document.format],
        states=states or {},
    )


def segment(data: bytes, *, format: str, locale: str) -> tuple[Passage, ...]:  # noqa: A002
    """Cut a source document into blocks and sentences, with offsets in code points."""
    return FILTERS[format].segment(data, languages.normalise(locale))


def diff(old: Catalog, new: Catalog, *, locale: str = "") -> tuple[Change, ...]:
    """Say what a revision does to each text; see `workflow.alignment.align`.

    Both sides are templates or catalogs; what is obsolete in the old one may be restored.

    Args:
        old: the old revision.
        new: the new revision.
        locale: language of the source texts, to tell edits that may be harmless.
    """
    from workflow import alignment  # 40 ms

    return alignment.align(
        alignment.texts(old.entries),
        alignment.texts(entry for entry in new.entries if not entry.obsolete),
        locale=locale,
    )


def merge(old: Catalog, new_template: Catalog) -> Catalog:
    """Bring a catalog up to a new template; see `workflow.alignment.merge`."""
    from workflow import alignment  # 40 ms

    return alignment.merge(old, new_template)
