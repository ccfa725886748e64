"""A statement as one text area after the other: slower, and without any script of ours."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

import streamlit as st

from ui.components.statement.stepping import stepped
from ui.language import Words
from ui.sentences import trouble
from ui.served import served
from ui.session import keep, kept
from workflow import errors
from workflow.model import State
from workflow.services import translation
from workflow.services.translation import Outcome, Row, Saved, Sheet


@dataclass(frozen=True, slots=True)
class Opened:
    """A paragraph as it was when one came to it; the field over it stays the same one."""

    wanted: str
    """The paragraph that the page wanted then."""
    unit: str
    seen: int
    """Version of the translation that is typed over."""
    text: str
    needs_work: bool
    visit: int
    """Counts the paragraphs one came to."""


def plain(
    document: str, locale: str, person: str, words: Words, wanted: str, key: str
) -> tuple[str, int]:
    """Draw one paragraph with a field for its translation; give its id and the number of the visit.

    A save is done inline, in the run that the click caused, and answered by the same service as the
    component's; a run that comes twice saves once.
    """
    house = served()
    sheet = translation.sheet(
        house.workspace, person, house.clock(), document=document, locale=locale
    )
    if not sheet.rows:
        st.info(words.say("There is nothing to translate in this statement."))
        return "", 0
    where = f"{key}.{document}.{locale}"
    opened = _opened(where, wanted, sheet.rows)
    index = _index(sheet.rows, opened.unit)
    text, needs_work = _field(sheet, index, opened, words, where)
    step = 0
    may_save = "translation.save" in sheet.may
    if st.button(
        words.say("Save and next"), type="primary", key=f"{where}.save", disabled=not may_save
    ):
        now = replace(opened, text=text, needs_work=needs_work)
        step = _save(person, locale, sheet.rows[index], now, words, where)
    step = stepped(words, where, index, len(sheet.rows)) or step
    if step:
        to = min(max(index + step, 0), len(sheet.rows) - 1)
        keep(where, _at(sheet.rows[to], wanted, opened.visit + 1))
        st.rerun()
    return opened.unit, opened.visit


def as_typed(document: str, locale: str, words: Words, key: str) -> tuple[str, int]:
    """Draw what was typed and nothing else, for somebody who may read and save nothing now.

    The field stays open: of one that is closed in the same run, what is typed would be lost.
    """
    where = f"{key}.{document}.{locale}"
    opened = kept(where)
    if not isinstance(opened, Opened):
        return "", 0
    st.text_area(words.say("What you have typed:"), opened.text, key=_key(where, opened))
    st.info(words.say("Nothing can be saved here now. You can copy what you have typed."))
    return opened.unit, opened.visit


def _key(where: str, opened: Opened) -> str:
    return f"{where}.{opened.visit}.{opened.unit}.text"


def _field(sheet: Sheet, index: int, opened: Opened, words: Words, where: str) -> tuple[str, bool]:
    """Draw source and field; give what is typed, and whether it needs work."""
    row = sheet.rows[index]
    is_closed = "translation.save" not in sheet.may
    st.text_area(
        words.say("Source"), row.source, disabled=True, key=f"{row.unit}.{row.source_digest}"
    )
    text = st.text_area(
        words.say(
            "Translation of paragraph {n} into {language}",
            n=words.number(index + 1),
            language=words.language(sheet.locale),
        ),
        opened.text,
        key=_key(where, opened),
        disabled=is_closed,
    )
    needs_work = st.checkbox(
        words.say("Needs work"),
        opened.needs_work,
        key=f"{where}.{opened.visit}.{opened.unit}.needs",
        disabled=is_closed,
    )
    return text, needs_work


def _opened(where: str, wanted: str, rows: tuple[Row, ...]) -> Opened:
    """Find the paragraph that is open: the one moved to, unless another is wanted since."""
    before = kept(where)
    if isinstance(before, Opened) and before.wanted == wanted:
        return before
    visit = before.visit + 1 if isinstance(before, Opened) else 0
    opened = _at(rows[_index(rows, wanted)], wanted, visit)
    keep(where, opened)
    return opened


def _at(row: Row, wanted: str, visit: int) -> Opened:
    text = row.draft.text if row.draft else row.text
    seen = row.draft.seen if row.draft else row.version
    return Opened(wanted, row.unit, seen, text, row.state is State.NEEDS_WORK, visit)


def _index(rows: tuple[Row, ...], unit: str) -> int:
    return next((number for number, row in enumerate(rows) if row.unit == unit), 0)


def _save(person: str, locale: str, row: Row, now: Opened, words: Words, where: str) -> int:
    """Save a paragraph, or say in a sentence why not; give the step to the next one."""
    house = served()
    said = hashlib.sha256(f"{now.seen}\n{now.needs_work}\n{now.text}".encode()).hexdigest()
    at = house.clock()
    try:
        house.rates.ask("save", person, at)
        done = translation.save(
            house.workspace,
            person,
            at,
            unit=now.unit,
            locale=locale,
            text=now.text,
            seen=now.seen,
            token=f"plain-{said}",
            needs_work=now.needs_work,
            made_from=row.source_digest,
        )
    except errors.UndersignedError as error:
        st.error(trouble(words, error))
        return 0
    if done.outcome is not Outcome.KEPT:
        return 1
    _show_both(done, words)
    before = kept(where)
    if isinstance(before, Opened):
        keep(where, replace(before, seen=done.version))  # saved once more, it is the newest text
    return 0


def _show_both(done: Saved, words: Words) -> None:
    st.warning(words.say("Somebody saved this paragraph meanwhile. Here are both texts."))
    st.text_area(words.say("What is saved:"), done.text, disabled=True)
    st.text_area(words.say("What you have typed:"), done.typed, disabled=True)
