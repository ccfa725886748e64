"""Take away: the statement as files, in each language and in all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlencode

import streamlit as st

from ui.components.documents import asked, choose_statement, chosen_of, there, title_of
from ui.components.links import HOME, READ, link
from ui.components.passage import clean, language_of, own_words, said
from ui.components.telling import tell_trouble
from ui.language import Words, tell
from ui.served import served
from ui.session import Person, Place, go
from workflow import errors, languages
from workflow.model import State
from workflow.services import documents, publishing
from workflow.services.documents import Listed
from workflow.services.publishing import Standing

_FORMS = {
    "webpage": tell("Web page"),
    "markdown": tell("Markdown"),
    "plaintext": tell("Plain text"),
}
"""By the names of the finished forms; what is not named here is called by its own name."""


def render(who: Person) -> None:
    """Draw what can be had of one statement."""
    words, house, want = who.words, served(), asked()
    found = there(
        documents.listing(house.workspace, who.me.id, house.clock()), wanted=want.document
    )
    chosen = chosen_of(found, want.document)
    with st.container(key="us-take-away"):
        st.html(said(words, words.say("Take away"), tag="h1"))
        if chosen is None:
            _draw_none(words, is_gone=bool(want.document))
            return
        _draw(who, found, chosen, want.locale)


def _draw(who: Person, found: Sequence[Listed], chosen: Listed, locale: str) -> None:
    words, house = who.words, served()
    go(Place(chosen.name, locale))
    standings = publishing.standing(house.workspace, who.me.id, house.clock(), document=chosen.name)
    if len(found) > 1:
        choose_statement(words, found, chosen.name, key="take")
    else:
        st.html(f"<h2>{own_words(title_of(chosen))}</h2>")
    st.html(_package(words, chosen.name, standings))
    st.html(said(words, _rule(words, standings[0].minimum), kind="us-quiet"))
    st.html(_table(words, chosen.name, standings))
    link(words.say("Read it here"), READ, document=chosen.name, locale=locale)


def _package(words: Words, document: str, standings: Sequence[Standing]) -> str:
    """Draw the way to everything at once, or say why there is none."""
    if not publishing.is_small(standings):
        return said(words, words.say(
            "This statement is too large, in too many languages, to be packed into one file. Take "
            "each language away by itself."
        ), kind="us-note")  # fmt: skip
    label = clean(words.say("All languages as one zip"))
    inside = clean(
        words.say(
            "With a page that leads to each language. Open index.html when the file is unpacked."
        )
    )
    address = _address("package", document=document)
    return (
        f'<p><a class="us-main" href="{address}" target="_self">{label}</a></p>'
        f'<p class="us-quiet" dir="{words.direction}">{inside}</p>'
    )


def _rule(words: Words, minimum: State) -> str:
    if minimum is State.REVIEWED:
        return words.say(
            "A language is finished when a second person has reviewed every paragraph. Until then "
            "each file says, in its own language, that it is a draft."
        )
    return words.say(
        "A language is finished when every paragraph is translated. Until then each file says, in "
        "its own language, that it is a draft."
    )


def _table(words: Words, document: str, standings: Sequence[Standing]) -> str:
    headings = (words.say("Language"), words.say("State"), words.say("Files"))
    head = "".join(f'<th scope="col">{clean(each)}</th>' for each in headings)
    rows = "".join(_row(words, document, each) for each in standings)
    return (
        f'<table class="us-table us-files"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _row(words: Words, document: str, standing: Standing) -> str:
    locale = standing.locale
    own = languages.endonym(locale)
    name = words.language(locale)
    called = f"<span {language_of(locale)}>{clean(own)}</span>" if own != name else ""
    state = "".join(f"<p>{clean(each)}</p>" for each in _state(words, standing))
    files = "".join(_files(words, document, standing, name))
    return (
        f'<tr><th scope="row">{clean(name)} {called}</th>'
        f'<td>{state}</td><td><ul role="list">{files}</ul></td></tr>'
    )


def _state(words: Words, standing: Standing) -> Iterator[str]:
    """Say in sentences how far a language is."""
    if standing.is_source:
        yield words.say("Original text")
    elif standing.is_finished:
        yield words.say("✓ Finished")
    elif not standing.is_begun:
        yield words.say("○ Nothing is translated yet")
    else:
        yield words.say("Draft")
        if standing.untranslated:
            yield words.count(
                "{n} paragraph is not translated",
                "{n} paragraphs are not translated",
                standing.untranslated,
            )
        if standing.needs_work:
            yield words.count(
                "{n} paragraph needs work", "{n} paragraphs need work", standing.needs_work
            )
        if standing.translated and standing.minimum is State.REVIEWED:
            yield words.count(
                "{n} paragraph waits for a second person",
                "{n} paragraphs wait for a second person",
                standing.translated,
            )


def _files(words: Words, document: str, standing: Standing, language: str) -> Iterator[str]:
    if standing.is_begun:
        for form in publishing.FORMS:
            label = words.say(_FORMS.get(form, form))
            address = _address("statement", document=document, locale=standing.locale, form=form)
            yield _file(words, label, language, address)
    if not standing.is_source:
        address = _address("catalog", document=document, locale=standing.locale)
        yield _file(words, words.say("PO file"), language, address)


def _file(words: Words, label: str, language: str, address: str) -> str:
    """Draw a link; whoever hears it out of its row hears which language it is."""
    heard = clean(words.say("{form}, in {language}", form=label, language=language))
    return f'<li><a href="{address}" target="_self" aria-label="{heard}">{clean(label)}</a></li>'


def _address(what: str, **query: str) -> str:
    return clean(f"./download/{what}?{urlencode(query)}")


def _draw_none(words: Words, *, is_gone: bool) -> None:
    if is_gone:
        tell_trouble(words, errors.NotFound("document"))
        go(Place())
        link(words.say("Home"), HOME)
        return
    sentence = words.say(
        "There is no statement for you yet. As soon as a coordinator adds one, you can take it "
        "away from here."
    )
    st.html(said(words, sentence))
