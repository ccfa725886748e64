"""A secret link on the page on which it was made: two clicks on its button make one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Generic, TypeVar

import streamlit as st

from ui.components.notes import alert, status
from ui.components.passage import clean
from ui.language import Words
from ui.qr import qr_as_image
from ui.session import is_near, keep, kept, whole

Link = TypeVar("Link")
TWICE = timedelta(seconds=3)
"""Who presses the button again so soon pressed it twice."""


@dataclass(slots=True)
class Once(Generic[Link]):
    """The link that was made last, in this tab.

    It is filled in place: no step of Streamlit, at which a second click may stop the script, lies
    between a link and its being known here.
    """

    about: tuple[object, ...] = ()
    """Whom or what it is for."""
    at: datetime | None = None
    found: Link | None = None

    def make(self, about: tuple[object, ...], now: datetime, verb: Callable[[], Link]) -> None:
        """Make a link, unless this is the second click for the one that is here.

        Args:
            about: whom or what it is for.
            now: the moment.
            verb: makes it.
        """
        if self.found is not None and self.about == about and self.at and now - self.at < TWICE:
            return
        self.found = verb()
        self.about, self.at = about, now

    def forget(self) -> None:
        """Show it no more."""
        self.about, self.at, self.found = (), None, None


def once(name: str) -> Once[Any]:
    """Give what this tab knows of the links of a kind."""
    there = kept(f"once.{name}")
    if not isinstance(there, Once):
        there = Once()
        keep(f"once.{name}", there)
    return there


def show(words: Words, told: str, address: str, picture: str, about: str = "") -> None:
    """Show a link, to copy and as a picture for a phone.

    Args:
        words: the language of the reader.
        told: what to do with it.
        address: as the service gave it.
        picture: what the picture is, for those who do not see it.
        about: what else is to be said of it, as HTML.
    """
    address = whole(address)
    with st.container(key="us-invitation"):
        st.html(status(words, told))
        if about:
            st.html(f'<p class="us-quiet">{about}</p>')
        st.code(address, language=None, wrap_lines=True)
        if is_near(address):
            near = words.say(
                "This address opens on this machine only. Ask whoever runs the server for one that "
                "others can reach, before you send the link."
            )
            st.html(alert(words, near))
        drawn = clean(qr_as_image(address))
        st.html(f'<p><img class="us-qr" src="{drawn}" alt="{clean(picture)}"></p>')
