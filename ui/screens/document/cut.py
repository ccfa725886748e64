"""A text as it will be cut, drawn as its translators will read it."""

from __future__ import annotations

from collections.abc import Iterator

from ui.components.passage import clean, filled, language_of, own_words, passage, said
from ui.language import Words, tell
from ui.screens.document.faults import fault
from workflow.model import BlockKind
from workflow.services.documents import Cut, CutBlock

_SHOWN = 400
"""Paragraphs that are drawn; of a longer statement the rest is counted."""
_KINDS = {
    BlockKind.HEADING: tell("Heading"),
    BlockKind.DATE_LINE: tell("Date"),
    BlockKind.BYLINE: tell("Author"),
    BlockKind.SALUTATION: tell("Salutation"),
    BlockKind.PARAGRAPH: tell("Paragraph"),
    BlockKind.QUOTE: tell("Quotation"),
    BlockKind.ORDERED_ITEM: tell("Numbered item"),
    BlockKind.UNORDERED_ITEM: tell("Item of a list"),
    BlockKind.SIGNATORY: tell("Signatory"),
    BlockKind.FOOTNOTE: tell("Footnote"),
    BlockKind.SOURCE_LINE: tell("Source line"),
    BlockKind.BOILERPLATE: tell("Closing note"),
    BlockKind.TABLE_CELL: tell("Cell of a table"),
    BlockKind.CAPTION: tell("Caption"),
}
_TITLE = tell("Title")
_TOLD = {
    "you": tell("Language of the text: {language}."),
    "workspace.toml": tell("Language of the text: {language}, as the settings of this server say."),
    "file name": tell("Language of the text: {language}, as the name of the file says."),
    "script": tell("Language of the text: {language}, by its letters. Choose another one if not."),
    "default": tell(
        "Language of the text: taken for {language}, since nothing says otherwise. Choose another "
        "one above if it is not."
    ),
}


def kind_name(words: Words, kind: BlockKind, level: int = 0) -> str:
    """Name what a paragraph is."""
    is_title = kind is BlockKind.HEADING and level == 1
    return words.say(_TITLE if is_title else _KINDS.get(kind, _KINDS[BlockKind.PARAGRAPH]))


def cut_of(words: Words, cut: Cut) -> str:
    """Draw a cut: figures, what nobody can be sure of, the statement, what is left out."""
    label = clean(words.say("How it is divided"))
    return "".join((
        said(words, counted(words, cut), kind="us-strong"),
        said(words, words.say(_TOLD[cut.told_by], language=words.language(cut.locale))),
        said(words, _into(words, cut)),
        *_faults(words, cut),
        f'<ol class="us-cut" aria-label="{label}">',
        *(_block(words, each, cut.locale) for each in cut.blocks[:_SHOWN]),
        "</ol>",
        _rest(words, cut),
        _left_out(words, cut),
    ))  # fmt: skip


def counted(words: Words, cut: Cut) -> str:
    """Say how much it is."""
    facts = [
        words.count("{n} paragraph", "{n} paragraphs", len(cut.blocks)),
        words.count("{n} word", "{n} words", cut.words),
    ]
    if cut.divided:
        facts.append(
            words.count(
                "{n} long paragraph is cut into sentences",
                "{n} long paragraphs are cut into sentences",
                cut.divided,
            )
        )
    return " · ".join(facts)


def _into(words: Words, cut: Cut) -> str:
    if not cut.languages:
        return words.say("No language to translate it into is chosen yet.")
    named = words.together(words.language(each) for each in cut.languages)
    return words.say("It will be translated into: {languages}.", languages=named)


def _faults(words: Words, cut: Cut) -> Iterator[str]:
    if cut.issues:
        yield f'<ul class="us-findings" dir="{words.direction}">'
        yield from (f"<li>{fault(words, each)}</li>" for each in cut.issues)
        yield "</ul>"


def _block(words: Words, block: CutBlock, locale: str) -> str:
    marker = f'<bdi class="us-marker">{clean(block.marker)}</bdi> ' if block.marker else ""
    if len(block.texts) == 1:
        text = clean(block.texts[0])
    else:
        text = " ".join(f'<span class="us-sentence">{clean(each)}</span>' for each in block.texts)
    note = ""
    if block.note:
        sentence = filled(words.say("Note: {note}"), note=own_words(block.note))
        note = f'<p class="us-quiet" dir="{words.direction}">{sentence}</p>'
    kind = clean(kind_name(words, block.kind, block.level))
    return (
        f'<li class="us-cut-{block.kind.value}"><span class="us-kind">{kind}</span>'
        f'<div><p class="us-text us-serif" {language_of(locale)}>{marker}{text}</p>{note}</div>'
        "</li>"
    )


def _rest(words: Words, cut: Cut) -> str:
    more = len(cut.blocks) - _SHOWN
    if more <= 0:
        return ""
    sentence = words.count(
        "{n} more paragraph is not shown here.", "{n} more paragraphs are not shown here.", more
    )
    return said(words, sentence, kind="us-quiet")


def _left_out(words: Words, cut: Cut) -> str:
    if not cut.left_out:
        return ""
    title = said(words, words.say("Not translated, and left as it is:"), tag="h3")
    pieces = "".join(
        passage(each.text, cut.locale, tag="p", kind="us-quiet") for each in cut.left_out[:_SHOWN]
    )
    return title + pieces
