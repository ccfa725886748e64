"""What a tab remembers: who sits in front of it, where it is, what is said in it next."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.runtime import context
from streamlit.testing.v1 import AppTest

from tests.serving import Member, come_in
from ui import session
from ui.served import Served
from workflow.access import OPERATOR, Role
from workflow.errors import StoreBusy
from workflow.services import people

SCRIPT = """\
import streamlit as st
from ui.session import Place, arrive, go, paragraph_to_open, place

arrive(st.session_state.get("to", "translate"))
opening = paragraph_to_open()
st.text(f"{place().paragraph or '-'} {opening or '-'}")
moved = st.session_state.get("moved", "") or opening
go(Place("letter", "fr", moved))
"""


# --- who sits in front of it ---------------------------------------------------------------------


class Browser:
    """A tab: its cookies, its headers, its memory."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.context = SimpleNamespace(cookies={}, headers=[("Accept-Language", "ar, en;q=0.5")])
        self.memory: dict[str, Any] = {}
        monkeypatch.setattr(context, "_get_client_context", lambda: self.context)
        monkeypatch.setattr(st, "session_state", self.memory)

    def signed_in(self, member: Member) -> None:
        self.context.cookies = {"undersigned": member.session}


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Browser:
    return Browser(monkeypatch)


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.TRANSLATOR)


def test_nobody_has_come_in(house: Served, browser: Browser) -> None:
    assert session.person() is None
    browser.context.cookies = {"undersigned": "guess"}
    assert session.person() is None


def test_a_member_is_looked_up_at_each_run(house: Served, browser: Browser, omar: Member) -> None:
    browser.signed_in(omar)
    who = session.person()
    assert who is not None
    assert (who.me.name, who.is_signed_in, who.words.tag) == ("Omar", True, "ar")
    people.change_name(house.workspace, omar.id, house.clock(), name="Omar H")
    people.change_me(house.workspace, omar.id, house.clock(), interface_locale="en")
    who = session.person()
    assert who is not None
    assert (who.me.name, who.words.tag) == ("Omar H", "en")


def test_a_session_that_ended_counts_at_once(house: Served, browser: Browser, omar: Member) -> None:
    browser.signed_in(omar)
    assert session.person()
    people.sign_out_everywhere(house.workspace, omar.id, house.clock())
    who = session.person()
    assert who is not None
    assert (who.me.id, who.is_signed_in) == (omar.id, False)


@pytest.mark.parametrize("verb", ["who", "me"])
def test_trouble_of_the_store_leaves_a_tab_as_it_is(
    house: Served,
    browser: Browser,
    omar: Member,
    monkeypatch: pytest.MonkeyPatch,
    verb: str,
) -> None:
    def busy(*_: object) -> None:
        raise StoreBusy(5.0)

    browser.signed_in(omar)
    with monkeypatch.context() as patch:
        patch.setattr(people, verb, busy)
        with pytest.raises(StoreBusy):
            session.person()
    session.person()
    with monkeypatch.context() as patch:
        patch.setattr(people, verb, busy)
        who = session.person()
    assert who is not None
    assert (who.me.id, who.is_signed_in, type(who.trouble)) == (omar.id, False, StoreBusy)
    who = session.person()
    assert who is not None
    assert (who.is_signed_in, who.trouble) == (True, None)


def test_a_tab_does_not_become_somebody_else(house: Served, browser: Browser, omar: Member) -> None:
    rana = come_in(house.workspace, "Rana", Role.REVIEWER)
    browser.signed_in(omar)
    session.person()
    browser.signed_in(rana)
    who = session.person()
    assert who is not None
    assert (who.me.id, who.is_signed_in) == (omar.id, False)


def test_forgetting_leaves_nothing(house: Served, browser: Browser, omar: Member) -> None:
    browser.signed_in(omar)
    session.person()
    assert session.this_session() == omar.session
    people.erase(house.workspace, OPERATOR, house.clock(), member=omar.id)
    session.forget()
    assert browser.memory == {}
    assert session.person() is None


def test_a_link_gets_the_address_of_the_browser(browser: Browser) -> None:
    assert session.whole("back/x") == "http://localhost/back/x"
    browser.context.headers.append(("Host", "127.0.0.1:8501"))
    assert session.whole("back/x") == "http://127.0.0.1:8501/back/x"
    assert session.whole("https://t.example.org/back/x") == "https://t.example.org/back/x"


# --- what it is told after the next run ----------------------------------------------------------


def test_a_sentence_is_said_once_and_in_its_place(browser: Browser) -> None:
    session.say_next("name", "Changed.")
    assert session.said_in("credit") == ""
    assert session.said_in("name") == "Changed."
    assert session.said_in("name") == ""


# --- where it is: the address says it, and a link always wins ------------------------------------


def tab(**query: str) -> AppTest:
    app = AppTest.from_string(SCRIPT)
    for name, value in query.items():
        app.query_params[name] = value
    return app.run()


def shown(app: AppTest) -> str:
    assert not app.exception
    return str(app.text[0].value)


def test_a_link_opens_its_paragraph_and_moving_on_does_not() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    assert shown(app) == "a a"
    app.session_state["moved"] = "b"
    app.run()
    assert app.query_params["paragraph"] == "b"
    assert shown(app.run()) == "b a"


def test_a_link_to_another_paragraph_opens_that() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    app.query_params["paragraph"] = "c"
    assert shown(app.run()) == "c c"


def test_coming_back_opens_where_one_was() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    app.session_state["moved"] = "b"
    app.run()
    app.session_state["to"] = "home"
    app.run()
    for name in ("document", "locale", "paragraph"):
        if name in app.query_params:
            del app.query_params[name]
    app.session_state["to"] = "translate"
    assert shown(app.run()) == "b b"


def test_another_language_forgets_the_paragraph() -> None:
    app = tab(document="letter", locale="fr", paragraph="a")
    del app.query_params["paragraph"]
    app.query_params["locale"] = "ar"
    app.session_state["moved"] = ""
    assert shown(app.run()) == "- -"


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("http://127.0.0.1:8501/join/x", True),
        ("http://localhost/join/x", True),
        ("http://[::1]:8501/join/x", True),
        ("https://translate.example.org/join/127.0.0.1", False),
    ],
)
def test_an_address_that_only_this_machine_opens_is_known(address: str, near: bool) -> None:
    assert session.is_near(address) is near
