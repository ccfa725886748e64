"""How one statement came to where it is: a chart for each language, and the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

import streamlit as st

from ui.components.anchors import anchor
from ui.components.chart import Point, Span, chart
from ui.components.links import DOCUMENT
from ui.components.passage import clean, said
from ui.language import Words
from workflow.services.progress import Burned, BurnUp


def draw(words: Words, found: BurnUp) -> None:
    """Draw the charts, what they mean, the table under them, and the way to take it away."""
    say = words.say
    st.html(said(words, say("Day by day"), tag="h2"))
    if not found.days:
        none = clean(say("There is no language yet into which this is translated."))
        st.html(f"<p>{anchor(none, DOCUMENT, document=found.document)}</p>")
        return
    by_language = [
        (locale, tuple(days)) for locale, days in groupby(found.days, lambda each: each.locale)
    ]
    charts = "".join(_chart(words, found, locale, days) for locale, days in by_language)
    st.html(said(words, _key(words, found), kind="us-quiet"))
    st.html(f'<div class="us-charts" dir="{words.direction}">{charts}</div>')
    key = f"board-by-day-{found.document}"
    panel = st.expander(say("The same as a table"), key=key, on_change="rerun")
    if panel.open:  # it may have hundreds of rows
        panel.html(_table(words, found))
    label = clean(say("Download this table (CSV)"))
    st.html(f"<p>{anchor(label, 'download/burn-up.csv', document=found.document)}</p>")


def _key(words: Words, found: BurnUp) -> str:
    """Say how to read the charts."""
    if _span(found, 0).deadline:
        return words.say(
            "Strong colour: reviewed. Pale colour: translated. The full height is the whole "
            "statement; the line is the deadline. Days end at midnight UTC."
        )
    return words.say(
        "Strong colour: reviewed. Pale colour: translated. The full height is the whole statement. "
        "Days end at midnight UTC."
    )


def _span(found: BurnUp, total: int) -> Span:
    """Choose the days that are shown: from the first to today, or to the deadline if that is near.

    A deadline far away would leave the chart empty: it is shown once half of the time is over.
    """
    days = max((found.today - found.begun).days, 1)
    is_near = found.deadline and found.deadline <= found.today + timedelta(days=days)
    deadline = found.deadline if is_near else None
    last = max(found.today, deadline or found.today)
    return Span(found.begun, last, total, deadline)


def _chart(words: Words, found: BurnUp, locale: str, days: Sequence[Burned]) -> str:
    last = days[-1]
    span = _span(found, last.total)
    points = [Point(each.day, each.translated, each.reviewed) for each in days]
    language = words.language(locale)
    label = words.say(
        "{language}: from {first} to today, {translated} of {total} paragraphs were translated and "
        "{reviewed} reviewed",
        language=language,
        first=words.day(span.first),
        translated=words.number(last.translated),
        total=words.number(last.total),
        reviewed=words.number(last.reviewed),
    )
    ends = (words.day(span.first), words.day(span.last))
    return f"<div><h3>{clean(language)}</h3>{chart(span, points, label, ends)}</div>"


def _table(words: Words, found: BurnUp) -> str:
    """Write the numbers of the charts: one row for each day on which something changed."""
    say = words.say
    heads = [
        say("Language"),
        say("Day"),
        say("Translated"),
        say("Reviewed"),
        say("Paragraphs in all"),
    ]
    head = "".join(f'<th scope="col">{clean(each)}</th>' for each in heads)
    rows = "".join(
        f'<tr><th scope="row">{clean(words.language(each.locale))}</th>'
        f"<td>{clean(words.day(each.day))}</td><td>{words.number(each.translated)}</td>"
        f"<td>{words.number(each.reviewed)}</td><td>{words.number(each.total)}</td></tr>"
        for each in found.days
    )
    caption = clean(say("Paragraphs translated and reviewed by the end of a day"))
    return (
        f'<div class="us-box" role="region" tabindex="0" aria-label="{caption}" '
        f'dir="{words.direction}"><table class="us-table us-by-day">'
        f'<caption class="us-hidden">{caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )
