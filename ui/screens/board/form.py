"""The line of filters over the board: a form that changes the address of the page."""

from __future__ import annotations

from collections.abc import Iterable

from ui.components.filtering import filters, languages, search, select
from ui.components.links import BOARD
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
    orders = {each.value: say(text) for each, text in _SORTED.items()}
    return filters(
        words,
        BOARD,
        search(say("Words in the title"), at.wanted.find, LONGEST),
        select(say("Language"), "locale", languages(words, locales), at.wanted.locale),
        select(say("What to show"), "show", shown, at.wanted.show.value),
        select(say("Order"), "sort", orders, at.wanted.sort.value),
        is_open=at.is_filtered,
    )
