"""What a filter is."""

import dataclasses

from workflow.filters.base import Filter


def test_a_filter_is_made_of_six_verbs() -> None:
    assert [each.name for each in dataclasses.fields(Filter)] == [
        "name",
        "suffixes",
        "extract",
        "segment",
        "fit",
        "join",
        "check",
        "render",
    ]
