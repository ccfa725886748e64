"""Seam 2: quality checks. One module for each question; here they stand in the order asked.

A check sees two texts and a few facts about them, never a file or a document. What only the whole
document can tell is asked of the filter by whoever calls, and handed in.
"""

from workflow.checks.addresses import ADDRESSES
from workflow.checks.base import Check, Examined, Severity
from workflow.checks.double_space import DOUBLE_SPACE
from workflow.checks.inline_codes import INLINE_CODES
from workflow.checks.numbers import NUMBERS
from workflow.checks.same_as_source import SAME_AS_SOURCE
from workflow.checks.structure import STRUCTURE
from workflow.model import EMPTY_ON_PURPOSE, Issue, is_translation
from workflow.registry import Registry

CHECKS: Registry[Check] = Registry(
    "check", (INLINE_CODES, NUMBERS, ADDRESSES, SAME_AS_SOURCE, DOUBLE_SPACE, STRUCTURE)
)

__all__ = ["CHECKS", "Check", "Examined", "Severity", "examine", "severity"]

_WARNINGS = frozenset(
    name for check in CHECKS if check.severity is Severity.WARNING for name in check.finds
)


def examine(examined: Examined) -> tuple[Issue, ...]:
    """Ask every check about one translation, in order.

    Nothing is found in what is no translation, or empty on purpose.
    """
    if examined.target == EMPTY_ON_PURPOSE or not is_translation(examined.target):
        return ()
    return tuple(issue for check in CHECKS for issue in check.find(examined))


def severity(issue: Issue) -> Severity:
    """Say how bad a finding is; whatever a filter says of a target is an error."""
    return Severity.WARNING if issue.name in _WARNINGS else Severity.ERROR
