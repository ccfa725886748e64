"""Tables to take away: for those who may, as the services say, and harmless in a spreadsheet."""

from __future__ import annotations

import contextlib
import csv
import io
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.asking import Ask, Got
from tests.hostile import HOSTILE
from tests.live import put_document
from tests.serving import Member, come_in
from ui.served import Served
from ui.web import tables
from ui.web.tables import BOARD, BURN_UP, written
from workflow.access import OPERATOR, Role
from workflow.errors import HostileInput
from workflow.model import State
from workflow.review import Act
from workflow.services import documents, progress, translation
from workflow.services.people.rates import LIMITS, Kind
from workflow.settings import DocumentChanges
from workflow.store.translations import Written, add_revision

PATHS = ("board.csv", "burn-up.csv?document=letter", "activity.csv")
NOW = datetime.now(UTC)


@pytest.fixture
def ana(house: Served) -> Member:
    return come_in(house.workspace, "Ana", Role.TRANSLATOR)


@pytest.fixture
def saved(house: Served, ana: Member) -> str:
    """Translate the first paragraph, and give its id."""
    work = house.workspace
    rows = translation.units(work, ana.id, NOW, document="letter", locale="fr")
    translation.save(
        work, ana.id, NOW, unit=rows[0].unit, locale="fr", text="Un", seen=0, token="1"
    )
    return rows[0].unit


def table(got: Got) -> list[dict[str, str]]:
    assert got.status == 200, got.text
    assert got.header("content-type") == "text/csv; charset=utf-8"
    assert got.body.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(got.body.decode("utf-8-sig"), newline="")))


def test_the_board_says_what_the_service_says(
    ask: Ask, house: Served, ana: Member, saved: str
) -> None:
    kim = come_in(house.workspace, "Kim", Role.COORDINATOR)
    rows = table(ask("GET", "/download/board.csv", who=kim))
    assert tuple(rows[0]) == BOARD
    figures = progress.figures(house.workspace, OPERATOR, house.clock())
    for row, (_, expected) in zip(rows, figures.iterrows(), strict=True):
        for name in progress.FIGURES[:-2]:
            assert row[name] == str(expected[name])
    french = rows[0]
    assert (french["locale"], french["translated"], french["active"]) == ("fr", "1", "Ana")
    assert (french["blocking_number"], french["second_person"]) == ("2", "fine")
    assert french["blocking"] not in ("", saved)
    told = table(ask("GET", "/download/board.csv", who=ana))[0]
    assert (told["active"], told["second_person"], told["units"]) == ("", "", french["units"])


def test_the_board_is_filtered_and_whole(ask: Ask, house: Served, ana: Member) -> None:
    for number in range(30):
        put_document(house.workspace, ["Text."], f"other-{number}")
    rows = table(ask("GET", "/download/board.csv?locale=fr&find=other&page=2", who=ana))
    assert len(rows) == 30
    assert {row["locale"] for row in rows} == {"fr"}


def test_the_days_of_a_statement(ask: Ask, ana: Member, saved: str) -> None:
    assert saved
    got = ask("GET", "/download/burn-up.csv?document=letter&locale=fr", who=ana)
    rows = table(got)
    assert 'filename="letter.burn-up.csv"' in got.header("content-disposition")
    assert tuple(rows[0]) == BURN_UP
    assert (rows[-1]["translated"], rows[-1]["reviewed"], rows[-1]["total"]) == ("1", "0", "6")


