"""What stands above the statement on its page: the ways to other languages; that it is a draft."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from workflow.exporters.around import Around, Draft, Other, notice
from workflow.exporters.phrases import spoken_in
from workflow.languages import direction, endonym

_STYLE = """
.languages { font: 400 .82em/1.7 var(--plain); margin-block-end: 2.4em; }
.languages ul { display: flex; flex-wrap: wrap; gap: .1em 1.1em; }
.languages li + li { margin-block-start: 0; }
.languages :is(a, b) { display: inline-block; padding-block: .3em; font-family: inherit; }
.languages li :is(a, b)[lang] { font-size: 1em; text-decoration: none; }
.languages li a[lang] { text-decoration: underline 1px; text-underline-offset: .22em; }
.draft {
  margin-block-end: 2.4em; padding: .8em 1.1em; background: var(--shade);
  border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 3px;
}
.draft p { font-family: var(--plain); text-align: start; }
.draft p + p { margin-block-start: .3em; font-size: .88em; color: var(--soft); }
@media print { .languages { display: none; } }
"""


def style_of(around: Around) -> str:
    """Give the rules that a page needs more for what stands around its statement."""
    return _STYLE if around.draft or around.languages else ""


def switcher(languages: Sequence[Other], locale: str) -> str:
    """Write the ways to the other languages, each by its own name; none where there is no other."""
    if not any(each.locale != locale for each in languages):
        return ""
    spoken, said = spoken_in(locale)
    label = f'aria-label="{escape(said.languages)}"'
    foreign = "" if spoken == locale else attributes_of(spoken)
    items = "".join(f"<li>{_way(each, locale)}</li>\n" for each in languages)
    return f'<nav class="languages" {label}{foreign}>\n<ul role="list">\n{items}</ul>\n</nav>\n'


def _way(other: Other, locale: str) -> str:
    name = escape(endonym(other.locale))
    attributes = attributes_of(other.locale)
    if other.locale == locale:
        return f'<b aria-current="page"{attributes}>{name}</b>'
    address = escape(other.address)
    return f'<a href="{address}" hreflang="{escape(other.locale)}"{attributes}>{name}</a>'


def draft_notice(draft: Draft | None, locale: str) -> str:
    """Write that this is a draft, and what is missing; nothing where it is none."""
    if draft is None:
        return ""
    said = notice(locale, draft)
    attributes = "" if said.locale == locale else attributes_of(said.locale)
    figures = " · ".join(f"{escape(label)}<bdi>{count}</bdi>" for label, count in said.figures)
    further = f"<p>{figures}</p>\n" if figures else ""
    sentence = f"<p><strong>{escape(said.sentence)}</strong></p>\n"
    return f'<aside class="draft"{attributes}>\n{sentence}{further}</aside>\n'


def attributes_of(locale: str) -> str:
    """Write the language of an element and its direction."""
    return f' lang="{escape(locale)}" dir="{direction(locale)}"'
