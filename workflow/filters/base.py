"""What a filter is: how one source format becomes units, and how it comes back.

Three laws, tested for every filter and every case file:

identity   filling with nothing gives back the source, byte for byte
coverage   every natural-language text that a reader would see is in exactly one unit
stability  extracting the pseudo-translated document gives the same kinds, markers and nesting in
           the same order
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from workflow import segmentation
from workflow.model import Block, Document, Issue, Part, Passage, Skeleton, Slot, UnitKey
from workflow.segmentation import Precedent
from workflow.skeleton import units


@dataclass(frozen=True, slots=True)
class Filter:
    """One source format."""

    name: str
    suffixes: tuple[str, ...]
    """With the dot, in lower case; the first is the usual one."""
    extract: Callable[[bytes, str, Precedent], Document]
    """From the source's bytes, its locale, and how the revision before it was cut.

    Raises `UnreadableSource` for what is not UTF-8.
    """
    segment: Callable[[bytes, str], tuple[Passage, ...]]
    """The same cut as data: each block with its offsets in code points of the file."""
    fit: Callable[[Slot, str], str]
    """Make a target fit its hole."""
    join: Callable[[str, str, str], str]
    """Say what stands between two sentences: what the language puts there, or what it must be."""
    check: Callable[[Document, Mapping[UnitKey, str]], tuple[Issue, ...]]
    """Find the targets that would break their hole: start a list, lose a link."""
    render: Callable[[Document, Mapping[UnitKey, str], str], tuple[Block, ...]]
    """The block tree in a target locale; what has no target stands there in the source locale."""


def document_of(
    data: bytes, parts: Iterable[Part], format_name: str, locale: str, issues: Iterable[Issue] = ()
) -> Document:
    """Make a document of its bytes and of the parts a filter has cut them into; nobody named it."""
    skeleton = Skeleton(tuple(parts))
    return Document(
        name="",
        format=format_name,
        source_locale=locale,
        digest=hashlib.sha256(data).hexdigest(),
        segmentation=segmentation.VERSION,
        skeleton=skeleton,
        units=units(skeleton),
        issues=tuple(issues),
    )
