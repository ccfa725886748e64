"""The statement as it would be published now."""

from __future__ import annotations

from collections.abc import Iterator

import streamlit as st

from ui.components.blocks import blocks
from ui.components.passage import said
from ui.language import Words
from ui.served import served
from ui.session import Person
from workflow.model import Missing, State, TargetDocument
from workflow.services import publishing
from workflow.services.publishing import Policy
from workflow.services.tasks import Choice

_AS_IT_STANDS = Policy(State.TRANSLATED, Missing.MARKED)
_ROUGH = Policy(State.NEEDS_WORK, Missing.MARKED)
"""With the translations that need work: to find out where they would stand."""


def draw(who: Person, chosen: Choice) -> None:
    """Draw the assembled statement, with what does not get in said first and marked in place."""
    words, found = who.words, _assembled(who, chosen, _AS_IT_STANDS)
    rough = sum(1 for hole in found.missing if hole.state is State.NEEDS_WORK)
    for sentence in _what_is_missing(words, len(found.missing) - rough, rough):
        st.html(said(words, sentence, kind="us-note"))
    with_rough = _assembled(who, chosen, _ROUGH).blocks if rough else ()
    st.html(blocks(words, found.blocks, chosen.locale, chosen.source_locale, with_rough))


def _assembled(who: Person, chosen: Choice, policy: Policy) -> TargetDocument:
    house = served()
    return publishing.assemble(
        house.workspace,
        who.me.id,
        house.clock(),
        document=chosen.document,
        locale=chosen.locale,
        policy=policy,
    )


def _what_is_missing(words: Words, untranslated: int, rough: int) -> Iterator[str]:
    """Say how many paragraphs do not get in, and why."""
    if untranslated:
        yield words.count(
            "{n} paragraph is not translated yet; it stands here in the language of the source.",
            "{n} paragraphs are not translated yet; they stand here in the language of the source.",
            untranslated,
        )
    if rough:
        yield words.count(
            "The translation of {n} paragraph needs work and does not get in; the paragraph "
            "stands here in the language of the source.",
            "The translations of {n} paragraphs need work and do not get in; the paragraphs "
            "stand here in the language of the source.",
            rough,
        )
