"""Translate: the whole statement with its editor in place, and what helps with one paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.components.blocks import blocks
from ui.components.links import HOME, link
from ui.components.passage import clean, filled, own_words, said
from ui.components.progress import deadline, figures
from ui.components.statement import View, statement
from ui.components.telling import tell_trouble
from ui.language import Words
from ui.screens import help as helping
from ui.served import served
from ui.session import Person, Place, go, keep, kept, paragraph_to_open, place
from workflow import errors
from workflow.model import Missing, State
from workflow.services import publishing, tasks, translation
from workflow.services.publishing import Policy
from workflow.services.tasks import Choice, Work

_AS_IT_STANDS = Policy(State.TRANSLATED, Missing.MARKED)
_APART, _TOGETHER = "\u2068", "\u2069"
"""Isolate a text from the direction of what stands around it, where no element can."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What is read before anything is drawn, so that trouble takes nothing off the screen."""

    choices: tuple[Choice, ...]
    work: Work
    stamp: str
    opening: str
    """The paragraph that somebody came for."""

    @property
    def chosen(self) -> Choice:
        """Give the statement and the language in work."""
        return self.work.choice


def render(who: Person) -> None:
    """Draw one statement in one language, for work."""
    if not who.is_signed_in:
        _draw_as_it_was()
        return
    try:
        seen = _read(who)
    except (errors.NotFound, errors.NotAllowed) as error:
        _draw_gone(who.words, error)
        return
    except errors.StoreError as error:
        _draw_as_it_was()
        tell_trouble(who.words, error)
        return
    if seen is None:
        _draw_nothing(who.words)
        return
    if _draw_header(who.words, seen):
        go(Place(seen.chosen.document, seen.chosen.locale, place().paragraph))
        _draw_preview(who, seen.chosen)
    else:
        _draw_work(who, seen)


def _read(who: Person) -> _Seen | None:
    """Read what the screen shows; None where there is nothing for this person."""
    house = served()
    asking = (house.workspace, who.me.id, house.clock())
    choices = tasks.choices(*asking)
    if not choices:
        return None
    opening, asked = paragraph_to_open(), place()
    chosen = _chosen(choices, asked)
    if chosen is None:
        raise errors.NotFound("document")
    document, locale = chosen.document, chosen.locale
    return _Seen(
        choices=choices,
        work=tasks.work(*asking, document=document, locale=locale),
        stamp=translation.stamp(*asking, document=document, locale=locale),
        opening=opening if asked.document else "",
    )


def _chosen(choices: tuple[Choice, ...], asked: Place) -> Choice | None:
    """Find the statement that is asked for; the first where none is; None where it is not there."""
    if not asked.document:
        return choices[0]
    for each in choices:
        if (each.document, each.locale) == (asked.document, asked.locale):
            return each
    return None


# --- where one is --------------------------------------------------------------------------------


def _draw_header(words: Words, seen: _Seen) -> bool:
    """Draw which statement this is and how far; tell whether to show it as it will be published."""
    chosen, work = seen.chosen, seen.work
    _draw_title(words, chosen.title, chosen.locale)
    with _where():
        _draw_chooser(words, seen.choices, chosen)
        facts = [figures(words, work), deadline(words, work)]
        st.html(" · ".join(fact for fact in facts if fact), width="content")
        return st.toggle(
            words.say("As it will be published"), key=f"preview-{chosen.document}-{chosen.locale}"
        )


def _draw_title(words: Words, title: str, locale: str) -> None:
    """Draw the title for those who listen; others read it in the chooser."""
    sentence = words.say("{title}, in {language}")
    language = clean(words.language(locale))
    said_ = filled(sentence, title=own_words(title), language=language)
    st.html(f'<h1 class="us-hidden">{said_}</h1>')


def _where() -> DeltaGenerator:
    return st.container(key="us-where", horizontal=True, vertical_alignment="center")


