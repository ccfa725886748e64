"""The source of a statement to take home."""

from __future__ import annotations

import pytest

from tests.asking import Ask
from tests.serving import LETTER, Member, come_in
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.services import documents
from workflow.services.people.rates import LIMITS, Kind

PATH = "/download/source?document=letter"


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.READER)


def propose(house: Served) -> str:
    made = documents.propose(
        house.workspace,
        OPERATOR,
        house.clock(),
        document="letter",
        data="We ask: é.\n".encode(),
    )
    return made.digest


def test_the_released_text(ask: Ask, omar: Member) -> None:
    got = ask("GET", PATH, who=omar)
    assert (got.status, got.text) == (200, LETTER)
    assert got.header("content-type") == "text/plain; charset=utf-8"
    assert got.header("content-disposition").startswith('attachment; filename="letter.txt"')
    assert got.header("cache-control") == "private, no-store"


def test_any_revision_by_its_number(ask: Ask, house: Served, omar: Member) -> None:
    documents.release(
        house.workspace, OPERATOR, house.clock(), document="letter", digest=propose(house)
    )
    assert ask("GET", PATH, who=omar).text == "We ask: é.\n"
    got = ask("GET", f"{PATH}&number=1", who=omar)
    assert got.text == LETTER
    assert 'filename="letter.1.txt"' in got.header("content-disposition")


def test_markdown_is_called_so(ask: Ask, house: Served, omar: Member) -> None:
    documents.add(house.workspace, OPERATOR, house.clock(), data=b"# Hello\n", file_name="b.md")
    got = ask("GET", "/download/source?document=b", who=omar)
    assert got.header("content-type") == "text/markdown; charset=utf-8"


def test_what_was_never_released_is_for_coordinators(ask: Ask, house: Served, omar: Member) -> None:
    propose(house)
    kim = come_in(house.workspace, "Kim", Role.COORDINATOR)
    assert ask("GET", f"{PATH}&number=2", who=omar).status == 404
    assert ask("GET", f"{PATH}&number=2", who=kim).text == "We ask: é.\n"


@pytest.mark.parametrize("number", ["9", "-1", "x", "1.5", "٢", "9" * 30, ""])
def test_a_number_that_is_none_is_not_found(ask: Ask, omar: Member, number: str) -> None:
    assert ask("GET", f"{PATH}&number={number}", who=omar).status == 404


def test_it_is_for_members_who_see_it(ask: Ask, house: Served) -> None:
    assert ask("GET", PATH).status == 401
    stranger = come_in(house.workspace, "Eve", None)
    assert ask("GET", PATH, who=stranger).status in (403, 404)
    assert ask("GET", "/download/source?document=none", who=stranger).status in (403, 404)


def test_too_often_is_too_often(ask: Ask, omar: Member) -> None:
    (most, _), *_ = LIMITS[Kind.EXPORT].windows
    statuses = [ask("GET", PATH, who=omar).status for _ in range(most + 1)]
    assert statuses[-2:] == [200, 429]
