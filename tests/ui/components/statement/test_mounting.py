"""What the statement is told, and what it tells."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from tests.ui.conftest import AppOf
from ui.components.statement.mounting import At, _at, root
from ui.served import Served
from workflow.access import Role

SCRIPT = """\
import streamlit as st
from ui.components.statement import View, statement
from ui.language import words

view = View("letter", "A letter", "en", "ar", "m1", words("en"), "7.a", open="u1")
at = statement(view)
st.text(f"{at.unit}|{at.seq}")
"""


@pytest.fixture
def app(house: Served) -> AppTest:
    del house
    return AppTest.from_string(SCRIPT, default_timeout=20)


def told(app: AppTest) -> dict[str, object]:
    found = json.loads(app.get("bidi_component")[0].proto.json)
    assert isinstance(found, dict)
    return found


def test_the_component_is_told_little(app: AppTest) -> None:
    data = told(app.run())
    assert not app.exception
    assert data["document"] == "letter"
    assert (data["source_dir"], data["dir"], data["language"]) == ("ltr", "rtl", "Arabic")
    assert (data["stamp"], data["open"], data["seen"]) == ("7.a", "u1", 0)
    assert len(json.dumps(data)) < 500
    assert app.text[0].value == "|0"


def test_what_it_tells_is_given_and_echoed(app: AppTest) -> None:
    app.session_state["statement"] = {"at": {"unit": "u2", "seq": 5}}
    data = told(app.run())
    assert app.text[0].value == "u2|5"
    assert data["seen"] == 5
    assert told(app.run()) == data


@pytest.mark.parametrize("said", [None, 7, {}, {"unit": 7, "seq": "x"}, SimpleNamespace(unit="u")])
def test_what_is_no_place_is_nowhere(said: object) -> None:
    assert _at(said) == At("", 0)


def test_without_a_path_there_is_no_root() -> None:
    assert root() == ""


def test_the_scripts_are_fetched_from_here(app_test: AppOf, house: Served) -> None:
    member: Member = come_in(house.workspace, "Samar", Role.TRANSLATOR)
    app = app_test(member, "translate", query={"document": "letter", "locale": "ar"}).run()
    assert not app.exception
    assert told(app)["person"] == member.id
