"""The page that opens a folder of statements: one statement in all of its languages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from workflow.exporters.around import Draft, notice
from workflow.exporters.phrases import spoken_in
from workflow.exporters.tree import clean
from workflow.exporters.webpage.faces import faces
from workflow.exporters.webpage.page import page
from workflow.exporters.webpage.style import STYLE
from workflow.exporters.webpage.surroundings import attributes_of
from workflow.languages import direction, endonym

_INDEX_STYLE = """
.editions { font-family: var(--plain); }
.editions li { padding-block: .9em; border-block-start: 1px solid var(--line); }
.editions li + li { margin-block-start: 0; }
.editions p { text-align: start; font-family: var(--plain); }
.editions p + p { font-size: .85em; color: var(--soft); }
.editions li :is(a, bdi)[lang] { text-decoration: none; font-family: var(--plain); }
.editions li a[lang] { text-decoration: underline 1px; text-underline-offset: .22em; }
.editions .name { font: 600 1.15em/1.6 var(--plain); }
"""


@dataclass(frozen=True, slots=True)
class Edition:
    """A statement in one language, as files."""

    locale: str
    page: str
    """Address of its web page, as seen from the index."""
    files: tuple[tuple[str, str], ...]
    """Its other files: what each is called, such as `Markdown`, and its address."""
    draft: Draft | None
    """None where it is finished."""


def index_page(title: str, locale: str, editions: Sequence[Edition]) -> bytes:
    """Write the page that leads to every language, in the language of the source, in UTF-8.

    Each language stands under its own name, with its state and its files.
    """
    style = faces(locale, ()) + STYLE + _INDEX_STYLE
    spoken, said = spoken_in(locale)
    foreign = "" if spoken == locale else attributes_of(spoken)
    items = "\n".join(_item(each, spoken, foreign) for each in editions)
    title = clean(title)
    body = (
        f"<main>\n<header>\n<h1>{escape(title)}</h1>\n</header>\n"
        f'<nav aria-label="{escape(said.languages)}"{foreign}>\n'
        f'<ul role="list" class="editions">\n{items}\n</ul>\n</nav>\n</main>\n'
    )
    return page(locale, direction(locale), title=title, style=style, body=body)


def _item(edition: Edition, spoken: str, foreign: str) -> str:
    name = escape(endonym(edition.locale))
    language = f'hreflang="{escape(edition.locale)}"{attributes_of(edition.locale)}'
    way = f'<a class="name" href="{escape(edition.page)}" {language}>{name}</a>'
    files = " · ".join(
        f'<a href="{escape(address)}"><bdi lang="en" dir="ltr">{escape(form)}</bdi></a>'
        for form, address in edition.files
    )
    return f"<li>\n<p>{way}</p>\n<p{foreign}>{_state(edition, spoken)}</p>\n<p>{files}</p>\n</li>"


def _state(edition: Edition, spoken: str) -> str:
    if edition.draft is None:
        return f"✓ {escape(spoken_in(spoken)[1].final)}"
    said = notice(spoken, edition.draft)
    figures = [f"{escape(label)}<bdi>{count}</bdi>" for label, count in said.figures]
    return " · ".join([escape(said.sentence), *figures])
