"""What a reviewer's page asks: the texts with what waits for her, approving, sending back."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import update

from tests.asking import Ask, Got
from tests.serving import Member, come_in
from ui.served import Served
from ui.web.api import MOST_READ_BYTES
from workflow.access import Role
from workflow.services import review, translation
from workflow.store.schema import member

STATEMENT = "/api/statement?document=letter&locale=fr"
PLACE = {"document": "letter", "locale": "fr"}


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.TRANSLATOR)


@pytest.fixture
def rana(house: Served) -> Member:
    return come_in(house.workspace, "Rana", Role.REVIEWER)


def units(ask: Ask, who: Member) -> list[dict[str, Any]]:
    found = ask("GET", STATEMENT, who=who).data["units"]
    assert isinstance(found, list)
    return found


def reading(
    why_not: str | None, before: str = "", findings: tuple[dict[str, str], ...] = ()
) -> dict[str, object]:
    """Say what stands beside a paragraph that is not approved."""
    return {"why_not": why_not, "before": before, "findings": list(findings)}


def save(ask: Ask, who: Member, unit: str, text: str, seen: int = 0, **more: object) -> Got:
    sent = PLACE | {"unit": unit, "text": text, "seen": seen, "token": f"{who.name}{seen}{text}"}
    return ask("POST", "/api/save", who=who, data=sent | more)


def decide(ask: Ask, who: Member, unit: str, act: str = "approve", **more: object) -> Got:
    data = PLACE | {"unit": unit, "act": act, "seen": 1} | more
    return ask("POST", "/api/decide", who=who, data=data)


@pytest.fixture
def unit(ask: Ask, omar: Member) -> str:
    """Give a paragraph that Omar translated."""
    found = str(units(ask, omar)[0]["id"])
    save(ask, omar, found, "Un appel")
    return found


def test_a_reviewer_learns_what_waits_for_her(
    ask: Ask, omar: Member, rana: Member, unit: str
) -> None:
    save(ask, rana, str(units(ask, rana)[1]["id"]), "Le 14 mars")
    first, second, third, *_ = (each["reading"] for each in units(ask, rana))
    assert first == reading(None)
    assert second == reading("own_text", findings=({"name": "lost_number", "detail": "2026"},))
    assert third == reading("not_ready")
    decide(ask, rana, unit)
    assert units(ask, rana)[0]["reading"] is None
    save(ask, omar, unit, "Un cri", 2)
    assert units(ask, rana)[0]["reading"] == reading(None, "Un appel")
    assert {each["reading"] for each in units(ask, omar)} == {None}


def test_whom_she_may_approve_is_part_of_what_she_has(
    ask: Ask, house: Served, omar: Member, rana: Member, unit: str
) -> None:
    tag = ask("GET", STATEMENT, who=rana).header("etag")
    with house.workspace.store.writing() as db:
        db.execute(update(member).where(member.c.id == omar.id).values(invited_by=rana.id))
    again = ask("GET", STATEMENT, who=rana, headers={"if-none-match": tag})
    assert again.status == 200
    assert units(ask, rana)[0]["reading"]["why_not"] == "bound"
    assert unit


def test_an_approval_is_answered_with_what_stands_now(ask: Ask, rana: Member, unit: str) -> None:
    stamp = ask("GET", STATEMENT, who=rana).data["stamp"]
    got = decide(ask, rana, unit, stamp=stamp)
    assert got.status == 200
    assert (got.data["state"], got.data["version"], got.data["is_alone"]) == ("reviewed", 2, True)
    again = decide(ask, rana, unit, stamp=got.data["stamp"])
    assert (again.status, again.data["version"], again.data["is_alone"]) == (200, 2, False)


def test_an_approval_sent_again_hides_no_save_of_others(
    ask: Ask, omar: Member, rana: Member, unit: str
) -> None:
    decide(ask, rana, unit)
    reloaded = ask("GET", STATEMENT, who=rana)
    rows = reloaded.data["units"]
    assert isinstance(rows, list)
    save(ask, omar, rows[1]["id"], "Port")
    assert decide(ask, rana, unit, stamp=reloaded.data["stamp"]).data["is_alone"] is False


def test_nobody_approves_own_words_by_any_route(
    ask: Ask, house: Served, omar: Member, rana: Member, unit: str
) -> None:
    save(ask, rana, unit, "Un bel appel", 1, corrects=True)
    assert decide(ask, rana, unit, seen=2).status == 403
    rest = ask("POST", "/api/approve-rest", who=rana, data=PLACE | {"seen": {unit: 2}})
    assert rest.data["approved"] == []
    skipped = rest.data["skipped"]
    assert isinstance(skipped, list)
    assert {"unit": unit, "why": "own_text"} in skipped
    assert decide(ask, omar, unit, seen=2).status == 403
    now = datetime.now(UTC)
    history = translation.history(house.workspace, rana.id, now, unit=unit, locale="fr")
    assert [each.act for each in history] == ["correct", "save"]


def test_a_reason_is_kept_in_one_language(
    ask: Ask, house: Served, omar: Member, rana: Member, unit: str
) -> None:
    assert decide(ask, rana, unit, "send_back").status == 422
    chosen = ["spelling", "meaning", "meaning", 7, "nothing"]
    got = decide(ask, rana, unit, "send_back", chosen=chosen, said=" See <1>. ")
    assert (got.status, got.data["state"]) == (200, "needs_work")
    (back,) = review.came_back(house.workspace, omar.id, datetime.now(UTC))
    assert back.reason == (
        "The meaning differs from the source.\nSpelling, grammar or punctuation is not right yet."
        "\nSee <1>."
    )


def test_the_rest_is_approved_as_it_was_read(
    ask: Ask, omar: Member, rana: Member, unit: str
) -> None:
    two, three = (str(each["id"]) for each in units(ask, omar)[1:3])
    save(ask, omar, two, "Port")
    save(ask, omar, three, "Nous")
    data = PLACE | {"seen": {unit: 1, two: 9}}
    got = ask("POST", "/api/approve-rest", who=rana, data=data)
    assert (got.status, got.data["approved"]) == (200, [unit])
    skipped = got.data["skipped"]
    assert isinstance(skipped, list)
    assert skipped[:2] == [{"unit": two, "why": "changed"}, {"unit": three, "why": "not_read"}]
    assert got.data["stamp"]


@pytest.mark.parametrize(
    "sent",
    [
        {"act": "reject"},
        {"act": None},
        {"seen": "1"},
        {"seen": True},
        {"act": "send_back", "said": 7},
        {"act": "send_back", "chosen": "meaning"},
        {"unit": "no such"},
    ],
)
def test_nonsense_is_refused_and_does_nothing(
    ask: Ask, rana: Member, unit: str, sent: dict[str, object]
) -> None:
    data = PLACE | {"unit": unit, "act": "approve", "seen": 1} | sent
    assert 400 <= ask("POST", "/api/decide", who=rana, data=data).status < 500
    assert units(ask, rana)[0]["version"] == 1


@pytest.mark.parametrize("seen", [None, [], {"x": "1"}, {"x": True}, 7])
def test_what_was_read_is_versions(ask: Ask, rana: Member, seen: object) -> None:
    got = ask("POST", "/api/approve-rest", who=rana, data=PLACE | {"seen": seen})
    assert got.status == 422


def test_a_long_statement_can_be_read_as_a_whole(ask: Ask, rana: Member, unit: str) -> None:
    seen = {f"{number:036}": 1 for number in range(20_000)} | {unit: 1}
    got = ask("POST", "/api/approve-rest", who=rana, data=PLACE | {"seen": seen})
    assert (got.status, got.data["approved"]) == (200, [unit])
    too_much = {"x" * MOST_READ_BYTES: 1}
    assert ask("POST", "/api/approve-rest", who=rana, data=PLACE | {"seen": too_much}).status == 413


def test_a_stranger_and_a_translator_decide_nothing(ask: Ask, omar: Member, unit: str) -> None:
    assert ask("POST", "/api/decide", data=PLACE | {"unit": unit}).status == 401
    assert decide(ask, omar, unit).status == 403
    rest = ask("POST", "/api/approve-rest", who=omar, data=PLACE | {"seen": {unit: 1}})
    assert rest.status == 403


def test_what_is_said_of_another_text_is_not_said(
    ask: Ask, omar: Member, rana: Member, unit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody saves after the rows were read, and before it was asked who may approve them."""
    whole = review.readings

    def after_a_save(*which: object, **more: object) -> object:
        save(ask, omar, unit, "Un cri", 1)
        return whole(*which, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(review, "readings", after_a_save)
        assert units(ask, rana)[0]["reading"] is None
    assert units(ask, rana)[0]["reading"] == reading(None)
