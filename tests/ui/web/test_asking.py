"""Who asks: cookies and the members behind them."""

from __future__ import annotations

import pytest
from starlette.requests import Request
from starlette.responses import Response

from tests.serving import come_in
from ui.served import Served
from ui.web.asking import (
    address_of,
    cookie_name,
    forget,
    member_asking,
    member_behind,
    sign_in,
    token_in,
)
from workflow.access import Role
from workflow.services import people


def request(cookie: str = "", client: tuple[str, int] | None = ("192.0.2.7", 1)) -> Request:
    headers = [(b"cookie", cookie.encode())] if cookie else []
    return Request({"type": "http", "headers": headers, "client": client})


def make_public(house: Served, address: str) -> None:
    with house.workspace.settings_path.open("a", encoding="utf-8") as settings:
        settings.write(f'[server]\naddress = "{address}"\n')


def test_a_session_is_a_member(house: Served) -> None:
    omar = come_in(house.workspace, "Omar", Role.TRANSLATOR)
    assert member_asking(request(f"other=1; undersigned={omar.session}")) == omar.id
    assert token_in({"undersigned": "x"}) == "x"
    people.sign_out_everywhere(house.workspace, omar.id, house.clock())
    assert member_behind(omar.session) == ""


@pytest.mark.parametrize("cookie", ["", "undersigned=", "undersigned=guess", "session=x"])
def test_anything_else_is_nobody(house: Served, cookie: str) -> None:
    assert member_asking(request(cookie)) == ""


@pytest.mark.parametrize(
    ("address", "name", "is_secure"),
    [("", "undersigned", False), ("https://t.example.org", "__Host-undersigned", True)],
)
def test_the_cookie(house: Served, address: str, name: str, is_secure: bool) -> None:
    if address:
        make_public(house, address)
    kept, forgotten = Response(), Response()
    sign_in(kept, "token")
    forget(forgotten)
    assert cookie_name(house) == name
    for response, begins in ((kept, f"{name}=token;"), (forgotten, f'{name}="";')):
        said = response.headers["set-cookie"]
        assert said.startswith(begins)
        flags = {each.strip().lower() for each in said.split(";")[1:]}
        assert {"httponly", "path=/", "samesite=strict"} <= flags
        assert ("secure" in flags) is is_secure
        assert not any(each.startswith("domain") for each in flags)
    assert "max-age=34560000" in kept.headers["set-cookie"].lower()
    assert "max-age=0" in forgotten.headers["set-cookie"].lower()


def test_where_it_comes_from() -> None:
    assert address_of(request()) == "192.0.2.7"
    assert address_of(request(client=None)) == ""
