"""What the statement in the browser asks for: its texts, and that they be saved.

A save is answered only when it is on the disk. Every answer is JSON; a refusal says in a sentence,
in the reader's language, what happened. `X-Person` says whom the tab takes itself for: where the
browser has become somebody else's since, nothing is done.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Mapping
from math import ceil
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from ui.language import accepted, chosen, words
from ui.reasons import reason_of
from ui.sentences import trouble
from ui.served import Served, served
from ui.web.as_data import approved_as_data, saved_as_data, unit_as_data
from ui.web.asking import member_asking
from ui.web.statuses import UNREADABLE, status_of
from workflow import errors
from workflow.services import people, review, translation
from workflow.services.review import Reading
from workflow.services.translation import Outcome, Saved

MOST_BYTES = 200_000
"""Of what a browser may send; a text of the longest kind has room in any script."""
MOST_READ_BYTES = 2_000_000
"""Of what it may send to say what somebody has read: a line for each paragraph."""

_HAVE = "have"
"""Under which a question for a statement names the one that the browser has."""

Asked = Mapping[str, Any]
Answer = Callable[[Served, str, Asked], Response]


async def statement(request: Request) -> Response:
    """Give a statement with all its paragraphs; 304 where the browser has it already."""
    asked = {**request.query_params, _HAVE: request.headers.get("if-none-match", "")}
    return await run_in_threadpool(_answered, request, asked, _statement)


async def save(request: Request) -> Response:
    """Save a paragraph; 409 with the other text where somebody saved another one meanwhile."""
    return await _posted(request, _save)


async def decide(request: Request) -> Response:
    """Approve a paragraph as it was read, or send it back with a reason."""
    return await _posted(request, _decide)


async def approve_rest(request: Request) -> Response:
    """Approve all of a statement that was read and may be approved."""
    return await _posted(request, _approve_rest, MOST_READ_BYTES)


async def draft(request: Request) -> Response:
    """Keep what somebody is typing, for this person on any device."""
    return await _posted(request, _draft)


# --- who asks, and what for ----------------------------------------------------------------------


async def _posted(request: Request, answer: Answer, most: int = MOST_BYTES) -> Response:
    if not request.headers.get("content-type", "").startswith("application/json"):
        return _refused(415, "json", "")
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > most:
                return _refused(413, "too_long", "")
    except ClientDisconnect:  # nobody reads the answer
        return _refused(400, "cut", "")
    try:
        asked = json.loads(body)
    except (ValueError, RecursionError):
        return _refused(UNREADABLE, "json", "")
    if not isinstance(asked, dict):
        return _refused(UNREADABLE, "json", "")
    return await run_in_threadpool(_answered, request, asked, answer)


def _answered(request: Request, asked: Asked, answer: Answer) -> Response:
    """Let a member do what he asks for, and say it in a sentence where he cannot."""
    house = served()
    member = ""
    try:
        member = member_asking(request)
        if not member:
            return _refused(401, "signed_out", "")
        if request.headers.get("x-person", member) != member:
            return _refused(403, "other_person", "")
        return answer(house, member, asked)
    except (errors.UndersignedError, KeyError, TypeError, ValueError) as error:
        return _trouble(house, request, member, error)


def _trouble(house: Served, request: Request, member: str, error: Exception) -> Response:
    if not isinstance(error, errors.UndersignedError):
        return _refused(UNREADABLE, "unreadable", "")
    own = ""
    with contextlib.suppress(errors.UndersignedError):  # trouble in finding out how to speak of it
        own = people.me(house.workspace, member, house.clock()).interface_locale if member else ""
    spoken = words(chosen(own, *accepted(request.headers.get("accept-language", ""))))
    refused = _refused(status_of(error), type(error).__name__, trouble(spoken, error))
    if isinstance(error, errors.TooMany):
        refused.headers["retry-after"] = str(max(1, ceil(error.seconds)))
    return refused


def _refused(status: int, error: str, sentence: str) -> Response:
    return JSONResponse({"error": error, "sentence": sentence}, status)


# --- the answers ---------------------------------------------------------------------------------


def _statement(house: Served, member: str, asked: Asked) -> Response:
    now = house.clock()
    house.rates.ask("read", member, now)
    which = {"document": str(asked["document"]), "locale": str(asked["locale"])}
    tag = f'"{translation.sheet_stamp(house.workspace, member, now, **which)[:24]}"'
    headers = {"etag": tag, "cache-control": "private, no-cache"}
    if asked[_HAVE].removeprefix("W/") == tag:  # a server in front that packs answers marks it so
        return Response(status_code=304, headers=headers)
    found = translation.sheet(house.workspace, member, now, **which)
    beside: Mapping[str, Reading] = {}
    if "review.readings" in found.may:
        beside = review.readings(house.workspace, member, now, **which)
    pairs = zip(found.rows, found.codes, strict=True)
    body = {
        "document": found.document,
        "title": found.title,
        "locale": found.locale,
        "stamp": found.stamp,
        "may": sorted(found.may),
        "units": [unit_as_data(row, codes, beside.get(row.unit)) for row, codes in pairs],
    }
    return JSONResponse(body, headers=headers)


def _save(house: Served, member: str, asked: Asked) -> Response:
    now = house.clock()
    house.rates.ask("save", member, now)
    typed: dict[str, Any] = {
        "unit": str(asked["unit"]),
        "locale": str(asked["locale"]),
        "text": _text(asked["text"]),
        "seen": _number(asked["seen"]),
        "token": str(asked["token"]),
        "made_from": str(asked.get("made_from", "")),
    }
    if asked.get("corrects") is True:
        done = review.correct(house.workspace, member, now, **typed)
    else:
        needs_work = asked.get("needs_work") is True
        done = translation.save(house.workspace, member, now, **typed, needs_work=needs_work)
    return _saved(house, member, asked, done)


def _decide(house: Served, member: str, asked: Asked) -> Response:
    now = house.clock()
    house.rates.ask("save", member, now)
    read: dict[str, Any] = {
        "unit": str(asked["unit"]),
        "locale": str(asked["locale"]),
        "seen": _number(asked["seen"]),
    }
    act = asked["act"]
    if act == "approve":
        done = review.approve(house.workspace, member, now, **read)
    elif act == "send_back":
        chosen = (each for each in asked.get("chosen", []) if isinstance(each, str))
        reason = reason_of(chosen, _text(asked.get("said", "")))
        done = review.send_back(house.workspace, member, now, **read, reason=reason)
    else:
        raise ValueError("nobody knows this act")
    return _saved(house, member, asked, done)


def _saved(house: Served, member: str, asked: Asked, done: Saved) -> Response:
    """Answer what was done, and whether it is all that changed in the statement since."""
    stamp = _stamp(house, member, asked)
    is_new = done.outcome is Outcome.SAVED and not done.is_repeated
    is_looked_at = asked.get("corrects") is True  # what the checks say of it is read anew
    follows = translation.follows(stamp, str(asked.get("stamp", "")))
    is_alone = is_new and follows and not is_looked_at
    said = saved_as_data(done, member, house.clock()) | {"stamp": stamp, "is_alone": is_alone}
    return JSONResponse(said, 409 if done.outcome is Outcome.KEPT else 200)


def _stamp(house: Served, member: str, asked: Asked) -> str:
    """Say how far the statement is now; empty where that fails, for what was done is done."""
    which = {"document": str(asked["document"]), "locale": str(asked["locale"])}
    with contextlib.suppress(errors.UndersignedError):
        return translation.stamp(house.workspace, member, house.clock(), **which)
    return ""


def _approve_rest(house: Served, member: str, asked: Asked) -> Response:
    now = house.clock()
    house.rates.ask("save", member, now)
    seen = asked["seen"]
    if not isinstance(seen, dict):
        raise TypeError("what was read is versions by paragraph")
    done = review.approve_rest(
        house.workspace,
        member,
        now,
        document=str(asked["document"]),
        locale=str(asked["locale"]),
        seen={str(unit): _number(version) for unit, version in seen.items()},
    )
    return JSONResponse(approved_as_data(done) | {"stamp": _stamp(house, member, asked)})


def _draft(house: Served, member: str, asked: Asked) -> Response:
    house.rates.ask("draft", member, house.clock())
    which = {"unit": str(asked["unit"]), "locale": str(asked["locale"])}
    if asked.get("text") is None:
        translation.drop_draft(house.workspace, member, house.clock(), **which)
        return Response(status_code=204)
    is_kept = translation.draft(
        house.workspace,
        member,
        house.clock(),
        **which,
        text=_text(asked["text"]),
        seen=_number(asked["seen"]),
        made_from=str(asked.get("made_from", "")),
    )
    return Response(status_code=204 if is_kept else 409)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a text is a string")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a version is a whole number")
    return value
