"""A statement to be reviewed, one paragraph after the other, without any script of ours."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import streamlit as st

from ui.components.differences import differences
from ui.components.looking import look_again
from ui.components.passage import passage, said
from ui.components.statement.reading_words import looks_wrong
from ui.components.statement.stepping import stepped
from ui.components.telling import tell_trouble
from ui.language import Words
from ui.reasons import QUICK, WHY_NOT, reason_of
from ui.served import served
from ui.session import keep, kept
from workflow.errors import UndersignedError
from workflow.model import Issue, State
from workflow.services import review, translation
from workflow.services.review import Reading
from workflow.services.translation import Row, Sheet


@dataclass(frozen=True, slots=True)
class _Desk:
    """One paragraph before one reviewer."""

    sheet: Sheet
    row: Row
    reading: Reading | None
    """None where it is approved."""
    person: str
    words: Words
    where: str
    drawn: Mapping[str, int]
    """The versions that were drawn last, by unit id: nothing else is decided on."""

    @property
    def seen(self) -> int:
        """Give the version that the reviewer has had before her."""
        return self.drawn.get(self.row.unit, self.row.version)


def plain_reading(
    document: str, locale: str, person: str, words: Words, wanted: str, key: str
) -> tuple[str, int]:
    """Draw one paragraph with what a reviewer can do to it; give its id and the visit's number."""
    house = served()
    which = {"document": document, "locale": locale}
    sheet = translation.sheet(house.workspace, person, house.clock(), **which)
    if not sheet.rows:
        st.info(words.say("There is nothing to translate in this statement."))
        return "", 0
    where = f"{key}.{document}.{locale}"
    index, visit = _place(where, wanted, [row.unit for row in sheet.rows])
    row = sheet.rows[index]
    readings = review.readings(house.workspace, person, house.clock(), **which)
    here = f"{where}.{row.unit}"
    desk = _Desk(sheet, row, readings.get(row.unit), person, words, here, _drawn(where, sheet))
    _draw_texts(desk)
    _draw_choices(desk)
    _draw_rest(desk, sum(_is_odd_and_waits(each, readings.get(each.unit)) for each in sheet.rows))
    if step := stepped(words, where, index, len(sheet.rows)):
        to = sheet.rows[min(max(index + step, 0), len(sheet.rows) - 1)].unit
        keep(where, (wanted, to, visit + 1))
        st.rerun()
    return row.unit, visit


def _place(where: str, wanted: str, units: list[str]) -> tuple[int, int]:
    """Find the paragraph to show: the one moved to, unless another is wanted since."""
    before = kept(where)
    asked, unit, visit = before if isinstance(before, tuple) else ("", "", 0)
    if asked != wanted or unit not in units:
        unit = wanted
    return (units.index(unit) if unit in units else 0), visit


def _drawn(where: str, sheet: Sheet) -> dict[str, int]:
    """Give the versions that were there when the buttons were drawn; remember those of now."""
    before = kept(f"{where}.drawn")
    keep(f"{where}.drawn", {row.unit: row.version for row in sheet.rows})
    return before if isinstance(before, dict) else {}


def _draw_texts(desk: _Desk) -> None:
    row, sheet = desk.row, desk.sheet
    st.html(passage(row.source, sheet.source_locale, tag="p", kind="us-serif"))
    before = desk.reading.reviewed_text if desk.reading else ""
    st.html(
        differences(before, row.text, sheet.locale)
        if before
        else passage(row.text, sheet.locale, tag="p", kind="us-serif")
    )


def _draw_choices(desk: _Desk) -> None:
    """Draw what can be done here, or why nothing can."""
    words, row = desk.words, desk.row
    _draw_findings(desk)
    if desk.reading is None:
        st.html(said(words, words.say("reviewed")))
    elif desk.reading.why_not:
        st.html(said(words, words.say(WHY_NOT[desk.reading.why_not]), kind="us-note"))
    elif st.button(words.say("Approve"), type="primary", key=f"{desk.where}.approve"):
        _do(desk, review.approve, unit=row.unit, locale=desk.sheet.locale, seen=desk.seen)
    if row.state is State.UNTRANSLATED:
        return
    _draw_correction(desk)
    if row.state is not State.NEEDS_WORK and not row.is_mine:
        _draw_sending_back(desk)


def _draw_findings(desk: _Desk) -> None:
    """Draw what the checks found, where the translation comes into question."""
    if found := look_again(desk.words, _odd(desk.row, desk.reading)):
        st.html(found)


def _odd(row: Row, reading: Reading | None) -> tuple[Issue, ...]:
    return reading.findings if reading and row.state is State.TRANSLATED else ()


def _is_odd_and_waits(row: Row, reading: Reading | None) -> bool:
    return bool(reading and reading.why_not is None and _odd(row, reading))


def _draw_correction(desk: _Desk) -> None:
    words, row = desk.words, desk.row
    text = st.text_area(
        words.say("A better text"), row.text, key=f"{desk.where}.{desk.seen}.correction"
    )
    if st.button(words.say("Save the correction"), key=f"{desk.where}.correct"):
        mark = hashlib.sha256(f"{desk.seen}\n{text}".encode()).hexdigest()
        _do(
            desk,
            review.correct,
            unit=row.unit,
            locale=desk.sheet.locale,
            seen=desk.seen,
            text=text,
            token=f"plain-{mark}",
            made_from=row.source_digest,
        )


def _draw_sending_back(desk: _Desk) -> None:
    words, row = desk.words, desk.row
    chosen = st.multiselect(
        words.say("Why it goes back"),
        list(QUICK),
        format_func=lambda name: words.say(QUICK[name]),
        key=f"{desk.where}.chosen",
    )
    own = st.text_area(words.say("In your own words"), key=f"{desk.where}.own")
    if st.button(words.say("Send back"), key=f"{desk.where}.back"):
        reason = reason_of(chosen, own)
        read = {"unit": row.unit, "locale": desk.sheet.locale, "seen": desk.seen}
        _do(desk, review.send_back, **read, reason=reason)


def _draw_rest(desk: _Desk, odd: int) -> None:
    """Draw "I have read the whole statement", which is asked once more."""
    words, sheet = desk.words, desk.sheet
    if odd:
        st.html(said(words, looks_wrong(words, odd), kind="us-note"))
    sure = st.checkbox(words.say("I have read the whole statement"), key=f"{desk.where}.read")
    if st.button(words.say("Approve the rest"), key=f"{desk.where}.rest", disabled=not sure):
        seen = dict(desk.drawn)
        which = {"document": sheet.document, "locale": sheet.locale}
        _do(desk, review.approve_rest, **which, seen=seen)


def _do(desk: _Desk, verb: Callable[..., object], **what: object) -> None:
    """Do what was asked, and draw the paragraph anew; or say why it was not done."""
    house, now = served(), served().clock()
    try:
        house.rates.ask("save", desk.person, now)
        verb(house.workspace, desk.person, now, **what)
    except UndersignedError as error:
        tell_trouble(desk.words, error)
        return
    st.rerun()
