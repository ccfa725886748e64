"""Which statement is read."""

from __future__ import annotations

from ui.components.documents import chosen_of, there, title_of
from workflow.assembly import Policy
from workflow.services.documents import Listed


def listed(name: str, title: str = "", status: str = "active") -> Listed:
    return Listed(
        id="1",
        name=name,
        title=title,
        locale="en",
        languages=("fr",),
        deadline=None,
        priority=0,
        tags=(),
        notes="",
        publication=Policy(),
        status=status,
        is_proposed=False,
    )


def test_those_in_work_by_title_and_the_one_that_is_asked_for() -> None:
    found = (listed("a", "Zebra"), listed("b", "apple"), listed("c", status="archived"))
    assert [each.name for each in there(found, "")] == ["b", "a"]
    assert [each.name for each in there(found, "c")] == ["b", "c", "a"]
    assert title_of(found[2]) == "c"


def test_the_first_where_none_is_asked_for() -> None:
    found = (listed("a"), listed("b"))
    assert chosen_of(found, "") == found[0]
    assert chosen_of(found, "b") == found[1]
    assert chosen_of(found, "x") is None
    assert chosen_of((), "") is None
