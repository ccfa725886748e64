"""A draft is one member's own, until it is saved or forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.live import MINUTE, NOW, live, person, put_document
from workflow.services.workspace import Workspace
from workflow.store.documents import unit_by_id
from workflow.store.drafts import Draft, count, drafts_of, drop, drop_older, newest, put


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with live(tmp_path) as opened:
        yield opened


@pytest.fixture
def mine(workspace: Workspace) -> Draft:
    """Give a draft that is not put in yet."""
    _, (unit, *_) = put_document(workspace, ["We ask for a bridge.", "We ask for a lamp."])
    return Draft(person(workspace, "ana"), unit, "fr", "Un po", 2, "digest", NOW)


def test_the_last_draft_takes_the_place_of_the_one_before(
    workspace: Workspace, mine: Draft
) -> None:
    later = replace(mine, text="Un pont", seen=3, source_digest="other", at=NOW + MINUTE)
    with workspace.store.writing() as db:
        put(db, mine)
        put(db, mine)
        assert drafts_of(db, mine.member) == (mine,)
        put(db, later)
    with workspace.store.reading() as db:
        assert drafts_of(db, mine.member) == (later,)


def others(workspace: Workspace, mine: Draft) -> list[Draft]:
    """Give drafts beside one: of another member, in another language, of another unit."""
    _, (elsewhere,) = put_document(workspace, ["Rivers need room."], name="second")
    return [
        replace(mine, member=person(workspace, "berta")),
        replace(mine, locale="de", at=NOW - MINUTE),
        replace(mine, unit=elsewhere, at=NOW - 2 * MINUTE),
    ]


def test_the_newest_draft_tells_of_every_change(workspace: Workspace, mine: Draft) -> None:
    beside = others(workspace, mine)
    with workspace.store.writing() as db:
        found = unit_by_id(db, mine.unit)
        assert found is not None
        which = (mine.member, found.document, "fr")
        assert newest(db, *which) == (0, None)
        for each in (mine, *beside):
            put(db, each)
        assert newest(db, *which) == (1, NOW)
        put(db, replace(mine, at=NOW + MINUTE))
        assert newest(db, *which) == (1, NOW + MINUTE)
        drop(db, mine.member, mine.unit, "fr")
        assert newest(db, *which) == (0, None)


def test_a_draft_is_seen_by_nobody_else(workspace: Workspace, mine: Draft) -> None:
    his, german, elsewhere = others(workspace, mine)
    with workspace.store.writing() as db:
        for each in (elsewhere, his, mine, german):
            put(db, each)
        assert drafts_of(db, mine.member) == (mine, german, elsewhere)
        assert drafts_of(db, his.member) == (his,)
        assert drafts_of(db, "nobody") == ()
        assert drafts_of(db, mine.member, [mine.unit]) == (mine, german)
        assert drafts_of(db, mine.member, []) == ()


def test_only_the_draft_that_was_saved_is_forgotten(workspace: Workspace, mine: Draft) -> None:
    beside = others(workspace, mine)
    with workspace.store.writing() as db:
        for each in (mine, *beside):
            put(db, each)
        for _ in range(2):
            drop(db, mine.member, mine.unit, mine.locale)
            assert drafts_of(db, mine.member) == tuple(beside[1:])
        assert drafts_of(db, beside[0].member) == (beside[0],)


def test_drafts_that_nobody_came_back_to_are_forgotten(workspace: Workspace, mine: Draft) -> None:
    his, german, elsewhere = others(workspace, mine)
    with workspace.store.writing() as db:
        for each in (mine, his, german, elsewhere):
            put(db, each)
        assert drop_older(db, german.at) == 1
        assert drafts_of(db, mine.member) == (mine, german)
        assert drop_older(db, NOW + MINUTE) == 3
        assert drop_older(db, NOW + MINUTE) == 0
        assert drafts_of(db, mine.member) == drafts_of(db, his.member) == ()


def test_drafts_of_a_member_are_counted(workspace: Workspace, mine: Draft) -> None:
    with workspace.store.writing() as db:
        assert count(db, mine.member) == 0
        put(db, mine)
        put(db, replace(mine, text="Un pont"))
        assert count(db, mine.member) == 1
