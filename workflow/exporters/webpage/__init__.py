"""The statement as one web page: a single file that needs no script, no font and no other host."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import escape

from workflow.exporters.base import Exporter
from workflow.exporters.tree import clean, is_title, plain, shallow, texts, walk
from workflow.exporters.webpage.body import Body
from workflow.exporters.webpage.faces import faces
from workflow.exporters.webpage.style import STYLE
from workflow.exporters.webpage.words import languages
from workflow.languages import direction, endonym
from workflow.model import TargetDocument

_UNKNOWN = "und"  # BCP 47: the language is not known
_PAGE = """\
<!DOCTYPE html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<title>{title}</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<main>
{body}
</main>
{status}</body>
</html>
"""


def export(document: TargetDocument) -> bytes:
    """Write a statement as an HTML page in UTF-8.

    The page allows its own style sheet and nothing else; it asks no other host for anything.
    """
    document = replace(document, blocks=shallow(document.blocks))
    locale = document.locale or _UNKNOWN
    style = faces(locale, languages(walk(document.blocks))) + STYLE
    page = _PAGE.format(
        lang=escape(locale),
        dir=direction(locale),
        policy=_policy(style),
        title=escape(" ".join(_title(document).split())),
        style=style,
        body="\n".join(Body(document, locale).lines()),
        status=_status(document, locale),
    )
    return page.encode()


WEBPAGE = Exporter("webpage", ".html", "text/html", export)


def _title(document: TargetDocument) -> str:
    """Give the page's name: the title, else the first heading's words, else the slug."""
    headings = (plain(texts(block)) for block in walk(document.blocks) if is_title(block))
    return clean(document.title) or next(headings, "") or clean(document.name) or "–"


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


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
