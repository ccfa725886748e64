"""Who asks: the cookie that a browser keeps, and the member behind it."""

from __future__ import annotations

from collections.abc import Mapping

from starlette.requests import Request
from starlette.responses import Response

from ui.served import Served, served
from workflow.services import people

_DAYS = 400
"""As long as browsers keep a cookie at most; the session behind it ends after 30 idle days."""


def cookie_name(house: Served) -> str:
    """Name the cookie; on https no other host and no other path can set it."""
    return "__Host-undersigned" if house.is_secure else "undersigned"


def token_in(cookies: Mapping[str, str]) -> str:
    """Find the token of a session among cookies; empty where there is none."""
    return cookies.get(cookie_name(served()), "")


def member_behind(token: str) -> str:
    """Give the id of the member to whom a session belongs; empty where it belongs to nobody now."""
    house = served()
    return (people.who(house.workspace, token, house.clock()) or "") if token else ""


def member_asking(request: Request) -> str:
    """Give the id of the member who asks; empty for nobody."""
    return member_behind(token_in(request.cookies))


def address_of(request: Request) -> str:
    """Say where a request comes from, for counting only; it is kept nowhere."""
    return request.client.host if request.client else ""


def sign_in(response: Response, token: str) -> None:
    """Let the browser keep a session."""
    house = served()
    response.set_cookie(
        cookie_name(house),
        token,
        max_age=_DAYS * 86_400,
        path="/",
        secure=house.is_secure,
        httponly=True,
        samesite="strict",
    )


def clear_cache(response: Response) -> None:
    """Let the browser forget the texts that it kept for whoever was here."""
    response.headers["clear-site-data"] = '"cache"'


def forget(response: Response) -> None:
    """Let the browser forget a session."""
    house = served()
    response.delete_cookie(
        cookie_name(house), path="/", secure=house.is_secure, httponly=True, samesite="strict"
    )
