"""The way out: here and everywhere."""

from __future__ import annotations

import pytest

from tests.asking import Ask
from tests.serving import Member, come_in
from ui.served import Served
from workflow.access import Role
from workflow.services import people
from workflow.store.ids import digest_of, new_secret
from workflow.store.sessions import begin_session


def second_device(house: Served, member: Member) -> str:
    secret = new_secret()
    with house.workspace.store.writing() as db:
        begin_session(db, member.id, digest_of(secret), house.clock())
    return secret


@pytest.fixture
def omar(house: Served) -> Member:
    return come_in(house.workspace, "Omar", Role.TRANSLATOR)


def stands(house: Served, session: str) -> bool:
    return people.who(house.workspace, session, house.clock()) is not None


def test_looking_signs_nobody_out(ask: Ask, house: Served, omar: Member) -> None:
    got = ask("GET", "/sign-out", who=omar)
    assert "Sign out, \u2068Omar\u2069?" in got.text
    assert f'data-unsent="{omar.id}"' in got.text
    assert 'id="unsent" role="alert" hidden' in got.text
    assert stands(house, omar.session)


@pytest.mark.parametrize("where", ["here", "everywhere"])
def test_signing_out(ask: Ask, house: Served, omar: Member, where: str) -> None:
    other = second_device(house, omar)
    got = ask("POST", "/sign-out", who=omar, form={"where": where})
    assert got.status == 200
    assert "You are signed out" in got.text
    assert f'data-clear="{omar.id}"' in got.text
    assert got.header("clear-site-data") == '"cache"'
    assert ("This holds for all your devices." in got.text) == (where == "everywhere")
    cookie = got.header("set-cookie").lower()
    assert got.session == ""
    assert "max-age=0" in cookie
    assert [stands(house, each) for each in (omar.session, other)] == [False, where == "here"]


def test_a_session_that_is_over_can_be_cleaned_up(ask: Ask, house: Served, omar: Member) -> None:
    people.sign_out(house.workspace, omar.id, house.clock(), token=omar.session)
    looked = ask("GET", "/sign-out", who=omar)
    assert "You are not signed in here" in looked.text
    assert "Sign out everywhere" not in looked.text
    assert 'name="whose" value="*"' in looked.text
    got = ask("POST", "/sign-out", who=omar, form={"where": "everywhere", "whose": '"*'})
    assert got.status == 200
    assert 'data-clear="&#34;*"' in got.text
    assert "This holds for all your devices." not in got.text


def test_anything_else_is_not_understood(ask: Ask, house: Served, omar: Member) -> None:
    assert ask("POST", "/sign-out", who=omar, form={"where": "there"}).status == 422
    assert stands(house, omar.session)
