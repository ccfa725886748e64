"""What an exporter is: one finished form of a statement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from workflow.model import TargetDocument


@dataclass(frozen=True, slots=True)
class Exporter:
    """Turn an assembled statement into a file that people open, print or send on.

    Laws, tested for every exporter:
    reproducible  the same document gives the same bytes; no clock, no person, no chance
    complete      every text of the tree is in the output, once
    literal       no character of a text becomes markup, a script or an address
    """

    name: str
    """How commands and settings call it."""
    suffix: str
    """With its dot: `.html`."""
    media_type: str
    """For downloads; texts are UTF-8."""
    export: Callable[[TargetDocument], bytes]
