"""The board's table: statements and languages, or statements in one language with more of each."""

from __future__ import annotations

from collections.abc import Iterator

from ui.components.anchors import anchor
from ui.components.far import how_many, states
from ui.components.links import BOARD, DOCUMENT
from ui.components.matrix import Line, matrix
from ui.components.passage import clean, own_words
from ui.language import Words
from ui.screens.board.saying import (
    asked,
    blocking,
    due,
    flags,
    how_far,
    in_all,
    people,
    to_work,
    why,
)
from workflow.services.progress import Board, Cell, Row


def table(words: Words, board: Board, locale: str = "") -> str:
    """Write the table of a page of statements: in all languages, or in one."""
    return _in_one(words, board, locale) if locale else _in_all(words, board)


# --- all languages -------------------------------------------------------------------------------


def _in_all(words: Words, board: Board) -> str:
    say = words.say
    heads = [say("Statement"), say("All languages"), *map(words.language, board.locales)]
    lines = [
        Line(
            _title(words, row),
            [in_all(words, row), *_cells(words, board, row)],
        )
        for row in board.rows
    ]
    if board.found > 1:
        totals = [board.total, *(board.totals[tag] for tag in board.locales)]
        lines.append(
            Line(_all(words, board), [how_far(words, each) for each in totals], is_total=True)
        )
    return matrix(words, say("Statements and languages: how far each is"), heads, lines)


def _cells(words: Words, board: Board, row: Row) -> Iterator[str]:
    there = {each.locale: each for each in row.cells}
    for tag in board.locales:
        cell = there.get(tag)
        yield _cell(words, row, cell) if cell else ""


def _cell(words: Words, row: Row, cell: Cell) -> str:
    return (
        to_work(words, row.document, cell)
        + blocking(words, row, cell, in_words=False)
        + flags(words, cell)
    )


def _title(words: Words, row: Row) -> str:
    """Write the head of a statement's row."""
    facts = [how_many(words, row.units, row.words), due(words, row)]
    if row.questions:
        asked = words.count("{n} question", "{n} questions", row.questions)
        facts.append(clean(f"⚑ {asked}"))
    more = anchor(clean(words.say("Day by day")), BOARD, document=row.document)
    return anchor(own_words(row.title), DOCUMENT, kind="us-title", document=row.document) + "".join(
        f'<span class="us-facts">{fact}</span>' for fact in [*facts, more] if fact
    )


def _all(words: Words, board: Board) -> str:
    return clean(words.count("{n} statement together", "All {n} statements together", board.found))


# --- one language --------------------------------------------------------------------------------


def _in_one(words: Words, board: Board, locale: str) -> str:
    say = words.say
    lines = [
        Line(_title(words, row), _more(words, row, cell))
        for row in board.rows
        for cell in row.cells
    ]
    if board.found > 1:
        rest = [""] * (len(lines[0].cells) - 2) if lines else []
        sums = [how_far(words, board.total), states(words, board.total), *rest]
        lines.append(Line(_all(words, board), sums, is_total=True))
    caption = say("Statements in {language}: how far each is", language=words.language(locale))
    return matrix(words, caption, [say("Statement"), *_columns(words)], lines)


def in_languages(words: Words, row: Row) -> str:
    """Write the table of one statement in all its languages."""
    lines = [
        Line(clean(words.language(cell.locale)), _more(words, row, cell)) for cell in row.cells
    ]
    if len(row.cells) > 1:
        sums = [how_far(words, row.far), states(words, row.far), *[""] * 3]
        lines.append(Line(clean(words.say("All languages")), sums, is_total=True))
    caption = words.say("This statement in each language: how far it is")
    return matrix(words, caption, [words.say("Language"), *_columns(words)], lines)


def _columns(words: Words) -> tuple[str, ...]:
    say = words.say
    return (
        say("How far"),
        say("Paragraphs"),
        say("Where it is held up"),
        say("Lately at work"),
        say("What it needs"),
    )


def _more(words: Words, row: Row, cell: Cell) -> list[str]:
    return [
        to_work(words, row.document, cell),
        states(words, cell.far),
        blocking(words, row, cell, in_words=True),
        people(words, cell.active),
        _missing(words, cell),
    ]


def _missing(words: Words, cell: Cell) -> str:
    lacking = why(words, cell.second)
    return asked(words, cell) + (f'<span class="us-why">{lacking}</span>' if lacking else "")
