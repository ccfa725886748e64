"""Work on one statement in one language: the whole of it, and what helps with one paragraph.

Translate and Review are this screen in two manners.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.components.chooser import chooser, titled, where
from ui.components.links import HOME, link
from ui.components.passage import clean, own_words, said
from ui.components.progress import approved, deadline, figures
from ui.components.statement import Mode, View, statement
from ui.components.telling import attempt, tell_trouble
from ui.language import Words
from ui.screens import help as helping
from ui.screens import preview
from ui.served import served
from ui.session import (
    Person,
    Place,
    go,
    is_named,
    keep,
    kept,
    paragraph_to_open,
    person,
    place,
)
from ui.turns import one_at_a_time
from workflow import errors
from workflow.services import tasks
from workflow.services.tasks import Choice, Glance

_FRESH = timedelta(minutes=1)
"""How long it is good to know what there is to choose from, and in which role."""


@dataclass(frozen=True, slots=True)
class Manner:
    """In which manner somebody works on a statement."""

    mode: Mode
    title: str
    """What the screen is called, in English."""
    nothing: str
    """What is said to whom there is no statement for, in English."""
    takes: Callable[[Choice], bool]
    """Tells whether a statement and language is one to work on in this manner."""


@dataclass(slots=True)
class _Arrival:
    """What somebody came with, and what is not read anew at each step."""

    who: Person
    manner: Manner
    opening: str
    """The paragraph that somebody came for."""
    choices: tuple[Choice, ...] = ()
    read: datetime | None = None
    """When they were; None until then."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is read before anything is drawn, so that trouble takes nothing off the screen."""

    choices: tuple[Choice, ...]
    chosen: Choice
    """The statement and the language in work."""
    mode: Mode
    glance: Glance
    opening: str


def render(who: Person, manner: Manner) -> None:
    """Draw one statement in one language, for work."""
    opening = paragraph_to_open() if who.is_signed_in else ""
    _draw(_Arrival(who, manner, opening))


@st.fragment
@one_at_a_time
def _draw(arrival: _Arrival) -> None:
    """Draw the screen; this alone runs again when somebody moves on, saves or opens a panel."""
    who, before = person(), arrival.who
    if who is None or (who.me.id, who.is_signed_in) != (before.me.id, before.is_signed_in):
        st.rerun()  # the whole page has another thing to say
    else:
        attempt(who.words, _draw_for, who, arrival)


def _draw_for(who: Person, arrival: _Arrival) -> None:
    if not who.is_signed_in:
        _draw_as_it_was()
        return
    try:
        seen = _read(who, arrival)
    except (errors.NotFound, errors.NotAllowed) as error:
        _draw_gone(who.words, arrival.manner, error)
        return
    except (errors.StoreError, errors.BadSettings) as error:
        _draw_as_it_was()
        tell_trouble(who.words, error)
        return
    if seen is None:
        _draw_nothing(who.words, arrival.manner)
        return
    if _draw_header(who.words, seen):
        go(Place(seen.chosen.document, seen.chosen.locale, place().paragraph))
        preview.draw(who, seen.chosen)
    else:
        _draw_work(who, seen)


def _read(who: Person, arrival: _Arrival) -> _Seen | None:
    """Read what the screen shows; None where there is nothing for this person."""
    house, now = served(), served().clock()
    asking = (house.workspace, who.me.id, now)
    if arrival.read is None or now - arrival.read >= _FRESH:
        found = tasks.choices(*asking)
        arrival.choices, arrival.read = tuple(filter(arrival.manner.takes, found)), now
    if not arrival.choices:
        return None
    asked = place()
    chosen = _chosen(arrival.choices, asked, is_named=is_named())
    if chosen is None:
        raise errors.NotFound("document")
    return _Seen(
        choices=arrival.choices,
        chosen=chosen,
        mode=arrival.manner.mode,
        glance=tasks.glance(*asking, document=chosen.document, locale=chosen.locale),
        opening=arrival.opening if _is_at(chosen, asked) else "",
    )


def _chosen(choices: tuple[Choice, ...], asked: Place, *, is_named: bool) -> Choice | None:
    """Find the statement that is asked for; None where the address names one that is not there.

    Where the address names none, one goes on where this tab was on another screen, if that is a
    place to work at here, else in the same statement, else in the first.
    """
    for each in choices:
        if _is_at(each, asked):
            return each
    if is_named:
        return None
    return next((each for each in choices if each.document == asked.document), choices[0])


