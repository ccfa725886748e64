"""Small pages beside Streamlit's: the way in and out, and what is said where a download fails.

They are whole without a script, ask no other host for anything, and speak the reader's language:
the one of the link `?ui=`, else the one a member has chosen, else what the browser asks for. What
people wrote gets into them through the template's escaping only.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from urllib.parse import parse_qsl

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, Response

from ui.language import Words, accepted, chosen, offered, words
from ui.sentences import trouble
from ui.served import Served, served
from ui.web import assets
from ui.web.asking import address_of, member_behind, token_in
from ui.web.statuses import UNREADABLE, status_of
from workflow import errors, languages
from workflow.services import people
from workflow.services.people import Me

TEMPLATES = Path(__file__).parent / "templates"
MOST_BYTES = 4_000
"""Of a form; a name of the longest kind has room in any script."""
_HEADERS = {"cache-control": "no-store", "referrer-policy": "strict-origin"}
"""A page that forbids every referrer sends its forms with the origin `null`, as a stranger does;
one that allows more tells its own address, and with it a link that is a secret."""
_FIRST_STRONG, _END_OF_ISOLATE = "\u2068", "\u2069"

Form = Mapping[str, str]


def apart(name: str) -> str:
    """Keep a name from re-ordering the sentence that it stands in."""
    return f"{_FIRST_STRONG}{name}{_END_OF_ISOLATE}"


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["apart"] = apart
    made.globals["asset"] = lambda name: f"/{assets.address(name)}"
    made.globals["endonym"] = languages.endonym
    made.globals["direction_of"] = languages.direction
    return made


@dataclass(frozen=True, slots=True)
class Visit:
    """One request for a page, and who makes it."""

    request: Request
    house: Served
    now: datetime
    session: str
    """Token of the browser's session; perhaps of one that is over."""
    me: Me | None
    """The member whose browser it is; None where nobody is signed in."""
    words: Words

    @property
    def address(self) -> str:
        """Say where it comes from, for counting only."""
        return address_of(self.request)

    @property
    def ui(self) -> str:
        """Give the interface language that was chosen on these pages; empty for none."""
        wanted = self.request.query_params.get("ui", "")
        return wanted if wanted in offered() else ""

    def whole(self, address: str) -> str:
        """Put the address of the server in front of a link that has none."""
        if "://" in address:
            return address
        return f"{self.request.url.scheme}://{self.request.headers['host']}/{address}"

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """Draw a page."""
        drawn = (
            _environment()
            .get_template(f"{template}.html")
            .render(
                say=self.words.say,
                count=self.words.count,
                words=self.words,
                me=self.me,
                others=[tag for tag in offered() if tag != self.words.tag],
                **values,
            )
        )
        return HTMLResponse(drawn, status, _HEADERS)

    def refusal(self, error: errors.UndersignedError, kind: str = "") -> Response:
        """Say what went wrong, and what to do; `kind` is the way in that was tried."""
        response = self.page(
            "refused",
            status_of(error),
            error=type(error).__name__,
            sentence=trouble(self.words, error),
            kind=kind,
        )
        if isinstance(error, errors.TooMany):
            response.headers["retry-after"] = str(max(1, round(error.seconds)))
        return response


def visit(request: Request) -> Visit:
    """Find out who asks, and in which language to answer.

    Raises:
        StoreError: it cannot be found out just now.
    """
    house = served()
    now = house.clock()
    member = member_behind(token_in(request.cookies))
    me = people.me(house.workspace, member, now) if member else None
    return _visit_of(request, house, now, me)


def _visit_of(request: Request, house: Served, now: datetime, me: Me | None) -> Visit:
    wanted = request.query_params.get("ui", "")
    header = accepted(request.headers.get("accept-language", ""))
    spoken = wanted if wanted in offered() else me.interface_locale if me else ""
    session = token_in(request.cookies)
    return Visit(request, house, now, session, me, words(chosen(spoken, *header)))


def _met(request: Request, answer: Callable[[Visit], Response]) -> Response:
    """Answer whoever asks, or say why not; to nobody in particular where that is the trouble."""
    house = served()
    asked = _visit_of(request, house, house.clock(), None)
    try:
        asked = visit(request)
        return answer(asked)
    except errors.UndersignedError as error:
        return asked.refusal(error)


def shown(answer: Callable[[Visit], Response]) -> Callable[[Request], Response]:
    """Make a page that is only looked at; nothing is changed by it."""

    def endpoint(request: Request) -> Response:
        return _met(request, answer)

    return endpoint


def posted(
    answer: Callable[[Visit, Form], Response],
) -> Callable[[Request], Awaitable[Response]]:
    """Make what happens when a form is sent."""

    def answered(request: Request, body: bytes) -> Response:
        def of(asked: Visit) -> Response:
            try:
                return answer(asked, _form(body))
            except ValueError:
                return asked.page("refused", UNREADABLE, error="", sentence="", kind="")

        return _met(request, of)

    async def endpoint(request: Request) -> Response:
        kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if kind != "application/x-www-form-urlencoded":
            return Response("", 415)
        body = bytearray()
        try:
            async for part in request.stream():
                body += part
                if len(body) > MOST_BYTES:
                    return Response("", 413)
        except ClientDisconnect:  # nobody reads the answer
            return Response("", 400)
        return await run_in_threadpool(answered, request, bytes(body))

    return endpoint


def _form(body: bytes) -> Form:
    """Read a form.

    Raises:
        ValueError: it is none, or not in UTF-8.
    """
    return dict(
        parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10)
    )
