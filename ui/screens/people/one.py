"""One member: what is known of him, and what can be done."""

from __future__ import annotations

import streamlit as st

from ui.components.anchors import anchor
from ui.components.links import ACTIVITY, ME, PEOPLE, link
from ui.components.notes import status
from ui.components.passage import clean, filled, name, said
from ui.language import Words
from ui.screens.people import erasing, giving, helping, taking, vouching
from ui.screens.people.asked import Asked
from ui.screens.people.asking import answered, asking
from ui.screens.people.listing import LIST
from ui.screens.people.reach import ALL, is_over_all
from ui.screens.people.sentences import by_whom, last_here
from ui.session import Person, keep, kept, said_in
from workflow.services import people
from workflow.services.people import Member, Role

_LAST = "people.one"


def draw(who: Person, at: Asked) -> None:
    """Draw one member, as far as whoever looks coordinates.

    Raises:
        NotFound, NotAllowed, UnknownLocale: this part is not his; nothing is drawn then.
    """
    words, is_over = who.words, is_over_all(who.me.given)
    part = ALL if is_over else at.part
    workspace, actor, now = asking(who)
    found = people.members(workspace, actor, now, document=part.document, locale=part.locale)
    member = next((each for each in found if each.id == at.member), None)
    _leave_the_one_before(at.member)
    if member is None:
        _draw_nobody(words, at)
        return
    st.html(f'<h1 dir="{words.direction}">{name(member.name)}</h1>')
    st.html(_ways(words, at, member) + _facts(who, member, at))
    taking.draw(who, member)
    giving.draw(who, member, part)
    if is_over:
        vouching.draw(who, member)
    _draw_the_way_in(who, member, is_over=is_over)


def _draw_the_way_in(who: Person, member: Member, *, is_over: bool) -> None:
    """Draw what concerns links and leaving; for oneself all that is on a page of its own."""
    words, say = who.words, who.words.say
    if member.id == who.me.id:
        st.html(said(words, say("Your link, your name and the way out are on your own page.")))
        with st.container(key="us-ways-people"):
            link(say("Me"), ME)
        return
    if is_over:
        helping.draw(who, member)
    if is_over_all(who.me.given, Role.ADMIN):
        erasing.draw(who, member, LIST)


def _leave_the_one_before(member: str) -> None:
    """Forget what was asked and shown for another member."""
    if kept(_LAST) != member:
        keep(_LAST, member)
        answered()
        helping.forget_link()


def _draw_nobody(words: Words, at: Asked) -> None:
    st.html(said(words, words.say("People"), tag="h1"))
    told = said_in(LIST) or said_in(taking.PLACE)
    if told:
        st.html(status(words, told))
    else:
        sentence = words.say("This person is not here, or has no role in what you coordinate.")
        st.html(said(words, sentence))
    st.html(_ways(words, at))


def _ways(words: Words, at: Asked, member: Member | None = None) -> str:
    """Write the ways from here."""
    back = anchor(clean(words.say("All people")), PEOPLE, **Asked(at.part).query())
    told = words.say("What this person did")
    done = anchor(clean(told), ACTIVITY, member=member.id) if member else ""
    return f'<p class="us-part" dir="{words.direction}">{back}{done}</p>'


# --- what is known -------------------------------------------------------------------------------


def _facts(who: Person, member: Member, at: Asked) -> str:
    words, say = who.words, who.words.say
    now = asking(who)[2]
    since = words.day(member.since) if member.since else say("not known")
    facts = {
        say("Here since"): clean(since),
        say("Last here"): clean(last_here(words, member.active, now)),
        say("Invited by"): _inviter(words, member, at),
    }
    rows = "".join(f"<dt>{clean(each)}</dt><dd>{fact}</dd>" for each, fact in facts.items())
    return f'<dl class="us-about" dir="{words.direction}">{rows}</dl>'


def _inviter(words: Words, member: Member, at: Asked) -> str:
    by = member.invited_by
    if by is None:
        return clean(words.say("whoever runs the server"))
    if not by.name:
        return by_whom(words, by)
    way = anchor(by_whom(words, by), PEOPLE, **Asked(at.part, member=by.id).query())
    told = words.say("{name} (vouched: two persons)") if member.vouched else words.say("{name}")
    return filled(told, name=way)