def _is_at(choice: Choice, asked: Place) -> bool:
    return (choice.document, choice.locale) == (asked.document, asked.locale)


# --- where one is --------------------------------------------------------------------------------


def _draw_header(words: Words, seen: _Seen) -> bool:
    """Draw which statement this is and how far; tell whether to show it as it will be published."""
    chosen, far = seen.chosen, seen.glance.figures
    with where():
        chooser(words, seen.choices, chosen)
        count = approved if seen.mode is Mode.REVIEW else figures
        facts = [count(words, far), deadline(words, far)]
        title = titled(words, chosen.title, chosen.locale)
        st.html(title + " · ".join(fact for fact in facts if fact), width="content")
        is_shown = st.toggle(
            words.say("As it will be published"), key=f"preview-{chosen.document}-{chosen.locale}"
        )
    _draw_notes(words, chosen)
    return is_shown


def _draw_notes(words: Words, chosen: Choice) -> None:
    """Draw what the coordinators say to translators of this statement, to be unfolded."""
    if chosen.notes.strip():
        summary = clean(words.say("Notes for translators"))
        notes = own_words(chosen.notes, tag="div", kind="us-note")
        st.html(f'<details class="us-notes"><summary>{summary}</summary>{notes}</details>')


# --- the statement -------------------------------------------------------------------------------


def _draw_work(who: Person, seen: _Seen) -> None:
    chosen = seen.chosen
    view = View(
        document=chosen.document,
        title=chosen.title,
        source_locale=chosen.source_locale,
        locale=chosen.locale,
        person=who.me.id,
        words=who.words,
        stamp=seen.glance.stamp,
        open=seen.opening,
        mode=seen.mode,
    )
    keep("view", view)
    with _desk():
        at = statement(view, key=_key(view))
        paragraph = at.unit or seen.opening
        go(Place(chosen.document, chosen.locale, paragraph))
        with _beside():
            helping.render(who, chosen, paragraph, is_review=seen.mode is Mode.REVIEW)


def _desk() -> DeltaGenerator:
    """Make the place for the statement with what stands beside it; the style lays them out."""
    return st.container(key="us-desk")


def _beside() -> DeltaGenerator:
    return st.container(key="us-help")


def _key(view: View) -> str:
    """Name the component; what one statement told last is not taken for another's."""
    kind = "review" if view.mode is Mode.REVIEW else "statement"
    return f"{kind}-{view.document}-{view.locale}"


def _draw_as_it_was() -> None:
    """Go on drawing the statement where nothing may or can be read; there may be text in it.

    Everything stands where it stood, else the browser would take the open field away.
    """
    view = kept("view")
    if isinstance(view, View):
        _draw_kept(view)


def _draw_kept(view: View) -> DeltaGenerator:
    """Draw the statement that was drawn last; give the place beside it, where the help stood."""
    with where():
        title = titled(view.words, view.title, view.locale)
        st.html(f"{title}<b>{own_words(view.title)}</b>", width="content")
    with _desk():
        statement(replace(view, may_read=False), key=_key(view))
        return _beside()


def _draw_taken(words: Words, manner: Manner) -> bool:
    """Leave on the screen what somebody may no longer see, if he was at work there just now.

    A role was withdrawn, or the document went to the archive: nothing can be saved any more, but
    what is typed can be seen and copied. Tell whether that was so.
    """
    view, asked = kept("view"), place()
    if not isinstance(view, View) or view.mode is not manner.mode:
        return False
    if (view.document, view.locale) != (asked.document, asked.locale):
        return False
    with _draw_kept(view):
        sentence = words.say(
            "This statement is not here any more, or not for you. What you have typed is still "
            "in its field, but it cannot be saved: copy it if you need it, and ask a coordinator."
        )
        st.html(f'<div role="alert">{said(words, sentence, kind="us-note")}</div>')
        link(words.say("Home"), HOME)
    return True


# --- where there is nothing ----------------------------------------------------------------------


def _draw_nothing(words: Words, manner: Manner) -> None:
    if _draw_taken(words, manner):
        return
    st.html(said(words, words.say(manner.title), tag="h1"))
    st.html(said(words, words.say(manner.nothing)))
    link(words.say("Home"), HOME)


def _draw_gone(words: Words, manner: Manner, error: errors.UndersignedError) -> None:
    if _draw_taken(words, manner):
        return
    go(Place())
    st.html(said(words, words.say(manner.title), tag="h1"))
    tell_trouble(words, error)
    link(words.say("Home"), HOME)
