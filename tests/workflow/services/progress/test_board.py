"""The board: who sees what of it, what holds things up, which documents, in which order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from tests.live import NOW, give, live, person, put_document
from tests.workspaces import put
from workflow.access import OPERATOR, Role
from workflow.errors import FourEyes, NotAllowed, UnknownLocale
from workflow.model import State
from workflow.review import Act
from workflow.services import people, review, translation
from workflow.services.progress import Board, Cell, Filter, Second, Show, Sort, board
from workflow.services.workspace import Workspace
from workflow.store.documents import document_named
from workflow.store.translations import Written, add_revision

SETTINGS = """
languages = ["fr", "ar"]
[documents.appeal]
title = "Zebras and rivers"
deadline = 2026-03-18
[documents.letter]
title = "Bridges"
deadline = 2026-05-01
languages = ["fr", "ja"]
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    put(tmp_path / "workspace.toml", SETTINGS)
    with live(tmp_path) as made:
        put_document(made, ["One two.", "Three.", "Four."], "letter")
        put_document(made, ["Rivers.", "Lakes."], "appeal")
        put_document(made, ["Song."], "song")
        yield made


def units(workspace: Workspace, document: str = "letter") -> list[str]:
    rows = translation.units(workspace, OPERATOR, NOW, document=document, locale="fr")
    return [each.unit for each in rows]


def write(
    workspace: Workspace,
    unit: str,
    who: str,
    state: State = State.TRANSLATED,
    locale: str = "fr",
    *,
    days: int = 0,
) -> None:
    at = NOW - timedelta(days=days)
    new = Written(unit, locale, 1, "Texte.", state, Act.SAVE, who, who, "d", at)
    with workspace.store.writing() as db:
        add_revision(db, new)


def names(found: Board) -> list[str]:
    return [each.document for each in found.rows]


def cell(found: Board, document: str = "letter", locale: str = "fr") -> Cell:
    (row,) = [each for each in found.rows if each.document == document]
    (one,) = [each for each in row.cells if each.locale == locale]
    return one


# --- which, and in which order -------------------------------------------------------------------


def test_the_nearest_deadline_comes_first_and_what_is_finished_last(workspace: Workspace) -> None:
    found = board(workspace, OPERATOR, NOW)
    assert names(found) == ["appeal", "letter", "song"]
    assert (found.known, found.found, found.page, found.pages) == (3, 3, 1, 1)
    assert found.locales == found.languages == ("fr", "ar", "ja")
    (row, *_) = found.rows
    assert (row.title, row.days_left, row.units, row.words) == ("Zebras and rivers", 4, 2, 2)
    for unit in units(workspace, "appeal"):
        for locale in ("fr", "ar"):
            write(workspace, unit, "ana", State.REVIEWED, locale)
    assert names(board(workspace, OPERATOR, NOW)) == ["letter", "song", "appeal"]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(sort=Sort.TITLE), ["letter", "song", "appeal"]),
        (Filter(sort=Sort.LEAST), ["song", "letter", "appeal"]),
        (Filter(sort=Sort.RECENT), ["letter", "appeal", "song"]),
        (Filter(find="RIVERS zebra"), ["appeal"]),
        (Filter(find="song"), ["song"]),
        (Filter(find="nothing"), []),
        (Filter(locale="ja"), ["letter"]),
        (Filter(locale="de"), []),
        (Filter(show=Show.WAITING), ["letter"]),
        (Filter(show=Show.LATE), ["appeal"]),
        (Filter(show=Show.UNFINISHED, locale="fr"), ["letter", "song"]),
        (Filter(show=Show.LONELY, locale="ar"), ["appeal", "song"]),
        (Filter(document="letter"), ["letter"]),
        (Filter(document="\ud800"), []),
    ],
)
def test_filters_and_orders(workspace: Workspace, wanted: Filter, expected: list[str]) -> None:
    write(workspace, units(workspace)[0], "ana")
    for unit in units(workspace, "appeal"):
        write(workspace, unit, "ana", State.REVIEWED, days=3)
    assert names(board(workspace, OPERATOR, NOW, wanted=wanted)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Filter(), ["appeal", "bare", "letter", "song"]),
        (Filter(sort=Sort.LEAST), ["bare", "letter", "song", "appeal"]),
        (Filter(show=Show.UNFINISHED), ["appeal", "bare", "letter", "song"]),
        (Filter(show=Show.LATE), ["appeal", "bare"]),
        (Filter(show=Show.WAITING), ["appeal"]),
        (Filter(show=Show.LONELY), ["appeal", "letter", "song"]),
        (Filter(locale="fr"), ["appeal", "letter", "song"]),
    ],
)
def test_what_has_no_language_yet_is_not_finished_and_as_long_as_it_is(
    workspace: Workspace, wanted: Filter, expected: list[str]
) -> None:
    bare = '[documents.bare]\nlanguages = ["en"]\ndeadline = 2026-03-19\n'
    put(workspace.root / "workspace.toml", SETTINGS + bare)
    put_document(workspace, ["One two.", "Three."], "bare")
    write(workspace, units(workspace, "appeal")[0], "ana")
    found = board(workspace, OPERATOR, NOW, wanted=wanted)
    assert names(found) == expected
    for row in found.rows:
        if row.document == "bare":
            assert (row.cells, row.units, row.words) == ((), 2, 3)
            assert not row.far.is_finished


