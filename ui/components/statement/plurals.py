"""Sentences about a number of things, in all their forms, for scripts to choose from."""

from __future__ import annotations

from collections.abc import Callable

from ui.language import Words

_SUCH_AS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100}
"""A number of each category that the Unicode CLDR knows: browsers choose forms by these names."""


def counted(words: Words, name: str, count: Callable[[int], str]) -> dict[str, str]:
    """Give a sentence in the form for each category of number, with `{n}` for the number.

    The names are `name_zero`, `name_one` and so on; `count` says the sentence for a number.
    """
    return {
        f"{name}_{category}": count(number).replace(words.number(number), "{n}")
        for category, number in _SUCH_AS.items()
    }
