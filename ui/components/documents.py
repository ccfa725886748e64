"""Which statement is looked at, and in which language: its own first, then those it is put into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from ui.components.chooser import pick
from ui.language import Words
from ui.session import Person, Place, go, place
from workflow.services.documents import Listed
from workflow.services.publishing import Standing

_NAMES = ("document", "locale")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address of the page asks for, as far as it says."""

    document: str
    locale: str


def asked() -> Asked:
    """Say what is asked for: by the address, else where one was before."""
    named = [st.query_params.get(name, "") for name in _NAMES]
    if named[0]:
        return Asked(*named)
    before = place()
    return Asked(before.document, before.locale)


def there(found: Sequence[Listed], wanted: str) -> tuple[Listed, ...]:
    """Give the statements to choose from, by title: those in work, and the one asked for."""
    shown = [each for each in found if each.status == "active" or each.name == wanted]
    return tuple(sorted(shown, key=lambda each: title_of(each).casefold()))


def chosen_of(found: Sequence[Listed], wanted: str) -> Listed | None:
    """Find the statement that is asked for; the first where none is."""
    if not wanted:
        return found[0] if found else None
    return next((each for each in found if each.name == wanted), None)


def title_of(document: Listed) -> str:
    """Call a statement by its title, or by its name."""
    return document.title or document.name


def chosen_locale(who: Person, wanted: str, standings: Sequence[Standing]) -> str:
    """Choose the language: the one asked for, one that this person works in, or the source's."""
    offered = [each.locale for each in standings]
    own = [each.locale for each in who.me.given if each.locale]
    return next((each for each in (wanted, *own) if each in offered), offered[0])


def choose_statement(
    words: Words, found: Sequence[Listed], chosen: str, *, key: str = "read"
) -> None:
    """Draw the way to other statements."""
    if len(found) < 2:  # noqa: PLR2004 - nothing to choose from
        return
    titles = {each.name: title_of(each) for each in found}
    wanted = pick(words.say("Statement"), titles, chosen, f"{key}-statement-{chosen}", 340)
    if wanted != chosen:
        go(Place(wanted))
        st.rerun()


def choose_language(
    words: Words, document: str, standings: Sequence[Standing], chosen: str
) -> None:
    """Draw the way to other languages."""
    names = {
        each.locale: words.say("{language} (original)", language=words.language(each.locale))
        if each.is_source
        else words.language(each.locale)
        for each in standings
    }
    key = f"read-language-{document}-{chosen}"
    wanted = pick(words.say("Language"), names, chosen, key, 260)
    if wanted != chosen:
        go(Place(document, wanted))
        st.rerun()
