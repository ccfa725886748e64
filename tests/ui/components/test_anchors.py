"""Links inside HTML: whatever stands in a name stays in the address."""

from __future__ import annotations

from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.hostile import HOSTILE
from ui.components.anchors import address, anchor


def test_the_empty_are_left_out() -> None:
    assert address("board") == address("board", find="") == "./board"
    assert anchor("x", "board", kind="us-cell") == (
        '<a class="us-cell" href="./board" target="_self">x</a>'
    )


@pytest.mark.parametrize("text", [each for each in HOSTILE if each.isprintable()])
def test_what_is_asked_comes_back_and_nothing_else(text: str) -> None:
    written = anchor("x", "board", find=text)
    assert written.count("<") == 2
    href = unescape(written.split('"')[1])
    assert parse_qs(urlsplit(href).query) == {"find": [text]}
