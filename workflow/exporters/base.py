"""What an exporter is: one finished form of a statement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from workflow.exporters.around import ALONE, Around
from workflow.model import TargetDocument


class Export(Protocol):
    """Writes a statement, with what is said around it."""

    def __call__(self, document: TargetDocument, around: Around = ALONE, /) -> bytes:
        """Give the bytes of the file."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """Turn an assembled statement into a file that people open, print or send on.

    Laws, tested for every exporter:
    reproducible  the same document gives the same bytes; no clock, no person, no chance
    complete      every text of the tree is in the output, once
    literal       no character of a text becomes markup, a script or an address
    marked        what is a draft says so first, in its language; what is finished says nothing
    """

    name: str
    """How commands and settings call it."""
    suffix: str
    """With its dot: `.html`."""
    media_type: str
    """For downloads; texts are UTF-8."""
    export: Export
