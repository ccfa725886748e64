"""The main job on single files: values in, values out, nothing read or written.

Each function here is a command of the same name, a public name of the package, or both.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workflow import languages, segmentation, skeleton
from workflow.assembly import Policy, assemble
from workflow.filters import FILTERS
from workflow.model import Catalog, Change, Document, Issue, Passage, State, TargetDocument, UnitKey

__all__ = ["assembled", "check", "diff", "extract", "fill", "merge", "segment"]


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
