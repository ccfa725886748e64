"""The frame: each screen at its address, and trouble in a sentence without a trace of the code."""

from __future__ import annotations

import json

import pytest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from tests.ui.screens.drawing import html, links, words_of
from ui.served import Served
from workflow import errors
from workflow.access import Role
from workflow.services import people, tasks


@pytest.fixture
def ana(house: Served) -> Member:
    return come_in(house.workspace, "Ana", Role.TRANSLATOR)


def fail(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    """Let Home fail the next time it is drawn."""

    def mine(*_: object) -> None:
        raise error

    monkeypatch.setattr(tasks, "mine", mine)


def test_what_nobody_foresaw_is_said_in_a_sentence(
    app_test: AppOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, RuntimeError("secret detail in /some/where.py"))
    app = app_test(ana).run()
    assert "Something went wrong here, and it has been written down." in words_of(app)
    assert "secret" not in html(app)
    assert ("Home", "", "") in links(app)


def test_trouble_of_the_store_is_said(
    app_test: AppOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail(monkeypatch, errors.StoreBusy(5))
    assert "Many people are saving just now." in words_of(app_test(ana).run())


def test_the_page_is_told_its_language(app_test: AppOf) -> None:
    for language, direction in (("ar", "rtl"), ("en", "ltr"), ("xx", "ltr")):
        app = app_test(None, language=language).run()
        (frame,) = [json.loads(each.proto.json) for each in app.get("bidi_component")]
        assert frame["dir"] == direction


def test_a_session_that_ended_is_said_and_nothing_new_is_read(
    house: Served, app_test: AppOf, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_test(ana).run()
    assert "letter" in words_of(app)
    people.sign_out_everywhere(house.workspace, ana.id, house.clock())
    fail(monkeypatch, AssertionError("nothing is read"))
    app.run()
    assert "You are signed out on this device." in words_of(app)
    assert "letter" not in words_of(app)
    assert "went wrong" not in words_of(app)


@pytest.mark.parametrize("is_known", [True, False])
def test_trouble_in_finding_out_who_looks_is_said_and_is_no_sign_out(
    app_test: AppOf, ana: Member, monkeypatch: pytest.MonkeyPatch, is_known: bool
) -> None:
    app = app_test(ana)
    if is_known:
        app.run()

    def busy(*_: object) -> None:
        raise errors.StoreBusy(5)

    monkeypatch.setattr(people, "who", busy)
    said = words_of(app.run())
    assert "Many people are saving just now." in said
    assert "You are signed out" not in said
    assert "Traceback" not in said
