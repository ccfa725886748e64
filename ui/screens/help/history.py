"""Every text that a paragraph had: whose, when, what changed; and the way back to one of them."""

from __future__ import annotations

from itertools import pairwise

import streamlit as st

from ui.components.differences import differences
from ui.components.passage import clean, filled, member, own_words, passage
from ui.language import tell
from ui.reasons import in_words
from ui.screens.help.desk import Desk
from workflow.services import translation
from workflow.services.translation import Past

_SHOWN = 10
_DID = {
    "save": tell("{name} saved · {when}"),
    "mark": tell("{name} says that it needs work · {when}"),
    "restore": tell("{name} took an earlier text · {when}"),
    "approve": tell("{name} approved · {when}"),
    "correct": tell("{name} corrected · {when}"),
    "send_back": tell("{name} sent it back · {when}"),
    "accept": tell("{name} took a suggestion · {when}"),
    "import": tell("{name} brought it from a file · {when}"),
    "typo": tell("The source changed, its meaning did not · {when}"),
    "meaning": tell("The source says something else · {when}"),
    "carry": tell("Taken from another paragraph · {when}"),
}


def draw(desk: Desk) -> None:
    """Draw the newest versions of a translation, where there are any."""
    words, found = desk.words, desk.paragraph.history
    if not found:
        return
    panel = desk.panel("history", words.say("History"))
    if panel is None:
        return
    with panel:
        is_all = len(found) <= _SHOWN or st.toggle(
            words.say("Show all"), key=desk.key("history-all")
        )
        shown = found if is_all else found[:_SHOWN]
        before = {new.version: old.text for new, old in pairwise(found)}
        seen = desk.drawn_last("history")
        for each in shown:
            st.html(_drawn(desk, each, before.get(each.version, "")))
            if _can_return(desk, each) and st.button(
                words.say("Take this text again"), key=desk.key(f"restore-{each.version}")
            ):
                desk.do(
                    translation.restore,
                    unit=desk.row.unit,
                    locale=desk.locale,
                    seen=seen,
                    version=each.version,
                )


def _can_return(desk: Desk, each: Past) -> bool:
    return desk.choice.may_translate and each.text != desk.row.text and bool(each.text.strip())


def _drawn(desk: Desk, each: Past, before: str) -> str:
    sentence = desk.words.say(_DID.get(each.act, "{name} · {when}"))
    did = filled(sentence, name=member(desk.words, each.actor), when=clean(desk.when(each.at)))
    parts = [f'<p class="us-quiet">{did}</p>']
    if before and each.text != before:
        parts.append(differences(before, each.text, desk.locale))
    elif each.text != before:
        parts.append(passage(each.text, desk.locale, tag="p"))
    if each.reason:
        parts.append(own_words(in_words(desk.words, each.reason), tag="p", kind="us-note"))
    return f'<div class="us-version">{"".join(parts)}</div>'
