"""The statement as one web page: a single file that needs no script, no font and no other host."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from workflow.exporters.around import ALONE, Around
from workflow.exporters.base import Exporter
from workflow.exporters.tree import clean, is_title, plain, shallow, texts, walk
from workflow.exporters.webpage.body import Body
from workflow.exporters.webpage.faces import faces
from workflow.exporters.webpage.index import Edition, index_page
from workflow.exporters.webpage.page import page
from workflow.exporters.webpage.style import STYLE
from workflow.exporters.webpage.surroundings import draft_notice, style_of, switcher
from workflow.exporters.webpage.words import languages
from workflow.languages import direction, endonym
from workflow.model import TargetDocument

__all__ = ["WEBPAGE", "Edition", "export", "index_page"]

_UNKNOWN = "und"  # BCP 47: the language is not known


def export(document: TargetDocument, around: Around = ALONE, /) -> bytes:
    """Write a statement as an HTML page in UTF-8.

    The page allows its own style sheet and nothing else; it asks no other host for anything. Above
    the statement stand the ways to its other languages, and that it is a draft, where it is one.
    """
    document = replace(document, blocks=shallow(document.blocks))
    locale = document.locale or _UNKNOWN
    style = faces(locale, languages(walk(document.blocks))) + STYLE + style_of(around)
    above = switcher(around.languages, locale) + draft_notice(around.draft, locale)
    lines = "\n".join(Body(document, locale).lines())
    body = f"{above}<main>\n{lines}\n</main>\n{_status(document, locale)}"
    return page(locale, direction(locale), title=_title(document), style=style, body=body)


WEBPAGE = Exporter("webpage", ".html", "text/html", export)


def _title(document: TargetDocument) -> str:
    """Give the page's name: the title, else the first heading's words, else the slug."""
    headings = (plain(texts(block)) for block in walk(document.blocks) if is_title(block))
    return clean(document.title) or next(headings, "") or clean(document.name) or "–"


def _status(document: TargetDocument, locale: str) -> str:
    """Say in numbers how much of an unfinished statement stands in its language.

    No words: the page may be in any language, and these numbers are read in all of them.
    """
    if not document.missing:
        return ""
    total = max(document.total, len(document.missing))
    done = total - len(document.missing)
    name = escape(endonym(locale)) if document.locale else ""
    return (
        '<footer>\n<p class="status">'
        f"<span>{name}</span> "
        f'<progress max="{total}" value="{done}" aria-hidden="true"></progress> '
        f'<bdi dir="ltr">{done} / {total}</bdi> <small>●</small>'
        "</p>\n</footer>\n"
    )
