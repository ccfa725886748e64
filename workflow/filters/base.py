"""What a filter is: how one source format becomes units, and how it comes back.

Three laws, tested for every filter and every case file:

identity   filling with nothing gives back the source, byte for byte
coverage   every natural-language text that a reader would see is in exactly one unit
stability  extracting the pseudo-translated document gives the same kinds, markers and nesting in
           the same order
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workflow.model import Block, Document, Issue, Passage, Slot, UnitKey
from workflow.segmentation import Precedent


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
