"""Which part of what was done somebody looks at: the address of the page says it."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import datetime, time, timedelta
from urllib.parse import urlencode

import streamlit as st

from ui.language import local, tell
from workflow.services.documents import Listed
from workflow.services.progress import MOST_TOLD

_DIGITS = 4
SINCE = {
    "": tell("From the beginning"),
    "today": tell("Today"),
    "7": tell("The last 7 days"),
    "30": tell("The last 30 days"),
}
"""By what the address says."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked at."""

    document: str = ""
    locale: str = ""
    member: str = ""
    """Id."""
    since: str = ""
    """A key of `SINCE`."""
    page: int = 0
    look: str = ""
    """A text to look at: the id of its paragraph, its language and its version, with `.` between.
    """

    @property
    def query(self) -> dict[str, str]:
        """Give what stands behind the address of the page."""
        found = {each.name: str(getattr(self, each.name) or "") for each in fields(self)}
        return {name: value for name, value in found.items() if value}

    def table(self, now: datetime, zone: str) -> str:
        """Give the address of the same as a table, all pages of it: up to `MOST_TOLD` rows."""
        begin = self.from_when(now, zone)
        since = begin.isoformat() if begin else ""
        wanted = replace(self, page=0, look="", since=since).query
        limit = {"limit": str(MOST_TOLD)}
        return f"./download/activity.csv?{urlencode(wanted | limit)}"

    def from_when(self, now: datetime, zone: str) -> datetime | None:
        """Give the moment from which on; None for everything."""
        if not self.since:
            return None
        today = local(now, zone)
        midnight = datetime.combine(today.date(), time.min, today.tzinfo)
        days = 0 if self.since == "today" else int(self.since) - 1
        return midnight - timedelta(days=days)


def asked() -> Asked:
    """Read the address of the page; what makes no sense there asks for nothing."""
    query = st.query_params
    since, page = query.get("since", ""), query.get("page", "")
    return Asked(
        document=query.get("document", ""),
        locale=query.get("locale", ""),
        member=query.get("member", ""),
        since=since if since in SINCE else "",
        page=int(page) if page.isascii() and page.isdecimal() and len(page) <= _DIGITS else 0,
        look=query.get("look", ""),
    )


def languages_of(found: tuple[Listed, ...], document: str) -> tuple[str, ...]:
    """Give the languages to choose from."""
    tags = {
        tag
        for each in found
        if document in ("", each.name)
        for tag in each.languages
        if tag != each.locale
    }
    return tuple(sorted(tags))
