"""The one way by which people's text gets into a page: as text, with its language and direction.

What is given here is HTML for `st.html`. Everything in it that a person wrote is escaped; all
other helpers that write HTML use these.
"""

from __future__ import annotations

import re
from html import escape

from ui.language import Words, tell
from workflow import languages

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Controls that no page may hold."""
_NAMELESS = {
    "operator": tell("Somebody who runs this server"),
    "former member": tell("A former member"),
}
"""Names that the front desk gives to those who have none; nobody can choose them."""


def clean(text: str) -> str:
    r"""Write a text so that a page shows it and does nothing else with it.

    >>> clean("<b>&\x00")
    '&lt;b&gt;&amp;�'
    """
    return escape(_UNSEEN.sub("\ufffd", text))


def language_of(locale: str) -> str:
    """Write the attributes that say in which language a text is, and which way it runs.

    >>> language_of("ar")
    'lang="ar" dir="rtl"'
    """
    return f'lang="{escape(locale)}" dir="{languages.direction(locale)}"'


def passage(text: str, locale: str, *, tag: str = "span", kind: str = "") -> str:
    """Write a text in a language: a part of a statement, in an element of its own.

    Args:
        text: what somebody wrote.
        locale: its language.
        tag: the element.
        kind: a further class, for its looks.
    """
    classes = f"us-text {kind}".strip()
    return f'<{tag} class="{classes}" {language_of(locale)}>{clean(text)}</{tag}>'


def numbered(marker: str, text: str) -> str:
    """Put what stands before a paragraph in front of its words: a number, not the name of a field.

    >>> numbered("2.", "We ask"), numbered("title", "A charter")
    ('2. We ask', 'A charter')
    """
    return text if not marker or marker.isalpha() else f"{marker} {text}"


def own_words(text: str, *, tag: str = "span", kind: str = "") -> str:
    """Write what somebody said in a language that nobody knows: a comment, a name, a title.

    Its first letter says which way it runs; nothing around it is turned by it.
    """
    classes = f"us-said {kind}".strip()
    return f'<{tag} class="{classes}" dir="auto">{clean(text)}</{tag}>'


def name(text: str) -> str:
    """Write the name of a person or a document inside a sentence."""
    return f"<bdi>{clean(text)}</bdi>"


def member(words: Words, called: str) -> str:
    """Write the name of a member inside a sentence, or who it is that has none."""
    return name(words.say(_NAMELESS[called]) if called in _NAMELESS else called)


def filled(sentence: str, /, **values: str) -> str:
    """Put passages into a sentence of ours, already said; the values are HTML that was made here.

    >>> filled("{who} & others", who=name("Ana"))
    '<bdi>Ana</bdi> &amp; others'
    """
    return escape(sentence, quote=False).format(**values)


def said(words: Words, text: str, *, tag: str = "p", kind: str = "") -> str:
    """Write a sentence of ours, already said, as an element."""
    classes = f' class="{kind}"' if kind else ""
    return f'<{tag}{classes} dir="{words.direction}">{clean(text)}</{tag}>'
