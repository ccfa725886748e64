"""Small pages: language, what they need, and what is said where they fail."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.types import Message

from tests.asking import Ask
from tests.serving import come_in
from ui.catalogs import sentences
from ui.language import words
from ui.served import Served
from ui.web import leaving
from ui.web.pages import TEMPLATES, apart
from workflow import errors
from workflow.access import OPERATOR, Role
from workflow.services import people
from workflow.services.workspace import Workspace


def test_a_name_does_not_turn_its_sentence() -> None:
    assert apart("نور") == "\u2068نور\u2069"


def test_a_members_language_comes_before_the_browsers(ask: Ask, house: Served) -> None:
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    people.change_me(house.workspace, omar.id, house.clock(), interface_locale="ar")
    headers = {"accept-language": "en"}
    assert '<html lang="ar"' in ask("GET", "/sign-out", who=omar, headers=headers).text
    assert '<html lang="en"' in ask("GET", "/sign-out", headers=headers).text


def test_no_page_asks_another_host_or_has_a_script_in_it(ask: Ask) -> None:
    for path in ("/join/x", "/back/x", "/sign-out", "/download/my-data"):
        page = ask("GET", path).text
        for address in re.findall(r'(?:href|src|action)="([^"]*)"', page):
            assert address.startswith(("/", "?")), address
            assert not address.startswith("//")
        assert re.findall(r"<script[^>]*>([^<]*)<", page) == [""]
        assert not re.search(r" on\w+=| style=", page)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.html")), ids=lambda path: path.name)
def test_every_sentence_of_a_template_is_in_the_catalogs(path: Path) -> None:
    text = path.read_text("utf-8")
    found = [one.replace("\\'", "'") for one in re.findall(r"\bsay\('((?:[^'\\]|\\.)*)'", text)]
    known = {message.id for message in sentences()}
    assert set(found) <= known
    assert found or path.name == "base.html"
    assert re.findall(r"\bsay\((?!')", text) in ([], ["say("] * text.count("(say, ")), path.name


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_store_that_is_busy_is_said(
    ask: Ask, house: Served, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    class Busy:
        def reading(self) -> None:
            raise errors.StoreBusy(5.0)

    monkeypatch.setattr(Workspace, "store", Busy())
    got = ask(method, "/join/x", form={"name": "Omar"} if method == "POST" else None)
    assert got.status == 503
    assert "The server cannot do this just now, and nothing was changed." in got.text


FAULTS = (
    b'name = "Un',
    b'[server]\naddress = "ftp://x"',
    b'nmae = "X"',
    b"\xff\xfe\0",
    b'a="\xe9"',
)


@pytest.fixture(params=FAULTS)
def break_settings(house: Served, request: pytest.FixtureRequest) -> Callable[[], None]:
    """Let somebody slip while he changes the settings of a server that runs."""
    fault: bytes = request.param

    def slip() -> None:
        house.workspace.settings_path.write_bytes(fault)

    return slip


def test_a_fault_in_the_settings_is_said(
    ask: Ask, house: Served, break_settings: Callable[[], None]
) -> None:
    omar, now = come_in(house.workspace, "Omar", Role.TRANSLATOR), house.clock()
    token = people.invite(house.workspace, OPERATOR, now, role=Role.READER).link.token
    statement = "/download/statement?document=letter&locale=fr"
    break_settings()
    sentence = "The settings of this server, in workspace.toml, have a fault in them"
    for got in (
        ask("GET", f"/join/{token}"),
        ask("POST", f"/join/{token}", form={"name": "Samar"}),
        ask("GET", statement, who=omar),
    ):
        assert got.status == 503
        assert sentence in got.text
        assert got.session == ""
    house.workspace.settings_path.unlink()
    assert ask("POST", f"/join/{token}", form={"name": "Samar"}).status == 200


def test_what_needs_no_settings_works_on_while_there_is_a_fault_in_them(
    ask: Ask, house: Served, break_settings: Callable[[], None]
) -> None:
    omar, now = come_in(house.workspace, "Omar", Role.TRANSLATOR), house.clock()
    link = people.renew_link(house.workspace, omar.id, now).token
    break_settings()
    for path in ("/healthz", "/sign-out", f"/back/{link}", "/download/my-data"):
        assert ask("GET", path, who=omar).status == 200, path
    came = ask("POST", f"/back/{link}", form={})
    assert (came.status, people.who(house.workspace, came.session, now)) == (303, omar.id)
    assert ask("POST", "/sign-out", who=omar, form={"where": "here"}).status == 200


def test_the_server_stays_who_it_was_while_there_is_a_fault_in_the_settings(
    ask: Ask, house: Served, break_settings: Callable[[], None]
) -> None:
    path = house.workspace.settings_path
    path.write_text('[server]\naddress = "https://t.example"\n', "utf-8")
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    headers = {
        "host": "t.example",
        "origin": "https://t.example",
        "cookie": f"__Host-undersigned={omar.session}",
    }
    for act in (house.workspace.settings_path.exists, break_settings):
        act()
        got = ask("GET", "/sign-out", headers=headers)
        assert got.status == 200
        assert "Omar" in got.text
        assert got.header("strict-transport-security")


@pytest.mark.parametrize("verb", ["who", "me"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_trouble_in_finding_out_who_asks_is_said(
    ask: Ask, house: Served, monkeypatch: pytest.MonkeyPatch, verb: str, method: str
) -> None:
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)

    def broken(*_: object, **__: object) -> None:
        raise errors.StoreBroken("the file is gone")

    monkeypatch.setattr(people, verb, broken)
    form = {"where": "here"} if method == "POST" else None
    got = ask(method, "/sign-out", who=omar, form=form, headers={"accept-language": "ar"})
    assert got.status == 503
    assert '<html lang="ar"' in got.text
    sentence = (
        "The server cannot do this just now, and nothing was changed. Wait a minute and try "
        "again. If it goes on, tell a coordinator."
    )
    assert words("ar").say(sentence) in got.text


def test_a_browser_that_goes_away_while_it_sends_breaks_nothing(house: Served) -> None:
    headers = [(b"content-type", b"application/x-www-form-urlencoded")]

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    request = Request({"type": "http", "method": "POST", "headers": headers}, receive)

    async def sent() -> int:
        return (await leaving.sign_out(request)).status_code

    assert asyncio.run(sent()) == 400


def test_what_no_browser_sends(ask: Ask) -> None:
    got = ask("POST", "/sign-out", form=b"where=%ff")
    assert got.status == 422
    assert "The server did not understand what this browser sent." in got.text
