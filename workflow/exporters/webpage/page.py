"""The shell of a page: what every page of ours says of itself, and the little that it allows."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from html import escape

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
{body}</body>
</html>
"""


def page(locale: str, way: str, *, title: str, style: str, body: str) -> bytes:
    """Write a page that allows its own style sheet and nothing else.

    Args:
        locale: its language, as a BCP 47 tag.
        way: which way it runs, `ltr` or `rtl`.
        title: its name; white space counts as one blank.
        style: its style sheet.
        body: HTML that was made here.
    """
    return _PAGE.format(
        lang=escape(locale),
        dir=way,
        policy=_policy(style),
        title=escape(" ".join(title.split())),
        style=style,
        body=body,
    ).encode()


def _policy(style: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