def test_who_did_what(ask: Ask, house: Served, ana: Member, saved: str) -> None:
    def rows(query: str) -> list[dict[str, str]]:
        return table(ask("GET", f"/download/activity.csv?{query}", who=ana))

    everything = rows("")
    assert list(everything[0]) == progress.ACTIVITY
    assert (everything[0]["who"], everything[0]["action"], everything[0]["unit"]) == (
        "Ana",
        "save",
        saved,
    )
    assert datetime.fromisoformat(everything[0]["at"]).tzinfo is not None
    bo = come_in(house.workspace, "Bo", Role.READER)
    later = (NOW + timedelta(days=2)).date()
    for query, count in (
        ("document=letter&locale=fr", 1),
        ("locale=ar", 0),
        (f"member={ana.id}", 1),
        (f"member={bo.id}", 0),
        ("limit=0", 0),
        (f"since={later}", 0),
        ("since=2020-01-01T00:00:00Z", 1),
    ):
        got = ask("GET", f"/download/activity.csv?{query}", who=ana)
        assert got.text.count("\r\n") == 1 + count, query
    for query in ("since=yesterday", "limit=many", "limit=-1"):
        assert ask("GET", f"/download/activity.csv?{query}", who=ana).status == 422
    assert ask("GET", "/download/activity.csv?document=none", who=ana).status == 404


def test_who_did_what_is_not_cut_where_pages_lead_on(
    ask: Ask, house: Served, ana: Member, saved: str
) -> None:
    many = 1_100
    with house.workspace.store.writing() as db:
        for number in range(many):
            at = NOW + timedelta(seconds=number)
            words = Written(
                saved, "fr", number + 2, "Un", State.TRANSLATED, Act.SAVE, ana.id, ana.id, "d", at
            )
            add_revision(db, words)
    assert len(table(ask("GET", "/download/activity.csv", who=ana))) == 1 + many


@pytest.mark.parametrize("path", PATHS)
def test_nobody_gets_anything_without_a_right(ask: Ask, house: Served, path: str) -> None:
    got = ask("GET", f"/download/{path}", who=None)
    assert (got.status, got.header("content-disposition")) == (401, "")
    stranger = come_in(house.workspace, "Lee", None)
    got = ask("GET", f"/download/{path}", who=stranger)
    assert got.status in (403, 404)
    assert got.header("content-disposition") == ""


@pytest.mark.parametrize("path", PATHS)
def test_too_often_is_refused(ask: Ask, house: Served, ana: Member, path: str) -> None:
    (most, _), *_ = LIMITS[Kind.EXPORT].windows
    for _ in range(most):
        house.rates.ask("export", ana.id, house.clock())
    assert ask("GET", f"/download/{path}", who=ana).status == 429


# --- spreadsheets --------------------------------------------------------------------------------


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2, max_size=2))
)
def test_every_text_comes_back_and_none_is_a_formula(rows: list[list[str]]) -> None:
    data = written(["a", "b"], rows)
    back = read(data)
    assert back[0] == ["a", "b"]
    for row, found in zip(rows, back[1:], strict=True):
        for text, cell in zip(row, found, strict=True):
            assert cell in (text, f"'{text}")
            assert not cell.startswith(("=", "@", "\t", "\r"))
            assert not cell.startswith(("+", "-")) or cell.lstrip("+-")[:1].isdigit()


def test_what_a_spreadsheet_would_calculate_is_a_text() -> None:
    texts = ["=1+1", "+1+1", "-1+1", "@x", "\t=1", "\r=1", "-5", "+5.5", "a=1"]
    assert [row[0] for row in read(written(["a"], [[each] for each in texts]))[1:]] == [
        "'=1+1",
        "'+1+1",
        "'-1+1",
        "'@x",
        "'\t=1",
        "'\r=1",
        "-5",
        "+5.5",
        "a=1",
    ]
    assert read(written(["a", "b"], [[-5, None]]))[1] == ["-5", ""]


def test_hostile_titles_reach_no_spreadsheet_as_formulas(
    ask: Ask, house: Served, ana: Member
) -> None:
    for text in (*filter(str.isprintable, HOSTILE), '=HYPERLINK("x")'):
        changes = DocumentChanges(title=text)
        with contextlib.suppress(HostileInput):
            documents.change(house.workspace, OPERATOR, NOW, document="letter", changes=changes)
        data = tables.written(["title"], [[house.workspace.settings.of("letter").title]])
        assert not read(data)[1][0].startswith("=")
    row = table(ask("GET", "/download/board.csv", who=ana))[0]
    assert row["title"] == '\'=HYPERLINK("x")'
