"""Home: what came back to me, where I go on, what the authors changed; each a link to its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import streamlit as st

from ui.components.links import link_to_paragraph
from ui.components.passage import clean, filled, name, own_words, passage, said
from ui.components.progress import deadline, figures, line
from ui.language import Words
from ui.served import served
from ui.session import Person
from workflow.services import tasks
from workflow.services.review import Answer, CameBack
from workflow.services.tasks import Answered, Mine, Spot, Work
from workflow.services.translation import OpenDraft

_SHOWN = 5
"""Entries of a list that are drawn; more would be no list of the next ten minutes."""
_WORKS = 12


def render(who: Person) -> None:
    """Draw what one person can do in the next ten minutes."""
    words = who.words
    with st.container(key="us-home"):
        greeting = filled(words.say("Welcome, {name}"), name=name(who.me.name))
        st.html(f"<h1>{greeting}</h1>")
        if not who.is_signed_in:
            return
        house = served()
        mine = tasks.mine(house.workspace, who.me.id, house.clock())
        if not mine.works:
            _draw_nothing(words)
            return
        titles = {each.choice.document: each.choice.title for each in mine.works}
        _draw_came_back(words, mine.came_back, titles)
        _draw_works(words, mine.works)
        _draw_drafts(words, mine.drafts, titles)
        _draw_changed(words, [each for each in mine.works if each.changed])
        _draw_answers(words, mine, titles)


def _draw_nothing(words: Words) -> None:
    st.html(
        said(
            words,
            words.say(
                "There is no statement for you yet. Tell whoever sent you the link into which "
                "language you translate; it appears here then."
            ),
        )
    )


# --- the lists -----------------------------------------------------------------------------------


def _draw_came_back(words: Words, found: Iterable[CameBack], titles: dict[str, str]) -> None:
    found = tuple(found)
    if not found:
        return
    _draw_title(words.say("Came back to you"))
    for number, each in enumerate(found[:_SHOWN]):
        sentence = words.say("{name} asks you to look at this again.")
        with _entry(f"back-{number}"):
            st.html(
                _where(words, titles.get(each.document, each.document), each.locale)
                + f"<p>{filled(sentence, name=name(each.by))}</p>"
                + (own_words(each.reason, tag="p", kind="us-note") if each.reason else "")
                + passage(_short(each.text), each.locale, tag="p", kind="us-serif")
            )
            link_to_paragraph(words.say("Look at it"), each.document, each.locale, each.unit)


def _draw_answers(words: Words, mine: Mine, titles: dict[str, str]) -> None:
    if not (mine.answers or mine.answered):
        return
    locales = {each.choice.document: each.choice.locale for each in reversed(mine.works)}
    _draw_title(words.say("Answers to you"))
    for number, said_ in enumerate(mine.answered[:_SHOWN]):
        with _entry(f"answered-{number}"):
            _draw_answered(words, said_, titles, locales)
    for number, each in enumerate(mine.answers[:_SHOWN]):
        with _entry(f"answer-{number}"):
            _draw_answer(words, each, titles)


def _draw_answered(
    words: Words, each: Answered, titles: dict[str, str], locales: dict[str, str]
) -> None:
    locale = each.locale or locales.get(each.document, "")
    sentence = filled(words.say("{name} answered you:"), name=name(each.by))
    st.html(
        _where(words, titles.get(each.document, each.document), locale)
        + own_words(_short(each.said), tag="p", kind="us-quiet")
        + f"<p>{sentence}</p>"
        + own_words(_short(each.answer), tag="p")
    )
    if locale:
        link_to_paragraph(words.say("Read it there"), each.document, locale, each.unit)


def _draw_answer(words: Words, each: Answer, titles: dict[str, str]) -> None:
    sentence = (
        words.say("{name} took your suggestion.")
        if each.is_accepted
        else words.say("{name} did not take your suggestion.")
    )
    st.html(
        _where(words, titles.get(each.document, each.document), each.locale)
        + f"<p>{filled(sentence, name=name(each.by))}</p>"
        + (own_words(each.reason, tag="p", kind="us-note") if each.reason else "")
        + passage(_short(each.text), each.locale, tag="p", kind="us-serif")
    )
    link_to_paragraph(words.say("Read it there"), each.document, each.locale, each.unit)


def _draw_drafts(words: Words, found: tuple[OpenDraft, ...], titles: dict[str, str]) -> None:
    if not found:
        return
    _draw_title(words.say("Begun and not saved"))
    for number, each in enumerate(found[:_SHOWN]):
        with _entry(f"draft-{number}"):
            st.html(
                _where(words, titles.get(each.document, each.document), each.locale)
                + passage(_short(each.text), each.locale, tag="p", kind="us-serif")
            )
            link_to_paragraph(words.say("Finish it"), each.document, each.locale, each.unit)


def _draw_works(words: Words, works: tuple[Work, ...]) -> None:
    is_begun = any(each.is_begun for each in works)
    _draw_title(words.say("Go on") if is_begun else words.say("Begin here"))
    for number, each in enumerate(works[:_WORKS]):
        with _entry(f"work-{number}"):
            _draw_work(words, each)
    if len(works) > _WORKS:
        st.html(
            said(
                words,
                words.count(
                    "{n} more is in the list under Translate.",
                    "{n} more are in the list under Translate.",
                    len(works) - _WORKS,
                ),
            )
        )


def _draw_work(words: Words, each: Work) -> None:
    choice, spot = each.choice, each.go_on
    facts = [figures(words, each.figures), deadline(words, each.figures)]
    st.html(
        _where(words, choice.title, choice.locale)
        + f"<p>{' · '.join(fact for fact in facts if fact)}</p>{line(each.figures)}"
        + (_begins(spot, choice.source_locale) if spot else "")
    )
    if spot is None:
        label = words.say("All is translated. Read it")
        link_to_paragraph(label, choice.document, choice.locale)
        return
    number = words.number(spot.number)
    label = (
        words.say("Go on at paragraph {number}", number=number)
        if each.is_begun
        else words.say("Begin at paragraph {number}", number=number)
    )
    link_to_paragraph(label, choice.document, choice.locale, spot.unit)


def _draw_changed(words: Words, works: list[Work]) -> None:
    if not works:
        return
    _draw_title(words.say("Changed by the authors"))
    for number, each in enumerate(works[:_SHOWN]):
        choice, spot = each.choice, each.first_changed
        with _entry(f"changed-{number}"):
            sentence = words.count(
                "{n} paragraph says something else since you translated it.",
                "{n} paragraphs say something else since you translated them.",
                each.changed,
            )
            st.html(
                _where(words, choice.title, choice.locale)
                + said(words, sentence)
                + (_begins(spot, choice.source_locale) if spot else "")
            )
            unit = spot.unit if spot else ""
            link_to_paragraph(words.say("See what changed"), choice.document, choice.locale, unit)


# --- what the lists are made of ------------------------------------------------------------------


@contextmanager
def _entry(key: str) -> Iterator[None]:
    with st.container(key=f"us-entry-{key}", gap="xxsmall"):
        yield


def _draw_title(title: str) -> None:
    st.html(f"<h2>{clean(title)}</h2>")


def _where(words: Words, title: str, locale: str) -> str:
    """Name a statement and a language."""
    language = words.language(locale) if locale else ""
    beside = f'<span class="us-quiet">{clean(language)}</span>' if language else ""
    return f'<div class="us-where"><h3>{own_words(title)}</h3>{beside}</div>'


def _begins(spot: Spot, locale: str) -> str:
    marker = f"{spot.marker} " if spot.marker else ""
    return passage(f"{marker}{spot.begins}", locale, tag="p", kind="us-serif")


def _short(text: str, longest: int = 160) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