def test_one_language_is_counted_alone(workspace: Workspace) -> None:
    found = board(workspace, OPERATOR, NOW, wanted=Filter(locale="fr"))
    assert found.locales == ("fr",)
    assert found.languages == ("fr", "ar", "ja")
    assert found.total == found.totals["fr"]
    assert found.total.units == 6
    assert {len(each.cells) for each in found.rows} == {1}
    with pytest.raises(UnknownLocale):
        board(workspace, OPERATOR, NOW, wanted=Filter(locale="no language"))


def test_pages_hold_everything_once(workspace: Workspace) -> None:
    whole = board(workspace, OPERATOR, NOW)
    parts = [board(workspace, OPERATOR, NOW, page=n, per_page=2) for n in (1, 2)]
    assert [name for each in parts for name in names(each)] == names(whole)
    assert {(each.pages, each.total, each.found) for each in parts} == {(2, whole.total, 3)}
    beyond = board(workspace, OPERATOR, NOW, page=99, per_page=2)
    assert (beyond.page, names(beyond)) == (2, names(parts[1]))
    assert board(workspace, OPERATOR, NOW, page=-1, per_page=-1).page == 1


# --- what holds things up ------------------------------------------------------------------------


def test_the_paragraph_that_holds_up_is_named_with_its_first_words(workspace: Workspace) -> None:
    first, second, third = units(workspace)
    write(workspace, first, "ana")
    spot = cell(board(workspace, OPERATOR, NOW)).blocking
    assert spot
    assert (spot.unit, spot.number, spot.begins) == (second, 2, "Three.")
    write(workspace, second, "ana", State.REVIEWED)
    write(workspace, third, "ana")
    spot = cell(board(workspace, OPERATOR, NOW)).blocking
    assert spot
    assert (spot.unit, spot.number) == (first, 1)
    for unit in units(workspace, "song"):
        write(workspace, unit, "ana", State.REVIEWED)
    assert cell(board(workspace, OPERATOR, NOW), "song").blocking is None


def test_what_waits_for_an_answer(workspace: Workspace) -> None:
    ana, bo = (person(workspace, name, Role.TRANSLATOR) for name in ("Ana", "Bo"))
    one, two, _ = units(workspace)
    translation.ask(workspace, ana, NOW, unit=one, locale="fr", text="Which?")
    translation.ask(workspace, ana, NOW, unit=two, locale="", text="Whose?")
    translation.suggest(workspace, bo, NOW, unit=one, locale="fr", text="Un")
    found = board(workspace, OPERATOR, NOW)
    (row,) = [each for each in found.rows if each.document == "letter"]
    assert (cell(found).questions, cell(found).suggestions, row.questions) == (1, 1, 1)
    assert cell(found, locale="ja").questions == 0


# --- who may know what ---------------------------------------------------------------------------


def test_only_what_one_sees_is_there(workspace: Workspace) -> None:
    lee = person(workspace, "Lee")
    with pytest.raises(NotAllowed):
        board(workspace, lee, NOW)
    with workspace.store.reading() as db:
        stored = document_named(db, "song")
    assert stored
    give(workspace, lee, Role.READER, document=stored.id)
    found = board(workspace, lee, NOW)
    assert (names(found), found.known) == (["song"], 1)
    assert names(board(workspace, lee, NOW, wanted=Filter(document="letter"))) == []


def test_people_are_the_business_of_those_who_coordinate_there(workspace: Workspace) -> None:
    ana = person(workspace, "Ana", Role.TRANSLATOR)
    kim = person(workspace, "Kim", Role.COORDINATOR, locale="fr")
    write(workspace, units(workspace)[0], ana)
    for who, told in ((ana, False), (kim, True), (OPERATOR, True)):
        french = cell(board(workspace, who, NOW))
        assert french.active == (("Ana",) if told else None)
        assert french.second is (Second.FINE if told else None)
    japanese = cell(board(workspace, kim, NOW), locale="ja")
    assert (japanese.active, japanese.second) == (None, None)
    lonely = Filter(show=Show.LONELY)
    assert names(board(workspace, ana, NOW, wanted=lonely)) == []
    assert names(board(workspace, OPERATOR, NOW, wanted=lonely)) == ["appeal", "letter", "song"]


def test_who_was_active_in_the_last_fortnight(workspace: Workspace) -> None:
    ana, bo, gone = (person(workspace, name, Role.TRANSLATOR) for name in ("Ana", "Bo", "Gone"))
    one, two, three = units(workspace)
    write(workspace, one, ana, days=3)
    write(workspace, two, bo, days=1)
    write(workspace, three, gone)
    write(workspace, units(workspace, "song")[0], ana, days=15)
    people.erase(workspace, OPERATOR, NOW, member=gone)
    found = board(workspace, OPERATOR, NOW)
    assert cell(found).active == ("Bo", "Ana")
    assert cell(found, "song").active == ()


def test_whoever_let_somebody_in_is_no_second_person_until_vouched(workspace: Workspace) -> None:
    kim = person(workspace, "Kim", Role.COORDINATOR)
    token = people.invite(workspace, kim, NOW, role=Role.TRANSLATOR).link.token
    ana = people.join(workspace, token, NOW, name="Ana").member
    unit = units(workspace)[0]
    saved = translation.save(
        workspace, ana, NOW, unit=unit, locale="fr", text="Un.", seen=0, token="1"
    )
    assert cell(board(workspace, kim, NOW)).second is Second.BOUND
    with pytest.raises(FourEyes):
        review.approve(workspace, kim, NOW, unit=unit, locale="fr", seen=saved.version)
    people.vouch(workspace, OPERATOR, NOW, member=ana)
    assert cell(board(workspace, kim, NOW)).second is Second.FINE
    review.approve(workspace, kim, NOW, unit=unit, locale="fr", seen=saved.version)
