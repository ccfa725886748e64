"""What would break the place of a translation in its document.

Only the filter of the format can tell, and checks do not know filters: its findings about this
target come in with what is examined, and go out as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workflow.checks.base import Check, Examined, Severity
from workflow.model import Issue


def find(examined: Examined) -> Iterator[Issue]:
    """Give what the filter says of this target."""
    for issue in examined.structure:
        yield issue if issue.key else replace(issue, key=examined.key)


STRUCTURE = Check(
    name="structure",
    description="The translation would break its place in the document: begin a list, vanish, "
    "lose a link.",
    severity=Severity.ERROR,
    finds=(),
    find=find,
)
