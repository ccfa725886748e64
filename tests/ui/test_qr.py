"""Addresses as pictures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from urllib.parse import unquote

import segno

from ui.qr import qr, qr_as_image

ADDRESS = "https://translate.example.org/back/" + "a" * 43


def test_the_picture_is_the_address() -> None:
    """Each dark module of the code stands at its place; decoding is for phones."""
    code = segno.make_qr(ADDRESS, error="m")
    quiet = 4
    root = ET.fromstring(qr(ADDRESS))
    size = len(code.matrix) + 2 * quiet
    assert root.get("viewBox") == f"0 0 {size} {size}"
    ground, ink = root.iter("path")
    assert (ground.get("fill"), ink.get("stroke")) == ("#fff", "#000")
    drawn = [[0] * size for _ in range(size)]
    x, y = 0.0, 0.0
    for step, values in re.findall(r"([Mmh])([^Mmh]+)", ink.get("d") or ""):
        found = [float(each) for each in re.findall(r"-?\.?\d+(?:\.\d+)?", values)]
        if step == "h":
            for column in range(int(x), int(x + found[0])):
                drawn[int(y)][column] = 1
            x += found[0]
        else:
            dx, dy = found
            x, y = (dx, dy) if step == "M" else (x + dx, y + dy)
    inner = [row[quiet:-quiet] for row in drawn[quiet:-quiet]]
    assert inner == [[int(each) for each in row] for row in code.matrix]


def test_nothing_else_is_in_it() -> None:
    drawn = qr("https://example.org/?a=<script>&b='\"")
    assert {each.tag for each in ET.fromstring(drawn).iter()} == {"svg", "path"}
    assert "script" not in drawn


def test_the_same_as_an_image() -> None:
    kind, _, data = qr_as_image(ADDRESS).partition(",")
    assert kind == "data:image/svg+xml;charset=utf-8"
    drawn, inline = ET.fromstring(unquote(data)), ET.fromstring(qr(ADDRESS))
    assert drawn.get("viewBox") == inline.get("viewBox")
    assert [each.get("d") for each in drawn] == [each.get("d") for each in inline]
