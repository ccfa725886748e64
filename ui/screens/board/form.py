"""The line of filters over the board: a form that changes the address of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ui.components.anchors import address
from ui.components.links import BOARD
from ui.components.passage import clean
from ui.language import Words, tell
from ui.wanted import LONGEST, Asked
from workflow.services.progress import Show, Sort

_SHOWN = {
    Show.ALL: tell("All statements"),
    Show.LATE: tell("Late, or due within 7 days"),
    Show.WAITING: tell("Something waits for a review"),
    Show.LONELY: tell("Somebody is missing"),
    Show.UNFINISHED: tell("Not finished"),
}
_SORTED = {
    Sort.DEADLINE: tell("Nearest deadline first"),
    Sort.TITLE: tell("By title"),
    Sort.LEAST: tell("Least translated first"),
    Sort.RECENT: tell("Worked on last first"),
}


def form(words: Words, at: Asked, locales: Iterable[str], *, told_of_people: bool) -> str:
    """Write the line of filters: a form that changes the address, so that it can be sent on.

    Args:
        words: the language of the reader.
        at: what is asked for now.
        locales: the languages there are.
        told_of_people: whether he is told where there is no second person.
    """
    say = words.say
    shown = {each.value: say(text) for each, text in _SHOWN.items()}
    if not told_of_people:
        del shown[Show.LONELY.value]
    tags = {tag: words.language(tag) for tag in locales}
    in_order = dict(sorted(tags.items(), key=lambda each: each[1].casefold()))
    orders = {each.value: say(text) for each, text in _SORTED.items()}
    go = clean(say("Show"))
    fields = (
        _search(say("Words in the title"), at.wanted.find),
        _select(say("Language"), "locale", {"": say("All languages")} | in_order, at.wanted.locale),
        _select(say("What to show"), "show", shown, at.wanted.show.value),
        _select(say("Order"), "sort", orders, at.wanted.sort.value),
        f'<button type="submit">{go}</button>',
    )
    return (
        f'<form class="us-filters" method="get" action="{address(BOARD)}" '
        f'role="search" dir="{words.direction}">{"".join(fields)}</form>'
    )


def _search(label: str, value: str) -> str:
    field = f'type="search" name="find" value="{clean(value)}" maxlength="{LONGEST}" dir="auto"'
    return f"<label>{clean(label)}<input {field}></label>"


def _select(label: str, name: str, choices: Mapping[str, str], chosen: str) -> str:
    options = "".join(
        f'<option value="{clean(value)}"{" selected" if value == chosen else ""}>'
        f"{clean(text)}</option>"
        for value, text in choices.items()
    )
    return f'<label>{clean(label)}<select name="{name}">{options}</select></label>'
