"""White space that is there twice, or where none belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.checks.base import Check, Examined, Severity
from workflow.model import Issue

_SPACE = r"[^\S\r\n\v\f\x1c-\x1e\x85\u2028\u2029]"
# Spaces at the ends of lines mean something in Markdown, and those at their beginnings are layout.
_DOUBLED = re.compile(rf"(?<!\s){_SPACE}{{2,}}(?!\s)(?=.)", re.DOTALL)
_AROUND = 20
"""Code points shown on both sides of a doubled space."""


def find(examined: Examined) -> Iterator[Issue]:
    """Find doubled spaces inside a target, and white space at its edges, that its source has not.

    Bad: `la  rivière`. Good: `la rivière`.
    """
    source, target = examined.source, examined.target
    inside = target.strip()
    doubled = _DOUBLED.search(inside)
    if doubled and not _DOUBLED.search(source.strip()):
        before = inside[: doubled.start()][-_AROUND:].rpartition("\n")[2]
        after = inside[doubled.end() :][:_AROUND].partition("\n")[0]
        yield examined.issue("doubled_space", f"{before}{doubled[0]}{after}")
    begins = target[:1].isspace() and not source[:1].isspace()
    ends = target[-1:].isspace() and not source[-1:].isspace()
    if inside and (begins or ends):
        yield examined.issue("edge_space", target[:_AROUND] if begins else target[-_AROUND:])


DOUBLE_SPACE = Check(
    name="double_space",
    description="A space stands there twice, or at an edge of the translation.",
    severity=Severity.WARNING,
    finds=("doubled_space", "edge_space"),
    find=find,
)
