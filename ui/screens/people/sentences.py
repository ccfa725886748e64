"""What is said of members on every page of theirs, most of it as HTML for `st.html`."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from ui.components.passage import clean, filled, name, own_words, said
from ui.language import Words
from ui.role_names import role_name
from ui.screens.people.reach import Part
from ui.served import served
from workflow.services.people import GivenRole, Member, Who

OPERATOR = "operator"
"""Under this id commands do what they do."""


def title_of(document: str) -> str:
    """Call a statement by its title, or by its name."""
    return served().workspace.last_settings.of(document).title or document


def described(words: Words, given: GivenRole) -> str:
    """Write what a role is, and where."""
    return filled(
        words.say("{role}, {language}, {statement}"),
        role=clean(role_name(words, given.role.label)),
        language=clean(_language(words, given.locale)),
        statement=_statement(words, given.document),
    )


def part_in_words(words: Words, part: Part) -> str:
    """Write what part of the workspace it is."""
    return filled(
        words.say("{language}, {statement}"),
        language=clean(_language(words, part.locale)),
        statement=_statement(words, part.document),
    )


def _language(words: Words, locale: str) -> str:
    return words.language(locale) if locale else words.say("all languages")


def _statement(words: Words, document: str) -> str:
    return own_words(title_of(document)) if document else clean(words.say("all statements"))


def roles(words: Words, member: Member) -> str:
    """Write a member's roles, each on a line."""
    if not member.given:
        return said(words, words.say("no role"), tag="span", kind="us-quiet")
    return "<br>".join(described(words, each) for each in member.given)


def last_here(words: Words, day: date | None, now: datetime) -> str:
    """Say when somebody was last here: to the day, since hours are nobody's concern."""
    if day is None:
        return words.say("not yet")
    today = now.astimezone(UTC).date()
    if day >= today:
        return words.say("today")
    return words.ago(_midnight(day), _midnight(today))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def by_whom(words: Words, who: Who) -> str:
    """Write who did something."""
    if who.id == OPERATOR:
        return clean(words.say("whoever runs the server"))
    return name(who.name) if who.name else clean(words.say("a former member"))


def let_in_by(words: Words, member: Member) -> str:
    """Write who let a member in, and that somebody vouched where that is so."""
    if member.invited_by is None:
        return clean(words.say("whoever runs the server"))
    by = by_whom(words, member.invited_by)
    told = said(words, words.say("vouched: two persons"), tag="span", kind="us-facts")
    return by + (told if member.vouched else "")
