"""Read: the statement in any language as its readers will see it, beside the source if wanted."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from ui.components.documents import (
    Asked,
    asked,
    choose_language,
    choose_statement,
    chosen_locale,
    chosen_of,
    there,
    title_of,
)
from ui.components.far import legend
from ui.components.links import HOME, REVIEW, TAKE_AWAY, TRANSLATE, link
from ui.components.passage import clean, filled, own_words, said
from ui.components.progress import deadline, figures
from ui.components.telling import tell_trouble
from ui.language import Words
from ui.screens.read.drawing import SHAPES, statement
from ui.served import served
from ui.session import Person, Place, go
from workflow import errors
from workflow.model import State
from workflow.services import documents, publishing
from workflow.services.documents import Listed
from workflow.services.publishing import Reading, Standing
from workflow.services.tasks import Figures

_VIEW, _BOTH = "view", "both"


def render(who: Person) -> None:
    """Draw one statement to be read."""
    words, house, want = who.words, served(), asked()
    found = there(
        documents.listing(house.workspace, who.me.id, house.clock()), wanted=want.document
    )
    chosen = chosen_of(found, want.document)
    with st.container(key="us-read"):
        if chosen is None:
            _draw_none(words, is_gone=bool(want.document and found))
            return
        _draw(who, found, chosen, want)


def _draw(who: Person, found: tuple[Listed, ...], chosen: Listed, want: Asked) -> None:
    words, house = who.words, served()
    asking = (house.workspace, who.me.id, house.clock())
    standings = publishing.standing(*asking, document=chosen.name)
    locale = chosen_locale(who, want.locale, standings)
    go(Place(chosen.name, locale))
    reading = publishing.reading(*asking, document=chosen.name, locale=locale)
    heading = st.empty()
    with st.container(key="us-choose", horizontal=True, vertical_alignment="bottom"):
        choose_statement(words, found, chosen.name)
        choose_language(words, chosen.name, standings, locale)
        is_bilingual = _wants_both(words, reading)
    heading.html(_heading(words, reading, title_of(chosen)))
    _draw_ways(words, reading)
    standing = next(each for each in standings if each.locale == locale)
    st.html(_state(words, reading, standing))
    st.html(statement(words, reading, is_bilingual=is_bilingual))


def _wants_both(words: Words, reading: Reading) -> bool:
    """Draw the switch for the source beside the translation; the address keeps what was chosen."""
    if reading.locale == reading.source_locale:
        return False
    was = st.query_params.get(_VIEW) == _BOTH
    wants = st.toggle(
        words.say("Beside the original"), was, key=f"read-both-{reading.document}-{reading.locale}"
    )
    if wants and not was:
        st.query_params[_VIEW] = _BOTH
    elif was and not wants:
        del st.query_params[_VIEW]
    return wants


def _heading(words: Words, reading: Reading, title: str) -> str:
    sentence = words.say("{title}, in {language}")
    language = clean(words.language(reading.locale))
    return f"<h1>{filled(sentence, title=own_words(title), language=language)}</h1>"


def _draw_ways(words: Words, reading: Reading) -> None:
    """Draw where one can go from here."""
    place = {"document": reading.document, "locale": reading.locale}
    with st.container(key="us-ways", horizontal=True):
        if "translation.save" in reading.may:
            link(words.say("Translate this"), TRANSLATE, **place)
        if "review.approve" in reading.may:
            link(words.say("Review this"), REVIEW, **place)
        link(words.say("Take it away"), TAKE_AWAY, document=reading.document)


def _state(words: Words, reading: Reading, standing: Standing) -> str:
    """Say how far it is, by when it shall be done, and what the shapes mean."""
    far = _figures(reading)
    if standing.is_source:
        days = deadline(words, far)
        return f"<p>{days}</p>" if days else said(words, words.say("This is the original text."))
    facts = [figures(words, far), deadline(words, far)]
    line = f'<p class="us-facts">{" · ".join(fact for fact in facts if fact)}</p>'
    told = "".join(said(words, each) for each in _missing(words, standing))
    note = f'<div class="us-note">{told}</div>' if told else ""
    return f"{line}{note}{legend(words, SHAPES.values())}"


def _missing(words: Words, standing: Standing) -> Iterator[str]:
    """Say what is not as far as it has to be for publication."""
    if standing.is_finished:
        return
    yield words.say("This is a draft, not the finished text.")
    missing = standing.untranslated + standing.needs_work
    if missing:
        yield words.count(
            "{n} paragraph has no good translation yet; it stands here in the language of the "
            "source.",
            "{n} paragraphs have no good translation yet; they stand here in the language of the "
            "source.",
            missing,
        )


def _figures(reading: Reading) -> Figures:
    count = reading.states.get
    today = served().clock().date()
    return Figures(
        units=reading.units,
        words=0,
        untranslated=count(State.UNTRANSLATED, 0),
        needs_work=count(State.NEEDS_WORK, 0),
        translated=count(State.TRANSLATED, 0),
        reviewed=count(State.REVIEWED, 0),
        days_left=(reading.deadline - today).days if reading.deadline else None,
    )


def _draw_none(words: Words, *, is_gone: bool) -> None:
    st.html(said(words, words.say("Read"), tag="h1"))
    if is_gone:
        tell_trouble(words, errors.NotFound("document"))
        go(Place())
        link(words.say("Home"), HOME)
        return
    st.html(
        said(
            words,
            words.say(
                "There is no statement for you yet. As soon as a coordinator adds one, you can "
                "read it here."
            ),
        )
    )
