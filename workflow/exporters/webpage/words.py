"""The words inside a block as HTML, each stretch in its language and its direction."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from workflow.exporters.spans import Marked, Span, said, spans
from workflow.exporters.tree import stretches, texts
from workflow.exporters.webpage.notes import Notes
from workflow.languages import direction, display_name
from workflow.model import Block, Inline

_BLANKS = " \t\n"
_TAGS = {"strong": "strong", "emphasis": "em", "struck": "del"}


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one block."""

    attributes: str
    """`lang` and `dir` for the block's element, where all of it is in another language."""
    html: str


class Words:
    """Writes the words of one document, in document order.

    A stretch that fell back to the source language is followed by the name of that language, in
    the page's own; the name is not repeated while the reader stays in it.
    """

    def __init__(self, locale: str, source_locale: str, notes: Notes) -> None:
        self._locale = locale
        self._source_locale = source_locale
        self._notes = notes
        self._language = ""
        """The language of the words before; empty for the page's own."""

    def of(self, block: Block) -> Wording:
        """Write a block's words."""
        cut = tuple(stretches(texts(block), self._locale))
        whole = cut[0][0] if len(cut) == 1 else ""
        pieces = [self._stretch(language, row, bare=bool(whole)) for language, row in cut]
        return Wording(_language(whole) if whole else "", "".join(pieces).strip(_BLANKS))

    def _stretch(self, language: str, row: tuple[Inline, ...], *, bare: bool) -> str:
        html = "".join(map(self._span, spans(row)))
        words = html.strip(_BLANKS)
        if not words:
            return html
        label = self._label(language)
        self._language = language
        if not language:
            return html
        start = html.index(words)
        lead, tail = html[:start], html[start + len(words) :]
        inside = words if bare else f"<span{_language(language)}>{words}</span>"
        return f"{lead}{inside}{label}{tail}"

    def _label(self, language: str) -> str:
        """Name the language of a fallback; a quotation in a third language needs no name."""
        if language in ("", self._language) or language != self._source_locale:
            return ""
        name = escape(display_name(language, self._locale))
        return f' <span class="language"{_language(self._locale)}>({name})</span>'

    def _span(self, span: Span) -> str:
        if isinstance(span, Inline):
            html = escape(span.text, quote=False).replace("\n", "<br>")
            return f'<code dir="ltr">{html}</code>' if span.code else html
        html = "".join(map(self._span, span.inside))
        if span.link:
            return self._link(span, html)
        tag = _TAGS[span.mark]
        return f"<{tag}>{html}</{tag}>"

    def _link(self, span: Marked, html: str) -> str:
        """Lead to a footnote or an address; what refers to no footnote stays text.

        References and bare addresses say their direction: after a Latin word in an Arabic line, a
        digit in brackets would run on with the word.
        """
        reference = self._notes.reference(span.link)
        if reference:
            target, own = reference
            return (
                f'<sup dir="{direction(self._locale)}"><a href="#{quote(target)}"'
                f' id="{escape(own)}" role="doc-noteref">{html}</a></sup>'
            )
        address = span.link
        if address.startswith("#note-"):
            return html
        if said(span).strip() in (address, address.removeprefix("mailto:")):
            # On paper addresses are printed behind their words; here they are the words.
            return f'<a class="bare" dir="ltr" href="{escape(address)}">{html}</a>'
        return f'<a href="{escape(address)}">{html}</a>'


def _language(tag: str) -> str:
    return f' lang="{escape(tag)}" dir="{direction(tag)}"'


def languages(blocks: Iterable[Block]) -> tuple[str, ...]:
    """Give the languages that stretches of a document are marked with, in order of appearance."""
    tags = (inline.language for block in blocks for inline in texts(block) if inline.language)
    return tuple(dict.fromkeys(tags))