def _draw_chooser(words: Words, choices: tuple[Choice, ...], chosen: Choice) -> None:
    """Draw the way to other statements and languages."""
    if len(choices) == 1:
        st.html(f"<b>{own_words(_named(words, chosen))}</b>", width="content")
        return
    wanted = st.selectbox(
        words.say("Statement and language"),
        range(len(choices)),
        choices.index(chosen),
        format_func=lambda number: _named(words, choices[number]),
        key=f"chooser-{chosen.document}-{chosen.locale}",
        label_visibility="collapsed",
        width=420,
    )
    if choices[wanted] != chosen:
        go(Place(choices[wanted].document, choices[wanted].locale))
        st.rerun()


def _named(words: Words, choice: Choice) -> str:
    parts = (choice.title, words.language(choice.locale))
    return " · ".join(f"{_APART}{part}{_TOGETHER}" for part in parts)


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
        stamp=seen.stamp,
        open=seen.opening,
    )
    keep("view", view)
    left, right = _columns()
    with left:
        at = statement(view, key=_key(view))
    paragraph = at.unit or seen.opening
    go(Place(chosen.document, chosen.locale, paragraph))
    with right, st.container(key="us-help"):
        helping.render(who, chosen, paragraph)


def _columns() -> list[DeltaGenerator]:
    return st.columns([0.66, 0.34], gap="medium")


def _key(view: View) -> str:
    """Name the component; what one statement told last is not taken for another's."""
    return f"statement-{view.document}-{view.locale}"


def _draw_as_it_was() -> None:
    """Go on drawing the statement where nothing may or can be read; there may be text in it.

    Everything stands where it stood, else the browser would take the open field away.
    """
    view = kept("view")
    if isinstance(view, View):
        _draw_kept(view)


def _draw_kept(view: View) -> DeltaGenerator:
    """Draw the statement that was drawn last; give the place beside it, where the help stood."""
    _draw_title(view.words, view.title, view.locale)
    with _where():
        st.html(f"<b>{own_words(view.title)}</b>", width="content")
    left, right = _columns()
    with left:
        statement(replace(view, may_read=False), key=_key(view))
    return right.container(key="us-help")


def _draw_taken(words: Words) -> bool:
    """Leave on the screen what somebody may no longer see, if he was at work there just now.

    A role was withdrawn, or the document went to the archive: nothing can be saved any more, but
    what is typed can be seen and copied. Tell whether that was so.
    """
    view, asked = kept("view"), place()
    if not isinstance(view, View) or (view.document, view.locale) != (asked.document, asked.locale):
        return False
    with _draw_kept(view):
        sentence = words.say(
            "This statement is not here any more, or not for you. What you have typed is still "
            "in its field, but it cannot be saved: copy it if you need it, and ask a coordinator."
        )
        st.html(f'<div role="alert">{said(words, sentence, kind="us-note")}</div>')
        link(words.say("Home"), HOME)
    return True


def _draw_preview(who: Person, chosen: Choice) -> None:
    house, words = served(), who.words
    found = publishing.assemble(
        house.workspace,
        who.me.id,
        house.clock(),
        document=chosen.document,
        locale=chosen.locale,
        policy=_AS_IT_STANDS,
    )
    if found.missing:
        sentence = words.count(
            "{n} paragraph is not translated yet; it stands here in the language of the source.",
            "{n} paragraphs are not translated yet; they stand here in the language of the source.",
            len(found.missing),
        )
        st.html(said(words, sentence, kind="us-note"))
    st.html(blocks(words, found.blocks, chosen.locale, chosen.source_locale))


# --- where there is nothing ----------------------------------------------------------------------


def _draw_nothing(words: Words) -> None:
    if _draw_taken(words):
        return
    st.html(said(words, words.say("Translate"), tag="h1"))
    sentence = words.say(
        "There is no statement for you yet. Tell whoever sent you the link into which language "
        "you translate; it appears here then."
    )
    st.html(said(words, sentence))


def _draw_gone(words: Words, error: errors.UndersignedError) -> None:
    if _draw_taken(words):
        return
    go(Place())
    st.html(said(words, words.say("Translate"), tag="h1"))
    tell_trouble(words, error)
    link(words.say("Home"), HOME)
