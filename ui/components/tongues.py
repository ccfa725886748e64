"""Languages to choose from, by their names in the reader's own."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache

from ui.language import Words
from workflow import languages


def offered(words: Words, *others: str) -> tuple[str, ...]:
    """Give tags to choose from, by name: those that are common, and others that are in use here."""
    common = _by_name(words)
    more = [each for each in dict.fromkeys(others) if each and each not in common]
    return (*sorted(more, key=lambda tag: _order(words.language(tag))), *common)


@cache
def _by_name(words: Words) -> tuple[str, ...]:
    return tuple(sorted(languages.common(), key=lambda tag: _order(words.language(tag))))


def _order(name: str) -> str:
    """Give a name as it is looked up: without accents, in small letters."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return "".join(one for one in bare if not unicodedata.combining(one))


def named(words: Words, tag: str) -> str:
    """Name a language for the list of a widget; what somebody typed there stands as it is."""
    return words.language(tag) if languages.is_known(tag) else tag


def tags_in(chosen: Iterable[str]) -> tuple[str, ...]:
    """Take what was chosen or typed in such a list: each tag once.

    Raises:
        UnknownLocale: one of them is none.
    """
    return tuple(dict.fromkeys(languages.normalise(each.strip()) for each in chosen))
