"""Roles as the people who have them read them."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.passage import clean, own_words, said
from ui.language import Words
from ui.role_names import role_name
from ui.served import served
from workflow.services.people import GivenRole

__all__ = ["role_name", "role_table"]


def role_table(words: Words, given: Iterable[GivenRole]) -> str:
    """Write roles as a table for `st.html`: what, for which statement, in which language."""
    headings = (words.say("Role"), words.say("Statement"), words.say("Language"))
    head = "".join(f'<th scope="col">{clean(each)}</th>' for each in headings)
    body = "".join(f"<tr>{_row(words, each)}</tr>" for each in given)
    return f'<table class="us-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _row(words: Words, given: GivenRole) -> str:
    title = served().workspace.last_settings.of(given.document).title or given.document
    return "".join((
        said(words, role_name(words, given.role.label), tag="td"),
        own_words(title, tag="td") if title else said(words, words.say("All statements"), tag="td"),
        said(
            words,
            words.language(given.locale) if given.locale else words.say("All languages"),
            tag="td",
        ),
    ))  # fmt: skip
