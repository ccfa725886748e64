"""The line of filters over the members: a form that changes the address of the page."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.filtering import filters, hidden, languages, search, select
from ui.components.links import PEOPLE
from ui.language import Words
from ui.role_names import role_name
from ui.screens.people.asked import Asked
from ui.wanted import LONGEST
from workflow.services.people import Role


def form(words: Words, at: Asked, locales: Iterable[str]) -> str:
    """Write the line of filters.

    Args:
        words: the language of the reader.
        at: what is asked for now.
        locales: the languages that members have roles in.
    """
    say = words.say
    roles = {each.label: role_name(words, each.label) for each in Role}
    return filters(
        words,
        PEOPLE,
        search(say("Words in the name"), at.find, LONGEST),
        select(say("Role"), "role", {"": say("All roles")} | roles, at.role),
        select(say("Works in"), "language", languages(words, locales), at.language),
        hidden("document", at.part.document),
        hidden("locale", at.part.locale),
        is_open=at.is_filtered,
    )
