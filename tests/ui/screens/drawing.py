"""What tests ask of a page that was drawn for a test."""

from __future__ import annotations

import re

from streamlit.testing.v1 import AppTest


def html(app: AppTest) -> str:
    """Give all that was drawn as HTML, in order; nothing may have failed."""
    assert not app.exception
    return "\n".join(each.proto.body for each in app.get("html"))


def words_of(app: AppTest) -> str:
    """Give what a reader reads of it."""
    return re.sub(r"<[^>]+>", "", html(app))


def links(app: AppTest) -> list[tuple[str, str, str]]:
    """Give the links to screens: the words, the page, and what stands behind its address."""
    found = [each.proto for each in app.get("page_link")]
    return [(each.label, each.page, each.query_string) for each in found]
