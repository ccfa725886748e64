"""The way out: here, or everywhere. What the browser kept of her texts goes too."""

from __future__ import annotations

import contextlib

from starlette.responses import Response

from ui.web.asking import clear_cache, forget
from ui.web.pages import Form, Visit, posted, shown
from workflow import errors
from workflow.services import people


@shown
def leaving(visit: Visit) -> Response:
    """Ask whether to sign out here or everywhere; its script looks for text that is not saved."""
    return visit.page("sign_out")


@posted
def sign_out(visit: Visit, form: Form) -> Response:
    """End the session, or all of them, and let the browser forget what it keeps of her texts.

    The page that was looked at says whose they are: by now another tab may have signed her out.
    """
    where = form.get("where", "here")
    if where not in ("here", "everywhere"):
        raise ValueError(where)
    if visit.me:
        _end(visit, where)
    whose = visit.me.id if visit.me else form.get("whose", "")
    response = visit.page("signed_out", where=where if visit.me else "here", whose=whose)
    forget(response)
    clear_cache(response)
    return response


def _end(visit: Visit, where: str) -> None:
    assert visit.me is not None
    workspace, member = visit.house.workspace, visit.me.id
    if where == "everywhere":
        people.sign_out_everywhere(workspace, member, visit.now)
        return
    with contextlib.suppress(errors.NotFound):  # another tab was quicker
        people.sign_out(workspace, member, visit.now, token=visit.session)
