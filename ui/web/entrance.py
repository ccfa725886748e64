"""The way in: by an invitation, once; by one's own return link, ever again.

A page that is only opened changes nothing: messengers open links to show what is behind them. What
counts is its button.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from urllib.parse import urlencode

from starlette.responses import RedirectResponse, Response

from ui.language import accepted
from ui.qr import qr
from ui.sentences import about_a_name
from ui.web.asking import clear_cache, sign_in
from ui.web.pages import Form, Visit, posted, shown
from ui.web.statuses import UNREADABLE
from workflow import errors
from workflow.model import State
from workflow.services import people, tasks, translation
from workflow.services.people import GivenRole, Joined, Opening
from workflow.services.tasks import ToReview, Work

HERE = "x-here"
"""Says, in an answer, that this browser belongs to a member."""
_WHO_TRANSLATE = ("translator", "reviewer")


# --- by an invitation ----------------------------------------------------------------------------


@shown
def invitation(visit: Visit) -> Response:
    """Say what an invitation is for, and ask for a name; nothing is used up."""
    if visit.me:
        return _here(visit)
    try:
        return _asking_for_a_name(visit, _opening(visit))
    except errors.AccessError as error:
        return visit.refusal(error, "join")


@posted
def join(visit: Visit, form: Form) -> Response:
    """Let somebody in under the name of his choice, and show him his return link."""
    if visit.me:
        return _here(visit, 409)
    name = form.get("name", "")
    try:
        opening = _opening(visit)
        joined = people.join(
            visit.house.workspace,
            _token(visit),
            visit.now,
            name=name,
            address=visit.address,
            rates=visit.house.rates,
        )
    except (errors.NameTaken, errors.LimitExceeded, errors.HostileInput) as error:
        status = 409 if isinstance(error, errors.NameTaken) else UNREADABLE
        sentence = about_a_name(visit.words, error)
        return _asking_for_a_name(visit, opening, name=name, sentence=sentence, status=status)
    except errors.AccessError as error:
        return visit.refusal(error, "join")
    return _welcome(visit, opening, joined)


def _token(visit: Visit) -> str:
    return str(visit.request.path_params["token"])


def _opening(visit: Visit) -> Opening:
    return people.peek(
        visit.house.workspace,
        _token(visit),
        visit.now,
        address=visit.address,
        rates=visit.house.rates,
    )


def _here(visit: Visit, status: int = 200) -> Response:
    """Say to a member who he is, instead of letting him in twice.

    Who joined with this very invitation has perhaps loaded the page with his return link again:
    there is nothing wrong with that, and the link is not kept.
    """
    assert visit.me is not None
    member = visit.me.id
    given = people.let_in_by(visit.house.workspace, _token(visit), member=member)
    if given is None:
        response = visit.page("here", status)
    else:
        response = visit.page("joined", begin=_beginning(visit, member, given))
    response.headers[HERE] = "1"
    return response


def _asking_for_a_name(
    visit: Visit, opening: Opening, *, name: str = "", sentence: str = "", status: int = 200
) -> Response:
    settings = visit.house.workspace.settings
    return visit.page(
        "join",
        status,
        opening=opening,
        title_locale=settings.of(opening.given.document).locale,
        name=name,
        sentence=sentence,
        # A link in a message comes without the cookie; the page itself asks once more, with it.
        is_from_elsewhere=visit.request.headers.get("sec-fetch-site") == "cross-site",
    )


def _welcome(visit: Visit, opening: Opening, joined: Joined) -> Response:
    workspace = visit.house.workspace
    if visit.ui:
        with contextlib.suppress(errors.UndersignedError):  # he is in, and must see his link
            people.change_me(workspace, joined.member, visit.now, interface_locale=visit.ui)
    address = visit.whole(joined.link.address)
    me = people.me(workspace, joined.member, visit.now)
    response = visit.page(
        "welcome",
        name=me.name,
        address=address,
        picture=qr(address),
        begin=_beginning(visit, joined.member, opening.given),
    )
    sign_in(response, joined.session)
    return response


def _beginning(visit: Visit, member: str, given: GivenRole) -> str:
    """Say where somebody begins: at the first paragraph to do, where there is one for him.

    A reviewer begins at the first one that waits for him.
    """
    with contextlib.suppress(errors.UndersignedError):  # he is in, and must see his link
        review = _first_review(visit, member, given)
        if review:
            choice, unit = review.choice, review.first.unit if review.first else ""
            return _in_the_text(choice.document, choice.locale, unit, "review")
        if given.document and given.locale:
            paragraph = _first_to_do(visit, member, given.document, given.locale)
            return _in_the_text(given.document, given.locale, paragraph)
        if given.role.label in _WHO_TRANSLATE:
            work = _first_work(visit, member)
            if work and work.go_on:
                return _in_the_text(work.choice.document, work.choice.locale, work.go_on.unit)
    return "/"


def _in_the_text(document: str, locale: str, paragraph: str, screen: str = "translate") -> str:
    where = {"document": document, "locale": locale}
    if paragraph:
        where["paragraph"] = paragraph
    return f"/{screen}?{urlencode(where)}"


def _first_to_do(visit: Visit, member: str, document: str, locale: str) -> str:
    """Give the first paragraph that waits for a translation, to stand open; empty for none."""
    try:
        rows = translation.sheet(
            visit.house.workspace, member, visit.now, document=document, locale=locale
        ).rows
    except errors.UndersignedError:  # it is told there, on a page with all that leads elsewhere
        return ""
    return next((each.unit for each in rows if each.state < State.TRANSLATED), "")


def _first_review(visit: Visit, member: str, given: GivenRole) -> ToReview | None:
    """Choose what a reviewer reads first; None where nothing waits for him, or he is none."""
    if given.role.label != "reviewer":
        return None
    found = tasks.mine(visit.house.workspace, member, visit.now).reviews
    spoken = (visit.ui, *accepted(visit.request.headers.get("accept-language", "")))
    return min(found, key=lambda each: _rank(each.choice.locale, spoken), default=None)


def _first_work(visit: Visit, member: str) -> Work | None:
    """Choose a statement in which something is to do: in a language of the browser, if there is."""
    works = tasks.mine(visit.house.workspace, member, visit.now).works
    spoken = (visit.ui, *accepted(visit.request.headers.get("accept-language", "")))
    return min(
        (each for each in works if each.go_on),
        key=lambda each: _rank(each.choice.locale, spoken),
        default=None,
    )


def _rank(locale: str, spoken: Sequence[str]) -> int:
    """Say how well somebody knows a language, 0 for best; `pt-PT` is taken for `pt-BR` too.

    >>> [_rank(each, ("", "pt-PT", "fr")) for each in ("pt-PT", "pt-BR", "fr", "ar")]
    [1, 1, 2, 3]
    """
    own = locale.partition("-")[0].lower()
    known = [each.partition("-")[0].lower() for each in spoken]
    return known.index(own) if own in known else len(known)


# --- by a return link ----------------------------------------------------------------------------


@shown
def return_link(visit: Visit) -> Response:
    """Ask whether somebody wants to come back; the link is not looked at yet."""
    return visit.page("back")


@posted
def come_back(visit: Visit, form: Form) -> Response:
    """Let the owner of a return link in; ask first where the browser is somebody else's."""
    workspace, token = visit.house.workspace, _token(visit)
    address, rates = visit.address, visit.house.rates
    try:
        if visit.me:
            owner = people.whose(workspace, token, visit.now, address=address, rates=rates)
            if owner.id == visit.me.id:
                return RedirectResponse("/", 303)
            if form.get("become") != owner.id:
                return visit.page("change", 409, other=owner)
        session = people.come_back(workspace, token, visit.now, address=address, rates=rates)
    except errors.AccessError as error:
        return visit.refusal(error, "back")
    if visit.me:
        with contextlib.suppress(errors.UndersignedError):  # it may be over by now
            people.sign_out(workspace, visit.me.id, visit.now, token=visit.session)
    response = RedirectResponse("/", 303)
    sign_in(response, session)
    if visit.me:
        clear_cache(response)
    return response
