"""What one open tab remembers between two runs of the script; nobody else touches this memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import urlsplit

import streamlit as st

from ui.language import Words, accepted, chosen, words
from ui.served import served
from ui.web.asking import member_behind, token_in
from workflow.errors import StoreError
from workflow.services import people
from workflow.services.people import Me, Role

_PERSON, _READ = "person", "person.read"
_SCREEN = "screen"
_AT_WORK = ("translate", "review")
_FRESH = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits in front of this tab."""

    me: Me
    words: Words
    """The language the interface speaks to this person."""
    is_signed_in: bool
    """Whether the session still stands; else nothing new may be read or done, but what is on the
    screen stays, since there may be unsaved text in it."""
    trouble: StoreError | None = None
    """Why it cannot be found out just now whether the session stands; the same holds then."""

    def has_role(self, least: Role) -> bool:
        """Tell whether this person has at least this role anywhere: what to offer, not a right."""
        return any(each.role >= least for each in self.me.given)


def person() -> Person | None:
    """Say who looks at this page; None for somebody who has not come in.

    The session is looked up anew each time, so that one that was ended counts at once.

    Raises:
        StoreError: it cannot be found out, and this tab knows nobody yet.
    """
    known: Me | None = st.session_state.get(_PERSON)
    trouble = None
    try:
        member = member_behind(token_in(st.context.cookies))
        if member and (known is None or known.id == member):
            me = _me(member, known)
            return Person(me, words(spoken_to(me)), is_signed_in=True)
    except StoreError as error:
        if known is None:
            raise
        trouble = error
    if known is None:
        return None
    return Person(known, words(spoken_to(known)), is_signed_in=False, trouble=trouble)


def _me(member: str, known: Me | None) -> Me:
    """Read who a member is; not at each step of somebody at work, where nothing of it changes."""
    house = served()
    now, read = house.clock(), st.session_state.get(_READ)
    is_at_work = st.session_state.get(_SCREEN) in _AT_WORK
    if known and is_at_work and read and now - read < _FRESH:
        return known
    me = people.me(house.workspace, member, now)
    st.session_state[_PERSON], st.session_state[_READ] = me, now
    return me


def this_session() -> str:
    """Give the token of the session that this browser keeps; empty where it keeps none."""
    return token_in(st.context.cookies)


def forget() -> None:
    """Forget who sat here, with all that the tab remembers of what was drawn."""
    for name in list(st.session_state):
        del st.session_state[name]


def whole(address: str) -> str:
    """Put the address by which this browser reached us in front of a link that has none."""
    if "://" in address:
        return address
    return f"http://{st.context.headers.get('host', 'localhost')}/{address}"


def is_near(address: str) -> bool:
    """Tell whether an address leads back to the machine on which it is opened."""
    return urlsplit(address).hostname in ("localhost", "127.0.0.1", "::1")


def spoken_to(me: Me | None) -> str:
    """Choose the interface's language: what the person chose, else what the browser asks for."""
    header = st.context.headers.get("accept-language", "")
    return chosen(me.interface_locale if me else "", *accepted(header))


def zone() -> str:
    """Name the time zone of the reader's own clock."""
    return st.context.timezone or "UTC"


# --- where this tab is ---------------------------------------------------------------------------

_PLACE = "place"
_OPEN = "open"
_ARRIVED = "arrived"
_KEPT = "kept"
_NAMES = ("document", "locale", "paragraph")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the workspace this tab is: as the address of the page says it."""

    document: str = ""
    locale: str = ""
    paragraph: str = ""


def place() -> Place:
    """Say where this tab is: what its address names, else where it was before.

    A click in the bar on top leaves the address without these names.
    """
    asked = {name: st.query_params.get(name, "") for name in _NAMES}
    before: Place = st.session_state.get(_PLACE, Place())
    if not asked["document"] or not asked["locale"]:
        return before
    found = Place(**asked)
    if not found.paragraph and (found.document, found.locale) == (before.document, before.locale):
        return before
    return found


def is_named() -> bool:
    """Tell whether the address itself names a statement and a language."""
    return bool(st.query_params.get("document") and st.query_params.get("locale"))


def go(where: Place) -> None:
    """Let the address of the page say where this tab is now, and remember it."""
    if st.session_state.get(_PLACE) == where and "document" in st.query_params:
        return
    st.session_state[_PLACE] = where
    others = {name: value for name, value in st.query_params.items() if name not in _NAMES}
    named = {name: getattr(where, name) for name in _NAMES if getattr(where, name)}
    st.query_params.from_dict(others | named)  # in one message


def arrive(screen: str) -> None:
    """Say which screen is drawn in this run."""
    st.session_state[_ARRIVED] = st.session_state.get(_SCREEN) != screen
    st.session_state[_SCREEN] = screen


def paragraph_to_open() -> str:
    """Say which paragraph somebody came for: by a link, not by moving on from there.

    It stays the same while one moves from paragraph to paragraph, so that nobody is taken back.
    """
    asked, before = place(), st.session_state.get(_PLACE, Place())
    opened: Place = st.session_state.get(_OPEN, Place())
    is_elsewhere = (opened.document, opened.locale) != (asked.document, asked.locale)
    if is_elsewhere or asked != before or st.session_state.get(_ARRIVED, False):
        st.session_state[_OPEN] = opened = asked
    return opened.paragraph


def keep(name: str, value: object) -> None:
    """Remember what is drawn, to go on drawing it when the session has ended."""
    st.session_state[f"{_KEPT}.{name}"] = value


def kept(name: str) -> object:
    """Give back what was remembered; None where nothing was."""
    return st.session_state.get(f"{_KEPT}.{name}")


# --- what is said after the next run -------------------------------------------------------------

_SAID = "said"
DOOR = "door"
"""The place where somebody is told something who is not in any more."""


def say_next(place: str, sentence: str) -> None:
    """Leave a sentence for the run that follows, to be said in one place of the page."""
    st.session_state[_SAID] = place, sentence


def said_in(place: str) -> str:
    """Take the sentence that was left for a place; empty where there is none."""
    where, sentence = st.session_state.get(_SAID, ("", ""))
    if where != place:
        return ""
    del st.session_state[_SAID]
    return str(sentence)


def told(key: str, name: str) -> object:
    """Give what a component told before this run; None where it told nothing yet."""
    state = st.session_state.get(key)
    return state.get(name) if state is not None and hasattr(state, "get") else None
