"""Activity: who did what, newest first, and the way back to an earlier text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby

import streamlit as st

from ui.components.chooser import isolated
from ui.components.documents import title_of
from ui.components.links import ACTIVITY, link, link_to_paragraph
from ui.components.notes import link as plain_link
from ui.components.passage import clean, own_words, passage, said
from ui.language import Words, local
from ui.reasons import in_words
from ui.screens.activity import earlier
from ui.screens.activity.asked import SINCE, Asked, asked, languages_of
from ui.screens.activity.sentences import OF_SEVERAL, role_of, sentence
from ui.served import served
from ui.session import Person, keep, kept, zone
from workflow.services import documents, progress
from workflow.services.documents import Listed
from workflow.services.progress import Told, ToldPage

_SHOWN = "activity"
_MADE_A_TEXT = frozenset({"save", "restore", "correct", "accept", "import", "carry"})
"""Acts after which a translation may have been another one."""


def render(who: Person) -> None:
    """Draw what was done."""
    words, house, want = who.words, served(), asked()
    _let_the_address_say(want)
    asking = (house.workspace, who.me.id, house.clock())
    with st.container(key="us-activity"):
        st.html(said(words, words.say("Activity"), tag="h1"))
        listed = documents.listing(*asking)
        found = progress.told(
            *asking,
            document=want.document,
            locale=want.locale,
            member=want.member,
            since=want.from_when(house.clock(), zone()),
            page=want.page,
        )
        _draw_filters(words, want, listed, found)
        if want.look and want.look not in map(_look_of, found.deeds):
            earlier.draw(who, want)
        _draw_days(who, want, found)
        _draw_pages(words, want, found)


def _let_the_address_say(want: Asked) -> None:
    """Write into the address what is looked at: a link from here to here leaves it as it was."""
    if kept(_SHOWN) != want:
        keep(_SHOWN, want)
        st.query_params.from_dict(want.query)


# --- which part ----------------------------------------------------------------------------------


def _draw_filters(words: Words, want: Asked, listed: tuple[Listed, ...], found: ToldPage) -> None:
    """Draw the choices; what is chosen goes into the address."""
    titles = {each.name: isolated(title_of(each)) for each in listed}
    tags = {tag: words.language(tag) for tag in languages_of(listed, want.document)}
    names = {id_: isolated(name) for id_, name in found.people}
    with st.container(key="us-choose", horizontal=True, vertical_alignment="bottom"):
        chosen = Asked(
            document=_choice(
                words.say("Statement"), {"": words.say("All statements")} | titles, want.document
            ),
            locale=_choice(
                words.say("Language"), {"": words.say("All languages")} | tags, want.locale
            ),
            member=_choice(words.say("Person"), {"": words.say("Everybody")} | names, want.member),
            since=_choice(
                words.say("Since when"),
                {key: words.say(name) for key, name in SINCE.items()},
                want.since,
            ),
        )
    if chosen != replace(want, page=0, look=""):
        st.query_params.from_dict(chosen.query)
        st.rerun()


def _choice(label: str, names: Mapping[str, str], chosen: str) -> str:
    """Draw one choice; what nobody offers any more stays chosen, so that it is seen."""
    options = [*names] if chosen in names else [*names, chosen]
    wanted = st.selectbox(
        label,
        options,
        options.index(chosen),
        format_func=lambda key: names.get(key, isolated(key)),
        key=f"activity-{label}-{chosen}",
        width=210,
    )
    return wanted or ""


# --- what was done -------------------------------------------------------------------------------


def _draw_days(who: Person, want: Asked, found: ToldPage) -> None:
    if not found.deeds:
        _draw_nothing(who.words, want)
        return
    here = zone()
    today = local(served().clock(), here).date()
    number = 0
    for day, deeds in groupby(found.deeds, key=lambda told: local(told.at, here).date()):
        st.html(f"<h2>{clean(_day(who.words, day, today))}</h2>")
        for several in _at_once(deeds):
            _draw_deeds(who, want, several, number, here)
            number += len(several)


def _at_once(deeds: Iterable[Told]) -> Iterator[tuple[Told, ...]]:
    """Put together what one act did to several paragraphs; what was first stays first."""
    together: dict[tuple[object, ...], list[Told]] = {}
    for number, told in enumerate(deeds):
        alone = () if _is_one_of_several(told) else (number,)
        act = (told.at, told.who, told.action, told.document, told.locale, *alone)
        together.setdefault(act, []).append(told)
    return map(tuple, together.values())


def _day(words: Words, day: date, today: date) -> str:
    if day == today:
        return words.say("Today")
    if day == today - timedelta(days=1):
        return words.say("Yesterday")
    return words.day(day)


def _is_one_of_several(told: Told) -> bool:
    return told.together > 1 and told.action in OF_SEVERAL


def _draw_deeds(who: Person, want: Asked, deeds: tuple[Told, ...], number: int, here: str) -> None:
    """Draw what was done at once, in one line that opens where it was done to several."""
    first, key = deeds[0], f"us-deed-{number}"
    if not _is_one_of_several(first):
        _draw_deed(who, want, first, key, here)
        return
    with st.container(key=key, gap="xxsmall"):
        st.html(_line(who.words, first, here, first.together))
        is_open = bool(want.look) and want.look in map(_look_of, deeds)
        label = who.words.say("Each of them")
        act = f"us-several-{first.unit}-{first.locale}-{first.version}"
        panel = st.expander(label, is_open, key=act, on_change="rerun")
        if panel.open:
            with panel:
                for place, told in enumerate(deeds):
                    _draw_deed(who, want, told, f"{key}-{place}", here)


def _draw_deed(who: Person, want: Asked, told: Told, key: str, here: str) -> None:
    words, look = who.words, _look_of(told)
    with st.container(key=key, gap="xxsmall"):
        st.html(_drawn(words, told, here))
        if not (told.unit and told.locale and told.number):
            return
        if look and look == want.look:
            earlier.draw(who, want, tag="h3")
            return
        with st.container(horizontal=True, gap="medium"):
            label = words.say("Open the paragraph")
            link_to_paragraph(label, told.document, told.locale, told.unit)
            if look:
                link(words.say("See this text"), ACTIVITY, **replace(want, look=look).query)


def _look_of(told: Told) -> str:
    """Name the text that a deed made, as the address of the page does; empty where it made none."""
    if told.action not in _MADE_A_TEXT or not told.locale:
        return ""
    return f"{told.unit}.{told.locale}.{told.version}"


def _line(words: Words, told: Told, here: str, number: int = 1) -> str:
    time = clean(words.clock(told.at, here))
    said_ = sentence(words, told, number)
    return f'<p>{said_} <span class="us-quiet">· <bdi>{time}</bdi></span></p>'


def _drawn(words: Words, told: Told, here: str) -> str:
    parts = [_line(words, told, here)]
    if role := role_of(words, told):
        parts.append(f'<p class="us-quiet">{role}</p>')
    if told.begins:
        parts.append(passage(told.begins, told.source_locale, tag="p", kind="us-serif us-quiet"))
    if told.said:
        parts.append(own_words(in_words(words, told.said), tag="p", kind="us-note"))
    return "".join(parts)


def _draw_nothing(words: Words, want: Asked) -> None:
    if want.query:
        sentence_ = words.say("Nothing was done there. Choose another statement, person or time.")
    else:
        sentence_ = words.say(
            "Nothing was done yet. As soon as somebody translates a paragraph, it stands here."
        )
    st.html(said(words, sentence_))


def _draw_pages(words: Words, want: Asked, found: ToldPage) -> None:
    with st.container(key="us-pages", horizontal=True, gap="medium"):
        if found.page:
            later = replace(want, page=found.page - 1, look="")
            link(words.say("Newer"), ACTIVITY, **later.query)
        if found.has_earlier:
            before = replace(want, page=found.page + 1, look="")
            link(words.say("Older"), ACTIVITY, **before.query)
        if found.deeds:
            address = want.table(served().clock(), zone())
            label = words.say(
                "All of it as a table (CSV), the newest {number} at most",
                number=words.number(progress.MOST_TOLD),
            )
            st.html(plain_link(words, address, label), width="content")
