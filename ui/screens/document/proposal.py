"""The new text that waits for a statement: what differs, what it costs, released or discarded."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import streamlit as st

from ui.components.doing import do, say_what_happened
from ui.components.passage import clean, filled, language_of, name, own_words, passage, said
from ui.language import Words, tell
from ui.refusals import refusal
from ui.served import served
from ui.session import Person, keep, kept, zone
from workflow.services import documents, people
from workflow.services.documents import (
    ChangeKind,
    Cost,
    Described,
    Difference,
    Intent,
    Proposal,
)

_SHOWN = 60
"""Changes that are drawn, each edited one with its question."""
_PLACE = "document-text"
_KINDS = {
    ChangeKind.EDITED: tell("Edited"),
    ChangeKind.MOVED: tell("Moved: word for word, at another place"),
    ChangeKind.SPLIT: tell("One paragraph became several"),
    ChangeKind.MERGED: tell("Several paragraphs became one"),
    ChangeKind.NEW: tell("New"),
    ChangeKind.GONE: tell("Taken out"),
    ChangeKind.RESTORED: tell("Back again, as it once was"),
}
_TAGS = {"removed": "del", "added": "ins"}
_MEANT = {
    Intent.MEANING: tell("A change of meaning: its translations are looked at again"),
    Intent.TYPO: tell("A typo: its translations and approvals stand"),
}


def draw(who: Person, described: Described) -> None:
    """Draw the proposal that waits, if one does, and what one may do with it."""
    words, document = who.words, described.document
    seen_key = f"document.seen.{document.name}"
    say_what_happened(words, _PLACE)
    waits = _asked(who, document.name, {}, all_typo=False) if document.is_proposed else None
    if waits is None:
        keep(seen_key, None)
        return
    seen = kept(seen_key)
    seen = seen if isinstance(seen, str) else waits.digest
    _head(who, waits)
    all_typo, intents = _differences(words, document.locale, waits)
    costed = _asked(who, document.name, intents, all_typo=all_typo) or waits
    _costs(words, costed)
    wants_release, wants_discard = _buttons(words, waits)
    keep(seen_key, waits.digest)  # a click was meant for what was drawn before it
    if wants_release:
        meant = intents if seen == waits.digest else {}
        _release(who, document.name, seen, meant, all_typo=all_typo)
    if wants_discard:
        _discard(who, document.name, seen)


def _asked(
    who: Person, document: str, intents: Mapping[int, Intent], *, all_typo: bool
) -> Proposal | None:
    house = served()
    return documents.proposal(
        house.workspace,
        who.me.id,
        house.clock(),
        document=document,
        intents=intents,
        all_typo=all_typo,
    )


def _head(who: Person, waits: Proposal) -> None:
    words, say, house = who.words, who.words.say, served()
    st.html(said(words, say("A new text waits"), tag="h2"))
    at = words.moment(waits.at, house.clock(), zone())
    members = people.members(house.workspace, who.me.id, house.clock(), document=waits.document)
    by = next((each.name for each in members if each.id == waits.author), "")
    if waits.origin == "file":
        told = clean(say("The file in the folder of the sources was changed, {moment}.", moment=at))
    elif by:
        told = filled(say("{name} proposed it, {moment}."), name=name(by), moment=clean(at))
    else:
        told = clean(say("It was proposed {moment}.", moment=at))
    note = own_words(waits.note, tag="p", kind="us-note") if waits.note else ""
    until = said(
        words, say("Translators see the released text until you release this one."), kind="us-quiet"
    )
    st.html(f'<p dir="{words.direction}">{told}</p>{note}{until}')


# --- what differs --------------------------------------------------------------------------------


def _differences(words: Words, locale: str, waits: Proposal) -> tuple[bool, dict[int, Intent]]:
    """Draw what differs; give what is said of the edits."""
    say = words.say
    edits = [each for each in waits.differences if each.has_intent]
    st.html(said(words, _how_many(words, waits), kind="us-strong"))
    all_typo = len(edits) > 1 and st.checkbox(
        say("All edits are typos: no meaning has changed"), key=f"typos-{waits.digest}"
    )
    intents: dict[int, Intent] = {}
    for at, each in enumerate(waits.differences[:_SHOWN]):
        with st.container(key=f"us-entry-change-{at}", gap="xxsmall"):
            st.html(difference(words, each, locale))
            if each.has_intent and not all_typo:
                intents[each.number] = _meant(words, waits, each)
    more = len(waits.differences) - _SHOWN
    if more > 0:
        sentence = words.count(
            "{n} more change is not shown here. If it is an edit, it counts as a change of "
            "meaning, unless all edits are typos.",
            "{n} more changes are not shown here. Edits among them count as changes of meaning, "
            "unless all edits are typos.",
            more,
        )
        st.html(said(words, sentence, kind="us-quiet"))
    return all_typo, intents


def _how_many(words: Words, waits: Proposal) -> str:
    changed = len(waits.differences)
    if not changed:
        return words.say("No paragraph changes: only what stands around them.")
    return words.count("{n} paragraph changes", "{n} paragraphs change", changed)


def _meant(words: Words, waits: Proposal, each: Difference) -> Intent:
    say = words.say
    return (
        st.radio(
            say("What was meant, in line {line}?", line=words.number(each.line)),
            list(_MEANT),
            format_func=lambda meant: say(_MEANT[meant]),
            key=f"meant-{waits.digest}-{each.number}",
        )
        or Intent.MEANING
    )


def difference(words: Words, each: Difference, locale: str) -> str:
    """Draw what becomes of a paragraph."""
    kind = clean(words.say(_KINDS[each.kind])) if each.kind in _KINDS else ""
    where = clean(words.say("line {line}", line=words.number(each.line))) if each.line else ""
    facts = " · ".join(fact for fact in (kind, where) if fact)
    harmless = ""
    if each.has_intent and each.is_harmless:
        sentence = words.say("Perhaps a typo: only signs or spelling seem to differ.")
        harmless = said(words, sentence, kind="us-quiet")
    return f'<p class="us-kind">{facts}</p>{_words(each, locale)}{harmless}'


def _words(each: Difference, locale: str) -> str:
    if each.words:
        pieces = "".join(
            f"<{tag}>{clean(piece.text)}</{tag}>" if tag else clean(piece.text)
            for piece in each.words
            for tag in [_TAGS.get(piece.mark.value, "")]
        )
        return f'<p class="us-text us-serif us-diff" {language_of(locale)}>{pieces}</p>'
    if each.kind is ChangeKind.GONE:
        text = f"<del>{clean(each.old)}</del>"
        return f'<p class="us-text us-serif us-diff" {language_of(locale)}>{text}</p>'
    return passage(each.new or each.old, locale, tag="p", kind="us-serif")


# --- what it costs -------------------------------------------------------------------------------


def _costs(words: Words, waits: Proposal) -> None:
    say = words.say
    if not waits.costs:
        return
    heads = (
        say("Language"),
        say("To look at again"),
        say("New"),
        say("As before"),
        say("Taken out"),
    )
    head = "".join(f'<th scope="col">{clean(each)}</th>' for each in heads)
    body = "".join(_cost(words, each) for each in waits.costs)
    title = clean(say("What it costs"))
    st.html(
        f'<h3>{title}</h3><div class="us-wide" role="region" tabindex="0" aria-label="{title}">'
        f'<table class="us-table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cost(words: Words, each: Cost) -> str:
    pairs = (
        (each.needs_work, each.needs_work_words),
        (each.new, each.new_words),
        (each.unchanged, each.unchanged_words),
        (each.gone, each.gone_words),
    )
    cells = "".join(f"<td>{clean(_amount(words, *pair))}</td>" for pair in pairs)
    return f'<tr><th scope="row">{clean(words.language(each.locale))}</th>{cells}</tr>'


def _amount(words: Words, texts: int, of_words: int) -> str:
    """Write paragraphs, and their words in brackets."""
    if not texts:
        return words.number(0)
    heard = words.count("{n} word", "{n} words", of_words)
    return words.say("{paragraphs} ({words})", paragraphs=words.number(texts), words=heard)


# --- released or discarded -----------------------------------------------------------------------


def _buttons(words: Words, waits: Proposal) -> tuple[bool, bool]:
    say = words.say
    with st.container(horizontal=True):
        return (
            st.button(say("Release"), type="primary", key=f"release-{waits.document}"),
            st.button(say("Discard"), key=f"discard-{waits.document}"),
        )


def _release(
    who: Person, document: str, seen: str, intents: Mapping[int, Intent], *, all_typo: bool
) -> None:
    house = served()
    do(
        who.words,
        "document",
        partial(
            documents.release,
            house.workspace,
            who.me.id,
            house.clock(),
            document=document,
            digest=seen,
            intents=intents,
            all_typo=all_typo,
        ),
        who.words.say("Released: this is the text that translators see now."),
        refusal,
    )


def _discard(who: Person, document: str, seen: str) -> None:
    """Discard what was seen; another text that came meanwhile is left to be looked at."""
    house = served()
    do(
        who.words,
        "document",
        partial(
            documents.discard,
            house.workspace,
            who.me.id,
            house.clock(),
            document=document,
            digest=seen,
        ),
        who.words.say("Discarded. It stays among the versions, and translators never saw it."),
        refusal,
    )
