"""Source formats, in the order in which they are tried."""

from __future__ import annotations

from workflow.errors import UnknownFormat
from workflow.filters.base import Filter
from workflow.filters.markdown import MARKDOWN
from workflow.filters.plaintext import PLAINTEXT
from workflow.registry import Registry

FILTERS: Registry[Filter] = Registry("format", [PLAINTEXT, MARKDOWN])


def filter_for(file_name: str) -> Filter:
    """Find the filter that reads a file of this name.

    Raises:
        UnknownFormat: none does.
    """
    name = file_name.replace("\\", "/").rpartition("/")[2]
    stem, dot, last = name.rpartition(".")
    suffix = f".{last}".lower() if stem and dot and last else ""
    for candidate in FILTERS:
        if suffix in candidate.suffixes:
            return candidate
    raise UnknownFormat(file_name, suffix, [one for each in FILTERS for one in each.suffixes])
