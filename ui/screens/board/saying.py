"""What the board says of a statement in a language: when it is due, what holds it up, who helps."""

from __future__ import annotations

from ui.components.anchors import anchor
from ui.components.far import heard, shape, stacked
from ui.components.links import DOCUMENT, REVIEW, TRANSLATE
from ui.components.passage import clean, filled, name, numbered, passage
from ui.language import Words, tell
from workflow.services.progress import Cell, Far, Row, Second

_SOON = 7
LACKING = {
    Second.NOBODY_TRANSLATES: tell("nobody translates"),
    Second.NOBODY_REVIEWS: tell("nobody reviews"),
    Second.ONE_PERSON: tell("only one person"),
    Second.BOUND: tell("no second person"),
}
"""In the words for which a narrow column has room."""
_WHY = {
    Second.NOBODY_TRANSLATES: tell("Nobody can translate here yet. Invite somebody."),
    Second.NOBODY_REVIEWS: tell("Nobody can review here yet. Invite a reviewer."),
    Second.ONE_PERSON: tell(
        "One person does everything here, and nobody can approve words of their own. Invite "
        "a reviewer."
    ),
    Second.BOUND: tell(
        "Whoever reviews here let the translator in, or was let in by the translator, so the two "
        "may be one person. Invite another reviewer, or let another coordinator vouch that they "
        "are two."
    ),
}


def due(words: Words, row: Row) -> str:
    """Say when a statement is due and how many days are left; nothing where no day was set."""
    if row.deadline is None or row.days_left is None:
        return ""
    day = words.day(row.deadline)
    if row.far.is_finished:
        sentence = words.say("due {day}", day=day)
    elif row.days_left < 0:
        sentence = words.count(
            "due {day}, {n} day late", "due {day}, {n} days late", -row.days_left, day=day
        )
    elif row.days_left == 0:
        sentence = words.say("due today")
    else:
        sentence = words.count(
            "due {day}, {n} day left", "due {day}, {n} days left", row.days_left, day=day
        )
    is_urgent = row.days_left <= _SOON and not row.far.is_finished
    return f'<span class="us-days{" us-late" if is_urgent else ""}">{clean(sentence)}</span>'


def how_far(words: Words, far: Far) -> str:
    """Write the shape and the share for eyes, a sentence for ears, and the bar under them.

    Nothing where there is nothing to be done.
    """
    if not far.units:
        return ""
    shown = f"{shape(far)} {words.percent(far.percent)}".strip()
    return (
        f'<span aria-hidden="true" class="us-share">{clean(shown)}</span>'
        f'<span class="us-hidden">{clean(heard(words, far))}</span>{stacked(far)}'
    )


def in_all(words: Words, row: Row) -> str:
    """Write how far a statement is in all its languages, or the way to choose the first one."""
    if row.cells:
        return how_far(words, row.far)
    sentence = words.say("No language to translate it into is chosen yet.")
    return anchor(clean(sentence), DOCUMENT, document=row.document)


def to_work(words: Words, document: str, cell: Cell) -> str:
    """Write how far a statement is in a language, as a link to where something is to do."""
    screen = REVIEW if not cell.far.to_do and cell.far.translated else TRANSLATE
    inside = how_far(words, cell.far)
    return anchor(inside, screen, kind="us-cell", document=document, locale=cell.locale)


def blocking(words: Words, row: Row, cell: Cell, *, in_words: bool) -> str:
    """Write the way to the paragraph that holds a statement up, with its first words."""
    spot = cell.blocking
    if spot is None:
        return ""
    number = words.number(spot.number)
    sentence = words.say("at paragraph {number}", number=number)
    seen = "us-serif" if in_words else "us-hidden"
    begins = passage(numbered(spot.marker, spot.begins), row.source_locale, kind=seen, tag="span")
    return anchor(
        f'<span class="us-whole">{clean(sentence)}</span> {begins}',
        TRANSLATE if cell.far.to_do else REVIEW,
        kind="us-blocking",
        document=row.document,
        locale=cell.locale,
        paragraph=spot.unit,
    )


def flags(words: Words, cell: Cell) -> str:
    """Write in few words what asks for somebody: reviews, what is asked, a second person."""
    waiting = cell.far.translated
    said = [words.say("to review: {n}", n=words.number(waiting))] if waiting else []
    lacking = words.say(LACKING.get(cell.second or Second.FINE, ""))
    return (
        "".join(map(_fact, said)) + asked(words, cell) + (_fact(f"① {lacking}") if lacking else "")
    )


def asked(words: Words, cell: Cell) -> str:
    """Write how many questions and suggestions wait for an answer."""
    said = []
    if cell.questions:
        said.append("⚑ " + words.count("{n} question", "{n} questions", cell.questions))
    if cell.suggestions:
        said.append(words.count("{n} suggestion", "{n} suggestions", cell.suggestions))
    return "".join(map(_fact, said))


def _fact(said: str) -> str:
    return f'<span class="us-fact">{clean(said)}</span>'


def why(words: Words, second: Second | None) -> str:
    """Say what a language lacks and what to do; nothing where it lacks nothing."""
    sentence = _WHY.get(second or Second.FINE, "")
    return clean(words.say(sentence)) if sentence else ""


def people(words: Words, active: tuple[str, ...] | None, most: int = 4) -> str:
    """Name those who did something lately, newest first; nothing for whoever is not told."""
    if active is None:
        return ""
    if not active:
        return _fact(words.say("nobody in the last two weeks"))
    shown = [f"{{p{number}}}" for number in range(min(len(active), most))]
    names = {f"p{number}": name(each) for number, each in enumerate(active[:most])}
    if len(active) > most:
        shown.append(words.count("{n} more", "{n} more", len(active) - most))
    return f"<span>{filled(words.together(shown), **names)}</span>"
