"""Source formats, in the order in which they are tried."""

from __future__ import annotations

from pathlib import PurePath

from workflow.errors import UnknownFormat
from workflow.filters.base import Filter
from workflow.filters.plaintext import PLAINTEXT
from workflow.registry import Registry

FILTERS: Registry[Filter] = Registry("format", [PLAINTEXT])


def filter_for(file_name: str) -> Filter:
    """Find the filter that reads a file of this name.

    Raises:
        UnknownFormat: none does.
    """
    suffix = PurePath(file_name).suffix.lower()
    for candidate in FILTERS:
        if suffix in candidate.suffixes:
            return candidate
    raise UnknownFormat(file_name, suffix, [one for each in FILTERS for one in each.suffixes])
