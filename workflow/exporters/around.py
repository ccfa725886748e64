"""What stands around a statement in its file: that it is a draft, the ways to other languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.exporters.phrases import spoken_in
from workflow.model import Block, BlockKind, Inline, TargetDocument


@dataclass(frozen=True, slots=True)
class Draft:
    """How far a statement is from being finished; each paragraph counts once."""

    untranslated: int
    """Paragraphs that stand in the language of the source."""
    unreviewed: int
    """Paragraphs that no second person has read, where that is asked for."""


@dataclass(frozen=True, slots=True)
class Other:
    """The same statement in a language, this one or another."""

    locale: str
    address: str
    """Of its page, as seen from this one: `../fr/letter.html`."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a file says besides the statement itself."""

    draft: Draft | None = None
    """None for what is finished."""
    languages: tuple[Other, ...] = ()
    """Every language of the statement, this one too, in the order in which they are shown."""


ALONE = Around()
"""Nothing stands around it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What a draft says of itself."""

    locale: str
    """The language it is said in: that of the statement, else English."""
    sentence: str
    figures: tuple[tuple[str, int], ...]
    """What is not done yet, with its colon, and how often; nothing that is zero."""


def notice(locale: str, draft: Draft) -> Notice:
    r"""Say in the language of a statement, where we can, that it is a draft.

    >>> notice("fr", Draft(1, 0)).figures
    (('Pas encore traduits\xa0: ', 1),)
    """
    spoken, said = spoken_in(locale)
    counted = ((said.untranslated, draft.untranslated), (said.unreviewed, draft.unreviewed))
    labelled = tuple((label + said.colon, count) for label, count in counted if count)
    return Notice(spoken, said.draft, labelled)


def with_notice(document: TargetDocument, draft: Draft) -> TargetDocument:
    """Put the notice of a draft before a statement, as two paragraphs and a line."""
    said = notice(document.locale, draft)
    language = "" if said.locale == document.locale else said.locale
    above = _paragraphs(said, language)
    rule = Block(BlockKind.RULE)
    return replace(document, blocks=(*above, rule, *document.blocks))


def _paragraphs(said: Notice, language: str) -> Iterator[Block]:
    sentence = Inline(said.sentence, strong=True, language=language)
    yield Block(BlockKind.PARAGRAPH, children=(sentence,))
    figures = " · ".join(f"{label}{count}" for label, count in said.figures)
    if figures:
        yield Block(BlockKind.PARAGRAPH, children=(Inline(figures, language=language),))
