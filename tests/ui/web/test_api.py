"""What the statement in the browser asks for, and how each answer is put."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message

from tests.asking import Ask, Got
from tests.hostile import HOSTILE
from tests.serving import Member, come_in
from ui.language import words
from ui.sentences import trouble
from ui.served import Served
from ui.web import api
from ui.web.api import MOST_BYTES
from ui.web.as_data import state_as_data
from workflow import errors
from workflow.access import Role
from workflow.model import State
from workflow.services import documents, people, translation
from workflow.services.people.rates import LIMITS, Kind

STATEMENT = "/api/statement?document=letter&locale=fr"
KEYS = {
    *("id", "source", "digest", "note", "longest", "codes", "kind", "marker", "level", "section"),
    *("depth", "group", "part", "text", "state", "version", "author", "is_mine", "at", "made_from"),
    *("mine_made_from", "is_changed", "draft", "suggestions", "comments", "questions"),
}


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.TRANSLATOR)


@pytest.fixture
def samar(house: Served) -> Member:
    return come_in(house.workspace, "Samar", Role.TRANSLATOR)


def units(got: Got) -> list[dict[str, Any]]:
    found = got.data["units"]
    assert isinstance(found, list)
    return found


def save(
    ask: Ask,
    who: Member,
    unit: str,
    text: str,
    seen: int = 0,
    headers: dict[str, str] | None = None,
    **more: object,
) -> Got:
    sent = {
        "document": "letter",
        "locale": "fr",
        "unit": unit,
        "text": text,
        "seen": seen,
        "token": f"{who.name}-{seen}-{text}"[:40],
    }
    return ask("POST", "/api/save", who=who, data=sent | more, headers=headers)


def first(ask: Ask, who: Member) -> str:
    return str(units(ask("GET", STATEMENT, who=who))[0]["id"])


# --- the statement -------------------------------------------------------------------------------


def test_the_whole_statement(ask: Ask, omar: Member) -> None:
    got = ask("GET", STATEMENT, who=omar)
    assert got.status == 200
    assert got.header("cache-control") == "private, no-cache"
    assert {"document", "title", "locale", "stamp", "may", "units"} <= set(got.data)
    rows = units(got)
    assert rows[0]["source"] == "A joint appeal for the bridge"
    assert all(set(row) >= KEYS for row in rows)
    assert {row["state"] for row in rows} == {"untranslated"}


def test_what_has_not_changed_is_not_sent_again(ask: Ask, omar: Member) -> None:
    first_time = ask("GET", STATEMENT, who=omar)
    tag = first_time.header("etag")
    again = ask("GET", STATEMENT, who=omar, headers={"if-none-match": tag})
    assert (again.status, again.body, again.header("etag")) == (304, b"", tag)
    save(ask, omar, units(first_time)[0]["id"], "Un appel")
    assert ask("GET", STATEMENT, who=omar, headers={"if-none-match": tag}).status == 200


def test_what_is_not_sent_again_is_not_read_either(
    ask: Ask, omar: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    tag = ask("GET", STATEMENT, who=omar).header("etag")

    def no_sheet(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(translation, "sheet", no_sheet)
    for known in (tag, f"W/{tag}"):
        assert ask("GET", STATEMENT, who=omar, headers={"if-none-match": known}).status == 304


def test_what_one_types_is_sent_again(ask: Ask, omar: Member) -> None:
    sheet = ask("GET", STATEMENT, who=omar)
    headers = {"if-none-match": sheet.header("etag")}
    data = {"unit": units(sheet)[0]["id"], "locale": "fr", "text": "Un ap", "seen": 0}
    ask("POST", "/api/draft", who=omar, data=data)
    assert ask("GET", STATEMENT, who=omar, headers=headers).status == 200


def test_two_people_never_share_an_answer(ask: Ask, omar: Member, samar: Member) -> None:
    unit = first(ask, omar)
    save(ask, omar, unit, "Un appel")
    mine, hers = (ask("GET", STATEMENT, who=who) for who in (omar, samar))
    assert mine.header("etag") != hers.header("etag")
    assert [units(each)[0]["is_mine"] for each in (mine, hers)] == [True, False]


@pytest.mark.parametrize("state", State)
def test_states_have_names(state: State) -> None:
    assert state_as_data(state) == state.name.lower()


# --- saving --------------------------------------------------------------------------------------


def test_a_save_is_on_the_disk_when_it_is_answered(ask: Ask, house: Served, omar: Member) -> None:
    unit = first(ask, omar)
    got = save(ask, omar, unit, "Un appel commun")
    assert got.status == 200
    assert (got.data["version"], got.data["is_mine"], got.data["state"]) == (1, True, "translated")
    now = datetime.now(UTC)
    found = translation.sheet(house.workspace, omar.id, now, document="letter", locale="fr")
    assert found.rows[0].text == "Un appel commun"
    assert got.data["stamp"] == found.stamp


def test_the_same_save_sent_twice_is_one(ask: Ask, omar: Member) -> None:
    unit = first(ask, omar)
    answers = [save(ask, omar, unit, "Un appel") for _ in range(3)]
    assert [(each.status, each.data["version"]) for each in answers] == [(200, 1)] * 3


def test_whoever_is_slower_sees_both_texts(ask: Ask, omar: Member, samar: Member) -> None:
    unit = first(ask, omar)
    save(ask, omar, unit, "Un appel")
    got = save(ask, samar, unit, "Une lettre")
    assert got.status == 409
    assert (got.data["text"], got.data["version"], got.data["is_mine"]) == ("Un appel", 1, False)
    assert got.data["suggestion"]
    rows = units(ask("GET", STATEMENT, who=samar))
    assert (rows[0]["text"], rows[0]["suggestions"]) == ("Un appel", 1)


def test_the_stamp_tells_whether_others_saved(ask: Ask, omar: Member, samar: Member) -> None:
    sheet = ask("GET", STATEMENT, who=omar)
    one, two, *_ = (row["id"] for row in units(sheet))
    stamp = sheet.data["stamp"]
    mine = save(ask, omar, one, "Un appel", stamp=stamp)
    assert mine.data["is_alone"] is True
    save(ask, samar, two, "Port")
    assert save(ask, omar, one, "Un cri", 1, stamp=mine.data["stamp"]).data["is_alone"] is False


def test_a_save_that_changes_nothing_hides_no_other(ask: Ask, omar: Member, samar: Member) -> None:
    sheet = ask("GET", STATEMENT, who=omar)
    one, two, *_ = (row["id"] for row in units(sheet))
    mine = save(ask, omar, one, "Un appel", stamp=sheet.data["stamp"])
    save(ask, samar, two, "Port")
    again = save(ask, omar, one, "Un appel", 1, stamp=mine.data["stamp"], token="other")
    assert (again.data["outcome"], again.data["is_alone"]) == ("unchanged", False)


def test_a_save_sent_again_hides_no_other(ask: Ask, omar: Member, samar: Member) -> None:
    """After a reload the page knows its own save, and not the one that came since."""
    one, two, *_ = (row["id"] for row in units(ask("GET", STATEMENT, who=omar)))
    save(ask, omar, one, "Un appel")
    reloaded = ask("GET", STATEMENT, who=omar).data["stamp"]
    save(ask, samar, two, "Port")
    again = save(ask, omar, one, "Un appel", stamp=reloaded)
    assert (again.data["version"], again.data["is_alone"]) == (1, False)


def test_what_is_saved_is_not_answered_as_refused(
    ask: Ask, omar: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = ask("GET", STATEMENT, who=omar)
    for number, error in enumerate((errors.NotFound("document"), errors.StoreBusy(5.0))):

        def refuse(*_: object, error: Exception = error, **__: object) -> str:
            raise error

        monkeypatch.setattr(translation, "stamp", refuse)
        text = f"Un appel {number}"
        got = save(ask, omar, units(sheet)[0]["id"], text, number, stamp=sheet.data["stamp"])
        assert (got.status, got.data["text"]) == (200, text)
        assert (got.data["stamp"], got.data["is_alone"]) == ("", False)


def test_needs_work_is_said(ask: Ask, omar: Member) -> None:
    unit = first(ask, omar)
    assert save(ask, omar, unit, "Un appel", needs_work=True).data["state"] == "needs_work"
    assert save(ask, omar, unit, "Un cri", 1, needs_work="yes").data["state"] == "translated"


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_the_same_text_or_is_refused(
    ask: Ask, omar: Member, text: str
) -> None:
    got = save(ask, omar, first(ask, omar), text)
    assert got.status in (200, 422)
    assert got.header("content-type") == "application/json"
    if got.status == 200:
        assert units(ask("GET", STATEMENT, who=omar))[0]["text"] == got.data["text"]
    else:
        assert got.data["sentence"]


# --- drafts --------------------------------------------------------------------------------------


def test_what_is_typed_is_kept_for_this_person(ask: Ask, omar: Member, samar: Member) -> None:
    which = {"unit": first(ask, omar), "locale": "fr"}
    kept = ask("POST", "/api/draft", who=omar, data=which | {"text": "Un ap", "seen": 0})
    assert kept.status == 204
    draft = units(ask("GET", STATEMENT, who=omar))[0]["draft"]
    assert (draft["text"], draft["seen"]) == ("Un ap", 0)
    assert units(ask("GET", STATEMENT, who=samar))[0]["draft"] is None
    assert ask("POST", "/api/draft", who=omar, data=which | {"text": None}).status == 204
    assert units(ask("GET", STATEMENT, who=omar))[0]["draft"] is None


# --- who may not, and what is not understood -----------------------------------------------------


@pytest.mark.parametrize(
    ("method", "path"), [("GET", STATEMENT), ("POST", "/api/save"), ("POST", "/api/draft")]
)
def test_nobody_without_a_session(ask: Ask, omar: Member, method: str, path: str) -> None:
    data = {"unit": "x"} if method == "POST" else None
    for who in (None, "guess"):
        got = ask(method, path, who=who, data=data)
        assert (got.status, got.data["error"]) == (401, "signed_out")


def test_a_session_that_was_ended_counts_at_once(ask: Ask, house: Served, omar: Member) -> None:
    unit = first(ask, omar)
    people.sign_out_everywhere(house.workspace, omar.id, house.clock())
    assert save(ask, omar, unit, "Un appel").status == 401


def test_a_tab_of_somebody_else_saves_nothing(ask: Ask, omar: Member, samar: Member) -> None:
    unit = first(ask, omar)
    sent = {
        "document": "letter",
        "locale": "fr",
        "unit": unit,
        "text": "a",
        "seen": 0,
        "token": "t",
    }
    headers = {"x-person": omar.id}
    got = ask("POST", "/api/save", who=samar, data=sent, headers=headers)
    assert (got.status, got.data["error"]) == (403, "other_person")
    assert ask("POST", "/api/save", who=omar, data=sent, headers=headers).status == 200


def test_refusals_are_sentences_in_the_readers_language(
    ask: Ask, house: Served, omar: Member
) -> None:
    lee = come_in(house.workspace, "Lee", Role.READER)
    unit = first(ask, omar)
    for who, text, status, error in (
        (lee, "Un appel", 403, errors.NotAllowed("translation.save", "translator")),
        (omar, "a\u202eb", 422, errors.HostileInput("", "", "")),
        (omar, "a" * 20_001, 413, errors.LimitExceeded("", "", 20_000, "characters", "")),
    ):
        for language in ("en", "ar"):
            got = save(ask, who, unit, text, headers={"accept-language": language})
            assert (got.status, got.data["error"]) == (status, type(error).__name__)
            assert got.data["sentence"] == trouble(words(language), error)
    missing = ask("GET", "/api/statement?document=none&locale=fr", who=omar)
    assert (missing.status, missing.data["error"]) == (404, "NotFound")


def test_a_document_that_was_put_aside_is_no_conflict(
    ask: Ask, house: Served, omar: Member
) -> None:
    """409 means to the browser that there is another text; here there is none."""
    unit = first(ask, omar)
    kim = come_in(house.workspace, "Kim", Role.COORDINATOR)
    documents.archive(house.workspace, kim.id, house.clock(), document="letter")
    assert save(ask, omar, unit, "Un appel").status == 422


@pytest.mark.parametrize(
    "more",
    [
        {"text": None},
        {"text": 7},
        {"text": ["a"]},
        {"seen": "x"},
        {"seen": None},
        {"seen": float("inf")},
        {"seen": float("nan")},
        {"seen": 1.0},
        {"seen": "0"},
        {"seen": False},
        {"unit": "\x00"},
        {"locale": "f r"},
        {"seen": 10**30},
    ],
)
def test_what_is_not_understood_saves_nothing(
    ask: Ask, omar: Member, more: dict[str, object]
) -> None:
    unit = first(ask, omar)
    sent = {"document": "letter", "locale": "fr", "unit": unit, "text": "a", "seen": 0}
    got = ask("POST", "/api/save", who=omar, data=sent | {"token": "t"} | more)
    assert 400 <= got.status < 500
    assert units(ask("GET", STATEMENT, who=omar))[0]["version"] == 0


def test_only_json_of_a_size_is_read(ask: Ask, omar: Member) -> None:
    headers = {"content-type": "application/json"}
    for body, status in (
        (b"{", 422),
        (b"[]", 422),
        (b"{}", 422),
        (b"\xff", 422),
        (b"[" * 100_000, 422),
        (b" " * (MOST_BYTES + 1), 413),
    ):
        got = ask("POST", "/api/save", who=omar, form=body, headers=headers)
        assert got.status == status, body[:10]
    assert ask("POST", "/api/save", who=omar, form={"unit": "x"}).status == 415


def test_saving_too_often(ask: Ask, house: Served, omar: Member) -> None:
    unit = first(ask, omar)
    (most, _), *_ = LIMITS[Kind.SAVE].windows
    for _ in range(most):
        house.rates.ask("save", omar.id, house.clock())
    got = save(ask, omar, unit, "Un appel")
    assert (got.status, got.data["error"]) == (429, "TooMany")
    assert "Try again in" in str(got.data["sentence"])


def test_reading_and_typing_too_often(ask: Ask, house: Served, omar: Member) -> None:
    unit = first(ask, omar)
    for kind in (Kind.READ, Kind.DRAFT):
        with contextlib.suppress(errors.TooMany):
            for _ in range(1000):
                house.rates.ask(kind, omar.id, house.clock())
    data = {"unit": unit, "locale": "fr", "text": "Un", "seen": 0}
    for got in (
        ask("GET", STATEMENT, who=omar),
        ask("POST", "/api/draft", who=omar, data=data),
    ):
        assert (got.status, got.data["error"]) == (429, "TooMany")
        assert int(got.header("retry-after")) >= 1


# --- trouble -------------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", ["who", "me"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_trouble_in_finding_out_who_asks_is_a_sentence(
    ask: Ask, omar: Member, monkeypatch: pytest.MonkeyPatch, verb: str, method: str
) -> None:
    def busy(*_: object, **__: object) -> None:
        raise errors.StoreBusy(5.0)

    monkeypatch.setattr(people, verb, busy)
    monkeypatch.setattr(translation, "sheet_stamp", busy)
    monkeypatch.setattr(translation, "save", busy)
    path = STATEMENT if method == "GET" else "/api/save"
    data = {"document": "", "unit": "u", "locale": "fr", "text": "a", "seen": 0, "token": "t"}
    got = ask(
        *(method, path),
        who=omar,
        data=None if method == "GET" else data,
        headers={"accept-language": "ar"},
    )
    assert (got.status, got.data["error"]) == (503, "StoreBusy")
    assert got.data["sentence"] == trouble(words("ar"), errors.StoreBusy(5.0))


def test_a_browser_that_goes_away_while_it_sends_breaks_nothing(house: Served) -> None:
    headers = [(b"content-type", b"application/json")]

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)
    assert asyncio.run(api.save(request)).status_code == 400


@pytest.mark.parametrize("fault", [b'name = "Un', b"languages = 3", b"\xff"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_fault_in_the_settings_loses_nothing(
    ask: Ask, house: Served, omar: Member, fault: bytes, language: str
) -> None:
    unit = first(ask, omar)
    path = house.workspace.settings_path
    before = path.read_bytes()
    path.write_bytes(fault)
    said = words(language).say(
        "Not done: the settings of this server, in workspace.toml, have a fault in them. Tell "
        "whoever runs it. What you typed in a paragraph is kept here and tried again."
    )
    headers = {"accept-language": language}
    for got in (
        ask("GET", STATEMENT, who=omar, headers=headers),
        save(ask, omar, unit, "Un appel", headers=headers),
    ):
        assert (got.status, got.data) == (503, {"error": "BadSettings", "sentence": said})
    data = {"unit": unit, "locale": "fr", "text": "Un ap", "seen": 0}
    assert ask("POST", "/api/draft", who=omar, data=data).status in (204, 503)
    path.write_bytes(before)
    got = save(ask, omar, unit, "Un appel", headers=headers)
    assert (got.status, got.data["outcome"]) == (200, "saved")
