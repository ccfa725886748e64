"""What every panel of the help works with: who looks at what, and how something is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.components.passage import clean, said
from ui.components.telling import tell_trouble
from ui.language import Words
from ui.served import served
from ui.session import Person, keep, kept
from workflow.errors import UndersignedError
from workflow.services.tasks import Choice
from workflow.services.translation import Paragraph, Row

_BLINK = timedelta(seconds=3)
"""Nobody has read why something was not done, and looked at what is there now, in less."""


@dataclass(frozen=True, slots=True)
class _Refused:
    error: UndersignedError
    at: datetime


@dataclass(frozen=True, slots=True)
class Desk:
    """One paragraph before one person."""

    who: Person
    choice: Choice
    paragraph: Paragraph
    now: datetime
    zone: str

    @property
    def words(self) -> Words:
        """Give the language in which the interface speaks."""
        return self.who.words

    @property
    def row(self) -> Row:
        """Give the paragraph as it stands."""
        return self.paragraph.row

    @property
    def locale(self) -> str:
        """Give the language of the translation."""
        return self.choice.locale

    def when(self, at: datetime) -> str:
        """Say when something was."""
        return self.words.moment(at, self.now, self.zone)

    def key(self, name: str) -> str:
        """Name a widget of this paragraph, so that what was typed here stays here."""
        return f"{name}-{self.row.unit}-{self.locale}"

    def field(self, name: str) -> str:
        """Name a field of this paragraph: another one, and empty, once what was in it was sent.

        One's own sends are counted, nobody else's: whoever is faster takes no text away.
        """
        return f"{name}-{self._sent(name)}-{self.row.unit}-{self.locale}"

    def _sent(self, name: str) -> int:
        """Count what was sent from a field in this tab."""
        number = kept(self.key(f"sent-{name}"))
        return number if isinstance(number, int) else 0

    def drawn_last(self, panel: str) -> int:
        """Give the version that was there when a panel's buttons were drawn; remember that of now.

        Somebody may have saved since: whoever clicks has not seen that text.
        """
        drawn = kept(self.key(f"{panel}-drawn"))
        keep(self.key(f"{panel}-drawn"), self.row.version)
        return drawn if isinstance(drawn, int) else self.row.version

    def panel(self, name: str, label: str, *, is_open: bool = False) -> DeltaGenerator | None:
        """Draw the title of a panel that opens and closes; give what is inside, if it is open.

        Its label and how it began stay the same, else the browser would take it for another panel
        and close it under the hand of whoever types in it.

        Args:
            name: of the panel, for its key.
            label: its title.
            is_open: whether it begins open; what was so when the paragraph came first counts.
        """
        key = self.key(f"begins-{name}")
        if kept(key) is None:
            keep(key, is_open)
        panel = st.expander(label, kept(key) is True, key=self.key(name), on_change="rerun")
        return panel if panel.open else None

    def do(
        self,
        verb: Callable[..., object],
        field: str = "",
        in_vain: Callable[[Any], str] | None = None,
        **what: object,
    ) -> None:
        """Do something at once and draw the page anew, or say in a sentence why it was not done.

        Called where a button is asked for, never from a callback: so nothing is lost when the
        server was started anew under the open page.

        Args:
            verb: of the front desk.
            field: the one that is empty once this is done; see `field`.
            in_vain: gives the sentence to say where the answer is that nothing had to be done.
            what: what the verb is told.
        """
        house, now = served(), served().clock()
        refused = kept(self.key(f"refused-{verb.__name__}"))
        if isinstance(refused, _Refused) and now - refused.at < _BLINK:
            tell_trouble(self.words, refused.error)  # the second half of a double click
            return
        try:
            answer = verb(house.workspace, self.who.me.id, now, **what)
        except UndersignedError as error:
            keep(self.key(f"refused-{verb.__name__}"), _Refused(error, house.clock()))
            tell_trouble(self.words, error)
            return
        if in_vain and (sentence := in_vain(answer)):
            st.html(f'<div role="alert">{said(self.words, sentence, kind="us-note")}</div>')
            return
        if field:
            keep(self.key(f"sent-{field}"), self._sent(field) + 1)
        st.rerun()


def title(text: str) -> None:
    """Draw the title of a panel."""
    st.html(f"<h3>{clean(text)}</h3>")
