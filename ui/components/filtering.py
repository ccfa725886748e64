"""The line of filters over a list: a form that changes the address, so that it can be sent on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ui.components.anchors import address
from ui.components.passage import clean
from ui.language import Words


def filters(words: Words, screen: str, *fields: str, is_open: bool) -> str:
    """Write the form, with its button behind the fields; on a phone it is folded at first.

    Args:
        words: the language of the reader.
        screen: where it leads, a name of `ui.components.links`.
        fields: what the functions below wrote.
        is_open: whether it is open on a phone too.
    """
    go, label = clean(words.say("Show")), clean(words.say("Search and filter"))
    return (
        f'<details class="us-fold" dir="{words.direction}"{" open" if is_open else ""}>'
        f"<summary>{label}</summary>"
        f'<form class="us-filters" method="get" action="{address(screen)}" '
        f'role="search" dir="{words.direction}">{"".join(fields)}'
        f'<button type="submit">{go}</button></form></details>'
    )


def search(label: str, value: str, longest: int) -> str:
    """Write the field for words to look for, of at most so many characters."""
    field = f'type="search" name="find" value="{clean(value)}" maxlength="{longest}" dir="auto"'
    return f"<label>{clean(label)}<input {field}></label>"


def select(label: str, name: str, choices: Mapping[str, str], chosen: str) -> str:
    """Write a choice; `choices` maps what the address says to what is read."""
    options = "".join(
        f'<option value="{clean(value)}"{" selected" if value == chosen else ""}>'
        f"{clean(text)}</option>"
        for value, text in choices.items()
    )
    return f'<label>{clean(label)}<select name="{name}">{options}</select></label>'


def hidden(name: str, value: str) -> str:
    """Write what stays as it is asked for now; nothing where it is empty."""
    return f'<input type="hidden" name="{name}" value="{clean(value)}">' if value else ""


def languages(words: Words, tags: Iterable[str]) -> dict[str, str]:
    """Give all languages, then each by its name, for a choice."""
    named = {tag: words.language(tag) for tag in tags}
    in_order = sorted(named.items(), key=lambda each: each[1].casefold())
    return {"": words.say("All languages")} | dict(in_order)
