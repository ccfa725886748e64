"""The line of filters over the members: a form that changes the address of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ui.components.anchors import address
from ui.components.links import PEOPLE
from ui.components.passage import clean
from ui.language import Words
from ui.role_names import role_name
from ui.screens.people.asked import Asked
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
    tags = {tag: words.language(tag) for tag in locales}
    in_order = dict(sorted(tags.items(), key=lambda each: each[1].casefold()))
    find = f'type="search" name="find" value="{clean(at.find)}" maxlength="200" dir="auto"'
    finds, go = clean(say("Words in the name")), clean(say("Show"))
    fields = (
        f"<label>{finds}<input {find}></label>",
        _select(say("Role"), "role", {"": say("All roles")} | roles, at.role),
        _select(say("Works in"), "language", {"": say("All languages")} | in_order, at.language),
        _hidden("document", at.part.document),
        _hidden("locale", at.part.locale),
        f'<button type="submit">{go}</button>',
    )
    return (
        f'<form class="us-filters" method="get" action="{address(PEOPLE)}" '
        f'role="search" dir="{words.direction}">{"".join(fields)}</form>'
    )


def _hidden(name: str, value: str) -> str:
    return f'<input type="hidden" name="{name}" value="{clean(value)}">' if value else ""


def _select(label: str, name: str, choices: Mapping[str, str], chosen: str) -> str:
    options = "".join(
        f'<option value="{clean(value)}"{" selected" if value == chosen else ""}>'
        f"{clean(text)}</option>"
        for value, text in choices.items()
    )
    return f'<label>{clean(label)}<select name="{name}">{options}</select></label>'
