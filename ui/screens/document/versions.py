"""The texts that a statement had: each with its date, who put it in, and its file."""

from __future__ import annotations

from urllib.parse import urlencode

import streamlit as st

from ui.components.passage import clean, name, own_words, said
from ui.language import Words, tell
from ui.screens.document.reach import coordinates
from ui.served import served
from ui.session import Person, zone
from workflow.services import people
from workflow.services.documents import Described, Summary

_SHOWN = 50
_STATUS = {
    "proposed": tell("waits to be released"),
    "released": tell("released"),
    "discarded": tell("discarded"),
}


def draw(who: Person, described: Described) -> None:
    """Draw the revisions, the newest first."""
    words, say, document = who.words, who.words.say, described.document.name
    st.html(said(words, say("Versions of the text"), tag="h2"))
    known = _names(who, document)
    shown = described.revisions[:_SHOWN]
    entries = "".join(_entry(words, document, each, known) for each in shown)
    st.html(f'<ul class="us-plain us-versions" dir="{words.direction}">{entries}</ul>')
    if len(described.revisions) > _SHOWN:
        sentence = words.count(
            "{n} older one is not shown here.",
            "{n} older ones are not shown here.",
            len(described.revisions) - _SHOWN,
        )
        st.html(said(words, sentence, kind="us-quiet"))


def _names(who: Person, document: str) -> dict[str, str]:
    """Give the names of those who may have put a text in; to others they are not told."""
    if not coordinates(who, document):
        return {}
    house = served()
    found = people.members(house.workspace, who.me.id, house.clock(), document=document)
    return {each.id: each.name for each in found}


def _entry(words: Words, document: str, each: Summary, known: dict[str, str]) -> str:
    number = words.number(each.number)
    called = words.say("Revision {number}", number=number)
    at = words.moment(each.released or each.created, served().clock(), zone())
    facts = [
        f"<b>{clean(called)}</b>",
        clean(words.say(_STATUS[each.status])),
        clean(at),
    ]
    if each.author in known:
        facts.append(name(known[each.author]))
    elif each.origin == "file":
        facts.append(clean(words.say("found in the folder of the sources")))
    address = f"./download/source?{urlencode({'document': document, 'number': each.number})}"
    label = clean(words.say("Download revision {number}", number=number))
    facts.append(f'<a href="{clean(address)}" target="_self">{label}</a>')
    note = own_words(each.note, tag="p", kind="us-quiet") if each.note else ""
    return f"<li>{' · '.join(facts)}{note}</li>"
