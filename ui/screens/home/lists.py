"""The lists of Home: where to go on, what to review, drafts, what changed, answers."""

from __future__ import annotations

import streamlit as st

from ui.components.links import READ, REVIEW, link, link_to_paragraph
from ui.components.passage import filled, member, own_words, passage, said
from ui.components.progress import deadline, figures, line
from ui.language import Words
from ui.reasons import in_words
from ui.screens.home.entries import SHOWN, begins, draw_rest, draw_title, entry, short, where
from workflow.services.review import Answer
from workflow.services.tasks import Answered, Mine, ToReview, Work
from workflow.services.translation import OpenDraft

_WORKS = 12


def draw_answers(words: Words, mine: Mine, titles: dict[str, str]) -> None:
    """Draw what others answered, and what became of suggestions."""
    if not (mine.answers or mine.answered):
        return
    locales = {each.choice.document: each.choice.locale for each in reversed(mine.works)}
    draw_title(words.say("Answers to you"))
    for number, said_ in enumerate(mine.answered[:SHOWN]):
        with entry(f"answered-{number}"):
            _draw_answered(words, said_, titles, locales)
    for number, each in enumerate(mine.answers[:SHOWN]):
        with entry(f"answer-{number}"):
            _draw_answer(words, each, titles)
    draw_rest(words, max(len(mine.answered), len(mine.answers)))


def _draw_answered(
    words: Words, each: Answered, titles: dict[str, str], locales: dict[str, str]
) -> None:
    locale = each.locale or locales.get(each.document, "")
    sentence = filled(words.say("{name} answered you:"), name=member(words, each.by))
    st.html(
        where(words, titles.get(each.document, each.document), locale)
        + own_words(short(each.said), tag="p", kind="us-quiet")
        + f"<p>{sentence}</p>"
        + own_words(short(each.answer), tag="p")
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
        where(words, titles.get(each.document, each.document), each.locale)
        + f"<p>{filled(sentence, name=member(words, each.by))}</p>"
        + (own_words(in_words(words, each.reason), tag="p", kind="us-note") if each.reason else "")
        + passage(short(each.text), each.locale, tag="p", kind="us-serif")
    )
    link_to_paragraph(words.say("Read it there"), each.document, each.locale, each.unit)


def draw_drafts(words: Words, found: tuple[OpenDraft, ...], titles: dict[str, str]) -> None:
    """Draw what was begun and never saved."""
    if not found:
        return
    draw_title(words.say("Begun and not saved"))
    for number, each in enumerate(found[:SHOWN]):
        with entry(f"draft-{number}"):
            st.html(
                where(words, titles.get(each.document, each.document), each.locale)
                + passage(short(each.text), each.locale, tag="p", kind="us-serif")
            )
            link_to_paragraph(words.say("Finish it"), each.document, each.locale, each.unit)
    draw_rest(words, len(found))


def draw_works(words: Words, works: tuple[Work, ...], most: int = _WORKS) -> None:
    """Draw where to go on, or to begin."""
    is_begun = any(each.is_begun for each in works)
    draw_title(words.say("Go on") if is_begun else words.say("Begin here"))
    for number, each in enumerate(works[:most]):
        with entry(f"work-{number}"):
            _draw_work(words, each)
    if len(works) > most:
        more = words.number(len(works) - most)
        st.html(said(words, words.say("More in the list under Translate: {n}", n=more)))


def _draw_work(words: Words, each: Work) -> None:
    choice, spot = each.choice, each.go_on
    facts = [figures(words, each.figures), deadline(words, each.figures)]
    st.html(
        where(words, choice.title, choice.locale)
        + f"<p>{' · '.join(fact for fact in facts if fact)}</p>{line(each.figures)}"
        + (begins(spot, choice.source_locale) if spot else "")
    )
    if spot is None:
        label = words.say("All is translated. Read it")
        link(label, READ, document=choice.document, locale=choice.locale)
        return
    number = words.number(spot.number)
    label = (
        words.say("Go on at paragraph {number}", number=number)
        if each.is_begun
        else words.say("Begin at paragraph {number}", number=number)
    )
    link_to_paragraph(label, choice.document, choice.locale, spot.unit)


def draw_changed(words: Words, works: list[Work]) -> None:
    """Draw what says something else since this reader translated it."""
    if not works:
        return
    draw_title(words.say("Changed by the authors"))
    for number, each in enumerate(works[:SHOWN]):
        choice, spot = each.choice, each.first_changed
        with entry(f"changed-{number}"):
            sentence = words.count(
                "{n} paragraph says something else since you translated it.",
                "{n} paragraphs say something else since you translated them.",
                each.changed,
            )
            st.html(
                where(words, choice.title, choice.locale)
                + said(words, sentence)
                + (begins(spot, choice.source_locale) if spot else "")
            )
            unit = spot.unit if spot else ""
            link_to_paragraph(words.say("See what changed"), choice.document, choice.locale, unit)
    draw_rest(words, len(works))


def draw_reviews(words: Words, found: tuple[ToReview, ...]) -> None:
    """Draw what waits for this reader as a second person."""
    if not found:
        return
    draw_title(words.say("Waits for your review"))
    for number, each in enumerate(found[:SHOWN]):
        choice, spot = each.choice, each.first
        with entry(f"review-{number}"):
            sentence = words.count(
                "{n} paragraph waits for a second person.",
                "{n} paragraphs wait for a second person.",
                each.waiting,
            )
            st.html(
                where(words, choice.title, choice.locale)
                + said(words, sentence)
                + (begins(spot, choice.source_locale) if spot else "")
            )
            link(
                words.say("Review it"),
                REVIEW,
                document=choice.document,
                locale=choice.locale,
                paragraph=spot.unit if spot else "",
            )
    if len(found) > SHOWN:
        more = words.number(len(found) - SHOWN)
        st.html(said(words, words.say("More in the list under Review: {n}", n=more)))
