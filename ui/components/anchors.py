"""Links inside HTML, to our screens and files, for tables full of them; they load the page anew."""

from __future__ import annotations

from urllib.parse import urlencode

from ui.components.passage import clean


def address(screen: str, **query: str) -> str:
    """Give the address of a screen or a file, seen from any screen.

    Args:
        screen: a name of `ui.components.links`, or what stands behind the root.
        query: what stands behind it; the empty are left out.

    >>> address("translate", document="letter", locale="", paragraph="a&b")
    './translate?document=letter&paragraph=a%26b'
    """
    asked = {key: each for key, each in query.items() if each}
    return f"./{screen}?{urlencode(asked)}" if asked else f"./{screen}"


def anchor(inside: str, screen: str, /, kind: str = "", **query: str) -> str:
    """Write a link around HTML that was made here.

    >>> anchor("<b>1</b>", "board", page="2")
    '<a href="./board?page=2" target="_self"><b>1</b></a>'
    """
    classes = f' class="{kind}"' if kind else ""
    return f'<a{classes} href="{clean(address(screen, **query))}" target="_self">{inside}</a>'
