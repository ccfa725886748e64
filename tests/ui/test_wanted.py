"""What an address asks for; nothing that stands in it can break the board."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.hostile import HOSTILE
from ui.wanted import LONGEST, Asked, asked
from workflow.services.progress import Filter, Show, Sort

NAMES = ("find", "locale", "show", "sort", "document", "page")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, Asked(Filter(), 1)),
        ({"find": "rivers", "locale": "fr"}, Asked(Filter("rivers", "fr"), 1)),
        ({"show": "late", "sort": "least"}, Asked(Filter(show=Show.LATE, sort=Sort.LEAST), 1)),
        ({"document": "letter", "page": "3"}, Asked(Filter(document="letter"), 3)),
        ({"locale": "AR"}, Asked(Filter(locale="ar"), 1)),
        ({"locale": "no language", "show": "none", "page": "-1"}, Asked(Filter(), 1)),
        ({"page": "9" * 30}, Asked(Filter(), 1)),
        ({"page": "٣"}, Asked(Filter(), 1)),
    ],
)
def test_what_nobody_knows_counts_as_not_said(query: dict[str, str], expected: Asked) -> None:
    assert asked(query) == expected


filters = st.builds(
    Filter,
    find=st.text(max_size=LONGEST),
    locale=st.sampled_from(["", "fr", "pt-BR"]),
    show=st.sampled_from(Show),
    sort=st.sampled_from(Sort),
    document=st.text(max_size=20),
)


@given(filters, st.integers(1, 99999))
def test_an_address_is_read_back(wanted: Filter, page: int) -> None:
    at = Asked(wanted, page)
    assert asked(at.query(page=str(page))) == at


@given(st.dictionaries(st.sampled_from(NAMES), st.text() | st.sampled_from(HOSTILE)))
def test_anything_can_be_read(query: dict[str, str]) -> None:
    assert asked(query).page >= 1


def test_what_is_filtered() -> None:
    assert not asked({"sort": "title", "document": "letter"}).is_filtered
    assert all(
        asked(each).is_filtered for each in ({"find": "x"}, {"locale": "fr"}, {"show": "late"})
    )
