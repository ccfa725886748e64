"""Addresses as pictures that a phone reads."""

from __future__ import annotations

from typing import Any

import segno

_QUIET = 4
"""Empty modules around it, as ISO/IEC 18004 wants them."""
_LOOK: dict[str, Any] = {
    "border": _QUIET,
    "dark": "#000",
    "light": "#fff",
    "lineclass": None,
    "omitsize": True,
}


def qr(address: str) -> str:
    """Draw an address as a QR code, black on white in any theme, as SVG for the middle of a page.

    It has no size of its own and says nothing to a screen reader: whoever puts it into a page does.

    >>> qr("https://example.org/").startswith('<svg viewBox="0 0 33 33" class="qr">')
    True
    """
    return str(segno.make_qr(address, error="m").svg_inline(svgclass="qr", **_LOOK))


def qr_as_image(address: str) -> str:
    """Draw the same as an address of a picture, for where a page takes no SVG.

    >>> qr_as_image("https://example.org/").startswith("data:image/svg+xml;")
    True
    """
    made = segno.make_qr(address, error="m")
    return str(made.svg_data_uri(svgclass=None, encode_minimal=False, **_LOOK))
